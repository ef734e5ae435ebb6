import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createWebHost, type WebHost } from '../host/web-host.js';
import { guard } from '../server/entry.js';
import { Router } from '../server/router.js';
import { makeProject, shopFiles } from './project-fixture.js';

const BASE = '/@dev/storefront/';

let project: string;
let host: WebHost;
let server: Server;
let base = '';
/** Addresses that pages load, entry first. */
const loaded: string[] = [];

before(async () => {
  project = makeProject({
    ...shopFiles(),
    'app/main/classes/Secret.cls': 'public class Secret {}',
    'app/main/lwc/hello/.env': 'KEY=1',
  });
  for (const name of ['.git/config', '.orglet/data/org.db', '.orglet/data/admin-password']) {
    mkdirSync(join(project, name, '..'), { recursive: true });
    writeFileSync(join(project, name), 'secret = 1');
  }
  host = await createWebHost({ project, cache: join(project, '.orglet', 'web'), dev: true });
  const router = new Router(host.mounts);
  server = createServer();
  guard(server, {
    answer: async (incoming, response, url) => {
      const handler = router.find(incoming.method ?? 'GET', url.pathname).handler ?? host.fallback;
      await handler({ request: incoming, response, url, user: { id: '005000000000001AAA', name: 'Ada' } } as any);
    },
    fail: (_request, response, error) => void response.writeHead((error as { status?: number }).status ?? 500).end(),
    upgrade: host.upgrade,
    log: () => undefined,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(async () => {
  server.closeAllConnections();
  server.close();
  await host.close();
});

/** Follows imports as a browser does. */
async function load(address: string): Promise<void> {
  if (loaded.includes(address)) return;
  loaded.push(address);
  const response = await fetch(base + address);
  assert.equal(response.status, 200, address);
  const code = (await response.text()).replace(/^\s*(?:\/\/|\*).*$/gm, '');
  const imports = code.matchAll(/(?:from|import)\s*\(?\s*["'](\/@dev\/[^"']+)["']/g);
  for (const [, next] of imports) await load(next);
}

/** Status of a request as it is written, which `fetch` would put in order. */
function statusOf(path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(base, { path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the dev server', () => {
  it('serves the components of the project and what they import', async () => {
    for (const page of ['/', '/lightning']) {
      const html = await (await fetch(base + page)).text();
      await load(/<script type="module" src="([^"]+)"/.exec(html)![1]);
    }
    assert.ok(loaded.some((address) => address.includes('/lwc/hello/hello.ts')));
    assert.ok(loaded.some((address) => address.includes('/lwc/hello/hello.html.lwc.js')));
    assert.ok(loaded.some((address) => address.includes('@lwc/engine-dom')));
    assert.ok(loaded.some((address) => address.includes('/lightning-base-components/scopedImports/')));
  });

  it('serves nothing else', async () => {
    const files = [
      '/etc/passwd',
      `${project}/sfdx-project.json`,
      `${project}/.git/config`,
      `${project}/.orglet/data/org.db`,
      `${project}/.orglet/data/admin-password`,
      `${project}/app/main/classes/Secret.cls`,
      `${project}/app/main/lwc/hello/.env`,
      `${project}/app/main/lwc/hello/hello.js-meta.xml`,
      `${project}/app/main/lwc/hello/../../../../.git/config`,
    ];
    const endings = [
      '',
      '.lwc.js',
      '.in-script.lwc.js',
      '?raw',
      '?url',
      '?import&raw',
      '?inline',
      '?.svg?.wasm?init',
      '?t=1',
    ];
    for (const file of files)
      for (const ending of endings)
        for (const way of [
          `@fs${file}`,
          `@fs/${file}`,
          `@id/${file}`,
          `@id/__x00__${file}`,
          `@fs${encodeURIComponent(file)}`,
        ])
          assert.notEqual(await statusOf(`${BASE}${way}${ending}`), 200, `${way}${ending}`);
    for (const path of [
      '@id/package.json.lwc.js',
      '@id/__x00__virtual:../../../../etc/passwd',
      '..%2f..%2fpackage.json',
      '../server/server.ts',
    ])
      assert.notEqual(await statusOf(BASE + path), 200, path);
  });

  it('is for pages of its own origin', async () => {
    const entry = loaded[0];
    const foreign: Record<string, string>[] = [
      { origin: 'http://localhost:3000' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) assert.equal(await statusOf(entry, headers), 403, JSON.stringify(headers));
    const own = await fetch(base + entry, { headers: { origin: base } });
    assert.deepEqual([own.status, own.headers.get('access-control-allow-origin')], [200, null]);
    assert.equal(own.headers.get('cross-origin-resource-policy'), 'same-origin');
  });

  it('replaces components in pages of its own origin only', async () => {
    const client = await (await fetch(`${base}${BASE}@vite/client`)).text();
    const token = /wsToken = "([^"]+)"/.exec(client)?.[1] ?? '';
    assert.notEqual(token, '');
    const connect = (headers: Record<string, string>): Promise<number> =>
      new Promise((resolve) => {
        const sent = request(base, {
          path: `${BASE}?token=${token}`,
          headers: {
            connection: 'Upgrade',
            upgrade: 'websocket',
            'sec-websocket-version': '13',
            'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
            'sec-websocket-protocol': 'vite-hmr',
            ...headers,
          },
        });
        sent.on('upgrade', (response, socket) => {
          socket.destroy();
          resolve(response.statusCode ?? 0);
        });
        sent.on('response', (response) => resolve(response.statusCode ?? 0));
        sent.on('error', () => resolve(0));
        sent.end();
      });
    assert.equal(await connect({ origin: base }), 101);
    assert.equal(await connect({}), 400);
    assert.equal(await connect({ origin: 'http://localhost:3000' }), 400);
    assert.equal(await connect({ origin: base, host: 'evil.example' }), 421);
  });
});
