/** System.ApexPages with its messages and standard controllers, and System.SelectOption. */
import { engine } from '../engine.js';
import { ApexExceptionObject, raise } from '../errors.js';
import { defineClass } from '../registry.js';
import type { SObjectValue } from '../sobject.js';
import { tx } from '../transaction.js';
import { types } from '../types.js';
import { ApexList } from '../values/list.js';
import { StandardObject } from '../values/object.js';
import { exceptionMessage } from '../values/text.js';
import { need } from './args.js';
import { DataHolder, defineHolder } from './data-holder.js';
import { constantOf, defineEnum } from './enums.js';
import { ApexPageReference } from './url.js';

defineEnum('ApexPages.Severity', ['CONFIRM', 'ERROR', 'FATAL', 'INFO', 'WARNING']);

const message = defineHolder('ApexPages.Message', {
  fields: { severity: null, summary: null, detail: null, componentLabel: null },
  arguments: ['severity', 'summary', 'detail', 'componentLabel'],
  methods: { getdetail: (self: DataHolder) => self.values['detail'] ?? self.values['summary'] },
});

const messages = (): DataHolder[] => tx().slot<DataHolder[]>('pageMessages', () => []);

function hasMessages(severity?: unknown): boolean {
  return severity === undefined
    ? messages().length > 0
    : messages().some((shown) => shown.values['severity'] === severity);
}

/** One error message per failed row, or the exception's own message. */
function addMessages(error: ApexExceptionObject): void {
  const rows = (need(error).details as { failures?: { message: string }[] } | null)?.failures;
  const severity = constantOf('ApexPages.Severity', 'ERROR');
  for (const summary of rows?.map((row) => row.message) ?? [exceptionMessage(error)])
    messages().push(message({ severity, summary }));
}

/** State of the current page; `Test.setCurrentPage` replaces it. */
export const currentPage = (): ApexPageReference => tx().slot('currentPage', () => new ApexPageReference(''));

defineClass('System.ApexPages', {
  statics: {
    addmessage: (added: DataHolder) => void messages().push(need(added)),
    addmessages: addMessages,
    currentpage: currentPage,
    getmessages: () => new ApexList(types.std('ApexPages.Message'), [...messages()]),
    hasmessages: hasMessages,
  },
});

const SYSTEM = { allOrNone: true, access: { sharing: 'without', access: 'system' } } as const;

class StandardController extends StandardObject {
  readonly record: SObjectValue;
  constructor(record: SObjectValue) {
    super();
    this.record = record;
  }

  page(suffix = ''): ApexPageReference {
    return new ApexPageReference(`/${this.record.id ?? ''}${suffix}`);
  }
}

defineClass('ApexPages.StandardController', {
  instance: StandardController,
  ctor: (record: SObjectValue) => new StandardController(need(record)),
  methods: {
    addfields: () => undefined,
    cancel: (self: StandardController) => self.page(),
    delete: (self: StandardController) => {
      engine().dml('delete', self.record, SYSTEM);
      return new ApexPageReference(`/${self.record.type.keyPrefix ?? ''}`);
    },
    edit: (self: StandardController) => self.page('/e'),
    getid: (self: StandardController) => self.record.id,
    getrecord: (self: StandardController) => self.record,
    reset: () => undefined,
    save: (self: StandardController) => {
      engine().dml(self.record.id ? 'update' : 'insert', self.record, SYSTEM);
      return self.page();
    },
    view: (self: StandardController) => self.page(),
  },
});

const DEFAULT_PAGE_SIZE = 20;

class StandardSetController extends StandardObject {
  readonly all: ApexList;
  selected: ApexList;
  pageNumber = 1;
  pageSize = DEFAULT_PAGE_SIZE;
  constructor(records: ApexList) {
    super();
    this.all = records;
    this.selected = new ApexList(records.elem);
  }

  get pages(): number {
    return Math.max(1, Math.ceil(this.all.a.length / this.pageSize));
  }

  shown(): ApexList {
    const from = (this.pageNumber - 1) * this.pageSize;
    return new ApexList(this.all.elem, this.all.a.slice(from, from + this.pageSize));
  }

  go(page: number): void {
    this.pageNumber = Math.min(Math.max(1, page), this.pages);
  }
}

type C = StandardSetController;
const go = (page: (self: C) => number) => (self: C) => self.go(page(self));

defineClass('ApexPages.StandardSetController', {
  instance: StandardSetController,
  ctor: (source: unknown) => {
    const list = need(source) instanceof ApexList ? (source as ApexList) : rowsOf(source as StandardObject);
    return new StandardSetController(list);
  },
  methods: {
    addfields: () => undefined,
    cancel: () => new ApexPageReference('/'),
    first: go(() => 1),
    getcompleteresult: () => true,
    gethasnext: (self: C) => self.pageNumber < self.pages,
    gethasprevious: (self: C) => self.pageNumber > 1,
    getpagenumber: (self: C) => self.pageNumber,
    getpagesize: (self: C) => self.pageSize,
    getrecord: (self: C) => self.all.a[0] ?? null,
    getrecords: (self: C) => self.shown(),
    getresultsize: (self: C) => self.all.a.length,
    getselected: (self: C) => self.selected,
    last: go((self) => self.pages),
    next: go((self) => self.pageNumber + 1),
    previous: go((self) => self.pageNumber - 1),
    save: (self: C) => {
      engine().dml('update', self.selected.a.length ? self.selected : self.all, SYSTEM);
      return new ApexPageReference('/');
    },
    setpagenumber: (self: C, page: number) => self.go(need(page)),
    setpagesize: (self: C, size: number) => {
      self.pageSize = need(size);
    },
    setselected: (self: C, records: ApexList) => {
      self.selected = need(records);
    },
  },
});

/** Records of a `Database.QueryLocator`. */
function rowsOf(locator: StandardObject): ApexList {
  const rows = (locator as { records?: () => ApexList }).records;
  return rows
    ? rows.call(locator)
    : raise('System.IllegalArgumentException', 'A list of records or a query locator is expected');
}

defineHolder('System.SelectOption', {
  fields: { value: null, label: null, disabled: false, escapeItem: true },
  arguments: ['value', 'label', 'disabled'],
});
