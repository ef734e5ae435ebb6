/** What attackers on this machine, other sites and other users must not get; the rows are those of `security-review/served-org.md`. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { adminPassword, DEMO_PASSWORD } from '../../../org/admin-password.js';
import { Org } from '../../../org/org.js';
import { ADMIN } from '../../../org/seed/users.js';
import { addMember, openTestOrg, writeProject } from '../../../org/test-project.js';
import { SignInThrottle, TooManyTries } from '../../../platform/users/sign-in.js';
import { localPath } from '../../../platform/index.js';
import { createServer, type OrgServer } from '../server.js';

const PASSWORD = 'right horse 1';
const CLASSES = {
  Shop: `public without sharing class Shop {
    @AuraEnabled(cacheable=true) public static String hello(String name) { return 'Hello ' + name; }
    @AuraEnabled public static void add(String name) { insert new Account(Name = name); }
    @AuraEnabled public static String who() { return UserInfo.getUserName(); }
  }`,
  Hook: `@RestResource(urlMapping='/hook/*') global class Hook {
    @HttpGet global static String who() { return UserInfo.getUserType(); }
    @HttpPost global static String add(String name) { insert new Account(Name = name); return name; }
  }`,
  Door: `public class Door { public static Boolean open(String name, String password) { return Site.login(name, password, '/') != null; } }`,
};
const GUEST_SET = `<?xml version="1.0"?><PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Guest</label>
  <classAccesses><apexClass>Shop</apexClass><enabled>true</enabled></classAccesses><classAccesses><apexClass>Hook</apexClass><enabled>true</enabled></classAccesses></PermissionSet>`;

let org: Org;
let server: OrgServer;
let base: string;
let session: string;

before(async () => {
  org = openTestOrg({ classes: CLASSES, files: { 'permissionsets/Guest.permissionset-meta.xml': GUEST_SET } });
  org.runAnonymous(
    `insert new PermissionSetAssignment(AssigneeId = '${org.guestUser().id}', PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Guest'].Id);`,
  );
  org.setPassword(org.adminUser(), PASSWORD);
  server = createServer(org, {
    log: () => undefined,
    fallback: (context) => context.send(404, '<p>Not here</p>', 'text/html; charset=utf-8'),
  });
  base = `http://localhost:${await server.listen(0)}`;
  session = server.sessions.create(org.adminUser());
});
after(async () => {
  await server.close();
  org.close();
});

const accounts = (): number => org.query('SELECT Id FROM Account').length;

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends bytes as they are, which `fetch` would put in order. */
function raw(text: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    let bytes = '';
    socket.on('data', (data) => (bytes += data.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head, ...body] = bytes.split('\r\n\r\n');
      const [line, ...lines] = head.split('\r\n');
      const headers = lines.map((header) => [
        header.slice(0, header.indexOf(':')).toLowerCase(),
        header.slice(header.indexOf(':') + 1).trim(),
      ]);
      resolve({
        status: Number(line.split(' ')[1]),
        headers: Object.fromEntries(headers),
        body: body.join('\r\n\r\n'),
      });
    });
    // Not ended: the server would take it for a client that has left.
    socket.write(text, 'latin1');
  });
}

/** A request line by line; headers may be wrong. */
const ask = (method: string, target: string, headers: string[] = [], body = ''): Promise<Answer> => {
  const own = headers.some((line) => /^host/i.test(line)) ? headers : [`Host: ${new URL(base).host}`, ...headers];
  const length = body ? [`Content-Length: ${Buffer.byteLength(body)}`] : [];
  return raw(`${method} ${target} HTTP/1.1\r\n${[...own, ...length, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`);
};
const status = async (...request: Parameters<typeof ask>): Promise<number> => (await ask(...request)).status;

const cookie = (): string => `Cookie: orglet_sid=${session}`;
const bearer = (): string => `Authorization: Bearer ${session}`;
const token = (): string => `X-CSRF-Token: ${server.sessions.csrfToken(session)}`;
const DATA = '/services/data/v67.0';
const JSON_TYPE = 'Content-Type: application/json';

