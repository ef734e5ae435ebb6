import type { AccessContext } from '../../runtime/engine.js';
import { raise } from '../../runtime/errors.js';
import { SOBJECT, types } from '../../runtime/types.js';
import { ApexList, ApexSet } from '../../runtime/values.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { DataEngine } from '../engine.js';
import { fold } from '../storage/functions.js';
import type { SearchGroup, SearchReturning, SoqlQuery, SoslQuery } from '../soql/ast.js';
import { noSuchObject } from '../soql/errors.js';

/** Fields of Ids that `Test.setFixedSearchResults` fixed; null when a search looks at the records. */
export type FixedResults = () => readonly string[] | null;

let fixedResults: FixedResults = () => null;

/** Tells the search where a test keeps its fixed results; without any, a search in a test finds nothing. */
export function setFixedSearchResults(source: FixedResults): void {
  fixedResults = source;
}

const TEXT_TYPES = new Set(['STRING', 'TEXTAREA', 'EMAIL', 'PHONE', 'URL', 'PICKLIST', 'COMBOBOX']);

function inGroup(field: FieldInfo, group: SearchGroup): boolean {
  if (!TEXT_TYPES.has(field.type) || field.calculated) return false;
  if (group === 'NAME') return field.nameField || /^(First|Last|Middle)?Name$/.test(field.name);
  if (group === 'EMAIL') return field.type === 'EMAIL';
  if (group === 'PHONE') return field.type === 'PHONE';
  return true;
}

/** Runs a SOSL search: one list for each object of RETURNING. */
export function runSearch(
  engine: DataEngine,
  search: SoslQuery,
  binds: readonly unknown[],
  mode: AccessContext,
): ApexList {
  const text = typeof search.find === 'string' ? search.find : String(binds[search.find.index] ?? '');
  const words = searchWords(text);
  const fixed = fixedResults();
  const results = search.returning.map((returning) => {
    const object = engine.schema.resolveObject(returning.object);
    if (!object) return noSuchObject(returning.object, search.text);
    const ids = fixed ?? matchingIds(engine, object, search.group, words);
    return returned(engine, returning, object, ids, binds, mode, search.withMode);
  });
  return new ApexList(types.list(SOBJECT), results);
}

/** `"exact phrase" OR jo*n?` as alternatives of words that must all occur; AND is implied. */
function searchWords(text: string): RegExp[][] {
  const plain = text.replace(/\\(.)/g, '$1').trim();
  if (plain.replace(/[*?"\s]/g, '').length < 2)
    raise('System.SearchException', `Search term must be longer than one character: ${plain}`);
  const alternatives = plain.split(/\s+OR\s+/);
  return alternatives.map((alternative) => {
    const terms = alternative.replace(/\bAND\b(?! NOT)/g, ' ').match(/"[^"]*"|[^\s"]+/g) ?? [];
    return terms.map((term) => wordPattern(fold(term.replace(/"/g, ''))));
  });
}

/**
 * A term matches whole words; `*` stands for any letters, `?` for one. Punctuation only separates words: `o'neill` is
 * found as `O’Neill`, an e-mail address by its parts.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_find.htm
 */
function wordPattern(term: string): RegExp {
  const words = (term.match(/[\p{L}\p{N}\p{M}*?]+/gu) ?? []).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const body = words.map((word) => word.replace(/\*/g, '[^\\s]*').replace(/\?/g, '[^\\s]')).join('[^\\p{L}\\p{N}]+');
  // Nothing but punctuation is no word.
  return new RegExp(words.length ? `(?:^|[^\\p{L}\\p{N}])${body}(?:$|[^\\p{L}\\p{N}])` : '(?!)', 'u');
}

function matchingIds(
  engine: DataEngine,
  object: ObjectInfo,
  group: SearchGroup,
  words: readonly (readonly RegExp[])[],
): string[] {
  const table = engine.store.table(object);
  const columns = table.list.filter((column) => inGroup(column.field, group));
  if (columns.length === 0) return [];
  const sql = `SELECT "Id", ${columns.map((column, i) => `${column.quoted} AS c${i}`).join(',')} FROM ${table.quoted} WHERE "IsDeleted"=0`;
  const ids: string[] = [];
  for (const [id, ...values] of engine.store.statement(sql).all([])) {
    const text = fold(values.filter((value) => typeof value === 'string').join('\n'));
    if (words.some((all) => all.every((word) => word.test(text)))) ids.push(id as string);
  }
  return ids;
}

function returned(
  engine: DataEngine,
  returning: SearchReturning,
  object: ObjectInfo,
  ids: readonly string[],
  binds: readonly unknown[],
  mode: AccessContext,
  withMode: SoslQuery['withMode'],
): ApexList {
  const found = new ApexSet(
    types.prim('Id'),
    ids.filter((id) => id.slice(0, 3) === object.keyPrefix),
  );
  const isFound = {
    kind: 'compare' as const,
    left: { kind: 'field' as const, path: ['Id'] },
    operator: 'IN' as const,
    right: { kind: 'bind' as const, index: binds.length },
  };
  const query: SoqlQuery = {
    kind: 'query',
    text: '',
    select: returning.fields ?? [{ kind: 'field', path: ['Id'], alias: null }],
    from: object.name,
    alias: null,
    joins: [],
    scope: null,
    where: returning.where ? { kind: 'and', conditions: [isFound, returning.where] } : isFound,
    withMode,
    groupBy: null,
    having: null,
    orderBy: returning.orderBy,
    limit: returning.limit ?? 2000,
    offset: returning.offset,
    forClauses: [],
    allRows: false,
    binds: [],
  };
  const access: AccessContext = withMode === 'USER_MODE' ? { sharing: 'with', access: 'user' } : mode;
  const list = engine.select(query, [...binds, found], access);
  return typeof list === 'number' ? new ApexList(SOBJECT) : list;
}
