import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { orgClient } from '../scripts/lib/org-client.mjs';
import { openTab } from './support/admin.js';
import { launchBrowser } from './support/browser.mjs';
import { assertAccessibleAtBothWidths, asVisitor, DESKTOP, hasText, PHONE, signIn } from './support/journey.js';
import { ADMIN, base } from './support/store.js';

/** The command line's own way of sending files, loaded where it lies: it reads the page's sources beside it. */
const script = pathToFileURL(join('scripts', 'lib', 'import-file.mjs')).href;
const { planFile, runJob, undoJob }: typeof import('../scripts/lib/import-file.mjs') = await import(script);

/** What a file comes to; numbers that are not named are 0. */
interface Counts {
  rows: number;
  refused?: number;
  products: number;
  /** New variants, prices and stocks. */
  variants: number;
  stocks?: number;
  pictures?: number;
  categories: number;
  /** Pieces that are counted, but not in the file. */
  unknown?: number;
  warnings?: number;
  /** A product that opens: its address, title, variants, price of the first, pieces of the first. */
  shows: [slug: string, title: string, variants: number, price: number, available: number | null];
}

/** Files as programs of many countries write them. */
const FILES: Record<string, Counts> = {
  'english-old.csv': {
    rows: 4,
    products: 2,
    variants: 3,
    stocks: 2,
    pictures: 2,
    categories: 2,
    shows: ['fell-jacket', 'Fell jacket', 2, 149, 4],
  },
  'english-new.csv': {
    rows: 4,
    products: 3,
    variants: 4,
    stocks: 3,
    pictures: 1,
    categories: 6,
    warnings: 1,
    shows: ['brass-lamp', 'Brass lamp', 2, 79, 12],
  },
  'german-semicolon.csv': {
    rows: 3,
    products: 2,
    variants: 3,
    stocks: 2,
    categories: 2,
    shows: ['kaffeemuhle', 'Kaffeemühle „Groß“', 2, 1249.9, 7],
  },
  'french-tabs.tsv': {
    rows: 3,
    products: 2,
    variants: 3,
    stocks: 3,
    categories: 1,
    warnings: 1,
    shows: ['creme-brulee-set', 'Set à crème brûlée', 2, 39, 9],
  },
  'japanese.csv': {
    rows: 3,
    products: 2,
    variants: 3,
    stocks: 3,
    categories: 2,
    shows: ['急須', '急須', 2, 64, 3],
  },
  'arabic.csv': {
    rows: 3,
    products: 2,
    variants: 3,
    stocks: 2,
    categories: 2,
    unknown: 2,
    warnings: 1,
    shows: ['قهوة-عربية', 'قهوة عربية', 2, 22, null],
  },
  'greek-old-mac.csv': {
    rows: 2,
    products: 2,
    variants: 2,
    stocks: 2,
    categories: 2,
    shows: ['ελαιόλαδο', 'Ελαιόλαδο', 1, 11.5, 20],
  },
  'spanish-sep.csv': {
    rows: 3,
    products: 2,
    variants: 3,
    stocks: 2,
    categories: 2,
    shows: ['jabon', 'Jabón', 1, 6.75, null],
  },
  'russian-utf16.csv': {
    rows: 3,
    products: 2,
    variants: 3,
    stocks: 3,
    categories: 2,
    warnings: 1,
    shows: ['чай-чёрный', 'Чай чёрный', 2, 8, 3],
  },
  'polish-by-hand.csv': {
    rows: 5,
    refused: 3,
    products: 2,
    variants: 2,
    categories: 2,
    shows: ['zolty-kubek', 'Żółty kubek', 1, 45, null],
  },
};

const FIXTURES = join('e2e', 'fixtures', 'import');
const STORE = 'dialects';

let client: Awaited<ReturnType<typeof orgClient>>;
let browser: Browser;

const silent = (): void => undefined;

before(async () => {
  client = await orgClient(base, ADMIN);
  for (const code of [STORE, 'brand-a', 'brand-b', 'journey'])
    await client.apex('StoreAdminController.setUpStore', {
      settings: { code, name: code, currencyCode: 'USD', testMode: true },
    });
  browser = await launchBrowser();
});
after(() => browser?.close());

const product = (storeCode: string, slug: string) =>
  client.apex('StorefrontController.getProduct', { storeCode, slug });

