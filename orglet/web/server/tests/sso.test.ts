/** Sign-in with identity providers, in the browser's steps, and what attackers may not do there. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Org } from '../../../org/org.js';
import { addMember } from '../../../org/test-project.js';
import { LocalSaml, type SamlRequest } from '../local-saml.js';
import { fieldsOf, location, openSite, type TestSite, Visitor, xml } from './site.js';

const CLASSES = {
  Handler: `public class Handler implements Auth.RegistrationHandler {
    public User createUser(Id portalId, Auth.UserData data) {
      if (data.attributeMap.get('email_verified') != 'true') return null;
      Account a = [SELECT Id FROM Account WHERE Name = 'Shoppers'];
      Contact c = new Contact(AccountId = a.Id, LastName = data.lastName, FirstName = data.firstName, Email = data.email);
      insert c;
      return new User(ContactId = c.Id, Username = data.email + '.sso', Email = data.email, LastName = data.lastName, FirstName = data.firstName, Alias = 'sso', CommunityNickname = data.identifier, ProfileId = [SELECT Id FROM Profile WHERE Name = 'Customer Community User'].Id, TimeZoneSidKey = 'UTC', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');
    }
    public void updateUser(Id userId, Id portalId, Auth.UserData data) { update new User(Id = userId, FirstName = data.firstName); }
  }`,
  Jit: `public class Jit implements Auth.SamlJitHandler {
    public User createUser(Id samlSsoProviderId, Id communityId, Id portalId, String federationId, Map<String, String> attributes, String assertion) {
      return [SELECT Id FROM User WHERE Email = :attributes.get('email')];
    }
    public void updateUser(Id userId, Id samlSsoProviderId, Id communityId, Id portalId, String federationId, Map<String, String> attributes, String assertion) {}
  }`,
  SelfReg: `public without sharing class SelfReg implements Auth.ConfigurableSelfRegHandler {
    public Id createUser(Id accountId, Id profileId, Map<Schema.SObjectField, String> typed, String password) {
      if (typed.get(User.LastName) == 'Nobody') return null;
      User made = new User(ProfileId = profileId, Email = typed.get(User.Email), LastName = typed.get(User.LastName), CommunityNickname = typed.get(User.Email), Username = typed.get(User.Email) + '.self');
      return Site.createExternalUser(made, accountId, password);
    }
  }`,
  Login: `public class Login {
    @AuraEnabled public static List<String> ways(String startUrl) {
      List<String> found = new List<String>();
      Auth.AuthConfiguration config = new Auth.AuthConfiguration(Network.getNetworkId(), startUrl);
      for (AuthProvider p : config.getAuthProviders()) found.add(Auth.AuthConfiguration.getAuthProviderSsoUrl('x', startUrl, p.DeveloperName));
      for (SamlSsoConfig p : config.getSamlProviders()) found.add(Auth.AuthConfiguration.getSamlSsoUrl('x', startUrl, p.Id));
      return found;
    }
  }`,
};
const FILES = {
  'networks/Shop.network-meta.xml': xml(
    'Network',
    '<selfRegProfile>Customer Community User</selfRegProfile><selfRegistration>true</selfRegistration><emailSenderAddress>shop@example.com</emailSenderAddress><status>Live</status><site>Shop</site><urlPathPrefix></urlPathPrefix>',
  ),
  'authproviders/Local.authprovider-meta.xml': xml(
    'AuthProvider',
    '<friendlyName>Local</friendlyName><providerType>OpenIdConnect</providerType><consumerKey>shop</consumerKey><consumerSecret>shop-secret</consumerSecret><idTokenIssuer>http://localhost/orglet/oidc</idTokenIssuer><registrationHandler>Handler</registrationHandler>',
  ),
  'samlssoconfigs/Company.samlssoconfig-meta.xml': xml(
    'SamlSsoConfig',
    '<name>Company</name><issuer>http://localhost/orglet/saml</issuer><samlEntityId>http://localhost/</samlEntityId><loginUrl>http://localhost/orglet/saml/sso</loginUrl><identityLocation>SubjectNameId</identityLocation><identityMapping>FederationId</identityMapping><userProvisioning>true</userProvisioning><samlJitHandlerId>Jit</samlJitHandlerId>',
  ),
};

let site: TestSite;
let org: Org;
let base: string;

before(async () => {
  site = await openSite('Login', CLASSES, FILES);
  ({ org, base } = site);
  addMember(org, 'works@x.example');
});
after(() => site.close());

const visitor = (): Visitor => new Visitor(site);

/** From the link of the sign-in page to the address that the provider sends the browser to. */
async function oidcAnswer(browser: Visitor, person: Record<string, string>): Promise<string> {
  const asked = location(await browser.ask('/services/auth/sso/Local?startURL=%2Faccount'));
  const page = await (await browser.ask(asked)).text();
  const granted = await browser.ask('/orglet/oidc/authorize', { ...fieldsOf(page), ...person });
  return location(granted);
}
const ADA = { name: 'Ada Byron', email: 'ada@x.example', verified: 'true' };

