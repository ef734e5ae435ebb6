import { exception, standardExceptionName } from '../../runtime/errors.js';
import { defineClass } from '../../runtime/registry.js';
import { defineEnum } from '../../runtime/lib/enums.js';
import { StandardObject } from '../../runtime/values/object.js';
import type { FinalizerJob } from './types.js';

const results = defineEnum('System.ParentJobResult', ['SUCCESS', 'UNHANDLED_EXCEPTION']);

/** `System.FinalizerContext`: what became of the job that attached the finalizer. */
export class FinalizerContext extends StandardObject {
  readonly job: FinalizerJob;

  constructor(job: FinalizerJob) {
    super();
    this.job = job;
  }
}

const methods = {
  getasyncapexjobid: (self: FinalizerContext) => self.job.parentJobId,
  getrequestid: (self: FinalizerContext) => self.job.requestId,
  getresult: (self: FinalizerContext) => results[self.job.result === 'SUCCESS' ? 0 : 1],
  getexception: (self: FinalizerContext) => {
    const { error } = self.job;
    if (!error) return null;
    return standardExceptionName(error.type)
      ? exception(error.type, error.message)
      : exception('System.UnexpectedException', `${error.type}: ${error.message}`);
  },
};
defineClass('System.FinalizerContextImpl', {
  instance: FinalizerContext,
  interfaces: ['System.FinalizerContext'],
  methods,
});
defineClass('System.FinalizerContext', { methods });