describe('a session comes by the header, or by the cookie and the token of its page', () => {
  const reads = [
    `${DATA}/sobjects`,
    `${DATA}/query?q=SELECT+Id+FROM+User`,
    `${DATA}/ui-api/object-info/Account`,
    `${DATA}/tooling/query?q=SELECT+Id+FROM+ApexClass`,
    `${DATA}/jobs/ingest`,
    `${DATA}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent("insert new Account(Name = 'x');")}`,
  ];
  const writes: [string, string][] = [
    [`${DATA}/sobjects/Account`, '{"Name":"x"}'],
    [`${DATA}/ui-api/records`, '{"apiName":"Account","fields":{"Name":"x"}}'],
    [`${DATA}/composite/sobjects`, '{"records":[{"attributes":{"type":"Account"},"Name":"x"}]}'],
    [`${DATA}/jobs/ingest`, '{"operation":"insert","object":"Account"}'],
  ];

  it('in REST, Bulk, Tooling and UI API by the header only', async () => {
    const known = accounts();
    for (const target of reads)
      for (const method of ['GET', 'HEAD'])
        for (const proof of [[cookie()], [cookie(), token()], [cookie(), 'Sec-Fetch-Site: same-origin']])
          assert.equal(await status(method, target, proof), 401, `${method} ${target}`);
    for (const [target, body] of writes)
      for (const proof of [[cookie()], [cookie(), token()], [cookie(), token(), `Origin: ${base}`]])
        assert.equal(await status('POST', target, [...proof, JSON_TYPE], body), 401, target);
    assert.equal(accounts(), known);
    for (const target of reads) assert.equal(await status('GET', target, [bearer()]), 200, target);
    for (const [target, body] of writes)
      assert.ok((await status('POST', target, [bearer(), JSON_TYPE], body)) < 300, target);
    assert.equal(accounts(), known + 4);
  });

  it('in SOAP by its own header only', async () => {
    const call = (header: string) =>
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>${header}</s:Header><s:Body><executeAnonymous><String>insert new Account(Name = 's');</String></executeAnonymous></s:Body></s:Envelope>`;
    const known = accounts();
    const refused = await ask('POST', '/services/Soap/s/67.0', [cookie(), token()], call(''));
    assert.match(refused.body, /INVALID_SESSION_ID/);
    assert.equal(accounts(), known);
    const header = `<SessionHeader><sessionId>${session}</sessionId></SessionHeader>`;
    assert.equal(await status('POST', '/services/Soap/s/67.0', [], call(header)), 200);
    assert.equal(accounts(), known + 1);
  });

  it('in Apex REST by the header only; without it the guest asks', async () => {
    assert.equal((await ask('GET', '/services/apexrest/hook', [cookie(), token()])).body, '"Guest"');
    assert.equal((await ask('GET', '/services/apexrest/hook', [bearer()])).body, '"Standard"');
    assert.equal(await status('HEAD', '/services/apexrest/hook', [bearer()]), 405);
  });

  it('in the data of pages by the cookie and the token, which belongs to the session', async () => {
    const target = '/aura/data/v67.0/ui-api/object-info/Account';
    assert.equal(await status('GET', target), 401);
    assert.equal(await status('GET', target, [cookie()]), 403);
    assert.equal(await status('GET', target, [cookie(), 'Sec-Fetch-Site: same-origin']), 403);
    assert.equal(await status('GET', target, [cookie(), 'X-CSRF-Token: x']), 403);
    const other = server.sessions.csrfToken(server.sessions.create(org.adminUser()));
    assert.equal(await status('GET', target, [cookie(), `X-CSRF-Token: ${other}`]), 403);
    assert.equal(await status('GET', target, [cookie(), token()]), 200);
    const record = '{"apiName":"Account","fields":{"Name":"x"}}';
    assert.equal(await status('POST', '/aura/data/v67.0/ui-api/records', [cookie(), JSON_TYPE], record), 403);
    assert.equal(await status('POST', '/aura/data/v67.0/ui-api/records', [cookie(), token(), JSON_TYPE], record), 201);
    for (const closed of ['query?q=x', 'sobjects/Account', 'tooling/executeAnonymous', 'composite', 'jobs/ingest'])
      assert.equal(await status('GET', `/aura/data/v67.0/${closed}`, [cookie(), token()]), 404, closed);
  });

  it('in Apex of pages alike, but for reads that the browser says are the page’s own', async () => {
    const known = accounts();
    const read = '/apex/Shop/hello?params=%7B%22name%22%3A%22Ada%22%7D';
    assert.equal(await status('GET', read), 200);
    assert.equal(await status('GET', read, [cookie()]), 403);
    assert.equal(await status('GET', read, [cookie(), 'Sec-Fetch-Site: same-origin']), 200);
    assert.equal(await status('POST', '/apex/Shop/add', [cookie(), JSON_TYPE], '{"name":"x"}'), 403);
    assert.equal(
      await status('POST', '/apex/Shop/add', [cookie(), 'Sec-Fetch-Site: same-origin'], '{"name":"x"}'),
      403,
    );
    for (const method of ['GET', 'HEAD'])
      assert.equal(await status(method, '/apex/Shop/add?params=%7B%22name%22%3A%22x%22%7D', [cookie(), token()]), 405);
    assert.equal(accounts(), known);
    assert.equal(await status('POST', '/apex/Shop/add', [cookie(), token(), JSON_TYPE], '{"name":"x"}'), 200);
    assert.equal(accounts(), known + 1);
  });

  it('and no HEAD runs code, whatever it carries', async () => {
    const known = accounts();
    const target = `${DATA}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent("insert new Account(Name = 'x');")}`;
    assert.equal(await status('HEAD', target, [bearer()]), 405);
    assert.equal(accounts(), known);
  });

  it('signs out by POST and token, or where one of its own pages or the person leads, by no link from elsewhere', async () => {
    const own = server.sessions.create(org.adminUser());
    const sent = [`Cookie: orglet_sid=${own}`];
    for (const path of ['/logout', '/secur/logout.jsp'])
      for (const site of [
        [],
        ['Sec-Fetch-Site: cross-site'],
        ['Sec-Fetch-Site: same-site'],
        ['Referer: http://evil.com/'],
      ])
        assert.equal(await status('GET', path, [...sent, ...site]), 403);
    assert.ok(server.sessions.user(own));
    for (const site of ['same-origin', 'none']) {
      const other = server.sessions.create(org.adminUser());
      await ask('GET', '/secur/logout.jsp', [`Cookie: orglet_sid=${other}`, `Sec-Fetch-Site: ${site}`]);
      assert.equal(server.sessions.user(other), null, site);
    }
    assert.equal(await status('POST', '/logout', sent), 403);
    assert.ok(server.sessions.user(own));
    assert.equal(await status('POST', '/logout', [...sent, `X-CSRF-Token: ${server.sessions.csrfToken(own)}`]), 303);
    assert.equal(server.sessions.user(own), null);
  });
});

describe('other sites', () => {
  it('have no way in: no names that are rebound, no foreign origin, no CORS', async () => {
    for (const host of ['evil.com', 'localhost.evil.com', '0.0.0.0', 'xlocalhost', '127.0.0.1.nip.io'])
      assert.equal(await status('GET', '/', [`Host: ${host}`]), 421, host);
    const origins = [
      'http://evil.com',
      'null',
      'http://localhost:3000',
      'https://localhost',
      base.replace('http', 'https'),
    ];
    for (const origin of origins)
      for (const target of [
        '/apex/Shop/add',
        `${DATA}/sobjects/Account`,
        '/login',
        '/services/oauth2/token',
        '/services/apexrest/hook',
      ])
        assert.equal(
          await status('POST', target, [bearer(), `Origin: ${origin}`, JSON_TYPE], '{}'),
          403,
          `${origin} ${target}`,
        );
    for (const site of ['cross-site', 'same-site', 'odd'])
      for (const target of [
        '/apex/Shop/hello',
        `${DATA}/sobjects`,
        '/services/apexrest/hook',
        '/aura/data/v67.0/ui-api/apps',
      ])
        assert.equal(await status('GET', target, [bearer(), `Sec-Fetch-Site: ${site}`]), 403, `${site} ${target}`);
    const preflight = await ask('OPTIONS', `${DATA}/sobjects/Account`, ['Origin: http://evil.com', bearer()]);
    assert.equal(preflight.status, 405);
    assert.equal(
      Object.keys(preflight.headers).some((name) => name.startsWith('access-control')),
      false,
    );
  });

  it('learn nothing of a cookie: it is HttpOnly and SameSite, the form’s one Strict', async () => {
    const form = await ask('GET', '/login');
    assert.match(form.headers['set-cookie'], /^orglet_login=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/);
    assert.match(form.headers['content-security-policy'], /frame-ancestors 'none'/);
  });
});

describe('visitors', () => {
  it('are told 401 before 404: what exists is not told', async () => {
    const paths = [
      'sobjects/Account',
      'sobjects/Nope',
      'sobjects/Nope/describe',
      'nope',
      'ui-api/object-info/Nope',
      'jobs/ingest/x',
      'tooling/nope',
      'parameterizedSearch?q=xx',
    ];
    for (const path of paths)
      for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
        const { status: answered, body } = await ask(method, `${DATA}/${path}`, [], method === 'GET' ? '' : '{}');
        assert.equal(answered, 401, `${method} ${path}`);
        assert.deepEqual(JSON.parse(body), [
          { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
        ]);
      }
    assert.equal(await status('GET', '/services/data'), 200);
  });

  it('with a forged or ended session are told so', async () => {
    const now = Date.now();
    const ended = server.sessions.create(org.adminUser(), {}, now - 13 * 60 * 60 * 1000);
    for (const wrong of ['x', `${session}x`, session.slice(0, -1), ended, 'y'.repeat(10_000)])
      for (const target of [
        `${DATA}/sobjects`,
        '/apex/Shop/who',
        '/services/apexrest/hook',
        '/services/oauth2/userinfo',
      ])
        assert.equal(
          await status('GET', target, [`Authorization: Bearer ${wrong}`]),
          401,
          `${wrong.slice(0, 40)} ${target}`,
        );
  });
});

describe('malformed requests', () => {
  it('are answered 400 or 404, and the server goes on', async () => {
    const hosts = ['[', 'a b', '%', '', 'localhost:99999', 'localhost:abc', 'localhost:', '@', 'localhost@evil'];
    for (const host of hosts) assert.equal(await status('GET', '/', [`Host: ${host}`]), 400, host);
    for (const target of [
      'http://[',
      'http://evil/',
      '*',
      'x',
      '/%',
      '/%E0%A4',
      '/resource/%E0%A4',
      '/resource/x/%00',
      '/a%0d%0ab',
      '/%7f',
    ])
      assert.equal(await status('GET', target), 400, target);
    assert.equal(await status('GET', '/', [`Host: ${new URL(base).host}`, 'Host: evil.com']), 400);
    assert.equal((await raw('GET / HTTP/1.1\r\n\r\n')).status, 400);
    assert.equal((await raw('CONNECT evil:443 HTTP/1.1\r\nHost: evil:443\r\n\r\n')).status, 405);
    assert.equal(await status('GET', '/', ['Connection: Upgrade', 'Upgrade: websocket']), 400);
    assert.equal(await status('GET', '/', ['Expect: nothing']), 417);
    assert.equal(await status('GET', '/nothing/here'), 404);
    assert.equal(await status('GET', `${base}/services/data`), 200);
    assert.equal(await status('GET', '//services//data'), 200);
  });

  it('leave memory and objects as they were: long bodies, deep and odd JSON, entities', async () => {
    const long = await fetch(`${base}/apex/Shop/who`, { method: 'POST', body: Buffer.alloc(33 * 1024 * 1024, 32) });
    assert.deepEqual([long.status, /larger than/.test(await long.text())], [413, true]);
    const odd = [
      '[',
      '{"a":'.repeat(50_000),
      '[]',
      'null',
      '"x"',
      '{"__proto__":{"admin":true}}',
      '{"constructor":{"prototype":{"admin":true}}}',
    ];
    for (const body of odd)
      assert.ok((await status('POST', '/apex/Shop/hello', [JSON_TYPE], body)) <= 400, body.slice(0, 20));
    assert.equal(({} as { admin?: boolean }).admin, undefined);
    const bomb = `<!DOCTYPE a [<!ENTITY b "${'b'.repeat(100)}">${'<!ENTITY c "&b;&b;&b;">'}]><Envelope><Body><login><username>&c;</username></login></Body></Envelope>`;
    const file =
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Envelope><Body><login><username>&b;</username></login></Body></Envelope>';
    for (const body of [bomb, file]) {
      const answer = await ask('POST', '/services/Soap/u/67.0', [], body);
      assert.equal(answer.status, 500);
      assert.doesNotMatch(answer.body, /root:/);
    }
  });

  it('that are slow keep nobody waiting', async () => {
    const slow = Array.from({ length: 200 }, () => {
      const socket = connect(Number(new URL(base).port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`POST /apex/Shop/who HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{`);
      return socket;
    });
    assert.equal(await status('POST', '/apex/Shop/who', [], '{}'), 200);
    for (const socket of slow) socket.destroy();
  });
});

describe('every answer', () => {
  it('carries the security headers', async () => {
    const answers: [string, Answer][] = [
      ['JSON', await ask('GET', '/apex/Shop/hello')],
      ['REST', await ask('GET', `${DATA}/sobjects`, [bearer()])],
      ['REST error', await ask('GET', `${DATA}/sobjects/Nope`, [bearer()])],
      ['no session', await ask('GET', `${DATA}/sobjects`)],
      ['no content', await ask('DELETE', `${DATA}/composite/sobjects?ids=`, [bearer()])],
      ['page', await ask('GET', '/nothing')],
      ['sign-in', await ask('GET', '/login')],
      ['redirect', await ask('POST', '/logout', [bearer()])],
      ['HEAD', await ask('HEAD', '/apex/Shop/hello')],
      ['method', await ask('PUT', '/login')],
      ['other site', await ask('POST', '/login', ['Origin: null'])],
      ['other host', await ask('GET', '/', ['Host: evil.com'])],
      ['malformed', await ask('GET', '/%')],
      ['no HTTP', await raw('nonsense\r\n\r\n')],
      ['large head', await ask('GET', '/', [`X: ${'x'.repeat(20_000)}`])],
      ['upgrade', await ask('GET', '/', ['Connection: Upgrade', 'Upgrade: websocket'])],
      ['SOAP', await ask('POST', '/services/Soap/u/67.0', [], '<a/>')],
    ];
    session = server.sessions.create(org.adminUser());
    for (const [name, { headers }] of answers) {
      assert.equal(headers['x-content-type-options'], 'nosniff', name);
      assert.match(headers['x-frame-options'] ?? '', /^(SAMEORIGIN|DENY)$/, name);
      assert.match(headers['content-security-policy'] ?? '', /default-src 'none'.*frame-ancestors 'none'/, name);
      assert.equal(headers['cross-origin-resource-policy'], 'same-origin', name);
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin', name);
      assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin', name);
      assert.ok(headers['permissions-policy'], name);
      assert.ok(headers['cache-control'], name);
      assert.equal(headers['access-control-allow-origin'], undefined, name);
    }
  });
});

describe('after sign-in', () => {
  it('only paths of this site are followed', () => {
    const foreign = [
      '//evil',
      '/\\evil',
      '/\t/evil',
      '/\n/evil',
      '/%09/evil',
      '/.//evil',
      '/..//evil',
      'http://evil',
      'evil',
      '\\\\evil',
      'javascript:alert(1)',
      '',
      '/\u0000/evil',
      `/${'x'.repeat(3000)}`,
    ];
    for (const value of foreign) {
      const path = localPath(value, '/lightning');
      const target = new URL(path, 'http://localhost:4200/login');
      assert.equal(target.origin, 'http://localhost:4200', value);
      assert.match(path, /^\/(?!\/)[\x21-\x7e]*$/, value);
    }
    assert.equal(localPath('/lightning/o/Account/home?a=1#b', '/lightning'), '/lightning/o/Account/home?a=1#b');
    assert.equal(localPath(null, '/lightning'), '/lightning');
  });
});

describe('passwords', () => {
  it('lock a user after ten wrong ones in a row for 15 minutes, known or not, in any case', () => {
    const throttle = new SignInThrottle();
    const now = Date.now();
    for (const name of ['ada@x', 'nobody@x']) {
      for (let i = 0; i < 10; i++) assert.equal(throttle.begin(i % 2 ? name : name.toUpperCase(), now), true);
      assert.equal(throttle.begin(name, now + 14 * 60_000), false);
      assert.equal(throttle.begin(name, now + 16 * 60_000), true);
    }
    assert.equal(throttle.begin('bob@x', now), true);
  });

  it('are counted before they are checked, and a right one forgives the wrong ones', async () => {
    const throttle = new SignInThrottle();
    const tries = await Promise.all(
      Array.from({ length: 30 }, () => throttle.attempt('ada@x', null, async () => false)),
    );
    assert.equal(tries.includes(true), false);
    let asked = false;
    assert.equal(await throttle.attempt('ada@x', null, async () => (asked = true)), false);
    assert.equal(asked, false);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 9; i++) await throttle.attempt('bob@x', null, async () => false);
      assert.equal(await throttle.attempt('bob@x', null, async () => true), true);
    }
  });

  it('are tried 50 times at once from one address, then one in six seconds', () => {
    const throttle = new SignInThrottle();
    const now = Date.now();
    for (let i = 0; i < 50; i++) throttle.takeFrom('a', now);
    assert.throws(() => throttle.takeFrom('a', now + 5_000), TooManyTries);
    throttle.takeFrom('a', now + 6_000);
    assert.throws(() => throttle.takeFrom('a', now + 6_000), TooManyTries);
    throttle.takeFrom('b', now);
  });

  it('are locked over every door, Apex too', async () => {
    const user = addMember(org, 'lock@x.example');
    org.setPassword(user, PASSWORD);
    const oauth = async (password: string): Promise<number> =>
      (
        await fetch(`${base}/services/oauth2/token`, {
          method: 'POST',
          body: new URLSearchParams({ grant_type: 'password', username: user.username, password }),
        })
      ).status;
    const soap = async (password: string): Promise<string> =>
      (
        await ask(
          'POST',
          '/services/Soap/u/67.0',
          [],
          `<Envelope><Body><login><username>${user.username}</username><password>${password}</password></login></Body></Envelope>`,
        )
      ).body;
    const apex = (password: string): unknown =>
      org.invokeStatic('Door', 'open', [user.username, password], org.guestUser());
    assert.equal(await oauth(PASSWORD), 200);
    assert.equal(apex(PASSWORD), true);
    for (let i = 0; i < 3; i++) {
      assert.equal(await oauth('wrong'), 400);
      assert.match(await soap('wrong'), /INVALID_LOGIN/);
      assert.equal(apex('wrong'), false);
    }
    assert.equal(await oauth('wrong'), 400);
    assert.equal(await oauth(PASSWORD), 400);
    assert.match(await soap(PASSWORD), /INVALID_LOGIN/);
    assert.equal(apex(PASSWORD), false);
    assert.ok(await org.authenticate(ADMIN.username, PASSWORD));
    // Resetting the password of a locked user unlocks them: https://help.salesforce.com/s/articleView?id=sf.users_passwords.htm
    org.setPassword(user, 'another-one-26');
    assert.equal(await oauth('another-one-26'), 200);
    assert.equal(apex('another-one-26'), true);
  });

  it('take as long for a name that nobody has, and keep no other request waiting', async () => {
    const time = async (name: string): Promise<number> => {
      const from = performance.now();
      await org.authenticate(name, 'wrong');
      return performance.now() - from;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 7; i++) {
      known.push(await time(ADMIN.username));
      unknown.push(await time(`nobody${i}@x.y`));
    }
    await org.authenticate(ADMIN.username, PASSWORD);
    const median = (list: number[]): number => list.sort((a, b) => a - b)[3];
    assert.ok(median(unknown) > median(known) / 2, `${median(unknown)} ms and ${median(known)} ms`);
    const order: string[] = [];
    const checks = Array.from({ length: 4 }, (_, i) =>
      org.authenticate(`x${i}@x.y`, 'x').then(() => order.push('password')),
    );
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    order.push('other work');
    await Promise.all(checks);
    assert.equal(order[0], 'other work');
  });
});

describe('an org on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orglet-security-'));
  const database = join(folder, 'data', 'org.db');
  const projectDir = writeProject({ classes: CLASSES });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** What a run of the org does; each run is a new start. */
  async function run<T>(task: (opened: Org, http: OrgServer, address: string) => Promise<T>): Promise<T> {
    const umask = process.umask(0);
    const opened = Org.open({ projectDir, database });
    const http = createServer(opened, { log: () => undefined });
    try {
      return await task(opened, http, `http://localhost:${await http.listen(0)}`);
    } finally {
      await http.close();
      opened.close();
      process.umask(umask);
    }
  }
  const access = async (address: string, given: string): Promise<number> =>
    (await fetch(`${address}${DATA}/limits`, { headers: { authorization: `Bearer ${given}` } })).status;

  it('ends sessions for good: signed out, of a changed password, and none can be made from the file', async () => {
    const [kept, out, changed] = await run(async (opened, http, address) => {
      const [stays, leaves] = [http.sessions.create(opened.adminUser()), http.sessions.create(opened.adminUser())];
      assert.equal(await access(address, leaves), 200);
      await fetch(`${address}/services/oauth2/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token: leaves }),
      });
      assert.equal(await access(address, leaves), 401);
      return [stays, leaves, http.sessions.create(opened.adminUser())];
    });
    await run(async (opened, _http, address) => {
      assert.deepEqual([await access(address, kept), await access(address, out)], [200, 401]);
      const rows = opened.engine.store.driver.prepare('SELECT digest FROM orglet_user_session').all([]);
      assert.equal(rows.length, 2);
      for (const [digest] of rows) assert.equal(await access(address, String(digest)), 401);
      opened.runAnonymous(`System.setPassword('${opened.adminUser().id}', 'another horse 2');`);
      assert.deepEqual([await access(address, kept), await access(address, changed)], [401, 401]);
    });
    await run(async (_opened, _http, address) => assert.equal(await access(address, kept), 401));
    for (const name of ['org.db', 'org.db-wal'])
      if (statSync(join(folder, 'data', name), { throwIfNoEntry: false }))
        assert.equal(readFileSync(join(folder, 'data', name)).includes(kept), false, name);
  });

  it('is readable by its owner only, whatever the umask', { skip: process.platform === 'win32' }, () =>
    run(async (opened) => {
      await adminPassword(opened, join(folder, 'data', 'admin-password'));
      opened.runAnonymous("insert new Account(Name = 'a');");
      const mode = (name: string): string => (statSync(join(folder, name)).mode & 0o777).toString(8);
      assert.equal(mode('data'), '700');
      for (const name of ['data/org.db', 'data/org.db-wal', 'data/org.db-shm', 'data/admin-password'])
        if (statSync(join(folder, name), { throwIfNoEntry: false })) assert.equal(mode(name), '600', name);
    }),
  );

  it('has an administrator’s password of its own, made once, kept, and fixed only when asked for', async () => {
    const file = join(folder, 'password');
    const start = (demo = false): Promise<string | null> =>
      run(async (opened) => {
        const made = await adminPassword(opened, file, demo);
        if (made !== null) assert.ok(await opened.authenticate(ADMIN.username, made));
        if (made !== DEMO_PASSWORD) assert.equal(await opened.authenticate(ADMIN.username, DEMO_PASSWORD), null);
        return made;
      });
    const first = await start();
    assert.match(first!, /^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    assert.equal(await start(), first);
    rmSync(file);
    const second = await start();
    assert.notEqual(second, first);
    assert.equal(await start(true), DEMO_PASSWORD);
    const third = await start();
    assert.ok(third !== DEMO_PASSWORD && third !== second);
    await run(async (opened) => opened.setPassword(opened.adminUser(), PASSWORD));
    assert.equal(await start(), null);
    writeFileSync(file, `${PASSWORD}\n`);
    assert.equal(await start(), PASSWORD);
  });
});
