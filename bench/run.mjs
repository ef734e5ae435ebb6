// `npm run bench [-- NAME …]`: counts and ratios measured in one run; nothing here fails a test.
// Names: newcomer, start, pages, routes, latency, catalogue, apex, lighthouse, paint, forms, expiry, calendar, reconcile, orglet (all without a name). `orglet` knows options, see orglet.mjs.
// `paint` compares with an earlier commit (BENCH_FORMER), or with its store where that is open already (BENCH_FORMER_URL).
// `npm run bench -- --against COMMIT` compares speed, weight and memory with that commit, see against.mjs and README.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { endsWithThis } from '../orglet/bin/process.mjs';
import { Clone } from '../scripts/lib/newcomer.mjs';
import { install, requireNode, root } from '../scripts/lib/setup.mjs';
import { benchCalendar, benchExpiry, benchOrglet, benchReconcile, readDirectories } from './orglet.mjs';
import { pagesBuilt, residentMemory, serve } from './lib/served.mjs';

requireNode();
install();
const { closeConnections, measure } = await import('./lib/load.mjs');
const { buy, listPage, someVariants, writeCatalogue } = await import('./lib/shop.mjs');
const { launchBrowser } = await import('../e2e/support/browser.mjs');
const { filledCart, scriptsOf } = await import('./lib/scripts-of.mjs');
const { benchAgainst, readAgainst } = await import('./against.mjs');

const PRODUCTS = 1000;
/** Products of a large store; fewer are set for a quick look. */
const LARGE = Number(process.env.BENCH_LARGE ?? 50_000);
const rows = [];
const note = (what, value, aim = '') => {
  rows.push([what, value, aim]);
  console.log(`  ${what}: ${value}${aim ? `  (aim ${aim})` : ''}`);
};
const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const work = mkdtempSync(join(tmpdir(), 'storehouse-bench-'));
const dir = join(work, 'orglet');

/** Starts the store, with one way to SQLite if it is named, and resolves when it answers its first page. */
const startStore = (port, sqlite) => serve({ folder: root, dir, port, env: sqlite ? { ORGLET_SQLITE: sqlite } : {} });

const WAYS = ['@photostructure/sqlite', 'node-sqlite3-wasm'];

/** From a clone and nothing installed to the first page, and again, for each way to SQLite. BENCH_NODE names another Node. */
async function newcomer() {
  for (const sqlite of WAYS) {
    const clone = new Clone({ sqlite, node: process.env.BENCH_NODE });
    try {
      const cold = await clone.start();
      note(`clone to first page, ${sqlite}`, ms(cold.firstPage), '≤ 30 s');
      note(`clone to the shop set up, ${sqlite}`, ms(cold.ready));
      await clone.kill();
      note(`its second start, ${sqlite}`, ms((await clone.start()).firstPage));
    } finally {
      await clone.remove();
    }
  }
}

/** A list page and a checkout on the same records for each way to SQLite, by turns. */
async function routes() {
  const ports = WAYS.map((_, at) => 4392 + at);
  for (let round = 0; round < 2; round += 1) {
    for (const [at, sqlite] of WAYS.entries()) {
      const store = await startStore(ports[at], sqlite);
      const variants = await someVariants(store.base, 3);
      const list = await measure((i) => listPage(store.base, i), { count: 300, concurrency: 1, warmup: 200 });
      const orders = await measure(() => buy(store.base, variants), { count: 40, concurrency: 1, warmup: 15 });
      note(`product list, ${sqlite}, round ${round + 1}`, `p50 ${ms(list.p50)}`, 'p50 ≤ 5 ms');
      note(`guest checkout of 3 lines, ${sqlite}, round ${round + 1}`, `p50 ${ms(orders.p50)}`, 'p50 ≤ 40 ms');
      await store.stop();
    }
  }
}

async function start() {
  const cold = await startStore(4391);
  note('start, cold (build, seed the demo shop)', ms(cold.milliseconds));
  await cold.stop();
  const warm = [];
  for (let i = 0; i < 3; i += 1) {
    const store = await startStore(4391);
    warm.push(store.milliseconds);
    if (i === 2)
      note('memory, idle after a warm start', `${residentMemory(store.pid)?.toFixed(0) ?? '?'} MiB`, '≤ 200 MiB');
    await store.stop();
  }
  warm.sort((a, b) => a - b);
  note('start, warm, to the first page', ms(warm[1]), '≤ 1,500 ms');
}

