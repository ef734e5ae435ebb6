import { currentTime } from '../../runtime/clock.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { ApexDatetime } from '../../runtime/values.js';
import type { ObjectInfo } from '../../schema/model.js';
import { fromSql, type Column } from '../storage/columns.js';
import type { SqlValue } from '../storage/driver.js';
import type { Table } from '../storage/table.js';
import { syncAddresses } from './address-picklists.js';
import type { DmlContext } from './context.js';
import { checkDuplicates } from './duplicate-rules.js';
import { fieldValues, isBlank } from './fields.js';
import { lazyFormulas } from './formula-values.js';
import { validateReferences } from './references.js';
import { isGood, fail, type Row } from './row.js';
import { defaultCurrency } from './standard/currency.js';
import { rulesFor } from './standard/rules.js';
import { validateSystem } from './system-validation.js';
import { runTriggers } from './triggers.js';
import { validateUnique } from './unique.js';

export type SaveVerb = 'insert' | 'update';

/**
 * Saves one chunk of at most 200 records of one object in the platform's order of execution. Errors stay at the rows;
 * rows without errors are stored when it returns.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export function saveChunk(context: DmlContext, object: ObjectInfo, verb: SaveVerb, rows: readonly Row[]): void {
  const triggers = context.services.triggers(object.name);
  const rules = rulesFor(object.name);
  const good = () => rows.filter(isGood);
  prepare(context, object, verb, rows);
  rules?.before?.(context, good());
  runTriggers(triggers, object, 'before', verb, good());
  for (const row of good()) rules?.normalize?.(context, row);
  const { shape, duplicateRules } = context.services.schema;
  if (shape.stateAndCountryPicklists) for (const row of good()) syncAddresses(shape, object, row);
  for (const row of good()) validateSystem(object, row);
  validateReferences(context.store, object, rows);
  rules?.validate?.(context, good());
  for (const row of good()) validateRules(context, object, row);
  checkDuplicates(context, duplicateRules, object, verb, rows);
  if (verb === 'insert') for (const row of rows) row.id = context.store.newId(object);
  validateUnique(context.store, object, rows);
  const saved = good();
  if (saved.length === 0) return;
  if (context.allOrNone && saved.length < rows.length) return;
  store(context, object, verb, saved);
  rules?.after?.(context, verb, saved);
  runTriggers(triggers, object, 'after', verb, saved);
  if (saved.some((row) => !isGood(row))) return;
  context.rollUps.recalculate(context, object, saved);
}

/** Loads the stored records of an update and makes the records that triggers work on. */
function prepare(context: DmlContext, object: ObjectInfo, verb: SaveVerb, rows: readonly Row[]): void {
  if (verb === 'update') loadOriginals(context, object, rows);
  for (const row of rows) {
    if (!isGood(row)) continue;
    const values = fieldValues(row.input);
    context.foreignKeys.resolve(row, values);
    if (verb === 'insert') row.record = newRecord(context, object, values);
    else {
      const record = new SObjectValue(object, { ...row.old!.f, ...values });
      record.f.Id = row.id;
      row.record = record;
    }
    row.record.dmlOptions = row.input.dmlOptions ?? context.dmlOptions;
    lazyFormulas(context.services.formulas, context.loader, row.record);
  }
}

function newRecord(context: DmlContext, object: ObjectInfo, values: Record<string, unknown>): SObjectValue {
  const f = context.defaults.values(object, values.RecordTypeId);
  for (const name in values) {
    const value = values[name];
    // An explicit null leaves a checkbox unchecked; other fields stay empty in spite of their default.
    if (value === null && typeof f[name] === 'boolean') continue;
    f[name] = value;
  }
  if (isBlank(f.OwnerId) && object.fields.has('OwnerId')) f.OwnerId = context.user.id;
  if (object.fields.has('CurrencyIsoCode')) defaultCurrency(context, f);
  if (object.customSettingsType !== null && isBlank(f.SetupOwnerId)) f.SetupOwnerId = context.user.organizationId;
  delete f.Id;
  return new SObjectValue(object, f);
}

