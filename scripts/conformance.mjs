// Runs the Apex tests of any Salesforce project on Orglet and groups what fails by its reason.
// npm run conformance -- DIR [--source-dir DIR]… [--namespace NS] [--strip-token TEXT]… [--filter REGEX] [--floor PERCENT] [--json FILE] [--all]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { endsWithThis } from '../orglet/bin/process.mjs';

const PASSED_ON = new Set(['--source-dir', '--namespace', '--strip-token', '--filter', '--threads', '--cache-dir']);
const USAGE =
  'npm run conformance -- DIR [--source-dir DIR]… [--namespace NS] [--strip-token TEXT]… [--filter REGEX] [--floor PERCENT] [--json FILE] [--all]';

function readArguments(args) {
  const options = { dir: null, orglet: [], floor: null, json: null, all: false };
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (arg === '--all') options.all = true;
    else if (arg === '--floor') options.floor = Number(args[++index]);
    else if (arg === '--json') options.json = resolve(args[++index]);
    else if (PASSED_ON.has(arg)) options.orglet.push(arg, args[++index]);
    else if (arg.startsWith('--')) end(`Unknown option ${arg}. ${USAGE}`);
    else options.dir = resolve(arg);
  }
  if (!options.dir) end(`Name the project's directory. ${USAGE}`);
  if (!existsSync(options.dir)) end(`There is no directory ${options.dir}.`);
  return options;
}

function end(message) {
  console.error(message);
  process.exit(2);
}

/** The reason behind a failure: its first line without what differs from record to record. */
function reasonOf({ outcome, message }) {
  const first = (message ?? '').split('\n')[0];
  const plain = outcome === 'compile-error' ? first.replace(/^.*?:\d+:\d+ /, 'does not compile: ') : first;
  return plain
    .replace(/\b[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?\b(?=.*\d)/g, (id) => (/\d{3}/.test(id) ? '<id>' : id))
    .replace(/\d+(\.\d+)?/g, 'N')
    .slice(0, 160);
}

const options = readArguments(process.argv.slice(2));
const scratch = mkdtempSync(join(tmpdir(), 'orglet-conformance-'));
const file = options.json ?? join(scratch, 'report.json');
const command = [...endsWithThis(), resolve('orglet/bin/orglet.mjs'), 'test', '--project', options.dir, '--json', file];
if (!options.orglet.includes('--cache-dir')) command.push('--cache-dir', join(scratch, 'cache'));
if (options.json) rmSync(options.json, { force: true });
const result = spawnSync(process.execPath, [...command, ...options.orglet], { encoding: 'utf8', maxBuffer: 1 << 28 });
if (result.status === 2 || result.status === null || !existsSync(file))
  end(`${result.stderr || result.stdout || 'The tests could not run.'}`);
const report = JSON.parse(readFileSync(file, 'utf8'));
rmSync(scratch, { recursive: true, force: true });

const { total, passed, failed, compileErrors, ms } = report.summary;
const share = total ? (100 * passed) / total : 0;
const groups = new Map();
for (const test of report.tests) {
  if (test.outcome === 'pass') continue;
  const reason = reasonOf(test);
  groups.set(reason, [...(groups.get(reason) ?? []), test]);
}
console.log(
  `${basename(options.dir)}: ${passed} of ${total} pass (${share.toFixed(1)} %), ${failed} fail, ${compileErrors} do not compile, ${(ms / 1000).toFixed(1)} s`,
);
const listed = [...groups].sort(([, a], [, b]) => b.length - a.length).slice(0, options.all ? undefined : 40);
for (const [reason, tests] of listed) {
  const names = tests.slice(0, options.all ? undefined : 3).map((test) => `${test.class}.${test.method}`);
  console.log(
    `\n${String(tests.length).padStart(5)}  ${reason}\n       ${names.join('\n       ')}${names.length < tests.length ? ' …' : ''}`,
  );
  const { message, stack } = tests[0];
  console.log(
    `       e.g. ${(message ?? '').split('\n').slice(0, 3).join(' ⏎ ').slice(0, 300)}${stack ? `\n            ${stack.split('\n').slice(0, 3).join(' ← ')}` : ''}`,
  );
}
if (groups.size > listed.length) console.log(`\n… and ${groups.size - listed.length} more reasons (--all)`);
process.exitCode = options.floor !== null && share < options.floor ? 1 : 0;
