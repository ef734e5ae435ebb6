import type { DmlOperation } from '../../../../runtime/engine.js';
import { SObjectValue } from '../../../../runtime/sobject.js';
import type { Org } from '../../../../org/org.js';
import { API_VERSION, fromJsonValue, JsonValueError } from '../../../../org/json-rows.js';
import { formatCsv, parseCsv } from '../../../../platform/csv.js';
import type { ObjectInfo } from '../../../../schema/model.js';
import { HttpError, type RequestContext } from '../../context.js';
import type { Mount } from '../../router.js';
import type { Services } from '../../server.js';
import { objectOf, save, typedList } from '../records.js';
import {
  invalid,
  isOver,
  jobJson,
  JobList,
  lineEndOf,
  newJob,
  pause,
  separatorOf,
  setState,
  type BulkJob,
} from './jobs.js';

/** Records of one transaction of a job. */
const CHUNK = 200;
const OPERATIONS: Record<string, DmlOperation> = {
  insert: 'insert',
  update: 'update',
  upsert: 'upsert',
  delete: 'delete',
  hardDelete: 'delete',
};

interface IngestJob extends BulkJob {
  externalIdFieldName: string | null;
  assignmentRuleId: string | null;
  data: string | null;
  header: string[];
  /** Rows that were not reached yet. */
  waiting: string[][];
  succeeded: { id: string; created: boolean; row: string[] }[];
  failed: { id: string; error: string; row: string[] }[];
  startedAt: number;
}

/** `jobs/ingest`: CSV in, one DML row result for each line out. */
export function ingestMounts(services: Services): Mount[] {
  const jobs = new JobList<IngestJob>();
  const base = '/services/data/:version/jobs/ingest';
  const csv = (rows: (job: IngestJob) => string[][]) => (context: RequestContext) => {
    const job = jobs.of(context);
    context.send(200, formatCsv(rows(job), separatorOf(job), lineEndOf(job)), 'text/csv');
  };
  return [
    { method: 'POST', path: base, handler: async (context) => create(context, jobs) },
    { method: 'GET', path: base, handler: (context) => list(context, jobs) },
    { method: 'GET', path: `${base}/:id`, handler: (context) => context.sendJson(200, json(jobs.of(context))) },
    { method: 'PUT', path: `${base}/:id/batches`, handler: (context) => upload(context, jobs.of(context)) },
    { method: 'PATCH', path: `${base}/:id`, handler: (context) => change(services, context, jobs.of(context)) },
    { method: 'DELETE', path: `${base}/:id`, handler: (context) => remove(context, jobs) },
    { method: 'GET', path: `${base}/:id/successfulResults`, handler: csv(successfulRows) },
    { method: 'GET', path: `${base}/:id/failedResults`, handler: csv(failedRows) },
    { method: 'GET', path: `${base}/:id/unprocessedrecords`, handler: csv((job) => [job.header, ...job.waiting]) },
  ];
}

const successfulRows = (job: IngestJob): string[][] => [
  ['sf__Id', 'sf__Created', ...job.header],
  ...job.succeeded.map(({ id, created, row }) => [id, String(created), ...row]),
];
const failedRows = (job: IngestJob): string[][] => [
  ['sf__Id', 'sf__Error', ...job.header],
  ...job.failed.map(({ id, error, row }) => [id, error, ...row]),
];

async function create(context: RequestContext, jobs: JobList<IngestJob>): Promise<void> {
  context.requireUser();
  const body = (await context.json()) as Record<string, string | undefined>;
  const { operation = '', object: name = '', externalIdFieldName = null, assignmentRuleId = null } = body;
  if (!OPERATIONS[operation]) throw invalid(`Unknown operation ${operation}`);
  const object = objectOf(context.org, name);
  const field = externalIdFieldName === null ? undefined : object.resolveField(externalIdFieldName);
  if (operation === 'upsert' && !field?.idLookup && !field?.externalId)
    throw invalid(
      `InvalidJob : Field name provided, ${externalIdFieldName ?? ''} does not match an External ID for ${object.name}`,
    );
  const job = jobs.add({
    ...newJob(context, body, object.name, 'Open'),
    externalIdFieldName: field?.name ?? null,
    assignmentRuleId,
    data: null,
    header: [],
    waiting: [],
    succeeded: [],
    failed: [],
    startedAt: 0,
  });
  context.sendJson(200, json(job));
}

function list(context: RequestContext, jobs: JobList<IngestJob>): void {
  const records = jobs.all(context.requireUser()).map(json);
  context.sendJson(200, { done: true, records, nextRecordsUrl: null });
}

async function upload(context: RequestContext, job: IngestJob): Promise<void> {
  const data = await context.body();
  if (job.state !== 'Open' || job.data !== null)
    throw new HttpError(400, 'INVALIDJOBSTATE', `Job's data can be uploaded once, while it is open. Job: ${job.id}`);
  job.data = data.toString('utf8').replace(/^\uFEFF/, '');
  context.sendEmpty(201);
}

async function change(services: Services, context: RequestContext, job: IngestJob): Promise<void> {
  const { state } = (await context.json()) as { state?: string };
  if (state === 'Aborted' && !isOver(job)) setState(job, 'Aborted');
  else if (state === 'UploadComplete' && job.state === 'Open') {
    setState(job, 'UploadComplete');
    void process(services, job);
  } else throw new HttpError(400, 'INVALIDJOBSTATE', `Job ${job.id} is ${job.state} and cannot become ${state}`);
  context.sendJson(200, json(job));
}

