// Everything that a fresh machine can prove with Node and npm alone. `npm test -- apex jest` runs only those suites.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { endsWithThis } from '../orglet/bin/process.mjs';
import { addSuite, printReport, startReport } from './lib/report.mjs';
import { orgletArguments } from './lib/shapes.mjs';
import { fail, install, requireNode, root, step } from './lib/setup.mjs';

requireNode();
install();
const reports = join(root, '.orglet', 'reports');
mkdirSync(reports, { recursive: true });
const bin = (name) => join(root, 'node_modules', ...name);
const failures = [];

/** Runs a Node program. @returns {Promise<{status: number | null, output: string}>} */
function outcome(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...endsWithThis(), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', (error) => resolve({ status: null, output: error.message }));
    child.once('close', (status) => resolve({ status, output }));
  });
}

/** Runs a Node program, prints its output only when it failed, and counts it. */
async function run(name, args, count, env = {}) {
  step(`${name} …`);
  const started = Date.now();
  const result = await outcome(args, env);
  const { output } = result;
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

/** Counts what runs before have left behind. */
function judge(name, count) {
  const started = Date.now();
  let counts;
  try {
    counts = count();
  } catch (error) {
    counts = { passed: 0, failed: 1, note: `no count: ${error.message}` };
  }
  addSuite({ name, ms: Date.now() - started, ...counts });
}

/** Programs that start several runs of tests print several counts. */
const sum = (output, pattern) => [...output.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
const nodeTest = (output) => ({
  passed: sum(output, /^[#ℹ] pass (\d+)/gm),
  failed: sum(output, /^[#ℹ] fail (\d+)/gm),
});
/** Samples run Apex tests, which count in one line, and journeys. */
const sampleTests = (output) => ({
  passed: nodeTest(output).passed + sum(output, /^(\d+) passed, \d+ failed \(\d+ tests/gm),
  failed: nodeTest(output).failed + sum(output, /^\d+ passed, (\d+) failed \(\d+ tests/gm),
});
function apex(file) {
  return () => {
    const { summary } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: summary.passed, failed: summary.total - summary.passed };
  };
}
/** Classes that both runs together leave below 90 %: what only some orgs have runs in one of them. */
function coverage(files) {
  const [first, second] = files.map((file) => JSON.parse(readFileSync(file, 'utf8')).coverage.classes);
  const low = Object.entries(first)
    .map(([name, { lines, uncovered }]) => {
      const missed = uncovered.filter((line) => second[name].uncovered.includes(line)).length;
      return { name, percent: Math.floor((100 * (lines - missed)) / lines) };
    })
    .filter(({ percent }) => percent < 90);
  return {
    passed: Object.keys(first).length - low.length,
    failed: low.length,
    note: low.length ? `below 90 %: ${low.map(({ name, percent }) => `${name} ${percent} %`).join(', ')}` : undefined,
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
/** What is generated from Apex and labels, on which components, their types and pages stand. */
const build = () => run('components build', ['scripts/build.mjs']);
const NEED_BUILD = ['build', 'types', 'lint', 'orglet', 'jest'];

/** What an earlier run has found out about texts that are still the same; no rule and no type looks at the time of a file. */
const known = (name) => join(root, '.orglet', 'checked', name);
const sameTexts = (name) => ['--cache', '--cache-strategy', 'content', '--cache-location', known(name)];
/** @param {string} project directory with a tsconfig.json */
const tsc = (project) => [
  bin(['typescript', 'bin', 'tsc']),
  '-p',
  project,
  '--incremental',
  '--tsBuildInfoFile',
  known(`${project.replace(/\W/g, '') || 'components'}.tsbuildinfo`),
];

/** Suites that keep one core busy, the longest first: as many run at once as there are cores, at most two. */
const beside = {
  lint: async () => {
    await run('ESLint', [bin(['eslint', 'bin', 'eslint.js']), '--max-warnings', '0', ...sameTexts('eslint'), '.']);
    const prettier = bin(['prettier', 'bin', 'prettier.cjs']);
    await run('Prettier', [prettier, '--check', '--log-level', 'warn', ...sameTexts('prettier'), '.']);
    await run('domain arrows', ['scripts/checks/domains.mjs']);
    await run('permission sets', ['scripts/checks/access.mjs']);
    await run('state transitions', ['scripts/checks/states.mjs']);
    await run('labels', ['scripts/checks/labels.mjs']);
    await run('icons', ['scripts/checks/icons.mjs']);
  },
  jest: async () => {
    const file = join(reports, 'jest.json');
    rmSync(file, { force: true });
    await run(
      'Jest',
      [bin(['@salesforce', 'sfdx-lwc-jest', 'bin', 'sfdx-lwc-jest']), '--', '--json', `--outputFile=${file}`],
      jest(file),
    );
  },
  samples: () => run('sample domains', ['samples/run.mjs'], sampleTests),
  types: async () => {
    await run('types: Orglet', tsc('orglet'));
    await run('types: components', tsc('.'));
    await run('types: races', tsc('races'));
    await run('types: scripts', ['scripts/checks/types.mjs']);
    await run('types: journeys', tsc('e2e'));
  },
  simulators: () => {
    const folder = join(root, 'scripts', 'simulators', 'tests');
    const files = readdirSync(folder).map((name) => join(folder, name));
    return run('payment services of this machine', ['--test', ...files], nodeTest);
  },
  mutants: () => run('mutants of Apex classes', ['scripts/checks/mutants.mjs'], nodeTest),
};

/** Suites that keep all cores busy by themselves, one after the other. */
const alone = {
  orglet: async () => {
    await run('Orglet’s own tests', ['orglet/bin/test.mjs'], nodeTest);
    await run('Orglet’s tests of records, by WebAssembly', ['orglet/bin/test.mjs', 'data/'], nodeTest, WASM);
  },
  apex: async () => {
    await run('orglet check', [orglet, 'check']);
    const plain = join(reports, 'apex.json');
    const namespaced = join(reports, 'apex-namespace.json');
    const wasm = join(reports, 'apex-wasm.json');
    [plain, namespaced, wasm].forEach((file) => rmSync(file, { force: true }));
    await run('Apex tests', [orglet, 'test', '--namespace', '', '--coverage', '--json', plain], apex(plain));
    await run(
      'Apex tests of cart and search, by WebAssembly',
      [orglet, 'test', '--filter', '^(Cart|Search)', '--json', wasm],
      apex(wasm),
      WASM,
    );
    // Both differences at once: each test holds with and without the namespace, and with and without what only some orgs have.
    await run(
      'Apex tests in the namespace, in an org with everything',
      [orglet, 'test', ...orgletArguments('everything'), '--coverage', '--json', namespaced],
      apex(namespaced),
    );
    judge('Apex coverage of each class', () => coverage([plain, namespaced]));
  },
  races: () => run('races', ['races/run.mjs'], nodeTest),
  start: async () => {
    await run('what counts as installed', ['scripts/checks/install.mjs'], nodeTest);
    await run('first start, killed', ['scripts/checks/first-start.mjs'], nodeTest);
  },
  e2e: () => run('browser journeys', ['e2e/run.mjs'], nodeTest),
};

const wanted = process.argv.slice(2);
const suites = ['build', ...Object.keys(beside), ...Object.keys(alone)];
const unknown = wanted.filter((name) => !suites.includes(name));
if (unknown.length) fail(`There is no suite “${unknown[0]}”. Choose from: ${suites.join(', ')}.`);
const isWanted = (name) => !wanted.length || wanted.includes(name);
startReport();
if (NEED_BUILD.some(isWanted)) await build();
const waiting = Object.entries(beside).filter(([name]) => isWanted(name));
const lane = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await next[1]();
};
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
for (const [name, suite] of Object.entries(alone)) if (isWanted(name)) await suite();
for (const { name, output } of failures) console.log(`\n──── ${name} ────\n${output.trim()}`);
process.exitCode = printReport() ? 1 : 0;
