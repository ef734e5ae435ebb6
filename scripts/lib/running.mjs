// Which process serves the records of a folder: `npm start` leaves word beside them.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, processIdentity } from '../../orglet/bin/process.mjs';
import { writeWhole } from '../../orglet/bin/whole-file.mjs';

/** @param {string} data */
const fileOf = (data) => join(data, 'server.json');

/**
 * @param {string} data folder of the records
 * @returns {{port: number, pid: number} | null} null when none runs, or the one that did was killed, whoever has its number now
 */
export function runningServer(data) {
  let note;
  try {
    note = JSON.parse(readFileSync(fileOf(data), 'utf8'));
  } catch {
    // None was left, or none that a running server leaves.
    return null;
  }
  if (!Number.isInteger(note?.port) || note.pid === process.pid || !isRunning(note)) return null;
  return { port: note.port, pid: note.pid };
}

/**
 * @param {string} data
 * @param {number} port
 */
export function noteServer(data, port) {
  writeWhole(fileOf(data), JSON.stringify({ port, pid: process.pid, identity: processIdentity() }), 0o600);
}

/** @param {string} data */
export function forgetServer(data) {
  rmSync(fileOf(data), { force: true });
}
