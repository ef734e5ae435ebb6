/** Says which pieces of a cart's or an order's line come later, and when. */
import { fillLabel, formatDay } from 'c/storeFormat';
import allLater from '@salesforce/label/c.Store_WaitAll';
import allUntil from '@salesforce/label/c.Store_WaitAllUntil';
import someLater from '@salesforce/label/c.Store_WaitSome';
import someUntil from '@salesforce/label/c.Store_WaitSomeUntil';

interface WaitingLine {
  quantity: number;
  backorderQuantity: number;
  backorderDate: string | null;
}

/** Empty when all pieces are on the shelf. */
export function waitingText(line: WaitingLine, locale: string | null | undefined): string {
  const { quantity, backorderQuantity: waiting, backorderDate } = line;
  if (!waiting) {
    return '';
  }
  const day = formatDay(backorderDate, locale);
  if (waiting >= quantity) {
    return day ? fillLabel(allUntil, day) : allLater;
  }
  return day ? fillLabel(someUntil, waiting, quantity, day) : fillLabel(someLater, waiting, quantity);
}
