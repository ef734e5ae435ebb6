import type { SoqlQuery } from '../../../../data/soql/ast.js';
import { formatCsv } from '../../../../platform/csv.js';
import type { JsonRow } from '../../../../org/types.js';
import { HttpError, type RequestContext } from '../../context.js';
import type { Mount } from '../../router.js';
import type { Services } from '../../server.js';
import { restErrors } from '../errors.js';
import { objectOf } from '../records.js';
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

/** Rows of one part of a result unless `maxRecords` says otherwise. */
const PART = 50_000;

interface QueryJob extends BulkJob {
  soql: string;
  columns: string[];
  rows: string[][];
}

/** `jobs/query`: SOQL in, CSV out. */
export function queryMounts(services: Services): Mount[] {
  const jobs = new JobList<QueryJob>();
  const base = '/services/data/:version/jobs/query';
  return [
    { method: 'POST', path: base, handler: (context) => create(services, context, jobs) },
    { method: 'GET', path: base, handler: (context) => list(context, jobs) },
    { method: 'GET', path: `${base}/:id`, handler: (context) => context.sendJson(200, json(jobs.of(context))) },
    { method: 'PATCH', path: `${base}/:id`, handler: (context) => abort(context, jobs.of(context)) },
    { method: 'DELETE', path: `${base}/:id`, handler: (context) => remove(context, jobs) },
    { method: 'GET', path: `${base}/:id/results`, handler: (context) => results(context, jobs.of(context)) },
  ];
}

async function create(services: Services, context: RequestContext, jobs: JobList<QueryJob>): Promise<void> {
  context.requireUser();
  const body = (await context.json()) as { query?: string; operation?: string };
  if (body.operation !== 'query' && body.operation !== 'queryAll') throw invalid(`Unknown operation ${body.operation}`);
  if (!body.query) throw invalid('The query is missing');
  const query = context.org.engine.parse(body.query);
  const unsupported = query.select.find(({ kind }) => kind === 'subquery' || kind === 'typeof');
  if (unsupported || query.groupBy)
    throw new HttpError(400, 'API_ERROR', 'Nested queries, TYPEOF and GROUP BY are not supported in bulk queries');
  const object = objectOf(context.org, query.from);
  const columns = columnsOf(context, query);
  const job = jobs.add({
    ...newJob(context, body, object.name, 'UploadComplete'),
    soql: body.operation === 'queryAll' && !query.allRows ? `${body.query} ALL ROWS` : body.query,
    columns,
    rows: [],
  });
  void run(services, job);
  context.sendJson(200, json(job));
}

/** Header names: the paths of the select list, fields spelled as the object spells them. */
function columnsOf(context: RequestContext, query: SoqlQuery): string[] {
  const object = objectOf(context.org, query.from);
  return query.select.flatMap((item) => {
    if (item.kind === 'fields')
      return [...object.fields.values()]
        .filter((field) => item.group === 'ALL' || field.custom === (item.group === 'CUSTOM'))
        .map((field) => field.name);
    if (item.kind !== 'field') throw new HttpError(400, 'API_ERROR', 'Aggregates are not supported in bulk queries');
    const steps = [query.from, query.alias].some((name) => name?.toLowerCase() === item.path[0].toLowerCase())
      ? item.path.slice(item.path.length > 1 ? 1 : 0)
      : item.path;
    let at = object;
    return steps
      .map((step, index) => {
        if (index === steps.length - 1) return at.resolveField(step)?.name ?? step;
        const parent = at.resolveRelationship(step);
        const next = parent ? context.org.schema.resolveObject(parent.referenceTo[0]) : null;
        if (next) at = next;
        return parent?.relationshipName ?? step;
      })
      .join('.');
  });
}

async function run({ org, log }: Services, job: QueryJob): Promise<void> {
  try {
    await pause();
    if (isOver(job)) return;
    setState(job, 'InProgress');
    const rows = org.query(job.soql, job.user, { userMode: true });
    job.rows = rows.map((row) => job.columns.map((column) => cellOf(row, column)));
    job.processed = rows.length;
    setState(job, 'JobComplete');
  } catch (error) {
    const known = restErrors(error);
    job.errorMessage = known?.errors[0].message ?? (error as Error).message;
    setState(job, 'Failed');
    if (!known) log(`Bulk query ${job.id}: ${(error as Error).stack ?? String(error)}`);
  }
}

function cellOf(row: JsonRow, column: string): string {
  let value: unknown = row;
  for (const step of column.split('.')) value = (value as JsonRow | null | undefined)?.[step];
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function list(context: RequestContext, jobs: JobList<QueryJob>): void {
  const records = jobs.all(context.requireUser()).map(json);
  context.sendJson(200, { done: true, records, nextRecordsUrl: null });
}

async function abort(context: RequestContext, job: QueryJob): Promise<void> {
  const { state } = (await context.json()) as { state?: string };
  if (state !== 'Aborted' || isOver(job))
    throw new HttpError(400, 'INVALIDJOBSTATE', `Job ${job.id} is ${job.state} and cannot become ${state}`);
  setState(job, 'Aborted');
  context.sendJson(200, json(job));
}

function remove(context: RequestContext, jobs: JobList<QueryJob>): void {
  const job = jobs.of(context);
  if (!isOver(job)) throw new HttpError(400, 'INVALIDJOBSTATE', `Job ${job.id} is ${job.state} and cannot be deleted`);
  jobs.delete(job);
  context.sendEmpty(204);
}

function results(context: RequestContext, job: QueryJob): void {
  if (job.state !== 'JobComplete')
    throw new HttpError(400, 'INVALIDJOBSTATE', `Job ${job.id} is ${job.state}; it has no results`);
  const { searchParams } = context.url;
  const start = Number(Buffer.from(searchParams.get('locator') ?? '', 'base64url').toString('utf8') || 0);
  const size = Number(searchParams.get('maxRecords') ?? PART);
  if (!Number.isInteger(start) || !Number.isInteger(size) || size < 1)
    throw new HttpError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  const part = job.rows.slice(start, start + size);
  const next = start + size < job.rows.length ? Buffer.from(String(start + size)).toString('base64url') : 'null';
  context.send(200, formatCsv([job.columns, ...part], separatorOf(job), lineEndOf(job)), 'text/csv', {
    'Sforce-Locator': next,
    'Sforce-NumberOfRecords': String(part.length),
  });
}

function json(job: QueryJob): Record<string, unknown> {
  return {
    ...jobJson(job),
    jobType: 'V2Query',
    ...(isOver(job) ? { numberRecordsProcessed: job.processed, retries: 0 } : {}),
    totalProcessingTime: job.changedAt - job.createdAt,
  };
}
