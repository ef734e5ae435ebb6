// Browser journeys against the built pages: every e2e/*.test.ts, or those whose names contain one of the arguments.
// Opens a fresh demo store on a free port, and one in an org with everything for e2e/*.everything.test.ts; STORE_URL names one that is open already, for the inner loop, and STORE_DATA
// the folder of its records unless that is .orglet/data, STORE_MAILBOX the mailbox's path with the key that its start printed.
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endsWithThis } from '../orglet/bin/process.mjs';
import { adminOf, orgClient } from '../scripts/lib/org-client.mjs';
import { build } from 'esbuild';
import { fail, install, requireNode, root, step } from '../scripts/lib/setup.mjs';

requireNode();
install();
const here = join(root, 'e2e');
const work = join(root, '.orglet', 'e2e');
const data = join(work, 'data');
const wanted = process.argv.slice(2);
const tests = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => !wanted.length || wanted.some((part) => name.includes(part)));
if (!tests.length) fail(`No journey’s name contains ${wanted.join(' or ')}.`);

/** The journeys in plain JavaScript. @returns their files */
async function bundle() {
  const outdir = join(work, 'tests');
  await build({
    entryPoints: tests.map((name) => join(here, name)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
  return tests.map((name) => join(outdir, name.replace(/\.ts$/, '.mjs')));
}

/** Many journeys buy the same mug: there is enough of it for all of them. */
async function restock(url, folder = data) {
  const org = await orgClient(url, adminOf(folder));
  const [level] = await org.query(
    "SELECT Id FROM storehouse__Stock_Level__c WHERE storehouse__Product__r.StockKeepingUnit = 'HARBOUR-MUG-CLAY'",
  );
  await org.apex('StockAdminController.adjust', { levelId: level.Id, quantity: 500, reason: 'For the journeys' });
}

/** Unpacks the browser once, before two files at a time would write over one that is running. */
const unpackBrowser = async () => (await import('./support/browser.mjs')).findChromium();

/** A demo store that nobody has bought from. @param {string} [kind] kind of org */
async function openDemoStore(kind) {
  const { openStore } = await import('../scripts/lib/store.mjs');
  rmSync(data, { recursive: true, force: true });
  const store = await openStore({ dir: join(root, '.orglet'), data, kind, simulators: true, progress: step });
  const port = await store.listen(0);
  await store.seed({ orders: false });
  await Promise.all([store.web.ready('storefront'), store.web.ready('admin')]);
  const url = `http://localhost:${port}`;
  await restock(url);
  return { store, url, mailbox: store.server.mailbox, simulators: store.simulators };
}

/** Runs journeys against a store of their own. @returns exit status */
async function runJourneys(files, kind) {
  const given = process.env.STORE_URL;
  if (given) await restock(given, process.env.STORE_DATA ?? join(root, '.orglet', 'data'));
  const opened = given ? { url: given } : await openDemoStore(kind);
  const { store, url, mailbox = process.env.STORE_MAILBOX, simulators = process.env.STORE_SIMULATORS } = opened;
  const child = spawn(
    process.execPath,
    [...endsWithThis(), '--enable-source-maps', '--test', '--test-concurrency=2', '--test-reporter=spec', ...files],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...(store && { STORE_DATA: data }),
        STORE_URL: url,
        STORE_MAILBOX: mailbox,
        STORE_SIMULATORS: simulators,
      },
    },
  );
  const status = await new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1));
  });
  await store?.close();
  return status;
}

const [files] = await Promise.all([bundle(), unpackBrowser()]);
const isEverything = (file) => file.endsWith('.everything.test.mjs');
const groups = [[files.filter((file) => !isEverything(file))], [files.filter(isEverything), 'everything']].filter(
  ([group]) => group.length,
);
let status = 0;
for (const [group, kind] of groups) status ||= await runJourneys(group, kind);
process.exit(status);
