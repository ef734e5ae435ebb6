import type { Org } from '../../../org/org.js';
import type { OrgUser } from '../../../org/types.js';
import type { FieldInfo, ObjectInfo } from '../../../schema/model.js';
import { HttpError } from '../context.js';
import { escapeSoql } from '../rest/records.js';
import { compactFields, pageLabel } from './layouts.js';
import { readablePaths, recordJson, selectRecords, withReferenceNames } from './records.js';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 2000;

interface View {
  name: string;
  label: string;
  columns: string[];
  filters: readonly { field: string; operation: string; value: string | null }[];
  mine: boolean;
}

/** Columns of the standard `All …` views, as a new org has them. */
const STANDARD_COLUMNS: Record<string, string[]> = {
  Account: ['Name', 'Site', 'BillingState', 'Phone', 'Type', 'Owner.Alias'],
  Asset: ['Name', 'SerialNumber', 'InstallDate', 'Account.Name', 'Contact.Name', 'Product2.Name'],
  Campaign: ['Name', 'IsActive', 'Type', 'Status', 'StartDate', 'EndDate', 'Owner.Alias'],
  Case: ['CaseNumber', 'Contact.Name', 'Subject', 'Status', 'Priority', 'CreatedDate', 'Owner.Alias'],
  Contact: ['Name', 'Account.Name', 'Title', 'Phone', 'Email', 'Owner.Alias'],
  Lead: ['Name', 'Title', 'Company', 'Phone', 'Email', 'Status', 'Owner.Alias'],
  Opportunity: ['Name', 'Account.Name', 'Amount', 'CloseDate', 'StageName', 'Owner.Alias'],
  Order: ['OrderNumber', 'Account.Name', 'TotalAmount', 'EffectiveDate', 'Status', 'Owner.Alias'],
  Pricebook2: ['Name', 'Description', 'LastModifiedDate', 'IsActive'],
  Product2: ['Name', 'ProductCode', 'Description', 'Family'],
};

/** List views of an object: those of the project and `All`. */
export function listViews(org: Org, user: OrgUser, object: ObjectInfo): View[] {
  const own = org.schema.project
    .of('ListView')
    .filter(
      (component) => component.object !== null && org.schema.resolveObject(component.object)?.name === object.name,
    )
    .map(({ name, def }) => ({
      name,
      label: def.label ?? name,
      columns: def.columns.map((column) => columnName(object, column)),
      filters: def.filters.map((filter) => ({ ...filter, field: columnName(object, filter.field) })),
      mine: def.filterScope === 'Mine',
    }));
  if (own.some((view) => view.name === 'All')) return own;
  const columns = STANDARD_COLUMNS[object.name] ?? compactFields(org, user, object).map((field) => field.name);
  return [...own, { name: 'All', label: `All ${object.pluralLabel}`, columns, filters: [], mine: false }];
}

/** Old column names of list views and related lists (`NAME`, `CREATED_DATE`, `ORDERS.ORDER_NUMBER`, `PRODUCT2.ACTIVE`) → field names. */
export function columnName(object: ObjectInfo, column: string): string {
  // Related lists name a standard lookup by its relationship (`Product2` of an order product).
  const lookup = /^[A-Za-z0-9]+$/.test(column) && !object.resolveField(column) && object.resolveRelationship(column);
  if (lookup) return lookup.name;
  if (!/^[A-Z0-9_.]+$/.test(column)) return column;
  const last = column.split('.').pop()!;
  const known: Record<string, string> = {
    NAME: 'Name',
    CREATED_DATE: 'CreatedDate',
    LAST_UPDATE: 'LastModifiedDate',
    LAST_ACTIVITY: 'LastActivityDate',
    UPDATEDBY_USER: 'LastModifiedBy.Name',
    CREATEDBY_USER: 'CreatedBy.Name',
    RECORDTYPE: 'RecordTypeId',
    ACTIVE: 'IsActive',
    CUSTOMER_PRODUCT_ID: 'ProductCode',
    FAMILY_ENUM: 'Family',
  };
  const name = known[last] ?? last.replace(/_/g, '');
  return object.resolveField(name)?.name ?? name;
}

export function findView(org: Org, user: OrgUser, object: ObjectInfo, name: string): View {
  const view = listViews(org, user, object).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!view) throw new HttpError(404, 'NOT_FOUND', `There is no list view ${name}`);
  return view;
}

/** `list-info/{object}` entries. */
export function viewSummary(object: ObjectInfo, view: View): Record<string, unknown> {
  return {
    apiName: view.name,
    id: view.name,
    label: view.label,
    listUiUrl: `/list-ui/${object.name}/${view.name}`,
    primary: view.name === 'All',
  };
}

/** `list-info/{object}/{view}`. */
export function viewInfo(org: Org, user: OrgUser, object: ObjectInfo, view: View): Record<string, unknown> {
  return {
    ...viewSummary(object, view),
    listReference: { id: view.name, listViewApiName: view.name, objectApiName: object.name, type: 'listView' },
    displayColumns: readablePaths(org, user, object, view.columns).map((path) => columnJson(org, object, path)),
    filteredByInfo: view.filters,
    orderedByInfo: [],
    searchable: object.searchable,
    updateable: false,
    cloneable: false,
    visibility: 'Public',
  };
}

function columnJson(org: Org, object: ObjectInfo, path: string): Record<string, unknown> {
  const field = fieldAt(org, object, path);
  return {
    fieldApiName: path,
    label: field ? pageLabel(field) : path,
    sortable: field?.sortable ?? false,
    dataType: field?.type ?? 'STRING',
  };
}

