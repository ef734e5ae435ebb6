import { toCsv } from 'c/csvFile';
import { labels } from './labels';
import type getTaxes from '@salesforce/apex/InvoiceController.getTaxes';

export type TaxRow = Awaited<ReturnType<typeof getTaxes>>['rows'][number];

const REASONS: Readonly<Record<string, string>> = {
  REVERSE_CHARGE: labels.reasonReverse,
  INTRA_COMMUNITY: labels.reasonIntra,
  EXPORT: labels.reasonExport,
  EXEMPT: labels.reasonExempt,
};

export const rateText = ({ taxName, percent, reason }: Pick<TaxRow, 'taxName' | 'percent' | 'reason'>): string =>
  taxName ? `${taxName} ${percent} %` : (REASONS[reason ?? ''] ?? labels.untaxed);

/** Sums of amounts that have at most three decimals: no currency has more. */
const plus = (one: number, other: number) => Math.round((one + other) * 1000) / 1000;

export interface Sum {
  key: string;
  period: string;
  country: string;
  rate: string;
  currencyCode: string;
  net: number;
  tax: number;
  total: number;
}

/** What the rows come to for each month, country, rate and currency, in that order. */
export function summed(rows: readonly TaxRow[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const { issuedOn, country, currencyCode } = row.document;
    const period = (issuedOn ?? '').slice(0, 7);
    const rate = rateText(row);
    const key = [period, country ?? '', rate, currencyCode].join('|');
    const sum = sums.get(key) ?? {
      key,
      period,
      country: country ?? '',
      rate,
      currencyCode: currencyCode ?? '',
      net: 0,
      tax: 0,
      total: 0,
    };
    sum.net = plus(sum.net, row.net);
    sum.tax = plus(sum.tax, row.tax);
    sum.total = plus(sum.net, sum.tax);
    sums.set(key, sum);
  }
  return [...sums.values()].sort((one, other) => one.key.localeCompare(other.key));
}

/** A line for each tax of each document: what a tax adviser books from. */
export function taxCsv(rows: readonly TaxRow[]): string {
  return toCsv([
    [
      labels.number,
      labels.kind,
      labels.day,
      labels.credited,
      labels.order,
      labels.store,
      labels.company,
      labels.country,
      labels.buyer,
      labels.rate,
      labels.reason,
      labels.net,
      labels.tax,
      labels.total,
      labels.currency,
    ],
    ...rows.map((row) => [
      row.document.documentNumber,
      row.document.kind,
      row.document.issuedOn,
      row.creditsNumber,
      row.document.orderNumber,
      row.document.storeName,
      row.document.company,
      row.document.country,
      row.buyerTaxNumber,
      row.percent,
      row.taxName ?? rateText(row),
      row.net,
      row.tax,
      plus(row.net, row.tax),
      row.document.currencyCode,
    ]),
  ]);
}
