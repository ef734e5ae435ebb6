/** No request ends the process: malformed ones by raw sockets, from a seed, over loopback alone. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import type { Org } from '../../../org/org.js';
import { openTestOrg } from '../../../org/test-project.js';
import { createServer, type OrgServer } from '../server.js';

const COUNT = 100_000;
/** Requests of one connection, as long as the server can tell where each ends. */
const BATCH = 50;
const CONNECTIONS = 48;
/** Longest wait for the answers of a connection, in milliseconds. */
const PATIENCE = 5_000;
const SEED = Number(process.env.FUZZ_SEED ?? 20_260);

const CLASSES = {
  Shop: `public without sharing class Shop {
    @AuraEnabled(cacheable=true) public static String hello(String name, List<Integer> numbers) { return 'Hello ' + name; }
    @AuraEnabled public static Integer count(Map<String, String> values) { return values == null ? 0 : values.size(); }
  }`,
  Hook: `@RestResource(urlMapping='/hook/*') global class Hook {
    @HttpPost global static String take(String text) { return text; }
    @HttpGet global static String show() { return RestContext.request.params.get('q'); }
  }`,
};
const GUEST_SET = `<?xml version="1.0"?><PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Guest</label>
  <classAccesses><apexClass>Shop</apexClass><enabled>true</enabled></classAccesses><classAccesses><apexClass>Hook</apexClass><enabled>true</enabled></classAccesses></PermissionSet>`;

let org: Org;
let server: OrgServer;
let port: number;
let session: string;
const log: string[] = [];

before(async () => {
  org = openTestOrg({ classes: CLASSES, files: { 'permissionsets/Guest.permissionset-meta.xml': GUEST_SET } });
  org.runAnonymous(
    `insert new PermissionSetAssignment(AssigneeId = '${org.guestUser().id}', PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Guest'].Id);`,
  );
  server = createServer(org, { log: (message) => log.push(message) });
  port = await server.listen(0);
  session = server.sessions.create(org.adminUser());
});
after(async () => {
  await server.close();
  org.close();
});

