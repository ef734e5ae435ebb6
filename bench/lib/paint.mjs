// @ts-nocheck: most of it runs in a page.
// When a page's largest part is painted, on a slow phone: network and processor are throttled by the browser itself.

/** Lighthouse's "slow 4G" as the browser applies it: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md */
const NETWORK = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.44 * 1024 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const PROCESSOR = { rate: 4 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Largest and first contentful paint of a page that this browser has never seen, in milliseconds, and what was painted. */
export async function paintOf(browser, url) {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', PROCESSOR);
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        const entry = list.getEntries().at(-1);
        globalThis.largestPaint = {
          at: entry.startTime,
          what: entry.url || entry.element?.textContent?.trim().slice(0, 40),
        };
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    return await page.evaluate(() => ({
      largest: globalThis.largestPaint.at,
      what: globalThis.largestPaint.what,
      first: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    }));
  } finally {
    await context.close();
  }
}

/** The median of each of several pages over `rounds`, which take turns so that a busy machine is as slow for each. */
export async function comparePaints(browser, urls, rounds) {
  const runs = Object.fromEntries(Object.keys(urls).map((name) => [name, []]));
  // As for most visitors, somebody has been there before: the server knows what the page reads.
  for (const url of Object.values(urls)) await paintOf(browser, url);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, url] of Object.entries(urls)) runs[name].push(await paintOf(browser, url));
  }
  return Object.fromEntries(
    Object.entries(runs).map(([name, paints]) => [
      name,
      {
        largest: median(paints.map(({ largest }) => largest)),
        first: median(paints.map(({ first }) => first)),
        what: paints.at(-1).what,
      },
    ]),
  );
}
