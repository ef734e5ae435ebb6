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
  const changed = (name: string): boolean => row.old === null || f[name] !== row.old.f[name];
  const missing = requiredFields(object).filter(
    (field) =>
      isBlank(f[field.name]) && (row.old === null || field.name in row.input.f || !isBlank(row.old.f[field.name])),
  );
  if (missing.length > 0) {
    const names = missing.map((field) => field.name);
    fail(row, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
  }
  for (const field of checkedFields(object)) {
    const value = f[field.name];
    if (value !== undefined && value !== null && changed(field.name)) validateValue(row, field, value);
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
