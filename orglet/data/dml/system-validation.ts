import { parseId } from '../../runtime/lib/id.js';
import { ApexDecimal } from '../../runtime/values.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import { allowsTruncation } from '../lib/dml-options.js';
import { fieldIndex, isBlank } from './fields.js';
import { fail, type Row } from './row.js';

/** Fields that describe calls required and that the platform fills in, or leaves empty, itself. */
const PLATFORM_FILLED = new Set([
  'OrderItem.QuoteLineItemId',
  'Case.BusinessHoursId',
  'ContentVersion.ContentDocumentId',
  'PricebookEntry.UnitPrice',
]);

/** Fields that must have a value; a checkbox always has one. */
const requiredFields = fieldIndex(
  (field) =>
    !PLATFORM_FILLED.has(`${field.object.name}.${field.name}`) &&
    !field.nillable &&
    !field.defaultedOnCreate &&
    field.createable &&
    !field.autoNumber &&
    field.type !== 'BOOLEAN' &&
    !field.calculated,
);
const checkedFields = fieldIndex((field) => !field.calculated && !field.system && field.type !== 'BOOLEAN');
/** Places of the checked fields by name. */
const checkedPlaces = new WeakMap<ObjectInfo, ReadonlyMap<string, number>>();

function placesOf(object: ObjectInfo): ReadonlyMap<string, number> {
  let places = checkedPlaces.get(object);
  if (!places) checkedPlaces.set(object, (places = new Map(checkedFields(object).map(({ name }, at) => [name, at]))));
  return places;
}

/**
 * Letters of any script, two dots in a row and a dot at the end of the local part are taken, a dot at its start is not; the
 * domain is made of labels and ends in one of two letters or more. https://help.salesforce.com/s/articleView?id=000384328
 */
const EMAIL =
  /^(?=[^@]{1,64}@)[^\s@<>()[\],;:\\".][^\s@<>()[\],;:\\"]*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/**
 * What the platform checks before validation rules: required fields, types, lengths, restricted picklists.
 * Lookups are checked for the whole chunk at once, see `references.ts`.
 */
export function validateSystem(object: ObjectInfo, row: Row): void {
  const { f } = row.record;
  const old = row.old?.f;
  const names: string[] = [];
  for (const { name } of requiredFields(object)) {
    if (isBlank(f[name]) && (!old || name in row.input.f || !isBlank(old[name]))) names.push(name);
  }
  if (names.length > 0) {
    fail(row, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
  }
  // Records have few of their object's fields, and an update changes few of those.
  const places = placesOf(object);
  const changed: number[] = [];
  for (const name in f) {
    const value = f[name];
    if (value === undefined || value === null || (old && value === old[name])) continue;
    const at = places.get(name);
    if (at !== undefined) changed.push(at);
  }
  for (const at of changed.sort((a, b) => a - b)) {
    const field = checkedFields(object)[at]!;
    validateValue(row, field, f[field.name]);
  }
}

function validateValue(row: Row, field: FieldInfo, value: unknown): void {
  switch (field.type) {
    case 'REFERENCE':
      return validateReference(row, field, value);
    case 'PICKLIST':
    case 'MULTIPICKLIST':
      return validatePicklist(row, field, String(value));
    case 'CURRENCY':
    case 'DOUBLE':
    case 'PERCENT':
    case 'INTEGER':
      return validateNumber(row, field, value);
    case 'EMAIL':
      if (value !== '' && !EMAIL.test(String(value))) {
        return fail(row, 'INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${String(value)}`, [
          field.name,
        ]);
      }
      return validateLength(row, field, value);
    default:
      return validateLength(row, field, value);
  }
}

function validateLength(row: Row, field: FieldInfo, value: unknown): void {
  if (typeof value !== 'string' || field.length === 0 || value.length <= field.length) return;
  if (allowsTruncation(row.record.dmlOptions)) {
    row.record.f[field.name] = value.slice(0, field.length);
    return;
  }
  const shown = value.length > 255 ? `${value.slice(0, 252)}...` : value;
  fail(row, 'STRING_TOO_LONG', `${field.label}: data value too large: ${shown} (max length=${field.length})`, [
    field.name,
  ]);
}

function validateReference(row: Row, field: FieldInfo, value: unknown): void {
  const id = parseId(String(value));
  if (id === null)
    return fail(row, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${String(value)}`, [field.name]);
  row.record.f[field.name] = id;
}

function validatePicklist(row: Row, field: FieldInfo, value: string): void {
  if (value === '') return;
  if (!field.restrictedPicklist || field.picklistValues.length === 0) return validateLength(row, field, value);
  for (const part of field.type === 'MULTIPICKLIST' ? value.split(';') : [value]) {
    const wanted = part.trim().toLowerCase();
    const known = field.picklistValues.some(
      (entry) => entry.value.toLowerCase() === wanted && (entry.active || row.old !== null),
    );
    if (known) continue;
    return fail(
      row,
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${part}`,
      [field.name],
    );
  }
}

function validateNumber(row: Row, field: FieldInfo, value: unknown): void {
  if (field.precision === 0) return;
  const decimal = ApexDecimal.fromNumeric(value);
  if (!decimal) return;
  const whole = decimal.setScale(0, 'DOWN').abs().toPlainString().length;
  if (whole <= Math.max(1, field.precision - field.scale)) return;
  fail(
    row,
    'NUMBER_OUTSIDE_VALID_RANGE',
    `${field.label}: value outside of valid range on numeric field: ${decimal.toPlainString()}`,
    [field.name],
  );
}
