import type { SObjectValue } from '../../runtime/sobject.js';

/** Why a row could not be saved. */
export interface RowError {
  /** `System.StatusCode` name. */
  status: string;
  message: string;
  /** Canonical field names. */
  fields: string[];
}

/** One record on its way through a DML statement. */
export interface Row {
  /** Position in the statement. */
  readonly index: number;
  /** The caller's record; gets the Id of an insert. */
  readonly input: SObjectValue;
  /** What triggers see as `Trigger.new` and what is saved. */
  record: SObjectValue;
  /** The record as it was stored, null for an insert. */
  old: SObjectValue | null;
  errors: RowError[];
  /** Id once known, also of a row that failed. */
  id: string | null;
  /** Whether an upsert, or an insert, made the record. */
  created: boolean;
}

export function fail(row: Row, status: string, message: string, fields: string[] = []): void {
  row.errors.push({ status, message, fields });
}

export const isGood = (row: Row): boolean => row.errors.length === 0;

/** Moves what `addError` left on a record to its row. */
export function collectErrors(row: Row, record: SObjectValue | null): void {
  if (!record?.errors) return;
  for (const error of record.errors) fail(row, error.status, error.message, error.field === null ? [] : [error.field]);
  record.errors = null;
}