test('the sign-in page learns of the providers', async () => {
  assert.deepEqual(await visitor().call('ways', { startUrl: '/account' }), [
    `${base}/services/auth/sso/Local?startURL=%2Faccount`,
    `${base}/services/auth/saml/Company?startURL=%2Faccount`,
  ]);
});

test('OpenID Connect: the handler makes the user, whom the next sign-in finds', async () => {
  const browser = await visitor().owner();
  const entered = await browser.ask(await oidcAnswer(browser, ADA));
  assert.deepEqual([entered.status, location(entered)], [303, '/account']);
  assert.equal(await browser.who(), 'ada@x.example.sso');
  const again = await visitor().owner();
  await again.ask(await oidcAnswer(again, { ...ADA, name: 'Augusta Byron' }));
  assert.equal(await again.who(), 'ada@x.example.sso');
  const [user] = org.query(
    `SELECT FirstName, Contact.Email, LastLoginDate FROM User WHERE Username = 'ada@x.example.sso'`,
  ) as any[];
  assert.deepEqual([user.FirstName, user.Contact.Email], ['Augusta', 'ada@x.example']);
  const links = org.query(`SELECT Handle, Provider, UserId FROM ThirdPartyAccountLink`);
  assert.deepEqual(
    links.map((row) => [row.Handle, row.Provider]),
    [['ada@x.example', 'Local']],
  );
  const logins = org.query(`SELECT LoginType FROM LoginHistory WHERE UserId = '${String(links[0]!.UserId)}'`);
  assert.ok(logins.every((row) => row.LoginType === 'Chatter Communities External User Third Party SSO'));
});

test('who is not verified gets no user, where the handler says so', async () => {
  const browser = await visitor().owner();
  const answer = await browser.ask(await oidcAnswer(browser, { name: 'Eve', email: 'eve@x.example' }));
  assert.equal(answer.status, 403);
  assert.equal(await browser.who(), 'guest');
});

test('OpenID Connect refuses forged, replayed and strange answers', async () => {
  const browser = await visitor().owner();
  const refused = async (address: string, by = browser): Promise<void> => {
    assert.equal((await by.ask(address)).status, 403, address);
    assert.equal(await by.who(), 'guest');
  };
  const change = (address: string, name: string, value: string): string => {
    const url = new URL(address);
    url.searchParams.set(name, value);
    return url.href;
  };
  await refused(change(await oidcAnswer(browser, ADA), 'state', 'forged'));
  await refused(change(await oidcAnswer(browser, ADA), 'code', 'forged'));
  await refused(change(await oidcAnswer(browser, ADA), 'iss', 'http://evil.example'));
  await refused(await oidcAnswer(browser, ADA), visitor());
  const good = await oidcAnswer(browser, ADA);
  const other = await oidcAnswer(browser, ADA);
  await refused(change(other, 'code', new URL(good).searchParams.get('code')!));
  const last = await oidcAnswer(browser, ADA);
  assert.equal((await browser.ask(last)).status, 303);
  const later = await visitor().owner();
  later.jar.set('orglet_sso', browser.jar.get('orglet_sso')!);
  await refused(last, later);
});

