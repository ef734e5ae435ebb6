/**
 * Price book entries.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_pricebookentry.htm
 */
import type { SObjectValue } from '../../../runtime/sobject.js';
import type { DmlContext } from '../context.js';
import { isBlank } from '../fields.js';
import { fail, isGood, type Row } from '../row.js';
import { currencyOf } from './currency.js';
import { defineRules } from './rules.js';

/** The standard price book, which cannot be deleted and of which there is one. */
function standardBook(context: DmlContext): string | null {
  const table = context.store.table(context.services.schema.object('Pricebook2')!);
  const found = context.store
    .statement(`SELECT "Id" FROM ${table.quoted} WHERE "IsStandard"=1 AND "IsDeleted"=0 LIMIT 1`)
    .all([]);
  return (found[0]?.[0] as string | undefined) ?? null;
}

/** What tells entries apart: book, product and, where there are several, currency. */
const keyOf = (book: unknown, f: Record<string, unknown>): string => `${book}|${f.Product2Id}|${currencyOf(f)}`;

/** Entries of the rows' products by their keys. */
function entriesOf(context: DmlContext, rows: readonly Row[]): Map<string, SObjectValue> {
  const products = [...new Set(rows.map(({ record }) => String(record.f.Product2Id)))];
  const found = context.loader.where(context.services.schema.object('PricebookEntry')!, 'Product2Id', products, false);
  return new Map([...found.values()].map((entry) => [keyOf(entry.f.Pricebook2Id, entry.f), entry]));
}

defineRules('PricebookEntry', {
  before(context, rows) {
    const products = context.loader.load(context.services.schema.object('Product2')!, [
      ...new Set(rows.map(({ record }) => String(record.f.Product2Id))),
    ]);
    const standard = standardBook(context);
    const entries = rows.some(({ record }) => record.f.UseStandardPrice === true)
      ? entriesOf(context, rows)
      : new Map<string, SObjectValue>();
    for (const { record } of rows) {
      const product = products.get(String(record.f.Product2Id));
      record.f.Name = product?.f.Name ?? null;
      record.f.ProductCode = product?.f.ProductCode ?? null;
      if (record.f.UseStandardPrice === true)
        record.f.UnitPrice = entries.get(keyOf(standard, record.f))?.f.UnitPrice ?? record.f.UnitPrice;
    }
  },
  validate(context, rows) {
    const standard = standardBook(context);
    const entries = entriesOf(context, rows);
    const claimed = new Map<string, Row>();
    for (const row of rows) {
      const { f } = row.record;
      const key = keyOf(f.Pricebook2Id, f);
      const known = entries.get(key);
      if (isBlank(f.UnitPrice))
        fail(row, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [UnitPrice]', ['UnitPrice']);
      if ((known && known.id !== row.id) || claimed.has(key))
        fail(row, 'DUPLICATE_VALUE', 'This price definition already exists in this price book', []);
      claimed.set(key, row);
    }
    for (const row of rows) {
      const { f } = row.record;
      if (row.old !== null || f.Pricebook2Id === standard || standard === null) continue;
      const base = keyOf(standard, f);
      const inBatch = claimed.get(base);
      if (!entries.has(base) && !(inBatch && isGood(inBatch)))
        fail(row, 'STANDARD_PRICE_NOT_DEFINED', 'No standard price defined for this product');
    }
  },
});

defineRules('Pricebook2', {
  beforeDelete(_context, rows) {
    for (const row of rows)
      if (row.old!.f.IsStandard === true) fail(row, 'DELETE_FAILED', "You can't delete the standard price book");
  },
});
