import balance from '@salesforce/label/c.Vouchers_Page_Balance';
import code from '@salesforce/label/c.Vouchers_Page_Code';
import codeMissing from '@salesforce/label/c.Vouchers_Page_Code_Missing';
import copied from '@salesforce/label/c.Vouchers_Page_Copied';
import copy from '@salesforce/label/c.Vouchers_Page_Copy';
import ends from '@salesforce/label/c.Vouchers_Page_Ends';
import forWhom from '@salesforce/label/c.Vouchers_Page_For';
import from from '@salesforce/label/c.Vouchers_Page_From';
import lead from '@salesforce/label/c.Vouchers_Page_Lead';
import neverEnds from '@salesforce/label/c.Vouchers_Page_Never_Ends';
import of from '@salesforce/label/c.Vouchers_Page_Of';
import other from '@salesforce/label/c.Vouchers_Page_Other';
import shop from '@salesforce/label/c.Vouchers_Page_Shop';
import show from '@salesforce/label/c.Vouchers_Page_Show';
import showing from '@salesforce/label/c.Vouchers_Page_Showing';
import title from '@salesforce/label/c.Vouchers_Page_Title';
import use from '@salesforce/label/c.Vouchers_Page_Use';

export const labels = {
  balance,
  code,
  codeMissing,
  copied,
  copy,
  ends,
  forWhom,
  from,
  lead,
  neverEnds,
  of,
  other,
  shop,
  show,
  showing,
  title,
  use,
};
