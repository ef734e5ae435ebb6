import { engine } from '../../../runtime/engine.js';
import type { ApexList } from '../../../runtime/values/list.js';
import type { SObjectValue } from '../../../runtime/sobject.js';
import type { FieldInfo, ObjectInfo } from '../../../schema/model.js';
import { parseSosl, SoqlSyntaxError } from '../../../data/soql/parse.js';
import { toJsonRow } from '../../../org/json-rows.js';
import { HttpError, type RequestContext } from '../context.js';
import { objectOf } from './records.js';

function run(context: RequestContext, sosl: string): unknown[] {
  return context.org.transaction(context.requireUser(), () => {
    const lists = engine().search(parsed(sosl), [], { sharing: 'with', access: 'user' });
    return (lists.a as ApexList[]).flatMap((list) => (list.a as SObjectValue[]).map(toJsonRow));
  });
}

function parsed(sosl: string): ReturnType<typeof parseSosl> {
  try {
    return parseSosl(sosl);
  } catch (error) {
    if (error instanceof SoqlSyntaxError) throw new HttpError(400, 'MALFORMED_SEARCH', error.message);
    throw error;
  }
}

/** `GET search?q=FIND …`. */
export function search(context: RequestContext): void {
  const sosl = context.url.searchParams.get('q');
  if (!sosl) throw new HttpError(400, 'MALFORMED_SEARCH', 'The q parameter is missing');
  context.sendJson(200, { searchRecords: run(context, sosl) });
}

/** Most rows of one search. */
const MAX_ROWS = 200;

/** Where the `in` parameter lets a search look, as SOSL writes it. */
const GROUPS: Record<string, string> = { ALL: 'ALL', NAME: 'NAME', EMAIL: 'EMAIL', PHONE: 'PHONE', SIDEBAR: 'SIDEBAR' };

/**
 * `GET parameterizedSearch?q=…&in=…&sobject=…&X.fields=…&X.limit=…&overallLimit=…`: words that records hold in any of
 * their text fields, the last one perhaps unfinished.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search_parameterized_get.htm
 */
export function parameterizedSearch(context: RequestContext): void {
  const { searchParams } = context.url;
  const text = (searchParams.get('q') ?? '').trim();
  if (text.length < 2) throw new HttpError(400, 'INVALID_SEARCH', 'Search term must be longer than one character');
  const group = GROUPS[(searchParams.get('in') ?? 'ALL').toUpperCase()];
  if (!group) throw new HttpError(400, 'INVALID_SEARCH', 'The in parameter must be ALL, NAME, EMAIL, PHONE or SIDEBAR');
  const overall = count(searchParams.get('overallLimit')) ?? MAX_ROWS;
  const each = count(searchParams.get('defaultLimit')) ?? overall;
  const names = searchParams.getAll('sobject').flatMap((part) => part.split(','));
  const objects = names
    .map((name) => objectOf(context.org, name))
    .filter((object) => context.org.objectAccess(context.requireUser(), object).read);
  if (!objects.length) {
    context.sendJson(200, { searchRecords: [] });
    return;
  }
  const escaped = text.replace(/[?&|!{}[\]()^~*:\\"'+-]/g, (character) => `\\${character}`);
  const returning = objects.map((object) => {
    const limit = count(searchParams.get(`${object.name}.limit`)) ?? each;
    const order = object.field('LastModifiedDate') ? ' ORDER BY LastModifiedDate DESC' : '';
    return `${object.name}(${returnedFields(context, object).join(', ')}${order} LIMIT ${limit})`;
  });
  context.sendJson(200, {
    searchRecords: run(context, `FIND {${escaped}*} IN ${group} FIELDS RETURNING ${returning.join(', ')}`).slice(
      0,
      overall,
    ),
  });
}

function count(text: string | null): number | null {
  const number = Number(text);
  return text !== null && Number.isInteger(number) && number > 0 ? Math.min(MAX_ROWS, number) : null;
}

/** Fields that the request names for an object, those that the user may read; its Id and name otherwise. */
function returnedFields(context: RequestContext, object: ObjectInfo): string[] {
  const { searchParams } = context.url;
  const named = (searchParams.get(`${object.name}.fields`) ?? searchParams.get('fields') ?? '')
    .split(',')
    .map((name) => object.resolveField(name.trim()))
    .filter(
      (field): field is FieldInfo => field !== null && context.org.canReadField(context.requireUser(), object, field),
    )
    .map((field) => field.name);
  return [...new Set(['Id', ...(named.length ? named : [object.nameField?.name ?? 'Id'])])];
}
