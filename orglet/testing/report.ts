import type { CoverageSummary, TestReport, TestResult } from './types.js';

/** Lines about failed tests and the totals, for a terminal. */
export function formatReport(report: TestReport): string {
  const lines: string[] = [];
  for (const problem of report.problems)
    lines.push(`${problem.file}:${problem.line}:${problem.column} ${problem.message}`);
  if (report.problems.length) lines.push('');
  for (const test of report.tests) if (test.outcome !== 'pass') lines.push(...formatFailure(test), '');
  const { summary } = report;
  lines.push(
    `${summary.passed} passed, ${summary.failed + summary.compileErrors} failed (${summary.total} tests, ${(summary.ms / 1000).toFixed(1)} s)`,
  );
  if (report.coverage) lines.push(...formatCoverage(report.coverage));
  return lines.join('\n');
}

function formatFailure(test: TestResult): string[] {
  const mark = test.outcome === 'compile-error' ? 'does not compile' : 'failed';
  const message = (test.message ?? '').split('\n').map((line) => `    ${line}`);
  const stack = (test.stack ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `      ${line}`);
  const diff = test.diff ? ['      - expected, + actual', ...test.diff.map((line) => `      ${line}`)] : [];
  const location = test.location ? [`      at ${test.location}`] : [];
  return [`  ${test.class}.${test.method} ${mark}`, ...message, ...diff, ...location, ...stack];
}

function formatCoverage(coverage: CoverageSummary): string[] {
  const weak = Object.entries(coverage.classes)
    .filter(([, { percent }]) => percent < 90)
    .sort(([, a], [, b]) => a.percent - b.percent);
  const rows = weak.map(
    ([name, { percent, uncovered }]) => `  ${String(percent).padStart(5)} %  ${name}  lines ${ranges(uncovered)}`,
  );
  return [`Coverage ${coverage.percent} %${weak.length ? '; below 90 %:' : ''}`, ...rows];
}

/** `1-3, 7` for [1, 2, 3, 7]. */
export function ranges(numbers: number[]): string {
  const parts: string[] = [];
  for (let index = 0; index < numbers.length; index++) {
    const start = numbers[index];
    while (numbers[index + 1] === numbers[index] + 1) index++;
    parts.push(start === numbers[index] ? String(start) : `${start}-${numbers[index]}`);
  }
  return parts.join(', ');
}

/** Totals of a list of results. */
export function summarize(tests: TestResult[], ms: number): TestReport['summary'] {
  const count = (outcome: TestResult['outcome']) => tests.filter((test) => test.outcome === outcome).length;
  return {
    total: tests.length,
    passed: count('pass'),
    failed: count('fail'),
    compileErrors: count('compile-error'),
    ms: Math.round(ms),
  };
}
