import { randomBytes } from 'node:crypto';
import { API_VERSION } from '../../../../org/json-rows.js';
import type { OrgUser } from '../../../../org/types.js';
import { HttpError, type RequestContext } from '../../context.js';

/**
 * Jobs of Bulk API 2.0. They live in the server's memory: a restart forgets them, as Salesforce does after seven days.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0.htm
 */

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'Aborted' | 'JobComplete' | 'Failed';

/** What both kinds of job have. */
export interface BulkJob {
  id: string;
  user: OrgUser;
  operation: string;
  object: string;
  state: JobState;
  createdAt: number;
  changedAt: number;
  columnDelimiter: string;
  lineEnding: string;
  processed: number;
  errorMessage: string | null;
}

const DELIMITERS: Record<string, string> = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
};

export const separatorOf = (job: BulkJob): string => DELIMITERS[job.columnDelimiter];
export const lineEndOf = (job: BulkJob): string => (job.lineEnding === 'CRLF' ? '\r\n' : '\n');

/** Finished jobs that are kept besides running ones. */
const KEPT = 100;

/** The jobs of one kind, by Id. */
export class JobList<T extends BulkJob> {
  private readonly jobs = new Map<string, T>();

  add(job: T): T {
    for (const old of this.jobs.values()) {
      if (this.jobs.size < KEPT) break;
      if (isOver(old)) this.jobs.delete(old.id);
    }
    this.jobs.set(job.id, job);
    return job;
  }

  /** The request's job; 404 when it is not there or another user's. */
  of(context: RequestContext): T {
    const job = this.jobs.get(context.params.id);
    if (!job || job.user.id !== context.requireUser().id)
      throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return job;
  }

  all(user: OrgUser): T[] {
    return [...this.jobs.values()].filter((job) => job.user.id === user.id);
  }

  delete(job: T): void {
    this.jobs.delete(job.id);
  }
}

export const isOver = (job: BulkJob): boolean => ['Aborted', 'JobComplete', 'Failed'].includes(job.state);

/** A new job from the body of its request. */
export function newJob(
  context: RequestContext,
  body: { operation?: string; columnDelimiter?: string; lineEnding?: string },
  object: string,
  state: JobState,
): BulkJob {
  const { operation = '', columnDelimiter = 'COMMA', lineEnding = 'LF' } = body;
  if (!DELIMITERS[columnDelimiter]) throw invalid(`Unknown column delimiter ${columnDelimiter}`);
  if (lineEnding !== 'LF' && lineEnding !== 'CRLF') throw invalid(`Unknown line ending ${lineEnding}`);
  const now = Date.now();
  return {
    id: `750${randomBytes(12).toString('hex').slice(0, 15)}`,
    user: context.requireUser(),
    operation,
    object,
    state,
    createdAt: now,
    changedAt: now,
    columnDelimiter,
    lineEnding,
    processed: 0,
    errorMessage: null,
  };
}

export const invalid = (message: string): HttpError => new HttpError(400, 'INVALIDJOB', message);

export function setState(job: BulkJob, state: JobState): void {
  job.state = state;
  job.changedAt = Date.now();
}

const instant = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');

/** A job as answers show it. */
export function jobJson(job: BulkJob): Record<string, unknown> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.user.id,
    createdDate: instant(job.createdAt),
    systemModstamp: instant(job.changedAt),
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(API_VERSION),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
  };
}

/** Lets other requests be answered between two steps of a job. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