async function pages(store) {
  await pagesBuilt(dir);
  const orderToken = await buy(store.base, await someVariants(store.base, 1, 'kitchen'));
  const browser = await launchBrowser();
  const paths = {
    home: '/',
    category: '/category/kitchen',
    search: '/search?q=mug',
    product: '/product/harbour-mug',
    cart: '/cart',
    checkout: '/checkout',
    order: `/order/${orderToken}`,
  };
  const storageState = await filledCart(browser, store.base);
  for (const [name, path] of Object.entries(paths)) {
    // A phone and a desktop do not fetch the same.
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1440, height: 900 },
    ]) {
      const { first, all } = await scriptsOf(browser, path, { baseURL: store.base, viewport, storageState });
      const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
      const what = `JavaScript of the ${name} page at ${viewport.width} px, gzip`;
      note(`${what}, to be shown`, kilobytes(first), '≤ 45 kB');
      note(`${what}, until it rests`, kilobytes(all));
    }
  }
  await browser.close();
}

async function latency(store) {
  const variants = await someVariants(store.base, 3);
  for (const concurrency of [1, 8]) {
    const list = await measure((i) => listPage(store.base, i), { count: 400, concurrency });
    note(
      `product list (24 with price), ${concurrency} at a time`,
      `p50 ${ms(list.p50)}, p95 ${ms(list.p95)}, ${Math.round(list.perSecond)}/s`,
      concurrency === 1 ? 'p50 ≤ 5 ms' : '',
    );
  }
  for (const concurrency of [1, 8]) {
    const orders = await measure(() => buy(store.base, variants), { count: 100, concurrency, warmup: 10 });
    note(
      `guest checkout of 3 lines, all requests, ${concurrency} at a time`,
      `p50 ${ms(orders.p50)}, p95 ${ms(orders.p95)}, ${orders.perSecond.toFixed(1)} orders/s`,
      concurrency === 1 ? 'p50 ≤ 40 ms' : '',
    );
  }
}

function apexSuite() {
  const times = ['cold', 'warm'].map((state) => {
    const from = performance.now();
    const args = ['orglet/bin/orglet.mjs', 'test', '--cache-dir', join(work, 'apex-cache')];
    spawnSync(process.execPath, [...endsWithThis(), ...args], { cwd: root });
    const taken = performance.now() - from;
    note(`Apex tests, ${state} compile cache`, ms(taken));
    return taken;
  });
  note('Apex tests, cold to warm', `${(times[0] / times[1]).toFixed(1)} ×`);
}

async function lighthouse(store) {
  const require = createRequire(import.meta.url);
  const { default: audit } = await import(require.resolve('lighthouse'));
  const port = 9377;
  const browser = await launchBrowser({ args: [`--remote-debugging-port=${port}`] });
  for (const [name, path] of Object.entries({
    home: '/',
    category: '/category/kitchen',
    product: '/product/harbour-mug',
  })) {
    // As for most visitors, somebody has been there before: the server knows what the page reads.
    const visit = await browser.newPage();
    await visit.goto(`${store.base}${path}`, { waitUntil: 'networkidle' });
    await visit.close();
    const { lhr } = await audit(`${store.base}${path}`, { port, output: 'json', logLevel: 'silent' });
    const score = (category) => Math.round(lhr.categories[category].score * 100);
    note(
      `Lighthouse mobile, ${name}`,
      `performance ${score('performance')}, accessibility ${score('accessibility')}, best practices ${score('best-practices')}, SEO ${score('seo')}, LCP ${(lhr.audits['largest-contentful-paint'].numericValue / 1000).toFixed(1)} s`,
      '≥ 98, LCP ≤ 1.5 s',
    );
  }
  await browser.close();
}

/** When the largest part of a product page is painted on a slow phone, today and at an earlier commit, in one run. */
async function paint(store) {
  const { comparePaints } = await import('./lib/paint.mjs');
  const { prepareFormer } = await import('./lib/former.mjs');
  const commit = process.env.BENCH_FORMER ?? 'f8beda4';
  const url = process.env.BENCH_FORMER_URL;
  const open = () =>
    serve({ folder: prepareFormer(commit, console.log).folder, dir: join(work, 'former'), port: 4392 });
  const former = url ? { base: url, stop: async () => {} } : await open();
  const browser = await launchBrowser();
  try {
    const path = '/product/harbour-mug';
    const paints = await comparePaints(browser, { former: former.base + path, now: store.base + path }, 5);
    for (const [name, { largest, first, what }] of Object.entries(paints))
      note(
        `product page on a slow phone, ${name === 'now' ? name : commit}`,
        `largest paint ${ms(largest)} (${what}), first ${ms(first)}`,
      );
    note('largest paint, now to then', `${(paints.now.largest / paints.former.largest).toFixed(2)} ×`, '≤ 0.7 ×');
  } finally {
    await browser.close();
    await former.stop();
  }
}