/** A generator of numbers below 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const METHODS = [
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'HEAD',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'M-SEARCH',
];
const TARGETS = [
  '/',
  '//',
  '///',
  '/\\evil',
  '/%',
  '/%zz',
  '/%00',
  '/%E0%A4',
  '/%0d%0aX:1',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/../../etc/passwd',
  '/?',
  '/?%',
  '/#',
  '/;',
  '/a?b=%E0%A4&c=%00',
  '*',
  'http://[',
  'http://',
  'http://evil/',
  'http://localhost',
  'http://localhost/x',
  'https://localhost/',
  'foo',
  '://',
  '?',
  '#',
  '/login',
  '/login?startURL=//evil',
  '/login?startURL=%2F%09%2Fevil',
  '/logout',
  '/lightning',
  '/resource/x/%00',
  '/resource/..%2f..%2fx',
  '/assets/site/..%5c',
  '/sfc/dist/version/download?ids=x&d=/a/b',
  '/apex',
  '/apex/',
  '/apex/Shop',
  '/apex/Shop/hello',
  '/apex/Shop/hello?params=',
  '/apex/Shop/hello?params={',
  '/apex/Shop/hello?params=[1]',
  '/apex/Shop/hello?params=null',
  '/apex/Shop/hello?params={"name":{},"numbers":"x"}',
  '/apex/Shop/count',
  '/apex/__proto__/constructor',
  '/apex/Shop/constructor',
  '/services',
  '/services/data',
  '/services/data/',
  '/services/data/v67.0',
  '/services/data/v67.0/sobjects',
  '/services/data/v67.0/sobjects/Account',
  '/services/data/v67.0/sobjects/__proto__',
  '/services/data/v67.0/sobjects/Account/%27',
  '/services/data/v67.0/sobjects/Account/x/y/z',
  '/services/data/v67.0/query?q=',
  '/services/data/v67.0/query?q=SELECT',
  "/services/data/v67.0/query?q=SELECT+Id+FROM+Account+WHERE+Name='",
  '/services/data/v67.0/query/x-y',
  '/services/data/v67.0/search?q=FIND+{',
  '/services/data/v67.0/parameterizedSearch?q=%27%27&sobject=',
  '/services/data/v67.0/composite',
  '/services/data/v67.0/composite/batch',
  '/services/data/v67.0/composite/sobjects',
  '/services/data/v67.0/composite/tree/Account',
  '/services/data/v67.0/composite/graph',
  '/services/data/v67.0/jobs/ingest',
  '/services/data/v67.0/jobs/ingest/x/batches',
  '/services/data/v67.0/jobs/query',
  '/services/data/v67.0/ui-api/records/x',
  '/services/data/v67.0/ui-api/records',
  '/services/data/v67.0/ui-api/object-info/batch/a,b',
  '/services/data/v67.0/ui-api/list-records/Account/__Recent',
  '/services/data/v67.0/tooling/executeAnonymous?anonymousBody=%7B',
  '/services/data/v67.0/tooling/runTestsSynchronous',
  '/services/apexrest/hook',
  '/services/apexrest/hook?q=%00',
  '/services/apexrest/',
  '/services/Soap/u/67.0',
  '/services/Soap/s/67.0',
  '/services/oauth2/token',
  '/services/oauth2/revoke',
  '/services/oauth2/userinfo',
  '/id/x/y',
  '/id/x/y?oauth_token=x',
  '/aura/data/v67.0/ui-api/apps',
  '/aura/x',
];
const HOSTS = [
  'localhost',
  'localhost',
  'localhost',
  'localhost',
  '127.0.0.1:80',
  '[::1]',
  'a.localhost',
  '[',
  ']',
  '[::1',
  'a b',
  '%',
  '',
  'localhost:99999',
  'localhost:abc',
  'localhost:',
  ':80',
  '@',
  'localhost@evil',
  'localhost/x',
  'evil.example',
  '0.0.0.0',
  'localhost\t',
  '\u00e9',
  'x'.repeat(300),
];
const HEADERS = [
  'Authorization: Bearer',
  'Authorization: Bearer x',
  'Authorization: Basic %',
  'Authorization: OAuth ' + 'y'.repeat(500),
  'Cookie: orglet_sid',
  'Cookie: orglet_sid=x; ;=;',
  'Cookie: =',
  'X-CSRF-Token: x',
  'Origin: null',
  'Origin: http://[',
  'Origin: http://evil',
  'Referer: http://[',
  'Referer: :',
  'Sec-Fetch-Site: cross-site',
  'Sec-Fetch-Site: x',
  'Accept-Encoding: gzip, br',
  'Accept-Encoding: ,;q=',
  'If-None-Match: "x"',
  'Range: bytes=9-1',
  'Expect: 100-continue',
  'Content-Type: application/json',
  'Content-Type: \u00ff',
  'Content-Type: multipart/form-data',
  'Sforce-Query-Options: batchSize=-1',
  'Sforce-Mru: updateMru=true',
  'X-HTTP-Method-Override: DELETE',
  'Host: second',
  'Max-Forwards: 0',
  'Content-Encoding: gzip',
  'Date: \u0080',
];
/** What cannot be followed by another request: the end is not known, or the connection is asked to end or to change. */
const BREAKING = [
  'Expect: nothing',
  'Connection: close',
  'Connection: Upgrade\r\nUpgrade: websocket',
  'Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: x',
  'Transfer-Encoding: identity',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Content-Length: 5\r\nContent-Length: 6',
  'Content-Length: 3\r\nTransfer-Encoding: chunked',
  'no colon',
  ': empty',
  'A\u0000: b',
  'A: \u0000',
  ' folded: x',
  'Long: ' + 'z'.repeat(20_000),
];
const LINES = [
  'G',
  'GET',
  'GET ',
  'GET /',
  'GET / HTTP',
  'GET / HTTP/9.9',
  'GET / HTTP/1.1 x',
  'get / http/1.1',
  'FOO / HTTP/1.1',
  'CONNECT / HTTP/1.1',
  'CONNECT [:1 HTTP/1.1',
  'CONNECT evil:443 HTTP/1.1',
  ' GET / HTTP/1.1',
  '\u0016\u0003\u0001\u0002',
  'PRI * HTTP/2.0',
  'GET http://[ HTTP/1.0',
  'GET\t/\tHTTP/1.1',
  '\r\n\r\n\r\n',
  '\u0000\u0000\u0000\u0000',
];
const BODIES = [
  '',
  '{}',
  '{',
  '[]',
  'null',
  '"x"',
  '0',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{}}}',
  '[[[[[[[[[[[[[[[[',
  '{"a":'.repeat(200),
  '\u0000\u0001\u0002',
  '\ufeff{}',
  '{"name":1e999}',
  '{"numbers":[1,"x",null]}',
  '{"values":{"a":{}}}',
  '{"records":[{}]}',
  '{"records":[{"attributes":{"type":"Account"},"Name":{}}]}',
  '{"allOrNone":1,"compositeRequest":[{"method":"GET","url":"http://[","referenceId":"@{x}"}]}',
  '{"batchRequests":[{"method":"x","url":"/%"}]}',
  '{"graphs":[{}]}',
  '{"apiName":"Account","fields":{"Name":[]}}',
  '{"operation":"insert","object":"x"}',
  '{"operation":"query","query":"SELECT"}',
  'grant_type=password&username=%&password=%E0%A4',
  'token=%00',
  '<a>',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  '<s:Envelope xmlns:s="x"><s:Body><logout/></s:Body></s:Envelope>',
  '<Envelope><Body><executeAnonymous><String>x</String></executeAnonymous></Body></Envelope>',
  '\u00ff\u00fe',
  'x'.repeat(5000),
];

