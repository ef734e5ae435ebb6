/** `Database.QueryLocator` and `Database.Cursor`: handles on the records of a query. */
import { raise } from '../../runtime/errors.js';
import { defineClass } from '../../runtime/registry.js';
import { tx } from '../../runtime/transaction.js';
import { ID, SOBJECT } from '../../runtime/types.js';
import { ApexList, ApexSet } from '../../runtime/values.js';
import { StandardObject } from '../../runtime/values/object.js';
import type { AccessContext } from '../../runtime/engine.js';
import type { SoqlQuery } from '../soql/ast.js';
import { database, type DynamicQuery } from './current.js';

export class QueryLocator extends StandardObject {
  readonly text: string;
  /** Read when it is first asked for. */
  private readonly read: () => ApexList;
  private records: ApexList | null = null;
  constructor(text: string, read: () => ApexList) {
    super();
    this.text = text;
    this.read = read;
  }

  list(): ApexList {
    return (this.records ??= this.read());
  }
}

/** Walks the records of a locator one by one. */
class QueryLocatorIterator extends StandardObject {
  private readonly list: ApexList;
  private position = 0;
  constructor(list: ApexList) {
    super();
    this.list = list;
  }

  hasNext(): boolean {
    return this.position < this.list.a.length;
  }

  next(): unknown {
    if (!this.hasNext()) raise('System.NoSuchElementException', 'Iterator has no more elements');
    return this.list.a[this.position++];
  }
}

/** A locator counts one query; its rows do not count against the query rows of the transaction. */
export function locatorOf({ query, binds }: DynamicQuery, access: AccessContext): QueryLocator {
  tx().limits.count('queries');
  const engine = database();
  engine.plan(query, access.sharing);
  return new QueryLocator(query.text, () => {
    const result = engine.select(query, binds, access);
    return typeof result === 'number' ? new ApexList(SOBJECT) : result;
  });
}

/** `Database.getQueryLocator([SELECT …])`: the records have been read. */
export const locatorOfList = (list: ApexList): QueryLocator => new QueryLocator('', () => list);

defineClass('Database.QueryLocator', {
  instance: QueryLocator,
  methods: {
    getquery: (self: QueryLocator) => self.text,
    iterator: (self: QueryLocator) => new QueryLocatorIterator(self.list()),
    querymore: (self: QueryLocator, count: number) => new ApexList(self.list().elem, self.list().a.slice(0, count)),
  },
});
defineClass('Database.QueryLocatorIterator', {
  instance: QueryLocatorIterator,
  methods: {
    hasnext: (self: QueryLocatorIterator) => self.hasNext(),
    next: (self: QueryLocatorIterator) => self.next(),
  },
});

/** Most rows that one fetch of a cursor gives. */
const MAX_FETCH = 2000;

/** A page of a cursor; `next` is where the following one starts. */
class CursorFetchResult extends StandardObject {
  readonly records: ApexList;
  readonly next: number;
  readonly deleted: number;
  readonly done: boolean;
  constructor(records: ApexList, next: number, deleted: number, done: boolean) {
    super();
    this.records = records;
    this.next = next;
    this.deleted = deleted;
    this.done = done;
  }
}

/**
 * A cursor remembers which records the query found; each fetch reads their fields anew.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_cursors.htm
 */
export class Cursor extends StandardObject {
  readonly ids: readonly string[];
  private readonly query: SoqlQuery;
  private readonly access: AccessContext;
  constructor(query: SoqlQuery, ids: readonly string[], access: AccessContext) {
    super();
    this.query = query;
    this.ids = ids;
    this.access = access;
  }

  fetch(position: number, count: number): ApexList {
    if (position < 0 || count < 0 || position > this.ids.length)
      raise('System.InvalidParameterValueException', `Invalid position or count: ${position}, ${count}`);
    if (count > MAX_FETCH)
      raise('System.InvalidParameterValueException', `A cursor fetches at most ${MAX_FETCH} rows at a time: ${count}`);
    const { limits } = tx();
    limits.count('queries');
    const part = this.ids.slice(position, position + count);
    const isFetched = {
      kind: 'compare' as const,
      left: { kind: 'field' as const, path: ['Id'] },
      operator: 'IN' as const,
      right: { kind: 'bind' as const, index: 0 },
    };
    const query: SoqlQuery = {
      ...this.query,
      where: isFetched,
      orderBy: [],
      limit: null,
      offset: null,
      binds: ['ids'],
    };
    const found = database().select(query, [new ApexSet(ID, part)], this.access) as ApexList;
    limits.count('queryRows', found.a.length);
    const order = new Map(part.map((id, index) => [id, index]));
    found.a.sort((a, b) => order.get(a.id)! - order.get(b.id)!);
    return found;
  }
}

/** A cursor for lists with pages: a page is full even when records were deleted after the query. */
export class PaginationCursor extends Cursor {
  fetchPage(start: number, size: number): CursorFetchResult {
    const records = this.fetch(start, size);
    let next = Math.min(start + size, this.ids.length);
    let deleted = next - start - records.a.length;
    while (records.a.length < size && next < this.ids.length) {
      const missing = Math.min(size - records.a.length, this.ids.length - next);
      const more = this.fetch(next, missing);
      records.a.push(...more.a);
      deleted += missing - more.a.length;
      next += missing;
    }
    return new CursorFetchResult(records, next, deleted, next >= this.ids.length);
  }
}

type CursorClass<T extends Cursor> = new (query: SoqlQuery, ids: readonly string[], access: AccessContext) => T;

export function cursorOf<T extends Cursor>(
  type: CursorClass<T>,
  { query, binds }: DynamicQuery,
  access: AccessContext,
): T {
  tx().limits.count('queries');
  const onlyId: SoqlQuery = { ...query, select: [{ kind: 'field', path: ['Id'], alias: null }] };
  const found = database().select(onlyId, binds, access) as ApexList;
  return new type(
    query,
    found.a.map((record) => record.id as string),
    access,
  );
}

defineClass('Database.Cursor', {
  instance: Cursor,
  methods: {
    getnumrecords: (self: Cursor) => self.ids.length,
    fetch: (self: Cursor, position: number, count: number) => self.fetch(position, count),
  },
});
defineClass('Database.PaginationCursor', {
  instance: PaginationCursor,
  methods: {
    getnumrecords: (self: PaginationCursor) => self.ids.length,
    fetchpage: (self: PaginationCursor, start: number, size: number) => self.fetchPage(start, size),
  },
});
defineClass('Database.CursorFetchResult', {
  instance: CursorFetchResult,
  methods: {
    getrecords: (self: CursorFetchResult) => self.records,
    getnextindex: (self: CursorFetchResult) => self.next,
    getnumdeletedrecords: (self: CursorFetchResult) => self.deleted,
    isdone: (self: CursorFetchResult) => self.done,
  },
});
