import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser.mjs';

/** Where the store under test answers. */
export const base = required('STORE_URL');

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the journeys with: npm test -- e2e`);
  return value;
}

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** A visitor with a browser of their own: nothing is shared with other visitors. */
export async function visitor(browser: Browser, viewport = DESKTOP): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport, baseURL: base, locale: 'en-US' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return { context, page };
}

export { launchBrowser };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeViolation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

/** Asserts that axe finds nothing on the page as it stands, and keeps a picture of it when SHOTS names a folder. */
export async function assertAccessible(page: Page, name: string): Promise<void> {
  await shot(page, name);
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } }).axe.run();
    return found.map((v) => ({ id: v.id, help: v.help, nodes: v.nodes.slice(0, 4).map((n) => n.html.slice(0, 200)) }));
  });
  assert.deepEqual(violations, [], `axe on ${name}`);
}

export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Signs the administrator in and opens a page of the admin. */
export async function signIn(page: Page, path = '/lightning'): Promise<void> {
  await page.goto(`/login?startURL=${encodeURIComponent(path)}`);
  await page.getByLabel('Username').fill(required('STORE_USER'));
  await page.getByLabel('Password').fill(required('STORE_PASSWORD'));
  await page.getByRole('button', { name: /log in|sign in/i }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/lightning'));
}

export interface Buyer {
  email: string;
  firstName: string;
  lastName: string;
  street: string;
  city: string;
  state: string;
  postalCode: string;
  country: string;
}

export const ADA: Buyer = {
  email: 'ada@example.com',
  firstName: 'Ada',
  lastName: 'Lovelace',
  street: '12 Analytical Way',
  city: 'Portland',
  state: 'OR',
  postalCode: '97201',
  country: 'US',
};

/** Puts one product in the cart from its page and waits for the drawer. */
export async function addToCart(page: Page, slug: string): Promise<void> {
  await page.goto(`/product/${slug}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('dialog', { name: /cart/i }).waitFor();
}

/** Fills the checkout up to the terms; the caller places the order. */
export async function fillCheckout(page: Page, buyer: Buyer): Promise<void> {
  await page.goto('/checkout');
  await page.getByLabel('E-mail address').fill(buyer.email);
  const delivery = page.getByRole('region', { name: 'Delivery address' });
  await delivery.getByLabel('Country or region').selectOption(buyer.country);
  await delivery.getByLabel('First name').fill(buyer.firstName);
  await delivery.getByLabel('Last name').fill(buyer.lastName);
  await delivery.getByLabel('Address', { exact: false }).first().fill(buyer.street);
  await delivery.getByLabel(/^City/).fill(buyer.city);
  await delivery.getByLabel(/^State/).selectOption(buyer.state);
  await delivery.getByLabel(/^(ZIP|Postal)/i).fill(buyer.postalCode);
  await delivery.getByLabel(/^(ZIP|Postal)/i).blur();
  await page.getByRole('region', { name: 'Shipping method' }).getByRole('radio').first().check();
  await page.getByRole('region', { name: 'Payment' }).getByRole('radio').first().check();
  await page.getByLabel(/I have read and accept/).check();
}

export function placeOrderButton(page: Page) {
  return page.getByRole('button', { name: /Place order/ });
}

/** The order number of the confirmation page. */
export async function orderNumber(page: Page): Promise<string> {
  await page.waitForURL(/\/order\//);
  const text = await page.locator('[data-order-number]').innerText();
  return text.replace(/^Order\s+/, '').trim();
}
