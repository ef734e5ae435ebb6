import { raise } from '../../runtime/errors.js';
import { ApexDatetime } from '../../runtime/values/scalars.js';
import { platformHost } from '../host.js';
import { testState } from '../state.js';
import { deleteJob } from './store.js';

/** `System.abortJob`: takes a job or a schedule from the queue. */
export function abortJob(id: string | null): void {
  if (id === null) return raise('System.NullPointerException', 'Argument 1 cannot be null');
  const host = platformHost();
  const schedule = host.find('CronTrigger', { Id: id })[0];
  const job = schedule ? null : host.find('AsyncApexJob', { Id: id })[0];
  if (!schedule && !job) raise('System.StringException', `Invalid id: ${id}`);
  const test = testState();
  const same = (other: { id: string }) => other.id !== id && other.id !== (schedule ?? job)!.id;
  if (test) {
    test.jobs = test.jobs.filter(same);
    test.leftovers = test.leftovers.filter(same);
  } else deleteJob((schedule ?? job)!.id!);
  if (schedule) {
    host.deleteRow('CronTrigger', schedule.id!);
    host.deleteRow('CronJobDetail', schedule.f.CronJobDetailId as string);
    for (const row of host.find('AsyncApexJob', { CronTriggerId: schedule.id })) markAborted(row.id!);
  } else markAborted(job!.id!);
}

function markAborted(id: string): void {
  platformHost().updateRow('AsyncApexJob', id, { Status: 'Aborted', CompletedDate: new ApexDatetime(Date.now()) });
}
