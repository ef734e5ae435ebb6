// @ts-nocheck: most of it runs in a page.
// Forms of many questions on a slow phone, and what a page loads of forms.

const PROCESSOR = { rate: 4 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** What stands in scripts of forms only: their fields, and the methods that they call. */
const MARKS = [
  'data-form-fields',
  'FormController.',
  'FormCartController.',
  'FormFileController.',
  'FormOptionController.',
  'FormConsentController.',
];

/** Makes a form of so many questions, every third of which is asked once one before it is answered, and publishes it as `bench-SIZE`. */
export async function publishForm(client, size) {
  const types = ['text', 'choice', 'integer', 'yesNo', 'date', 'choices'];
  const options = ['red', 'green', 'blue', 'white'].map((value) => ({ value, label: value }));
  const questions = Array.from({ length: size }, (_, index) => ({
    key: `q${index}`,
    type: types[index % types.length],
    label: `Question ${index + 1}`,
    options: ['choice', 'choices'].includes(types[index % types.length]) ? options : [],
    showWhen: index % 3 === 2 ? { source: `q${index - 2}`, operator: 'answered', values: [] } : null,
  }));
  const [{ id: storeId }] = (await client.apex('FormAdminController.getChoices', {})).stores;
  const draft = {
    name: `Bench ${size}`,
    slug: `bench-${size}`,
    storeId,
    hasPage: true,
    definition: JSON.stringify({ title: `Bench ${size}`, questions }),
    placements: [],
  };
  const { id: formId } = await client.apex('FormAdminController.saveForm', { draft });
  await client.apex('FormAdminController.publishForm', { formId });
}

/** Longest of the interactions of typing a word and choosing an option, from the key to the next paint, in milliseconds. */
export async function interactionOf(browser, url) {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', PROCESSOR);
    await page.evaluate(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => {
        for (const { interactionId, duration } of list.getEntries())
          if (interactionId) globalThis.longest = Math.max(globalThis.longest, duration);
      }).observe({ type: 'event', durationThreshold: 16 });
    });
    await page.getByLabel('Question 1 (optional)').pressSequentially('harbour', { delay: 60 });
    await page.getByRole('radio', { name: 'green' }).first().click();
    // The last entry comes with the frame after the last paint.
    await page.evaluate(() => new Promise((done) => globalThis.requestAnimationFrame(() => setTimeout(done, 400))));
    return await page.evaluate(() => globalThis.longest);
  } finally {
    await context.close();
  }
}

/** Bytes, as transferred with gzip, of those scripts of a page that are of forms, until the network rests. */
export async function formScripts(browser, base, path) {
  const context = await browser.newContext({ baseURL: base, extraHTTPHeaders: { 'accept-encoding': 'gzip' } });
  try {
    const page = await context.newPage();
    await page.goto(path, { waitUntil: 'networkidle' });
    return await page.evaluate(async (marks) => {
      const scripts = performance
        .getEntriesByType('resource')
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'));
      let bytes = 0;
      for (const { name, encodedBodySize } of scripts) {
        const text = await (await fetch(name)).text();
        if (marks.some((mark) => text.includes(mark))) bytes += encodedBodySize;
      }
      return bytes;
    }, MARKS);
  } finally {
    await context.close();
  }
}
