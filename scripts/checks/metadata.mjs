// @ts-nocheck: its packages are installed when it runs.
// Holds every metadata XML of the project against Salesforce's own types (@salesforce/types), then converts the sources
// to the metadata format as a deployment would (@salesforce/source-deploy-retrieve) and compares what arrived.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addSuite } from '../lib/report.mjs';
import { install, root, step } from '../lib/setup.mjs';

const here = dirname(fileURLToPath(import.meta.url));
install({ dir: here, label: 'Installing the metadata checks' });
const require = createRequire(join(here, 'package.json'));
const ts = require('typescript');
const { XMLParser, XMLValidator } = require('fast-xml-parser');
const { ComponentSet, MetadataConverter } = require('@salesforce/source-deploy-retrieve');
const Ajv = require('ajv');

step('Metadata: validating against Salesforce’s types …');
const started = Date.now();
const problems = [];
/**
 * What deploys although the published types lack it: files that the platform itself writes for a site, and what an app's
 * action override inherits from ActionOverride (the types name only its own element).
 */
const NOT_IN_TYPES = new Set([
  'DigitalExperienceConfig',
  'CustomSite/allowGuestPaymentsApi',
  'CustomSite/requireHttps',
  'CustomSite/siteType',
  ...['actionName', 'comment', 'content', 'formFactor', 'skipRecordTypeSelect', 'type'].map(
    (name) => `CustomApplication/actionOverrides/${name}`,
  ),
]);
const folders = ['force-app', 'site-template', 'subscriber-config'];
const types = readTypes(require.resolve('@salesforce/types/metadata').replace(/\.js$/, '.d.ts'));

/** Reads the declared types: objects as name → {field: {type, array}}, string unions as name → Set of values. */
function readTypes(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found = new Map();
  const fieldsOf = (node) => {
    if (ts.isTypeLiteralNode(node)) {
      return Object.fromEntries(
        node.members.map((m) => {
          const array = ts.isArrayTypeNode(m.type);
          return [m.name.getText(source), { type: (array ? m.type.elementType : m.type).getText(source), array }];
        }),
      );
    }
    if (ts.isIntersectionTypeNode(node)) return Object.assign({}, ...node.types.map(fieldsOf));
    // What a type adds to may be declared below it.
    if (ts.isTypeReferenceNode(node)) {
      const base = aliases.get(node.typeName.getText(source));
      return base ? fieldsOf(base.type) : {};
    }
    return {};
  };
  const aliases = new Map(
    source.statements.filter((node) => ts.isTypeAliasDeclaration(node)).map((node) => [node.name.text, node]),
  );
  for (const [name, node] of aliases) {
    if (ts.isUnionTypeNode(node.type)) found.set(name, new Set(node.type.types.map((t) => t.literal?.text)));
    else if (ts.isLiteralTypeNode(node.type)) found.set(name, new Set([node.type.literal.text]));
    else if (node.type.kind !== ts.SyntaxKind.StringKeyword) found.set(name, fieldsOf(node.type));
  }
  return found;
}

function check(value, typeName, path, file) {
  if (NOT_IN_TYPES.has(path)) return;
  const type = types.get(typeName);
  if (type instanceof Set) {
    if (!type.has(String(value))) problems.push(`${file}: ${path}: “${value}” is not a ${typeName}`);
    return;
  }
  if (!type) {
    if (typeName === 'boolean' && !['true', 'false'].includes(String(value)))
      problems.push(`${file}: ${path}: “${value}” is not true or false`);
    if (typeName === 'number' && (value === '' || Number.isNaN(Number(value))))
      problems.push(`${file}: ${path}: “${value}” is not a number`);
    return;
  }
  if (typeof value !== 'object') {
    if (value !== '') problems.push(`${file}: ${path}: holds text where ${typeName} has elements`);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    if (key.startsWith('@')) continue;
    const field = type[key];
    if (!field && NOT_IN_TYPES.has(`${path}/${key}`)) continue;
    if (!field) {
      problems.push(`${file}: ${path}: ${typeName} has no element <${key}>`);
      continue;
    }
    const children = Array.isArray(child) ? child : [child];
    if (children.length > 1 && !field.array) problems.push(`${file}: ${path}: <${key}> may stand once`);
    children.forEach((each) => check(each, field.type, `${path}/${key}`, file));
  }
}

