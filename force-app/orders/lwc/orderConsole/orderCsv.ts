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

/**
 * A cell of RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it, because names and notes
 * are typed by strangers.
 */
function cell(text: string | null | undefined): string {
  const value = text ?? '';
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The orders as a file for spreadsheets: UTF-8 with a mark, lines end in CR LF, moments in ISO 8601 (UTC). */
export function ordersCsv(rows: readonly Row[]): string {
  const lines = [CELLS.map(([name]) => name), ...rows.map((row) => CELLS.map(([, read]) => cell(read(row))))];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}
