import allProducts from '@salesforce/label/c.Store_AllProducts';
import checkFields from '@salesforce/label/c.Store_CheckFields';
import billing from '@salesforce/label/c.Store_BillingAddress';
import billingDifferent from '@salesforce/label/c.Store_BillingDifferent';
import billingSame from '@salesforce/label/c.Store_BillingSame';
import contact from '@salesforce/label/c.Store_Contact';
import delivery from '@salesforce/label/c.Store_Delivery';
import email from '@salesforce/label/c.Store_Email';
import empty from '@salesforce/label/c.Store_CartEmpty';
import emptyText from '@salesforce/label/c.Store_CartEmptyText';
import hold from '@salesforce/label/c.Store_Hold';
import marketing from '@salesforce/label/c.Store_Marketing';
import noShipping from '@salesforce/label/c.Store_NoShippingMethods';
import note from '@salesforce/label/c.Store_OrderNote';
import optional from '@salesforce/label/c.Store_Optional';
import payment from '@salesforce/label/c.Store_Payment';
import paymentFailed from '@salesforce/label/c.Store_PaymentFailed';
import paymentSecure from '@salesforce/label/c.Store_PaymentSecure';
import phone from '@salesforce/label/c.Store_Phone';
import place from '@salesforce/label/c.Store_PlaceOrder';
import placePlain from '@salesforce/label/c.Store_PlaceOrderPlain';
import placing from '@salesforce/label/c.Store_PlacingOrder';
import privacy from '@salesforce/label/c.Store_Privacy';
import review from '@salesforce/label/c.Store_Review';
import shippingAfterAddress from '@salesforce/label/c.Store_ShippingAfterAddress';
import shippingMethod from '@salesforce/label/c.Store_ShippingMethod';
import terms from '@salesforce/label/c.Store_Terms';
import termsAccept from '@salesforce/label/c.Store_TermsAccept';
import testOutcome from '@salesforce/label/c.Store_TestOutcome';
import testOutcomeHelp from '@salesforce/label/c.Store_TestOutcomeHelp';
import title from '@salesforce/label/c.Store_Checkout';
import totalChanged from '@salesforce/label/c.Store_TotalChanged';
import totalNow from '@salesforce/label/c.Store_TotalNow';
import unreachable from '@salesforce/label/c.Store_CheckoutUnreachable';

export const labels = {
  allProducts,
  billing,
  billingDifferent,
  billingSame,
  checkFields,
  contact,
  delivery,
  email,
  empty,
  emptyText,
  hold,
  marketing,
  noShipping,
  note,
  optional,
  payment,
  paymentFailed,
  paymentSecure,
  phone,
  place,
  placePlain,
  placing,
  privacy,
  review,
  shippingAfterAddress,
  shippingMethod,
  terms,
  termsAccept,
  testOutcome,
  testOutcomeHelp,
  title,
  totalChanged,
  totalNow,
  unreachable,
};
