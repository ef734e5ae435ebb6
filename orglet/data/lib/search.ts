/** `Search.query` and `Search.find`. */
import { raise } from '../../runtime/errors.js';
import { defineClass } from '../../runtime/registry.js';
import { types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values.js';
import { StandardObject } from '../../runtime/values/object.js';
import { parseSosl, SoqlSyntaxError } from '../soql/parse.js';
import { accessOf } from './access-level.js';
import { database } from './current.js';
import { readArguments } from './database.js';

function search(text: string, rest: readonly unknown[]): ApexList {
  const { level, scope } = readArguments(rest);
  const parsed = parse(text);
  return database().search(
    parsed,
    parsed.binds.map((name) => scope?.(name) ?? null),
    accessOf(level),
  );
}

function parse(text: string) {
  try {
    return parseSosl(text);
  } catch (error) {
    if (error instanceof SoqlSyntaxError) raise('System.SearchException', error.message);
    throw error;
  }
}

class SearchResult extends StandardObject {
  readonly record: unknown;
  constructor(record: unknown) {
    super();
    this.record = record;
  }
}

class SearchResults extends StandardObject {
  readonly lists: ApexList;
  constructor(lists: ApexList) {
    super();
    this.lists = lists;
  }
}

defineClass('Search.SearchResult', {
  instance: SearchResult,
  methods: { getsobject: (self: SearchResult) => self.record, getsnippet: () => null },
});
defineClass('Search.SearchResults', {
  instance: SearchResults,
  methods: {
    get: (self: SearchResults, object: string) => {
      const list = (self.lists.a as ApexList[]).find(
        (candidate) => candidate.elem.name.toLowerCase() === object.toLowerCase(),
      );
      return new ApexList(
        types.std('Search.SearchResult'),
        (list?.a ?? []).map((record) => new SearchResult(record)),
      );
    },
  },
});
defineClass('System.Search', {
  statics: {
    query: (text: string, ...rest: unknown[]) => search(text, rest),
    find: (text: string, ...rest: unknown[]) => new SearchResults(search(text, rest)),
  },
});