/** Pieces of the first variant; null when they are not counted. */
async function pieces({ id, variants }: { id: string; variants: { id: string }[] }): Promise<number | null> {
  const levels: { variantId: string; tracked: boolean; onHand: number }[] = await client.apex(
    'StockAdminController.getLevels',
    { productId: id },
  );
  const level = levels.find(({ variantId, tracked }) => tracked && variantId === variants[0].id);
  return level?.onHand ?? null;
}

describe('Product files of many countries', () => {
  for (const [name, expected] of Object.entries(FILES)) {
    it(`${name} comes to what its rows say, in the preview and in the run`, async () => {
      const file = join(FIXTURES, name);
      const { jobId, plan } = await planFile(client, { file, storeCode: STORE, progress: silent });
      const counts = (tally: typeof plan) => ({
        rows: tally.rows,
        refused: tally.rowsRefused,
        products: tally.productsCreated,
        variants: [tally.variantsCreated, tally.pricesSet],
        stocks: tally.stocksSet,
        pictures: tally.pictures,
        categories: tally.categoriesCreated,
        unknown: tally.unknownQuantities,
        warnings: tally.warnings.length,
        changed: tally.productsUpdated + tally.pricesChanged + tally.stocksChanged + tally.variantsUpdated,
      });
      const { shows, variants, ...rest } = expected;
      const wanted = {
        refused: 0,
        stocks: 0,
        pictures: 0,
        unknown: 0,
        warnings: 0,
        changed: 0,
        ...rest,
        variants: [variants, variants],
      };
      assert.deepEqual(counts(plan), wanted, 'preview');
      assert.equal(await product(STORE, shows[0]), null, 'the preview wrote nothing');
      const status = await runJob(client, jobId, silent);
      assert.deepEqual(counts(status.tally), wanted, 'run');
      assert.equal(status.failed, expected.refused ?? 0);

      const [slug, title, variantCount, price, available] = shows;
      const found = await product(STORE, slug);
      assert.deepEqual(
        [found.title, found.variants.length, found.variants[0].price, await pieces(found)],
        [title, variantCount, price, available],
      );
      assert.equal(found.variants[0].inStock, true);

      const again = await planFile(client, { file, storeCode: STORE, progress: silent });
      assert.equal(again.plan.productsCreated + again.plan.productsUpdated, 0, 'once more changes nothing');
      await client.apex('ImportController.discard', { jobId: again.jobId });
    });
  }

  it('all are taken back, and nothing is left', async () => {
    const stores = await client.apex('StoreAdminController.getStores');
    const { id: storeId } = stores.find(({ code }: { code: string }) => code === STORE);
    for (;;) {
      const jobs = await client.apex('ImportController.recentJobs', { storeId });
      const open = jobs.find(({ canUndo }: { canUndo: boolean }) => canUndo);
      if (!open) break;
      assert.deepEqual(await undoJob(client, open.jobId), []);
      if (open.fileName === 'english-old.csv') break;
    }
    for (const { shows } of Object.values(FILES).slice(-5)) assert.equal(await product(STORE, shows[0]), null);
  });
});

