// The first start, killed at random moments: whatever it left behind, the next start ends with the whole demo shop.
// Usage: node scripts/checks/first-start.mjs [number of kills, 3]
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { after, before, describe, test } from 'node:test';
import { endsWithThis, processIdentity } from '../../orglet/bin/process.mjs';
import { ensureBuilt } from '../../orglet/bin/build.mjs';
import { noteServer, runningServer } from '../lib/running.mjs';
import { root } from '../lib/setup.mjs';

const KILLS = Number(process.argv[2] ?? process.env.FIRST_START_KILLS ?? 3);
/** Every so many kills begin without caches too, so that moments of compiling and building are among them. */
const WITHOUT_CACHES = 5;
const work = mkdtempSync(join(tmpdir(), 'storehouse-first-start-'));
const warm = join(work, 'warm');

/** @param {string} dir @returns {import('node:child_process').ChildProcess} a start that is on its way */
function begin(dir) {
  return spawn(process.execPath, [...endsWithThis(), 'scripts/start.mjs', '--port', '0', '--dir', dir], { cwd: root });
}

/**
 * Kills a start and waits until all that it has started is gone, too: they hold its output open.
 * @param {import('node:child_process').ChildProcess} child
 */
async function kill(child) {
  const gone = new Promise((resolve) => child.once('close', resolve));
  if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await gone;
}

/** Waits until the start is done. */
function done(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text;
        if (/^ {2}Sign in /m.test(output)) resolve(output);
      });
    }
    child.once('exit', (code) => reject(new Error(`the start ended with ${code}:\n${output}`)));
  });
}

/** Rows of every table of the shop that has some: a table is made when somebody asks for it first. What sessions and schedules leave is none of it. */
async function shopOf(dir) {
  const { Org } = await import('../../orglet/dist/index.js');
  const org = Org.open({ projectDir: root, database: join(dir, 'data', 'org.db'), cacheDir: join(warm, 'cache') });
  const { driver } = org.engine.store;
  const tables = driver.prepare(`SELECT name AS n FROM sqlite_schema WHERE type = 'table'`).all([]);
  const names = tables
    .map(([name]) => String(name))
    .filter((name) => /__c$|^(?:Order|OrderItem|Product2|PricebookEntry)$/.test(name));
  const rows = names.sort().map((name) => [name, driver.prepare(`SELECT count(*) AS n FROM "${name}"`).all([])[0][0]]);
  assert.deepEqual(driver.prepare('PRAGMA integrity_check').all([]), [['ok']]);
  org.close();
  return Object.fromEntries(rows.filter(([, count]) => Number(count) > 0));
}

/** Tables of the shop's past, which is counted back from now: a few rows more or less as time goes on, between two starts of one run too. */
const PAST = /^Order|__(?:Cart|Cart_Item|Payment|Shipment|Stock_Entry)__c$/;
/** What events and jobs make of the past: some of it when the shop is open already, and after the next start. */
const LATER = /__(?:Invoice|Invoice_Series|Store_Customer)__c$/;
/** What scheduled jobs count from the rest and what they tell customers of their orders: there or not yet, by how long the org ran. */
const BY_JOBS = /__(?:Points_Month|Ledger_Month|Order_Notification|Order_Link)__c$/;

/** Asserts that the shop is as whole as the other one. */
function assertWhole(shop, whole, when) {
  const tables = (rows) => Object.keys(rows).filter((name) => !LATER.test(name) && !BY_JOBS.test(name));
  assert.deepEqual(tables(shop), tables(whole), when);
  for (const name of Object.keys(whole).filter((table) => LATER.test(table)))
    assert.ok(shop[name] > 0, `${name}: no rows, ${when}`);
  for (const name of tables(whole)) {
    const rows = whole[name];
    const leeway = PAST.test(name) ? Math.ceil(rows * 0.03) : 0;
    assert.ok(Math.abs(shop[name] - rows) <= leeway, `${name}: ${shop[name]} rows instead of ${rows}, ${when}`);
  }
}

// A start keeps one core busy most of the time.
describe('the first start', { concurrency: Math.min(2, availableParallelism()) }, () => {
  let whole;
  let duration;

  before(async () => {
    await ensureBuilt();
    const once = begin(warm);
    await done(once);
    await kill(once);
    rmSync(join(warm, 'data'), { recursive: true });
    const from = performance.now();
    const again = begin(warm);
    await done(again);
    duration = performance.now() - from;
    await kill(again);
    whole = await shopOf(warm);
    assert.ok(whole.Product2 > 0 && whole.Order > 0, `the demo shop has products and orders: ${JSON.stringify(whole)}`);
    rmSync(join(warm, 'data'), { recursive: true });
  });

  after(() => rmSync(work, { recursive: true, force: true }));

  for (let round = 1; round <= KILLS; round += 1) {
    test(`killed at a random moment, ${round} of ${KILLS}`, async (context) => {
      const dir = join(work, String(round));
      if (round % WITHOUT_CACHES) cpSync(warm, dir, { recursive: true });
      // Beside another one a start takes longer than alone; without caches it takes much longer.
      const moment = Math.random() * duration * (round % WITHOUT_CACHES ? 1.2 : 2);
      context.diagnostic(`killed after ${Math.round(moment)} ms`);
      const first = begin(dir);
      const finished = done(first).catch(() => {});
      await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, moment))]);
      await kill(first);
      const second = begin(dir);
      await done(second);
      await kill(second);
      assertWhole(await shopOf(dir), whole, `killed after ${Math.round(moment)} ms`);
      rmSync(dir, { recursive: true });
    });
  }
});

describe('the note of a running server', () => {
  const data = join(work, 'note');
  const note = (text) => writeFileSync(join(data, 'server.json'), text);

  before(() => mkdirSync(data, { recursive: true }));

  test('none, an empty one and one that is cut off count as none', () => {
    assert.equal(runningServer(join(work, 'nowhere')), null);
    for (const text of ['', '{"port": 42', 'null', '[]', '{"port": "a"}']) {
      note(text);
      assert.equal(runningServer(data), null, text);
    }
  });

  test('a process that only has the number of the one that was killed does not count', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await new Promise((resolve) => other.once('spawn', resolve));
    note(JSON.stringify({ port: 4200, pid: other.pid, identity: 'an earlier process' }));
    assert.equal(runningServer(data), null);
    note(JSON.stringify({ port: 4200, pid: other.pid, identity: processIdentity(other.pid) }));
    assert.deepEqual(runningServer(data), { port: 4200, pid: other.pid });
    await kill(other);
    assert.equal(runningServer(data), null);
    noteServer(data, 4200);
    assert.equal(runningServer(data), null, 'this process is not another');
  });

  test('a process that was killed and that its parent has not asked for does not count', async (context) => {
    if (process.platform !== 'linux') return context.skip('such processes are told by /proc');
    const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    note(JSON.stringify({ port: 4200, pid, identity: processIdentity(pid) }));
    while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')))
      await new Promise((again) => setTimeout(again, 20));
    assert.equal(runningServer(data), null);
    await kill(parent);
  });
});
