import type { Locator, Page } from 'playwright-core';
import { until } from './journey.js';

export interface Buyer {
  email: string;
  firstName: string;
  lastName: string;
  street: string;
  city: string;
  state: string;
  postalCode: string;
}

/** A shopper in the demo store's country. */
export const ADA: Buyer = {
  email: 'ada@example.com',
  firstName: 'Ada',
  lastName: 'Lovelace',
  street: '12 Analytical Way',
  city: 'Portland',
  state: 'Oregon',
  postalCode: '97201',
};

/** A value of a product's option; its name goes on with a note when it cannot be bought. */
export function optionValue(page: Page, option: string, value: string): Locator {
  return page.getByRole('group', { name: `${option}:` }).getByRole('radio', { name: new RegExp(`^${value}( \\(|$)`) });
}

/** Chooses values of a product's options, such as `{ Color: 'Clay' }`. */
export async function choose(page: Page, options: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(options)) {
    await optionValue(page, name, value).check();
  }
}

export const cartDrawer = (page: Page): Locator => page.getByRole('dialog', { name: /^Cart/ });

/** Puts a product in the cart from its page and waits for the drawer. */
export async function addToCart(
  page: Page,
  slug: string,
  options: Record<string, string> = {},
  pieces = 1,
): Promise<void> {
  await page.goto(`/product/${slug}`);
  await choose(page, options);
  if (pieces > 1) {
    const quantity = page.getByRole('textbox', { name: /^Quantity/ }).first();
    await quantity.fill(String(pieces));
    await quantity.blur();
  }
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await cartDrawer(page).waitFor();
}

export const section = (page: Page, name: string): Locator => page.getByRole('region', { name });
export const placeOrderButton = (page: Page): Locator => page.getByRole('button', { name: /^Place order/ });
export const checkoutMessage = (page: Page): Locator => page.locator('[data-summary-message]');

/** Opens the checkout and fills it up to the terms; the caller places the order. */
export async function fillCheckout(page: Page, buyer: Buyer = ADA, payment = 'Card (test)'): Promise<void> {
  await page.goto('/checkout');
  await page.getByLabel('E-mail address').fill(buyer.email);
  const delivery = section(page, 'Delivery address');
  await delivery.getByLabel('First name').fill(buyer.firstName);
  await delivery.getByLabel('Last name').fill(buyer.lastName);
  await delivery.getByLabel('Street and number').fill(buyer.street);
  await delivery.getByLabel('City').fill(buyer.city);
  await delivery.getByLabel('State').selectOption({ label: buyer.state });
  await delivery.getByLabel('ZIP code').fill(buyer.postalCode);
  await delivery.getByLabel('ZIP code').blur();
  await section(page, 'Shipping method')
    .getByRole('radio', { name: /^Standard/ })
    .check();
  await section(page, 'Payment').getByRole('radio', { name: payment }).check();
  await page.getByLabel(/^I have read and accept/).check();
  await totalIsKnown(page);
}

/** Waits until shipping is priced, so that the button shows what will be charged. */
export async function totalIsKnown(page: Page): Promise<void> {
  // On a phone the summary is folded away: what it says is read all the same.
  const read = async (): Promise<string> => (await section(page, 'Order summary').textContent()) ?? '';
  await until(read, (text) => /Shipping\s*(\$|Free)/.test(text), 'the order summary');
}

/** The order number on the confirmation page. */
export async function orderNumber(page: Page): Promise<string> {
  await page.waitForURL(/\/order\//);
  const text = await page.getByText(/^Order \d+$/).innerText();
  return text.replace(/^Order\s+/, '').trim();
}

/** Orders what needs no delivery. */
export async function orderTickets(page: Page, email: string): Promise<void> {
  await page.goto('/checkout');
  await page.getByLabel('E-mail address').fill(email);
  const address = section(page, 'Billing address');
  await address.getByLabel('First name').fill(ADA.firstName);
  await address.getByLabel('Last name').fill(ADA.lastName);
  await address.getByLabel('Street and number').fill(ADA.street);
  await address.getByLabel('City').fill(ADA.city);
  await address.getByLabel('State').selectOption({ label: ADA.state });
  await address.getByLabel('ZIP code').fill(ADA.postalCode);
  await address.getByLabel('ZIP code').blur();
  await section(page, 'Payment').getByRole('radio', { name: 'Card (test)' }).check();
  await page.getByLabel(/^I have read and accept/).check();
  await placeOrderButton(page).click();
  await orderNumber(page);
}
