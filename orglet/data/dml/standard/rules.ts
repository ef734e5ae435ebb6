import type { DmlContext } from '../context.js';
import type { Row } from '../row.js';
import type { SaveVerb } from '../save.js';

/** What a standard object does besides the general order of execution. */
export interface StandardRules {
  /** Before the before triggers: values that the platform fills in. */
  before?(context: DmlContext, rows: readonly Row[]): void;
  /** After the before triggers: values that follow from others (compound names, totals). */
  normalize?(context: DmlContext, row: Row): void;
  /** Checks beyond required fields, types and lengths. */
  validate?(context: DmlContext, rows: readonly Row[]): void;
  /** After the rows are stored, before the after triggers. */
  after?(context: DmlContext, verb: SaveVerb, rows: readonly Row[]): void;
  beforeDelete?(context: DmlContext, rows: readonly Row[]): void;
  afterDelete?(context: DmlContext, rows: readonly Row[]): void;
}

const rules = new Map<string, StandardRules>();

export function defineRules(object: string, definition: StandardRules): void {
  rules.set(object, definition);
}

/** @param object canonical name */
export const rulesFor = (object: string): StandardRules | undefined => rules.get(object);
