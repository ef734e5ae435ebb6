/** Callouts of a served org to a server in another thread: the thread that runs Apex sleeps while it waits. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Org } from '../../org/org.js';
import { openTestOrg } from '../../org/test-project.js';

const SERVER = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  const server = createServer((request, response) => {
    if (request.url === '/slow') return;
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const { method, url, headers } = request;
      const answer = { method, url, key: headers['x-key'] ?? null, body: Buffer.concat(parts).toString('utf8') };
      response.writeHead(url === '/teapot' ? 418 : 200, { 'content-type': 'application/json', 'x-answer': 'yes' });
      response.end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;
const xml = (type: string, body: string) =>
  `<?xml version="1.0"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;
const remoteSite = (url: string, active = true) =>
  xml(
    'RemoteSiteSetting',
    `<disableProtocolSecurity>true</disableProtocolSecurity><isActive>${active}</isActive><url>${url}</url>`,
  );
const CLASSES = {
  Caller: `public class Caller {
    public static HttpResponse call(String method, String endpoint, String body, Integer timeout) {
      HttpRequest request = new HttpRequest();
      request.setMethod(method);
      request.setEndpoint(endpoint);
      if (body != null) request.setBody(body);
      if (timeout != null) request.setTimeout(timeout);
      return new Http().send(request);
    }
    public static String text(String method, String endpoint, String body) {
      HttpResponse response = call(method, endpoint, body, null);
      return response.getStatusCode() + ' ' + response.getHeader('X-Answer') + ' ' + response.getBody();
    }
  }`,
};

let worker: Worker;
let base: string;
let org: Org;
before(async () => {
  worker = new Worker(SERVER, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  base = `http://127.0.0.1:${port}`;
  const files = {
    'remoteSiteSettings/Local.remoteSite-meta.xml': remoteSite(base),
    'remoteSiteSettings/Off.remoteSite-meta.xml': remoteSite(`http://localhost:${port}`, false),
    'namedCredentials/Backend.namedCredential-meta.xml': xml(
      'NamedCredential',
      `<label>Backend</label><namedCredentialType>SecuredEndpoint</namedCredentialType>
      <namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType><parameterValue>http://localhost:${port}/api</parameterValue></namedCredentialParameters>
      <namedCredentialParameters><parameterName>X-Key</parameterName><parameterType>HttpHeader</parameterType><parameterValue>secret</parameterValue></namedCredentialParameters>`,
    ),
  };
  org = openTestOrg({ classes: CLASSES, files });
  org.serving = true;
});
after(async () => {
  org.close();
  await worker.terminate();
});

const send = (method: string, endpoint: string, body: string | null = null): string =>
  org.invokeStatic('Caller', 'text', [method, endpoint, body], org.adminUser()) as string;

test('a request reaches a declared remote site and its answer comes back', () => {
  assert.equal(
    send('POST', `${base}/echo?a=1`, 'grüße'),
    '200 yes {"method":"POST","url":"/echo?a=1","key":null,"body":"grüße"}',
  );
  assert.match(send('GET', `${base}/teapot`), /^418 yes /);
});

test('a named credential gives the address and its headers', () => {
  assert.equal(
    send('PUT', 'callout:Backend/items', '{}'),
    '200 yes {"method":"PUT","url":"/api/items","key":"secret","body":"{}"}',
  );
  assert.throws(() => send('GET', 'callout:Missing/x'), { message: /the named credential "Missing" might not exist/ });
});

test('other addresses are refused before anything is sent', () => {
  const refused = /^Unauthorized endpoint, please check Setup->Security->Remote site settings\. endpoint = https:/;
  assert.throws(() => send('GET', 'https://example.com/'), { typeName: 'System.CalloutException', message: refused });
  assert.throws(() => send('GET', base.replace('127.0.0.1', 'localhost')), { message: /^Unauthorized endpoint/ });
  assert.throws(() => send('GET', 'no address'), { message: /no protocol/ });
});

test('a server that does not answer in time, or not at all, is a CalloutException', () => {
  const call = (endpoint: string) =>
    org.runAnonymous(`try { Caller.call('GET', '${endpoint}', null, 50); System.debug('answered'); }
      catch (CalloutException e) { System.debug(e.getMessage()); }`);
  assert.deepEqual(call(`${base}/slow`), ['Read timed out']);
  org.serving = false;
  assert.throws(() => send('GET', base), { message: /^Callouts are made by a served org only/ });
  org.serving = true;
});
