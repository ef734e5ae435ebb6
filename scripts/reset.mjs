// `npm run reset`: forgets all records, so that the next start seeds the demo store anew. `--all` forgets the caches too.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, step } from './lib/setup.mjs';

const target = join(root, '.orglet', process.argv.includes('--all') ? '' : 'data');
const found = existsSync(target);
rmSync(target, { recursive: true, force: true });
step(found ? 'All records are gone. npm start seeds the demo store anew.' : 'There was nothing to reset.');
