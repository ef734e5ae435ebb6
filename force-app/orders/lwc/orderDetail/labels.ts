import accountAmount from '@salesforce/label/c.Orders_Account_Amount';
import accountDue from '@salesforce/label/c.Orders_Account_Due';
import accountDueOn from '@salesforce/label/c.Orders_Account_Due_On';
import accountHeading from '@salesforce/label/c.Orders_Account_Heading';
import accountName from '@salesforce/label/c.Orders_Account_Name';
import accountNext from '@salesforce/label/c.Orders_Account_Next';
import accountNextDigital from '@salesforce/label/c.Orders_Account_Next_Digital';
import accountPayTo from '@salesforce/label/c.Orders_Account_Pay_To';
import accountPo from '@salesforce/label/c.Orders_Account_PO';
import accountSent from '@salesforce/label/c.Orders_Account_Sent';
import accountStatus from '@salesforce/label/c.Orders_Account_Status';
import accountStatusDue from '@salesforce/label/c.Orders_Account_Status_Due';
import paidWith from '@salesforce/label/c.Orders_Paid_With';
import toPayWith from '@salesforce/label/c.Orders_To_Pay_With';
import creditNoteOpen from '@salesforce/label/c.Store_CreditNoteOpen';
import invoiceOpen from '@salesforce/label/c.Store_InvoiceOpen';
import shipmentBy from '@salesforce/label/c.Store_ShipmentBy';
import collectBy from '@salesforce/label/c.Orders_Collect_By';
import collectCode from '@salesforce/label/c.Orders_Collect_Code';
import collectDone from '@salesforce/label/c.Orders_Collect_Done';
import collectDue from '@salesforce/label/c.Orders_Collect_Due';
import collectHeading from '@salesforce/label/c.Orders_Collect_Heading';
import collectHours from '@salesforce/label/c.Orders_Collect_Hours';
import collectPhone from '@salesforce/label/c.Orders_Collect_Phone';
import collectReady from '@salesforce/label/c.Orders_Collect_Ready';
import lineSent from '@salesforce/label/c.Orders_Line_Sent';
import lineSentOf from '@salesforce/label/c.Orders_Line_Sent_Of';
import parcelSince from '@salesforce/label/c.Orders_Parcel_Since';
import shipments from '@salesforce/label/c.Store_Shipments';
import shippedOn from '@salesforce/label/c.Store_ShippedOn';
import track from '@salesforce/label/c.Store_Track';
import trackingNumber from '@salesforce/label/c.Store_TrackingNumber';
import trackNamed from '@salesforce/label/c.Store_TrackNamed';
import awaitingPayment from '@salesforce/label/c.Orders_Status_Awaiting_Payment';
import payBy from '@salesforce/label/c.Store_PayBy';
import accountHolder from '@salesforce/label/c.Store_AccountHolder';
import accountNumber from '@salesforce/label/c.Store_AccountNumber';
import billingAddress from '@salesforce/label/c.Store_BillingAddress';
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
import orderNumber from '@salesforce/label/c.Store_OrderNumber';
import payment from '@salesforce/label/c.Store_Payment';
import paymentInstructions from '@salesforce/label/c.Store_PaymentInstructions';
import paymentStatus from '@salesforce/label/c.Store_PaymentStatus';
import placedOn from '@salesforce/label/c.Store_PlacedOn';
import privateLink from '@salesforce/label/c.Store_PrivateLink';
import privateLinkEnds from '@salesforce/label/c.Store_PrivateLinkEnds';
import privateLinkHelp from '@salesforce/label/c.Store_PrivateLinkHelp';
import quantityTimes from '@salesforce/label/c.Store_QuantityTimes';
import refundComing from '@salesforce/label/c.Orders_Status_Refund_Coming';
import refundKept from '@salesforce/label/c.Orders_Status_Refund_Kept';
import refundNotDue from '@salesforce/label/c.Orders_Status_Refund_Not_Due';
import refundedTo from '@salesforce/label/c.Orders_Status_Refunded_To';
import refunds from '@salesforce/label/c.Orders_Refunds';
import shippingAddress from '@salesforce/label/c.Store_ShippingAddress';
import shippingMethod from '@salesforce/label/c.Store_ShippingMethod';
import status from '@salesforce/label/c.Store_OrderStatus';

export const labels = {
  accountAmount,
  accountDue,
  accountDueOn,
  accountHeading,
  accountName,
  accountNext,
  accountNextDigital,
  accountPayTo,
  accountPo,
  accountSent,
  accountStatus,
  accountStatusDue,
  paidWith,
  toPayWith,
  creditNoteOpen,
  invoiceOpen,
  shipmentBy,
  collectBy,
  collectCode,
  collectDone,
  collectDue,
  collectHeading,
  collectHours,
  collectPhone,
  collectReady,
  lineSent,
  lineSentOf,
  parcelSince,
  shipments,
  shippedOn,
  track,
  trackingNumber,
  trackNamed,
  accountHolder,
  accountNumber,
  awaitingPayment,
  bankCode,
  billingAddress,
  allProducts,
  copied,
  copyByHand,
  copyLink,
  details,
  email,
  fulfillmentStatus,
  items,
  orderNumber,
  payBy,
  payment,
  paymentInstructions,
  paymentStatus,
  placedOn,
  privateLink,
  privateLinkEnds,
  privateLinkHelp,
  quantityTimes,
  refundComing,
  refundKept,
  refundNotDue,
  refundedTo,
  refunds,
  shippingAddress,
  shippingMethod,
  status,
  transferAmount,
  transferReference,
};
