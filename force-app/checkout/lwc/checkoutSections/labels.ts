import collectAt from '@salesforce/label/c.Checkout_Collect_At';
import collectNone from '@salesforce/label/c.Checkout_Collect_None';
import billing from '@salesforce/label/c.Store_BillingAddress';
import contact from '@salesforce/label/c.Store_Contact';
import delivery from '@salesforce/label/c.Store_Delivery';
import email from '@salesforce/label/c.Store_Email';
import haveAccount from '@salesforce/label/c.Checkout_Have_Account';
import keepMethod from '@salesforce/label/c.Store_KeepMethod';
import keepMethodHelp from '@salesforce/label/c.Store_KeepMethodHelp';
import marketing from '@salesforce/label/c.Store_Marketing';
import noShipping from '@salesforce/label/c.Store_NoShippingMethods';
import nothingToPay from '@salesforce/label/c.Store_NothingToPay';
import note from '@salesforce/label/c.Store_OrderNote';
import onHold from '@salesforce/label/c.Checkout_Account_On_Hold';
import optional from '@salesforce/label/c.Store_Optional';
import payment from '@salesforce/label/c.Store_Payment';
import paymentSecure from '@salesforce/label/c.Store_PaymentSecure';
import phone from '@salesforce/label/c.Store_Phone';
import place from '@salesforce/label/c.Store_PlaceOrder';
import placePlain from '@salesforce/label/c.Store_PlaceOrderPlain';
import placing from '@salesforce/label/c.Store_PlacingOrder';
import privacy from '@salesforce/label/c.Store_Privacy';
import review from '@salesforce/label/c.Store_Review';
import shippingAfterAddress from '@salesforce/label/c.Store_ShippingAfterAddress';
import shippingMethod from '@salesforce/label/c.Store_ShippingMethod';
import signedInAs from '@salesforce/label/c.Checkout_Signed_In_As';
import signIn from '@salesforce/label/c.Identity_Page_Sign_In';
import terms from '@salesforce/label/c.Store_Terms';
import termsAccept from '@salesforce/label/c.Store_TermsAccept';
import testOutcome from '@salesforce/label/c.Store_TestOutcome';
import testOutcomeHelp from '@salesforce/label/c.Store_TestOutcomeHelp';

export const labels = {
  collectAt,
  collectNone,
  billing,
  contact,
  delivery,
  email,
  haveAccount,
  keepMethod,
  keepMethodHelp,
  marketing,
  noShipping,
  note,
  nothingToPay,
  onHold,
  optional,
  payment,
  paymentSecure,
  phone,
  place,
  placePlain,
  placing,
  privacy,
  review,
  shippingAfterAddress,
  shippingMethod,
  signedInAs,
  signIn,
  terms,
  termsAccept,
  testOutcome,
  testOutcomeHelp,
};
