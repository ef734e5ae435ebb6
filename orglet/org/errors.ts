import { ApexExceptionObject, stackTraceString } from '../runtime/errors.js';

/** An error as people read it. */
export interface DescribedError {
  /** `System.AssertException: Assertion Failed: Expected: 1, Actual: 2`. */
  message: string;
  /** Apex frames, innermost first, or the whole trace of a fault of Orglet; null when there is none. */
  stack: string | null;
}

/** Type, message and Apex trace of what a transaction threw. */
export function describeException(error: unknown): DescribedError {
  if (error instanceof ApexExceptionObject) {
    const trace = stackTraceString(error.origin.stack ?? '');
    const causes = error.cause ? `\nCaused by: ${describeException(error.cause).message}` : '';
    return {
      message: `${error.typeName}: ${error.message ?? 'Script-thrown exception'}${causes}`,
      stack: trace || null,
    };
  }
  if (error instanceof Error) {
    const apex = stackTraceString(error.stack ?? '');
    const known = error.name === 'UnsupportedError';
    return {
      message: known ? error.message : `Internal error: ${error.message}`,
      stack: known ? apex : (error.stack ?? null),
    };
  }
  return { message: String(error), stack: null };
}
