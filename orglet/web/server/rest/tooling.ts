import type { RequestContext } from '../context.js';
import { HttpError } from '../context.js';
import type { Mount } from '../router.js';
import { only, requirePermission } from '../permissions.js';
import type { Services } from '../server.js';
import { runTests } from '../../../testing/runner.js';
import type { TestReport, TestResult } from '../../../testing/types.js';
import { ApexCompileError } from '../../../apex/index.js';
import { describe } from './describe.js';
import { queryMore, runQuery } from './query.js';
import { escapeSoql } from './records.js';
import { getRecord } from './sobjects.js';

/** The part of the Tooling API that editors and scripts use. */
export function toolingMounts(_services: Services): Mount[] {
  const base = '/services/data/:version/tooling';
  const mounts: Mount[] = [
    { method: 'GET', path: `${base}/executeAnonymous`, handler: executeAnonymous },
    { method: 'POST', path: `${base}/runTestsSynchronous`, handler: runTestsSynchronous },
    { method: 'GET', path: `${base}/query`, handler: runQuery },
    { method: 'GET', path: `${base}/query/:cursor`, handler: queryMore },
    { method: 'GET', path: `${base}/sobjects/:object/describe`, handler: describe },
    { method: 'GET', path: `${base}/sobjects/:object/:id`, handler: getRecord },
  ];
  return mounts.map((mount) => ({ ...mount, handler: only(requireSetup, mount.handler) }));
}

/** What the Tooling API tells is set-up. */
const requireSetup = (context: RequestContext) =>
  requirePermission(context, 'ViewSetup', 'View Setup and Configuration');

/**
 * Code of one's own needs "Author Apex" besides "API Enabled".
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_anonymous_block.htm
 */
const requireAuthor = (context: RequestContext) => requirePermission(context, 'AuthorApex', 'Author Apex');

function executeAnonymous(context: RequestContext): void {
  requireAuthor(context);
  // The API's one GET that may change something; it takes the Authorization header, as all of the API does.
  if (context.method === 'HEAD') throw new HttpError(405, 'METHOD_NOT_ALLOWED', "HTTP Method 'HEAD' not allowed");
  const source = context.url.searchParams.get('anonymousBody');
  if (source === null) throw new HttpError(400, 'MISSING_ARGUMENT', 'The anonymousBody parameter is missing');
  const { error } = context.org.executeAnonymous(source, context.requireUser());
  const compile = error?.cause instanceof ApexCompileError ? error.cause.problems[0] : null;
  context.sendJson(200, {
    compiled: compile === null,
    compileProblem: compile?.message ?? null,
    success: error === null,
    line: compile?.line ?? -1,
    column: compile?.column ?? -1,
    exceptionMessage: error && !compile ? error.message : null,
    exceptionStackTrace: error && !compile ? error.stack : null,
  });
}

/** Runs tests in orgs of their own in memory; the served org's records are neither seen nor changed. */
async function runTestsSynchronous(context: RequestContext): Promise<void> {
  requireAuthor(context);
  const body = (await context.json()) as {
    tests?: { className: string; testMethods?: string[] }[];
    classNames?: string;
    classnames?: string;
    classids?: string;
  };
  const names = (body.classNames ?? body.classnames ?? '').split(',').filter((name) => name.trim() !== '');
  names.push(...namesOf(context, (body.classids ?? '').split(',')));
  const named = body.tests ?? names.map((className) => ({ className: className.trim(), testMethods: undefined }));
  const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const patterns = named.map(
    ({ className, testMethods }) =>
      `^${escape(className)}\\.${testMethods?.length ? `(?:${testMethods.map(escape).join('|')})$` : ''}`,
  );
  const filter = patterns.length ? new RegExp(patterns.join('|'), 'i') : undefined;
  const { report } = await runTests(
    { ...context.org.options, onProgress: undefined },
    { filter, openOrg: context.org },
  );
  context.sendJson(200, testsJson(context, report));
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources_testing_runner_sync.htm */
function testsJson(context: RequestContext, report: TestReport): Record<string, unknown> {
  const ids = new Map(context.org.query('SELECT Id, Name FROM ApexClass').map((row) => [row.Name, row.Id]));
  const common = (test: TestResult) => ({
    id: ids.get(test.class) ?? null,
    name: test.class,
    methodName: test.method,
    namespace: context.org.namespace,
    seeAllData: false,
    time: test.ms,
  });
  const failed = report.tests.filter((test) => test.outcome !== 'pass');
  return {
    numTestsRun: report.summary.total,
    numFailures: failed.length,
    totalTime: report.summary.ms,
    successes: report.tests.filter((test) => test.outcome === 'pass').map(common),
    failures: failed.map((test) => ({ ...common(test), type: 'Class', message: test.message, stackTrace: test.stack })),
    codeCoverage: [],
    codeCoverageWarnings: [],
    flowCoverage: [],
    flowCoverageWarnings: [],
    apexLogId: null,
  };
}

/** Names of classes by Id. */
function namesOf(context: RequestContext, ids: string[]): string[] {
  const wanted = ids.map((id) => id.trim()).filter((id) => id !== '');
  if (!wanted.length) return [];
  const list = wanted.map((id) => `'${escapeSoql(id)}'`).join(', ');
  return context.org.query(`SELECT Name FROM ApexClass WHERE Id IN (${list})`).map((row) => String(row.Name));
}
