// Speed and memory of Orglet: `node bench/orglet.mjs [--apex-recipes DIR] [--eda DIR]`, or `npm run bench -- orglet …`.
// The directories are check-outs of two public projects (docs/conformance.md); without them, their lines are left out.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endsWithThis } from '../orglet/bin/process.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const CHILD = join(root, 'bench', 'lib', 'orglet-child.mjs');
const OPTIONS = ['--apex-recipes', '--eda'];
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

const BENCH_PROJECT = {
  'sfdx-project.json': JSON.stringify({
    packageDirectories: [{ path: 'force-app', default: true }],
    sourceApiVersion: '67.0',
  }),
  'force-app/classes/Bench.cls': `public class Bench {
    public static Integer loop(Integer count) {
        Integer sum = 0;
        for (Integer i = 0; i < count; i++) {
            sum = sum + i * 3;
            if (sum > 1000000) sum = sum - 1000000;
        }
        return sum;
    }
    public static void insertRows(Integer count) {
        List<Account> accounts = new List<Account>();
        for (Integer i = 0; i < count; i++) accounts.add(new Account(Name = 'Account ' + i, Phone = '030 ' + i));
        insert accounts;
    }
    public static Integer countRows() {
        return [SELECT COUNT() FROM Account];
    }
}`,
  'force-app/triggers/Empty.trigger': 'trigger Empty on Account (before insert, after insert) {}',
};

/** Takes the options of this benchmark out of a command line. @returns {{directories: Record<string, string>, rest: string[]}} */
export function readDirectories(args) {
  /** @type {Record<string, string>} */
  const directories = {};
  const rest = [];
  for (let i = 0; i < args.length; i += 1) {
    if (!OPTIONS.includes(args[i])) rest.push(args[i]);
    else if (args[i + 1] === undefined) throw new Error(`${args[i]} needs a directory`);
    else directories[args[i]] = resolve(args[(i += 1)]);
  }
  return { directories, rest };
}

