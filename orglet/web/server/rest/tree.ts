import type { SObjectValue } from '../../../runtime/sobject.js';
import { SOBJECT } from '../../../runtime/types.js';
import { ApexList } from '../../../runtime/values/list.js';
import type { ObjectInfo } from '../../../schema/model.js';
import { HttpError, type RequestContext } from '../context.js';
import { objectOf, recordFromJson } from './records.js';
import { saveCollection, type RecordResult } from './results.js';

/** Most records of one tree request, and most levels of them. */
const MAX_RECORDS = 200;
const MAX_DEPTH = 5;

interface Node {
  record: SObjectValue;
  referenceId: string;
  depth: number;
  /** The record above and the field that refers to it. */
  parent: { node: Node; field: string } | null;
}

/** `POST composite/tree/{object}`: inserts records and records below them, all or none. */
export async function createTree(context: RequestContext): Promise<void> {
  context.requireUser();
  const object = objectOf(context.org, context.params.object);
  const { records } = (await context.json()) as { records?: Record<string, unknown>[] };
  if (!Array.isArray(records)) throw new HttpError(400, 'JSON_PARSER_ERROR', 'The records list is missing');
  const nodes: Node[] = [];
  for (const json of records) collect(context, object, json, null, nodes);
  if (nodes.length > MAX_RECORDS)
    throw new HttpError(400, 'LIMIT_EXCEEDED', `The trees hold more than ${MAX_RECORDS} records`);
  const { store } = context.org.engine;
  const point = store.savepoint();
  let failed: unknown[] | null;
  try {
    failed = insertLevels(context, nodes);
  } catch (error) {
    store.rollback(point);
    throw error;
  }
  if (failed) {
    store.rollback(point);
    context.sendJson(400, { hasErrors: true, results: failed });
    return;
  }
  store.release(point);
  const results = nodes.map(({ referenceId, record }) => ({ referenceId, id: record.id }));
  context.sendJson(201, { hasErrors: false, results });
}

/** Inserts level by level; answers the errors of the first level that fails, or null. */
function insertLevels(context: RequestContext, nodes: Node[]): unknown[] | null {
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const level = nodes.filter((node) => node.depth === depth);
    if (!level.length) return null;
    for (const { record, parent } of level) if (parent) record.f[parent.field] = parent.node.record.id;
    const list = new ApexList(
      SOBJECT,
      level.map(({ record }) => record),
    );
    const results = saveCollection(context, 'insert', list, { allOrNone: true });
    if (results.some(({ success }) => !success)) return errorsOf(level, results);
  }
  return null;
}

function errorsOf(level: Node[], results: RecordResult[]): unknown[] {
  return level
    .map(({ referenceId }, index) => ({ referenceId, errors: results[index].errors }))
    .filter(({ errors }) => errors.some(({ statusCode }) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK'));
}

function collect(
  context: RequestContext,
  object: ObjectInfo,
  json: Record<string, unknown>,
  parent: Node['parent'],
  nodes: Node[],
): void {
  const depth = parent ? parent.node.depth + 1 : 0;
  if (depth >= MAX_DEPTH) throw new HttpError(400, 'LIMIT_EXCEEDED', `The tree has more than ${MAX_DEPTH} levels`);
  const { referenceId } = (json.attributes ?? {}) as { referenceId?: string };
  if (!referenceId)
    throw new HttpError(400, 'INVALID_INPUT', 'Include a reference ID in the attributes of each record');
  if (nodes.some((node) => node.referenceId === referenceId))
    throw new HttpError(400, 'INVALID_INPUT', `Duplicate ReferenceId provided in the request: ${referenceId}`);
  const children = Object.entries(json).flatMap(([name, value]) => {
    const relation = object.resolveChildRelationship(name);
    return relation && value && typeof value === 'object' ? [{ name, relation, value }] : [];
  });
  const fields = { ...json };
  for (const { name } of children) delete fields[name];
  const node: Node = { record: recordFromJson(context.org, object, fields), referenceId, depth, parent };
  nodes.push(node);
  for (const { relation, value } of children) {
    for (const child of (value as { records?: Record<string, unknown>[] }).records ?? [])
      collect(context, relation.childObject, child, { node, field: relation.field.name }, nodes);
  }
}