interface Sample {
  bytes: Buffer;
  /** Nothing can follow it on its connection. */
  last: boolean;
}

/** A malformed request, or a sound one of malformed parts. */
function sample(next: () => number): Sample {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)];
  const flip = (text: string): string => {
    const at = Math.floor(next() * text.length);
    return text.slice(0, at) + String.fromCharCode(Math.floor(next() * 256)) + text.slice(at + 1);
  };
  const encode = (text: string): Buffer => Buffer.from(text, 'latin1');
  const kind = next();
  if (kind < 0.02) return { bytes: encode(`${pick(LINES)}\r\nHost: ${pick(HOSTS)}\r\n\r\n`), last: true };
  let target = pick(TARGETS);
  if (next() < 0.2) target = flip(target).replace(/[\s\u0000-\u001f\u007f]/g, '~');
  const method = pick(METHODS);
  const headers = [`Host: ${next() < 0.8 ? 'localhost' : pick(HOSTS)}`];
  // A sound session, so that what is behind the doors is reached as well.
  if (next() < 0.3) headers.push(`Authorization: Bearer ${session}`);
  for (let count = Math.floor(next() * 3); count > 0; count--) headers.push(pick(HEADERS));
  const body = method === 'GET' || method === 'HEAD' ? '' : pick(BODIES);
  const breaking = kind < 0.05;
  if (breaking) headers.push(pick(BREAKING));
  else headers.push(`Content-Length: ${body.length}`);
  const text = `${method} ${target} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${body}`;
  if (kind < 0.06) return { bytes: encode(text.slice(0, Math.floor(next() * text.length))), last: true };
  if (kind < 0.08) return { bytes: encode(flip(text)), last: true };
  return { bytes: encode(text), last: breaking || !/^(?:\/|\*|http)/.test(target) };
}

/** The next requests of one connection. */
function batch(next: () => number, most: number): { bytes: Buffer; count: number } {
  const parts: Buffer[] = [];
  while (parts.length < most) {
    const { bytes, last } = sample(next);
    parts.push(bytes);
    if (last) break;
  }
  return { bytes: Buffer.concat(parts), count: parts.length };
}

/** What would have ended the process, were it not the test runner's. */
const ends: string[] = [];
process.on('uncaughtExceptionMonitor', (error) => ends.push(String(error.stack)));
process.on('unhandledRejection', (reason) => ends.push(String((reason as Error)?.stack ?? reason)));

const statuses = new Map<string, number>();
const unguarded: string[] = [];

/** Sends bytes and reads until the server has said all it has to say. */
function send(bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let tail = '';
    socket.setTimeout(PATIENCE, () => socket.destroy());
    socket.on('data', (data) => {
      const text = tail + data.toString('latin1');
      for (const [, status, head] of text.matchAll(/HTTP\/1\.1 (\d{3}) [^\r]*\r\n((?:[^\r]+\r\n)*)\r\n/g)) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status !== '100' && !/x-content-type-options: nosniff/i.test(head)) unguarded.push(`${status} ${head}`);
      }
      // A head may come in two parts.
      const open = text.lastIndexOf('HTTP/1.1 ');
      tail = open >= 0 && !text.includes('\r\n\r\n', open) ? text.slice(open) : '';
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.end(bytes);
  });
}

async function alive(): Promise<void> {
  const response = await fetch(
    `http://127.0.0.1:${port}/apex/Shop/hello?params=${encodeURIComponent('{"name":"Ada"}')}`,
  );
  assert.deepEqual([response.status, await response.json()], [200, { returnValue: 'Hello Ada' }]);
}

test(`${COUNT} malformed requests leave the server answering, with the headers of every answer and no fault of its own`, async (t) => {
  const next = random(SEED);
  let left = COUNT;
  const run = async (): Promise<void> => {
    while (left > 0) {
      const { bytes, count } = batch(next, Math.min(BATCH, left));
      left -= count;
      await send(bytes);
    }
  };
  // One of each first, because chance may leave some out.
  for (const host of HOSTS)
    for (const target of ['/', 'http://['])
      await send(Buffer.from(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, 'latin1'));
  for (const line of LINES) await send(Buffer.from(`${line}\r\n\r\n`, 'latin1'));
  await alive();
  assert.deepEqual(ends.slice(0, 3), []);
  await Promise.all(Array.from({ length: CONNECTIONS }, run));
  await alive();
  const answered = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  t.diagnostic(
    `seed ${SEED}, ${answered} answers: ${[...statuses]
      .sort()
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ')}`,
  );
  assert.deepEqual(ends.slice(0, 3), []);
  assert.ok(answered > COUNT / 2, `${answered} answers`);
  assert.deepEqual(unguarded.slice(0, 3), []);
  // What Apex throws is the class's own business.
  const faults = log.filter((line) => !/^[\w.]+: System\.\w+/.test(line));
  assert.deepEqual([...new Set(faults.map((line) => line.split('\n').slice(0, 2).join(' ')))].slice(0, 5), []);
});