function loadOriginals(context: DmlContext, object: ObjectInfo, rows: readonly Row[]): void {
  const stored = context.loader.load(
    object,
    rows.map((row) => row.id!),
  );
  for (const row of rows) {
    const old = stored.get(row.id!);
    if (!old) fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (old.f.IsDeleted === true) fail(row, 'ENTITY_IS_DELETED', 'entity is deleted');
    else {
      row.old = old;
      lazyFormulas(context.services.formulas, context.loader, old);
    }
  }
}

function validateRules(context: DmlContext, object: ObjectInfo, row: Row): void {
  if (object.validationRules.length === 0) return;
  const read = context.loader.pathReader(row.record);
  const change = { isNew: row.old === null, record: row.record, old: row.old };
  for (const broken of context.services.formulas.brokenRules(object, read, change)) {
    fail(row, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', broken.message, broken.field === null ? [] : [broken.field]);
  }
}

/** Writes the rows and gives them the records that after triggers see: as stored, with Id and system fields. */
function store(context: DmlContext, object: ObjectInfo, verb: SaveVerb, rows: readonly Row[]): void {
  const table = context.store.table(object);
  const now = new ApexDatetime(Math.floor(currentTime() / 1000) * 1000);
  for (const row of rows) {
    const f = { ...row.record.f };
    if (verb === 'insert') f.Id = row.id;
    stampSystemFields(context, table, f, now, verb === 'insert');
    if (verb === 'insert') {
      context.autoNumbers.assign(object, f);
      insertRow(context, table, f);
      row.input.f.Id = row.id;
      row.created = true;
    } else updateRow(context, table, f, row);
    const options = row.record.dmlOptions;
    row.record = new SObjectValue(object, f);
    row.record.dmlOptions = options;
    lazyFormulas(context.services.formulas, context.loader, row.record);
  }
}

function stampSystemFields(
  context: DmlContext,
  table: Table,
  f: Record<string, unknown>,
  now: ApexDatetime,
  created: boolean,
): void {
  const { columns } = table;
  const { id } = context.user;
  if (created) {
    if (columns.has('CreatedDate')) f.CreatedDate = now;
    if (columns.has('CreatedById')) f.CreatedById = id;
    if (columns.has('IsDeleted')) f.IsDeleted = false;
    if (columns.has('Name') && isBlank(f.Name) && table.object.custom && !columns.get('Name')!.field.autoNumber)
      f.Name = f.Id;
  }
  if (columns.has('LastModifiedDate')) f.LastModifiedDate = now;
  if (columns.has('LastModifiedById')) f.LastModifiedById = id;
  if (columns.has('SystemModstamp')) f.SystemModstamp = now;
}

/** Stores what the columns take of the values and puts the stored form back: trimmed, rounded, null for blank. */
function storedValues(columns: readonly Column[], f: Record<string, unknown>): SqlValue[] {
  return columns.map((column) => {
    const value = f[column.name];
    if (value === null || value === undefined) return column.kind === 'boolean' ? 0 : null;
    const stored = column.toSql(typeof value === 'string' && column.field.type === 'STRING' ? value.trim() : value);
    if (stored === null) f[column.name] = null;
    else if (column.kind !== 'boolean' && column.kind !== 'blob')
      f[column.name] = fromSql(column.kind, stored, column.field.scale);
    return stored;
  });
}

export function insertRow(context: Pick<DmlContext, 'columnSets'>, table: Table, f: Record<string, unknown>): void {
  const columns = context.columnSets.of(table, Object.keys(f));
  table.insert(columns, storedValues(columns, f));
}

function updateRow(context: DmlContext, table: Table, f: Record<string, unknown>, row: Row): void {
  const names = Object.keys(f).filter((name) => name !== 'Id' && f[name] !== row.old!.f[name]);
  const columns = context.columnSets.of(table, names);
  if (columns.length === 0) return;
  const values = storedValues(columns, f);
  values.push(row.id);
  table.update(columns, values);
}