/** Runs a measurement in a new process; `{milliseconds, peakMiB, …}`. */
async function measured(...args) {
  const child = spawn(process.execPath, [...endsWithThis(), CHILD, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let text = '';
  child.stdio[3].on('data', (part) => (text += part));
  const status = await new Promise((done) => child.once('close', done));
  if (!text) throw new Error(`the measurement "${args[0]}" stopped with ${status}`);
  return JSON.parse(text);
}

/** Points that end at once: the time for a lot is the same for few and for many. BENCH_LOTS names other sizes, with commas. */
export async function benchExpiry(note) {
  const { ensureBuilt } = await import('../orglet/bin/build.mjs');
  await ensureBuilt();
  const sizes = (process.env.BENCH_LOTS ?? '20000,60000,200000').split(',');
  const { runs } = await measured('expiry', root, join(root, '.orglet', 'cache'), ...sizes);
  const each = runs.map(({ lots, elapsed }) => elapsed / lots);
  for (const [at, { lots, made, elapsed }] of runs.entries())
    note(
      `points of ${lots.toLocaleString('en-US')} lots end`,
      `${seconds(elapsed)} of processor time, ${each[at].toFixed(3)} ms for a lot (written in ${seconds(made)})`,
    );
  note('time for a lot, many to few', `${(each.at(-1) / each[0]).toFixed(2)} ×`, '≤ 1.3 ×');
}

/** A day's orders held against payments, refunds and invoices: as long for each of five thousand as for each of a thousand. */
export async function benchReconcile(note) {
  const { ensureBuilt } = await import('../orglet/bin/build.mjs');
  await ensureBuilt();
  const sizes = (process.env.BENCH_ORDERS ?? '1000,5000').split(',');
  const { runs } = await measured('reconcile', root, join(root, '.orglet', 'cache'), ...sizes);
  const each = runs.map(({ orders, elapsed }) => elapsed / orders);
  for (const [at, { orders, made, elapsed }] of runs.entries())
    note(
      `a day of ${orders.toLocaleString('en-US')} orders proven`,
      `${seconds(elapsed)} of processor time, ${each[at].toFixed(2)} ms for an order (written in ${seconds(made)})`,
    );
  note('time for an order, many to few', `${(each.at(-1) / each[0]).toFixed(2)} ×`, '≤ 1.3 ×');
}

/** A month of dates: as many queries for two thousand as for twenty, and no more time for each. */
export async function benchCalendar(note) {
  const { ensureBuilt } = await import('../orglet/bin/build.mjs');
  await ensureBuilt();
  const work = mkdtempSync(join(tmpdir(), 'orglet-bench-'));
  try {
    await measured('open', root, work);
    /** @type {{elapsed: number, sessions: number, queries: number}[]} */
    const reads = [];
    for (const [at, sessions] of [20, 200, 2000].entries()) {
      reads[at] = await measured('calendar', root, work, String(sessions));
      const { elapsed, queries } = reads[at];
      note(`a month of ${sessions.toLocaleString('en-US')} dates`, `${Math.round(elapsed)} ms, ${queries} queries`);
    }
    note('queries, 2,000 dates to 20', `${(reads[2].queries / reads[0].queries).toFixed(2)} ×`, '1.00 ×');
    const each = reads.map(({ elapsed, sessions }) => elapsed / sessions);
    note('time for a date, 2,000 to 200', `${(each[2] / each[1]).toFixed(2)} ×`, '≤ 1.3 ×');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Runs a project's tests; adds `passed` and `total`. */
async function suite(work, directory, cache, options = []) {
  const file = join(work, 'tests.json');
  const result = await measured(
    'test',
    ...['--project', directory, '--cache-dir', join(work, cache), '--json', file, ...options],
  );
  const { passed, total } = JSON.parse(readFileSync(file, 'utf8')).summary;
  return { ...result, share: `${passed} of ${total} pass` };
}

/** The directory of a public project, or null after telling why its lines are left out. */
function checkout(directories, option) {
  const directory = directories[option];
  if (directory && existsSync(directory)) return directory;
  console.log(
    directory
      ? `  left out: there is no directory ${directory} (${option})`
      : `  left out: ${option} DIR names a check-out`,
  );
  return null;
}

/**
 * Measures Orglet.
 * @param {(what: string, value: string, aim?: string) => void} note takes one line of the result
 * @param {Record<string, string>} directories check-outs by option
 */
export async function benchOrglet(note, directories) {
  const { ensureBuilt } = await import('../orglet/bin/build.mjs');
  await ensureBuilt();
  const work = mkdtempSync(join(tmpdir(), 'orglet-bench-'));
  try {
    const cache = join(work, 'own');
    const cold = await measured('open', root, cache);
    if (cold.broken) throw new Error(`the package has ${cold.broken} errors`);
    note('own package compiled and loaded, cold', seconds(cold.milliseconds));
    // The first warm load writes V8's code cache.
    await measured('open', root, cache);
    note('own package loaded, warm', seconds((await measured('open', root, cache)).milliseconds), '≤ 1.5 s');

    const project = join(work, 'project');
    for (const [path, text] of Object.entries(BENCH_PROJECT)) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
    const { apexLoop, plainLoop, rows } = await measured('apex', project);
    note(
      '5,000,000 iterations over Integers, Apex to JavaScript',
      `${(apexLoop / plainLoop).toFixed(2)} × (${apexLoop.toFixed(1)} and ${plainLoop.toFixed(1)} ms)`,
      '≤ 3 ×',
    );
    note('20,000 rows inserted through an empty trigger', seconds(rows), '≤ 2 s');

    const recipes = checkout(directories, '--apex-recipes');
    if (recipes) {
      const first = await suite(work, recipes, 'recipes');
      note('apex-recipes, all tests, cold', `${seconds(first.milliseconds)}, ${first.share}`, '≤ 40 s');
      const second = await suite(work, recipes, 'recipes');
      note('apex-recipes, all tests, warm', `${seconds(second.milliseconds)}, ${second.share}`, '≤ 10 s');
    }
    const eda = checkout(directories, '--eda');
    if (eda) {
      const options = ['--namespace', '', '--source-dir', 'unpackaged/pre', '--source-dir', 'force-app'];
      for (const state of ['cold', 'warm']) {
        const run = await suite(work, eda, 'eda', options);
        note(
          `EDA, all tests, ${state}: memory at most`,
          `${run.peakMiB} MiB (${seconds(run.milliseconds)}, ${run.share})`,
          '≤ 1,024 MiB',
        );
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { requireNode, install } = await import('../scripts/lib/setup.mjs');
  requireNode();
  install();
  const { directories, rest } = readDirectories(process.argv.slice(2));
  if (rest.length)
    throw new Error(`Unknown argument ${rest[0]}. node bench/orglet.mjs [--apex-recipes DIR] [--eda DIR]`);
  await benchOrglet(
    (what, value, aim) => console.log(`  ${what}: ${value}${aim ? `  (aim ${aim})` : ''}`),
    directories,
  );
}
