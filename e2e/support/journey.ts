import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import { ADMIN, base } from './store.js';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/**
 * Longest wait for anything that a page shows, in milliseconds: journeys share one server, which a large import of another
 * journey keeps busy for some seconds at a time.
 */
const PATIENCE = 30_000;

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Closes the browser; fails when a page of it threw an error. */
  leave(): Promise<void>;
}

/** A visitor with a browser of their own: nothing is shared with other visitors. */
export async function visitor(browser: Browser, viewport = DESKTOP): Promise<Visitor> {
  const context = await browser.newContext({ viewport, baseURL: base, locale: 'en-US', reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  follow(context);
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(error.error().stack ?? error.error().message));
  const leave = async (): Promise<void> => {
    await context.close();
    assert.deepEqual(problems, [], 'errors of the pages');
  };
  return { context, page: await context.newPage(), leave };
}

/** Requests of a browser that are not answered yet. */
const open = new WeakMap<BrowserContext, Set<Request>>();

function follow(context: BrowserContext): void {
  const requests = new Set<Request>();
  open.set(context, requests);
  context.on('request', (request) => requests.add(request));
  const ended = (request: Request): unknown => requests.delete(request);
  context.on('requestfinished', ended).on('requestfailed', ended);
}

/** Runs a journey with a visitor, who leaves afterwards whatever happens. */
export async function asVisitor(
  browser: Browser,
  journey: (page: Page, visitor: Visitor) => Promise<void>,
  viewport = DESKTOP,
): Promise<void> {
  const guest = await visitor(browser, viewport);
  try {
    await journey(guest.page, guest);
  } catch (error) {
    await shot(guest.page, `failed-${Date.now()}`);
    if (error instanceof Error) error.stack += await lastSeen(guest.page);
    await guest.context.close();
    throw error;
  }
  await guest.leave();
}

/** What the page said when a journey failed: where no picture is kept, it is all that there is to go by. */
async function lastSeen(page: Page): Promise<string> {
  const text = await page
    .locator('main')
    .first()
    .innerText({ timeout: 1000 })
    .catch((problem: Error) => problem.message);
  return `\nThe page ${page.url()} said: ${text.replace(/\s+/g, ' ').slice(0, 1500)}`;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeViolation {
  id: string;
  help: string;
  nodes: { html: string; element: Element | null }[];
}

/**
 * Waits until the page has what it asked for, and for the transitions under way: colours in between are nobody's choice. What turns
 * for ever is left to turn.
 */
async function settled(page: Page): Promise<void> {
  const requests = open.get(page.context());
  if (requests)
    await until(
      async () => [...requests].map((request) => request.url()),
      (urls) => urls.length === 0,
      'requests of the page',
    );
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Asserts that axe finds nothing on the page as it stands, and keeps a picture of it when SHOTS names a folder. */
export async function assertAccessible(page: Page, name: string): Promise<void> {
  await settled(page);
  await shot(page, name);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const scope = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } };
    const { violations: all } = await scope.axe.run({ resultTypes: ['violations'], elementRef: true });
    // The label of a base component's time field lies in another shadow tree than the field; axe does not follow it there.
    const isTime = (element: Element | null): boolean => {
      for (let at: Node | null = element; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null)
        if ((at as Element).localName === 'lightning-timepicker') return true;
      return false;
    };
    // Tabs that do not fit are a tab with a menu's button in it, in the base component's own template.
    const isMoreTabs = (element: Element | null): boolean =>
      element?.matches('li[data-overflow]') === true &&
      (element.getRootNode() as ShadowRoot).host?.localName === 'lightning-tab-bar';
    const isOfBaseComponent = (id: string, element: Element | null): boolean =>
      id === 'nested-interactive' ? isMoreTabs(element) : id.startsWith('label') && isTime(element);
    const found = all
      .map((violation) => ({
        ...violation,
        nodes: violation.nodes.filter(({ element }) => !isOfBaseComponent(violation.id, element)),
      }))
      .filter(({ nodes }) => nodes.length);
    return found.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 4).map(({ html }) => html) }));
  });
  assert.deepEqual(violations, [], `axe on ${name}`);
}

/** Asserts the same at desktop and at phone width. */
export async function assertAccessibleAtBothWidths(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? DESKTOP;
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    await assertAccessible(page, `${name}-${viewport.width}`);
    // What is measured again after the window has changed takes a moment.
    await until(
      () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      (overflow) => overflow <= 0,
      `pixels that ${name} is wider than a window of ${viewport.width}`,
    );
  }
  await page.setViewportSize(before);
}

/** Keeps a picture of the page when SHOTS names a folder. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Waits until something holds; fails with the last value that was read. */
export async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean, what: string): Promise<T> {
  const end = Date.now() + PATIENCE;
  let value = await read();
  while (!holds(value)) {
    assert.ok(Date.now() < end, `${what}: still ${JSON.stringify(value)} after ${PATIENCE} ms`);
    await new Promise((resume) => {
      setTimeout(resume, 25);
    });
    value = await read();
  }
  return value;
}

/** Waits until the element's text, with white space collapsed, is or matches what is expected. */
export async function hasText(locator: Locator, expected: string | RegExp): Promise<void> {
  const read = async (): Promise<string> => (await locator.innerText()).replace(/\s+/g, ' ').trim();
  const fits = (text: string): boolean => (typeof expected === 'string' ? text === expected : expected.test(text));
  await until(read, fits, `text of ${locator}, expected ${expected}`);
}

/** Waits until so many elements are there. */
export async function hasCount(locator: Locator, expected: number): Promise<void> {
  await until(
    () => locator.count(),
    (count) => count === expected,
    `number of ${locator}, expected ${expected}`,
  );
}

/** Waits until the element has the focus; shadow roots and their hosts count as one. */
export async function hasFocus(locator: Locator): Promise<void> {
  const read = (): Promise<boolean> =>
    locator.evaluate((element) => {
      const owner = element.getRootNode() as Document | ShadowRoot;
      return owner.activeElement === element;
    });
  await until(read, Boolean, `focus on ${locator}`);
}

/** Signs the administrator, or somebody else of the staff, in and opens a page of the admin. */
export async function signIn(page: Page, path = '/lightning', who = ADMIN): Promise<void> {
  await page.goto(`/orglet/login?startURL=${encodeURIComponent(path)}`);
  await page.getByLabel('Username').fill(who.username);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/lightning'));
}
