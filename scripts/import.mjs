// `npm run import -- FILE [--store CODE]`: imports a product file in Shopify's export format.
// `--preview` says what it would create, change and refuse; `--undo JOB` takes an import back.
// Goes to the running server when there is one, else opens the org for as long as it takes.
import { join, resolve } from 'node:path';
import { fail, install, requireNode, root, step } from './lib/setup.mjs';

const args = process.argv.slice(2);
/** Value of an option, taken out of the arguments. */
const optionOf = (option) => {
  const at = args.indexOf(option);
  return at < 0 ? undefined : (args.splice(at, 2)[1] ?? '');
};
const storeCode = optionOf('--store');
const undo = optionOf('--undo');
const previewAt = args.indexOf('--preview');
const onlyPreview = previewAt >= 0 && Boolean(args.splice(previewAt, 1));
const [name] = args;
if ((!name && !undo) || storeCode === '' || undo === '')
  fail(
    'Name the file to import: npm run import -- products.csv [--store CODE] [--preview], or --undo JOB to take one back',
  );

requireNode();
install({ dev: false });
const { planFile, runJob, tallyLines, undoJob, writeFailedRows } = await import('./lib/import-file.mjs');
const { adminOf, orgClient, OrgError } = await import('./lib/org-client.mjs');
const { runningServer } = await import('./lib/running.mjs');
const { openStore } = await import('./lib/store.mjs');

const file = name && resolve(process.env.INIT_CWD ?? process.cwd(), name);
const data = join(root, '.orglet', 'data');
const running = runningServer(data);
const store = running ? null : await openStore({ dir: join(root, '.orglet'), pages: false, progress: step });
try {
  const port = running?.port ?? (await store.listen(0));
  if (store) await store.seed();
  const client = await orgClient(`http://localhost:${port}`, adminOf(data));
  if (undo) {
    const kept = await undoJob(client, undo);
    step('The import was undone.');
    for (const { title, reason } of kept) step(`Kept: ${title ?? 'categories'}. ${reason}`);
  } else {
    await importOne(client);
  }
} catch (error) {
  if (!(error instanceof OrgError)) throw error;
  console.error(`\n  ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await store?.close();
}

async function importOne(client) {
  const { jobId, plan } = await planFile(client, { file, storeCode, progress: step });
  if (onlyPreview) {
    for (const line of tallyLines(plan)) step(line);
    for (const { line, handle, message } of plan.errors.slice(0, 20))
      step(`line ${line} (${handle ?? 'no handle'}): ${message}`);
    await client.apex('ImportController.discard', { jobId });
    return;
  }
  const status = await runJob(client, jobId, step);
  for (const line of tallyLines(status.tally)) step(line);
  for (const { line, handle, message } of status.errors.slice(0, 20))
    step(`line ${line} (${handle ?? 'no handle'}): ${message}`);
  if (status.canUndo) step(`To undo it: npm run import -- --undo ${status.jobId}`);
  if (status.failed) {
    const failedFile = file.replace(/(\.csv)?$/i, '-failed.csv');
    await writeFailedRows(client, status.jobId, failedFile);
    step(`The failed rows, each with its reason, are in ${failedFile}: mend them and import that file.`);
    process.exitCode = 1;
  }
}
