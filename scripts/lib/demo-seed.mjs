// Sets up the demo store: settings, catalogue, and a past of some months, each at its own time.
import { join } from 'node:path';
import { demoOpening } from '../../config/demo/orders.mjs';
import {
  adminAccessApex,
  demo,
  demoBackorderApex,
  demoCardsApex,
  demoCircleApex,
  demoCreditApex,
  demoFormsApex,
  demoLarderApex,
  demoGiftCardApex,
  demoMemberApex,
  demoOnAccountApex,
  demoProfileApex,
  demoProviderApex,
  demoLoyaltyApex,
  demoPointsApex,
  demoPointsPackageApex,
  demoSenderApex,
  demoTiersApex,
  demoSettings,
  demoVoucherApex,
  ownerRoleApex,
} from './demo.mjs';
import { demoConsultationApex, demoCourseApex, demoWeekendApex, demoWorkshopApex } from './demo-bookings.mjs';
import { seedMembers } from './demo-members.mjs';
import { seedOrders } from './demo-orders.mjs';
import { seedStaff } from './demo-staff.mjs';
import { importFile } from './import-file.mjs';

/**
 * @param {object} options
 * @param {import('../../orglet/index.js').Org} options.org
 * @param {typeof import('../../orglet/index.js').callController} options.callController
 * @param {string} options.memberPassword what the demo's customers sign in with
 * @param {boolean} options.orders false: a store that nobody has bought from
 * @param {boolean} [options.simulators] payment services are played on this machine
 * @param {(text: string) => void} options.progress
 */
export async function seedDemoStore({ org, callController, orders, memberPassword, simulators = false, progress }) {
  const at = demoOpening(Date.now());
  const client = {
    apex: async (name, parameters = {}) => callController(org, org.adminUser(), name, parameters, { at }),
  };
  const settings = demoSettings();
  await client.apex('StoreAdminController.setUpStore', { settings });
  await client.apex('StoreAdminController.grantSiteAccess', { siteName: 'Storehouse' });
  org.runAnonymous(ownerRoleApex);
  org.runAnonymous(adminAccessApex);
  const status = await importFile(client, { file: join(demo, 'catalogue.csv'), progress });
  if (status.failed) throw new Error(`${status.failed} rows of the demo catalogue failed: ${status.errors[0].message}`);
  org.runAnonymous(demoBackorderApex());
  org.runAnonymous(demoProfileApex());
  for (const apex of demoSenderApex()) org.runAnonymous(apex);
  org.runAnonymous(demoProviderApex());
  org.runAnonymous(demoLoyaltyApex());
  org.runAnonymous(demoGiftCardApex());
  org.runAnonymous(demoTiersApex());
  org.runAnonymous(demoPointsPackageApex());
  org.runAnonymous(demoCircleApex());
  for (const apex of [demoCourseApex, demoWorkshopApex, demoWeekendApex, demoConsultationApex]) org.runAnonymous(apex);
  org.runAnonymous(demoLarderApex());
  org.runAnonymous(demoFormsApex());
  if (simulators) org.runAnonymous(demoCardsApex());
  if (orders) {
    progress('Giving it a past: twelve weeks of orders …');
    await seedOrders(org, callController, settings.code);
  }
  progress('Making people who can sign in …');
  seedStaff(org, settings.code, memberPassword);
  await seedMembers(org, callController, settings.code, memberPassword, orders);
  org.runAnonymous(demoPointsApex());
  org.runAnonymous(demoMemberApex());
  org.runAnonymous(demoCreditApex());
  org.runAnonymous(demoVoucherApex());
  org.runAnonymous(demoOnAccountApex());
}
