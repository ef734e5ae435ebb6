// Runs one measurement of Orglet in a process of its own and writes the result to file descriptor 3 as JSON.
// node orglet-child.mjs test ARGUMENT… | open DIRECTORY CACHE | apex DIRECTORY
import { writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const ITERATIONS = 5_000_000;
const ROWS = 20_000;
/** The platform allows this many rows in one transaction. */
const ROWS_PER_TRANSACTION = 10_000;

const timed = (work) => {
  const from = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - from };
};
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** The loop of the Apex class `Loop`, with its 32-bit Integers. */
function loop(count) {
  let sum = 0;
  for (let i = 0; i < count; i = (i + 1) | 0) {
    sum = (sum + Math.imul(i, 3)) | 0;
    if (sum > 1_000_000) sum = (sum - 1_000_000) | 0;
  }
  return sum;
}

async function openOrg(options) {
  const { Org } = await import('../../orglet/dist/index.js');
  return Org.open({ database: ':memory:', ...options });
}

/** The same loop in Apex and in JavaScript, by turns in one process; and rows through an empty trigger. */
async function apex(projectDir) {
  const org = await openOrg({ projectDir });
  const user = org.adminUser();
  const type = [...org.classes()].find(({ name }) => name === 'Bench');
  const method = (name) => type.methods.find((candidate) => candidate.name === name);
  const run = (name, ...args) => org.transaction(user, () => method(name).invoke(null, args));
  const [inApex, inJavaScript] = [[], []];
  for (let i = 0; i < 7; i += 1) {
    const ours = timed(() => run('loop', ITERATIONS));
    const plain = timed(() => loop(ITERATIONS));
    if (ours.value !== plain.value) throw new Error(`the loops differ: ${ours.value} and ${plain.value}`);
    inApex.push(ours.milliseconds);
    inJavaScript.push(plain.milliseconds);
  }
  const rows = timed(() => {
    for (let done = 0; done < ROWS; done += ROWS_PER_TRANSACTION) run('insertRows', ROWS_PER_TRANSACTION);
  });
  const stored = run('countRows');
  if (stored !== ROWS) throw new Error(`${stored} rows were stored`);
  org.close();
  return { apexLoop: median(inApex), plainLoop: median(inJavaScript), rows: rows.milliseconds };
}

const [what, ...args] = process.argv.slice(2);
const results = {
  async test() {
    const { main } = await import('../../orglet/dist/cli.js');
    // 1: some tests fail; what is measured is the whole suite.
    const status = await main(['test', ...args]);
    if (status > 1) throw new Error(`orglet test ended with ${status}`);
    return {};
  },
  async open() {
    const [projectDir, cacheDir] = args;
    const org = await openOrg({ projectDir, cacheDir });
    const broken = org.problems.filter(({ severity }) => severity === 'error').length;
    org.close();
    return { broken };
  },
  apex: () => apex(args[0]),
};
const result = await results[what]();
const { maxRSS } = process.resourceUsage();
// Since the process was started, Node's own start included.
writeSync(3, JSON.stringify({ ...result, milliseconds: performance.now(), peakMiB: Math.round(maxRSS / 1024) }));
