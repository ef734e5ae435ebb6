import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Org } from '../../../org/org.js';
import { ADMIN } from '../../../org/seed/users.js';
import { openTestOrg } from '../../../org/test-project.js';
import { createServer, type OrgServer } from '../server.js';

const PASSWORD = 'admin-password-1';

const CLASSES = {
  Shop: `public without sharing class Shop {
    public class Line { @AuraEnabled public String sku; @AuraEnabled public Decimal price; @AuraEnabled public Date due; public String hidden; }
    @AuraEnabled(cacheable=true) public static List<Line> lines(String sku, Integer amount) {
      List<Line> found = new List<Line>();
      for (Integer i = 0; i < amount; i++) { Line line = new Line(); line.sku = sku + i; line.price = 1.50; line.due = Date.newInstance(2026, 1, 2); line.hidden = 'x'; found.add(line); }
      return found;
    }
    @AuraEnabled public static Decimal total(List<Line> lines) { Decimal sum = 0; for (Line line : lines) sum += line.price; return sum; }
    @AuraEnabled(cacheable=true) public static void writes() { insert new Account(Name = 'no'); }
    @AuraEnabled public static void refuse() { AuraHandledException e = new AuraHandledException('Sold out'); e.setMessage('Sold out'); throw e; }
    @AuraEnabled public static void breaks() { Account a; a.Name = 'x'; }
    @AuraEnabled public static String who() { return UserInfo.getUserName(); }
    public static String notExposed() { return 'x'; }
  }`,
  Hidden: "public class Hidden { @AuraEnabled public static String secret() { return 's'; } }",
  Hook: `@RestResource(urlMapping='/hook/*') global class Hook {
    @HttpPost global static String take(String text) { RestContext.response.statusCode = 202; return 'got ' + text + ' at ' + RestContext.request.requestURI; }
    @HttpGet global static void raw() { RestContext.response.addHeader('Content-Type', 'text/plain'); RestContext.response.responseBody = Blob.valueOf('plain ' + RestContext.request.params.get('q')); }
  }`,
  SmokeTest:
    '@IsTest private class SmokeTest { @IsTest static void passes() { Assert.isTrue(true); } @IsTest static void fails() { Assert.areEqual(1, 2); } }',
};
const GUEST_SET = `<?xml version="1.0"?><PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Guest</label>
  <classAccesses><apexClass>Shop</apexClass><enabled>true</enabled></classAccesses><classAccesses><apexClass>Hook</apexClass><enabled>true</enabled></classAccesses></PermissionSet>`;

/** An object that people neither make nor delete by hand. */
const CRATE = {
  'objects/Crate__c/Crate__c.object-meta.xml':
    '<?xml version="1.0"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><deploymentStatus>Deployed</deploymentStatus><label>Crate</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Crates</pluralLabel><searchLayouts><excludedStandardButtons>New</excludedStandardButtons></searchLayouts><sharingModel>ReadWrite</sharingModel></CustomObject>',
  'objects/Crate__c/fields/Preview__c.field-meta.xml':
    '<?xml version="1.0"?><CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Preview__c</fullName><formula>IMAGE(&quot;/crate.png&quot;, Name)</formula><label>Preview</label><type>Text</type></CustomField>',
  'layouts/Crate__c-Crate Layout.layout-meta.xml':
    '<?xml version="1.0"?><Layout xmlns="http://soap.sforce.com/2006/04/metadata"><excludeButtons>Delete</excludeButtons><layoutSections><customLabel>false</customLabel><detailHeading>true</detailHeading><editHeading>true</editHeading><label>Information</label><layoutColumns><layoutItems><behavior>Required</behavior><field>Name</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections></Layout>',
};

let org: Org;
let server: OrgServer;
let base: string;
let token: string;
const log: string[] = [];

