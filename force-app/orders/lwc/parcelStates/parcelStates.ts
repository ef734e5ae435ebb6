/** Where a parcel is, in words: values of Shipment__c.Status__c. */
import delivered from '@salesforce/label/c.Orders_Parcel_Delivered';
import exception from '@salesforce/label/c.Orders_Parcel_Exception';
import failed from '@salesforce/label/c.Orders_Parcel_Failed';
import inTransit from '@salesforce/label/c.Orders_Parcel_In_Transit';
import outForDelivery from '@salesforce/label/c.Orders_Parcel_Out_For_Delivery';
import pickup from '@salesforce/label/c.Orders_Parcel_Pickup';
import shipped from '@salesforce/label/c.Orders_Parcel_Shipped';

const TEXTS = new Map([
  ['Shipped', shipped],
  ['In Transit', inTransit],
  ['Out for Delivery', outForDelivery],
  ['Available for Pickup', pickup],
  ['Delivered', delivered],
  ['Failed Attempt', failed],
  ['Exception', exception],
]);

/** A value that the merchant has added is its own text. */
export const parcelText = (status: string | null | undefined): string => TEXTS.get(status ?? '') ?? (status || shipped);

/** Steps that a parcel takes where nothing goes wrong, for a line that shows how far it is. */
const STEPS = ['Shipped', 'In Transit', 'Out for Delivery', 'Delivered'];
const LIKE: Record<string, string> = {
  'Available for Pickup': 'Out for Delivery',
  'Failed Attempt': 'Out for Delivery',
  Exception: 'In Transit',
};

/** How far a parcel is, from 1 to 4. */
export const parcelStep = (status: string | null | undefined): number =>
  Math.max(STEPS.indexOf(LIKE[status ?? ''] ?? status ?? ''), 0) + 1;
