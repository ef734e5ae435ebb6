import { currentTime } from '../../runtime/clock.js';
import { findClass } from '../../runtime/classes.js';
import { tx } from '../../runtime/transaction.js';
import { ApexDatetime } from '../../runtime/values/scalars.js';
import { platformHost } from '../host.js';

export type AsyncJobType = 'Future' | 'Queueable' | 'BatchApex' | 'BatchApexWorker' | 'ScheduledApex';

/** Creates the AsyncApexJob row of a job and returns its Id. */
export function createAsyncJob(className: string, type: AsyncJobType, more: Record<string, unknown> = {}): string {
  return platformHost().insertRow('AsyncApexJob', {
    ApexClassId: apexClassId(className),
    JobType: type,
    Status: 'Queued',
    TotalJobItems: 0,
    JobItemsProcessed: 0,
    NumberOfErrors: 0,
    CreatedById: tx().user.id,
    CreatedDate: new ApexDatetime(currentTime()),
    ...more,
  });
}

export function updateAsyncJob(id: string, fields: Record<string, unknown>): void {
  platformHost().updateRow('AsyncApexJob', id, fields);
}

/** Marks a job as ended. */
export function finishAsyncJob(id: string, failure: string | null, more: Record<string, unknown> = {}): void {
  updateAsyncJob(id, {
    Status: failure === null ? 'Completed' : 'Failed',
    CompletedDate: new ApexDatetime(currentTime()),
    ExtendedStatus: failure === null ? null : failure.slice(0, 1000),
    ...more,
  });
}

const classIds = new WeakMap<object, Map<string, string | null>>();

/** Id of the ApexClass row of a class; of the outermost one for an inner class. */
export function apexClassId(className: string): string | null {
  const host = platformHost();
  let known = classIds.get(host);
  if (!known) classIds.set(host, (known = new Map()));
  let info = findClass(className);
  while (info?.outer) info = info.outer;
  const name = info?.name ?? className;
  if (!known.has(name)) {
    const [row] = host.find('ApexClass', { Name: name });
    known.set(name, row?.id ?? null);
  }
  return known.get(name) ?? null;
}
