import { HttpError, type RequestContext } from '../context.js';
import type { Services } from '../server.js';
import { runSubrequest } from './subrequest.js';

/** Requests made of requests: composite, composite graph, composite batch. */

/** Most parts of a composite or batch request, and of all graphs together. */
const MAX_PARTS = 25;
const MAX_GRAPH_NODES = 500;

interface Part {
  method: string;
  url: string;
  referenceId: string;
  body?: unknown;
}

interface PartResponse {
  body: unknown;
  httpHeaders: Record<string, string>;
  httpStatusCode: number;
  referenceId: string;
}

/** `POST composite`: requests in order, later ones may name results of earlier ones (`@{ref.id}`). */
export async function composite(services: Services, context: RequestContext): Promise<void> {
  context.requireUser();
  const body = (await context.json()) as { allOrNone?: boolean; compositeRequest?: Part[] };
  const parts = body.compositeRequest ?? [];
  if (parts.length > MAX_PARTS)
    throw new HttpError(400, 'LIMIT_EXCEEDED', `A composite request holds at most ${MAX_PARTS} parts`);
  const { responses } = await runParts(services, context, parts, body.allOrNone ?? false);
  context.sendJson(200, { compositeResponse: responses });
}

/** `POST composite/graph`: each graph is a composite request that is done whole or not at all. */
export async function graphs(services: Services, context: RequestContext): Promise<void> {
  context.requireUser();
  const body = (await context.json()) as { graphs?: { graphId: string; compositeRequest: Part[] }[] };
  const wanted = body.graphs ?? [];
  if (wanted.reduce((sum, { compositeRequest }) => sum + compositeRequest.length, 0) > MAX_GRAPH_NODES)
    throw new HttpError(400, 'LIMIT_EXCEEDED', `A graph request holds at most ${MAX_GRAPH_NODES} nodes`);
  const answers: unknown[] = [];
  for (const { graphId, compositeRequest } of wanted) {
    const { responses, failed } = await runParts(services, context, compositeRequest, true);
    answers.push({ graphId, graphResponse: { compositeResponse: responses }, isSuccessful: !failed });
  }
  context.sendJson(200, { graphs: answers });
}

/** `POST composite/batch`: independent requests; with `haltOnError` those after a failed one are not run. */
export async function batch(services: Services, context: RequestContext): Promise<void> {
  context.requireUser();
  const body = (await context.json()) as {
    haltOnError?: boolean;
    batchRequests?: { method: string; url: string; richInput?: unknown }[];
  };
  const requests = body.batchRequests ?? [];
  if (requests.length > MAX_PARTS)
    throw new HttpError(400, 'LIMIT_EXCEEDED', `A batch request holds at most ${MAX_PARTS} requests`);
  const results: { statusCode: number; result: unknown }[] = [];
  let failed = false;
  for (const { method, url, richInput } of requests) {
    if (failed && body.haltOnError) {
      results.push({ statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: HALTED_BATCH }] });
      continue;
    }
    const path = /^\/?v\d/.test(url) ? `/services/data/${url.replace(/^\//, '')}` : url;
    const answer = await runSubrequest(services, context, method, path, richInput);
    failed ||= answer.status >= 400;
    results.push({ statusCode: answer.status, result: answer.body });
  }
  context.sendJson(200, { hasErrors: failed, results });
}

const HALTED_BATCH =
  'Batch processing halted per request. Subsequent requests after the failed one have not been processed.';

/** The other parts of a request that is undone because one of its parts failed. */
const HALTED = {
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.',
    },
  ],
  httpHeaders: {},
  httpStatusCode: 400,
};

async function runParts(
  services: Services,
  context: RequestContext,
  parts: Part[],
  allOrNone: boolean,
): Promise<{ responses: PartResponse[]; failed: boolean }> {
  const results = new Map<string, unknown>();
  const responses: PartResponse[] = [];
  const { store } = context.org.engine;
  const point = store.savepoint();
  try {
    for (const part of parts) {
      const response = await runPart(services, context, part, results);
      responses.push(response);
      if (!allOrNone || response.httpStatusCode < 400) continue;
      store.rollback(point);
      const halted = parts.map(({ referenceId }) =>
        referenceId === part.referenceId ? response : { ...HALTED, referenceId },
      );
      return { responses: halted, failed: true };
    }
  } catch (error) {
    store.rollback(point);
    throw error;
  }
  store.release(point);
  return { responses, failed: responses.some(({ httpStatusCode }) => httpStatusCode >= 400) };
}

async function runPart(
  services: Services,
  context: RequestContext,
  part: Part,
  results: Map<string, unknown>,
): Promise<PartResponse> {
  const { referenceId } = part;
  const text = JSON.stringify({ url: part.url, body: part.body ?? null });
  const unknown = unknownReference(text, results);
  if (unknown) {
    const message = `Invalid reference specified. No value for ${unknown} found in ${[...results.keys()].join(', ')}`;
    return { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId };
  }
  const filled = JSON.parse(fillReferences(text, results)) as { url: string; body: unknown };
  const answer = await runSubrequest(services, context, part.method, filled.url, filled.body);
  results.set(referenceId, answer.body);
  return { body: answer.body, httpHeaders: answer.headers, httpStatusCode: answer.status, referenceId };
}

const REFERENCE = /@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g;

function unknownReference(text: string, results: ReadonlyMap<string, unknown>): string | null {
  for (const [, name, path] of text.matchAll(REFERENCE))
    if (referenced(results, name, path) === undefined) return `${name}${path}`;
  return null;
}

/** Replaces `@{name.path[0].field}` by what the part of that name answered. */
function fillReferences(text: string, results: ReadonlyMap<string, unknown>): string {
  return text.replace(REFERENCE, (_all, name: string, path: string) =>
    JSON.stringify(referenced(results, name, path)).replace(/^"|"$/g, ''),
  );
}

function referenced(results: ReadonlyMap<string, unknown>, name: string, path: string): unknown {
  let value: any = results.get(name);
  for (const [, field, index] of path.matchAll(/\.(\w+)|\[(\d+)\]/g))
    value = index === undefined ? (value?.[field] ?? value?.[capitalized(field)]) : value?.[Number(index)];
  return value;
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
