// Tests that cannot fail prove nothing. This copies Apex classes of the package together with their tests, changes one
// operator or condition in each copy, and wants the copied tests to fail: a runtime that swallows errors, or asserts
// that assert nothing, would let them pass. All copies run at once, as classes of one project.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { endsWithThis } from '../../orglet/bin/process.mjs';
import { root } from '../lib/setup.mjs';

/** Classes that, with their tests, need nothing but the platform. */
const SUBJECTS = ['Money', 'TextKit', 'HtmlCleaner', 'RecordDiff', 'LedgerAllocator'];

/** What is changed, in code outside of comments and texts. */
const MUTATIONS = [
  [/ == /g, ' != '],
  [/ != /g, ' == '],
  [/ < (?=[^>]*;|[^>]*\))/g, ' >= '],
  [/ > (?![{(])/g, ' <= '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/\(!/g, '('],
  [/ \+ 1\b/g, ' - 1'],
  [/ \* /g, ' + '],
];

function find(name, directory = join(root, 'force-app')) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    const found = entry.isDirectory() ? find(name, path) : entry.name === `${name}.cls` ? path : null;
    if (found) return found;
  }
  return null;
}

/** The source with comments and texts blanked out, position for position. */
const codeOf = (source) =>
  source.replace(/\/\*[^]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, (text) => text.replace(/[^\n]/g, '\u0001'));

function mutantsOf(source) {
  const code = codeOf(source);
  return MUTATIONS.flatMap(([pattern, replacement]) =>
    [...code.matchAll(pattern)].map(({ 0: text, index }) => {
      const mutated = source.slice(0, index) + replacement + source.slice(index + text.length);
      const line = source.slice(0, index).split('\n').length;
      return { mutated, line, text: mutated.split('\n')[line - 1].trim() };
    }),
  );
}

const project = mkdtempSync(join(tmpdir(), 'orglet-mutants-'));
process.on('exit', () => rmSync(project, { recursive: true, force: true }));
const classes = join(project, 'force-app', 'classes');
mkdirSync(classes, { recursive: true });
const settings = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' };
writeFileSync(join(project, 'sfdx-project.json'), JSON.stringify(settings));

/** Writes a class and its test under names of their own. */
function write(name, number, source, test) {
  const rename = (text) => text.replace(new RegExp(`\\b${name}(Test)?\\b`, 'g'), `${name}$1M${number}`);
  writeFileSync(join(classes, `${name}M${number}.cls`), rename(source));
  writeFileSync(join(classes, `${name}TestM${number}.cls`), rename(test));
  return `${name}TestM${number}`;
}

const copies = [];
for (const name of SUBJECTS) {
  const [file, testFile] = [find(name), find(`${name}Test`)];
  const [source, test] = [readFileSync(file, 'utf8'), readFileSync(testFile, 'utf8')];
  copies.push({ testClass: write(name, 0, source, test), label: `${name} unchanged`, passes: true });
  const mutants = mutantsOf(source);
  if (!mutants.length) throw new Error(`${name} has nothing to mutate; choose another class.`);
  mutants.forEach(({ mutated, line, text }, index) => {
    const label = `${basename(file)}:${line} ${text}`;
    copies.push({ testClass: write(name, index + 1, mutated, test), label, passes: false });
  });
}

const json = join(project, 'report.json');
const run = spawnSync(
  process.execPath,
  [...endsWithThis(), join(root, 'orglet', 'bin', 'orglet.mjs'), 'test', '--project', project, '--json', json],
  { encoding: 'utf8' },
);
if (run.status > 1 || run.status === null) {
  console.error(`The mutants did not run:\n${run.stdout}${run.stderr}`);
  process.exit(2);
}
const { tests } = JSON.parse(readFileSync(json, 'utf8'));
const wrong = copies.filter(({ testClass, passes }) => {
  const own = tests.filter((test) => test.class === testClass);
  const broken = own.length === 0 || own.some(({ outcome }) => outcome === 'compile-error');
  return broken || own.every(({ outcome }) => outcome === 'pass') !== passes;
});
for (const { label, passes } of wrong)
  console.log(passes ? `not ok ${label}: its tests should pass` : `not ok ${label}: no test noticed`);
console.log(`# pass ${copies.length - wrong.length}\n# fail ${wrong.length}`);
process.exitCode = wrong.length ? 1 : 0;
