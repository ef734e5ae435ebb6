// `npm run import -- FILE [--store CODE]`: imports a product file in Shopify's export format.
// Goes to the running server when there is one, else opens the org for as long as it takes.
import { join, resolve } from 'node:path';
import { fail, install, requireNode, root, step } from './lib/setup.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--store');
const storeCode = at < 0 ? undefined : args.splice(at, 2)[1];
const [name] = args;
if (!name || (at >= 0 && !storeCode)) fail('Name the file to import: npm run import -- products.csv [--store CODE]');

requireNode();
install({ dev: false });
const { importFile, writeFailedRows } = await import('./lib/import-file.mjs');
const { adminOf, orgClient, OrgError } = await import('./lib/org-client.mjs');
const { runningServer } = await import('./lib/running.mjs');
const { openStore } = await import('./lib/store.mjs');

const file = resolve(process.env.INIT_CWD ?? process.cwd(), name);
const data = join(root, '.orglet', 'data');
const running = runningServer(data);
const store = running ? null : await openStore({ dir: join(root, '.orglet'), pages: false, progress: step });
try {
  const port = running?.port ?? (await store.listen(0));
  if (store) await store.seed();
  const client = await orgClient(`http://localhost:${port}`, adminOf(data));
  const status = await importFile(client, { file, storeCode, progress: step });
  step(
    `${status.productsCreated} products created, ${status.productsUpdated} updated; rows: ${status.succeeded} imported, ${status.skipped} unchanged, ${status.failed} failed.`,
  );
  for (const { line, handle, message } of status.errors.slice(0, 20))
    step(`line ${line} (${handle ?? 'no handle'}): ${message}`);
  if (status.failed) {
    const failedFile = file.replace(/(\.csv)?$/i, '-failed.csv');
    await writeFailedRows(client, status.jobId, failedFile);
    step(`The failed rows, each with its reason, are in ${failedFile}: mend them and import that file.`);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof OrgError)) throw error;
  console.error(`\n  ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await store?.close();
}
