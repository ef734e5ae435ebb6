// Sets up the demo store: settings, catalogue, and a past of some months, each at its own time.
import { join } from 'node:path';
import { demoOpening } from '../../config/demo/orders.mjs';
import { demo, demoBackorderApex, demoSettings } from './demo.mjs';
import { seedOrders } from './demo-orders.mjs';
import { importFile } from './import-file.mjs';

/**
 * @param {object} options
 * @param {import('../../orglet/index.js').Org} options.org
 * @param {typeof import('../../orglet/index.js').callController} options.callController
 * @param {boolean} options.orders false: a store that nobody has bought from
 * @param {(text: string) => void} options.progress
 */
export async function seedDemoStore({ org, callController, orders, progress }) {
  const at = demoOpening(Date.now());
  const client = {
    apex: async (name, parameters = {}) => callController(org, org.adminUser(), name, parameters, { at }),
  };
  const settings = demoSettings();
  await client.apex('StoreAdminController.setUpStore', { settings });
  await client.apex('StoreAdminController.grantSiteAccess', { siteName: 'Storehouse' });
  const status = await importFile(client, { file: join(demo, 'catalogue.csv'), progress });
  if (status.failed) throw new Error(`${status.failed} rows of the demo catalogue failed: ${status.errors[0].message}`);
  org.runAnonymous(demoBackorderApex());
  if (!orders) return;
  progress('Giving it a past: twelve weeks of orders …');
  await seedOrders(org, callController, settings.code);
}
