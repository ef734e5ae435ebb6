/** What Orglet needs of an SQLite library; see `open.ts` for the libraries behind it. */

/**
 * Numbers are bound and returned by functions as SQLite's INTEGER when they are safe integers, else as REAL, whatever
 * the library does by itself: a bound 5 divided by 2 is 2 everywhere.
 */
export type SqlValue = null | number | bigint | string | Uint8Array;

export interface SqlStatement {
  run(params: readonly SqlValue[]): void;
  /**
   * Every row as an array of its columns' values. The statement names its columns uniquely. Integers beyond 2^53 are
   * bigints.
   */
  all(params: readonly SqlValue[]): SqlValue[][];
}

/** The ways to SQLite: native code where it runs, else WebAssembly. */
export const LIBRARIES = ['@photostructure/sqlite', 'node-sqlite3-wasm'] as const;
export type SqlLibrary = (typeof LIBRARIES)[number];

export interface SqlDriver {
  /** npm package behind it. */
  readonly library: SqlLibrary;
  prepare(sql: string): SqlStatement;
  /** Runs statements without parameters or results. */
  exec(sql: string): void;
  /** Defines an SQL function of a fixed number of arguments. What it throws reaches the statement's caller as it is. */
  defineFunction(name: string, fn: (...args: SqlValue[]) => SqlValue, deterministic: boolean): void;
  close(): void;
}
