// What a page's JavaScript weighs on the way to a browser.

/**
 * JavaScript that a browser which has never been here loads for a page until the network rests, as it is transferred (gzip).
 * @param {import('playwright-core').Browser} browser
 * @param {string} path
 * @param {object} options of the browser's context: baseURL, viewport, storageState
 * @returns {Promise<{first: number, all: number}>} bytes: of scripts that the page itself names or preloads; of all
 */
export async function scriptsOf(browser, path, options) {
  // Gzip is what every browser takes.
  const context = await browser.newContext({ extraHTTPHeaders: { 'accept-encoding': 'gzip' }, ...options });
  try {
    const page = await context.newPage();
    await page.goto(path, { waitUntil: 'networkidle' });
    return await page.evaluate(() => {
      const named = new Set(
        [...globalThis.document.querySelectorAll('link[rel="modulepreload"], script[src]')].map(
          (element) => element.getAttribute('href') ?? element.getAttribute('src'),
        ),
      );
      const scripts = performance
        .getEntriesByType('resource')
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .map((entry) => /** @type {PerformanceResourceTiming} */ (entry));
      const bytes = (entries) => entries.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      return { first: bytes(scripts.filter(({ name }) => named.has(new URL(name).pathname))), all: bytes(scripts) };
    });
  } finally {
    await context.close();
  }
}

/** What a shopper's browser keeps who has put something into the cart. */
export async function filledCart(browser, base) {
  const context = await browser.newContext({ baseURL: base });
  try {
    const page = await context.newPage();
    await page.goto('/product/harbour-mug');
    await page.locator('[data-add]').click();
    await page.locator('[data-line]').waitFor();
    return await context.storageState();
  } finally {
    await context.close();
  }
}
