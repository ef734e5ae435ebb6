// `npm run reset`: forgets all records, so that the next start seeds the demo store anew. `--all` forgets the caches too.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runningServer } from './lib/running.mjs';
import { fail, root, step } from './lib/setup.mjs';

const target = join(root, '.orglet', process.argv.includes('--all') ? '' : 'data');
const running = runningServer(join(root, '.orglet', 'data'));
if (running) fail(`The store runs at http://localhost:${running.port}/. Stop it first (Ctrl-C), then reset.`);
const found = existsSync(target);
rmSync(target, { recursive: true, force: true });
step(found ? 'All records are gone. npm start seeds the demo store anew.' : 'There was nothing to reset.');
