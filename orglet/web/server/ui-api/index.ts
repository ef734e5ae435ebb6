import { ApexExceptionObject, type DmlFailure } from '../../../runtime/errors.js';
import type { ObjectInfo } from '../../../schema/model.js';
import { API_VERSION } from '../../../org/json-rows.js';
import { HttpError, type RequestContext } from '../context.js';
import { escapeSoql, objectOf, recordFromJson } from '../rest/records.js';
import { withErrors } from '../rest/index.js';
import { only, requireApi, requireInternal } from '../permissions.js';
import type { Handler, Mount } from '../router.js';
import type { Services } from '../server.js';
import { listActions, recordActions, relatedListActions } from './actions.js';
import { appsJson, navItemsJson } from './apps.js';
import { compactFields, layoutJson, layoutSections } from './layouts.js';
import { findView, listRecords, listViews, viewConditions, viewInfo, viewSummary, type ListRequest } from './lists.js';
import { objectInfo, picklistValues } from './object-info.js';
import { loadRecord, objectOfId, saveRecord } from './records.js';
import { findRelatedList, relatedListJson, relatedLists } from './related.js';

/** The part of the User Interface API that record pages, list views and forms use; always as the signed-in user. */
export function uiApiMounts(_services: Services): Mount[] {
  const base = '/services/data/:version/ui-api';
  const get = (path: string, handler: Handler): Mount => ({ method: 'GET', path: base + path, handler });
  const mounts: Mount[] = [
    get('/apps', (context) => context.sendJson(200, appsJson(context.org, context.requireUser()))),
    get('/nav-items', (context) => {
      const names = context.url.searchParams.get('navItemNames')?.split(',') ?? null;
      context.sendJson(200, navItemsJson(context.org, context.requireUser(), names));
    }),
    get('/object-info/batch/:objects', objectInfoBatch),
    get('/object-info/:object', (context) =>
      context.sendJson(200, objectInfo(context.org, context.requireUser(), object(context))),
    ),
    get('/object-info/:object/picklist-values/:type', allPicklists),
    get('/object-info/:object/picklist-values/:type/:field', onePicklist),
    get('/layout/:object', layout),
    get('/records/batch/:ids', recordBatch),
    get('/records/:id', record),
    { method: 'POST', path: `${base}/records`, handler: create },
    { method: 'PATCH', path: `${base}/records/:id`, handler: update },
    { method: 'DELETE', path: `${base}/records/:id`, handler: remove },
    get('/record-defaults/create/:object', defaults),
    get('/list-info/:object', views),
    get('/list-info/:object/:view', view),
    { method: 'POST', path: `${base}/list-records/:object/:view`, handler: viewRecords },
    get('/list-records/:object/:view', viewRecords),
    get('/related-list-info/:object', relatedInfos),
    get('/related-list-info/:object/:list', relatedInfo),
    { method: 'POST', path: `${base}/related-list-records/:id/:list`, handler: relatedRecords },
    get('/related-list-records/:id/:list', relatedRecords),
    get('/lookups/:object/:field/:target', lookup),
    get('/actions/record/:id', (context) => {
      const { id } = context.params;
      const actions = recordActions(context.org, context.requireUser(), objectOfId(context.org, id));
      context.sendJson(200, { actions: { [id]: { actions } } });
    }),
    get('/actions/record/:id/related-list/:list', (context) => {
      const { id, list } = context.params;
      const parent = objectOfId(context.org, id);
      const actions = relatedListActions(context.org, context.requireUser(), parent, list);
      context.sendJson(200, { actions: { [list]: { actions } } });
    }),
    // The menu of a row offers what the record's page does, by its page layout, whichever list it stands in.
    ...['list-view-record', 'related-list-record'].map((place) => get(`/actions/${place}/:ids`, rowActions)),
    get('/actions/mru-list/:object', (context) => {
      const actions = listActions(context.org, context.requireUser(), object(context));
      context.sendJson(200, { actions: { [context.params.object]: { actions } } });
    }),
  ];
  return mounts.map((mount) => ({ ...mount, handler: withErrors(only(requireUi, mount.handler)) }));
}

/** Pages of the admin, and API clients. */
function requireUi(context: RequestContext): void {
  requireInternal(context);
  requireApi(context);
}

function rowActions(context: RequestContext): void {
  const user = context.requireUser();
  const entries = context.params.ids
    .split(',')
    .map((id) => [id, { actions: recordActions(context.org, user, objectOfId(context.org, id)) }] as const);
  context.sendJson(200, { actions: Object.fromEntries(entries) });
}

