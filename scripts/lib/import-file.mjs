// Imports a product file through the package's own import service, in the parts it takes.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { OrgError } from './org-client.mjs';

const MAX_BYTES = 20 * 1024 * 1024;
/** Characters of one part; the service takes up to 250,000. */
const PART_LENGTH = 240_000;

/** The text of a product file. @throws OrgError with a sentence when it cannot be read */
function readText(file) {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new OrgError({ message: error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${error.code}).` });
  }
  if (bytes.length === 0) throw new OrgError({ message: `${file} is empty. It needs a header and rows.` });
  if (bytes.length > MAX_BYTES) throw new OrgError({ message: `${file} is larger than 20 MB. Split it into smaller files; each needs the header.` });
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new OrgError({ message: `${file} is not in UTF-8. Save it as “CSV UTF-8” and try again.`, cause: error });
  }
}

/** Parts cut between characters, never inside a surrogate pair. */
function split(text) {
  const parts = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + PART_LENGTH, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

/**
 * @param {Awaited<ReturnType<import('./org-client.mjs').orgClient>>} client
 * @param {{file: string, storeCode?: string, progress: (text: string) => void}} options storeCode: the default store when left out
 * @returns the final status of the import job
 */
export async function importFile(client, { file, storeCode, progress }) {
  const text = readText(file);
  const stores = await client.apex('StoreAdminController.getStores');
  const store = storeCode ? stores.find(({ code, name }) => [code, name.toLowerCase()].includes(storeCode.toLowerCase())) : stores[0];
  if (!store) {
    const known = stores.map(({ code }) => code).join(', ');
    throw new OrgError({ message: storeCode ? `There is no store “${storeCode}”. There are: ${known || 'none'}.` : 'There is no store yet. Run npm start once.' });
  }
  const jobId = await client.apex('ImportController.startJob', { fileName: basename(file), storeId: store.id });
  const parts = split(text);
  for (const [index, part] of parts.entries()) {
    await client.apex('ImportController.addRows', { jobId, index, text: part, isLast: index === parts.length - 1 });
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