before(async () => {
  org = openTestOrg({
    classes: CLASSES,
    files: { ...CRATE, 'permissionsets/Guest.permissionset-meta.xml': GUEST_SET },
  });
  org.runAnonymous(
    `insert new PermissionSetAssignment(AssigneeId = '${org.guestUser().id}', PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Guest'].Id);`,
  );
  server = createServer(org, { log: (message) => log.push(message) });
  base = `http://127.0.0.1:${await server.listen(0)}`;
  org.setPassword(org.adminUser(), PASSWORD);
  token = server.sessions.create(org.adminUser());
});
after(async () => {
  await server.close();
  org.close();
});

const apex = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${base}/apex/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, body: (await response.json()) as any };
};
const rest = async (method: string, path: string, body?: unknown, bearer: string | null = token) => {
  const headers: Record<string, string> = bearer
    ? { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
    : {};
  const response = await fetch(`${base}/services/data/v67.0${path}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as any) };
};

test('a guest calls a controller; only @AuraEnabled members travel', async () => {
  const { status, body } = await apex('Shop/lines', { sku: 'A', amount: 2 });
  assert.equal(status, 200);
  assert.deepEqual(body.returnValue, [
    { sku: 'A0', price: 1.5, due: '2026-01-02' },
    { sku: 'A1', price: 1.5, due: '2026-01-02' },
  ]);
  assert.equal((await apex('Shop/total', { lines: body.returnValue })).body.returnValue, 3);
});

test('cacheable methods answer GET with a tag, and may not write', async () => {
  const url = `${base}/apex/Shop/lines?params=${encodeURIComponent('{"sku":"B","amount":1}')}`;
  const first = await fetch(url);
  assert.equal(first.status, 200);
  const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag')! } });
  assert.equal(again.status, 304);
  const written = await apex('Shop/writes', {});
  assert.equal(written.status, 500);
  assert.match(log.join('\n'), /Too many DML statements: 1/);
  assert.equal(org.query("SELECT Id FROM Account WHERE Name = 'no'").length, 0);
});

test('handled exceptions reach the page, others only the log', async () => {
  const handled = await apex('Shop/refuse', {});
  assert.deepEqual(
    [handled.status, handled.body.message, handled.body.exceptionType],
    [500, 'Sold out', 'System.AuraHandledException'],
  );
  const other = await apex('Shop/breaks', {});
  assert.equal(other.body.message, 'Script-thrown exception');
  assert.match(log.join('\n'), /Shop\.breaks: System\.NullPointerException[^]*Class\.Shop\.breaks: line \d+/);
});

test('what is not exposed or not granted cannot be called', async () => {
  assert.equal((await apex('Shop/notExposed', {})).status, 404);
  assert.equal((await apex('Hidden/secret', {})).status, 403);
  assert.equal((await apex('Shop/lines', { sku: 'A', amount: 'many' })).status, 400);
});

test('other sites, other hosts and missing CSRF tokens are refused', async () => {
  assert.equal((await apex('Shop/who', {}, { origin: 'https://evil.example' })).status, 403);
  const cookie = `orglet_sid=${token}`;
  assert.equal((await apex('Shop/who', {}, { cookie })).status, 403);
  const allowed = await apex('Shop/who', {}, { cookie, 'x-csrf-token': server.sessions.csrfToken(token) });
  assert.equal(allowed.body.returnValue, ADMIN.username);
});

test('people sign in with a form', async () => {
  const page = await fetch(`${base}/login?startURL=%2Flightning%2Fo`);
  const nonce = page.headers.get('set-cookie')!.split(';')[0];
  const field = /name="token" value="([^"]+)"/.exec(await page.text())![1];
  const post = (password: string) =>
    fetch(`${base}/login?startURL=%2Flightning%2Fo`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: nonce },
      body: new URLSearchParams({ username: ADMIN.username, password, token: field }),
    });
  assert.equal((await post('wrong')).status, 401);
  const done = await post(PASSWORD);
  assert.equal(done.status, 303);
  assert.equal(done.headers.get('location'), '/lightning/o');
  assert.match(done.headers.get('set-cookie')!, /orglet_sid=.*HttpOnly; SameSite=Lax/);
});

test('records by REST: create, read, update, query, delete, and errors with codes', async () => {
  const created = await rest('POST', '/sobjects/Account', { Name: 'Acme', NumberOfEmployees: 5 });
  assert.equal(created.status, 201);
  const { id } = created.body;
  assert.equal((await rest('PATCH', `/sobjects/Account/${id}`, { Name: 'Acme 2' })).status, 204);
  const read = await rest('GET', `/sobjects/Account/${id}?fields=Name,NumberOfEmployees`);
  assert.deepEqual([read.body.Name, read.body.NumberOfEmployees, read.body.attributes.type], ['Acme 2', 5, 'Account']);
  const found = await rest(
    'GET',
    `/query?q=${encodeURIComponent("SELECT Id, Name FROM Account WHERE Name LIKE 'Acme%'")}`,
  );
  assert.deepEqual([found.body.totalSize, found.body.done, found.body.records[0].Name], [1, true, 'Acme 2']);
  const bad = await rest('POST', '/sobjects/Account', {});
  assert.deepEqual([bad.status, bad.body[0].errorCode, bad.body[0].fields], [400, 'REQUIRED_FIELD_MISSING', ['Name']]);
  assert.equal((await rest('POST', '/sobjects/Account', { Nope: 1 })).body[0].errorCode, 'INVALID_FIELD');
  assert.equal((await rest('DELETE', `/sobjects/Account/${id}`)).status, 204);
  assert.equal((await rest('GET', `/sobjects/Account/${id}`)).status, 404);
  assert.equal((await rest('GET', '/sobjects/Account/describe', undefined, null)).status, 401);
});

test('composite requests name earlier results and roll back together', async () => {
  const request = (name: string, contact: Record<string, unknown>) => ({
    allOrNone: true,
    compositeRequest: [
      { method: 'POST', url: '/services/data/v67.0/sobjects/Account', referenceId: 'account', body: { Name: name } },
      {
        method: 'POST',
        url: '/services/data/v67.0/sobjects/Contact',
        referenceId: 'contact',
        body: { ...contact, AccountId: '@{account.id}' },
      },
    ],
  });
  const good = await rest('POST', '/composite', request('Whole', { LastName: 'L' }));
  assert.deepEqual(
    good.body.compositeResponse.map((part: any) => part.httpStatusCode),
    [201, 201],
  );
  const bad = await rest('POST', '/composite', request('Half', {}));
  assert.equal(bad.body.compositeResponse[1].httpStatusCode, 400);
  assert.equal(org.query("SELECT Id FROM Account WHERE Name = 'Half'").length, 0);
  assert.equal(org.query("SELECT Account.Name FROM Contact WHERE LastName = 'L'").length, 1);
});

test('REST classes of the project', async () => {
  const posted = await fetch(`${base}/services/apexrest/hook/a`, { method: 'POST', body: '{"text":"hi"}' });
  assert.deepEqual([posted.status, await posted.json()], [202, 'got hi at /hook/a']);
  const raw = await fetch(`${base}/services/apexrest/hook?q=1`);
  assert.deepEqual([await raw.text(), raw.headers.get('content-type')], ['plain 1', 'text/plain']);
});

test('executeAnonymous tells compile problems and exceptions apart', async () => {
  const run = async (body: string) =>
    (await rest('GET', `/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(body)}`)).body;
  assert.deepEqual([(await run('Integer a = 1;')).success, (await run('Integer a = ;')).compiled], [true, false]);
  const failed = await run("throw new IllegalArgumentException('no');");
  assert.deepEqual(
    [failed.compiled, failed.success, failed.exceptionMessage],
    [true, false, 'System.IllegalArgumentException: no'],
  );
});

test('UI API: object info, a record with display values, a list view, messages at fields', async () => {
  const account = (
    await rest('POST', '/ui-api/records', { apiName: 'Account', fields: { Name: 'Listed', AnnualRevenue: 1200 } })
  ).body;
  const info = (await rest('GET', '/ui-api/object-info/Account')).body;
  assert.deepEqual(
    [info.apiName, info.fields.Name.required, info.fields.OwnerId.referenceToInfos[0].apiName],
    ['Account', true, 'User'],
  );
  const record = (
    await rest('GET', `/ui-api/records/${account.id}?fields=Account.Name,Account.AnnualRevenue,Account.OwnerId`)
  ).body;
  assert.deepEqual([record.fields.Name.value, record.fields.AnnualRevenue.displayValue], ['Listed', '$1,200.00']);
  assert.equal(record.fields.Owner.displayValue, 'Ada Admin');
  const list = (
    await rest('POST', '/ui-api/list-records/Account/All', { fields: ['Account.Name'], searchTerm: 'List' })
  ).body;
  assert.deepEqual(
    list.records.map((row: any) => row.fields.Name.value),
    ['Listed'],
  );
  const bad = await rest('POST', '/ui-api/records', { apiName: 'Account', fields: {} });
  assert.equal(bad.body.output.fieldErrors.Name[0].errorCode, 'REQUIRED_FIELD_MISSING');
});

test('a list is searched in all its columns, word by word', async () => {
  await rest('POST', '/sobjects/Contact', { LastName: 'Lovelace', FirstName: 'Ada', Email: 'ada+us@example.com' });
  const find = async (searchTerm: string) =>
    (await rest('POST', '/ui-api/list-records/Contact/All', { searchTerm })).body.records.length;
  assert.deepEqual(
    [await find('ada+us@example.com'), await find('lovelace ada'), await find('100%'), await find("o'x")],
    [1, 1, 0, 0],
  );
});

test('records are found by any text field, with the fields that the request names', async () => {
  await rest('POST', '/sobjects/Contact', { LastName: 'Byron', Email: 'poet@example.com', Phone: '+1 503 555 0118' });
  const find = async (q: string, more = '') =>
    (await rest('GET', `/parameterizedSearch?q=${encodeURIComponent(q)}&sobject=Account&sobject=Contact${more}`)).body;
  const { searchRecords } = await find('poet@exa', '&Contact.fields=Name,Email,Nonsense');
  assert.deepEqual(
    searchRecords.map(({ attributes, Id: _id, ...fields }: any) => [attributes.type, fields]),
    [['Contact', { Name: 'Byron', Email: 'poet@example.com' }]],
  );
  assert.equal((await find('byron 0118')).searchRecords.length, 1);
  await rest('POST', '/sobjects/Contact', { LastName: 'O’Neill-Łódź' });
  assert.equal((await find("o'neill")).searchRecords.length, 1, 'punctuation separates words');
  assert.equal((await find("'%'")).searchRecords.length, 0);
  assert.equal((await find('byron', '&in=EMAIL')).searchRecords.length, 0);
  assert.equal((await rest('GET', '/parameterizedSearch?q=byron&in=ELSEWHERE&sobject=Contact')).status, 400);
});

test('UI API: standard buttons are those that the user may use and the layouts do not leave out', async () => {
  const { body: made } = await rest('POST', '/sobjects/Account', { Name: 'Buttons' });
  const names = ({ actions }: any, key: string) => actions[key].actions.map((action: any) => action.apiName);
  assert.deepEqual(names((await rest('GET', `/ui-api/actions/record/${made.id}`)).body, made.id), ['Edit', 'Delete']);
  assert.deepEqual(names((await rest('GET', '/ui-api/actions/mru-list/Account')).body, 'Account'), ['New']);
  const { body: crate } = await rest('POST', '/sobjects/Crate__c', { Name: 'One' });
  assert.deepEqual(names((await rest('GET', `/ui-api/actions/record/${crate.id}`)).body, crate.id), ['Edit']);
  assert.deepEqual(names((await rest('GET', '/ui-api/actions/mru-list/Crate__c')).body, 'Crate__c'), []);
  // https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_list_view_record.htm
  for (const place of ['list-view-record', 'related-list-record']) {
    const { body: rows } = await rest('GET', `/ui-api/actions/${place}/${made.id},${crate.id}`);
    assert.deepEqual(names(rows, made.id), ['Edit', 'Delete']);
    assert.deepEqual(names(rows, crate.id), ['Edit'], 'the page layout leaves Delete out');
  }
});

test('UI API: a formula with a picture says that it is to be shown as formatted text', async () => {
  const { body } = await rest('GET', '/ui-api/object-info/Crate__c');
  const { dataType, htmlFormatted } = body.fields.Preview__c;
  assert.deepEqual([dataType, htmlFormatted], ['String', true]);
  assert.equal(body.fields.Name.htmlFormatted, false);
});

test('UI API: an address has its parts by name', async () => {
  const account = { Name: 'Hill', BillingStreet: '1 Main Street', BillingCity: 'Bonn', BillingPostalCode: '53111' };
  const { body: made } = await rest('POST', '/sobjects/Account', account);
  const { body } = await rest('GET', `/ui-api/records/${made.id}?fields=Account.BillingAddress`);
  const { street, city, postalCode, country } = body.fields.BillingAddress.value;
  assert.deepEqual([street, city, postalCode, country], ['1 Main Street', 'Bonn', '53111', null]);
});

test('a busy port is told in one sentence', async () => {
  const other = createServer(org, { log: () => undefined });
  await assert.rejects(
    other.listen(Number(new URL(base).port)),
    /^Error: Port \d+ is already in use\. Stop the other program or choose another with --port\.$/,
  );
});

test('links to files lead to where the org is asked now, whatever they were stored with', async () => {
  const query = `?oid=${org.organizationId()}&ids=068000000000001AAA&d=%2Fa%2Fx&asPdf=false`;
  const old = `http://localhost:4999/sfc/dist/version/download/${query}`;
  const foreign = `https://other.example/sfc/dist/version/download/?oid=00D000000000009AAA&ids=1`;
  const { body: made } = await rest('POST', '/sobjects/Account', {
    Name: 'Linked',
    Website: foreign,
    Description: `<img src="${old}"> and ${foreign}`,
  });
  const { body } = await rest('GET', `/sobjects/Account/${made.id}`);
  assert.equal(body.Website, foreign);
  assert.equal(body.Description, `<img src="${base}/sfc/dist/version/download/${query}"> and ${foreign}`);
  const [stored] = org.query(`SELECT Description FROM Account WHERE Id = '${made.id}'`);
  assert.ok(String(stored.Description).includes(old), 'what is stored stays');
});

