import { toCsv } from 'c/csvFile';
import type { Row } from 'c/orderColumns';

/** Columns of the file in their order: name, and how a row fills it. */
const CELLS: readonly [string, (row: Row) => string][] = [
  ['Order', (row) => row.orderNumber],
  ['Placed at', (row) => String(row.placedAt)],
  ['Store', (row) => row.storeName],
  ['Customer', (row) => row.customer],
  ['Email', (row) => row.email],
  ['Country', (row) => row.country],
  ['Total', (row) => String(row.total ?? '')],
  ['Currency', (row) => row.currencyCode],
  ['Payment', (row) => row.paymentStatus],
  ['Fulfillment', (row) => row.fulfillmentStatus],
  ['Shipping', (row) => row.shippingMethod],
];

/** The orders as a file for spreadsheets; moments in ISO 8601 (UTC). */
export function ordersCsv(rows: readonly Row[]): string {
  return toCsv([CELLS.map(([name]) => name), ...rows.map((row) => CELLS.map(([, read]) => read(row)))]);
}
