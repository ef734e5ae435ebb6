import type { SqlValue } from './driver.js';

type SqlFunction = (...args: SqlValue[]) => SqlValue;

/** Carries what an SQL function throws past SQLite, which would make another error of it. */
export class Thrown {
  private held: { error: unknown } | null = null;

  guard(fn: SqlFunction): SqlFunction {
    return (...args) => {
      try {
        return fn(...args);
      } catch (error) {
        this.held = { error };
        throw error;
      }
    };
  }

  /** Runs a statement with its parameters. */
  around<P, T>(statement: (params: P) => T, params: P): T {
    try {
      return statement(params);
    } catch (error) {
      const { held } = this;
      this.held = null;
      throw held ? held.error : error;
    }
  }
}