/** A provider of somebody else's, which answers what a test tells it. */
async function foreignProvider() {
  const { exportJWK, generateKeyPair, SignJWT } = await import('jose');
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig', alg: 'RS256' };
  const next = { idToken: '', person: {} as Record<string, unknown> };
  const provider = createServer((request, response) => {
    const issuer = `http://localhost:${(provider.address() as AddressInfo).port}`;
    const answers: Record<string, object> = {
      '/.well-known/openid-configuration': {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      },
      '/jwks': { keys: [jwk] },
      '/token': { access_token: 'token', token_type: 'Bearer', expires_in: 60, id_token: next.idToken },
      '/userinfo': next.person,
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[request.url!]));
  });
  await new Promise<void>((resolve) => {
    provider.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://localhost:${(provider.address() as AddressInfo).port}`;
  const claims = (nonce: string) => {
    const now = Math.floor(Date.now() / 1000);
    return { iss: issuer, aud: 'shop', sub: 'eve', nonce, iat: now, exp: now + 60 } as Record<string, unknown>;
  };
  const sign = (said: Record<string, unknown>, key = own.privateKey): Promise<string> =>
    new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key);
  const unsigned = (said: Record<string, unknown>): string =>
    `${[{ alg: 'none' }, said].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
  const byPublicKey = (said: Record<string, unknown>): Promise<string> =>
    new SignJWT(said).setProtectedHeader({ alg: 'HS256', kid: 'own' }).sign(Buffer.from(JSON.stringify(jwk)));
  return { issuer, next, claims, sign, unsigned, byPublicKey, other: other.privateKey, close: () => provider.close() };
}

test('OpenID Connect believes an ID token only that was made for this org, this sign-in and now', async () => {
  const foreign = await foreignProvider();
  const { claims, sign } = foreign;
  org.rows.ensure(
    'AuthProvider',
    { DeveloperName: 'Foreign' },
    {
      FriendlyName: 'Foreign',
      ProviderType: 'OpenIdConnect',
      ConsumerKey: 'shop',
      ConsumerSecret: 'secret',
      IdTokenIssuer: foreign.issuer,
      RegistrationHandlerId: org.rows.find('ApexClass', { Name: 'Handler' })[0]!.id,
      ErrorUrl: '/sign-in?shop=1',
    },
  );
  const person = {
    sub: 'eve',
    email: 'eve@foreign.example',
    email_verified: true,
    family_name: 'Eve',
    given_name: 'E',
  };
  const enter = async (tokenFor: (nonce: string) => string | Promise<string>, said: object = person) => {
    const browser = visitor();
    const asked = new URL(location(await browser.ask('/services/auth/sso/Foreign?startURL=%2Faccount')));
    foreign.next.idToken = await tokenFor(asked.searchParams.get('nonce')!);
    foreign.next.person = said as Record<string, unknown>;
    const answer = await browser.ask(
      `/services/authcallback/Foreign?code=x&state=${encodeURIComponent(asked.searchParams.get('state')!)}`,
    );
    return { target: location(answer), who: await browser.who() };
  };
  const lies: Record<string, Awaited<ReturnType<typeof enter>>> = {
    'for another audience': await enter((nonce) => sign({ ...claims(nonce), aud: 'another-shop' })),
    'for others as well': await enter((nonce) => sign({ ...claims(nonce), aud: ['another', 'shop'], azp: 'another' })),
    'of another issuer': await enter((nonce) => sign({ ...claims(nonce), iss: 'https://accounts.google.com' })),
    'of another sign-in': await enter(() => sign(claims('another-nonce'))),
    'of no sign-in': await enter((nonce) => sign({ ...claims(nonce), nonce: undefined })),
    'of yesterday': await enter((nonce) => sign({ ...claims(nonce), iat: 1, exp: 2 })),
    'signed by another key': await enter((nonce) => sign(claims(nonce), foreign.other)),
    'not signed': await enter((nonce) => foreign.unsigned(claims(nonce))),
    'signed with the public key': await enter((nonce) => foreign.byPublicKey(claims(nonce))),
    'of nobody': await enter(() => ''),
    'of another person than the user information': await enter((nonce) => sign(claims(nonce)), {
      ...person,
      sub: 'ada',
    }),
  };
  for (const [lie, { target, who }] of Object.entries(lies)) {
    assert.equal(who, 'guest', lie);
    assert.match(target, /^\/sign-in\?shop=1&ErrorCode=SIGN_IN_REFUSED&ErrorDescription=/, lie);
  }
  assert.deepEqual(await enter((nonce) => sign(claims(nonce))), { target: '/account', who: 'eve@foreign.example.sso' });
  foreign.close();
});

test('what fails is told on the page that the settings name, and never elsewhere', async () => {
  const rows = org.rows.find('AuthProvider', { DeveloperName: 'Local' });
  const id = rows[0]!.id!;
  const cancel = async (): Promise<string> => {
    const browser = await visitor().owner();
    const page = await (await browser.ask(location(await browser.ask('/services/auth/sso/Local')))).text();
    const link = /href="([^"]+)">Cancel/
      .exec(page)![1]!
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    return location(await browser.ask(link));
  };
  const told = 'ErrorCode=access_denied&ErrorDescription=The+sign-in+was+cancelled.';
  for (const [named, target] of [
    ['/sign-in', `/sign-in?${told}`],
    ['http://localhost/sign-in?a=1', `/sign-in?a=1&${told}`],
    ['//evil.example/', ''],
    ['https://evil.example/', ''],
    [null, ''],
  ]) {
    org.rows.update('AuthProvider', id, { ErrorUrl: named });
    assert.equal(await cancel(), target, String(named));
  }
  org.rows.update('AuthProvider', id, { ErrorUrl: '/sign-in' });
  const forged = await visitor().ask('/services/authcallback/Local?error=access_denied&state=forged');
  assert.deepEqual(
    [forged.status, location(forged)],
    [403, ''],
    'a link that nobody asked for shows nothing of the shop',
  );
  org.rows.update('AuthProvider', id, { ErrorUrl: null });
});

test('the local providers are the owner’s, and answer this org alone', async () => {
  const stranger = visitor();
  const asked = location(await stranger.ask('/services/auth/sso/Local'));
  const refused = await stranger.ask(asked);
  assert.equal(refused.status, 403);
  assert.match(await refused.text(), /href="\/orglet\/login\?startURL=/);
  assert.match(location(await stranger.ask('/orglet/oidc/authorize', ADA)), /^\/orglet\/login/);
  const owner = await visitor().owner();
  const wrong = new URL(asked);
  wrong.searchParams.set('redirect_uri', 'http://evil.example/');
  assert.equal((await owner.ask(wrong.href)).status, 400);
  const token = { grant_type: 'authorization_code', code: 'x', client_id: 'shop', client_secret: 'wrong' };
  assert.equal((await owner.ask('/orglet/oidc/token', token)).status, 401);
  assert.equal((await owner.ask('/orglet/oidc/userinfo', undefined, { authorization: 'Bearer x' })).status, 401);
});

/** Begins a SAML sign-in; what the provider is asked, and what comes back with its answer. */
async function samlRequest(browser: Visitor): Promise<{ request: SamlRequest; state: string; asked: string }> {
  const asked = location(await browser.ask('/services/auth/saml/Company?startURL=%2Faccount'));
  const url = new URL(asked);
  const { inflateRawSync } = await import('node:zlib');
  const text = inflateRawSync(Buffer.from(url.searchParams.get('SAMLRequest')!, 'base64')).toString();
  const request = {
    id: / ID="([^"]+)"/.exec(text)![1]!,
    acs: `${base}/services/auth/saml/acs/Company`,
    audience: `${base}/`,
  };
  return { request, state: url.searchParams.get('RelayState')!, asked };
}

test('SAML: the local provider vouches, the handler finds the user', async () => {
  const browser = await visitor().owner();
  const { asked } = await samlRequest(browser);
  const page = await (await browser.ask(asked)).text();
  const person = { name: 'Wo Rks', email: 'works@x.example', verified: 'true' };
  const vouched = await (await browser.ask('/orglet/saml/sso', { ...fieldsOf(page), ...person })).text();
  // As from another site: without a cookie of this one, and with its origin.
  const taken = await visitor().ask('/services/auth/saml/acs/Company', fieldsOf(vouched), {
    origin: 'https://idp.example',
    'sec-fetch-site': 'cross-site',
  });
  const finish = location(taken);
  assert.equal((await visitor().ask(finish)).status, 403, 'another browser');
  const again = await samlRequest(browser);
  const fields = fieldsOf(
    await (
      await browser.ask('/orglet/saml/sso', { ...fieldsOf(await (await browser.ask(again.asked)).text()), ...person })
    ).text(),
  );
  const entered = await browser.ask(location(await browser.ask('/services/auth/saml/acs/Company', fields)));
  assert.deepEqual([entered.status, location(entered)], [303, '/account']);
  assert.equal(await browser.who(), 'works@x.example');
});

test('SAML refuses unsigned, altered, old, replayed and strange assertions', async () => {
  const idp = new LocalSaml();
  const browser = await visitor().owner();
  // The server knows the key of its own provider alone, so these tests bring theirs.
  org.rows.update('SamlSsoConfig', org.rows.find('SamlSsoConfig', {})[0]!.id!, { ValidationCert: idp.publicKey() });
  const person = { subject: 'works@x.example', attributes: { email: 'works@x.example' } };
  type How = Parameters<LocalSaml['response']>[2];
  const send = async (change: Partial<SamlRequest> = {}, how: How = {}, alter = (text: string): string => text) => {
    const { request, state } = await samlRequest(browser);
    const response = alter(await idp.response(base, { ...request, ...person, ...change }, how));
    const form = { SAMLResponse: Buffer.from(response).toString('base64'), RelayState: state };
    return { answer: await browser.ask('/services/auth/saml/acs/Company', form), form };
  };
  const good = await send();
  assert.equal(good.answer.status, 303);
  assert.equal((await browser.ask('/services/auth/saml/acs/Company', good.form)).status, 403, 'a second time');
  const foreign = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const bad: [string, Awaited<ReturnType<typeof send>>][] = [
    ['unsigned', await send({}, { sign: false })],
    ['another key', await send({}, { privateKey: foreign.privateKey })],
    ['another audience', await send({ audience: 'http://other.example/' })],
    ['to another request', await send({ id: '_never-asked' })],
    ['old', await send({}, { now: Date.now() - 600_000 })],
    ['of the future', await send({}, { now: Date.now() + 600_000 })],
    ['altered', await send({}, {}, (text) => text.replaceAll('works@x.example', 'admin@orglet.localhost'))],
    ['nothing', await send({}, {}, () => '')],
  ];
  for (const [name, { answer }] of bad) assert.equal(answer.status, 403, name);
  const { form } = await send();
  assert.equal((await browser.ask('/services/auth/saml/acs/Company', { ...form, RelayState: 'forged' })).status, 403);
  assert.equal(await browser.who(), 'guest');
});

test('the platform’s own page registers by the handler that the site names', async () => {
  const stranger = visitor();
  assert.equal((await stranger.ask('/SelfRegister')).status, 404, 'no handler is named');
  const settings = org.engine.insertRow('NetworkSelfRegistration', {
    NetworkId: org.query('SELECT Id FROM Network')[0]!.Id,
    AccountId: org.query(`SELECT Id FROM Account WHERE Name = 'Shoppers'`)[0]!.Id,
    ApexHandlerId: org.rows.find('ApexClass', { Name: 'SelfReg' })[0]!.id,
    OptionsShowEmail: true,
    OptionsShowLastName: true,
    OptionsIncludePassword: true,
  });
  const form = async (): Promise<Record<string, string>> =>
    fieldsOf(await (await stranger.ask('/SelfRegister')).text());
  const person = { Email: 'self@x.example', LastName: 'Self', password: 'right horse 1', FirstName: 'Not shown' };
  assert.equal((await stranger.ask('/SelfRegister', { ...person, token: 'forged' })).status, 403);
  const refused = await stranger.ask('/SelfRegister', { ...(await form()), ...person, LastName: 'Nobody' });
  assert.deepEqual([refused.status, await stranger.who()], [400, 'guest']);
  const weak = await stranger.ask('/SelfRegister', { ...(await form()), ...person, password: 'short' });
  assert.equal(weak.status, 400);
  const entered = await stranger.ask('/SelfRegister', { ...(await form()), ...person });
  assert.equal(entered.status, 303);
  assert.equal(await stranger.who(), 'self@x.example.self');
  const [made] = org.query(`SELECT FirstName FROM User WHERE Username = 'self@x.example.self'`);
  assert.equal(made!.FirstName, null, 'what the page does not show is not taken');
  org.rows.update('NetworkSelfRegistration', String(settings), { VerificationMethod: 'Email' });
  assert.equal((await visitor().ask('/SelfRegister')).status, 501);
});
