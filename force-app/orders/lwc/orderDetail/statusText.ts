import authorized from '@salesforce/label/c.Store_StatusAuthorized';
import cancelled from '@salesforce/label/c.Store_StatusCancelled';
import fulfilled from '@salesforce/label/c.Store_StatusFulfilled';
import partiallyFulfilled from '@salesforce/label/c.Orders_Status_Partially_Fulfilled';
import paid from '@salesforce/label/c.Store_StatusPaid';
import pending from '@salesforce/label/c.Store_StatusPending';
import partiallyRefunded from '@salesforce/label/c.Orders_Status_Partially_Refunded';
import refunded from '@salesforce/label/c.Store_StatusRefunded';
import unfulfilled from '@salesforce/label/c.Store_StatusUnfulfilled';

/** Values of Order.Payment_Status__c and Order.Fulfillment_Status__c. */
const TEXTS = new Map([
  ['Authorized', authorized],
  ['Cancelled', cancelled],
  ['Fulfilled', fulfilled],
  ['Paid', paid],
  ['Partially Fulfilled', partiallyFulfilled],
  ['Pending', pending],
  ['Partially Refunded', partiallyRefunded],
  ['Refunded', refunded],
  ['Unfulfilled', unfulfilled],
]);

/** A status as shoppers read it; a value that the merchant has added is its own text. */
export function statusText(status: string | null | undefined): string | null {
  return TEXTS.get(status ?? '') ?? (status || null);
}
