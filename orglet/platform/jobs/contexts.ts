import { defineClass } from '../../runtime/registry.js';
import { ApexObject } from '../../runtime/values/object.js';

/** What a running job is told of itself: `QueueableContext`, `BatchableContext`, `SchedulableContext`. */
export class JobContext extends ApexObject {
  readonly jobId: string;
  readonly childJobId: string | null;
  private readonly className: string;

  constructor(className: string, jobId: string, childJobId: string | null = null) {
    super();
    this.className = className;
    this.jobId = jobId;
    this.childJobId = childJobId;
  }

  override get standardName(): string {
    return this.className;
  }
}

defineClass('System.QueueableContextImpl', {
  instance: JobContext,
  interfaces: ['System.QueueableContext'],
  methods: { getjobid: (self: JobContext) => self.jobId },
});
defineClass('System.QueueableContext', { methods: { getjobid: (self: JobContext) => self.jobId } });

const batchable = {
  getjobid: (self: JobContext) => self.jobId,
  getchildjobid: (self: JobContext) => self.childJobId,
};
defineClass('Database.BatchableContextImpl', { instance: JobContext, interfaces: ['Database.BatchableContext'], methods: batchable });
defineClass('Database.BatchableContext', { methods: batchable });

defineClass('System.SchedulableContextImpl', {
  instance: JobContext,
  interfaces: ['System.SchedulableContext'],
  methods: { gettriggerid: (self: JobContext) => self.jobId },
});
defineClass('System.SchedulableContext', { methods: { gettriggerid: (self: JobContext) => self.jobId } });
