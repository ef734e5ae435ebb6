import type { DmlResult } from '../../../data/lib/results.js';
import type { DmlOperation } from '../../../runtime/engine.js';
import { ApexExceptionObject } from '../../../runtime/errors.js';
import type { ApexList } from '../../../runtime/values/list.js';
import type { RequestContext } from '../context.js';
import { dmlFailures } from './errors.js';
import { save } from './records.js';

/** One record's part of the answer. */
export interface RecordResult {
  id?: string | null;
  success: boolean;
  errors: { statusCode: string; message: string; fields: readonly string[] }[];
  created?: boolean;
}

function resultJson(result: DmlResult): RecordResult {
  const errors = result.errors.map(({ status, message, fields }) => ({ statusCode: status, message, fields }));
  return result.success ? { id: result.id, success: true, errors } : { success: false, errors };
}

const ROLLED_BACK = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
};

/**
 * Saves a collection. A request with `allOrNone` that fails answers each record too: those at fault with their errors,
 * the others as rolled back.
 */
export function saveCollection(
  context: RequestContext,
  op: DmlOperation,
  list: ApexList,
  options: { allOrNone: boolean; externalId?: string },
): RecordResult[] {
  try {
    return save(context.org, context.requireUser(), op, list, options).map((result) =>
      op === 'upsert' ? { ...resultJson(result), created: result.created } : resultJson(result),
    );
  } catch (error) {
    const failures = error instanceof ApexExceptionObject ? dmlFailures(error) : [];
    if (!options.allOrNone || !failures.length) throw error;
    return list.a.map((_record, index) => {
      const errors = failures
        .filter((failure) => failure.index === index)
        .map(({ status, message, fields }) => ({ statusCode: status, message, fields }));
      return { success: false, errors: errors.length ? errors : [ROLLED_BACK] };
    });
  }
}
