import place from '@salesforce/label/c.Fulfillment_Place';
import again from '@salesforce/label/c.Fulfillment_Stocktake_Again';
import allSame from '@salesforce/label/c.Fulfillment_Stocktake_All_Same';
import applied from '@salesforce/label/c.Fulfillment_Stocktake_Applied';
import ask from '@salesforce/label/c.Fulfillment_Stocktake_Ask';
import blind from '@salesforce/label/c.Fulfillment_Stocktake_Blind';
import book from '@salesforce/label/c.Fulfillment_Stocktake_Book';
import booked from '@salesforce/label/c.Fulfillment_Stocktake_Booked';
import cancel from '@salesforce/label/c.Fulfillment_Stocktake_Cancel';
import cancelled from '@salesforce/label/c.Fulfillment_Stocktake_Cancelled';
import counted from '@salesforce/label/c.Fulfillment_Stocktake_Counted';
import expected from '@salesforce/label/c.Fulfillment_Stocktake_Expected';
import find from '@salesforce/label/c.Fulfillment_Stocktake_Find';
import less from '@salesforce/label/c.Fulfillment_Stocktake_Less';
import more from '@salesforce/label/c.Fulfillment_Stocktake_More';
import none from '@salesforce/label/c.Fulfillment_Stocktake_None';
import progress from '@salesforce/label/c.Fulfillment_Stocktake_Progress';
import same from '@salesforce/label/c.Fulfillment_Stocktake_Same';
import save from '@salesforce/label/c.Fulfillment_Stocktake_Save';
import saveName from '@salesforce/label/c.Fulfillment_Stocktake_Save_Name';
import sheet from '@salesforce/label/c.Fulfillment_Stocktake_Sheet';
import start from '@salesforce/label/c.Fulfillment_Stocktake_Start';
import title from '@salesforce/label/c.Fulfillment_Stocktakes';
import loading from '@salesforce/label/c.Admin_Loading';

export const labels = {
  again,
  allSame,
  applied,
  ask,
  blind,
  book,
  booked,
  cancel,
  cancelled,
  counted,
  expected,
  find,
  less,
  loading,
  more,
  none,
  place,
  progress,
  same,
  save,
  saveName,
  sheet,
  start,
  title,
};
