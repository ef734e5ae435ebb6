import { raise } from '../../runtime/errors.js';
import { defineClass } from '../../runtime/registry.js';
import type { SObjectValue } from '../../runtime/sobject.js';
import { tx } from '../../runtime/transaction.js';
import { ApexObject, StandardObject } from '../../runtime/values/object.js';
import { enqueueBatch, enqueueQueueable, scheduleBatch, scheduleJob, type EnqueueOptions } from '../jobs/enqueue.js';
import { abortJob } from '../jobs/abort.js';
import { platformHost } from '../host.js';
import { asyncContext } from '../state.js';
import { changePassword, checkPasswordNow, randomPassword, storePassword } from '../users/passwords.js';
import { runAs } from '../users/run-as.js';
import { mailPasswordLink } from '../users/user-mail.js';
import { AsyncOptions } from './async-options.js';

/** The asynchronous and user-related part of `System`. */
const running = (...kinds: string[]) => kinds.includes(asyncContext()?.kind ?? '');

function enqueueOptions(value: unknown): EnqueueOptions {
  if (value instanceof AsyncOptions) {
    return {
      delayMinutes: value.minimumQueueableDelayInMinutes,
      maximumDepth: value.maximumQueueableStackDepth,
      signature: value.duplicateSignature?.key ?? null,
    };
  }
  return { delayMinutes: value as number | null, maximumDepth: null, signature: null };
}

function attachFinalizer(finalizer: unknown): void {
  const context = asyncContext();
  if (context?.kind !== 'queueable')
    raise('System.HandledException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
  if (context.finalizer !== null)
    raise('System.HandledException', 'More than one Finalizer cannot be attached to same Async Apex Job');
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
    changeownpassword: (old: string, password: string) => {
      if (!checkPasswordNow(tx().user.id, old))
        raise('System.HandledException', 'INVALID_OLD_PASSWORD: Your old password is invalid.');
      changePassword(tx().user.id, password);
    },
    resetpassword: (userId: string, sendMail: boolean) => resetPassword(userId, sendMail, null),
    resetpasswordwithemailtemplate: (userId: string, sendMail: boolean, template: string) =>
      resetPassword(userId, sendMail, template),
  },
});

/** `System.ResetPasswordResult`. */
class ResetPasswordResult extends StandardObject {
  readonly password: string;
  constructor(password: string) {
    super();
    this.password = password;
  }
}
defineClass('System.ResetPasswordResult', {
  instance: ResetPasswordResult,
  methods: { getpassword: (self: ResetPasswordResult) => self.password },
  props: { password: { get: (self: ResetPasswordResult) => self.password } },
});

/** Gives the user a password that nobody chose, and a link to choose one. */
function resetPassword(userId: string, sendMail: boolean, template: string | null): ResetPasswordResult {
  const [user] = platformHost().find('User', { Id: userId });
  if (!user) return raise('System.InvalidParameterValueException', `Invalid user Id: ${userId}`);
  const password = randomPassword();
  storePassword(userId, password);
  if (sendMail) mailPasswordLink(user, 'password', template);
  return new ResetPasswordResult(password);
}

defineClass('System.Database', {
  statics: { executebatch: (job: unknown, scope: number | null = null) => enqueueBatch(job, scope) },
});
