import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { projectTarget } from '../build/project-targets.js';
import { buildTarget } from '../build/target.js';
import type { PageRequest } from '../host/http.js';
import { createWebHost } from '../host/web-host.js';
import { Router } from '../server/router.js';
import { makeProject, shopFiles } from './project-fixture.js';

let server: Server;
let base = '';
let user: PageRequest['user'] = null;
const CUSTOMER = '005000000000002AAA';

/** Serves a project whose targets are built beforehand, through the router of the org's server. */
before(async () => {
  const project = makeProject(shopFiles());
  const cache = join(project, '.orglet');
  await buildTarget(cache, projectTarget(project, cache, 'storefront'));
  await buildTarget(cache, projectTarget(project, cache, 'admin'));
  const host = await createWebHost({
    project,
    cache,
    csrfToken: () => (user ? 'token-1' : null),
    admitsToAdmin: (id) => id !== CUSTOMER,
  });
  const router = new Router(host.mounts);
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const handler = router.find(request.method ?? 'GET', url.pathname).handler ?? host.fallback;
    void handler({ request, response, url, user } as any);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => server.close());

const context = (html: string) => JSON.parse(/id="orglet-context">(.*?)<\/script>/.exec(html)?.[1] ?? 'null');

describe('pages of a site', () => {
  it('carry title, description, preloads and a strict policy', async () => {
    const response = await fetch(`${base}/product/mug`);
    const html = await response.text();
    assert.equal(response.status, 200);
    assert.match(html, /<title>product mug<\/title>/);
    assert.match(html, /<meta name="description" content="About">/);
    assert.match(html, /modulepreload" href="\/assets\/site\/view-product/);
    assert.match(response.headers.get('content-security-policy') ?? '', /script-src 'self';/);
    assert.equal(context(html).user.isGuest, true);
    assert.equal(context(html).csrfToken, undefined);
  });

  it('escape what the address brings', async () => {
    const html = await (await fetch(`${base}/product/${encodeURIComponent('"><script>alert(1)</script>')}`)).text();
    assert.doesNotMatch(html, /<script>alert/);
  });

  it('answer 304 for an unchanged page and 404 with the error page for an unknown one', async () => {
    const first = await fetch(`${base}/`);
    const again = await fetch(`${base}/`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    assert.equal(again.status, 304);
    const missing = await fetch(`${base}/nowhere`);
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /view-error/);
  });
});

describe('search engines', () => {
  it('are told where the pages are listed, and find those without parameters', async () => {
    const robots = await fetch(`${base}/robots.txt`);
    assert.equal(robots.headers.get('content-type'), 'text/plain; charset=utf-8');
    assert.match(await robots.text(), /^Sitemap: http:\/\/localhost\/sitemap\.xml$/m);
    const sitemap = await (await fetch(`${base}/sitemap.xml`)).text();
    assert.match(sitemap, /<loc>http:\/\/localhost\/<\/loc>/);
    assert.doesNotMatch(sitemap, /:slug|error/);
  });
});

describe('files', () => {
  it('are compressed and never change', async () => {
    const [, script] = /<script type="module" src="([^"]+)"/.exec(await (await fetch(`${base}/`)).text()) ?? [];
    const response = await fetch(base + script, { headers: { 'accept-encoding': 'gzip' } });
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    assert.match(response.headers.get('cache-control') ?? '', /immutable/);
    assert.match(await response.text(), /product/);
  });

  it('of static resources are served by name; nothing outside them is', async () => {
    const logo = await fetch(`${base}/resource/acme__Logo`);
    assert.equal(logo.headers.get('content-type'), 'image/svg+xml');
    assert.equal((await fetch(`${base}/resource/Logo/..%2F..%2F..%2Fsfdx-project.json`)).status, 404);
    assert.equal((await fetch(`${base}/assets/site/..%2Fsite.stamp.json`)).status, 404);
  });

  it('of icons hold one symbol', async () => {
    assert.match(await (await fetch(`${base}/assets/icons/utility/close.svg`)).text(), /<symbol id="icon"/);
    assert.equal((await fetch(`${base}/assets/icons/utility/none.svg`)).status, 404);
  });
});

describe('pages of the admin', () => {
  it('send customers and partners to the site', async () => {
    user = { id: CUSTOMER, name: 'Carl' };
    try {
      for (const path of ['/lightning', '/lightning/o/Account/home']) {
        const response = await fetch(base + path, { redirect: 'manual' });
        assert.deepEqual([response.status, response.headers.get('location')], [303, '/']);
      }
    } finally {
      user = null;
    }
  });

  it('send a visitor to the sign-in and back', async () => {
    const response = await fetch(`${base}/lightning/o/Account/home?a=1`, { redirect: 'manual' });
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/login?startURL=%2Flightning%2Fo%2FAccount%2Fhome%3Fa%3D1');
  });

  it('give a signed-in user the shell with a token, not to be cached', async () => {
    user = { id: '005000000000001AAA', name: 'Ada' };
    try {
      const response = await fetch(`${base}/lightning`);
      const html = await response.text();
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.deepEqual(context(html).user, { Id: '005000000000001AAA', isGuest: false, name: 'Ada' });
      assert.equal(context(html).csrfToken, 'token-1');
      const [, shadow] = /<script src="([^"]+)"/.exec(html) ?? [];
      assert.equal((await fetch(base + shadow)).status, 200);
    } finally {
      user = null;
    }
  });
});
