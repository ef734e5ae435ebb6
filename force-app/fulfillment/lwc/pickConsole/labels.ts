import collectedTag from '@salesforce/label/c.Fulfillment_Collected_Tag';
import madeReady from '@salesforce/label/c.Fulfillment_Made_Ready';
import readyButton from '@salesforce/label/c.Fulfillment_Ready_Button';
import allThere from '@salesforce/label/c.Fulfillment_All_There';
import back from '@salesforce/label/c.Fulfillment_Back';
import choose from '@salesforce/label/c.Fulfillment_Choose';
import chooseAll from '@salesforce/label/c.Fulfillment_Choose_All';
import count from '@salesforce/label/c.Fulfillment_Count';
import enough from '@salesforce/label/c.Fulfillment_Enough';
import got from '@salesforce/label/c.Fulfillment_Got';
import labelPaper from '@salesforce/label/c.Fulfillment_Labels';
import less from '@salesforce/label/c.Fulfillment_Less';
import mine from '@salesforce/label/c.Fulfillment_Mine';
import missingNoted from '@salesforce/label/c.Fulfillment_Missing_Noted';
import more from '@salesforce/label/c.Fulfillment_More';
import noPlaces from '@salesforce/label/c.Fulfillment_No_Places';
import nothingThere from '@salesforce/label/c.Fulfillment_Nothing_There';
import open from '@salesforce/label/c.Fulfillment_Open';
import papers from '@salesforce/label/c.Fulfillment_Papers';
import pickList from '@salesforce/label/c.Fulfillment_Pick_List';
import title from '@salesforce/label/c.Fulfillment_Picking';
import pieceOne from '@salesforce/label/c.Fulfillment_Piece_One';
import pieces from '@salesforce/label/c.Fulfillment_Pieces';
import place from '@salesforce/label/c.Fulfillment_Place';
import queue from '@salesforce/label/c.Fulfillment_Queue';
import cut from '@salesforce/label/c.Fulfillment_Queue_Cut';
import empty from '@salesforce/label/c.Fulfillment_Queue_Empty';
import refresh from '@salesforce/label/c.Fulfillment_Refresh';
import release from '@salesforce/label/c.Fulfillment_Release';
import released from '@salesforce/label/c.Fulfillment_Released';
import reportMissing from '@salesforce/label/c.Fulfillment_Report_Missing';
import scanField from '@salesforce/label/c.Fulfillment_Scan_Field';
import scanHelp from '@salesforce/label/c.Fulfillment_Scan_Help';
import send from '@salesforce/label/c.Fulfillment_Send';
import sendShort from '@salesforce/label/c.Fulfillment_Send_Short';
import sent from '@salesforce/label/c.Fulfillment_Sent';
import short from '@salesforce/label/c.Fulfillment_Short';
import slips from '@salesforce/label/c.Fulfillment_Slips';
import take from '@salesforce/label/c.Fulfillment_Take';
import takeNone from '@salesforce/label/c.Fulfillment_Take_None';
import takeOne from '@salesforce/label/c.Fulfillment_Take_One';
import unknownCode from '@salesforce/label/c.Fulfillment_Unknown_Code';
import withPicker from '@salesforce/label/c.Fulfillment_With';
import carrier from '@salesforce/label/c.Orders_Send_Carrier';
import noCarrier from '@salesforce/label/c.Orders_Send_None';
import trackingNumber from '@salesforce/label/c.Orders_Send_Number';
import loading from '@salesforce/label/c.Admin_Loading';

export const labels = {
  allThere,
  collectedTag,
  madeReady,
  readyButton,
  back,
  carrier,
  choose,
  chooseAll,
  count,
  cut,
  empty,
  enough,
  got,
  labelPaper,
  less,
  loading,
  mine,
  missingNoted,
  more,
  noCarrier,
  noPlaces,
  nothingThere,
  open,
  papers,
  pickList,
  pieceOne,
  pieces,
  place,
  queue,
  refresh,
  release,
  released,
  reportMissing,
  scanField,
  scanHelp,
  send,
  sendShort,
  sent,
  short,
  slips,
  take,
  takeNone,
  takeOne,
  title,
  trackingNumber,
  unknownCode,
  withPicker,
};
