import { randomUUID } from 'node:crypto';
import { API_VERSION } from '../../../org/json-rows.js';
import type { JsonRow } from '../../../org/types.js';
import { HttpError, type RequestContext } from '../context.js';
import { describeColumns } from './columns.js';

/** Rows of one answer, unless `Sforce-Query-Options: batchSize=` asks for 200 to 2,000. */
const BATCH = 2000;
/** Cursors that are kept; the oldest ends when another is opened. */
const MAX_CURSORS = 50;

interface Cursor {
  userId: string;
  rows: JsonRow[];
  batch: number;
}
const cursors = new Map<string, Cursor>();

/** `GET query?q=…` and `queryAll`. */
export function runQuery(context: RequestContext): void {
  const soql = context.url.searchParams.get('q');
  if (!soql) throw new HttpError(400, 'MALFORMED_QUERY', 'The q parameter is missing');
  const user = context.requireUser();
  if (context.url.searchParams.get('columns') === 'true') {
    context.sendJson(200, describeColumns(context.org, soql));
    return;
  }
  const all = /queryAll$/i.test(context.url.pathname);
  const text = all && !/\bALL\s+ROWS\s*$/i.test(soql) ? `${soql} ALL ROWS` : soql;
  const { rows, totalSize } = context.org.select(text, user, { userMode: true });
  if (!rows) {
    context.sendJson(200, { totalSize, done: true, records: [] });
    return;
  }
  const wanted = Number(/batchSize=(\d+)/.exec(context.header('sforce-query-options') ?? '')?.[1] ?? BATCH);
  const batch = Math.min(BATCH, Math.max(200, wanted));
  if (rows.length <= batch) {
    context.sendJson(200, { totalSize: rows.length, done: true, records: rows });
    return;
  }
  const id = `0r8${randomUUID().replaceAll('-', '').slice(0, 15)}`;
  if (cursors.size >= MAX_CURSORS) cursors.delete(cursors.keys().next().value!);
  cursors.set(id, { userId: user.id, rows, batch });
  sendPart(context, id, 0);
}

/** `GET query/{cursor}-{offset}`. */
export function queryMore(context: RequestContext): void {
  const [id, offset] = context.params.cursor.split('-');
  const cursor = cursors.get(id);
  if (!cursor || cursor.userId !== context.requireUser().id)
    throw new HttpError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  sendPart(context, id, Number(offset));
}

function sendPart(context: RequestContext, id: string, offset: number): void {
  const { rows, batch } = cursors.get(id)!;
  const end = offset + batch;
  const done = end >= rows.length;
  if (done) cursors.delete(id);
  const next = done ? {} : { nextRecordsUrl: `/services/data/v${API_VERSION}/query/${id}-${end}` };
  context.sendJson(200, { totalSize: rows.length, done, ...next, records: rows.slice(offset, end) });
}
