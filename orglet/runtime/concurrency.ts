/** What transactions that run at the same time owe one another; see `race/`. An org alone at work has none of it. */

/** What happens next in a transaction: where another one may be let in. */
export type PointKind = 'start' | 'query' | 'dml' | 'commit' | 'rollback' | 'callout' | 'event' | 'job';

/** Why a row could not be locked. */
export type LockFailure = 'deadlock' | 'timeout';

export interface Concurrency {
  /** Other transactions may run here. @param text the statement, for people */
  point(kind: PointKind, text: string): void;
  /**
   * Locks rows or claims (`Account:001…`) until the transaction ends; waits for others who hold them.
   * @returns null when all are locked
   */
  lock(keys: readonly string[]): LockFailure | null;
  /** How often a lock had to be waited for: what was read before may be old when it has changed. */
  readonly waits: number;
  /** The transaction has committed or rolled back: others see its changes and may lock its rows. */
  ended(): void;
  /**
   * The next value of a number that all transactions share; absent where the database has it.
   * @param last the value given last before they started
   */
  nextNumber?(name: string, last: number): number;
}

let current: Concurrency | null = null;

/** Null where transactions run one after another. */
export const concurrency = (): Concurrency | null => current;

export function setConcurrency(value: Concurrency | null): void {
  current = value;
}

/** The number that a row gets in a table with `AUTOINCREMENT`; null: the one that the database chooses. */
export function nextRowNumber(table: string, last: () => number): number | null {
  return current?.nextNumber ? current.nextNumber(table, last()) : null;
}

/** Locks of rows of one object. */
export const rowKeys = (object: string, ids: readonly string[]): string[] => ids.map((id) => `${object}:${id}`);
