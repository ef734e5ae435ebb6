// Everything that a fresh machine can prove with Node and npm alone. `npm test -- apex jest` runs only those suites.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addSuite, printReport, startReport } from './lib/report.mjs';
import { fail, install, requireNode, root, step } from './lib/setup.mjs';

requireNode();
install();
const reports = join(root, '.orglet', 'reports');
mkdirSync(reports, { recursive: true });
const bin = (name) => join(root, 'node_modules', ...name);
const failures = [];

/** Runs a Node program, prints its output only when it failed, and counts it. */
function run(name, args, count, env = {}) {
  step(`${name} …`);
  const started = Date.now();
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, FORCE_COLOR: '0', ...env },
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
  let counts;
  try {
    counts = count ? count(output) : null;
  } catch (error) {
    counts = { passed: 0, failed: 1, note: `no count: ${error.message}` };
  }
  counts ??= { passed: result.status === 0 ? 1 : 0, failed: result.status === 0 ? 0 : 1 };
  if (result.status !== 0 && counts.failed === 0) counts.failed = 1;
  addSuite({ name, ms: Date.now() - started, ...counts });
  if (counts.failed) failures.push({ name, output: output.length > 12_000 ? `…${output.slice(-12_000)}` : output });
}

const number = (output, pattern) => Number(output.match(pattern)?.[1] ?? 0);
const nodeTest = (output) => ({
  passed: number(output, /^[#ℹ] pass (\d+)/m),
  failed: number(output, /^[#ℹ] fail (\d+)/m),
});
function apex(file) {
  return () => {
    const { summary, coverage } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = summary.total - summary.passed;
    const low = Object.entries(coverage?.classes ?? {}).filter(([, c]) => c.percent < 90);
    return {
      passed: summary.passed,
      failed: failed + low.length,
      note: low.length
        ? `below 90 % coverage: ${low.map(([n, c]) => `${n} ${Math.floor(c.percent)} %`).join(', ')}`
        : undefined,
    };
  };
}
function jest(file) {
  return () => {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
  };
}

const orglet = 'orglet/bin/orglet.mjs';
/** SQLite as on machines where its native code does not run. */
const WASM = { ORGLET_SQLITE: 'node-sqlite3-wasm' };
const suites = {
  build: () => run('components build', ['scripts/build.mjs']),
  types: () => {
    run('types: Orglet', [bin(['typescript', 'bin', 'tsc']), '-p', 'orglet']);
    run('types: components', [bin(['typescript', 'bin', 'tsc']), '-p', '.']);
    run('types: races', [bin(['typescript', 'bin', 'tsc']), '-p', 'races']);
    run('types: scripts', ['scripts/checks/types.mjs']);
    run('types: journeys', [bin(['typescript', 'bin', 'tsc']), '-p', 'e2e']);
  },
  lint: () => {
    run('ESLint', [bin(['eslint', 'bin', 'eslint.js']), '--max-warnings', '0', '.']);
    run('Prettier', [bin(['prettier', 'bin', 'prettier.cjs']), '--check', '--log-level', 'warn', '.']);
    run('domain arrows', ['scripts/checks/domains.mjs']);
  },
  orglet: () => {
    run('Orglet’s own tests', ['orglet/bin/test.mjs'], nodeTest);
    run('Orglet’s tests of records, by WebAssembly', ['orglet/bin/test.mjs', 'data/'], nodeTest, WASM);
  },
  apex: () => {
    run('orglet check', [orglet, 'check']);
    const plain = join(reports, 'apex.json');
    const namespaced = join(reports, 'apex-namespace.json');
    const wasm = join(reports, 'apex-wasm.json');
    [plain, namespaced, wasm].forEach((file) => rmSync(file, { force: true }));
    run('Apex tests', [orglet, 'test', '--namespace', '', '--coverage', '--json', plain], apex(plain));
    run(
      'Apex tests of cart and search, by WebAssembly',
      [orglet, 'test', '--filter', '^(Cart|Search)', '--json', wasm],
      apex(wasm),
      WASM,
    );
    run('Apex tests in the namespace', [orglet, 'test', '--json', namespaced], apex(namespaced));
  },
  mutants: () => run('mutants of Apex classes', ['scripts/checks/mutants.mjs'], nodeTest),
  races: () => run('races', ['races/run.mjs'], nodeTest),
  start: () => run('first start, killed', ['scripts/checks/first-start.mjs'], nodeTest),
  jest: () => {
    const file = join(reports, 'jest.json');
    rmSync(file, { force: true });
    run(
      'Jest',
      [bin(['@salesforce', 'sfdx-lwc-jest', 'bin', 'sfdx-lwc-jest']), '--', '--json', `--outputFile=${file}`],
      jest(file),
    );
  },
  e2e: () => run('browser journeys', ['e2e/run.mjs'], nodeTest),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites[name]);
if (unknown.length) fail(`There is no suite “${unknown[0]}”. Choose from: ${Object.keys(suites).join(', ')}.`);
startReport();
for (const [name, suite] of Object.entries(suites)) if (!wanted.length || wanted.includes(name)) suite();
for (const { name, output } of failures) console.log(`\n──── ${name} ────\n${output.trim()}`);
process.exitCode = printReport() ? 1 : 0;
