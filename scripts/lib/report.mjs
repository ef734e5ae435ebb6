// Collects the counts of all suites, so that the last line of a run counts everything.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './setup.mjs';

const file = join(root, '.orglet', 'reports', 'suites.json');

/** Forgets what earlier runs counted. */
export function startReport() {
  rmSync(file, { force: true });
}

/** @param {{name: string, passed: number, failed: number, ms: number, note?: string}} suite */
export function addSuite(suite) {
  const suites = suitesSoFar();
  suites.push(suite);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(suites, null, 2));
}

export function suitesSoFar() {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** Prints the table and the closing line; returns the number of failures. */
export function printReport() {
  const suites = suitesSoFar();
  const width = Math.max(...suites.map((s) => s.name.length), 5);
  console.log('');
  for (const s of suites) {
    const counts = `${String(s.passed).padStart(6)} passed ${String(s.failed).padStart(4)} failed`;
    console.log(
      `  ${s.failed ? '✗' : '✓'} ${s.name.padEnd(width)} ${counts} ${(s.ms / 1000).toFixed(1).padStart(7)} s${s.note ? `  ${s.note}` : ''}`,
    );
  }
  const passed = suites.reduce((sum, s) => sum + s.passed, 0);
  const failed = suites.reduce((sum, s) => sum + s.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed;
}
