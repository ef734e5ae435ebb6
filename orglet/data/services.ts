import type { TriggerInfo } from '../runtime/classes.js';
import type { SObjectValue } from '../runtime/sobject.js';
import type { FormulaRecord, FormulaType } from '../schema/formula/types.js';
import type { FieldInfo, ObjectInfo } from '../schema/model.js';
import type { Schema } from '../schema/index.js';

/** Reads a field path of a record inside a formula; null when a parent is missing. */
export type ReadPath = (path: readonly string[]) => unknown;

/** What the records need of the formula engine. */
export interface FormulaService {
  /** Paths of the fields that a formula field reads, canonical names; each starts at the field's object. */
  references(field: FieldInfo): readonly (readonly string[])[];
  /** Value of a formula field as an Apex value. */
  evaluate(field: FieldInfo, read: ReadPath): unknown;
  /**
   * Runs a query in which the formula field is evaluated, after reading what the formula needs besides its record: SQL
   * functions cannot query. Null when it needs nothing.
   */
  readingAhead(field: FieldInfo): (<T>(query: () => T) => T) | null;
  /** Any formula over records of an object, ready to run. @throws FormulaError when it does not compile */
  prepare(source: string, object: ObjectInfo, blankAsZero: boolean): PreparedFormula;
  /** A record for formulas, whose fields are read by their path. */
  record(object: ObjectInfo, read: ReadPath): FormulaRecord;
  /** Value of a field's default value formula. */
  defaultValue(field: FieldInfo): unknown;
  /** The active validation rules of the object that the record breaks. */
  brokenRules(object: ObjectInfo, read: ReadPath, change: RecordChange): { message: string; field: string | null }[];
}

/** A compiled formula: its type, the field paths it reads, and its value for a record. */
export interface PreparedFormula {
  readonly type: FormulaType;
  readonly paths: readonly (readonly string[])[];
  /** @throws FormulaRuntimeError where a formula field would show `#Error!` */
  run(record: FormulaRecord): unknown;
}

/** What ISNEW(), ISCHANGED() and PRIORVALUE() look at. */
export interface RecordChange {
  readonly isNew: boolean;
  readonly record: SObjectValue;
  readonly old: SObjectValue | null;
}

/** What the records need of the other parts; the org wires it. */
export interface DataServices {
  readonly schema: Schema;
  readonly formulas: FormulaService;
  /** Triggers of an object (canonical name), in the order in which they run. */
  triggers(object: string): readonly TriggerInfo[];
  /** Queues platform events that `insert` was given; answers for each its errors. */
  publish(events: readonly SObjectValue[]): void;
}
