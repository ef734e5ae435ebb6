import getOrders from '@salesforce/apex/OrderListController.getOrders';
import cancelled from '@salesforce/label/c.Admin_StatusCancelled';
import authorized from '@salesforce/label/c.Admin_StatusAuthorized';
import country from '@salesforce/label/c.Admin_OrdersCountry';
import customer from '@salesforce/label/c.Admin_Customer';
import email from '@salesforce/label/c.Admin_OrdersEmail';
import fulfilled from '@salesforce/label/c.Admin_StatusFulfilled';
import fulfillment from '@salesforce/label/c.Admin_OrdersFulfillment';
import partlySent from '@salesforce/label/c.Orders_Status_Partially_Fulfilled';
import number from '@salesforce/label/c.Admin_OrdersNumber';
import paid from '@salesforce/label/c.Admin_StatusPaid';
import payment from '@salesforce/label/c.Admin_OrdersPayment';
import pending from '@salesforce/label/c.Admin_StatusPending';
import placed from '@salesforce/label/c.Admin_OrdersPlaced';
import refunded from '@salesforce/label/c.Admin_StatusRefunded';
import shipping from '@salesforce/label/c.Store_Shipping';
import store from '@salesforce/label/c.Admin_Store';
import total from '@salesforce/label/c.Store_Total';
import unfulfilled from '@salesforce/label/c.Admin_StatusUnfulfilled';

export type Row = Awaited<ReturnType<typeof getOrders>>['rows'][number];

export const PAYMENT_STATUSES = [
  { value: 'Pending', label: pending },
  { value: 'Authorized', label: authorized },
  { value: 'Paid', label: paid },
  { value: 'Refunded', label: refunded },
  { value: 'Cancelled', label: cancelled },
];

export const FULFILLMENT_STATUSES = [
  { value: 'Unfulfilled', label: unfulfilled },
  { value: 'Partially Fulfilled', label: partlySent },
  { value: 'Fulfilled', label: fulfilled },
  { value: 'Cancelled', label: cancelled },
];

/** Label of a status; the status itself when it is none of the package's. */
export const statusLabel = (statuses: readonly { value: string; label: string }[], value: string): string =>
  statuses.find((status) => status.value === value)?.label ?? value;

/** Columns of the list by the name that the service sorts by; the first is always there. */
export const COLUMNS: readonly { name: string; column: Record<string, unknown>; hidden?: boolean }[] = [
  {
    name: 'orderNumber',
    column: {
      label: number,
      fieldName: 'url',
      type: 'url',
      typeAttributes: { label: { fieldName: 'orderNumber' }, target: '_self' },
      sortable: true,
      initialWidth: 120,
    },
  },
  {
    name: 'placedAt',
    column: {
      label: placed,
      fieldName: 'placedAt',
      type: 'date',
      typeAttributes: { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
      sortable: true,
    },
  },
  { name: 'customer', column: { label: customer, fieldName: 'customer', type: 'text', sortable: true } },
  { name: 'email', column: { label: email, fieldName: 'email', type: 'email' }, hidden: true },
  {
    name: 'total',
    column: {
      label: total,
      fieldName: 'total',
      type: 'currency',
      typeAttributes: { currencyCode: { fieldName: 'currencyCode' } },
      sortable: true,
    },
  },
  {
    name: 'paymentStatus',
    column: {
      label: payment,
      fieldName: 'paymentText',
      type: 'text',
      sortable: true,
      cellAttributes: { iconName: { fieldName: 'paymentIcon' }, iconPosition: 'left' },
    },
  },
  {
    name: 'fulfillmentStatus',
    column: {
      label: fulfillment,
      fieldName: 'fulfillmentText',
      type: 'text',
      sortable: true,
      cellAttributes: { iconName: { fieldName: 'fulfillmentIcon' }, iconPosition: 'left' },
    },
  },
  { name: 'shippingMethod', column: { label: shipping, fieldName: 'shippingMethod', type: 'text' } },
  { name: 'country', column: { label: country, fieldName: 'country', type: 'text' }, hidden: true },
  { name: 'storeName', column: { label: store, fieldName: 'storeName', type: 'text' }, hidden: true },
];

const PAYMENT_ICONS: Record<string, string> = {
  Pending: 'utility:clock',
  Authorized: 'utility:clock',
  Paid: 'utility:success',
  Refunded: 'utility:undo',
  Cancelled: 'utility:clear',
};
const FULFILLMENT_ICONS: Record<string, string> = {
  Unfulfilled: 'utility:clock',
  Fulfilled: 'utility:success',
  Cancelled: 'utility:clear',
};

/** A row as the table shows it. */
export function shownRow(row: Row) {
  return {
    ...row,
    url: `/lightning/r/Order/${row.id}/view`,
    paymentText: statusLabel(PAYMENT_STATUSES, row.paymentStatus),
    paymentIcon: PAYMENT_ICONS[row.paymentStatus],
    fulfillmentText: statusLabel(FULFILLMENT_STATUSES, row.fulfillmentStatus),
    fulfillmentIcon: FULFILLMENT_ICONS[row.fulfillmentStatus],
  };
}
