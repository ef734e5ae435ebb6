import { existsSync, rmSync } from 'node:fs';
import { PROJECT_OPTIONS } from '../args.js';
import type { Command } from '../main.js';
import { DATA_OPTION, dataFile } from '../project.js';

/** `orglet reset`: deletes the data file, so that the next command starts with a fresh org. */
export const reset: Command = {
  spec: {
    name: 'reset',
    summary: 'Deletes the records of the org. The next command starts with a fresh one.',
    options: { project: PROJECT_OPTIONS.project, data: DATA_OPTION },
  },
  async run(args) {
    const file = dataFile(args);
    const existed = existsSync(file);
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
    process.stdout.write(existed ? `Deleted ${file}\n` : `There was nothing to delete at ${file}\n`);
    return 0;
  },
};
