// Opens the store on Orglet: the org of this project, its server and its pages, and the demo store the first time.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBuilt } from '../../orglet/bin/build.mjs';
import { writeWhole } from '../../orglet/bin/whole-file.mjs';
import { demo, demoSignIn } from './demo.mjs';
import { membersOf, memberPassword } from './demo-members.mjs';
import { passwordFile } from './org-client.mjs';
import { forgetServer, noteServer, runningServer } from './running.mjs';
import { fail, root } from './setup.mjs';
import { startSimulators } from '../simulators/index.mjs';
import { orgletOptions } from './shapes.mjs';

/** tsconfig.json extends a file that `npm run build` generates. Bundlers read it too, so a fresh clone gets an empty one. */
function ensureTypePaths() {
  const file = join(root, 'types', 'generated', 'tsconfig.paths.json');
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, '{}\n');
}

/** A picture that is opened as a document runs no scripts. */
const PICTURE_HEADERS = {
  'cache-control': 'public, max-age=3600',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

/** The demo shop's pictures, whose addresses its catalogue names. */
const demoPictures = {
  method: 'GET',
  path: '/demo/*',
  handler: (context) => {
    const name = context.url.pathname.slice('/demo/'.length);
    const file = join(demo, name);
    if (/^(?:images\/)?[a-z0-9-]+\.svg$/.test(name) && existsSync(file))
      context.send(200, readFileSync(file), 'image/svg+xml', PICTURE_HEADERS);
    else context.send(404, 'Not found', 'text/plain; charset=utf-8');
  },
};

/** Setting that tells how far the demo store has come: nothing before it, `BEGUN`, and at its very end `DONE`. */
const SET_UP = 'storehouse.setUp';
const BEGUN = 'begun';
const DONE = 'done';

/**
 * Opens the org; a data file that cannot be used and an org that lacks something are told in one sentence.
 * @param {Pick<typeof import('../../orglet/index.js'), 'Org' | 'DataFileError' | 'MissingFeatureError'>} orglet
 * @param {Omit<import('../../orglet/index.js').OrgOptions, 'projectDir'>} options
 */
function openOrg({ Org, DataFileError, MissingFeatureError }, options) {
  try {
    return Org.open({ projectDir: root, ...options });
  } catch (error) {
    if (error instanceof MissingFeatureError) return fail(error.message);
    if (!(error instanceof DataFileError)) throw error;
    return fail(error.kind === 'damaged' ? `${error.message} npm run reset does that.` : error.message);
  }
}

/** A visitor's read of a controller's method (`/apex/Class/method`); undefined when it fails, which the page then says itself. */
function readAsGuest(callController, org, address, parameters) {
  try {
    return callController(org, org.guestUser(), address.replace('/apex/', '').replace('/', '.'), parameters);
  } catch {
    return undefined;
  }
}

/**
 * @param {object} options
 * @param {string} options.dir folder for caches
 * @param {string} [options.data] folder for records; `data` below `dir`
 * @param {boolean} [options.dev] components through the dev server
 * @param {string} [options.kind] kind of org (shapes.mjs); a plain one without it
 * @param {boolean} [options.demoPassword] the administrator has the fixed password of demos
 * @param {boolean} [options.pages] false: no pages, only the org and its server
 * @param {boolean} [options.simulators] payment services are played on this machine, and the demo store takes cards through them
 * @param {(text: string) => void} options.progress told what is being done
 */
export async function openStore({
  dir,
  data = join(dir, 'data'),
  dev = false,
  kind,
  demoPassword = false,
  pages = true,
  simulators: wantsSimulators = false,
  progress,
}) {
  ensureTypePaths();
  await ensureBuilt();
  const orglet = await import('../../orglet/dist/index.js');
  const { adminPassword, callController, createServer, createWebHost } = orglet;
  mkdirSync(data, { recursive: true });
  // Records, sessions and the administrator's password are nobody else's, whatever the umask.
  chmodSync(data, 0o700);
  const running = runningServer(data);
  if (running) fail(`The store already runs at http://localhost:${running.port}/ on these records. Stop it first.`);
  const database = join(data, 'org.db');
  const shape = orgletOptions(kind);
  // First, so that pages are built while Apex is compiled; what they ask of the org they ask when somebody opens them.
  /** @type {Partial<import('../../orglet/web/host/index.js').WebHost> & Pick<import('../../orglet/web/host/index.js').WebHost, 'mounts' | 'close'>} */
  const web = pages
    ? await createWebHost({
        project: root,
        cache: join(dir, 'web'),
        dev,
        progress,
        csrfToken: (request) => server.csrfToken(request),
        ids: () => org.siteIds(),
        admitsToAdmin: (userId) => org.permissions(org.findUser(userId)).audience === 'internal',
        read: (address, parameters) => readAsGuest(callController, org, address, parameters),
      })
    : { mounts: [], fallback: undefined, sitePages: undefined, close: async () => {} };
  const simulators = wantsSimulators ? await startSimulators({ dir, data }) : null;
  const open = () =>
    openOrg(orglet, {
      ...shape,
      metadataDirs: [...(shape.metadataDirs ?? []), demoSignIn, ...(simulators ? [simulators.metadata] : [])],
      database,
      cacheDir: join(dir, 'cache'),
      compileApart: true,
      withoutTests: true,
      onProgress: progress,
    });
  let org = open();
  if (org.readSetting(SET_UP) === BEGUN) {
    progress('The first start was interrupted: setting up anew');
    org.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(database + ending, { force: true });
    org = open();
  }
  const errors = org.problems.filter((problem) => problem.severity !== 'warning');
  if (errors.length) {
    const [first] = errors;
    fail(
      `${errors.length} problems in the Apex sources, the first at ${first.file}:${first.line}:${first.column}: ${first.message} (npx orglet check lists all)`,
      1,
    );
  }
  const admin = {
    username: org.adminUser().username,
    /** Null when it was changed in the org. */
    password: await adminPassword(org, passwordFile(data), demoPassword),
  };
  /** @type {number | null} Where the store listens. */
  let storePort = null;
  const connect = () => storePort !== null && simulators?.connect(org, storePort);
  const server = createServer(org, {
    mounts: [demoPictures, ...web.mounts],
    fallback: web.fallback,
    sitePages: web.sitePages,
    onRead: web.onRead,
    onPicture: web.onPicture,
    upgrade: web.upgrade,
  });

  return {
    org,
    server,
    web,
    admin,
    /** Where a developer sees and disturbs the payment services of this machine; null without them. */
    simulators: simulators?.url ?? null,
    /** Customers of the demo store, who sign in at its site; none where it was not seeded with orders. */
    members: () => membersOf(org, data, demoPassword),
    /** Listens, and says where to programs such as `npm run import`. 0 picks a free port. */
    async listen(port) {
      const actual = await server.listen(port);
      noteServer(data, actual);
      storePort = actual;
      connect();
      return actual;
    },
    /**
     * Sets up the demo store, its catalogue and its past unless there is a store.
     * @param {{orders?: boolean}} [options] orders: false for a store that nobody has bought from
     */
    async seed({ orders = true } = {}) {
      if (org.query('SELECT Id FROM Store__c LIMIT 1').length) return;
      progress('Setting up the demo store …');
      // Loaded here, because every other start does without it.
      const { seedDemoStore } = await import('./demo-seed.mjs');
      org.writeSetting(SET_UP, BEGUN);
      const password = memberPassword(data, demoPassword);
      await seedDemoStore({
        org,
        callController,
        orders,
        memberPassword: password,
        simulators: simulators !== null,
        progress,
      });
      connect();
      org.writeSetting(SET_UP, DONE);
    },
    async close() {
      forgetServer(data);
      await server.close();
      await web.close();
      await simulators?.close();
      org.close();
    },
  };
}
