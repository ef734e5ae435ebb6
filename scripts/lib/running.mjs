// Which process serves the records of a folder: `npm start` leaves word beside them.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileOf = (data) => join(data, 'server.json');

/**
 * @param {string} data folder of the records
 * @returns {{port: number, pid: number} | null} null when none runs, or the one that did was killed
 */
export function runningServer(data) {
  if (!existsSync(fileOf(data))) return null;
  const { port, pid } = JSON.parse(readFileSync(fileOf(data), 'utf8'));
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return null;
    if (error.code !== 'EPERM') throw error;
  }
  return pid === process.pid ? null : { port, pid };
}

export function noteServer(data, port) {
  writeFileSync(fileOf(data), JSON.stringify({ port, pid: process.pid }));
}

export function forgetServer(data) {
  rmSync(fileOf(data), { force: true });
}
