// Holds the permission sets of the package: a set lists a class only when its users call the class directly, every
// controller is in the set of whoever calls it, and the administrators' set has every object and field of the package.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { root } from '../lib/setup.mjs';

const app = join(root, 'force-app');
const parser = new XMLParser({ parseTagValue: false });
/** @type {string[]} */
const problems = [];

/** @returns {Generator<string>} */
function* files(/** @type {string} */ dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}
const all = [...files(app)];
const read = (/** @type {string} */ path) => readFileSync(path, 'utf8');
const parse = (/** @type {string} */ path) => parser.parse(read(path));
/** @param {any} value @returns {any[]} */
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** What a page, a flow or an API client calls: only such a class is asked for access. */
const ENTRY =
  /@AuraEnabled[^;{]*?\bstatic\b[^;{=]*\(|@InvocableMethod|@RestResource|@RemoteAction|\bwebservice\s+static\b/i;
const withoutComments = (/** @type {string} */ source) =>
  source.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/\/\/.*$/gm, ' ');
const entryPoints = new Set(
  all
    .filter((path) => path.endsWith('.cls') && !path.includes('/tests/'))
    .filter((path) => ENTRY.test(withoutComments(read(path))))
    .map((path) => basename(path, '.cls')),
);

const sets = new Map(
  all
    .filter((path) => path.endsWith('.permissionset-meta.xml'))
    .map((path) => [basename(path, '.permissionset-meta.xml'), parse(path).PermissionSet]),
);
/** @param {string} name @returns {Set<string>} */
const classesOf = (name) => new Set(list(sets.get(name).classAccesses).map(({ apexClass }) => apexClass));

for (const name of sets.keys())
  for (const apexClass of classesOf(name))
    if (!entryPoints.has(apexClass))
      problems.push(`${name} lists the class ${apexClass}, which nothing outside the package calls`);

/** Components by name: where they are shown, what they import. */
const bundles = new Map(
  all
    .filter((path) => path.endsWith('.js-meta.xml'))
    .map((path) => {
      const folder = dirname(path);
      const sources = readdirSync(folder).filter((file) => /\.(ts|html)$/.test(file) && !file.endsWith('.d.ts'));
      const text = sources.map((file) => read(join(folder, file))).join('\n');
      const kebab = [...text.matchAll(/<c-([a-z0-9-]+)/g)].map(([, tag]) =>
        tag.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
      );
      return [
        basename(folder),
        {
          targets: list(parse(path).LightningComponentBundle.targets?.target),
          uses: [...[...text.matchAll(/['"]c\/(\w+)['"]/g)].map(([, used]) => used), ...kebab],
          calls: [...text.matchAll(/@salesforce\/apex\/(\w+)\.\w+/g)].map(([, called]) => called),
        },
      ];
    }),
);

/** Controllers that pages of a kind reach. @param {RegExp} target */
function reached(target) {
  const queue = [...bundles].filter(([, { targets }]) => targets.some((one) => target.test(one))).map(([name]) => name);
  const seen = new Set(queue);
  /** @type {Set<string>} */
  const calls = new Set();
  for (let name = queue.pop(); name; name = queue.pop()) {
    const { uses = [], calls: own = [] } = bundles.get(name) ?? {};
    own.forEach((called) => calls.add(called));
    for (const used of uses) {
      if (seen.has(used)) continue;
      seen.add(used);
      queue.push(used);
    }
  }
  return calls;
}

const GUEST = 'Storehouse_Storefront_Guest';
const ADMIN = 'Storehouse_Admin';
const byShoppers = reached(/^lightningCommunity__/);
const byStaff = reached(/^lightning__/);
for (const called of byShoppers)
  if (!classesOf(GUEST).has(called)) problems.push(`${GUEST} lacks ${called}, which pages of the storefront call`);
for (const called of byStaff)
  if (!classesOf(ADMIN).has(called)) problems.push(`${ADMIN} lacks ${called}, which pages of the admin call`);
/** Other programs call it by its address: calendars, providers. */
const resources = new Set(
  all
    .filter((path) => path.endsWith('.cls') && /@RestResource/i.test(withoutComments(read(path))))
    .map((path) => basename(path, '.cls')),
);
for (const listed of classesOf(GUEST))
  if (!byShoppers.has(listed) && !resources.has(listed))
    problems.push(`${GUEST} lists ${listed}, which no page of the storefront calls`);
for (const entry of entryPoints)
  if (![...sets.keys()].some((name) => classesOf(name).has(entry)))
    problems.push(`No permission set lists ${entry}, so nobody can call it`);

// Whatever staff can call is called as staff of another store by one test, method by method.
const STAFF = 'Storehouse_Staff';
const boundary = all.find((path) => basename(path) === 'StaffBoundaryTest.cls') ?? '';
const tried = read(boundary);
for (const path of all) {
  const name = basename(path, '.cls');
  const isStaffs = [ADMIN, STAFF].some((set) => classesOf(set).has(name)) && !classesOf(GUEST).has(name);
  if (!path.endsWith('.cls') || !isStaffs) continue;
  for (const [, method] of withoutComments(read(path)).matchAll(/@AuraEnabled[^;{=]*?\bstatic\b[^;{=(]*?(\w+)\s*\(/gi))
    if (!tried.includes(`'${name}.${method}'`))
      problems.push(`StaffBoundaryTest does not call ${name}.${method} as staff of another store`);
}
// Whatever a shopper can call is known to be logged, refused or harmless for staff in a customer's place.
const doors = read(all.find((path) => basename(path) === 'AssistedDoorsTest.cls') ?? '');
for (const path of all) {
  const name = basename(path, '.cls');
  if (!path.endsWith('.cls') || !classesOf(GUEST).has(name)) continue;
  for (const [, options, method] of withoutComments(read(path)).matchAll(
    /@AuraEnabled([^;{=]*?)\bstatic\b[^;{=(]*?(\w+)\s*\(/gi,
  ))
    if (!/cacheable\s*=\s*true/i.test(options) && !doors.includes(`'${name}.${method}'`))
      problems.push(`AssistedDoorsTest does not say what ${name}.${method} is for staff in a customer's place`);
}

// Staff look at the shop as anybody does, and shop in a customer's place: they need every door that shoppers have.
for (const listed of classesOf(GUEST))
  if (!resources.has(listed) && !classesOf(STAFF).has(listed))
    problems.push(`${STAFF} lacks ${listed}, which pages of the storefront call`);
for (const listed of classesOf(STAFF))
  if (!classesOf(ADMIN).has(listed)) problems.push(`${STAFF} lists ${listed}, which ${ADMIN} lacks`);

/** What nobody reads but Apex. */
const SECRET = new Set([
  'Payment_Method__c.Token__c',
  'Webhook_Event__c.Token__c',
  'Voucher__c.Code_Hash__c',
  'Booking_Waiting__c.Token_Hash__c',
]);
for (const [name, set] of sets)
  for (const { field } of list(set.fieldPermissions))
    if (SECRET.has(field)) problems.push(`${name} lists ${field}, which nobody may read`);

const admin = sets.get(ADMIN);
const objects = new Set(list(admin.objectPermissions).map(({ object }) => object));
const fields = new Set(list(admin.fieldPermissions).map(({ field }) => field));
/** Metadata that Apex reads, events that Apex publishes and the protected setting of secrets ask no permission of staff. */
const needsNone = (/** @type {string} */ object) => /__(mdt|e)$/.test(object) || object === 'Webhook_Secret__c';
for (const path of all) {
  if (path.endsWith('.object-meta.xml')) {
    const object = basename(path, '.object-meta.xml');
    if (object.includes('__') && !needsNone(object) && !objects.has(object))
      problems.push(`${ADMIN} lacks the object ${object}`);
  }
  if (!path.endsWith('.field-meta.xml')) continue;
  const object = basename(dirname(dirname(path)));
  const { CustomField: field } = parse(path);
  // Every user has these: the platform takes no permission for them.
  const everybodys = field.required === 'true' || field.type === 'MasterDetail';
  if (needsNone(object) || everybodys) continue;
  if (SECRET.has(`${object}.${field.fullName}`)) continue;
  if (!fields.has(`${object}.${field.fullName}`))
    problems.push(`${ADMIN} lacks the field ${object}.${field.fullName} (${relative(root, path)})`);
}

if (problems.length) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else console.log(`${sets.size} permission sets, ${entryPoints.size} classes that are called from outside.`);
