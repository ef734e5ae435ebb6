/** What compiled formulas work with. Values are Apex values; text is never null inside a formula but empty. */
import type { FieldInfo, ObjectInfo } from '../model.js';
import type { FormulaNode } from './parser.js';

export type FormulaType = 'Number' | 'Text' | 'Boolean' | 'Date' | 'Datetime' | 'Time' | 'Location' | 'Null' | 'Any';

/** A record as formulas read it. Formula fields are computed by the engine: only stored values are asked for. */
export interface FormulaRecord {
  readonly object: ObjectInfo;
  /** Stored value of a field by canonical name; null when blank. */
  field(name: string): unknown;
  /** The record a reference field points to, or null. */
  parent(reference: FieldInfo): FormulaRecord | null;
}

/** What formulas know of the world around the record; `data/` provides it. */
export interface FormulaGlobals {
  /** The running user; parents lead to the profile and role. */
  user(): FormulaRecord | null;
  organization(): FormulaRecord | null;
  hasPermission(customPermission: string): boolean;
  /** The custom setting that applies to the running user, fields merged down the hierarchy, or null. */
  setting(object: ObjectInfo): FormulaRecord | null;
  /** First record of an object whose field has that value (`VLOOKUP`), or null. */
  find(object: ObjectInfo, field: FieldInfo, value: unknown): FormulaRecord | null;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Time zone of the running user, such as `Europe/Berlin`. */
  timeZone(): string;
  /** Language of the running user, such as `de`. */
  language(): string;
}

/** One evaluation. */
export interface Scope {
  readonly record: FormulaRecord | null;
  /** The record before the change; null on insert. */
  readonly prior: FormulaRecord | null;
  readonly isNew: boolean;
  readonly globals: FormulaGlobals;
  /** Values of globals that were read before, by what reads them; null where the formula may read them itself. */
  readonly ahead: ReadonlyMap<Run, unknown> | null;
}

export type Run = (scope: Scope) => unknown;

/** A compiled expression. */
export interface Expression {
  readonly type: FormulaType;
  readonly run: Run;
  readonly node: FormulaNode;
  /** The field when the expression is a plain reference to one. */
  readonly field: FieldInfo | null;
  /** Reads the same field of the record before the change; set with `field` for fields of the record itself. */
  readonly prior: Run | null;
}

/** Raised while a formula runs (`#Error!`): a division by zero, text that is no number. */
export class FormulaRuntimeError extends Error {}
