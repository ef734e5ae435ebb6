import { raise } from '../../runtime/errors.js';
import { defineClass } from '../../runtime/registry.js';
import type { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { ApexObject } from '../../runtime/values/object.js';
import { enqueueBatch, enqueueQueueable, scheduleBatch, scheduleJob, type EnqueueOptions } from '../jobs/enqueue.js';
import { abortJob } from '../jobs/abort.js';
import { asyncContext } from '../state.js';
import { changePassword } from '../users/passwords.js';
import { runAs } from '../users/run-as.js';
import { AsyncOptions } from './async-options.js';

/** The asynchronous and user-related part of `System`. */
const running = (...kinds: string[]) => kinds.includes(asyncContext()?.kind ?? '');

function enqueueOptions(value: unknown): EnqueueOptions {
  if (value instanceof AsyncOptions) {
    return {
      delayMinutes: value.minimumQueueableDelayInMinutes ?? 0,
      maximumDepth: value.maximumQueueableStackDepth,
      signature: value.duplicateSignature?.key ?? null,
    };
  }
  return { delayMinutes: (value as number | null) ?? 0, maximumDepth: null, signature: null };
}

function attachFinalizer(finalizer: unknown): void {
  const context = asyncContext();
  if (context?.kind !== 'queueable')
    raise('System.HandledException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
  if (context.finalizer !== null)
    raise('System.HandledException', 'System.attachFinalizer(Finalizer) can only be called once per Queueable');
  if (!(finalizer instanceof ApexObject)) raise('System.NullPointerException', 'Argument 1 cannot be null');
  context.finalizer = finalizer;
}

defineClass('System.System', {
  statics: {
    enqueuejob: (job: unknown, options: unknown = null) => enqueueQueueable(job, enqueueOptions(options)),
    schedule: (name: string, cron: string, job: unknown) => scheduleJob(name, cron, job),
    schedulebatch: (job: unknown, name: string, minutes: number, scope: number | null = null) =>
      scheduleBatch(job, name, minutes, scope),
    abortjob: (id: string) => abortJob(id),
    attachfinalizer: attachFinalizer,
    isbatch: () => running('batch-start', 'batch-execute', 'batch-finish'),
    isfuture: () => running('future'),
    isqueueable: () => running('queueable'),
    isscheduled: () => running('schedulable'),
    runas: (user: unknown, block?: () => unknown) => runAs(user as SObjectValue, block),
    setpassword: (userId: string, password: string) => changePassword(userId, password),
    changeownpassword: (_old: string, password: string) => changePassword(tx().user.id, password),
  },
});

defineClass('System.Database', {
  statics: { executebatch: (job: unknown, scope: number | null = null) => enqueueBatch(job, scope) },
});
