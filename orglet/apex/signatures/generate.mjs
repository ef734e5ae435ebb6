// Writes standard.ts, the signatures of Salesforce's standard Apex classes, from the class files of the npm package
// @salesforce/code-analyzer-pmd-engine (dist/java-lib/standard-types-*.jar).
// Usage: node generate.mjs DIRECTORY_OF_JARS
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readClass, zipEntries } from './class-file.mjs';

const ROOT = 'com/nawforce/runforce/';
const STATIC = 0x8,
  PRIVATE = 0x2,
  INTERFACE = 0x200,
  SYNTHETIC = 0x1000,
  ENUM = 0x4000,
  ABSTRACT = 0x400;
/** Helper types of the class files that Apex knows under another name. */
const RENAMED = {
  'Internal.RecordSet': 'List',
  'Internal.Any': 'Object',
  'Internal.Object': 'Object',
  'Internal.Null': 'Object',
  'Internal.SObjectType': 'Schema.SObjectType',
  'Internal.DescribeSObjectResult': 'Schema.DescribeSObjectResult',
  'Internal.SObjectFields': 'Schema.SObjectTypeFields',
  'Internal.SObjectTypeFields': 'Schema.SObjectTypeFields',
  'Internal.SObjectTypeFieldSets': 'Schema.SObjectTypeFieldSets',
  'Internal.Interface': 'Object',
};
const GENERIC = new Set(['List', 'Set', 'Map', 'Iterator', 'Iterable', 'Comparator', 'Database.Batchable']);

function apexName(javaName) {
  if (javaName === 'java/lang/Object') return 'Object';
  if (javaName === 'java/lang/String') return 'String';
  const name = javaName.slice(ROOT.length).replace(/\$$/, '').replaceAll(/[/$]/g, '.');
  if (RENAMED[name]) return RENAMED[name];
  return name.replace(/^(System|SObjects|SObjectStubs)\./, '');
}

/** Reads one type of a JVM signature; returns [text, next position]. */
function type(text, at) {
  const kind = text[at];
  if (kind === 'V') return ['void', at + 1];
  if (kind === 'I') return ['Integer', at + 1];
  if (kind === 'Z') return ['Boolean', at + 1];
  if (kind === '[') {
    const [element, next] = type(text, at + 1);
    return [`List<${element}>`, next];
  }
  if (kind === '*') return ['Object', at + 1];
  if (kind === '+' || kind === '-') return type(text, at + 1);
  if (kind === 'T') {
    const end = text.indexOf(';', at);
    return [text.slice(at + 1, end), end + 1];
  }
  if (kind !== 'L') throw new Error(`cannot read ${text} at ${at}`);
  let name = '';
  let args = [];
  for (at++; text[at] !== ';';) {
    if (text[at] === '<') {
      args = [];
      for (at++; text[at] !== '>';) {
        const [argument, next] = type(text, at);
        args.push(argument);
        at = next;
      }
      at++;
    } else name += text[at++];
  }
  const apex = apexName(name.replaceAll('.', '$'));
  return [args.length && GENERIC.has(apex) ? `${apex}<${args.join(',')}>` : apex, at + 1];
}

function method(signature) {
  let at = signature.indexOf('(') + 1;
  const params = [];
  while (signature[at] !== ')') {
    const [param, next] = type(signature, at);
    params.push(param);
    at = next;
  }
  return [params, type(signature, at + 1)[0]];
}

function typeParameters(signature) {
  if (!signature?.startsWith('<')) return [[], 0];
  const names = [];
  let at = 1;
  while (signature[at] !== '>') {
    const colon = signature.indexOf(':', at);
    names.push(signature.slice(at, colon));
    at = type(signature, signature[colon + 1] === ':' ? colon + 2 : colon + 1)[1];
  }
  return [names, at + 1];
}

function supertypes(file) {
  if (!file.signature) return [file.superName, ...file.interfaces].map(apexName);
  const list = [];
  for (let at = typeParameters(file.signature)[1]; at < file.signature.length;) {
    const [name, next] = type(file.signature, at);
    list.push(name);
    at = next;
  }
  return list;
}

const plain = (name) => name.replace(/^\$|\$$/, '');

function block(file) {
  const full = file.name.slice(ROOT.length).replaceAll(/[/$]/g, '.');
  const isEnum = (file.access & ENUM) !== 0;
  if (isEnum) {
    const constants = file.fields.filter((field) => field.access & ENUM).map((field) => plain(field.name));
    return `enum ${full} ${constants.join(' ')}`;
  }
  const [parent, ...interfaces] = supertypes(file);
  const isInterface = (file.access & INTERFACE) !== 0;
  const generics = typeParameters(file.signature)[0];
  const head = [
    isInterface ? 'interface' : file.access & ABSTRACT ? 'abstract' : 'class',
    full + (generics.length ? `<${generics.join(',')}>` : ''),
  ];
  const supers = [parent === 'Object' ? null : parent, ...interfaces].filter(Boolean);
  if (supers.length) head.push(`: ${supers.join(' ')}`);
  const lines = [head.join(' ')];
  for (const field of file.fields) {
    if (field.access & (PRIVATE | SYNTHETIC)) continue;
    lines.push(
      `${field.access & STATIC ? 'sf' : 'f'} ${plain(field.name)} ${type(field.signature ?? field.descriptor, 0)[0]}`,
    );
  }
  for (const item of file.methods) {
    if (item.access & (PRIVATE | SYNTHETIC) || item.name === '<clinit>') continue;
    const [params, result] = method(item.signature ?? item.descriptor);
    if (item.name === '<init>') lines.push(`c (${params.join(',')})`);
    else lines.push(`${item.access & STATIC ? 's' : 'm'} ${plain(item.name)}(${params.join(',')}) ${result}`);
  }
  return lines.join('\n');
}

const directory = process.argv[2];
const jar = readdirSync(directory).find((name) => /^standard-types-.*\.jar$/.test(name));
const blocks = [];
for (const [name, bytes] of zipEntries(readFileSync(join(directory, jar)))) {
  if (!name.startsWith(ROOT) || !name.endsWith('.class') || /\/(Internal|SObjectStubs)\//.test(name)) continue;
  blocks.push(block(readClass(bytes)));
}
blocks.sort();
const target = join(dirname(fileURLToPath(import.meta.url)), 'standard.ts');
writeFileSync(
  target,
  `// Generated by generate.mjs from ${jar}; facts about the standard classes, see index.ts for the form.\n// prettier-ignore\n` +
    `export const standardSignatures = \`\n${blocks.join('\n\n')}\n\`;\n`,
);
console.log(`${blocks.length} classes`);
