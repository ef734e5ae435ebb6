/** What was done in an assisted session, in words. */
import { fillLabel } from 'c/storeFormat';
import cart from '@salesforce/label/c.Customers_Did_Cart';
import carts from '@salesforce/label/c.Customers_Did_Carts';
import details from '@salesforce/label/c.Customers_Did_Details';
import forms from '@salesforce/label/c.Customers_Did_Forms';
import order from '@salesforce/label/c.Customers_Did_Order';
import paying from '@salesforce/label/c.Customers_Did_Paying';
import refused from '@salesforce/label/c.Customers_Did_Refused';
import wishes from '@salesforce/label/c.Customers_Did_Wishes';
import nothing from '@salesforce/label/c.Customers_Visits_Nothing';
import running from '@salesforce/label/c.Customers_Visits_Running';
import time from '@salesforce/label/c.Customers_Visits_Time';

export interface AssistedAction {
  kind: string;
  count: number;
  orderNumber: string | null;
}

const TEXTS: Record<string, string> = {
  Cart: cart,
  'Saved Cart': carts,
  Wishlist: wishes,
  Form: forms,
  Payment: paying,
  Details: details,
  Refused: refused,
};

/** Sentences, one for each kind of action; one that says so when nothing was done. */
export function actionTexts(actions: readonly AssistedAction[]): string[] {
  if (!actions.length) return [nothing];
  return actions.map(({ kind, count, orderNumber }) => {
    if (kind === 'Order') return fillLabel(order, orderNumber ?? '');
    return fillLabel(TEXTS[kind] ?? kind, count);
  });
}

/** From when to when, by the reader's clock. */
export function spanText(startedAt: string, endsAt: string, isOpen: boolean): string {
  const moment = (text: string) =>
    new Date(text).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  return fillLabel(time, moment(startedAt), isOpen ? running : moment(endsAt));
}
