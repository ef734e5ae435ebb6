import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { watch } from './watch.js';

test('runs again after a change of a source, not of other files, and stops with the last result', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'orglet-watch-'));
  try {
    let runs = 0;
    const status = await watch([directory], async () => {
      runs++;
      writeFileSync(join(directory, 'notes.swp'), String(runs));
      // The change may come while a run is still under way; it is not lost.
      if (runs < 3) writeFileSync(join(directory, 'A.cls'), `public class A { Integer run = ${runs}; }`);
      else setImmediate(() => process.emit('SIGTERM'));
      return runs;
    });
    assert.deepEqual([runs, status], [3, 3]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