const object = (context: RequestContext): ObjectInfo => objectOf(context.org, context.params.object);
/** The object, for whoever may read its records; to others it is not there. */
function readable(context: RequestContext): ObjectInfo {
  const info = object(context);
  if (!context.org.objectAccess(context.requireUser(), info).read)
    throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return info;
}

const listParameter = (context: RequestContext, name: string) =>
  context.url.searchParams
    .getAll(name)
    .flatMap((part) => part.split(','))
    .filter((part) => part !== '');

function objectInfoBatch(context: RequestContext): void {
  const user = context.requireUser();
  const results = context.params.objects.split(',').map((name) => {
    const found = context.org.schema.resolveObject(name);
    if (!found) return { statusCode: 404, result: [{ errorCode: 'NOT_FOUND', message: `Object ${name} not found` }] };
    return { statusCode: 200, result: objectInfo(context.org, user, found) };
  });
  context.sendJson(200, { results });
}

function allPicklists(context: RequestContext): void {
  const user = context.requireUser();
  const info = object(context);
  const fields = [...info.fields.values()].filter(
    (field) => /PICKLIST/.test(field.type) && context.org.canReadField(user, info, field),
  );
  context.sendJson(200, {
    picklistFieldValues: Object.fromEntries(
      fields.map((field) => [field.name, picklistValues(info, field, context.params.type)]),
    ),
  });
}

function onePicklist(context: RequestContext): void {
  const user = context.requireUser();
  const info = object(context);
  const field = info.resolveField(context.params.field);
  if (!field || !context.org.canReadField(user, info, field))
    throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  context.sendJson(200, {
    ...picklistValues(info, field, context.params.type),
    eTag: `v${API_VERSION}`,
    url: context.url.pathname,
  });
}

function layout(context: RequestContext): void {
  const { searchParams } = context.url;
  context.sendJson(
    200,
    layoutJson(
      context.org,
      context.requireUser(),
      object(context),
      searchParams.get('layoutType') ?? 'Full',
      searchParams.get('mode') ?? 'View',
    ),
  );
}

/** Fields that a request names, and those of the layouts that it names. */
function requestedFields(context: RequestContext, info: ObjectInfo): string[] {
  const user = context.requireUser();
  const names = [...listParameter(context, 'fields'), ...listParameter(context, 'optionalFields')];
  for (const type of listParameter(context, 'layoutTypes')) {
    if (type === 'Compact') names.push(...compactFields(context.org, user, info).map(({ name }) => name));
    else
      names.push(
        ...layoutSections(context.org, user, info).flatMap(({ columns }) =>
          columns.flat().map(({ field }) => field.name),
        ),
      );
  }
  return names;
}

function record(context: RequestContext): void {
  const info = objectOfId(context.org, context.params.id);
  context.sendJson(
    200,
    loadRecord(context.org, context.requireUser(), context.params.id, requestedFields(context, info)),
  );
}

function recordBatch(context: RequestContext): void {
  const user = context.requireUser();
  const results = context.params.ids.split(',').map((id) => {
    try {
      return {
        statusCode: 200,
        result: loadRecord(context.org, user, id, requestedFields(context, objectOfId(context.org, id))),
      };
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      return { statusCode: error.status, result: [{ errorCode: error.code, message: error.message }] };
    }
  });
  context.sendJson(200, { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

/** Saves and answers what forms expect of failures: messages by field. */
function saving(context: RequestContext, info: ObjectInfo, fn: () => void): boolean {
  try {
    fn();
    return true;
  } catch (error) {
    const failures =
      error instanceof ApexExceptionObject
        ? (error.details as { failures?: DmlFailure[] } | null)?.failures
        : undefined;
    if (!failures) throw error;
    const fieldErrors: Record<string, unknown[]> = {};
    const errors: unknown[] = [];
    for (const { status, message, fields } of failures) {
      const entry = { errorCode: status, message, constituentField: null, duplicateRecordError: null };
      if (!fields.length) errors.push({ ...entry, field: null, fieldLabel: null });
      for (const field of fields)
        (fieldErrors[field] ??= []).push({ ...entry, field, fieldLabel: info.field(field)?.label ?? field });
    }
    const message = 'An error occurred while trying to update the record. Please try again.';
    context.sendJson(400, {
      message,
      statusCode: 400,
      enhancedErrorType: 'RecordError',
      output: { errors, fieldErrors },
    });
    return false;
  }
}

async function create(context: RequestContext): Promise<void> {
  const user = context.requireUser();
  const body = (await context.json()) as { apiName?: string; fields?: Record<string, unknown> };
  const info = objectOf(context.org, body.apiName ?? '');
  const value = recordFromJson(context.org, info, body.fields ?? {});
  if (saving(context, info, () => saveRecord(context.org, user, 'insert', value))) {
    context.sendJson(201, loadRecord(context.org, user, value.id!, Object.keys(value.f)));
  }
}

async function update(context: RequestContext): Promise<void> {
  const user = context.requireUser();
  const info = objectOfId(context.org, context.params.id);
  const body = (await context.json()) as { fields?: Record<string, unknown> };
  const value = recordFromJson(context.org, info, body.fields ?? {}, context.params.id);
  if (saving(context, info, () => saveRecord(context.org, user, 'update', value))) {
    context.sendJson(200, loadRecord(context.org, user, context.params.id, Object.keys(value.f)));
  }
}

function remove(context: RequestContext): void {
  const info = objectOfId(context.org, context.params.id);
  const value = recordFromJson(context.org, info, {}, context.params.id);
  if (saving(context, info, () => saveRecord(context.org, context.requireUser(), 'delete', value)))
    context.sendEmpty(204);
}

function defaults(context: RequestContext): void {
  const user = context.requireUser();
  const info = object(context);
  const values = context.org.defaultValues(user, info);
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { displayValue: null, value }]),
  );
  context.sendJson(200, {
    layout: layoutJson(context.org, user, info, 'Full', 'Create'),
    objectInfos: { [info.name]: objectInfo(context.org, user, info) },
    record: { apiName: info.name, id: null, childRelationships: {}, fields, recordTypeId: null, recordTypeInfo: null },
  });
}

