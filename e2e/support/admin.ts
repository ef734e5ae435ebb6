import type { Locator, Page } from 'playwright-core';

/** Opens a tab of the app and waits for its heading. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Storehouse' }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
}

/** The link to a record in a list. */
export function recordIn(page: Page, name: string): Locator {
  return page.getByRole('main').getByRole('rowheader').getByRole('link', { name, exact: true });
}

/** The row of a record in a list. */
export function rowOf(page: Page, name: string): Locator {
  return page
    .getByRole('main')
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });
}

/** Waits for a message that something was done. */
export async function toast(page: Page, text: RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).first().waitFor();
}
