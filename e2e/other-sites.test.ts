import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page, Request } from 'playwright-core';
import { launchBrowser } from './support/browser.mjs';
import { signIn, type Visitor, visitor } from './support/journey.js';
import { base } from './support/store.js';

/** A page that somebody else serves: another port of this machine, or another site. */
let foreign: Server;
let browser: Browser;
let admin: Visitor;
const attackers: Record<string, string> = {};

before(async () => {
  foreign = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Elsewhere</title><body>');
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  const { port } = foreign.address() as AddressInfo;
  attackers['another port of localhost'] = `http://localhost:${port}/`;
  attackers['another site'] = `http://evil.example:${port}/`;
  browser = await launchBrowser({ args: ['--host-resolver-rules=MAP evil.example 127.0.0.1'] });
  admin = await visitor(browser);
  await signIn(admin.page);
});

after(async () => {
  await admin.leave();
  await browser.close();
  foreign.closeAllConnections();
  foreign.close();
});

const MARK = 'Made elsewhere';
const insert = `insert new Account(Name = '${MARK}');`;
const ANONYMOUS = `/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(insert)}`;
const RECORD = JSON.stringify({ apiName: 'Account', fields: { Name: MARK } });
const NAMED = JSON.stringify({ Name: MARK });
/** A method of the admin that changes something. */
const METHOD = '/apex/StoreAdminController/rebuildListings';

/** What a foreign page may ask for by an address alone. */
const READS = [
  ANONYMOUS,
  '/services/data/v67.0/query?q=SELECT+Id+FROM+Account',
  '/aura/data/v67.0/ui-api/object-info/Account',
  '/apex/StoreAdminController/getStores',
  METHOD,
  '/services/apexrest/anything',
  '/logout',
];
/** What it may post. */
const WRITES: [string, string][] = [
  ['/services/data/v67.0/sobjects/Account', NAMED],
  ['/services/data/v67.0/ui-api/records', RECORD],
  ['/aura/data/v67.0/ui-api/records', RECORD],
  [METHOD, '{}'],
  ['/logout', ''],
  ['/login', 'username=x'],
  ['/services/oauth2/token', 'grant_type=password'],
];

/** Calls the data of pages as the administrator's own page does. */
const own = (page: Page, method: string, path: string, body?: string): Promise<{ status: number; text: string }> =>
  page.evaluate(
    async (call) => {
      const { csrfToken } = JSON.parse(document.getElementById('orglet-context')!.textContent);
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
      const response = await fetch(`/aura/data/v67.0/ui-api/${call.path}`, {
        method: call.method,
        body: call.body,
        headers,
      });
      return { status: response.status, text: await response.text() };
    },
    { method, path, body },
  );

/** Ids of the accounts that an attack has made. */
async function made(page: Page): Promise<string[]> {
  const list = `list-records/Account/All?fields=Account.Name&searchTerm=${encodeURIComponent(MARK)}`;
  const { status, text } = await own(page, 'GET', list);
  assert.equal(status, 200, text);
  return (JSON.parse(text) as { records: { id: string }[] }).records.map(({ id }) => id);
}

/** In the page: posts a form whose one field makes, as plain text, the JSON document. */
function submit([action, enctype, text]: readonly [string, string, string]): void {
  const form = Object.assign(document.createElement('form'), { method: 'post', action, enctype });
  const name = text === '{}' ? '{"x":"' : `${text.slice(0, -1)},"x":"`;
  form.append(Object.assign(document.createElement('input'), { name, value: '"}' }));
  document.body.append(form);
  form.submit();
}

/** What the browser asked the org for, and was answered as far as pages are told. */
interface Attack {
  asked: string[];
  answers: string[];
}

/** Opens a foreign page in the browser that holds the administrator's session and lets it act. */
async function attack(
  address: string,
  act: (page: Page, fresh: () => Promise<Page>) => Promise<void>,
): Promise<Attack> {
  const result: Attack = { asked: [], answers: [] };
  const name = (request: Request): string => `${request.method()} ${new URL(request.url()).pathname}`;
  const fresh = async (): Promise<Page> => {
    const page = await admin.context.newPage();
    await page.goto(address);
    return page;
  };
  const first = await fresh();
  // What the administrator's own page still loads is no attack.
  await admin.page.waitForLoadState('networkidle');
  admin.context.on('request', (request) => {
    if (request.url().startsWith(base)) result.asked.push(name(request));
  });
  admin.context.on('response', (response) => {
    if (response.url().startsWith(base)) result.answers.push(`${response.status()} ${name(response.request())}`);
  });
  await act(first, fresh);
  admin.context.removeAllListeners('request');
  admin.context.removeAllListeners('response');
  for (const opened of admin.context.pages()) if (opened !== admin.page) await opened.close();
  return result;
}

/** Sends the page somewhere and waits for the answer. */
async function leaves(page: Page, act: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().startsWith(base));
  await act();
  await answered;
  await page.close();
}

