import { performance } from 'node:perf_hooks';
import { findClass, type ClassInfo, type MethodInfo } from '../runtime/classes.js';
import { describeException } from '../org/errors.js';
import type { Org } from '../org/org.js';
import { displayPath } from '../org/project.js';
import { runJobsAfterTest } from '../platform/jobs/queue.js';
import { newTestState, setTestState } from '../platform/state.js';
import { ApexExceptionObject, type ExceptionDetails } from '../runtime/errors.js';
import { tx } from '../runtime/transaction.js';
import { diffValues } from './diff.js';
import { isTestMethod, isTestSetup } from './discover.js';
import type { TestResult } from './types.js';

/**
 * Runs test methods of one class. What `@TestSetup` methods insert is there for each method and gone after the class;
 * each method has fresh statics and limits, and its changes are undone.
 */
export function runTestClass(org: Org, className: string, methods: string[]): TestResult[] {
  const info = findClass(className);
  if (!info)
    return methods.map((method) =>
      failure(className, method, 0, { message: `Class ${className} was not found`, stack: null }),
    );
  const wanted = new Set(methods);
  return org.discard(() => {
    const setup = runSetup(org, info);
    return info.methods
      .filter((method) => isTestMethod(method) && wanted.has(method.name))
      .map((method) => (setup ? failure(info.name, method.name, 0, setup) : runMethod(org, info, method)));
  });
}

type Failed = Pick<TestResult, 'message' | 'stack' | 'location' | 'diff'>;

/** Message, trace, place and difference of what ended a test. */
function describeFailure(org: Org, error: unknown): Failed {
  const described = describeException(error);
  const location = locate(org, described.stack);
  const compared =
    error instanceof ApexExceptionObject ? (error.details as ExceptionDetails | null)?.compared : undefined;
  const diff = compared ? diffValues(compared.expected, compared.actual) : null;
  return { ...described, ...(location ? { location } : {}), ...(diff ? { diff } : {}) };
}

/** File and line of the innermost frame of an Apex trace. */
function locate(org: Org, stack: string | null): string | null {
  const [, name, line] = /^Class\.(\w+)[^:]*: line (\d+)/.exec(stack ?? '') ?? [];
  const info = name ? findClass(name) : null;
  return info ? `${displayPath(org.options.projectDir, info.file)}:${line}` : null;
}

function runSetup(org: Org, info: ClassInfo): Failed | null {
  for (const method of info.methods.filter(isTestSetup)) {
    try {
      invoke(org, method);
    } catch (error) {
      return describeFailure(org, error);
    }
  }
  return null;
}

function runMethod(org: Org, info: ClassInfo, method: MethodInfo): TestResult {
  const start = performance.now();
  try {
    org.discard(() => invoke(org, method));
    return {
      class: info.name,
      method: method.name,
      outcome: 'pass',
      message: null,
      stack: null,
      ms: Math.round(performance.now() - start),
    };
  } catch (error) {
    return failure(info.name, method.name, performance.now() - start, describeFailure(org, error));
  }
}

function invoke(org: Org, method: MethodInfo): void {
  org.nested({ user: org.adminUser(), quiddity: 'RUNTEST_SYNC', async: false, isTest: true, statics: 'fresh' }, () => {
    const state = newTestState();
    setTestState(tx(), state);
    method.invoke(null, []);
    runJobsAfterTest(state);
  });
}

function failure(className: string, method: string, ms: number, failed: Failed): TestResult {
  return { class: className, method, outcome: 'fail', ...failed, ms: Math.round(ms) };
}