function remove(context: RequestContext, jobs: JobList<IngestJob>): void {
  const job = jobs.of(context);
  if (job.state === 'UploadComplete' || job.state === 'InProgress')
    throw new HttpError(400, 'INVALIDJOBSTATE', `Job ${job.id} is ${job.state} and cannot be deleted`);
  jobs.delete(job);
  context.sendEmpty(204);
}

function json(job: IngestJob): Record<string, unknown> {
  const elapsed = job.startedAt ? job.changedAt - job.startedAt : 0;
  return {
    ...jobJson(job),
    jobType: 'V2Ingest',
    ...(job.state === 'Open' ? { contentUrl: `services/data/v${API_VERSION}/jobs/ingest/${job.id}/batches` } : {}),
    ...(job.externalIdFieldName ? { externalIdFieldName: job.externalIdFieldName } : {}),
    ...(job.assignmentRuleId ? { assignmentRuleId: job.assignmentRuleId } : {}),
    numberRecordsProcessed: job.processed,
    numberRecordsFailed: job.failed.length,
    retries: 0,
    totalProcessingTime: elapsed,
    apiActiveProcessingTime: elapsed,
    apexProcessingTime: 0,
  };
}

/** Works through the rows, a transaction for each chunk, until done or aborted. */
async function process(services: Services, job: IngestJob): Promise<void> {
  const { org } = services;
  try {
    await pause();
    job.startedAt = Date.now();
    const [header = [], ...rows] = parseCsv(job.data ?? '', separatorOf(job));
    const object = objectOf(org, job.object);
    checkHeader(org, object, job, header);
    Object.assign(job, { header, waiting: rows, data: '' });
    while (job.waiting.length && !isOver(job)) {
      setState(job, 'InProgress');
      runChunk(org, object, job, job.waiting.splice(0, CHUNK));
      await pause();
    }
    if (!isOver(job)) setState(job, 'JobComplete');
  } catch (error) {
    job.errorMessage = error instanceof HttpError ? `InvalidBatch : ${error.message}` : (error as Error).message;
    setState(job, 'Failed');
    if (!(error instanceof HttpError)) services.log(`Bulk job ${job.id}: ${(error as Error).stack ?? String(error)}`);
  }
}

function checkHeader(org: Org, object: ObjectInfo, job: IngestJob, header: string[]): void {
  const column = header.find((name) => !columnOf(org, object, name));
  if (column !== undefined) throw invalid(`Field name not found : ${column}`);
  const needsId = job.operation === 'update' || OPERATIONS[job.operation] === 'delete';
  if (needsId && !header.some((name) => name.toLowerCase() === 'id')) throw invalid('Field name not found : Id');
}

function runChunk(org: Org, object: ObjectInfo, job: IngestJob, rows: string[][]): void {
  const good: { row: string[]; record: SObjectValue }[] = [];
  for (const row of rows) {
    try {
      good.push({ row, record: recordOf(org, object, job.header, row) });
    } catch (error) {
      if (!(error instanceof JsonValueError)) throw error;
      job.failed.push({ id: '', error: `INVALID_TYPE_ON_FIELD_IN_RECORD:${error.message}:--`, row });
    }
  }
  const list = typedList(
    object,
    good.map(({ record }) => record),
  );
  const externalId = job.externalIdFieldName ?? undefined;
  const results = save(org, job.user, OPERATIONS[job.operation], list, { allOrNone: false, externalId });
  results.forEach((result, index) => {
    const { row, record } = good[index];
    const created = result.created || job.operation === 'insert';
    if (result.success) job.succeeded.push({ id: result.id ?? '', created, row });
    else job.failed.push({ id: record.id ?? '', error: result.errors.map(errorText).join(';'), row });
  });
  job.processed += rows.length;
}

const errorText = ({ status, message, fields }: { status: string; message: string; fields: readonly string[] }) =>
  `${status}:${message}:${fields.join(',')} --`;

/** A record of a line. An empty cell leaves the field alone, `#N/A` clears it. */
function recordOf(org: Org, object: ObjectInfo, header: string[], row: string[]): SObjectValue {
  const record = new SObjectValue(object);
  header.forEach((name, index) => {
    const cell = row[index] ?? '';
    if (cell === '') return;
    const { target, field, relationship } = columnOf(org, object, name)!;
    const value = fromJsonValue(target, field, cell === '#N/A' ? null : cell)!.value;
    if (!relationship) record.f[field] = value;
    else record.f[relationship] = new SObjectValue(target, { [field]: value });
  });
  return record;
}

/** What a column stands for: `Name`, `Account.Key__c` (a parent by external Id), or `Lead:Owner.Key__c` when it may be several objects. */
function columnOf(
  org: Org,
  object: ObjectInfo,
  column: string,
): { target: ObjectInfo; field: string; relationship: string | null } | null {
  const [, type, path, last] = /^(?:(\w+):)?(?:(\w+)\.)?(\w+)$/.exec(column) ?? [];
  if (!last) return null;
  if (!path) {
    const field = object.resolveField(last);
    return field ? { target: object, field: field.name, relationship: null } : null;
  }
  const reference = object.resolveRelationship(path);
  const target = reference ? org.schema.resolveObject(type ?? reference.referenceTo[0]) : null;
  const field = target?.resolveField(last);
  return target && field && reference?.relationshipName
    ? { target, field: field.name, relationship: reference.relationshipName }
    : null;
}