/** Nothing was made, the administrator is still signed in, and no call got through. */
async function holds({ asked, answers }: Attack, expected: number): Promise<void> {
  assert.deepEqual(await made(admin.page), [], answers.join('\n'));
  assert.ok(asked.length >= expected, `only ${asked.length} of ${expected} requests: ${asked.join('\n')}`);
  const data = answers.filter((answer) => !/ \/(?:lightning.*|login)?$/.test(answer) || / POST /.test(answer));
  for (const answer of data) assert.match(answer, /^4\d\d /);
}

for (const name of ['another port of localhost', 'another site']) {
  describe(`A page of ${name}`, () => {
    it('moves nobody into a change: navigation, new windows', async () => {
      const result = await attack(attackers[name], async (page, fresh) => {
        for (const target of READS) {
          const opened = page.waitForEvent('popup');
          await page.evaluate((url) => void open(url), base + target);
          await (await opened).waitForLoadState();
          const leaving = await fresh();
          await leaves(leaving, () => leaving.evaluate((url) => void (location.href = url), base + target));
        }
      });
      assert.equal(result.answers.length, READS.length * 2, result.answers.join('\n'));
      await holds(result, READS.length * 2);
    });

    it('posts no form, in any encoding', async () => {
      const result = await attack(attackers[name], async (_page, fresh) => {
        for (const [target, body] of WRITES) {
          for (const encoding of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
            const leaving = await fresh();
            await leaves(leaving, () => leaving.evaluate(submit, [base + target, encoding, body || '{}'] as const));
          }
        }
      });
      assert.equal(result.answers.length, WRITES.length * 3, result.answers.join('\n'));
      await holds(result, WRITES.length * 3);
    });

    it('loads nothing as a picture, script, style, frame or preload', async () => {
      const result = await attack(attackers[name], async (page) => {
        const loaded = await page.evaluate(
          async (urls) => {
            const kinds: [string, string][] = [
              ['img', 'src'],
              ['script', 'src'],
              ['link', 'href'],
              ['video', 'src'],
            ];
            const results: string[] = [];
            for (const url of urls)
              for (const [tag, attribute] of kinds) {
                const element = document.createElement(tag);
                if (tag === 'link') element.setAttribute('rel', 'stylesheet');
                const done = new Promise<string>((resolve) => {
                  element.onload = () => resolve(`${tag} ${url}`);
                  element.onloadeddata = () => resolve(`${tag} ${url}`);
                  element.onerror = () => resolve('');
                });
                element.setAttribute(attribute, url);
                document.body.append(element);
                results.push(await done);
              }
            return results.filter(Boolean);
          },
          READS.map((target) => base + target),
        );
        assert.deepEqual(loaded, []);
        for (const target of ['/', '/lightning', '/login', READS[0]]) {
          await page.evaluate((url) => {
            const frame = Object.assign(document.createElement('iframe'), { src: url });
            document.body.append(frame);
            return new Promise((resolve) => {
              frame.onload = resolve;
            });
          }, base + target);
        }
        const shown = await Promise.all(
          page
            .frames()
            .slice(1)
            .map((frame) => frame.title().catch(() => '')),
        );
        for (const title of shown) assert.doesNotMatch(title, /Lightning|Sign in|Tidemoor/);
      });
      await holds(result, READS.length * 4 + 4);
    });

    it('fetches nothing, reads nothing, sends no beacon', async () => {
      const result = await attack(attackers[name], async (page) => {
        const read = await page.evaluate(
          async ({ reads, writes }) => {
            const results: string[] = [];
            const ask = async (url: string, options: RequestInit): Promise<void> => {
              try {
                const response = await fetch(url, { credentials: 'include', ...options });
                const text = await response.text();
                if (response.type !== 'opaque' || text) results.push(`${url}: ${text}`);
              } catch {
                // What cannot be read.
              }
            };
            for (const url of reads) {
              await ask(url, {});
              await ask(url, { mode: 'no-cors' });
              await ask(url, { method: 'HEAD', mode: 'no-cors' });
            }
            for (const [url, body] of writes) {
              await ask(url, { method: 'POST', body });
              await ask(url, { method: 'POST', body, mode: 'no-cors' });
              await ask(url, {
                method: 'POST',
                body,
                headers: { 'content-type': 'application/json', 'x-csrf-token': 'x' },
              });
              navigator.sendBeacon(url, body);
            }
            return results;
          },
          {
            reads: [...READS, '/', '/lightning', '/login'].map((target) => base + target),
            writes: WRITES.map(([target, body]) => [base + target, body] as [string, string]),
          },
        );
        assert.deepEqual(read, []);
      });
      await holds(result, READS.length * 3 + WRITES.length * 4);
    });
  });
}

describe('The store’s own page', () => {
  it('does with its token what other pages cannot, so that the attacks above are real', async () => {
    const created = await own(admin.page, 'POST', 'records', RECORD);
    assert.equal(created.status, 201, created.text);
    const ids = await made(admin.page);
    assert.equal(ids.length, 1);
    assert.equal((await own(admin.page, 'DELETE', `records/${ids[0]}`)).status, 204);
    const bare = await admin.page.evaluate(
      async (body) => (await fetch('/aura/data/v67.0/ui-api/records', { method: 'POST', body })).status,
      RECORD,
    );
    assert.equal(bare, 403);
  });
});
