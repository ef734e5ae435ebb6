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

/**
 * Status of codes that are not answered with 400.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
const STATUS: Record<string, number> = {
  ENTITY_IS_DELETED: 404,
  INVALID_CROSS_REFERENCE_KEY: 404,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 403,
};

/** The records at fault of a failed DML statement; none for other exceptions. */
export function dmlFailures(error: ApexExceptionObject): DmlFailure[] {
  return (error.details as { failures?: DmlFailure[] } | null)?.failures ?? [];
}

/** Errors of a failed request and their HTTP status; null for what is a fault of the server. */
export function restErrors(error: unknown): { status: number; errors: RestError[] } | null {
  if (error instanceof HttpError)
    return { status: error.status, errors: [{ message: error.message, errorCode: error.code }] };
  if (error instanceof JsonValueError)
    return { status: 400, errors: [{ message: error.message, errorCode: 'JSON_PARSER_ERROR' }] };
  if (!(error instanceof ApexExceptionObject)) return null;
  const failures = dmlFailures(error);
  if (failures.length) {
    return {
      status: STATUS[failures[0].status] ?? 400,
      errors: failures.map(({ message, status, fields }) => ({ message, errorCode: status, fields })),
    };
  }
  const message = error.message ?? error.typeName;
  const noType = /sObject type '.*' is not supported/.test(message)
    ? 'INVALID_TYPE'
    : /No such column/.test(message)
      ? 'INVALID_FIELD'
      : null;
  const errorCode = noType ?? CODES[error.typeName] ?? 'APEX_ERROR';
  return { status: STATUS[errorCode] ?? 400, errors: [{ message, errorCode }] };
}
