import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { Org } from '../org/org.js';
import type { OrgOptions } from '../org/types.js';
import { mergeCoverage, summarizeCoverage } from './coverage.js';
import { discoverTests, type TestClass } from './discover.js';
import { summarize } from './report.js';
import { runTestClass } from './run-class.js';
import type { FileCoverage, TestReport, TestResult } from './types.js';

export interface RunOptions {
  /** Matches `Class.method`. */
  filter?: RegExp;
  /** Threads; default: as many as the machine has cores. */
  threads?: number;
  /** An org that is open in this process: tests are listed from it and run in threads only, so that it is left alone. */
  openOrg?: Org;
  /** Told after each class. */
  onClass?: (results: TestResult[]) => void;
}

export interface RunOutcome {
  report: TestReport;
  /** Per file, for reports on disk; empty unless the org's options ask for coverage. */
  coverage: FileCoverage[];
}

/** Fewer classes than this run in the calling thread: starting threads would take longer. */
const THREADS_FROM = 3;

/** Runs the Apex tests of a project. Each thread opens an org of its own in memory from the compile cache. */
export async function runTests(options: OrgOptions, run: RunOptions = {}): Promise<RunOutcome> {
  const start = performance.now();
  const orgOptions = { ...options, database: ':memory:' };
  const org = run.openOrg ?? Org.open(orgOptions);
  try {
    const tests = discoverTests(org.classes(), org.problems, run.filter ?? null);
    const compiled = tests.filter((test) => test.compileError === null);
    const results = tests.filter((test) => test.compileError !== null).flatMap(brokenResults);
    let coverage: FileCoverage[] = [];
    const threads = Math.min(run.threads ?? availableParallelism(), compiled.length);
    if (!run.openOrg && (compiled.length < THREADS_FROM || threads < 2)) {
      for (const test of compiled) {
        const done = runTestClass(org, test.name, test.methods);
        results.push(...done);
        run.onClass?.(done);
      }
      coverage = org.coverage();
    } else {
      const outcome = await runInThreads(orgOptions, compiled, threads, run.onClass);
      results.push(...outcome.results);
      coverage = outcome.coverage;
    }
    results.sort((a, b) => a.class.localeCompare(b.class));
    const report: TestReport = {
      summary: summarize(results, performance.now() - start),
      tests: results,
      problems: [...org.problems],
    };
    if (options.coverage) report.coverage = summarizeCoverage(coverage);
    return { report, coverage };
  } finally {
    if (!run.openOrg) org.close();
  }
}

function brokenResults(test: TestClass): TestResult[] {
  return test.methods.map((method) => ({
    class: test.name,
    method,
    outcome: 'compile-error',
    message: test.compileError,
    stack: null,
    ms: 0,
  }));
}

/** What a thread says. */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'done'; results: TestResult[] }
  | { kind: 'coverage'; files: FileCoverage[] }
  | { kind: 'failed'; message: string };
/** What a thread is told. */
export type WorkerOrder = { kind: 'run'; name: string; methods: string[] } | { kind: 'end' };

async function runInThreads(
  options: OrgOptions,
  tests: TestClass[],
  threads: number,
  onClass?: (results: TestResult[]) => void,
): Promise<{ results: TestResult[]; coverage: FileCoverage[] }> {
  const queue = [...tests].sort((a, b) => b.methods.length - a.methods.length);
  const results: TestResult[] = [];
  const coverage: FileCoverage[] = [];
  // A function cannot be handed to a thread.
  const cloneable: OrgOptions = { ...options, onProgress: undefined };
  const file = new URL('./worker.js', import.meta.url);
  if (!existsSync(file)) throw new Error('The test thread was not built; run the orglet command to build it.');
  const runThread = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(file, { workerData: cloneable });
      let current: TestClass | undefined;
      const next = () => {
        current = queue.shift();
        worker.postMessage(
          (current
            ? { kind: 'run', name: current.name, methods: current.methods }
            : { kind: 'end' }) satisfies WorkerOrder,
        );
      };
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'failed') reject(new Error(message.message));
        else if (message.kind === 'coverage') coverage.push(...message.files);
        else {
          if (message.kind === 'done') {
            results.push(...message.results);
            onClass?.(message.results);
          }
          next();
        }
      });
      worker.on('error', (error) =>
        reject(new Error(`A test thread ended${current ? ` in ${current.name}` : ''}: ${error.message}`)),
      );
      worker.on('exit', () => resolve());
    });
  await Promise.all(Array.from({ length: threads }, runThread));
  return { results, coverage: mergeCoverage(coverage) };
}
