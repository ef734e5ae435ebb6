/**
 * Orders and their products.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_order.htm
 */
import { currentTime } from '../../../runtime/clock.js';
import { SObjectValue } from '../../../runtime/sobject.js';
import { ApexDatetime, ApexDecimal } from '../../../runtime/values.js';
import { equals } from '../../../runtime/values/equality.js';
import { decimalOf } from '../../storage/columns.js';
import type { DmlContext } from '../context.js';
import { isBlank } from '../fields.js';
import { fail, type Row } from '../row.js';
import { checkPriceCurrency } from './currency.js';
import { defineRules } from './rules.js';

/** Draft or Activated, by the row of OrderStatus that the status names; a status without a row is its own code. */
function statusCode(context: DmlContext, status: unknown): string {
  const object = context.services.schema.object('OrderStatus');
  if (!object || isBlank(status)) return 'Draft';
  const table = context.store.table(object);
  const found = context.store
    .statement(`SELECT "StatusCode" AS c FROM ${table.quoted} WHERE "ApiName"=? OR "MasterLabel"=?`)
    .all([String(status), String(status)]);
  return typeof found[0]?.[0] === 'string' ? found[0][0] : String(status) === 'Draft' ? 'Draft' : 'Activated';
}

defineRules('Order', {
  before(_context, rows) {
    for (const { record, old } of rows) if (old === null) record.f.TotalAmount = new ApexDecimal(0n, 2);
  },
  normalize: (context, { record }) =>
    void (record.f.StatusCode = isBlank(record.f.Status) ? null : statusCode(context, record.f.Status)),
  validate(context, rows) {
    for (const row of rows)
      if (row.old === null) validateNewOrder(row);
      else validateOrderChange(context, row);
  },
  beforeDelete(_context, rows) {
    for (const row of rows) {
      if (row.old!.f.StatusCode === 'Activated') fail(row, 'DELETE_FAILED', "You can't delete an activated order");
    }
  },
});

