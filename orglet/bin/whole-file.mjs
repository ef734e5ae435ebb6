// Files that nobody reads half: what every script and Orglet itself write, with Node's own modules only.
import { renameSync, writeFileSync } from 'node:fs';
import { threadId } from 'node:worker_threads';

/**
 * Writes a file beside and renames it, so that a program that is killed meanwhile leaves the old one or none.
 * @param {string} file
 * @param {string | Uint8Array} content
 * @param {number} [mode] who may read and write it, less the umask
 */
export function writeWhole(file, content, mode = 0o666) {
  const draft = `${file}.${process.pid}-${threadId}.tmp`;
  writeFileSync(draft, content, { mode });
  renameSync(draft, file);
}
