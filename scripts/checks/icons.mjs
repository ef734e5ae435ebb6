// Holds that every icon that a component, page or tab names is there: of the design system in consoles and tabs, of c/storeIcon in the shop.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createRequire } from 'node:module';
import { root } from '../lib/setup.mjs';

const app = join(root, 'force-app');
const base = dirname(createRequire(import.meta.url).resolve('lightning-base-components/package.json'));
const FOLDERS = { action: 'Action', custom: 'Custom', doctype: 'Doctype', standard: 'Standard', utility: 'Utility' };

function* files(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* ['tests', '__tests__'].includes(entry.name) ? [] : files(path);
    else if (/\.(cls|ts|html|xml)$/.test(path)) yield path;
  }
}

/** Whether the design system has the icon. */
function isDesigned(category, name) {
  const folder = join(base, 'src', 'lightning', `iconSvgTemplates${FOLDERS[category]}`, 'buildTemplates', category);
  if (!existsSync(folder)) throw new Error(`${folder} is where the icons were`);
  return existsSync(join(folder, `${name}.html`));
}

const drawn = new Set(
  [
    ...readFileSync(join(app, 'storefront', 'lwc', 'storeIcon', 'storeIcon.ts'), 'utf8')
      .match(/PATHS[^{]*\{([\s\S]*?)\n\};/)[1]
      .matchAll(/^ {2}(\w+):/gm),
  ].map(([, name]) => name),
);

let count = 0;
const missing = [];
const check = (path, icon, isThere) => {
  count++;
  if (!isThere) missing.push(`${relative(root, path)}: there is no icon ${icon}`);
};
for (const path of files(app)) {
  const text = readFileSync(path, 'utf8');
  for (const [icon, category, name] of text.matchAll(/\b(action|custom|doctype|standard|utility):([a-z]\w*)\b/g))
    check(path, icon, isDesigned(category, name));
  // Tabs name theirs by number: Custom54: Present.
  for (const [, number] of text.matchAll(/<motif>Custom(\d+):/g))
    check(path, `custom:custom${number}`, isDesigned('custom', `custom${number}`));
  for (const [, name] of text.matchAll(/<c-store-icon[^>]*?\sname="(\w+)"/g)) check(path, name, drawn.has(name));
  for (const [, name] of text.matchAll(/<c-identity-panel[^>]*?\sicon="(\w+)"/g)) check(path, name, drawn.has(name));
  if (/Account_Section\.\w+\.md-meta\.xml$/.test(path)) {
    const name = /<field>Icon__c<\/field>\s*<value[^>]*>(\w+)</.exec(text)?.[1];
    if (name) check(path, name, drawn.has(name));
  }
}
for (const line of missing) console.error(line);
if (missing.length) process.exitCode = 1;
else console.log(`All ${count} icons are there.`);
