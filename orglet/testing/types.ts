import type { Problem } from '../org/types.js';

export interface TestResult {
  class: string;
  method: string;
  outcome: 'pass' | 'fail' | 'compile-error';
  /** `System.AssertException: Assertion Failed: …`; null on a pass. */
  message: string | null;
  stack: string | null;
  /** Path of the file (relative to the project) and line of the innermost Apex frame; absent when there is none. */
  location?: string;
  /** How expected and actual value of a failed assertion differ, line by line; absent when the message says it all. */
  diff?: string[];
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

export interface ClassCoverage {
  file: string;
  covered: number;
  lines: number;
  percent: number;
  /** 1-based lines that no test executed. */
  uncovered: number[];
}

export interface CoverageSummary {
  percent: number;
  /** By name of the class or trigger. */
  classes: Record<string, ClassCoverage>;
}

/** What `orglet test --json` writes. */
export interface TestReport {
  summary: TestSummary;
  tests: TestResult[];
  problems: Problem[];
  coverage?: CoverageSummary;
}

/** Work for one thread: which classes' tests to run against which org. */
export interface WorkerJob {
  classes: { name: string; methods: string[] }[];
}
