// `npm run bench -- --against COMMIT`: today's store and that of an earlier commit by turns in one run, as ratios.
// Options: --only speed,scripts,memory; --rounds N (8); --port N (4391; the earlier store takes the next one).
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { adminOf } from '../scripts/lib/org-client.mjs';
import { root } from '../scripts/lib/setup.mjs';
import { prepareFormer } from './lib/former.mjs';
import { measure } from './lib/load.mjs';
import { filledCart, scriptsOf } from './lib/scripts-of.mjs';
import { pagesBuilt, processorTime, residentMemory, serve } from './lib/served.mjs';

const PRODUCTS = 1000;
/** Password of the administrator in commits that had the same one everywhere. */
const FORMER_ADMIN = { username: 'admin@orglet.localhost', password: 'orglet-admin-1' };
/** How long a store rests before its memory is read, in seconds. */
const SETTLE = 15;
/** How long it may take to build its pages and to come to rest, in seconds. */
const BUILD = 300;
const PARTS = ['speed', 'scripts', 'memory'];

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** @param {string[]} args @returns {{commit: string, only: string[], rounds: number, port: number} | null} null unless a commit is named */
export function readAgainst(args) {
  const option = (name, standard) => {
    const at = args.indexOf(name);
    return at < 0 ? standard : args[at + 1];
  };
  const commit = option('--against');
  if (!commit) return null;
  const only = option('--only', PARTS.join()).split(',');
  const wrong = only.find((part) => !PARTS.includes(part));
  if (wrong !== undefined) throw new Error(`--only takes ${PARTS.join(', ')}; not ${wrong}`);
  return { commit, only, rounds: Number(option('--rounds', '8')), port: Number(option('--port', '4391')) };
}

/** A side of the comparison: a clone with its own way of buying, and a store with the products. */
async function side(folder, dir, port) {
  const load = (file) => import(pathToFileURL(join(folder, file)).href);
  return { folder, dir, port, shop: await load('bench/lib/shop.mjs'), load };
}

/** Sets the store up and imports the products through the side's own import; a stamp says that it was done. */
async function fill({ folder, dir, port, shop, load }, progress) {
  const stamp = join(dir, 'filled');
  if (existsSync(stamp)) return;
  rmSync(dir, { recursive: true, force: true });
  const store = await serve({ folder, dir, port });
  const { orgClient } = await load('scripts/lib/org-client.mjs');
  const { importFile } = await load('scripts/lib/import-file.mjs');
  const data = join(dir, 'data');
  const client = await orgClient(store.base, existsSync(join(data, 'admin-password')) ? adminOf(data) : FORMER_ADMIN);
  const file = join(dir, 'bench.csv');
  shop.writeCatalogue(file, PRODUCTS);
  progress(`Importing ${PRODUCTS} products into the store of ${folder} …`);
  await importFile(client, { file, progress: () => {} });
  await store.stop();
  writeFileSync(stamp, '');
}

/** Guest checkouts on both stores by turns: orders per second eight at a time, milliseconds of one alone, processor time of one. */
async function compareSpeed(sides, rounds, progress) {
  /** @type {Record<string, any>} */
  const stores = {};
  /** @type {Record<string, any>} */
  const found = {};
  for (const [name, one] of Object.entries(sides)) {
    stores[name] = await serve(one);
    const variants = await one.shop.someVariants(stores[name].base, 3);
    const buy = () => one.shop.buy(stores[name].base, variants);
    found[name] = { buy, pid: stores[name].pid, perSecond: [], p50: [], processor: [] };
    await measure(buy, { count: 150, concurrency: 8, warmup: 50 });
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, { buy, pid, perSecond, p50, processor }] of Object.entries(found)) {
      const before = processorTime(pid);
      perSecond.push((await measure(buy, { count: 60, concurrency: 8, warmup: 0 })).perSecond);
      processor.push((processorTime(pid) - before) / 60);
      p50.push((await measure(buy, { count: 25, concurrency: 1, warmup: 2 })).p50);
      progress(`${name}, round ${round}: ${perSecond.at(-1).toFixed(1)} orders/s, p50 ${p50.at(-1).toFixed(1)} ms`);
    }
  }
  for (const store of Object.values(stores)) await store.stop();
  return found;
}

/** JavaScript of the checkout page of either store, in bytes. */
async function compareScripts(sides) {
  const { launchBrowser } = await import('../e2e/support/browser.mjs');
  const browser = await launchBrowser();
  const found = { now: null, then: null };
  try {
    for (const [name, one] of Object.entries(sides)) {
      const store = await serve(one);
      await pagesBuilt(one.dir, BUILD);
      const storageState = await filledCart(browser, store.base);
      found[name] = {};
      for (const width of [390, 1440]) {
        const options = { baseURL: store.base, viewport: { width, height: 900 }, storageState };
        found[name][width] = await scriptsOf(browser, '/checkout', options);
      }
      await store.stop();
    }
  } finally {
    await browser.close();
  }
  return found;
}

