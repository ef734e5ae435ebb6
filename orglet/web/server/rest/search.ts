import { engine } from '../../../runtime/engine.js';
import type { ApexList } from '../../../runtime/values/list.js';
import type { SObjectValue } from '../../../runtime/sobject.js';
import { parseSosl } from '../../../data/soql/parse.js';
import { toJsonRow } from '../../../org/json-rows.js';
import { HttpError, type RequestContext } from '../context.js';
import { objectOf } from './records.js';

function run(context: RequestContext, sosl: string): unknown[] {
  return context.org.transaction(context.requireUser(), () => {
    const lists = engine().search(parseSosl(sosl), [], { sharing: 'with', access: 'user' });
    return (lists.a as ApexList[]).flatMap((list) => (list.a as SObjectValue[]).map(toJsonRow));
  });
}

/** `GET search?q=FIND …`. */
export function search(context: RequestContext): void {
  const sosl = context.url.searchParams.get('q');
  if (!sosl) throw new HttpError(400, 'MALFORMED_SEARCH', 'The q parameter is missing');
  context.sendJson(200, { searchRecords: run(context, sosl) });
}

/** Most rows of one search. */
const MAX_ROWS = 200;

/** `GET parameterizedSearch?q=…&sobject=…&overallLimit=…`: a plain text search over name fields. */
export function parameterizedSearch(context: RequestContext): void {
  const { searchParams } = context.url;
  const text = (searchParams.get('q') ?? '').trim();
  if (text.length < 2) throw new HttpError(400, 'INVALID_SEARCH', 'Search term must be longer than one character');
  const limit = Math.min(
    MAX_ROWS,
    Number(searchParams.get('overallLimit') ?? searchParams.get('defaultLimit') ?? 20) || 20,
  );
  const names = searchParams.getAll('sobject').flatMap((part) => part.split(','));
  const objects = names
    .map((name) => objectOf(context.org, name))
    .filter((object) => context.org.objectAccess(context.requireUser(), object).read);
  if (!objects.length) {
    context.sendJson(200, { searchRecords: [] });
    return;
  }
  const escaped = text.replace(/[?&|!{}[\]()^~*:\\"'+-]/g, (character) => `\\${character}`);
  const returning = objects.map((object) => `${object.name}(Id, ${object.nameField?.name ?? 'Id'} LIMIT ${limit})`);
  context.sendJson(200, {
    searchRecords: run(context, `FIND {${escaped}*} IN NAME FIELDS RETURNING ${returning.join(', ')}`).slice(0, limit),
  });
}
