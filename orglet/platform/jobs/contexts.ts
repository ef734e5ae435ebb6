import { defineClass } from '../../runtime/registry.js';
import { StandardObject } from '../../runtime/values/object.js';

/** What a running job is told of itself: `QueueableContext`, `BatchableContext`, `SchedulableContext`. */
abstract class JobContext extends StandardObject {
  readonly jobId: string;
  readonly childJobId: string | null;

  constructor(jobId: string, childJobId: string | null = null) {
    super();
    this.jobId = jobId;
    this.childJobId = childJobId;
  }
}

export class QueueableContext extends JobContext {}
export class BatchableContext extends JobContext {}
export class SchedulableContext extends JobContext {}

defineClass('System.QueueableContextImpl', {
  instance: QueueableContext,
  interfaces: ['System.QueueableContext'],
  methods: { getjobid: (self: JobContext) => self.jobId },
});
defineClass('System.QueueableContext', { methods: { getjobid: (self: JobContext) => self.jobId } });

const batchable = {
  getjobid: (self: JobContext) => self.jobId,
  getchildjobid: (self: JobContext) => self.childJobId,
};
defineClass('Database.BatchableContextImpl', {
  instance: BatchableContext,
  interfaces: ['Database.BatchableContext'],
  methods: batchable,
});
defineClass('Database.BatchableContext', { methods: batchable });

defineClass('System.SchedulableContextImpl', {
  instance: SchedulableContext,
  interfaces: ['System.SchedulableContext'],
  methods: { gettriggerid: (self: JobContext) => self.jobId },
});
defineClass('System.SchedulableContext', { methods: { gettriggerid: (self: JobContext) => self.jobId } });
