import { ApexExceptionObject, type DmlFailure } from '../../../runtime/errors.js';
import { JsonValueError } from '../../../org/json-rows.js';
import { HttpError } from '../context.js';

/** One error as the REST API lists it. */
export interface RestError {
  message: string;
  errorCode: string;
  fields?: string[];
}

const CODES: Record<string, string> = {
  'System.QueryException': 'MALFORMED_QUERY',
  'System.NoAccessException': 'INSUFFICIENT_ACCESS_OR_READONLY',
  'System.SecurityException': 'INSUFFICIENT_ACCESS_OR_READONLY',
};

/** Errors of a failed request and their HTTP status; null for what is a fault of the server. */
export function restErrors(error: unknown): { status: number; errors: RestError[] } | null {
  if (error instanceof HttpError)
    return { status: error.status, errors: [{ message: error.message, errorCode: error.code }] };
  if (error instanceof JsonValueError)
    return { status: 400, errors: [{ message: error.message, errorCode: 'JSON_PARSER_ERROR' }] };
  if (!(error instanceof ApexExceptionObject)) return null;
  const failures = (error.details as { failures?: DmlFailure[] } | null)?.failures;
  if (failures?.length) {
    return {
      status: 400,
      errors: failures.map(({ message, status, fields }) => ({ message, errorCode: status, fields })),
    };
  }
  const message = error.message ?? error.typeName;
  const noType = /sObject type '.*' is not supported/.test(message)
    ? 'INVALID_TYPE'
    : /No such column/.test(message)
      ? 'INVALID_FIELD'
      : null;
  return { status: 400, errors: [{ message, errorCode: noType ?? CODES[error.typeName] ?? 'APEX_ERROR' }] };
}