function* files(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === '__tests__') continue;
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  ignoreDeclaration: true,
  trimValues: true,
});
const sources = folders
  .map((folder) => join(root, folder))
  .filter(existsSync)
  .flatMap((folder) => [...files(folder)]);
let checked = 0;
for (const path of sources.filter((p) => p.endsWith('.xml'))) {
  const file = relative(root, path).replaceAll('\\', '/');
  const xml = readFileSync(path, 'utf8');
  const broken = XMLValidator.validate(xml);
  if (broken !== true) {
    problems.push(`${file}:${broken.err.line}: ${broken.err.msg}`);
    continue;
  }
  const [typeName, value] = Object.entries(parser.parse(xml)).find(([key]) => !key.startsWith('?'));
  if (NOT_IN_TYPES.has(typeName)) continue;
  if (!types.has(typeName)) problems.push(`${file}: <${typeName}> is no metadata type`);
  else check(value, typeName, typeName, file);
  checked += 1;
}

// A class, trigger or bundle without its -meta.xml is dropped silently by a deployment.
const all = new Set(sources);
for (const path of sources) {
  if (/\.(cls|trigger)$/.test(path) && !all.has(`${path}-meta.xml`))
    problems.push(`${relative(root, path)}: has no -meta.xml, so it would not be deployed`);
}
const classNames = new Map();
for (const path of sources.filter((p) => p.endsWith('.cls'))) {
  const name = path.split(/[\\/]/).pop().toLowerCase();
  if (classNames.has(name))
    problems.push(`${relative(root, path)}: the class is also at ${relative(root, classNames.get(name))}`);
  classNames.set(name, path);
}

for (const [file, schema] of [
  ['sfdx-project.json', 'sfdx-project'],
  ...readdirSync(join(root, 'config'))
    .filter((f) => f.endsWith('scratch-def.json'))
    .map((f) => [`config/${f}`, 'project-scratch-def']),
]) {
  const validate = new Ajv({ allErrors: true, strict: false, logger: false }).compile(
    JSON.parse(readFileSync(require.resolve(`@salesforce/schemas/${schema}.schema.json`), 'utf8')),
  );
  if (!validate(JSON.parse(readFileSync(join(root, file), 'utf8')))) {
    validate.errors.forEach((error) => problems.push(`${file}: ${error.instancePath || '/'} ${error.message}`));
  }
}

step('Metadata: converting the sources …');
// Not below a folder with a leading dot: the converter leaves such files out.
const out = mkdtempSync(join(tmpdir(), 'storehouse-'));
const set = ComponentSet.fromSource({ fsPaths: [join(root, 'force-app')] });
await new MetadataConverter().convert(set, 'metadata', {
  type: 'directory',
  outputDirectory: out,
  genUniqueDir: false,
});
const converted = [...files(out)];
rmSync(out, { recursive: true });
const count = (list, pattern) => list.filter((p) => pattern.test(p)).length;
for (const [what, from, to] of [
  ['Apex classes', /\.cls$/, /\.cls$/],
  ['triggers', /\.trigger$/, /\.trigger$/],
  ['Lightning components', /\.js-meta\.xml$/, /\.js-meta\.xml$/],
]) {
  const [before, after] = [
    count(
      sources.filter((p) => p.startsWith(join(root, 'force-app'))),
      from,
    ),
    count(converted, to),
  ];
  if (before !== after) problems.push(`conversion: ${before} ${what} went in, ${after} came out`);
}
problems.forEach((problem) => console.log(problem));
addSuite({
  name: 'metadata',
  passed: Math.max(checked - problems.length, 0),
  failed: problems.length,
  ms: Date.now() - started,
  note: `${set.size} components converted`,
});
console.log(`Metadata: ${checked} files checked, ${set.size} components converted, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
