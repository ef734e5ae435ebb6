import accountHolder from '@salesforce/label/c.Store_AccountHolder';
import accountNumber from '@salesforce/label/c.Store_AccountNumber';
import bankCode from '@salesforce/label/c.Store_BankCode';
import transferAmount from '@salesforce/label/c.Store_TransferAmount';
import transferReference from '@salesforce/label/c.Store_TransferReference';
import allProducts from '@salesforce/label/c.Store_ContinueShopping';
import copied from '@salesforce/label/c.Store_LinkCopied';
import copyByHand from '@salesforce/label/c.Store_CopyByHand';
import copyLink from '@salesforce/label/c.Store_CopyLink';
import details from '@salesforce/label/c.Store_OrderDetails';
import email from '@salesforce/label/c.Store_Email';
import fulfillmentStatus from '@salesforce/label/c.Store_FulfillmentStatus';
import items from '@salesforce/label/c.Store_OrderItems';
import notFound from '@salesforce/label/c.Store_OrderNotFound';
import notFoundText from '@salesforce/label/c.Store_OrderNotFoundText';
import orderNumber from '@salesforce/label/c.Store_OrderNumber';
import pageTitle from '@salesforce/label/c.Store_YourOrder';
import payment from '@salesforce/label/c.Store_Payment';
import paymentInstructions from '@salesforce/label/c.Store_PaymentInstructions';
import paymentStatus from '@salesforce/label/c.Store_PaymentStatus';
import placedOn from '@salesforce/label/c.Store_PlacedOn';
import privateLink from '@salesforce/label/c.Store_PrivateLink';
import privateLinkHelp from '@salesforce/label/c.Store_PrivateLinkHelp';
import quantityTimes from '@salesforce/label/c.Store_QuantityTimes';
import shippingAddress from '@salesforce/label/c.Store_ShippingAddress';
import shippingMethod from '@salesforce/label/c.Store_ShippingMethod';
import status from '@salesforce/label/c.Store_OrderStatus';

export const labels = {
  accountHolder,
  accountNumber,
  bankCode,
  allProducts,
  copied,
  copyByHand,
  copyLink,
  details,
  email,
  fulfillmentStatus,
  items,
  notFound,
  notFoundText,
  orderNumber,
  pageTitle,
  payment,
  paymentInstructions,
  paymentStatus,
  placedOn,
  privateLink,
  privateLinkHelp,
  quantityTimes,
  shippingAddress,
  shippingMethod,
  status,
  transferAmount,
  transferReference,
};
