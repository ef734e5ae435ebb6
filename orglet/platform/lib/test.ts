import { raise } from '../../runtime/errors.js';
import { hooks } from '../../runtime/hooks.js';
import { defineClass } from '../../runtime/registry.js';
import { SObjectValue, type SObjectTypeToken } from '../../runtime/sobject.js';
import { Limits, tx } from '../../runtime/transaction.js';
import { ID, types } from '../../runtime/types.js';
import { ApexList } from '../../runtime/values/list.js';
import { StandardObject } from '../../runtime/values/object.js';
import type { ApexDatetime } from '../../runtime/values/scalars.js';
import { deliverTestEvents } from '../events/deliver.js';
import { platformHost } from '../host.js';
import { runTestJobs } from '../jobs/queue.js';
import type { ApexType } from '../../runtime/lib/type.js';
import { invokeMethod } from '../../runtime/ops.js';
import { testState, type TestState } from '../state.js';
import { loadData } from './load-data.js';
import { setFixedSearchResults } from '../../data/sosl/search.js';

function running(): TestState {
  return testState() ?? raise('System.UnsupportedOperationException', 'Test methods can only be called from a test');
}

/** Fresh limits for what follows; work enqueued from here on is run by `stopTest`. */
function startTest(): void {
  const test = running();
  if (test.started) raise('System.FinalException', 'Testing already started');
  test.started = true;
  const transaction = tx();
  test.outerLimits = transaction.limits;
  transaction.limits = new Limits(transaction.origin.async);
  transaction.uncommittedWork = false;
}

/** Runs what was enqueued and delivers what was published, then puts the former limits back. */
function stopTest(): void {
  const test = running();
  if (!test.started || test.stopped)
    raise('System.FinalException', test.stopped ? 'Testing already stopped' : 'Testing has not started');
  test.stopped = true;
  const transaction = tx();
  transaction.uncommittedWork = false;
  try {
    deliverTestEvents(test);
    runTestJobs(test);
    deliverTestEvents(test);
  } finally {
    if (test.outerLimits) transaction.limits = test.outerLimits;
    test.outerLimits = null;
  }
}

function setMock(type: ApexType, mock: unknown): void {
  running().mocks.set(type.desc.name.toLowerCase(), mock);
}

class TestBroker extends StandardObject {}
defineClass('eventbus.TestBroker', {
  instance: TestBroker,
  methods: {
    deliver: () => deliverTestEvents(running()),
    fail: () => {
      const test = running();
      for (const callback of test.publishCallbacks) callback.fail();
      test.publishCallbacks = [];
      test.events = [];
    },
  },
});

function setCreatedDate(recordId: string, date: ApexDatetime): void {
  running();
  const object = hooks.schema?.objectByPrefix(recordId.slice(0, 3));
  if (!object) return raise('System.StringException', `Invalid id: ${recordId}`);
  platformHost().updateRow(object.name, recordId, { CreatedDate: date });
}

function standardPricebookId(): string | null {
  return platformHost().find('Pricebook2', { IsStandard: true })[0]?.id ?? null;
}

/** Ids of jobs that wait; the flex queue holds batch jobs that were enqueued and have not started. */
function flexQueue(): ApexList {
  return new ApexList(
    ID,
    running()
      .jobs.filter((job) => job.kind === 'batch')
      .map((job) => job.id),
  );
}

/** A row as SOQL would return it, for SOQL stubs: fields may be read-only ones. */
function stubRow(token: SObjectTypeToken, values: { entries(): Iterable<[string, unknown]> }): SObjectValue {
  const row = new SObjectValue(token.object, {});
  const names: string[] = [];
  for (const [name, value] of values.entries()) {
    const field = token.object.resolveField(name);
    if (!field) raise('System.SObjectException', `Invalid field ${name} for ${token.object.name}`);
    row.f[field!.name] = value;
    names.push(field!.name);
  }
  row.query = { fields: new Set([...names, 'Id']) };
  return row;
}

// In a test, SOSL finds nothing but what the test fixed.
setFixedSearchResults(() => (testState() ? (testState()!.fixedSearchResults ?? []) : null));

defineClass('System.Test', {
  statics: {
    isrunningtest: () => tx().origin.isTest,
    starttest: startTest,
    stoptest: stopTest,
    setmock: setMock,
    geteventbus: () => new TestBroker(),
    loaddata: (token: SObjectTypeToken, resource: string) => loadData(token, resource),
    setcreateddate: setCreatedDate,
    getstandardpricebookid: standardPricebookId,
    setfixedsearchresults: (ids: ApexList) => void (running().fixedSearchResults = [...ids.a] as string[]),
    setcurrentpage: (page: unknown) => void tx().slots.set('currentPage', page),
    setcurrentpagereference: (page: unknown) => void tx().slots.set('currentPage', page),
    getflexqueueorder: flexQueue,
    enablechangedatacapture: () => void running(),
    calculatepermissionsetgroup: () => void running(),
    clearapexpagemessages: () => void running(),
    setreadonlyapplicationmode: () => void running(),
    createstubqueryrow: stubRow,
    createstubqueryrows: (token: SObjectTypeToken, rows: ApexList) =>
      new ApexList(
        types.sobject(token.object.name),
        rows.a.map((row) => stubRow(token, row)),
      ),
    testinstall: (handler: unknown, version: unknown) =>
      invokeMethod(handler, 'oninstall', [new InstallContext(version)]),
    testuninstall: (handler: unknown) => invokeMethod(handler, 'onuninstall', [new InstallContext(null)]),
  },
});

/** `InstallContext` and `UninstallContext` of `Test.testInstall`. */
class InstallContext extends StandardObject {
  readonly version: unknown;
  constructor(version: unknown) {
    super();
    this.version = version;
  }
}
defineClass('System.InstallContext', {
  instance: InstallContext,
  methods: {
    installerid: () => tx().user.id,
    uninstallerid: () => tx().user.id,
    organizationid: () => tx().user.organizationId,
    isupgrade: (self: InstallContext) => self.version !== null,
    ispush: () => false,
    previousversion: (self: InstallContext) => self.version,
  },
});
