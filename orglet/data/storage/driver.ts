/** What Orglet needs of an SQLite library; see `open.ts` for the libraries behind it. */

export type SqlValue = null | number | bigint | string | Uint8Array;

export interface SqlStatement {
  /** @returns the number of changed rows */
  run(params: readonly SqlValue[]): number;
  /** Every row as an array of its columns' values. The statement names its columns uniquely. */
  all(params: readonly SqlValue[]): SqlValue[][];
}

export interface SqlDriver {
  /** npm package behind it. */
  readonly library: 'better-sqlite3' | 'node-sqlite3-wasm';
  prepare(sql: string): SqlStatement;
  /** Runs statements without parameters or results. */
  exec(sql: string): void;
  /** Defines an SQL function of a fixed number of arguments. */
  defineFunction(name: string, fn: (...args: SqlValue[]) => SqlValue, deterministic: boolean): void;
  close(): void;
}
