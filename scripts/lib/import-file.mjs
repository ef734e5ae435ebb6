// Imports a product file through the package's own import service, in the parts it takes.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import blankTypes from 'ts-blank-space';
import { OrgError } from './org-client.mjs';
import { root } from './setup.mjs';

/** The import page's own reading of files, so that both take the same ones. */
const source = readFileSync(join(root, 'force-app/migration/lwc/importConsole/importFile.ts'), 'utf8');
const { decode, parts, UnreadableFile } = await import(
  `data:text/javascript,${encodeURIComponent(blankTypes(source))}`
);

const PROBLEMS = {
  empty: 'is empty. It needs a header and rows.',
  large: 'is larger than 20 MB. Split it into smaller files; each needs the header.',
  encoding: 'is not in UTF-8. Save it as “CSV UTF-8” and try again.',
};

/** The text of a product file. @throws OrgError with a sentence when it cannot be read */
function readText(file) {
  try {
    return decode(readFileSync(file));
  } catch (error) {
    if (error instanceof UnreadableFile) throw new OrgError({ message: `${file} ${PROBLEMS[error.problem]}` });
    throw new OrgError({
      message: error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${error.message}`,
    });
  }
}

/** Says the same thing once: the last step of a job may have nothing left to do. */
function once(progress) {
  let last = '';
  return (text) => {
    if (text !== last) progress(text);
    last = text;
  };
}

/**
 * Sends a file and plans it; nothing of the shop is written.
 * @param {{apex(method: string, parameters?: object): Promise<any>}} client
 * @param {{file: string, storeCode?: string, choices?: {sellUnknown?: boolean, tagsAsCategories?: boolean, bringPictures?: boolean}, progress: (text: string) => void}} options storeCode: the
 * default store when left out; choices: sellUnknown, tagsAsCategories, bringPictures
 * @returns the Id of the job and its plan, in numbers
 */
export async function planFile(client, { file, storeCode, choices = {}, progress }) {
  const text = readText(file);
  const stores = await client.apex('StoreAdminController.getStores');
  const store = storeCode
    ? stores.find(({ code, name }) => [code, name.toLowerCase()].includes(storeCode.toLowerCase()))
    : stores[0];
  if (!store) {
    const known = stores.map(({ code }) => code).join(', ');
    throw new OrgError({
      message: storeCode
        ? `There is no store “${storeCode}”. There are: ${known || 'none'}.`
        : 'There is no store yet. Run npm start once.',
    });
  }
  const jobId = await client.apex('ImportController.startJob', { fileName: basename(file), storeId: store.id });
  const pieces = [...parts(text)];
  for (const [index, piece] of pieces.entries()) {
    await client.apex('ImportController.addRows', { jobId, index, text: piece, isLast: index === pieces.length - 1 });
  }
  const { sellUnknown = true, tagsAsCategories = false, bringPictures = true } = choices;
  await client.apex('ImportController.choose', { jobId, sellUnknown, tagsAsCategories, bringPictures });
  const say = once(progress);
  let plan;
  do {
    plan = await client.apex('ImportController.planChunk', { jobId });
    say(`Reading ${basename(file)} for ${store.name}: ${plan.percent} %`);
  } while (!plan.isDone);
  return { jobId, plan: plan.tally };
}

/** Imports a file that has been planned. @returns the final status of the job */
export async function runJob(client, jobId, progress) {
  const say = once(progress);
  let status;
  do {
    status = await client.apex('ImportController.runChunk', { jobId });
    say(`Importing ${status.fileName}: ${status.percent} %`);
  } while (status.status === 'Ready' || status.status === 'Running');
  return status;
}

/** Takes back what an import wrote. @returns what was kept, since something else changed it */
export async function undoJob(client, jobId) {
  let answer;
  do answer = await client.apex('ImportController.undoChunk', { jobId });
  while (!answer.isDone);
  return answer.kept;
}

/** Imports a file; see planFile. @returns the final status of the import job */
export async function importFile(client, options) {
  const { jobId } = await planFile(client, options);
  return runJob(client, jobId, options.progress);
}

/** What a plan or a result says, as lines of text. */
export function tallyLines(tally) {
  const both = (name, fresh, changed) => (fresh + changed ? `${name} ${fresh} new, ${changed} changed` : '');
  return [
    `Products: ${tally.productsCreated} created, ${tally.productsUpdated} changed, ${tally.productsUnchanged} as before, ${tally.productsRefused} refused.`,
    [
      both('variants', tally.variantsCreated, tally.variantsUpdated),
      both('prices', tally.pricesSet, tally.pricesChanged),
      both('stocks', tally.stocksSet, tally.stocksChanged),
      tally.pictures ? `pictures ${tally.pictures}` : '',
      tally.categoriesCreated ? `new categories ${tally.categoriesCreated}` : '',
    ]
      .filter(Boolean)
      .join('; '),
    `Rows: ${tally.rows}, of which ${tally.rowsRefused} refused.`,
    ...tally.warnings.map(
      ({ message, products, example }) =>
        `Note: ${message} (${products === 1 ? example : `${products} products, such as ${example}`})`,
    ),
  ].filter(Boolean);
}

/** Writes the failed rows of a job, each with its reason, to a file that can be mended and imported. */
export async function writeFailedRows(client, jobId, file) {
  let csv = '';
  let part = { lastLine: 0, hasMore: true };
  while (part.hasMore) {
    part = await client.apex('ImportController.failedRowsCsv', { jobId, afterLine: part.lastLine });
    csv += part.text;
  }
  writeFileSync(file, csv);
}
