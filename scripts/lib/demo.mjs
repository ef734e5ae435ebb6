// The demo store as its settings, for Orglet and for a scratch org.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** Folder of the demo shop: settings, catalogue, pictures. */
export const demo = join(root, 'config', 'demo');

/** What `StoreAdminController.setUpStore` takes. */
export function demoSettings() {
  return JSON.parse(readFileSync(join(demo, 'store.json'), 'utf8'));
}

/** An Apex string literal. */
function literal(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

/** An anonymous block that sets up the demo store in an org. */
export function demoStoreApex() {
  const settings = literal(JSON.stringify(demoSettings()));
  return `StoreAdminController.setUpStore((StoreSettings) JSON.deserialize(${settings}, StoreSettings.class));\n`;
}

/** An anonymous block that lets visitors of the site in; apart from the store, because it writes setup records. */
export const siteAccessApex = "StoreAdminController.grantSiteAccess('Storehouse');\n";
