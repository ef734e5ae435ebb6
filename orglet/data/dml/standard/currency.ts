/**
 * Currencies of records in an org with multiple currencies.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_currencytype.htm
 */
import type { SObjectValue } from '../../../runtime/sobject.js';
import type { DmlContext } from '../context.js';
import { isBlank } from '../fields.js';
import { fail, type Row } from '../row.js';

/** Currency of a record that names none: its user's. */
export function defaultCurrency(context: DmlContext, f: Record<string, unknown>): void {
  if (context.services.schema.shape.multiCurrency && isBlank(f.CurrencyIsoCode))
    f.CurrencyIsoCode = context.user.defaultCurrency;
}

/** The currency is part of what tells price book entries apart. Empty in an org with one currency. */
export const currencyOf = (f: Record<string, unknown>): string => String(f.CurrencyIsoCode ?? '');

/** Gives products of an order or opportunity the currency of their parent, and refuses prices in another one. */
export function checkPriceCurrency(
  row: Row,
  parent: SObjectValue,
  entry: SObjectValue,
  words: 'order' | 'opportunity',
): void {
  if (currencyOf(parent.f) === '') return;
  row.record.f.CurrencyIsoCode = parent.f.CurrencyIsoCode;
  if (currencyOf(parent.f) === currencyOf(entry.f)) return;
  fail(
    row,
    'FIELD_INTEGRITY_EXCEPTION',
    `field integrity exception: PricebookEntryId (pricebook entry currency code does not match the one assigned to the ${words})`,
    ['PricebookEntryId'],
  );
}
