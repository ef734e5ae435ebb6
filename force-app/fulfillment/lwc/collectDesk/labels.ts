import title from '@salesforce/label/c.Fulfillment_Collect';
import back from '@salesforce/label/c.Fulfillment_Collect_Back';
import byCode from '@salesforce/label/c.Fulfillment_Collect_By_Code';
import cancelOrder from '@salesforce/label/c.Fulfillment_Collect_Cancel';
import code from '@salesforce/label/c.Fulfillment_Collect_Code';
import codeHelp from '@salesforce/label/c.Fulfillment_Collect_Code_Help';
import done from '@salesforce/label/c.Fulfillment_Collect_Done';
import due from '@salesforce/label/c.Fulfillment_Collect_Due';
import empty from '@salesforce/label/c.Fulfillment_Collect_Empty';
import expired from '@salesforce/label/c.Fulfillment_Collect_Expired';
import find from '@salesforce/label/c.Fulfillment_Collect_Find';
import handOver from '@salesforce/label/c.Fulfillment_Collect_Hand_Over';
import incomplete from '@salesforce/label/c.Fulfillment_Collect_Incomplete';
import keep from '@salesforce/label/c.Fulfillment_Collect_Keep';
import kept from '@salesforce/label/c.Fulfillment_Collect_Kept';
import makeReady from '@salesforce/label/c.Fulfillment_Collect_Make_Ready';
import none from '@salesforce/label/c.Fulfillment_Collect_None';
import note from '@salesforce/label/c.Fulfillment_Collect_Note';
import noteHelp from '@salesforce/label/c.Fulfillment_Collect_Note_Help';
import open from '@salesforce/label/c.Fulfillment_Collect_Open';
import ready from '@salesforce/label/c.Fulfillment_Collect_Ready';
import unpaid from '@salesforce/label/c.Fulfillment_Collect_Unpaid';
import until from '@salesforce/label/c.Fulfillment_Collect_Until';
import waiting from '@salesforce/label/c.Fulfillment_Collect_Waiting';
import who from '@salesforce/label/c.Fulfillment_Collect_Who';
import without from '@salesforce/label/c.Fulfillment_Collect_Without';
import madeReady from '@salesforce/label/c.Fulfillment_Made_Ready';
import place from '@salesforce/label/c.Fulfillment_Place';
import refresh from '@salesforce/label/c.Fulfillment_Refresh';
import loading from '@salesforce/label/c.Admin_Loading';

export const labels = {
  back,
  byCode,
  cancelOrder,
  code,
  codeHelp,
  done,
  due,
  empty,
  expired,
  find,
  handOver,
  incomplete,
  keep,
  kept,
  loading,
  madeReady,
  makeReady,
  none,
  note,
  noteHelp,
  open,
  place,
  ready,
  refresh,
  title,
  unpaid,
  until,
  waiting,
  who,
  without,
};
