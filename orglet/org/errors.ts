import { DataFileError } from '../data/storage/file-error.js';
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

/** A sentence for a data file that cannot be used; other errors as they are. */
export function describeDataError(file: string, error: unknown): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (/file is not a database|malformed/.test(message)) {
    const sentence = `The data file ${file} is damaged or not a database. Delete it to start over.`;
    return new DataFileError('damaged', sentence, { cause: error });
  }
  if (/database is locked/.test(message)) {
    const sentence = `Another program is using the data file ${file}. Stop it first.`;
    return new DataFileError('in use', sentence, { cause: error });
  }
  if (/(?:unable|could not) (?:to )?open (?:the )?database/i.test(message) || CLOSED.has(code)) {
    const sentence = `The data file ${file} cannot be opened. Check that its folder can be written to.`;
    return new DataFileError('closed to us', sentence, { cause: error });
  }
  return error;
}

/** What the file system says when a folder cannot be written to. */
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR']);
