/** System.Limits: what the transaction has used and may use. CPU time and heap are estimates of this process. */
import { defineClass, type LibFunction } from '../registry.js';
import { tx, type LimitName } from '../transaction.js';

const METHODS: Record<string, LimitName> = {
  aggregatequeries: 'aggregateQueries',
  asynccalls: 'futureCalls',
  callouts: 'callouts',
  dmlrows: 'dmlRows',
  dmlstatements: 'dmlStatements',
  emailinvocations: 'emailInvocations',
  fieldsetsdescribes: 'fieldSetsDescribes',
  futurecalls: 'futureCalls',
  mobilepushapexcalls: 'mobilePushCalls',
  publishimmediatedml: 'publishImmediateDml',
  queries: 'queries',
  querylocatorrows: 'queryLocatorRows',
  queryrows: 'queryRows',
  queueablejobs: 'queueableJobs',
  soslqueries: 'soslQueries',
};

const statics: Record<string, LibFunction> = {
  getcputime: () => Math.min(2147483647, Date.now() - tx().startedAt),
  getlimitcputime: () => tx().limits.max('cpuTime'),
  getheapsize: () => tx().limits.used.heapSize,
  getlimitheapsize: () => tx().limits.max('heapSize'),
};
for (const [method, limit] of Object.entries(METHODS)) {
  statics[`get${method}`] = () => tx().limits.used[limit];
  statics[`getlimit${method}`] = () => tx().limits.max(limit);
}
// Describes, scripts and savepoints have no limit of their own any more; the methods stay for old code.
for (const method of [
  'childrelationshipsdescribes',
  'findsimilarcalls',
  'fieldsdescribes',
  'picklistdescribes',
  'recordtypesdescribes',
  'runas',
  'savepoints',
  'savepointrollbacks',
  'scriptstatements',
  'databasetime',
  'apexcursorrows',
  'fetchcallsonapexcursor',
]) {
  statics[`get${method}`] = () => 0;
  statics[`getlimit${method}`] = () => 0;
}
for (const [method, limit] of [
  ['savepoints', 'dmlStatements'],
  ['savepointrollbacks', 'dmlStatements'],
] as const) {
  statics[`get${method}`] = () => tx().slot(`limits.${method}`, () => ({ count: 0 })).count;
  statics[`getlimit${method}`] = () => tx().limits.max(limit);
}

defineClass('System.Limits', { statics });
