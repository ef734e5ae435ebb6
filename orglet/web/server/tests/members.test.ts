/** Members of a site: how they come to be, sign in, stay signed in, and leave. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMember } from '../../../org/test-project.js';
import type { Org } from '../../../org/org.js';
import { outbox } from '../../../platform/index.js';
import type { OrgServer } from '../server.js';
import { openSite, type TestSite, Visitor, xml } from './site.js';

const PASSWORD = 'right horse 1';
const CLASSES = {
  Join: `public without sharing class Join {
    @AuraEnabled public static String member(String email, Id accountId, String password, String nickname) {
      try {
        User u = new User(Email = email, Username = email + '.shop', FirstName = 'Ann', LastName = 'Doe', CommunityNickname = nickname);
        return Site.createExternalUser(u, accountId, password);
      } catch (Site.ExternalUserCreateException e) {
        return 'refused: ' + String.join(e.getDisplayMessages(), '|');
      }
    }
    @AuraEnabled public static String memberAfterSaving(String email, Id accountId, String password) {
      insert new Account(Name = 'saved before');
      return member(email, accountId, password, email);
    }
    @AuraEnabled public static Id asPortalUser(String email, Id accountId) {
      return Site.createPortalUser(new User(Email = email, CommunityNickname = email), accountId, 'short');
    }
    @AuraEnabled public static String enter(String username, String password, String startUrl) {
      PageReference page = Site.login(username, password, startUrl);
      return page == null ? null : page.getUrl();
    }
    @AuraEnabled public static Boolean forgot(String username) { return Site.forgotPassword(username); }
    @AuraEnabled public static String check(String password, String confirmation) {
      try { Site.validatePassword(new User(Username = 'someone@x.example'), password, confirmation); return 'good'; }
      catch (Exception e) { return e.getMessage(); }
    }
    @AuraEnabled public static String change(String password, String old) {
      try { return Site.changePassword(password, password, old).getUrl(); } catch (Exception e) { return e.getMessage(); }
    }
    @AuraEnabled public static Map<String, String> session() { return Auth.SessionManagement.getCurrentSession(); }
    @AuraEnabled public static Map<String, Object> who() {
      return new Map<String, Object>{ 'name' => UserInfo.getUserName(), 'site' => Site.getSiteId(), 'network' => Network.getNetworkId(), 'login' => Network.getLoginUrl(null), 'logout' => Network.getLogoutUrl(null) };
    }
    @AuraEnabled public static String startCode(String email) {
      return UserManagement.initSelfRegistration(Auth.VerificationMethod.EMAIL, new User(Email = email, CommunityNickname = email, LastName = 'Code'));
    }
    @AuraEnabled public static String finishCode(String identifier, String code) {
      Auth.VerificationResult result = UserManagement.verifySelfRegistration(Auth.VerificationMethod.EMAIL, identifier, code, '/account');
      return result.success ? result.redirect.getUrl() : result.message;
    }
    @AuraEnabled public static String startLogin(Id userId) { return UserManagement.initPasswordlessLogin(userId, Auth.VerificationMethod.EMAIL); }
    @AuraEnabled public static String finishLogin(Id userId, String identifier, String code) {
      Auth.VerificationResult result = UserManagement.verifyPasswordlessLogin(userId, Auth.VerificationMethod.EMAIL, identifier, code, '/');
      return result.success ? result.redirect.getUrl() : result.message;
    }
  }`,
};
const FILES = {
  'profiles/Shopper.profile-meta.xml': xml(
    'Profile',
    '<custom>true</custom><userLicense>Customer Community</userLicense><classAccesses><apexClass>Join</apexClass><enabled>true</enabled></classAccesses>',
  ),
  'networks/Shop.network-meta.xml': xml(
    'Network',
    '<networkMemberGroups><profile>admin</profile><profile>shopper</profile></networkMemberGroups><selfRegProfile>Shopper</selfRegProfile><selfRegistration>true</selfRegistration><emailSenderAddress>shop@example.com</emailSenderAddress><emailSenderName>The Shop</emailSenderName><status>Live</status><site>Shop</site><urlPathPrefix></urlPathPrefix>',
  ),
};

let site: TestSite;
let org: Org;
let server: OrgServer;
let base: string;
let accountId: string;

before(async () => {
  site = await openSite('Join', CLASSES, FILES);
  ({ org, server, base } = site);
  accountId = String(org.query(`SELECT Id FROM Account WHERE Name = 'Shoppers'`)[0]!.Id);
});
after(() => site.close());

const guest = (): Visitor => new Visitor(site);

const giveRole = (): unknown =>
  org.runAnonymous(
    `UserRole top = new UserRole(Name = 'Top', DeveloperName = 'Top'); insert top; update new User(Id = UserInfo.getUserId(), UserRoleId = top.Id);`,
  );

test('a customer needs an account whose owner has a role', async () => {
  const answer = await guest().call('member', { email: 'a@x.example', accountId, password: PASSWORD, nickname: 'a' });
  assert.equal(answer, 'refused: portal account owner must have a role');
  assert.equal(org.query(`SELECT Id FROM Contact WHERE Email = 'a@x.example'`).length, 0, 'nothing is left');
  giveRole();
});

test('a visitor registers: with the only contact of that address, else with a new one', async () => {
  const contact = (email: string, name: string) =>
    org.runAnonymous(`insert new Contact(AccountId = '${accountId}', LastName = '${name}', Email = '${email}');`);
  contact('one@x.example', 'One');
  contact('two@x.example', 'First');
  contact('two@x.example', 'Second');
  for (const email of ['one@x.example', 'two@x.example', 'none@x.example']) {
    const id = await guest().call('member', { email, accountId, password: PASSWORD, nickname: email });
    assert.match(id, /^005/, email);
  }
  const names = org
    .query(
      `SELECT Email, Contact.LastName, Contact.AccountId, Profile.Name, UserType, IsPortalEnabled, Alias FROM User WHERE ContactId != null ORDER BY Email`,
    )
    .map((row) => row as any);
  assert.deepEqual(
    names.map((row) => [row.Email, row.Contact.LastName]),
    [
      ['none@x.example', 'Doe'],
      ['one@x.example', 'One'],
      ['two@x.example', 'Doe'],
    ],
  );
  for (const row of names) {
    assert.equal(row.Contact.AccountId, accountId);
    assert.equal(row.Profile.Name, 'Shopper');
    assert.deepEqual([row.UserType, row.IsPortalEnabled], ['CspLitePortal', true]);
  }
  assert.equal(org.query(`SELECT Id FROM NetworkMember`).length, 3);
});

test('what cannot be is refused in words for people, and leaves nothing', async () => {
  const ask = (more: Record<string, unknown>) =>
    guest().call('member', { email: 'b@x.example', accountId, password: PASSWORD, nickname: 'b', ...more });
  assert.equal(await ask({ email: 'one@x.example' }), 'refused: User already exists.');
  assert.equal(
    await ask({ nickname: 'one@x.example' }),
    'refused: That nickname already exists. Enter a unique nickname.',
  );
  assert.match(await ask({ password: 'short' }), /^refused: Your password must be at least 8 characters long/);
  assert.match(await ask({ password: 'xx one.b@x 1', email: 'one.b@x.example' }), /contain your user name/);
  assert.equal(await ask({ nickname: null }), 'refused: Nickname is required.');
  assert.equal(org.query(`SELECT Id FROM Contact WHERE Email = 'b@x.example'`).length, 0);
  assert.match(
    await guest().call('memberAfterSaving', { email: 'c@x.example', accountId, password: PASSWORD }),
    /^005/,
  );
  assert.equal(await guest().call('asPortalUser', { email: 'd@x.example', accountId }), null);
  assert.match(outbox(1)[0]!.text ?? '', /error in registering a user in site/);
});

test('outside of a site, and in tests, nothing of it is done', () => {
  const refused = org.invokeStatic('Join', 'member', ['e@x.example', accountId, PASSWORD, 'e'], org.adminUser());
  assert.equal(refused, 'refused: That operation is only allowed from within an active site.');
  assert.equal(org.invokeStatic('Join', 'enter', ['one@x.example.shop', PASSWORD, null], org.adminUser()), null);
  assert.equal(org.invokeStatic('Join', 'forgot', ['one@x.example.shop'], org.adminUser()), false);
});

test('a member signs in through the front door, once, and is who runs the Apex of the pages', async () => {
  const shopper = guest();
  assert.equal(
    await shopper.call('enter', { username: 'one@x.example.shop', password: 'wrong horse 1', startUrl: '/' }),
    null,
  );
  const enter = { username: 'one@x.example.shop', password: PASSWORD, startUrl: '//evil.example/' };
  const address = await shopper.call('enter', enter);
  assert.match(address, /^http:\/\/localhost:\d+\/secur\/frontdoor\.jsp\?sid=[\w-]{43}&retURL=%2F$/);
  assert.equal((await guest().follow(address, 'cross-site')).headers.get('set-cookie'), null);
  const response = await shopper.follow(address);
  assert.deepEqual([response.status, response.headers.get('location')], [303, '/']);
  assert.match(response.headers.get('set-cookie')!, /HttpOnly; SameSite=Lax/);
  assert.equal((await guest().follow(address)).headers.get('set-cookie'), null, 'a second time');
  const who = await shopper.call('who');
  assert.equal(who.name, 'one@x.example.shop');
  assert.ok(who.site && who.network);
  assert.deepEqual([who.login, who.logout], [`${base}/login`, `${base}/secur/logout.jsp`]);
  assert.equal((await shopper.call('who', {}, { token: false })).status, 403);
  const { SessionType, LoginType, UsersId } = await shopper.call('session');
  assert.deepEqual([SessionType, LoginType], ['ChatterNetworks', 'Chatter Communities External User']);
  const [user] = org.query(`SELECT Id, LastLoginDate FROM User WHERE Username = 'one@x.example.shop'`);
  assert.equal(UsersId, user!.Id);
  assert.ok(user!.LastLoginDate);
  assert.deepEqual(
    org
      .query(`SELECT Status FROM LoginHistory WHERE UserId = '${user!.Id}' ORDER BY LoginTime, Id`)
      .map((row) => row.Status),
    ['Invalid Password', 'Success'],
  );
  assert.match(await (await fetch(base, { headers: { cookie: shopper.cookie } })).text(), /one@x\.example\.shop/);
  for (const path of ['/services/data/v67.0/sobjects', '/services/data/v67.0/query?q=SELECT+Id+FROM+User'])
    assert.equal((await fetch(base + path, { headers: { cookie: shopper.cookie } })).status, 401);
});

test('who is no member does not get in', async () => {
  const user = addMember(org, 'outside@x.example');
  org.setPassword(user, PASSWORD);
  assert.equal(await guest().call('enter', { username: user.username, password: PASSWORD, startUrl: '/' }), null);
  org.setPassword(org.adminUser(), PASSWORD);
  const staff = { username: org.adminUser().username, password: PASSWORD, startUrl: '/' };
  assert.equal(await guest().call('enter', staff), null, 'employees only where the site lets them');
});

test('sessions end: without use, after some hours, by sign-out, by an administrator, by a new password', async () => {
  const user = org.findUser('one@x.example.shop')!;
  const how = { sessionType: 'ChatterNetworks' as const };
  const minute = 60_000;
  const now = Date.now();
  const idle = server.sessions.create(user, how, now);
  assert.ok(server.sessions.user(idle, now + 10 * minute));
  assert.ok(server.sessions.user(idle, now + 29 * minute));
  assert.ok(server.sessions.user(idle, now + 58 * minute), 'use keeps it open');
  assert.equal(server.sessions.user(idle, now + 89 * minute), null);
  const long = server.sessions.create(user, how, now);
  for (let at = 0; at < 12 * 60; at += 20) assert.ok(server.sessions.user(long, now + at * minute));
  assert.equal(server.sessions.user(long, now + 12 * 60 * minute), null);
  const deleted = server.sessions.create(user);
  org.runAnonymous(`delete [SELECT Id FROM AuthSession WHERE UsersId = '${user.id}'];`);
  assert.equal(server.sessions.user(deleted), null);
  const left = server.sessions.create(user);
  await new Visitor(site, new Map([['orglet_sid', left]])).follow(`${base}/secur/logout.jsp`);
  assert.equal(server.sessions.user(left), null);
});

test('a password is forgotten, and changed with the old one', async () => {
  const before = outbox(500).length;
  assert.equal(await guest().call('forgot', { username: 'nobody@x.example' }), true);
  assert.equal(outbox(500).length, before);
  assert.equal(await guest().call('forgot', { username: 'two@x.example.shop' }), true);
  const [mail] = outbox(1);
  assert.deepEqual([mail!.from, mail!.fromName, mail!.to], ['shop@example.com', 'The Shop', ['two@x.example']]);
  const link = /http:\S+/.exec(mail!.text!)![0];
  const page = await fetch(link);
  const text = await page.text();
  assert.match(text, /Choose a password/);
  const cookie = page.headers.get('set-cookie')!.split(';')[0]!;
  const token = /name="token" value="([^"]+)"/.exec(text)![1]!;
  const choose = (password: string, confirmation = password, formToken = token) =>
    fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams({ password, confirmation, token: formToken }),
    });
  assert.equal((await choose('new horse 22', 'new horse 22', 'forged')).status, 403);
  assert.equal((await choose('new horse 22', 'other horse 22')).status, 400);
  assert.equal((await choose('weak')).status, 400);
  assert.equal((await choose(PASSWORD)).status, 400, 'an old one');
  const chosen = await choose('new horse 22');
  assert.deepEqual([chosen.status, chosen.headers.get('location')], [303, '/']);
  assert.equal((await choose('newer horse 33')).status, 410, 'a link works once');
  const shopper = guest();
  await shopper.follow(
    await shopper.call('enter', { username: 'two@x.example.shop', password: 'new horse 22', startUrl: '/a?b=1' }),
  );
  assert.equal(
    await shopper.call('change', { password: 'third horse 3', old: 'wrong' }),
    'Your old password is invalid.',
  );
  const address = await shopper.call('change', { password: 'third horse 3', old: 'new horse 22' });
  assert.equal((await shopper.call('who')).status, 401, 'the session went with the password');
  await shopper.follow(address);
  assert.equal((await shopper.call('who')).name, 'two@x.example.shop');
  assert.equal(await guest().call('check', { password: 'good horse 1', confirmation: 'good horse 1' }), 'good');
  assert.equal(await guest().call('check', { password: 'a', confirmation: 'b' }), 'The passwords don’t match.');
});

test('codes by e-mail: five tries, once, for what they were sent for', async () => {
  org.engine.insertRow('NetworkSelfRegistration', {
    NetworkId: org.query('SELECT Id FROM Network')[0]!.Id,
    AccountId: accountId,
  });
  const code = (): string => /\b\d{6}\b/.exec(outbox(1)[0]!.text!)![0];
  const start = async (): Promise<string> => guest().call('startCode', { email: 'code@x.example' });
  const other = (right: string): string => (right === '000000' ? '000001' : '000000');
  let identifier = await start();
  for (let i = 0; i < 5; i++)
    assert.equal(await guest().call('finishCode', { identifier, code: other(code()) }), 'FAILURE');
  assert.equal(await guest().call('finishCode', { identifier, code: code() }), 'FAILURE', 'the sixth try');
  identifier = await start();
  const shopper = guest();
  const address = await shopper.call('finishCode', { identifier, code: code() });
  const response = await shopper.follow(address);
  assert.equal(response.headers.get('location'), '/account');
  const { name } = await shopper.call('who');
  assert.equal(name, 'code@x.example');
  const userId = org.findUser('code@x.example')!.id;
  const login = await guest().call('startLogin', { userId });
  const right = code();
  const foreign = org.findUser('one@x.example.shop')!.id;
  assert.equal(await guest().call('finishLogin', { userId: foreign, identifier: login, code: right }), 'FAILURE');
  const again = await guest().call('startLogin', { userId });
  assert.match(await guest().call('finishLogin', { userId, identifier: again, code: code() }), /frontdoor/);
});
