/**
 * Products of opportunities: prices, totals, the opportunity's amount and price book.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunitylineitem.htm
 */
import { ApexDecimal } from '../../../runtime/values.js';
import { decimalOf } from '../../storage/columns.js';
import type { DmlContext } from '../context.js';
import { isBlank } from '../fields.js';
import { fail, type Row } from '../row.js';
import { checkPriceCurrency } from './currency.js';
import { defineRules } from './rules.js';

const unique = (rows: readonly Row[], field: string): string[] => [
  ...new Set(rows.flatMap(({ record }) => (typeof record.f[field] === 'string' ? [record.f[field] as string] : []))),
];

/** Unit price, total and discount follow from one another; a total that is given wins over none. */
function applyPrices({ record, old, input }: Row): void {
  const { f } = record;
  const quantity = ApexDecimal.fromNumeric(f.Quantity ?? null);
  if (!quantity) return;
  const totalGiven =
    'TotalPrice' in input.f && !isBlank(input.f.TotalPrice) && (old === null || old.f.TotalPrice !== f.TotalPrice);
  const discount = ApexDecimal.fromNumeric(f.Discount ?? null);
  const rate = discount ? ApexDecimal.ONE.subtract(discount.divide(new ApexDecimal(100n), 6)) : ApexDecimal.ONE;
  const total = ApexDecimal.fromNumeric(f.TotalPrice ?? null);
  if (totalGiven && !('UnitPrice' in input.f) && quantity.signum() !== 0 && total)
    f.UnitPrice = total.divide(quantity.multiply(rate), 2);
  const price = ApexDecimal.fromNumeric(f.UnitPrice ?? null);
  if (!price) return;
  f.Subtotal = quantity.multiply(price).setScale(2, 'HALF_UP');
  f.TotalPrice = quantity.multiply(price).multiply(rate).setScale(2, 'HALF_UP');
}

defineRules('OpportunityLineItem', {
  before(context, rows) {
    const { schema } = context.services;
    const entries = context.loader.load(schema.object('PricebookEntry')!, unique(rows, 'PricebookEntryId'));
    for (const { record } of rows) {
      const entry = entries.get(String(record.f.PricebookEntryId));
      if (!entry) continue;
      record.f.Product2Id = entry.f.Product2Id;
      record.f.ProductCode = entry.f.ProductCode ?? null;
      record.f.ListPrice = entry.f.UnitPrice;
      record.f.Name ??= entry.f.Name;
    }
  },
  normalize: (_context, row) => applyPrices(row),
  validate(context, rows) {
    const { schema } = context.services;
    const opportunities = context.loader.load(schema.object('Opportunity')!, unique(rows, 'OpportunityId'));
    const entries = context.loader.load(schema.object('PricebookEntry')!, unique(rows, 'PricebookEntryId'));
    for (const row of rows) {
      const { f } = row.record;
      const opportunity = opportunities.get(String(f.OpportunityId));
      const book = opportunity?.f.Pricebook2Id;
      const entry = entries.get(String(f.PricebookEntryId));
      if (row.old === null && entry && opportunity) checkPriceCurrency(row, opportunity, entry, 'opportunity');
      if (isBlank(f.PricebookEntryId))
        fail(
          row,
          'FIELD_INTEGRITY_EXCEPTION',
          'field integrity exception: PricebookEntryId (price book entry is required)',
          ['PricebookEntryId'],
        );
      else if (row.old === null && entry && !isBlank(book) && entry.f.Pricebook2Id !== book) {
        fail(
          row,
          'FIELD_INTEGRITY_EXCEPTION',
          'field integrity exception: PricebookEntryId (pricebook entry is in a different pricebook than the one assigned to the opportunity)',
          ['PricebookEntryId'],
        );
      }
    }
  },
  after: (context, _verb, rows) => updateOpportunities(context, rows),
  afterDelete: (context, rows) => updateOpportunities(context, rows),
});

/** Amount and price book of the opportunities; no trigger of theirs runs for it. */
function updateOpportunities(context: DmlContext, rows: readonly Row[]): void {
  const { schema } = context.services;
  const opportunity = context.store.table(schema.object('Opportunity')!);
  const item = context.store.table(schema.object('OpportunityLineItem')!);
  const ids = unique(rows, 'OpportunityId');
  const sql = `SELECT "OpportunityId" AS o, sum("TotalPrice") AS s FROM ${item.quoted} WHERE "OpportunityId" IN (SELECT value FROM json_each(?)) AND "IsDeleted"=0 GROUP BY 1`;
  const totals = new Map(
    context.store
      .statement(sql)
      .all([JSON.stringify(ids)])
      .map(([id, total]) => [String(id), Number(total)]),
  );
  const current = context.loader.load(schema.object('Opportunity')!, ids);
  const entries = context.loader.load(schema.object('PricebookEntry')!, unique(rows, 'PricebookEntryId'));
  const columns = ['Amount', 'HasOpportunityLineItem', 'Pricebook2Id'].map((name) => opportunity.columns.get(name)!);
  for (const id of ids) {
    const total = totals.get(id);
    const row = rows.find(({ record }) => record.f.OpportunityId === id);
    const book =
      current.get(id)?.f.Pricebook2Id ?? entries.get(String(row?.record.f.PricebookEntryId))?.f.Pricebook2Id ?? null;
    const amount = total === undefined ? (current.get(id)?.f.Amount ?? null) : decimalOf(total, 2);
    opportunity.update(columns, [columns[0]!.toSql(amount), total === undefined ? 0 : 1, columns[2]!.toSql(book), id]);
  }
}
