/** SQLite as native code, from an npm package that brings its binaries along. */
import type { DatabaseSync } from '@photostructure/sqlite';
import type { SqlDriver, SqlStatement, SqlValue } from './driver.js';
import { Thrown } from './thrown.js';

type Database = typeof DatabaseSync;
type Params = Parameters<ReturnType<InstanceType<Database>['prepare']>['all']>;

const MAX_INT32 = 0x7fffffff;
const MIN_INT32 = -0x80000000;

/** The package binds integers of 32 bits as INTEGER and all others as REAL. */
const isLarge = (value: SqlValue): value is number =>
  typeof value === 'number' && (value > MAX_INT32 || value < MIN_INT32) && Number.isSafeInteger(value);

/** It takes numbers this near above zero for 0. */
const isTiny = (value: SqlValue): value is number => typeof value === 'number' && value > 0 && value < Number.EPSILON;

const asInteger = (value: SqlValue): SqlValue =>
  typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;

const asNumber = (value: SqlValue): SqlValue =>
  typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;

/** How it refuses to read an integer beyond 2^53 as a number. */
const TOO_LARGE = /too large to be represented as a JavaScript number/;
/** Statements that may run again. */
const READS = /^\s*(?:SELECT|WITH)\b/i;

/** Text and names in quotes, and marks. */
const QUOTED_OR_MARK = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g;

/** The statement with numbers that cannot be bound written out, and the other parameters. */
function writeOut(sql: string, params: readonly SqlValue[]): { sql: string; params: readonly SqlValue[] } {
  let at = 0;
  const written = sql.replace(QUOTED_OR_MARK, (found) => {
    const value = found === '?' ? params[at++]! : null;
    return isTiny(value) ? value.toExponential() : found;
  });
  return { sql: written, params: params.filter((value) => !isTiny(value)) };
}

export function openNative(Database: Database, path: string): SqlDriver {
  const db = new Database(path, { enableForeignKeyConstraints: false });
  const thrown = new Thrown();

  function bound(params: readonly SqlValue[]): Params {
    for (const value of params) if (value === undefined || isLarge(value)) return params.map(bind) as Params;
    return params as unknown as Params;
  }
  const bind = (value: SqlValue): SqlValue => (isLarge(value) ? BigInt(value) : (value ?? null));

  function prepare(sql: string): SqlStatement {
    const statement = db.prepare(sql);
    statement.setReturnArrays(true);
    let big = false;
    const rows = (params: readonly SqlValue[]) => statement.all(...bound(params)) as unknown as SqlValue[][];
    function all(params: readonly SqlValue[]): SqlValue[][] {
      if (!big) {
        try {
          return rows(params);
        } catch (error) {
          if (!TOO_LARGE.test((error as Error).message) || !READS.test(sql)) throw error;
          big = true;
          statement.setReadBigInts(true);
        }
      }
      return rows(params).map((row) => row.map(asNumber));
    }
    /** The statement for these parameters: this one, but for numbers that it cannot take. */
    function forParams<T>(
      params: readonly SqlValue[],
      use: (params: readonly SqlValue[]) => T,
      other: keyof SqlStatement,
    ): T {
      if (!params.some(isTiny)) return thrown.around(() => use(params));
      const rewritten = writeOut(sql, params);
      return prepare(rewritten.sql)[other](rewritten.params) as T;
    }
    return {
      run: (params) => forParams(params, (values) => Number(statement.run(...bound(values)).changes), 'run'),
      all: (params) => forParams(params, all, 'all'),
    };
  }

  return {
    library: '@photostructure/sqlite',
    prepare,
    exec: (sql) => thrown.around(() => db.exec(sql)),
    defineFunction: (name, fn, deterministic) => {
      const guarded = thrown.guard(fn);
      const integers = (...args: SqlValue[]) => asInteger(guarded(...args));
      db.function(name, { deterministic }, Object.defineProperty(integers, 'length', { value: fn.length }) as never);
    },
    close: () => db.close(),
  };
}
