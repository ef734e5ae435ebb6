// Holds that every label of the package is used: by Apex, a component, a page or other metadata, and not by tests alone.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../lib/setup.mjs';

const app = join(root, 'force-app');
const LABELS = '.labels-meta.xml';

function* files(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* ['tests', '__tests__'].includes(entry.name) ? [] : files(path);
    // Translations and what is compiled from TypeScript say nothing of their own.
    else if (/\.(cls|trigger|ts|html|xml|page|component|email)$/.test(path)) yield path;
  }
}

/** @type {Map<string, string>} files of labels by their names */
const labels = new Map();
const used = new Set();
for (const path of files(app)) {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith(LABELS))
    for (const [, name] of text.matchAll(/<fullName>(\w+)<\/fullName>/g)) labels.set(name, relative(root, path));
  else
    for (const [, name] of text.matchAll(/(?:\bLabel(?:\.c)?\.|@salesforce\/label\/c\.|\blabel\.c\.)(\w+)/gi))
      used.add(name.toLowerCase());
}
const unused = [...labels].filter(([name]) => !used.has(name.toLowerCase()));
for (const [name, path] of unused) console.error(`${path}: nobody uses the label ${name}`);
if (unused.length) process.exitCode = 1;
else console.log(`All ${labels.size} labels are used.`);
