/** What a program starts ends with it, also when it is killed: nobody writes into a folder beside a second start. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { makeProject, shopFiles } from '../web/tests/project-fixture.js';
import { writeProject } from './test-project.js';

const orglet = process.env.ORGLET_ROOT!;
const urlOf = (...path: string[]): string => JSON.stringify(pathToFileURL(join(orglet, ...path)).href);

before(async () => {
  const { ensureBuilt } = await import(pathToFileURL(join(orglet, 'bin', 'build.mjs')).href);
  await ensureBuilt();
});

/**
 * Runs a program and kills it at a moment, then waits for all that it has started: they hold its output open.
 * @param moment asked again and again, with what was printed so far
 * @returns what was printed
 */
function killedWhen(moment: (output: string) => boolean, program: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  const looking = setInterval(() => moment(output) && child.kill('SIGKILL'), 5);
  child.once('exit', () => clearInterval(looking));
  return new Promise((resolve) => child.once('close', () => resolve(output)));
}

const never = (): boolean => false;
/** Names in a folder that need not be there. */
const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

test('a program that is busy and does not look at events ends with the one that started it', async () => {
  await killedWhen(
    (output) => output.includes('busy'),
    `import { spawn } from 'node:child_process';
    import { endsWithThis } from ${urlOf('bin', 'process.mjs')};
    const busy = 'console.log("busy"); for (;;);';
    spawn(process.execPath, [...endsWithThis(), '-e', busy], { stdio: ['ignore', 'inherit', 'inherit'] });`,
  );
});

test('it ends, too, when that one is gone before it has begun', async () => {
  const gone = `import { endsWithThis } from ${urlOf('bin', 'process.mjs')}; console.log(endsWithThis()[1]);`;
  const option = await new Promise<string>((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', gone]);
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.once('close', () => resolve(output.trim()));
  });
  const late = spawn(process.execPath, ['--import', option, '-e', 'for (;;);'], { stdio: 'inherit' });
  assert.equal(await new Promise((resolve) => late.once('exit', (_, signal) => resolve(signal))), 'SIGKILL');
});

test('the compiler of a killed program leaves nothing and does not go on', async () => {
  const names = Array.from({ length: 300 }, (_, at) => `Part${at}`);
  const body = Array.from({ length: 20 }, (_, at) => `public Integer m${at}(Integer a) { return a + ${at}; }`).join(
    '\n',
  );
  const project = writeProject({
    classes: Object.fromEntries(names.map((name) => [name, `public class ${name} {\n${body}\n}`])),
  });
  const cacheDir = join(project, 'cache');
  await killedWhen(
    () => namesIn(join(cacheDir, 'apex', 'trees')).length > 0,
    `import { Org } from ${urlOf('dist', 'index.js')};
    Org.open({ projectDir: ${JSON.stringify(project)}, cacheDir: ${JSON.stringify(cacheDir)}, compileApart: true });`,
  );
  assert.deepEqual(
    namesIn(join(cacheDir, 'apex')).filter((name) => name.endsWith('.json')),
    [],
  );
});

/** A program that builds the pages of a project. */
const pages = (project: string, cache: string, then = ''): string => `
  import { createWebHost } from ${urlOf('dist', 'index.js')};
  const host = await createWebHost({
    project: ${JSON.stringify(project)},
    cache: ${JSON.stringify(cache)},
    progress: (text) => console.error(text),
  });
  ${then}`;

test('the page builder of a killed program leaves nothing whole and does not go on; the next one builds', async () => {
  const project = makeProject(shopFiles());
  const cache = join(project, '.orglet');
  const isBuilding = (): boolean => namesIn(join(cache, 'modules')).length > 0;
  await killedWhen(isBuilding, pages(project, cache));
  assert.deepEqual(namesIn(cache), ['modules']);
  await killedWhen(never, pages(project, cache, `await host.ready('storefront'); await host.close();`));
  assert.ok(namesIn(join(cache, 'site')).includes('manifest.json'));
});

test('closing a page host ends what it builds, without a word', async () => {
  const project = makeProject(shopFiles());
  const cache = join(project, '.orglet');
  const output = await killedWhen(never, pages(project, cache, 'await host.close();'));
  assert.equal(output, 'Building the storefront …\n');
  assert.equal(existsSync(join(cache, 'site', 'manifest.json')), false);
});