test('a content delivery shows its file to anybody with the link, and to nobody else', async () => {
  org.runAnonymous(`
    ContentVersion file = new ContentVersion(Title = 'Vase', PathOnClient = 'vase.png', VersionData = Blob.valueOf('bytes'));
    insert file;
    insert new ContentDistribution(Name = 'Vase', ContentVersionId = file.Id, PreferencesAllowViewInBrowser = true);`);
  const [delivery] = org.query('SELECT Id, ContentDownloadUrl, ContentDocumentId FROM ContentDistribution');
  const link = new URL(String(delivery.ContentDownloadUrl));
  assert.equal(
    link.origin,
    base.replace('127.0.0.1', 'localhost'),
    'work without a request knows where the org answers',
  );
  assert.match(String(delivery.ContentDocumentId), /^069/);
  const answer = await fetch(base + link.pathname + link.search);
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), 'bytes');
  assert.equal(answer.headers.get('content-type'), 'image/png');
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.match(answer.headers.get('content-disposition')!, /^attachment/);
  link.searchParams.set('d', `/a/${String(delivery.Id)}/guessed`);
  assert.equal((await fetch(base + link.pathname + link.search)).status, 404);
  org.runAnonymous('delete [SELECT Id FROM ContentDistribution];');
  const gone = new URL(String(delivery.ContentDownloadUrl));
  assert.equal((await fetch(base + gone.pathname + gone.search)).status, 404);
});