/** How a form of 300 questions answers to typing on a slow phone beside one of 20, and what a product page loads of forms without one. */
async function forms(store, client) {
  const { formScripts, interactionOf, publishForm } = await import('./lib/forms.mjs');
  const browser = await launchBrowser();
  try {
    const sizes = [20, 300];
    for (const size of sizes) await publishForm(client, size);
    const longest = { 20: [], 300: [] };
    // By turns, so that a busy machine is as slow for each.
    for (let round = 0; round < 3; round += 1)
      for (const size of sizes) longest[size].push(await interactionOf(browser, `${store.base}/form/bench-${size}`));
    const [small, large] = sizes.map((size) => longest[size].sort((one, other) => one - other)[1]);
    note('interaction to next paint on a slow phone, 20 questions', ms(small));
    note('interaction to next paint on a slow phone, 300 questions', ms(large), '≤ 200 ms');
    note('300 questions to 20', `${(large / small).toFixed(2)} ×`, '≤ 3 ×');
    const without = await formScripts(browser, store.base, '/product/harbour-mug');
    const beside = await formScripts(browser, store.base, '/product/keepsake-box');
    note('JavaScript of forms on a product page without one', `${(without / 1000).toFixed(1)} kB`, '0 kB');
    note('JavaScript of forms on a product page with one', `${(beside / 1000).toFixed(1)} kB`);
  } finally {
    await browser.close();
  }
}

/** Lists and searches of one store with 1,000 and with 50,000 products, in one run. */
async function catalogue(store, admin) {
  const { growTo, orgOf, VISITS } = await import('./lib/catalogue.mjs');
  const org = await orgOf(store.base, admin);
  const times = {};
  let have = 0;
  for (const size of [1000, LARGE]) {
    const from = performance.now();
    await growTo(org, have, size, () => {});
    have = size;
    note(`${size} products made and listed`, ms(performance.now() - from));
    for (const [name, visit] of Object.entries(VISITS)) {
      const taken = await measure((i) => visit(store.base, i < 0 ? 1000 - i : i), {
        count: 60,
        concurrency: 1,
        warmup: 40,
      });
      (times[name] ??= []).push(taken.p50);
    }
  }
  for (const [name, [small, large]] of Object.entries(times))
    note(
      `${name}: 1,000 and ${LARGE} products`,
      `p50 ${ms(small)}, ${ms(large)}: ${(large / small).toFixed(1)} ×`,
      '≤ 2 ×',
    );
}

/** What is measured of today's store alone: all, or what is named. */
async function benchToday() {
  const { directories, rest: wanted } = readDirectories(process.argv.slice(2));
  const runs = (name) => !wanted.length || wanted.includes(name);
  if (runs('newcomer')) await newcomer();
  if (runs('start')) await start();
  if (['pages', 'latency', 'routes', 'lighthouse', 'paint', 'forms'].some(runs)) {
    const store = await startStore(4391);
    const { adminOf, orgClient } = await import('../scripts/lib/org-client.mjs');
    const { importFile } = await import('../scripts/lib/import-file.mjs');
    const client = await orgClient(store.base, adminOf(join(dir, 'data')));
    if (runs('lighthouse')) await lighthouse(store);
    if (runs('paint')) await paint(store);
    if (runs('forms')) await forms(store, client);
    if (runs('pages')) await pages(store);
    if (runs('latency') || runs('routes')) {
      const file = join(work, 'bench.csv');
      writeCatalogue(file, PRODUCTS);
      const from = performance.now();
      const status = await importFile(client, { file, progress: () => {} });
      note(`import of ${PRODUCTS} products, ${status.total} rows`, ms(performance.now() - from));
      if (runs('latency')) await latency(store);
    }
    await store.stop();
    if (runs('routes')) await routes();
  }
  if (runs('catalogue')) {
    const store = await startStore(Number(process.env.BENCH_PORT ?? 4391));
    const { adminOf } = await import('../scripts/lib/org-client.mjs');
    await catalogue(store, adminOf(join(dir, 'data')));
    await store.stop();
  }
  if (runs('apex')) apexSuite();
  if (runs('expiry')) await benchExpiry(note);
  if (runs('calendar')) await benchCalendar(note);
  if (runs('reconcile')) await benchReconcile(note);
  if (runs('orglet')) await benchOrglet(note, directories);
}

try {
  const against = readAgainst(process.argv.slice(2));
  if (against) await benchAgainst(against, work, note);
  else await benchToday();
} finally {
  closeConnections();
  rmSync(work, { recursive: true, force: true });
}
const width = Math.max(...rows.map(([what]) => what.length));
console.log(
  `\n${rows.map(([what, value, aim]) => `${what.padEnd(width)}  ${value}${aim ? `   aim ${aim}` : ''}`).join('\n')}`,
);