function views(context: RequestContext): void {
  const info = readable(context);
  context.sendJson(200, {
    count: 0,
    lists: listViews(context.org, context.requireUser(), info).map((entry) => viewSummary(info, entry)),
  });
}

function view(context: RequestContext): void {
  const user = context.requireUser();
  const info = readable(context);
  context.sendJson(200, viewInfo(context.org, user, info, findView(context.org, user, info, context.params.view)));
}

async function listRequest(context: RequestContext): Promise<ListRequest> {
  if (context.method === 'POST') return (await context.json()) as ListRequest;
  const { searchParams } = context.url;
  return {
    fields: listParameter(context, 'fields'),
    optionalFields: listParameter(context, 'optionalFields'),
    sortBy: listParameter(context, 'sortBy'),
    pageSize: Number(searchParams.get('pageSize')) || undefined,
    pageToken: searchParams.get('pageToken') ?? undefined,
    searchTerm: searchParams.get('searchTerm') ?? undefined,
  };
}

async function viewRecords(context: RequestContext): Promise<void> {
  const user = context.requireUser();
  const info = readable(context);
  const found = findView(context.org, user, info, context.params.view);
  const result = listRecords(
    context.org,
    user,
    info,
    found.columns,
    viewConditions(user, info, found),
    await listRequest(context),
  );
  context.sendJson(200, {
    ...result,
    listReference: { listViewApiName: found.name, objectApiName: info.name, id: found.name },
  });
}

function relatedInfos(context: RequestContext): void {
  const user = context.requireUser();
  const info = object(context);
  context.sendJson(200, {
    parentObjectApiName: info.name,
    relatedLists: relatedLists(context.org, user, info).map((list) => relatedListJson(info, list)),
  });
}

function relatedInfo(context: RequestContext): void {
  const user = context.requireUser();
  const info = object(context);
  const list = findRelatedList(context.org, user, info, context.params.list);
  const child = list.relation.childObject;
  const { displayColumns } = viewInfo(context.org, user, child, {
    name: context.params.list,
    label: child.pluralLabel,
    columns: list.columns,
    filters: [],
    mine: false,
  });
  context.sendJson(200, {
    ...relatedListJson(info, list),
    displayColumns,
    listReference: { parentObjectApiName: info.name, relatedListId: list.relation.name },
  });
}

async function relatedRecords(context: RequestContext): Promise<void> {
  const user = context.requireUser();
  const list = findRelatedList(context.org, user, objectOfId(context.org, context.params.id), context.params.list);
  const condition = `${list.relation.field.name} = '${escapeSoql(context.params.id)}'`;
  const request = await listRequest(context);
  const result = listRecords(context.org, user, list.relation.childObject, list.columns, [condition], {
    ...request,
    sortBy: request.sortBy?.length ? request.sortBy : list.sortBy,
  });
  context.sendJson(200, {
    ...result,
    listReference: { relatedListId: list.relation.name, inContextOfRecordId: context.params.id },
  });
}

function lookup(context: RequestContext): void {
  const user = context.requireUser();
  const target = objectOf(context.org, context.params.target);
  const { searchParams } = context.url;
  const request = { searchTerm: searchParams.get('q') ?? '', pageSize: Number(searchParams.get('pageSize')) || 25 };
  context.sendJson(200, listRecords(context.org, user, target, [target.nameField?.name ?? 'Id'], [], request));
}
