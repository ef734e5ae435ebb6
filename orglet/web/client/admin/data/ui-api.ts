import { requestJson } from '../../runtime/request.js';
import { stableJson } from '../../runtime/apex-address.js';
import { invalidate, resourceAdapter, resourceOf, type Resource } from '../../runtime/resource.js';
import type { AppInfo, Layout, ListInfo, ObjectInfo, PicklistValue, RecordData } from './types.js';

/** The APIs' data for the pages of a session, which prove themselves by their token. */
export const DATA = '/aura/data/v67.0';
const BASE = `${DATA}/ui-api`;
/** Record type of objects that have none. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

type Token = string | { objectApiName?: string; fieldApiName?: string };

/** Name of an object or a qualified name of a field, given as text or as a `@salesforce/schema` token. */
export function apiName(token: Token): string {
  if (typeof token === 'string') return token;
  return token.fieldApiName === undefined
    ? (token.objectApiName ?? '')
    : `${token.objectApiName}.${token.fieldApiName}`;
}

function read(path: string, tags: string[] = []): Resource {
  return resourceOf(path, (force) => requestJson('GET', path, undefined, force), tags);
}

function query(values: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    parameters.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

export function apps(): Resource {
  return read(`${BASE}/apps?formFactor=Large`);
}

/** Tabs that the user may open. */
export function navItems(navItemNames?: string[]): Resource {
  return read(`${BASE}/nav-items${query({ formFactor: 'Large', navItemNames })}`);
}

export function objectInfo(object: Token): Resource {
  return read(`${BASE}/object-info/${apiName(object)}`);
}

export function objectInfos(objects: Token[]): Resource {
  return read(`${BASE}/object-info/batch/${objects.map(apiName).join(',')}`);
}

export function layout(
  object: string,
  layoutType: 'Full' | 'Compact',
  mode: 'View' | 'Edit' | 'Create',
  recordTypeId?: string | null,
): Resource {
  return read(`${BASE}/layout/${object}${query({ layoutType, mode, recordTypeId })}`);
}

export interface RecordRequest {
  recordId: string;
  fields?: Token[];
  optionalFields?: Token[];
  layoutTypes?: string[];
  modes?: string[];
}

export function record({ recordId, fields, optionalFields, layoutTypes, modes }: RecordRequest): Resource {
  const text = query({
    fields: tokens(fields),
    optionalFields: tokens(optionalFields),
    layoutTypes: listOf(layoutTypes),
    modes: listOf(modes),
  });
  return read(`${BASE}/records/${recordId}${text}`, [recordTag(recordId)]);
}

export function records(requests: { recordIds: string[]; fields?: Token[]; optionalFields?: Token[] }[]): Resource {
  const paths = requests.map(
    ({ recordIds, fields, optionalFields }) =>
      `${BASE}/records/batch/${recordIds.join(',')}${query({ fields: tokens(fields), optionalFields: tokens(optionalFields) })}`,
  );
  const load = async (): Promise<unknown> => ({
    results: (await Promise.all(paths.map((path) => requestJson('GET', path)))).flatMap((answer) => answer.results),
  });
  return resourceOf(
    paths.join(' '),
    load,
    requests.flatMap(({ recordIds }) => recordIds.map(recordTag)),
  );
}

export function createDefaults(object: Token, recordTypeId?: string | null): Resource {
  return read(`${BASE}/record-defaults/create/${apiName(object)}${query({ recordTypeId })}`);
}

export function picklistValues(object: string, recordTypeId: string | null | undefined, field?: string): Resource {
  return read(
    `${BASE}/object-info/${object}/picklist-values/${recordTypeId || MASTER_RECORD_TYPE}${field === undefined ? '' : `/${field}`}`,
  );
}

export function listInfos(object: string): Resource {
  return read(`${BASE}/list-info/${object}?pageSize=200`);
}

export function listInfo(object: string, listView: string): Resource {
  return read(`${BASE}/list-info/${object}/${listView}`);
}

export interface ListRequest {
  fields?: string[];
  optionalFields?: string[];
  pageSize?: number;
  pageToken?: string;
  sortBy?: string[];
  searchTerm?: string;
  where?: unknown;
}

export function listRecords(object: string, listView: string, request: ListRequest): Resource {
  return post(`${BASE}/list-records/${object}/${listView}`, request, [LISTS_TAG]);
}

/** Standard buttons of a record page, or of an object's lists. */
export async function standardActions(of: { recordId: string } | { objectApiName: string }): Promise<string[]> {
  const [path, key] =
    'recordId' in of ? [`record/${of.recordId}`, of.recordId] : [`mru-list/${of.objectApiName}`, of.objectApiName];
  const answer = await read(`${BASE}/actions/${path}`).get();
  return answer.actions[key].actions.map(({ apiName: name }: { apiName: string }) => name);
}

/** Standard buttons above a related list of a record. */
export async function relatedListActions(recordId: string, relatedListId: string): Promise<string[]> {
  const answer = await read(`${BASE}/actions/record/${recordId}/related-list/${relatedListId}`).get();
  return answer.actions[relatedListId].actions.map(({ apiName: name }: { apiName: string }) => name);
}

/** Standard buttons in the menu of a row of a list. */
export async function rowActions(recordId: string): Promise<string[]> {
  const answer = await read(`${BASE}/actions/list-view-record/${recordId}`).get();
  return answer.actions[recordId].actions.map(({ apiName: name }: { apiName: string }) => name);
}

export function relatedLists(object: string, recordTypeId?: string | null): Resource {
  return read(`${BASE}/related-list-info/${object}${query({ recordTypeId })}`);
}

export function relatedListInfo(object: string, relatedList: string, recordTypeId?: string | null): Resource {
  return read(`${BASE}/related-list-info/${object}/${relatedList}${query({ recordTypeId })}`);
}

export function relatedListRecords(recordId: string, relatedList: string, request: ListRequest): Resource {
  return post(`${BASE}/related-list-records/${recordId}/${relatedList}`, request, [RELATED_TAG, recordTag(recordId)]);
}

function post(path: string, request: ListRequest, tags: string[]): Resource {
  const body = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
  return resourceOf(`${path} ${stableJson(body)}`, () => requestJson('POST', path, body), tags);
}

export interface LookupResult {
  id: string;
  name: string;
  detail: string;
}

/** Records that a lookup offers for a text; the most recent ones when it is empty. */
export async function lookup(object: string, field: string, target: string, text: string): Promise<LookupResult[]> {
  const searchType = text === '' ? 'Recent' : 'Search';
  const answer = await requestJson(
    'GET',
    `${BASE}/lookups/${object}/${field}/${target}${query({ q: text, searchType, pageSize: 25 })}`,
  );
  return lookupResults(answer, target);
}

function lookupResults(answer: any, target: string): LookupResult[] {
  const found: RecordData[] = answer.lookupResults?.[target]?.records ?? answer.records ?? [];
  return found.map((item) => {
    const values = Object.entries(item.fields).filter(([name]) => name !== 'Id');
    const name = item.fields.Name ?? values[0]?.[1];
    const detail = values.find(([field, value]) => field !== 'Name' && value !== name && value.value !== null)?.[1];
    return {
      id: item.id ?? item.fields.Id?.value,
      name: String(name?.displayValue ?? name?.value ?? ''),
      detail: String(detail?.displayValue ?? detail?.value ?? ''),
    };
  });
}

/** A record that a search found, with the fields that were asked for. */
export interface SearchRow {
  id: string;
  object: string;
  fields: Record<string, unknown>;
}

/** Records whose text matches, of the given objects. @param limit most records of each object, and of all */
export async function search(
  text: string,
  objects: { object: string; fields: string[] }[],
  limit: number,
): Promise<SearchRow[]> {
  const of = objects.map(
    ({ object, fields }) =>
      `&sobject=${encodeURIComponent(object)}&${encodeURIComponent(object)}.fields=${['Id', ...fields].map(encodeURIComponent).join(',')}`,
  );
  const answer = await requestJson(
    'GET',
    `${DATA}/parameterizedSearch${query({ q: text, in: 'ALL', defaultLimit: limit, overallLimit: limit })}${of.join('')}`,
  );
  return (answer.searchRecords ?? []).map(({ attributes, ...fields }: any) => ({
    id: fields.Id,
    object: attributes.type,
    fields,
  }));
}

export async function createRecord(input: {
  apiName: Token;
  fields: Record<string, unknown>;
  allowSaveOnDuplicate?: boolean;
}): Promise<RecordData> {
  const created: RecordData = await requestJson('POST', `${BASE}/records`, {
    ...input,
    apiName: apiName(input.apiName),
  });
  changed(created.id);
  return created;
}

export async function updateRecord(input: { fields: Record<string, unknown> }): Promise<RecordData> {
  const { Id, ...fields } = input.fields;
  const updated: RecordData = await requestJson('PATCH', `${BASE}/records/${Id}`, { fields });
  changed(updated.id);
  return updated;
}

export async function deleteRecord(recordId: string): Promise<void> {
  await requestJson('DELETE', `${BASE}/records/${recordId}`);
  invalidate(RELATED_TAG, LISTS_TAG);
}

/** Loads again what shows the records. */
export function refreshRecords(recordIds: string[]): void {
  invalidate(RELATED_TAG, LISTS_TAG, ...recordIds.map(recordTag));
}

const RELATED_TAG = 'related-lists';
const LISTS_TAG = 'lists';
const recordTag = (id: string): string => `record:${id.slice(0, 15)}`;

function changed(id: string): void {
  invalidate(recordTag(id), LISTS_TAG, RELATED_TAG);
}

function tokens(values: Token[] | Token | undefined): string[] | undefined {
  return values === undefined ? undefined : (Array.isArray(values) ? values : [values]).map(apiName);
}

function listOf(values: string[] | string | undefined): string[] | undefined {
  return values === undefined || Array.isArray(values) ? values : [values];
}

type Wired<T> = { data?: T; error?: any };
export type { Wired };

/** Adapters that the shell wires itself. */
export const wireApps = resourceAdapter(() => apps());
export const wireObjectInfo = resourceAdapter((config: { objectApiName: Token }) =>
  config.objectApiName ? objectInfo(config.objectApiName) : undefined,
);
export const wireRecord = resourceAdapter((config: RecordRequest) => (config.recordId ? record(config) : undefined));
export const wireLayout = resourceAdapter(
  (config: {
    objectApiName: string;
    layoutType: 'Full' | 'Compact';
    mode: 'View' | 'Edit' | 'Create';
    recordTypeId?: string | null;
  }) =>
    config.objectApiName
      ? layout(config.objectApiName, config.layoutType, config.mode, config.recordTypeId)
      : undefined,
);
export const wireRelatedLists = resourceAdapter((config: { objectApiName: string }) =>
  relatedLists(config.objectApiName),
);
export const wireRelatedListInfo = resourceAdapter((config: { objectApiName: string; relatedListId: string }) =>
  relatedListInfo(config.objectApiName, config.relatedListId),
);
export const wireRelatedListRecords = resourceAdapter(
  (config: { recordId: string; relatedListId: string; fields: string[]; pageSize: number }) =>
    relatedListRecords(config.recordId, config.relatedListId, {
      optionalFields: config.fields,
      pageSize: Number(config.pageSize),
    }),
);
export type { AppInfo, Layout, ListInfo, ObjectInfo, PicklistValue, RecordData };
