// A second opinion on every Apex file: type-checks the project with apex-ls, without an org. Needs Java 17.
// The jar comes inside @salesforce/code-analyzer-pmd-engine.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addSuite } from '../lib/report.mjs';
import { fail, install, root, step } from '../lib/setup.mjs';

/**
 * What the platform has otherwise than apex-ls knows it; Orglet checks it.
 * EventBus.publishWithAccessLevel: Summer '26,
 * https://developer.salesforce.com/docs/platform/apex-ref/references/apex-ref/apex-class-system-eventbus.html
 * Auth.RegistrationHandler is an interface,
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_auth_plugin.htm
 */
const OTHERWISE = [
  /'publishWithAccessLevel' on 'System\.EventBus'/,
  /Type 'Auth\.RegistrationHandler' must be an interface/,
];

const here = dirname(fileURLToPath(import.meta.url));
install({ dir: here, label: 'Installing the Apex checks' });
step('apex-ls: type-checking the Apex sources …');
const started = Date.now();
const jars = join(here, 'node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib/*');
const java = spawnSync(
  'java',
  ['-cp', jars, 'io.github.apexdevtools.apexls.CheckForIssues', '-w', root, '-n', '-d', 'warnings', '-f', 'json'],
  { encoding: 'utf8', maxBuffer: 1 << 28 },
);
if (java.error) fail('apex-ls needs Java 17 or newer on the PATH (Debian: openjdk-17-jre-headless).');
const start = java.stdout.indexOf('{');
if (start < 0) fail(`apex-ls did not answer: ${(java.stderr || java.stdout).trim().split('\n').slice(-3).join(' ')}`);
const files = JSON.parse(java.stdout.slice(start)).files ?? [];
const issues = files.flatMap((f) =>
  f.messages
    .filter(({ message }) => !OTHERWISE.some((known) => known.test(message)))
    .map((m) => `${f.path}:${m.start.line}:${m.start.offset + 1}: ${m.category}: ${m.message}`),
);
issues.forEach((issue) => console.log(issue.replace(`${root}/`, '')));
addSuite({ name: 'apex-ls', passed: issues.length ? 0 : 1, failed: issues.length, ms: Date.now() - started });
console.log(`apex-ls: ${issues.length} issues`);
process.exitCode = issues.length ? 1 : 0;
