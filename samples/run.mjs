// Proves that a sample domain is one folder and its registrations: copies the project, adds the folder and the registered
// names, and runs the sample's Apex tests and its journey there. Arguments choose samples by name.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { endsWithThis } from '../orglet/bin/process.mjs';
import { ensureBuilt } from '../orglet/bin/build.mjs';
import { fail, install, requireNode, root } from '../scripts/lib/setup.mjs';

requireNode();
install();
await ensureBuilt();
const here = join(root, 'samples');
const SKIPPED = new Set(['.git', '.orglet', 'node_modules', 'findings']);
const wanted = process.argv.slice(2);
const samples = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (!wanted.length || wanted.includes(entry.name)))
  .map((entry) => entry.name);
if (!samples.length) fail(`There is no sample ${wanted.join(' or ')}.`);

/** The same files once more: links where the file system has them, so that nothing is copied and times stay. */
function mirror(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) mirror(source, target);
    else if (entry.isFile())
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
  }
}

/** Writes a file of the copy anew: the original, to which it may be linked, stays. */
function rewrite(file, text) {
  rmSync(file, { force: true });
  writeFileSync(file, text);
}

/** Adds a class to a registry: the only change to a file that is not the sample's. */
function register(project, file, className) {
  const path = join(project, file);
  const source = readFileSync(path, 'utf8');
  const registered = source.replace(/(names = new List<String>\{[^}]*?)(\s*\})/, `$1, '${className}'$2`);
  if (registered === source) fail(`${file} has no list of names.`);
  rewrite(path, registered);
}

/** The project with the sample in it. @returns its folder */
function projectWith(sample) {
  const { registrations } = JSON.parse(readFileSync(join(here, sample, 'sample.json'), 'utf8'));
  const project = join(root, '.orglet', 'samples', sample);
  rmSync(project, { recursive: true, force: true });
  mirror(root, project);
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  const settings = join(project, 'sfdx-project.json');
  const packaged = JSON.parse(readFileSync(settings, 'utf8'));
  packaged.packageDirectories.push({ path: `samples/${sample}/main` });
  rewrite(settings, JSON.stringify(packaged, null, 2));
  for (const [file, className] of Object.entries(registrations)) register(project, file, className);
  const journey = join(here, sample, 'journey.test.ts');
  if (existsSync(journey)) {
    const text = readFileSync(journey, 'utf8').replaceAll('../../e2e/support/', './support/');
    writeFileSync(join(project, 'e2e', `sample-${sample}.test.ts`), text);
  }
  return project;
}

function run(project, args) {
  console.log(`${relative(root, project)}: node ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, [...endsWithThis(), ...args], { cwd: project, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

/** The package knows nothing of the sample. */
function checkPackage(sample) {
  const names = readdirSync(join(here, sample, 'main', 'classes')).map((name) => name.split('.')[0]);
  const known = [];
  const look = (dir) => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) look(path);
      else if (/\.(cls|trigger|ts|html|xml)$/.test(entry.name))
        if (names.some((name) => readFileSync(path, 'utf8').includes(name))) known.push(relative(root, path));
    }
  };
  look(join(root, 'force-app'));
  if (known.length) fail(`The package names classes of the sample ${sample}: ${known.join(', ')}`);
}

for (const sample of samples) {
  checkPackage(sample);
  const project = projectWith(sample);
  const classes = readdirSync(join(here, sample, 'main', 'tests'))
    .filter((name) => name.endsWith('.cls'))
    .map((name) => name.slice(0, -4));
  const orglet = join('orglet', 'bin', 'orglet.mjs');
  run(project, [orglet, 'check']);
  run(project, [orglet, 'test', '--filter', `^(${classes.join('|')})\\b`]);
  if (existsSync(join(here, sample, 'journey.test.ts'))) run(project, [join('e2e', 'run.mjs'), `sample-${sample}`]);
  rmSync(dirname(project), { recursive: true, force: true });
}