function fieldAt(org: Org, object: ObjectInfo, path: string): FieldInfo | null {
  const [first, ...rest] = path.split('.');
  if (!rest.length) return object.resolveField(first);
  const parent = object.resolveRelationship(first)?.referenceTo[0];
  const next = parent ? org.schema.object(parent) : undefined;
  return next ? fieldAt(org, next, rest.join('.')) : null;
}

export interface ListRequest {
  fields?: string[];
  optionalFields?: string[];
  pageSize?: number;
  pageToken?: string;
  sortBy?: string[];
  searchTerm?: string;
}

/** One page of the records of a list: `condition` is SOQL that the caller built, or ''. */
export function listRecords(
  org: Org,
  user: OrgUser,
  object: ObjectInfo,
  columns: string[],
  conditions: string[],
  request: ListRequest,
): Record<string, unknown> {
  const wanted = [...columns, ...(request.fields ?? []), ...(request.optionalFields ?? [])];
  const paths = withReferenceNames(org, user, object, readablePaths(org, user, object, wanted));
  const pageSize = Math.min(MAX_PAGE, Math.max(1, request.pageSize ?? DEFAULT_PAGE));
  const offset = Number(request.pageToken ?? 0) || 0;
  const where = [...conditions];
  where.push(...searchConditions(org, object, paths, request.searchTerm ?? ''));
  const condition = where.length ? ` WHERE ${where.join(' AND ')}` : '';
  const order = orderBy(org, user, object, request.sortBy);
  const records = selectRecords(
    org,
    user,
    `SELECT ${paths.join(', ')} FROM ${object.name}${condition} ORDER BY ${order} LIMIT ${pageSize + 1} OFFSET ${offset}`,
  );
  const more = records.length > pageSize;
  return {
    count: Math.min(records.length, pageSize),
    records: records.slice(0, pageSize).map(recordJson),
    pageSize,
    currentPageToken: String(offset),
    nextPageToken: more ? String(offset + pageSize) : null,
    previousPageToken: offset > 0 ? String(Math.max(0, offset - pageSize)) : null,
    sortBy: request.sortBy ?? null,
  };
}

const SEARCHED_TYPES = new Set(['STRING', 'EMAIL', 'PHONE', 'URL', 'PICKLIST', 'COMBOBOX']);

/** Every word of the search stands in some column of the list, or in the record's name. */
function searchConditions(org: Org, object: ObjectInfo, paths: readonly string[], text: string): string[] {
  const searched = new Set(
    [...(object.nameField ? [object.nameField.name] : []), ...paths].filter((path) => {
      const field = fieldAt(org, object, path);
      return field?.filterable && SEARCHED_TYPES.has(field.type);
    }),
  );
  if (!searched.size) return [];
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const pattern = `'%${escapeSoql(word).replace(/[%_]/g, '\\$&')}%'`;
      return `(${[...searched].map((path) => `${path} LIKE ${pattern}`).join(' OR ')})`;
    });
}

function orderBy(org: Org, user: OrgUser, object: ObjectInfo, sortBy: string[] | undefined): string {
  const parts = (sortBy ?? []).flatMap((entry) => {
    const [path] = readablePaths(org, user, object, [entry.replace(/^-/, '')]);
    return path ? [`${path} ${entry.startsWith('-') ? 'DESC' : 'ASC'} NULLS LAST`] : [];
  });
  return [...parts, object.nameField?.sortable && !parts.length ? object.nameField.name : 'Id'].join(', ');
}

const OPERATORS: Record<string, string> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

/** SOQL conditions of a list view's filters. */
export function viewConditions(user: OrgUser, object: ObjectInfo, view: View): string[] {
  const conditions = view.mine && object.field('OwnerId') ? [`OwnerId = '${user.id}'`] : [];
  for (const { field: name, operation, value } of view.filters) {
    const field = object.resolveField(name);
    if (!field) continue;
    const values = (value ?? '').split(',').map((text) => literal(field, text.trim()));
    const any = (make: (text: string) => string) => `(${values.map(make).join(' OR ')})`;
    if (operation in OPERATORS) conditions.push(any((text) => `${field.name} ${OPERATORS[operation]} ${text}`));
    else if (operation === 'contains') conditions.push(any((text) => `${field.name} LIKE '%${text.slice(1, -1)}%'`));
    else if (operation === 'startsWith') conditions.push(any((text) => `${field.name} LIKE '${text.slice(1, -1)}%'`));
    else if (operation === 'notContain')
      conditions.push(`(NOT ${any((text) => `${field.name} LIKE '%${text.slice(1, -1)}%'`)})`);
    else if (operation === 'includes') conditions.push(`${field.name} INCLUDES (${values.join(', ')})`);
    else if (operation === 'excludes') conditions.push(`${field.name} EXCLUDES (${values.join(', ')})`);
  }
  return conditions;
}

function literal(field: FieldInfo, text: string): string {
  if (text === '') return 'null';
  if (field.type === 'BOOLEAN') return text === '1' || text.toLowerCase() === 'true' ? 'true' : 'false';
  if (/^(CURRENCY|DOUBLE|INTEGER|PERCENT|LONG)$/.test(field.type)) return String(Number(text) || 0);
  if (/^(DATE|DATETIME)$/.test(field.type))
    return /^[A-Z_]+(?::\d+)?$/.test(text) ? text : text.replace(/[^0-9TZ:.+-]/g, '');
  return `'${escapeSoql(text)}'`;
}