/** Memory of a store that has built its pages and changes by less than a MiB for as long as it is to rest, in MiB. */
async function restingMemory({ pid }, dir) {
  const builtBy = Date.now() + BUILD * 1000;
  await pagesBuilt(dir, BUILD);
  let memory = residentMemory(pid);
  for (let rested = 0; memory !== null && rested < SETTLE && Date.now() < builtBy; rested += 1) {
    await pause(1000);
    const next = residentMemory(pid);
    if (next !== null && Math.abs(next - memory) >= 1) rested = -1;
    memory = next;
  }
  return memory;
}

/**
 * Memory of either store, idle after one page, in MiB: of a first start, which compiles the Apex and builds all pages, and of the start after it,
 * which finds everything built. The stores run one after the other.
 */
async function compareMemory(sides, rounds, progress) {
  const found = { now: { first: [], warm: [] }, then: { first: [], warm: [] } };
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, one] of Object.entries(sides)) {
      // Whatever a start builds; the records stay.
      for (const built of ['cache', 'web']) rmSync(join(one.dir, built), { recursive: true, force: true });
      for (const state of ['first', 'warm']) {
        const store = await serve(one);
        const memory = await restingMemory(store, one.dir);
        found[name][state].push(memory);
        progress(`${name}, round ${round}, ${state} start: ${memory?.toFixed(0) ?? '?'} MiB`);
        await store.stop();
      }
    }
  }
  return found;
}

function noteSpeed(note, former, found) {
  const { now, then } = found;
  // Round by round, so that what else the machine does meanwhile slows both sides of a ratio.
  const ratio = (what) => `${median(now[what].map((value, round) => value / then[what][round])).toFixed(2)} ×`;
  const each = (what, which, text, aim) => {
    note(`${what}, ${former}`, text(median(then[which])));
    note(`${what}, now`, `${text(median(now[which]))}: ${ratio(which)}`, aim);
  };
  const what = 'guest checkout of 3 lines';
  each(`${what}, 8 at a time`, 'perSecond', (value) => `${value.toFixed(1)} orders/s`, '≥ 3 ×');
  each(`${what}, alone`, 'p50', (value) => `p50 ${value.toFixed(1)} ms`, '≤ 0.5 ×');
  each(`${what}, the server's processor`, 'processor', (value) => `${value.toFixed(1)} ms`);
}

function noteScripts(note, former, found) {
  const { now, then } = found;
  const text = ({ first, all }) => `${(all / 1000).toFixed(1)} kB, ${(first / 1000).toFixed(1)} kB of it to be shown`;
  for (const width of Object.keys(now)) {
    const what = `JavaScript of the checkout page at ${width} px, gzip`;
    note(`${what}, ${former}`, text(then[width]));
    note(`${what}, now`, `${text(now[width])}: ${(now[width].all / then[width].all).toFixed(2)} ×`, '≤ 45 kB');
  }
}

function noteMemory(note, former, { now, then }) {
  for (const [state, what] of Object.entries({
    first: `memory, idle after a start that builds everything, ${PRODUCTS} products`,
    warm: `memory, idle after a start that finds everything built, ${PRODUCTS} products`,
  })) {
    const [less, more] = [median(now[state]), median(then[state])];
    if (less === null || more === null) return note('memory, idle', 'cannot be read here: Linux only');
    const range = (values) => `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;
    note(`${what}, ${former}`, `${more.toFixed(0)} MiB (${range(then[state])})`);
    note(`${what}, now`, `${less.toFixed(0)} MiB (${range(now[state])}): ${(less / more).toFixed(2)} ×`, '≤ 0.5 ×');
  }
}

/**
 * @param {{commit: string, only: string[], rounds: number, port: number}} options
 * @param {string} work folder for today's records, which the caller deletes
 * @param {(what: string, value: string, aim?: string) => void} note
 */
export async function benchAgainst({ commit, only, rounds, port }, work, note) {
  const progress = (text) => console.log(`    ${text}`);
  const former = prepareFormer(commit, progress);
  if (former.missing.length)
    note(`${former.name} runs without`, `${former.missing.join(', ')}, which could not be installed here`);
  const now = await side(root, join(work, 'now'), port);
  const kept = await side(former.folder, `${former.folder}-store`, port + 1);
  await fill(kept, progress);
  await fill(now, progress);
  // Orders of this run stay out of the store that the next run begins with.
  const then = { ...kept, dir: join(work, 'then') };
  cpSync(kept.dir, then.dir, { recursive: true });
  const sides = { then, now };
  try {
    if (only.includes('memory'))
      noteMemory(note, former.name, await compareMemory(sides, Math.ceil(rounds / 3), progress));
    if (only.includes('speed')) noteSpeed(note, former.name, await compareSpeed(sides, rounds, progress));
    if (only.includes('scripts')) noteScripts(note, former.name, await compareScripts(sides));
  } finally {
    (await kept.load('bench/lib/load.mjs')).closeConnections();
  }
}