describe('What files must not do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const load = async (name: string, text: string, storeCode: string) => {
    const { jobId } = await planFile(client, { file: written(name, text), storeCode, progress: silent });
    return runJob(client, jobId, silent);
  };

  it('two brands stay two, each with its SKU 001', async () => {
    const head = 'Handle,Title,Vendor,Type,Variant SKU,Variant Price\n';
    await load('a.csv', `${head}classic-tee,Classic tee (surf shop),Surf,Tees,001,20\n`, 'brand-a');
    const second = await load(
      'b.csv',
      `${head}classic-tee,Classic tee (bakery),Bakery,Tees,B-77,25\nbread-knife,Bread knife,Bakery,Knives,001,35\n`,
      'brand-b',
    );
    assert.equal(second.tally.productsCreated, 2);
    assert.equal(second.failed, 0);
    assert.equal((await product('brand-a', 'classic-tee')).title, 'Classic tee (surf shop)');
    assert.equal((await product('brand-b', 'classic-tee')).title, 'Classic tee (bakery)');
    assert.equal(await product('brand-a', 'bread-knife'), null);
  });

  it('a product of 2,048 variants goes in, one of 2,049 fails alone with its reason', async () => {
    const rows = (handle: string, count: number): string =>
      Array.from(
        { length: count },
        (_, index) =>
          `${handle},${index ? '' : handle},${index ? '' : 'Size'},${index},${handle}-${index},shopify,5,10`,
      ).join('\n');
    const head =
      'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price\n';
    const text = `${head}${rows('large', 2048)}\n${rows('larger', 2049)}\nlast,Last,Title,Default Title,L-1,shopify,5,10\n`;
    const { jobId, plan } = await planFile(client, {
      file: written('l.csv', text),
      storeCode: 'brand-a',
      progress: silent,
    });
    assert.deepEqual([plan.productsCreated, plan.productsRefused, plan.variantsCreated], [2, 1, 2049]);
    assert.match(plan.errors[0].message, /2049 variants; 2048/);
    const status = await runJob(client, jobId, silent);
    assert.equal(status.status, 'Completed');
    assert.deepEqual(
      [status.tally.productsCreated, status.tally.productsRefused, status.tally.variantsCreated],
      [2, 1, 2049],
    );
    assert.equal((await product('brand-a', 'last')).variants.length, 1);
    assert.deepEqual(await undoJob(client, jobId), []);
    assert.equal(await product('brand-a', 'large'), null);
  });
});

const OLD = 'Handle,Title,Type,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price\n';

/** The number of a fact, such as Products to create. */
async function fact(page: Page, label: string, value: string): Promise<void> {
  const term = page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) });
  await hasText(term.locator('xpath=following-sibling::dd'), value);
}

async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel('Product file (CSV)').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('region', { name: 'Preview' }).waitFor();
}

describe('Import, preview, undo', () => {
  for (const [device, viewport] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    it(`says what it would do, does it, and takes it back (${device})`, () =>
      asVisitor(
        browser,
        async (page) => {
          const slug = `cup-${device}`;
          const text = `${OLD}${slug},Cup ${device},Cups,C-${device},shopify,40,12\nbroken,Broken,Cups,B-1,shopify,1,cheap\n`;
          await signIn(page, '/lightning/n/Import');
          if (device === 'desktop') await openTab(page, 'Import');
          await page.getByRole('combobox', { name: 'Store' }).click();
          await page.getByRole('option', { name: 'journey' }).click();
          await chooseFile(page, 'cups.csv', text);
          await fact(page, 'Products to create', '1');
          await fact(page, 'Rows to refuse', '1');
          const start = page.getByRole('button', { name: 'Import', exact: true });
          const box = await start.boundingBox();
          assert.ok(box && box.y < viewport.height, 'the button is in the first screen');
          await assertAccessibleAtBothWidths(page, `import-preview-${device}`);
          await start.click();
          await page.getByRole('region', { name: 'Import finished' }).waitFor();
          assert.equal(await pieces(await product('journey', slug)), 40);

          await page.getByRole('button', { name: 'Import another file' }).click();
          await chooseFile(
            page,
            'prices.csv',
            `Handle,Title,Variant SKU,Variant Price\n${slug},Cup ${device},C-${device},13\n`,
          );
          await fact(page, 'Products to change', '1');
          await page.getByText('Prices: 0 new, 1 changed').waitFor();
          await start.click();
          await page.getByRole('region', { name: 'Import finished' }).waitFor();
          const changed = await product('journey', slug);
          assert.equal(changed.variants[0].price, 13);
          assert.equal(await pieces(changed), 40, 'the stock is not taken away');

          await page.getByRole('button', { name: 'Undo this import' }).click();
          await assertAccessibleAtBothWidths(page, `import-undo-${device}`);
          await page.getByRole('button', { name: 'Undo', exact: true }).click();
          await page.getByText('The import was undone.').waitFor();
          assert.equal((await product('journey', slug)).variants[0].price, 12);

          await page.getByRole('button', { name: 'Undo the import of cups.csv' }).first().click();
          await page.getByRole('button', { name: 'Undo', exact: true }).click();
          await page.getByText('The import was undone.').waitFor();
          assert.equal(await product('journey', slug), null);
          await assertAccessibleAtBothWidths(page, `import-undone-${device}`);
        },
        viewport,
      ));
  }
});