function validateNewOrder(row: Row): void {
  const { f } = row.record;
  if (isBlank(f.AccountId))
    fail(row, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [AccountId]', ['AccountId']);
  if (f.StatusCode === 'Activated') {
    fail(row, 'FAILED_ACTIVATION', 'An order must have at least one product before it can be activated', ['Status']);
  }
}

/** Fields that the platform itself changes with the status. */
const FOLLOWING = new Set([
  'Status',
  'StatusCode',
  'ActivatedDate',
  'ActivatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
]);

function validateOrderChange(context: DmlContext, row: Row): void {
  const { f } = row.record;
  const before = row.old!.f;
  const changed = (name: string): boolean => !equals(f[name] ?? null, before[name] ?? null);
  const wasActive = before.StatusCode === 'Activated';
  if (!wasActive && f.StatusCode === 'Activated') {
    const others = Object.keys(f).filter((name) => !FOLLOWING.has(name) && changed(name));
    if (others.length > 0)
      fail(row, 'FAILED_ACTIVATION', 'When activating an order, you can change only its status', others);
    if (itemsOf(context, row.id!) === 0)
      fail(row, 'FAILED_ACTIVATION', 'An order must have at least one product before it can be activated', ['Status']);
    f.ActivatedDate = new ApexDatetime(Math.floor(currentTime() / 1000) * 1000);
    f.ActivatedById = context.user.id;
    return;
  }
  if (wasActive) {
    for (const name of ['AccountId', 'Pricebook2Id'])
      if (changed(name))
        fail(row, 'FIELD_INTEGRITY_EXCEPTION', `You can't change ${name} of an activated order`, [name]);
  } else if (changed('CurrencyIsoCode') && itemsOf(context, row.id!) > 0) {
    fail(row, 'FIELD_INTEGRITY_EXCEPTION', "You can't change the currency of an order that has products", [
      'CurrencyIsoCode',
    ]);
  } else if (changed('Pricebook2Id') && itemsOf(context, row.id!) > 0) {
    fail(row, 'FIELD_INTEGRITY_EXCEPTION', "You can't change the price book of an order that has products", [
      'Pricebook2Id',
    ]);
  }
}

function itemsOf(context: DmlContext, orderId: string): number {
  const table = context.store.table(context.services.schema.object('OrderItem')!);
  return Number(
    context.store
      .statement(`SELECT count(*) AS n FROM ${table.quoted} WHERE "OrderId"=? AND "IsDeleted"=0`)
      .all([orderId])[0]![0],
  );
}

defineRules('OrderItem', {
  before(context, rows) {
    const entries = loadAll(context, 'PricebookEntry', rows, 'PricebookEntryId');
    for (const { record } of rows) {
      const entry = entries.get(String(record.f.PricebookEntryId));
      if (!entry) continue;
      record.f.Product2Id = entry.f.Product2Id;
      record.f.ListPrice ??= entry.f.UnitPrice;
      record.f.UnitPrice ??= entry.f.UnitPrice;
    }
  },
  normalize: (_context, { record }) => {
    const quantity = ApexDecimal.fromNumeric(record.f.Quantity ?? null);
    const price = ApexDecimal.fromNumeric(record.f.UnitPrice ?? null);
    record.f.TotalPrice = quantity && price ? quantity.multiply(price).setScale(2, 'HALF_UP') : null;
    record.f.AvailableQuantity = quantity;
  },
  validate: validateItems,
  after: (context, _verb, rows) => recalculateTotals(context, rows),
  beforeDelete(context, rows) {
    const orders = loadAll(context, 'Order', rows, 'OrderId');
    for (const row of rows) {
      const order = orders.get(String(row.old!.f.OrderId));
      if (order?.f.StatusCode === 'Activated')
        fail(row, 'DELETE_FAILED', "You can't remove products of an activated order");
    }
  },
  afterDelete: (context, rows) => recalculateTotals(context, rows),
});

function loadAll(context: DmlContext, object: string, rows: readonly Row[], field: string): Map<string, SObjectValue> {
  const ids = rows.flatMap(({ record }) => (typeof record.f[field] === 'string' ? [record.f[field] as string] : []));
  return context.loader.load(context.services.schema.object(object)!, [...new Set(ids)]);
}

function validateItems(context: DmlContext, rows: readonly Row[]): void {
  const orders = loadAll(context, 'Order', rows, 'OrderId');
  const entries = loadAll(context, 'PricebookEntry', rows, 'PricebookEntryId');
  for (const row of rows) {
    const { f } = row.record;
    if (isBlank(f.PricebookEntryId)) {
      fail(
        row,
        'FIELD_INTEGRITY_EXCEPTION',
        'field integrity exception: PricebookEntryId (price book entry is required)',
        ['PricebookEntryId'],
      );
      continue;
    }
    const entry = entries.get(String(f.PricebookEntryId));
    const order = orders.get(String(f.OrderId));
    if (!entry || !order) continue;
    if (row.old !== null && row.old.f.PricebookEntryId !== f.PricebookEntryId) {
      fail(
        row,
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        'Unable to create/update fields: PricebookEntryId. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
        ['PricebookEntryId'],
      );
    }
    if (isBlank(f.UnitPrice))
      fail(row, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [UnitPrice]', ['UnitPrice']);
    if (row.old !== null) continue;
    if (order.f.StatusCode === 'Activated')
      fail(row, 'FIELD_INTEGRITY_EXCEPTION', "You can't add products to an activated order", ['OrderId']);
    checkPriceCurrency(row, order, entry, 'order');
    if (order.f.Pricebook2Id !== entry.f.Pricebook2Id) {
      fail(
        row,
        'FIELD_INTEGRITY_EXCEPTION',
        'field integrity exception: PricebookEntryId (pricebook entry is in a different pricebook than the one assigned to the order)',
        ['PricebookEntryId'],
      );
    } else if (entry.f.IsActive !== true) {
      fail(
        row,
        'FIELD_INTEGRITY_EXCEPTION',
        'field integrity exception: PricebookEntryId (pricebook entry has been inactivated)',
        ['PricebookEntryId'],
      );
    }
  }
}

/** Writes the totals of the items' orders; no trigger of the order runs for it. */
function recalculateTotals(context: DmlContext, rows: readonly Row[]): void {
  const order = context.store.table(context.services.schema.object('Order')!);
  const item = context.store.table(context.services.schema.object('OrderItem')!);
  const orders = [...new Set(rows.map(({ record }) => String(record.f.OrderId)))];
  const sum = context.store.statement(
    `SELECT "OrderId" AS o, sum("TotalPrice") AS s FROM ${item.quoted} WHERE "OrderId" IN (SELECT value FROM json_each(?)) AND "IsDeleted"=0 GROUP BY 1`,
  );
  const totals = new Map(sum.all([JSON.stringify(orders)]).map(([id, total]) => [String(id), Number(total)]));
  const column = order.columns.get('TotalAmount')!;
  for (const id of orders) order.update([column], [column.toSql(decimalOf(totals.get(id) ?? 0, 2)), id]);
}
