import { QueryLocator } from '../../data/lib/query-locator.js';
import { findClass } from '../../runtime/classes.js';
import { SObjectValue } from '../../runtime/sobject.js';
import { types, type TypeDesc } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import { objectType, type ApexObject } from '../../runtime/values/object.js';
import type { WorkOptions } from '../host.js';
import { invokeMethod, iterate } from '../../runtime/ops.js';
import { restoreSnapshot, takeSnapshot, type Snapshot } from '../snapshot.js';
import { BatchableContext } from './contexts.js';
import { asJob } from './execute.js';
import { createAsyncJob, finishAsyncJob, updateAsyncJob } from './rows.js';
import type { BatchJob } from './types.js';

/** Runs `start` and cuts its records into the parts that `execute` gets. `settle` runs in the same transaction. */
export function startBatch(
  job: BatchJob,
  statics: WorkOptions['statics'],
  settle: (parts: Snapshot[]) => void,
): Snapshot[] {
  return asJob(job, 'BATCH_APEX', { kind: 'batch-start' }, statics, () => {
    const instance = restoreSnapshot<ApexObject>(job.state);
    updateAsyncJob(job.id, { Status: 'Preparing' });
    const scope = recordsOf(invokeMethod(instance, 'start', [contextOf(job)]));
    const element = elementType(instance, scope);
    const parts: Snapshot[] = [];
    for (let index = 0; index < scope.length; index += job.scopeSize) {
      parts.push(takeSnapshot(new ApexList(element, scope.slice(index, index + job.scopeSize))));
    }
    keepState(job, instance);
    job.totalParts = parts.length;
    updateAsyncJob(job.id, { Status: 'Processing', TotalJobItems: parts.length });
    settle(parts);
    return parts;
  });
}

/** Runs `execute` for one part. */
export function executePart(job: BatchJob, part: Snapshot, statics: WorkOptions['statics'], settle: () => void): void {
  asJob(job, 'BATCH_APEX', { kind: 'batch-execute' }, statics, () => {
    const instance = restoreSnapshot<ApexObject>(job.state);
    const childId = createAsyncJob(objectType(instance).name, 'BatchApexWorker', {
      ParentJobId: job.id,
      Status: 'Processing',
    });
    invokeMethod(instance, 'execute', [contextOf(job, childId), restoreSnapshot(part)]);
    finishAsyncJob(childId, null);
    keepState(job, instance);
    job.nextPart++;
    updateAsyncJob(job.id, { JobItemsProcessed: job.nextPart });
    settle();
  });
}

/** Runs `finish` and ends the job. */
export function finishBatch(job: BatchJob, statics: WorkOptions['statics'], settle: () => void): void {
  asJob(job, 'BATCH_APEX', { kind: 'batch-finish' }, statics, () => {
    const instance = restoreSnapshot<ApexObject>(job.state);
    finishAsyncJob(job.id, null, { NumberOfErrors: job.errors, JobItemsProcessed: job.nextPart });
    invokeMethod(instance, 'finish', [contextOf(job)]);
    settle();
  });
}

/** What `start` returned, as a list. */
function recordsOf(started: unknown): unknown[] {
  return started instanceof QueryLocator ? started.list().a : [...iterate(started)];
}

/** Whether the job's class implements an interface, given in lower case. */
export function batchImplements(job: BatchJob, name: string): boolean {
  return implementsInterface(restoreSnapshot<ApexObject>(job.state), name);
}

function implementsInterface(instance: ApexObject, name: string): boolean {
  return findClass(objectType(instance).name)?.supertypes.has(name) ?? false;
}

function contextOf(job: BatchJob, childId: string | null = null): BatchableContext {
  return new BatchableContext(job.id, childId);
}

/** Only `Database.Stateful` jobs carry their fields from one transaction to the next. */
function keepState(job: BatchJob, instance: ApexObject): void {
  if (implementsInterface(instance, 'database.stateful')) job.state = takeSnapshot(instance);
}

/** Element type of the list that `execute` takes: that of its parameter, or of the records when it is generic. */
function elementType(instance: ApexObject, scope: unknown[]): TypeDesc {
  const method = findClass(objectType(instance).name)
    ?.findMethods('execute')
    .find((candidate) => candidate.params.length === 2);
  const declared = method?.params[1].type.args[0];
  if (declared && declared.kind !== 'any' && declared.name !== 'SObject') return declared;
  const [first] = scope;
  return first instanceof SObjectValue ? types.sobject(first.type.name) : (declared ?? types.any);
}
