import add from '@salesforce/label/c.Vouchers_Mine_Add';
import addHint from '@salesforce/label/c.Vouchers_Mine_Add_Hint';
import addTitle from '@salesforce/label/c.Vouchers_Mine_Add_Title';
import added from '@salesforce/label/c.Vouchers_Mine_Added';
import again from '@salesforce/label/c.Vouchers_Mine_Again';
import check from '@salesforce/label/c.Vouchers_Mine_Check';
import code from '@salesforce/label/c.Vouchers_Page_Code';
import codeMissing from '@salesforce/label/c.Vouchers_Page_Code_Missing';
import ends from '@salesforce/label/c.Vouchers_Page_Ends';
import hint from '@salesforce/label/c.Vouchers_Mine_Hint';
import neverEnds from '@salesforce/label/c.Vouchers_Page_Never_Ends';
import none from '@salesforce/label/c.Vouchers_Mine_None';
import of from '@salesforce/label/c.Vouchers_Page_Of';
import sent from '@salesforce/label/c.Vouchers_Mine_Sent';
import title from '@salesforce/label/c.Vouchers_Title';

export const labels = {
  add,
  addHint,
  addTitle,
  added,
  again,
  check,
  code,
  codeMissing,
  ends,
  hint,
  neverEnds,
  none,
  of,
  sent,
  title,
};
