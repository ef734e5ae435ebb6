import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SqlDriver, SqlValue } from './driver.js';
import { openDriver } from './open.js';
import { Reads } from './reads.js';

/** A database with one row, and how often it was really asked for rows. */
function shop(path = ':memory:') {
  const inner = openDriver(path);
  let asked = 0;
  const counting: SqlDriver = {
    ...inner,
    prepare(sql) {
      const statement = inner.prepare(sql);
      if (!sql.startsWith('SELECT')) return statement;
      return { ...statement, all: (params) => (asked++, statement.all(params)) };
    },
  };
  const reads = new Reads(counting);
  const { driver } = reads;
  driver.exec('CREATE TABLE IF NOT EXISTS "Product" (id TEXT, price REAL)');
  driver.exec('CREATE TABLE IF NOT EXISTS "Order" (id TEXT)');
  driver.exec(`INSERT INTO "Product" VALUES ('p', 1)`);
  const begin = () => {
    driver.prepare('BEGIN IMMEDIATE').run([]);
    reads.begin();
  };
  const commit = () => {
    reads.end();
    driver.prepare('COMMIT').run([]);
  };
  const price = (id: SqlValue = 'p') => driver.prepare('SELECT price FROM "Product" WHERE id=?').all([id])[0]?.[0];
  const setPrice = (value: number) => driver.prepare('UPDATE "Product" SET price=?').run([value]);
  return { driver, reads, begin, commit, price, setPrice, asked: () => asked };
}

test('a read is answered from memory while its table stays, over transactions too', () => {
  const { driver, begin, commit, price, asked } = shop();
  begin();
  assert.deepEqual([price(), price(), asked()], [1, 1, 1]);
  driver.prepare('INSERT INTO "Order" VALUES (?)').run(['o']);
  assert.deepEqual([price(), asked()], [1, 1], 'another table has changed');
  commit();
  begin();
  assert.deepEqual([price(), asked()], [1, 1]);
  assert.deepEqual([price('q'), asked()], [undefined, 2], 'other parameters');
  commit();
  driver.close();
});

test('a change, its rollback and a definition are seen', () => {
  const { driver, reads, begin, commit, price, setPrice } = shop();
  begin();
  assert.equal(price(), 1);
  driver.prepare('SAVEPOINT a').run([]);
  setPrice(2);
  assert.equal(price(), 2);
  driver.prepare('ROLLBACK TO a').run([]);
  reads.forget();
  assert.equal(price(), 1);
  driver.exec('UPDATE "Product" SET price = 3');
  assert.equal(price(), 3);
  assert.deepEqual(driver.prepare('UPDATE "Product" SET price = 4 RETURNING id').all([]), [['p']]);
  assert.equal(price(), 4);
  commit();
  driver.close();
});

test('numbers, texts and null are different parameters', () => {
  const { driver, begin, commit } = shop();
  begin();
  const kind = (value: SqlValue) => driver.prepare('SELECT typeof(?) AS t FROM "Product"').all([value])[0]![0];
  assert.deepEqual(
    [kind(1), kind('1'), kind(null), kind('null'), kind('1;')],
    ['integer', 'text', 'null', 'text', 'text'],
  );
  const two = (...values: SqlValue[]) => driver.prepare('SELECT ? AS a, ? AS b FROM "Product"').all(values)[0];
  assert.deepEqual(
    [two('ab', 'c'), two('a', 'bc')],
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
  );
  commit();
  driver.close();
});

test('what is not the same each time is asked for each time', () => {
  const { driver, begin, commit, asked } = shop();
  let calls = 0;
  driver.defineFunction('counter', () => ++calls, false);
  begin();
  const count = () => driver.prepare('SELECT counter() AS c FROM "Product"').all([])[0]![0];
  assert.deepEqual([count(), count(), asked()], [1, 2, 2]);
  commit();
  driver.close();
});

// By WebAssembly a program has a file to itself: there is no other connection.
const isAlone = process.env.ORGLET_SQLITE === 'node-sqlite3-wasm';
test('changes of another connection are seen by the next transaction', { skip: isAlone }, () => {
  const directory = mkdtempSync(join(tmpdir(), 'orglet-reads-'));
  const path = join(directory, 'org.db');
  const here = shop(path);
  const there = openDriver(path);
  try {
    here.begin();
    assert.equal(here.price(), 1);
    here.commit();
    there.exec('UPDATE "Product" SET price = 5');
    here.begin();
    assert.equal(here.price(), 5);
    here.commit();
  } finally {
    there.close();
    here.driver.close();
    rmSync(directory, { recursive: true });
  }
});

test('what is kept has a bound', () => {
  const { driver, begin, commit, asked } = shop();
  begin();
  const long = driver.prepare('SELECT ? AS text, ? AS n FROM "Product"');
  const text = 'x'.repeat(100_000);
  for (let n = 0; n < 100; n++) long.all([text, n]);
  long.all([text, 99]);
  assert.equal(asked(), 100, 'the last is still known');
  long.all([text, 0]);
  assert.equal(asked(), 101, 'the first is not');
  long.all([text.repeat(10), 0]);
  long.all([text.repeat(10), 0]);
  assert.equal(asked(), 103, 'what is too long is never kept');
  commit();
  driver.close();
});
