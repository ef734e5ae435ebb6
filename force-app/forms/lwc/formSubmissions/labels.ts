import allStores from '@salesforce/label/c.Forms_Desk_All_Stores';
import loading from '@salesforce/label/c.Forms_Desk_Loading';
import store from '@salesforce/label/c.Forms_Desk_Store';
import any from '@salesforce/label/c.Forms_Read_Any';
import back from '@salesforce/label/c.Forms_Read_Back';
import choose from '@salesforce/label/c.Forms_Read_Choose';
import clear from '@salesforce/label/c.Forms_Read_Clear';
import count from '@salesforce/label/c.Forms_Read_Count';
import countMore from '@salesforce/label/c.Forms_Read_Count_More';
import customer from '@salesforce/label/c.Forms_Read_Customer';
import edits from '@salesforce/label/c.Forms_Read_Edit_Count';
import email from '@salesforce/label/c.Forms_Read_Email';
import exportCsv from '@salesforce/label/c.Forms_Read_Export';
import exportHint from '@salesforce/label/c.Forms_Read_Export_Hint';
import exported from '@salesforce/label/c.Forms_Read_Exported';
import form from '@salesforce/label/c.Forms_Read_Form';
import from from '@salesforce/label/c.Forms_Read_From';
import more from '@salesforce/label/c.Forms_Read_More';
import narrow from '@salesforce/label/c.Forms_Read_Narrow';
import noneYet from '@salesforce/label/c.Forms_Read_None_Yet';
import noRows from '@salesforce/label/c.Forms_Read_No_Rows';
import version from '@salesforce/label/c.Forms_Read_Of_Version';
import order from '@salesforce/label/c.Forms_Read_Order';
import place from '@salesforce/label/c.Forms_Read_Place';
import reference from '@salesforce/label/c.Forms_Read_Reference';
import search from '@salesforce/label/c.Forms_Read_Search';
import searchHint from '@salesforce/label/c.Forms_Read_Search_Hint';
import sentCol from '@salesforce/label/c.Forms_Read_Sent_Col';
import status from '@salesforce/label/c.Forms_Read_Status';
import title from '@salesforce/label/c.Forms_Read_Title';
import to from '@salesforce/label/c.Forms_Read_To';

export const labels = {
  allStores,
  any,
  back,
  choose,
  clear,
  count,
  countMore,
  customer,
  edits,
  email,
  exportCsv,
  exportHint,
  exported,
  form,
  from,
  loading,
  more,
  narrow,
  noneYet,
  noRows,
  order,
  place,
  reference,
  search,
  searchHint,
  sentCol,
  status,
  store,
  title,
  to,
  version,
};
