import type { RequestContext } from '../context.js';
import { HttpError } from '../context.js';
import type { Mount } from '../router.js';
import type { Services } from '../server.js';
import { runTests } from '../../../testing/runner.js';
import { ApexCompileError } from '../../../apex/index.js';
import { queryMore, runQuery } from './query.js';

/** The part of the Tooling API that editors and scripts use. */
export function toolingMounts(_services: Services): Mount[] {
  const base = '/services/data/:version/tooling';
  return [
    { method: 'GET', path: `${base}/executeAnonymous`, handler: executeAnonymous },
    { method: 'POST', path: `${base}/runTestsSynchronous`, handler: runTestsSynchronous },
    { method: 'GET', path: `${base}/query`, handler: runQuery },
    { method: 'GET', path: `${base}/query/:cursor`, handler: queryMore },
  ];
}

/** Only administrators run code of their own. */
function requireAuthor(context: RequestContext): void {
  const user = context.requireUser();
  if (user.profileName !== 'System Administrator')
    throw new HttpError(403, 'INSUFFICIENT_ACCESS', 'You need the Author Apex permission');
}

function executeAnonymous(context: RequestContext): void {
  requireAuthor(context);
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
  };
  const named =
    body.tests ??
    (body.classNames ?? '')
      .split(',')
      .filter((name) => name !== '')
      .map((className) => ({ className, testMethods: undefined }));
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
  const failed = report.tests.filter((test) => test.outcome !== 'pass');
  context.sendJson(200, {
    numTestsRun: report.summary.total,
    numFailures: failed.length,
    totalTime: report.summary.ms,
    successes: report.tests
      .filter((test) => test.outcome === 'pass')
      .map((test) => ({ name: test.class, methodName: test.method, time: test.ms })),
    failures: failed.map((test) => ({
      name: test.class,
      methodName: test.method,
      message: test.message,
      stackTrace: test.stack,
      time: test.ms,
    })),
  });
}
