import again from '@salesforce/label/c.Vouchers_Mine_Again';
import check from '@salesforce/label/c.Vouchers_Mine_Check';
import ends from '@salesforce/label/c.Vouchers_Page_Ends';
import hint from '@salesforce/label/c.Vouchers_Mine_Hint';
import neverEnds from '@salesforce/label/c.Vouchers_Page_Never_Ends';
import none from '@salesforce/label/c.Vouchers_Mine_None';
import of from '@salesforce/label/c.Vouchers_Page_Of';
import sent from '@salesforce/label/c.Vouchers_Mine_Sent';
import title from '@salesforce/label/c.Vouchers_Title';

export const labels = {
  again,
  check,
  ends,
  hint,
  neverEnds,
  none,
  of,
  sent,
  title,
};
