import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { processIdentity } from '../../bin/process.mjs';
import { toSql } from './columns.js';
import { LIBRARIES, type SqlDriver, type SqlValue } from './driver.js';
import { DataFileError } from './file-error.js';
import { openDriver } from './open.js';

/** The driver as a module of its own, for programs that are killed. Beside the tests, where it finds its packages. */
const alone = join(dirname(fileURLToPath(import.meta.url)), 'driver-alone.js');
await build({
  entryPoints: [join(process.env.ORGLET_ROOT!, 'data', 'storage', 'open.ts')],
  outfile: alone,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
});

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'orglet-driver-'));
  process.on('exit', () => rmSync(path, { recursive: true, force: true }));
  return path;
}

const row = (driver: SqlDriver, sql: string, params: SqlValue[] = []) => driver.prepare(sql).all(params)[0]!;

for (const library of LIBRARIES) {
  test(`numbers are integers when they are whole (${library})`, () => {
    const driver = openDriver(':memory:', library);
    assert.deepEqual(row(driver, 'SELECT ? / 2 AS a, typeof(?) AS b', [5, 5]), [2, 'integer']);
    assert.deepEqual(row(driver, 'SELECT ? / 2 AS a, typeof(?) AS b', [5.5, 5.5]), [2.75, 'real']);
    const large = 1_700_000_000_001;
    assert.deepEqual(row(driver, 'SELECT ? / 2 AS a, typeof(?) AS b', [large, large]), [850_000_000_000, 'integer']);
    assert.deepEqual(row(driver, 'SELECT ? AS a, ? AS b, ? AS c', [-5, -large, 2 ** 60]), [-5, -large, 2 ** 60]);
    for (const [value, type] of [
      [5, 'integer'],
      [large, 'integer'],
      [0.5, 'real'],
    ] as const) {
      driver.defineFunction('given', () => value, false);
      assert.deepEqual(row(driver, 'SELECT given() AS a, typeof(given()) AS b'), [value, type]);
    }
    driver.close();
  });

  test(`integers beyond 2^53 are not rounded (${library})`, () => {
    const driver = openDriver(':memory:', library);
    const statement = driver.prepare('SELECT ? AS a, ? AS b, 7 AS c');
    assert.deepEqual(statement.all([1, 'x']), [[1, 'x', 7]]);
    assert.deepEqual(statement.all([9007199254740993n, 'x']), [[9007199254740993n, 'x', 7]]);
    assert.deepEqual(statement.all([1, 'x']), [[1, 'x', 7]]);
    driver.close();
  });

  test(`the smallest numbers above zero stay (${library})`, () => {
    const driver = openDriver(':memory:', library);
    driver.exec(`CREATE TABLE t (a REAL, b TEXT, "c?" TEXT)`);
    driver.prepare(`INSERT INTO t (b, a, "c?") VALUES (?, ?, '?''?')`).run(['x', 1e-17]);
    assert.deepEqual(row(driver, 'SELECT * FROM t WHERE a > 0 AND a = ?', [1e-17]), [1e-17, 'x', `?'?`]);
    assert.deepEqual(row(driver, 'SELECT ? AS a, ? AS b, ? AS c', [5e-324, -1e-17, 0]), [5e-324, -1e-17, 0]);
    driver.close();
  });

  test(`null, text and bytes; nothing is null (${library})`, () => {
    const driver = openDriver(':memory:', library);
    const values = [null, 'Zoë 🎈', new Uint8Array([0, 1, 255]), undefined as never];
    const [none, text, bytes, missing] = row(driver, 'SELECT ? AS a, ? AS b, ? AS c, ? AS d', values);
    assert.deepEqual([none, text, missing], [null, 'Zoë 🎈', null]);
    assert.deepEqual([...(bytes as Uint8Array)], [0, 1, 255]);
    driver.close();
  });

  test(`what an SQL function throws is what the caller catches (${library})`, () => {
    class Own extends Error {}
    const driver = openDriver(':memory:', library);
    const error = new Own('mine');
    driver.defineFunction(
      'fails',
      () => {
        throw error;
      },
      false,
    );
    assert.throws(
      () => driver.prepare('SELECT fails() AS a').all([]),
      (caught) => caught === error,
    );
    assert.throws(() => driver.exec('SELECT missing'), /no such column/);
    driver.close();
  });

  test(`a file with a write-ahead log left by a killed program opens with what it committed (${library})`, () => {
    for (const writer of LIBRARIES) {
      const path = join(directory(), 'org.db');
      const script = `
        import { openDriver } from ${JSON.stringify(pathToFileURL(alone).href)};
        const driver = openDriver(${JSON.stringify(path)}, ${JSON.stringify(writer)});
        driver.exec('CREATE TABLE t (a INTEGER)');
        driver.exec('BEGIN IMMEDIATE; INSERT INTO t VALUES (1),(2); COMMIT');
        driver.exec('BEGIN IMMEDIATE; INSERT INTO t VALUES (3)');
        process.kill(process.pid, 'SIGKILL');`;
      const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
      assert.equal(killed.signal, 'SIGKILL', killed.stderr);
      const driver = openDriver(path, library);
      assert.deepEqual(driver.prepare('SELECT a FROM t ORDER BY a').all([]), [[1], [2]], `written by ${writer}`);
      driver.exec('INSERT INTO t VALUES (4)');
      assert.deepEqual(row(driver, 'PRAGMA integrity_check'), ['ok']);
      driver.close();
      assert.equal(existsSync(`${path}.users`), false, 'closing leaves no note');
      const again = openDriver(path, writer);
      assert.deepEqual(row(again, 'SELECT max(a) AS m FROM t'), [4]);
      again.close();
    }
  });
}

const [NATIVE, WASM] = LIBRARIES;

test('one file is used through one way to SQLite at a time', () => {
  const path = join(directory(), 'org.db');
  const refused = (library: (typeof LIBRARIES)[number]) =>
    assert.throws(
      () => openDriver(path, library),
      (error) => error instanceof DataFileError && error.kind === 'in use',
    );
  const first = openDriver(path, NATIVE);
  const second = openDriver(path, NATIVE);
  refused(WASM);
  first.close();
  refused(WASM);
  second.close();
  const alone = openDriver(path, WASM);
  refused(NATIVE);
  refused(WASM);
  alone.close();
  openDriver(path, NATIVE).close();
});

test('notes of programs that ended, also when another has their number by now, keep nobody out', () => {
  const path = join(directory(), 'org.db');
  openDriver(path, NATIVE).close();
  mkdirSync(`${path}.users`);
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  const notes = [
    { pid: ended, identity: null, library: WASM },
    { pid: process.pid, identity: 'an earlier process', library: WASM },
    { pid: 0, identity: null, library: WASM },
    {},
  ];
  notes.forEach((content, at) => writeFileSync(join(`${path}.users`, String(at)), JSON.stringify(content)));
  writeFileSync(join(`${path}.users`, 'empty'), '');
  mkdirSync(`${path}.lock`);
  const driver = openDriver(path, WASM);
  assert.deepEqual(row(driver, 'SELECT 1 AS a'), [1]);
  const [own] = readdirSync(`${path}.users`);
  assert.deepEqual(JSON.parse(readFileSync(join(`${path}.users`, own!), 'utf8')), {
    pid: process.pid,
    identity: processIdentity(),
    library: WASM,
  });
  driver.close();
});

test('text is kept without NUL', () => {
  assert.equal(toSql('text', 'a\0b'), 'ab');
  assert.equal(toSql('text', '\0'), null);
});
