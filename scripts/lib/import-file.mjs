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

/**
 * @param {{apex(method: string, parameters?: object): Promise<any>}} client
 * @param {{file: string, storeCode?: string, progress: (text: string) => void}} options storeCode: the default store when left out
 * @returns the final status of the import job
 */
export async function importFile(client, { file, storeCode, progress }) {
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
  let status;
  do {
    status = await client.apex('ImportController.runChunk', { jobId });
    progress(`Importing ${basename(file)} into ${store.name}: ${status.percent} %`);
  } while (status.status === 'Ready' || status.status === 'Running');
  return status;
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
