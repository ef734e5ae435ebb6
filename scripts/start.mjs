// `npm start`: opens a working store on this machine. Sets itself up on a fresh clone, seeds the demo store the first time.
// Options: --port N (4200), --dir DIR (.orglet: records, caches), --dev (hot reload of components), --no-seed,
// --demo-password (the fixed one of demos instead of a password of this store's own).
import { createServer as createNetServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fail, install, requireNode, root, timedStep as step } from './lib/setup.mjs';

const args = process.argv.slice(2);
const option = (name, standard) => {
  const at = args.indexOf(name);
  return at < 0 ? standard : (args[at + 1] ?? fail(`${name} needs a value.`));
};
const port = Number(option('--port', process.env.PORT ?? '4200'));
if (!Number.isInteger(port) || port < 0 || port > 65535) fail('--port takes a number from 0 to 65535.');
const dir = resolve(root, option('--dir', '.orglet'));
const dev = args.includes('--dev');

/** Asks for the port before anything is built, so that a busy one is known at once. */
function requireFreePort() {
  return new Promise((/** @type {(value?: unknown) => void} */ free) => {
    const probe = createNetServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE')
        fail(`Port ${port} is in use. Stop the other program or choose another: npm start -- --port ${port + 1}`);
      fail(`Port ${port} cannot be opened (${error.code}). Choose another: npm start -- --port 4300`);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(free));
  });
}

requireNode();
await requireFreePort();
install({ dev: false, progress: step });
const { openStore } = await import('./lib/store.mjs');
const store = await openStore({ dir, dev, demoPassword: args.includes('--demo-password'), progress: step });
const actual = await store.listen(port).catch((error) => fail(error.message));
if (!args.includes('--no-seed')) await store.seed();
if (!dev) await store.web.ready('storefront');
const base = `http://localhost:${actual}`;
step('Ready');
console.log(`
  Storefront   ${base}/
  Admin        ${base}/lightning
  Sign in      ${store.admin.username}  /  ${store.admin.password ?? 'the password that you have set'}

  Records live in ${join(dir, 'data')}; Ctrl-C stops, npm run reset starts over.
`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (stopping) process.exit(130);
    stopping = true;
    store.close().then(() => process.exit(0));
  });
}
