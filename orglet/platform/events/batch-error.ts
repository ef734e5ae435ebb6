import { ApexExceptionObject, stackTraceString } from '../../runtime/errors.js';
import { hooks } from '../../runtime/hooks.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { messageOf } from '../jobs/execute.js';
import type { BatchJob } from '../jobs/types.js';
import { publish } from './publish.js';

/** Publishes a BatchApexErrorEvent for a job that implements `Database.RaisesPlatformEvents`. */
export function publishBatchError(job: BatchJob, error: unknown, phase: 'START' | 'EXECUTE' | 'FINISH'): void {
  const object = hooks.schema?.resolveObject('BatchApexErrorEvent');
  if (!object) return;
  const apex = error instanceof ApexExceptionObject ? error : null;
  publish(
    new SObjectValue(object, {
      AsyncApexJobId: job.id,
      ExceptionType: apex?.typeName ?? 'System.UnexpectedException',
      Message: apex ? messageOf(apex) : String(error),
      StackTrace: apex ? stackTraceString(apex.origin.stack ?? '') : null,
      Phase: phase,
      JobScope: null,
      DoesExceedJobScopeMaxLength: false,
    }),
  );
}
