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

/** What is sold on backorder and announced: the file format has no column for the day that goods are expected. */
const BACKORDERED = { sku: 'LOG-BASKET-SAND-MEDIUM', days: 24 };

/** An anonymous block that says when the goods on backorder are expected. */
export function demoBackorderApex() {
  return `List<Stock_Level__c> levels = [
  SELECT Id FROM Stock_Level__c WHERE Product__r.StockKeepingUnit = ${literal(BACKORDERED.sku)} WITH USER_MODE
];
for (Stock_Level__c level : levels) level.Backorder_Date__c = Date.today().addDays(${BACKORDERED.days});
update as user levels;
`;
}
