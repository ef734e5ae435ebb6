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

/** Whether it takes a value as it is. */
const isPlain = (value: SqlValue): boolean =>
  typeof value === 'number' ? !isLarge(value) && !isTiny(value) : value !== undefined;

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

  const bind = (value: SqlValue): SqlValue => (isLarge(value) ? BigInt(value) : (value ?? null));

  function prepare(sql: string): SqlStatement {
    const statement = db.prepare(sql);
    statement.setReturnArrays(true);
    let big = false;
    function rows(params: Params): SqlValue[][] {
      if (!big) {
        try {
          return statement.all(...params) as unknown as SqlValue[][];
        } catch (error) {
          if (!TOO_LARGE.test((error as Error).message) || !READS.test(sql)) throw error;
          big = true;
          statement.setReadBigInts(true);
        }
      }
      return (statement.all(...params) as unknown as SqlValue[][]).map((row) => row.map(asNumber));
    }
    // Its `run` makes an object of counts that nobody asks for, which costs as much as a small statement.
    const change = (params: Params): void => void statement.all(...params);
    /** Runs the statement with the parameters, or another one when there are numbers that it cannot take. */
    function use<T>(run: (params: Params) => T, params: readonly SqlValue[], other: keyof SqlStatement): T {
      let plain = true;
      for (let i = 0; plain && i < params.length; i++) plain = isPlain(params[i]!);
      if (plain) return thrown.around(run, params as unknown as Params);
      if (!params.some(isTiny)) return thrown.around(run, params.map(bind) as Params);
      const rewritten = writeOut(sql, params);
      return prepare(rewritten.sql)[other](rewritten.params) as T;
    }
    return {
      run: (params) => use(change, params, 'run'),
      all: (params) => use(rows, params, 'all'),
    };
  }

  return {
    library: '@photostructure/sqlite',
    prepare,
    exec: (sql) => thrown.around((text: string) => db.exec(text), sql),
    defineFunction: (name, fn, deterministic) => {
      const guarded = thrown.guard(fn);
      const integers = (...args: SqlValue[]) => asInteger(guarded(...args));
      db.function(name, { deterministic }, Object.defineProperty(integers, 'length', { value: fn.length }) as never);
    },
    close: () => db.close(),
  };
}
