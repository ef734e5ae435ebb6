import {
  apiName,
  createDefaults,
  createRecord,
  deleteRecord,
  record,
  records,
  refreshRecords,
  updateRecord,
  type RecordRequest,
} from '../../data/ui-api.js';
import type { FieldValue, RecordData } from '../../data/types.js';
import { fieldAt } from '../../data/fields.js';
import { refreshValue, resourceAdapter } from '../../../runtime/resource.js';

export { createRecord, deleteRecord, updateRecord };

type Token = string | { objectApiName?: string; fieldApiName?: string };

export const getRecord = resourceAdapter((config: RecordRequest) => (config.recordId ? record(config) : undefined));

/** Results of several requests for records, as `{results: [{statusCode, result}]}`. */
export const getRecords = resourceAdapter((config: { records: Parameters<typeof records>[0] }) =>
  records(config.records),
);

export const getRecordCreateDefaults = resourceAdapter((config: { objectApiName: Token; recordTypeId?: string }) =>
  createDefaults(config.objectApiName, config.recordTypeId),
);

/** Value of a field, following relationships: `Account.Owner.Name`. */
export function getFieldValue(data: RecordData | undefined, field: Token): any {
  return entry(data, field)?.value;
}

/** Value of a field as the server formatted it. */
export function getFieldDisplayValue(data: RecordData | undefined, field: Token): string | null | undefined {
  return entry(data, field)?.displayValue;
}

function entry(data: RecordData | undefined, field: Token): FieldValue | undefined {
  return fieldAt(data, apiName(field).split('.').slice(1).join('.'));
}

/** Loads records again that changed outside the page's adapters. */
export async function notifyRecordUpdateAvailable(changed: { recordId: string }[]): Promise<void> {
  refreshRecords(changed.map(({ recordId }) => recordId));
}

export function getRecordNotifyChange(changed: { recordId: string }[]): void {
  refreshRecords(changed.map(({ recordId }) => recordId));
}

/** Loads a wired result again. */
export const refreshApex = refreshValue;

/** Fields of a new record that the object lets be set, from `getRecordCreateDefaults`. */
export function generateRecordInputForCreate(
  data: RecordData,
  objectInfo?: { fields: Record<string, { createable: boolean }> },
): { apiName: string; fields: Record<string, unknown> } {
  return { apiName: data.apiName, fields: writable(data, (name) => objectInfo?.fields[name]?.createable ?? true) };
}

/** Fields of a record that the object lets be changed, with its Id. */
export function generateRecordInputForUpdate(
  data: RecordData,
  objectInfo?: { fields: Record<string, { updateable: boolean }> },
): { fields: Record<string, unknown> } {
  return { fields: { Id: data.id, ...writable(data, (name) => objectInfo?.fields[name]?.updateable ?? true) } };
}

function writable(data: RecordData, allowed: (name: string) => boolean): Record<string, unknown> {
  const plain = Object.entries(data.fields).filter(
    ([name, { value }]) => allowed(name) && (value === null || typeof value !== 'object'),
  );
  return Object.fromEntries(plain.map(([name, { value }]) => [name, value]));
}
