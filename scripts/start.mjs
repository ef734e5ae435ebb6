// `npm start`: opens a working store on this machine. Sets itself up on a fresh clone, seeds the demo store the first time.
import { createServer as createNetServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, install, requireNode, root, timedStep as step } from './lib/setup.mjs';

const HELP = `npm start -- [options]

  --port N          address of the store, http://localhost:N (4200, or the environment's PORT; 0: any free one)
  --dir DIR         folder of records and caches (.orglet)
  --org KIND        a kind of org of docs/orgs.md, or a scratch org definition; its records lie in a folder of their own
  --demo-password   people of the demo sign in with the fixed password of demos instead of this store's own
  --no-seed         an org without the demo store
  --dev             components follow their files without a reload
  --help            this text`;

/**
 * What was asked for; says what there is where it cannot be understood.
 * @returns {{port?: string, dir?: string, org?: string, 'demo-password': boolean, 'no-seed': boolean, dev: boolean, help: boolean}}
 */
function readOptions() {
  try {
    const flag = /** @type {const} */ ({ type: 'boolean', default: false });
    const text = /** @type {const} */ ({ type: 'string' });
    const options = { port: text, dir: text, org: text, 'demo-password': flag, 'no-seed': flag, dev: flag, help: flag };
    return /** @type {any} */ (parseArgs({ options }).values);
  } catch (error) {
    return fail(`${error.message}\n\n${HELP}`);
  }
}

const options = readOptions();
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
const port = Number(options.port ?? process.env.PORT ?? '4200');
if (!Number.isInteger(port) || port < 0 || port > 65535) fail('--port takes a number from 0 to 65535.');
const kind = options.org;
const ownFolder = kind ? join('.orglet', 'orgs', kind.replace(/\W+/g, '-')) : '.orglet';
const dir = resolve(root, options.dir ?? ownFolder);
const { dev } = options;

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
const store = await openStore({
  dir,
  dev,
  kind,
  demoPassword: options['demo-password'],
  simulators: true,
  progress: step,
});
const actual = await store.listen(port).catch((error) => fail(error.message));
if (!options['no-seed']) await store.seed();
if (!dev) await store.web.ready('storefront');
const base = `http://localhost:${actual}`;
step('Ready');
const members = store.members();
const lines = (what, names) => names.map((name) => `\n  ${what}${name}  /  ${members.password}`).join('');
const people = lines('Staff        ', members.staff) + lines('Customer     ', members.usernames);
console.log(`
  Storefront   ${base}/
  Admin        ${base}/lightning
  Mailbox      ${base}${store.server.mailbox}
  Card service ${store.simulators}/ (played on this machine)
  Sign in      ${store.admin.username}  /  ${store.admin.password ?? 'the password that you have set'}${people}

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
