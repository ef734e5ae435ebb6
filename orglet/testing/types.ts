import type { Problem } from '../org/types.js';

export interface TestResult {
  class: string;
  method: string;
  outcome: 'pass' | 'fail' | 'compile-error';
  /** `System.AssertException: Assertion Failed: …`; null on a pass. */
  message: string | null;
  stack: string | null;
  ms: number;
}

/** Executions of each executable line of one file, by 1-based line. */
export interface FileCoverage {
  /** Name of the class or trigger. */
  name: string;
  /** Path relative to the project. */
  file: string;
  hits: Record<number, number>;
}

export interface TestSummary {
  total: number;
  passed: number;
  failed: number;
  compileErrors: number;
  ms: number;
}

/** What `orglet test --json` writes. */
export interface TestReport {
  summary: TestSummary;
  tests: TestResult[];
  problems: Problem[];
  coverage?: { percent: number; files: { name: string; file: string; covered: number; lines: number; percent: number; uncovered: number[] }[] };
}

/** Work for one thread: which classes' tests to run against which org. */
export interface WorkerJob {
  classes: { name: string; methods: string[] }[];
}
