/** The mailbox: who may read it, and what a message may do there. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Org } from '../../../org/org.js';
import { addMember, openTestOrg } from '../../../org/test-project.js';
import { createServer, type OrgServer } from '../server.js';

let org: Org;
let server: OrgServer;
let base: string;

before(async () => {
  org = openTestOrg({});
  server = createServer(org, { log: () => undefined });
  base = `http://localhost:${await server.listen(0)}`;
  org.runAnonymous(`
    insert new OrgWideEmailAddress(Address = 'shop@example.com', DisplayName = 'The Shop', IsAllowAllProfiles = true);`);
  org.runAnonymous(`
    Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage();
    m.setOrgWideEmailAddressId([SELECT Id FROM OrgWideEmailAddress].Id);
    m.setToAddresses(new List<String>{ 'ada@example.com' });
    m.setReplyTo('help@example.com');
    m.setSubject('Hello <b>Ada</b>');
    m.setHtmlBody('<p onclick="x()">Hi</p><script>x()</script>');
    m.setPlainTextBody('See http://localhost/a?b=1&c=2 or <http://localhost/d>');
    Messaging.SingleEmailMessage n = new Messaging.SingleEmailMessage();
    n.setToAddresses(new List<String>{ 'bob@example.com' });
    n.setSubject('Other');
    n.setPlainTextBody('Hi');
    Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ m, n });`);
});
after(async () => {
  await server.close();
  org.close();
});

const get = (path: string, cookie = '', headers: Record<string, string> = {}): Promise<Response> =>
  fetch(base + path, { redirect: 'manual', headers: { cookie, ...headers } });

test('it is for who has the key and for administrators', async () => {
  const asked = await get('/orglet/mail');
  assert.deepEqual([asked.status, asked.headers.get('location')], [303, '/orglet/login?startURL=%2Forglet%2Fmail']);
  for (const path of ['/orglet/mail/1', '/orglet/mail/1/html']) assert.equal((await get(path)).status, 303, path);
  const wrong = await get('/orglet/mail?key=wrong');
  assert.equal(wrong.headers.get('set-cookie'), null);
  const right = await get(server.mailbox);
  assert.equal(right.headers.get('location'), '/orglet/mail');
  assert.match(right.headers.get('set-cookie')!, /; Path=\/orglet; HttpOnly; SameSite=Lax$/);
  assert.equal((await get('/orglet/mail', right.headers.get('set-cookie')!.split(';')[0])).status, 200);
  const session = (user = org.adminUser()): string => `orglet_sid=${server.sessions.create(user)}`;
  assert.equal((await get('/orglet/mail', session())).status, 200);
  assert.equal((await get('/orglet/mail', session(addMember(org, 'm@x.example')))).status, 403);
  assert.equal((await get('/services/orglet/mail')).status, 401);
});

test('messages are found by address and shown without their scripts', async () => {
  const cookie = `orglet_sid=${server.sessions.create(org.adminUser())}`;
  const found = await (await get('/orglet/mail?to=ADA@', cookie)).text();
  assert.match(found, /Hello &#60;b&#62;Ada/);
  assert.doesNotMatch(found, /Other/);
  const page = await (await get('/orglet/mail/1', cookie)).text();
  assert.match(page, /The Shop &#60;shop@example\.com&#62;/);
  assert.match(page, /help@example\.com/);
  assert.match(page, /href="http:\/\/localhost\/a\?b=1&#38;c=2"/);
  assert.match(page, /href="http:\/\/localhost\/d"/);
  assert.match(page, /<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  const html = await get('/orglet/mail/1/html', cookie);
  assert.match(html.headers.get('content-security-policy')!, /^sandbox allow-popups[^;]*; default-src 'none'/);
  assert.doesNotMatch(html.headers.get('content-security-policy')!, /script/);
  for (const path of ['/orglet/mail/99', '/orglet/mail/x']) assert.equal((await get(path, cookie)).status, 404);
  const bearer = { authorization: `Bearer ${server.sessions.create(org.adminUser())}` };
  const list = (await (await get('/services/orglet/mail?to=bob', '', bearer)).json()) as { subject: string }[];
  assert.deepEqual(
    list.map(({ subject }) => subject),
    ['Other'],
  );
});
