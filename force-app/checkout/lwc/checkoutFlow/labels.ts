import allProducts from '@salesforce/label/c.Store_AllProducts';
import cartElsewhere from '@salesforce/label/c.Checkout_Cart_Elsewhere';
import empty from '@salesforce/label/c.Store_CartEmpty';
import emptyText from '@salesforce/label/c.Store_CartEmptyText';
import hold from '@salesforce/label/c.Store_Hold';
import paymentFailed from '@salesforce/label/c.Store_PaymentFailed';
import title from '@salesforce/label/c.Store_Checkout';
import totalChanged from '@salesforce/label/c.Store_TotalChanged';
import totalNow from '@salesforce/label/c.Store_TotalNow';
import unreachable from '@salesforce/label/c.Store_CheckoutUnreachable';

export const labels = {
  allProducts,
  cartElsewhere,
  empty,
  emptyText,
  hold,
  paymentFailed,
  title,
  totalChanged,
  totalNow,
  unreachable,
};
