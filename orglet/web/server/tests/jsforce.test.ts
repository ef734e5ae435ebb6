/** The REST API as its most used client sees it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import jsforce from 'jsforce';
import type { Org } from '../../../org/org.js';
import { ADMIN } from '../../../org/seed/users.js';
import { openTestOrg } from '../../../org/test-project.js';
import { createServer, type OrgServer } from '../server.js';

const PASSWORD = 'admin-password-1';
const CLASSES = {
  Echo: `@RestResource(urlMapping='/echo/*') global class Echo {
    @HttpPost global static String say(String text) { return 'said ' + text; }
    @HttpGet global static Map<String, Object> show() { return new Map<String, Object>{ 'q' => RestContext.request.params.get('q') }; }
  }`,
  SmokeTest: `@IsTest private class SmokeTest {
    @IsTest static void passes() { Assert.isTrue(true); }
    @IsTest static void fails() { Assert.areEqual(1, 2); }
  }`,
};
const KEY_FIELD = `<?xml version="1.0"?><CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Key__c</fullName><label>Key</label>
  <externalId>true</externalId><unique>true</unique><length>40</length><type>Text</type></CustomField>`;

let org: Org;
let server: OrgServer;
let base: string;
let conn: jsforce.Connection;

before(async () => {
  org = openTestOrg({ classes: CLASSES, files: { 'objects/Account/fields/Key__c.field-meta.xml': KEY_FIELD } });
  org.setPassword(org.adminUser(), PASSWORD);
  server = createServer(org, { log: () => undefined });
  base = `http://127.0.0.1:${await server.listen(0)}`;
  conn = new jsforce.Connection({ loginUrl: base, version: '67.0' });
  await conn.login(ADMIN.username, PASSWORD);
});
after(async () => {
  await server.close();
  org.close();
});

/** What a failing call was answered. */
const failure = async (call: PromiseLike<unknown>): Promise<{ errorCode: string; message: string }> =>
  Promise.resolve(call).then(
    () => assert.fail('the call should fail'),
    (error: { errorCode: string; message: string }) => error,
  );
const errorsOf = (result: unknown) => (result as { errors: { statusCode: string; fields: string[] }[] }).errors;
const count = (where: string) => org.query(`SELECT Id FROM Account WHERE ${where}`).length;

test('signs in by SOAP and by the OAuth password flow, knows who it is, signs out', async () => {
  assert.equal(conn.userInfo?.id, org.adminUser().id);
  assert.equal((await conn.identity()).username, ADMIN.username);
  const wrong = new jsforce.Connection({ loginUrl: base });
  await assert.rejects(wrong.login(ADMIN.username, 'wrong'), /INVALID_LOGIN: Invalid username, password/);
  const oauth2 = { loginUrl: base, clientId: 'any', clientSecret: 'any' };
  const other = new jsforce.Connection({ oauth2, version: '67.0' });
  await other.login(ADMIN.username, PASSWORD);
  assert.equal((await other.query('SELECT Id FROM User LIMIT 1')).totalSize, 1);
  const token = other.accessToken!;
  await other.logout();
  const stale = new jsforce.Connection({ instanceUrl: base, accessToken: token, version: '67.0' });
  assert.equal((await failure(stale.query('SELECT Id FROM User'))).errorCode, 'INVALID_SESSION_ID');
});

test('single records: create, retrieve, update, upsert by external Id, delete', async () => {
  const created = await conn.sobject('Account').create({ Name: 'Acme', NumberOfEmployees: 5 });
  assert.ok(created.success && created.id);
  const id = created.id;
  const read = await conn.sobject('Account').retrieve(id);
  assert.deepEqual([read.Name, read.NumberOfEmployees, read.attributes?.type], ['Acme', 5, 'Account']);
  assert.equal((await conn.sobject('Account').update({ Id: id, Name: 'Acme 2' })).success, true);
  const upserted = await conn.sobject('Account').upsert({ Key__c: 'k1', Name: 'Keyed' }, 'Key__c');
  assert.equal(upserted.success, true);
  await conn.sobject('Account').upsert({ Key__c: 'k1', Name: 'Keyed again' }, 'Key__c');
  assert.deepEqual(
    org.query("SELECT Name FROM Account WHERE Key__c = 'k1'").map((row) => row.Name),
    ['Keyed again'],
  );
  assert.equal((await conn.sobject('Account').destroy(id)).success, true);
  assert.equal((await failure(conn.sobject('Account').retrieve(id))).errorCode, 'NOT_FOUND');
  assert.equal((await failure(conn.sobject('Account').destroy(id))).errorCode, 'ENTITY_IS_DELETED');
});

test('errors have their codes, messages and fields', async () => {
  const missing = await failure(conn.sobject('Account').create({}));
  assert.deepEqual(
    [missing.errorCode, missing.message],
    ['REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]'],
  );
  assert.equal((await failure(conn.sobject('Account').create({ Nope: 1 }))).errorCode, 'INVALID_FIELD');
  assert.equal((await failure(conn.sobject('Nope').describe())).errorCode, 'NOT_FOUND');
  assert.equal((await failure(conn.query('SELECT Nope FROM Account'))).errorCode, 'INVALID_FIELD');
  assert.equal((await failure(conn.query('SELECT Id FROM Nope'))).errorCode, 'INVALID_TYPE');
  assert.equal((await failure(conn.query('SELECT FROM'))).errorCode, 'MALFORMED_QUERY');
});

test('collections of 200: partial success, all or none, retrieve, update, upsert, delete', async () => {
  const names = Array.from({ length: 200 }, (_all, index) => ({ Name: `Many ${index}` }));
  const created = await conn.sobject('Account').create(names);
  assert.equal(created.filter(({ success }) => success).length, 200);
  const mixed = await conn.sobject('Account').create([{ Name: 'Half good' }, {}]);
  assert.deepEqual(
    mixed.map(({ success }) => success),
    [true, false],
  );
  assert.deepEqual(errorsOf(mixed[1])[0], {
    statusCode: 'REQUIRED_FIELD_MISSING',
    message: 'Required fields are missing: [Name]',
    fields: ['Name'],
  });
  const none = await conn.sobject('Account').create([{ Name: 'None' }, {}], { allOrNone: true });
  assert.deepEqual(
    none.map((result) => errorsOf(result)[0].statusCode),
    ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'REQUIRED_FIELD_MISSING'],
  );
  assert.equal(count("Name = 'None'"), 0);
  const ids = created.map(({ id }) => id!);
  const read = await conn.sobject('Account').retrieve([...ids.slice(0, 2), '001000000000000AAA']);
  assert.deepEqual(
    read.map((row) => (row as { Name: string } | null)?.Name ?? null),
    ['Many 0', 'Many 1', null],
  );
  await conn.sobject('Account').update(ids.slice(0, 3).map((Id) => ({ Id, Name: 'Renamed' })));
  assert.equal(count("Name = 'Renamed'"), 3);
  const upserts = await conn.sobject('Account').upsert(
    [
      { Key__c: 'c1', Name: 'Upsert 1' },
      { Key__c: 'c2', Name: 'Upsert 2' },
    ],
    'Key__c',
  );
  assert.deepEqual(
    upserts.map((result) => (result as { created: boolean }).created),
    [true, true],
  );
  const gone = await conn.sobject('Account').destroy(ids);
  assert.equal(gone.filter(({ success }) => success).length, 200);
});

test('queries: rows hold what was selected, more batches, counts, deleted rows, relationships', async () => {
  await conn
    .sobject('Contact')
    .create(Array.from({ length: 200 }, (_all, index) => ({ LastName: `Page ${String(index).padStart(3, '0')}` })));
  await conn
    .sobject('Contact')
    .create(
      Array.from({ length: 60 }, (_all, index) => ({ LastName: `Page ${String(index + 200).padStart(3, '0')}` })),
    );
  const soql = "SELECT LastName FROM Contact WHERE LastName LIKE 'Page%' ORDER BY LastName";
  const first = await conn.query(soql, { headers: { 'Sforce-Query-Options': 'batchSize=200' } });
  assert.deepEqual([first.totalSize, first.done, first.records.length], [260, false, 200]);
  assert.deepEqual(Object.keys(first.records[0]), ['attributes', 'LastName']);
  const rest = await conn.queryMore(first.nextRecordsUrl!);
  assert.deepEqual([rest.done, rest.records.at(-1)!.LastName], [true, 'Page 259']);
  const counted = await conn.query("SELECT COUNT() FROM Contact WHERE LastName LIKE 'Page%'");
  assert.deepEqual([counted.totalSize, counted.records], [260, []]);
  const account = (await conn.sobject('Account').create({ Name: 'Parent' })).id!;
  const contact = (await conn.sobject('Contact').create({ LastName: 'Child', AccountId: account })).id!;
  const child = (await conn.query("SELECT Account.Name FROM Contact WHERE LastName = 'Child'")).records[0];
  assert.deepEqual(
    [Object.keys(child), child.Account.Name, 'Id' in child.Account],
    [['attributes', 'Account'], 'Parent', false],
  );
  const parent = (await conn.query(`SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Id = '${account}'`))
    .records[0];
  assert.deepEqual([parent.Id, parent.Contacts.records[0].Id], [account, contact]);
  await conn.sobject('Contact').destroy(contact);
  const all = await conn.query(`SELECT Id, IsDeleted FROM Contact WHERE Id = '${contact}'`, { scanAll: true });
  assert.deepEqual(
    all.records.map((row) => row.IsDeleted),
    [true],
  );
});

test('describe, limits, search, recent, updated and deleted records', async () => {
  const global = await conn.describeGlobal();
  assert.ok(global.sobjects.some(({ name }) => name === 'Account'));
  const description = await conn.sobject('Account').describe();
  const key = description.fields.find(({ name }) => name === 'Key__c')!;
  assert.deepEqual([description.keyPrefix, key.externalId, key.length], ['001', true, 40]);
  assert.ok((await conn.limits()).DailyApiRequests.Max > 0);
  const since = new Date(Date.now() - 60_000).toISOString();
  const { id } = await conn
    .sobject('Account')
    .create({ Name: 'Findable' }, { headers: { 'Sforce-Mru': 'updateMru=true' } });
  const found = await conn.search('FIND {Findable} IN NAME FIELDS RETURNING Account(Id, Name)');
  assert.deepEqual(
    found.searchRecords.map((row) => row.Id),
    [id],
  );
  const recent = (await conn.recent()) as unknown as { Id: string }[];
  assert.equal(recent[0].Id, id);
  const until = new Date(Date.now() + 60_000).toISOString();
  assert.ok((await conn.sobject('Account').updated(since, until)).ids.includes(id!));
  await conn.sobject('Account').destroy(id!);
  const { deletedRecords } = await conn.sobject('Account').deleted(since, until);
  assert.ok(deletedRecords.some((row) => row.id === id));
});

test('composite, tree, graph and batch', async () => {
  const url = '/services/data/v67.0/sobjects';
  const pair = (name: string, contact: Record<string, unknown>) => [
    { method: 'POST', url: `${url}/Account`, referenceId: 'account', body: { Name: name } },
    { method: 'POST', url: `${url}/Contact`, referenceId: 'contact', body: { ...contact, AccountId: '@{account.id}' } },
  ];
  const composite = await conn.requestPost<any>('/composite', {
    allOrNone: true,
    compositeRequest: pair('Composite', { LastName: 'C' }),
  });
  assert.deepEqual(
    composite.compositeResponse.map((part: any) => part.httpStatusCode),
    [201, 201],
  );
  assert.match(
    composite.compositeResponse[0].httpHeaders.Location,
    /^\/services\/data\/v67\.0\/sobjects\/Account\/001/,
  );
  const graph = await conn.requestPost<any>('/composite/graph', {
    graphs: [
      { graphId: 'good', compositeRequest: pair('Graph good', { LastName: 'G' }) },
      { graphId: 'bad', compositeRequest: pair('Graph bad', {}) },
    ],
  });
  assert.deepEqual(
    graph.graphs.map((part: any) => [part.graphId, part.isSuccessful]),
    [
      ['good', true],
      ['bad', false],
    ],
  );
  assert.deepEqual([count("Name = 'Graph good'"), count("Name = 'Graph bad'")], [1, 0]);
  const branch = (name: string, lastName: string | undefined) => ({
    attributes: { type: 'Account', referenceId: name },
    Name: name,
    Contacts: { records: [{ attributes: { type: 'Contact', referenceId: `${name} child` }, LastName: lastName }] },
  });
  const tree = await conn.requestPost<any>('/composite/tree/Account', { records: [branch('Tree', 'T')] });
  assert.deepEqual([tree.hasErrors, tree.results.length], [false, 2]);
  assert.equal(org.query("SELECT Id FROM Contact WHERE Account.Name = 'Tree'").length, 1);
  const failed = await fetch(`${base}/services/data/v67.0/composite/tree/Account`, {
    method: 'POST',
    headers: { authorization: `Bearer ${conn.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ records: [branch('No tree', undefined)] }),
  });
  const answer = (await failed.json()) as any;
  assert.deepEqual(
    [failed.status, answer.hasErrors, answer.results[0].referenceId, answer.results[0].errors[0].statusCode],
    [400, true, 'No tree child', 'REQUIRED_FIELD_MISSING'],
  );
  assert.equal(count("Name = 'No tree'"), 0);
  const batch = await conn.requestPost<any>('/composite/batch', {
    batchRequests: [
      { method: 'GET', url: 'v67.0/limits' },
      { method: 'GET', url: 'v67.0/sobjects/Account/001000000000000AAA' },
    ],
  });
  assert.deepEqual([batch.hasErrors, batch.results[0].statusCode, batch.results[1].statusCode], [true, 200, 404]);
});

test('Apex REST, anonymous Apex, tests and the tooling query', async () => {
  assert.equal(await conn.apex.post('/echo/', { text: 'hi' }), 'said hi');
  assert.deepEqual(await conn.apex.get('/echo/?q=1'), { q: '1' });
  assert.equal((await failure(conn.apex.get('/nowhere/'))).errorCode, 'NOT_FOUND');
  const good = await conn.tooling.executeAnonymous("insert new Account(Name = 'Anonymous');");
  assert.deepEqual([good.compiled, good.success, count("Name = 'Anonymous'")], [true, true, 1]);
  const bad = await conn.tooling.executeAnonymous('Integer broken = ;');
  assert.deepEqual([bad.compiled, bad.line], [false, 1]);
  const thrown = await conn.tooling.executeAnonymous("throw new IllegalArgumentException('no');");
  assert.equal(thrown.exceptionMessage, 'System.IllegalArgumentException: no');
  const classes = await conn.tooling.query("SELECT Name, Body FROM ApexClass WHERE Name = 'Echo'");
  assert.match(classes.records[0].Body as string, /global class Echo/);
  const run = (await conn.tooling.runTestsSynchronous({
    tests: [{ className: 'SmokeTest', testMethods: ['passes', 'fails'] }],
  } as never)) as any;
  assert.deepEqual(
    [run.numTestsRun, run.numFailures, run.failures[0].methodName, run.failures[0].message],
    [2, 1, 'fails', 'System.AssertException: Assertion Failed: Expected: 1, Actual: 2'],
  );
});

test('Bulk API 2.0: ingest with failed rows, upsert with parents, and query jobs', async () => {
  conn.bulk2.pollInterval = 5;
  const insert = await conn.bulk2.loadAndWaitForResults({
    object: 'Account',
    operation: 'insert',
    input: [
      { Name: 'Bulk 1', Key__c: 'b1', NumberOfEmployees: '7' },
      { Name: '', Key__c: 'b2', NumberOfEmployees: '' },
      { Name: 'Bulk, "3"', Key__c: 'b3', NumberOfEmployees: 'many' },
    ],
  });
  assert.deepEqual(
    insert.successfulResults.map((row) => [row.sf__Created, (row as unknown as { Name: string }).Name]),
    [['true', 'Bulk 1']],
  );
  assert.deepEqual(
    insert.failedResults.map(({ sf__Error }) => sf__Error.split(':')[0]),
    ['INVALID_TYPE_ON_FIELD_IN_RECORD', 'REQUIRED_FIELD_MISSING'],
  );
  const upsert = await conn.bulk2.loadAndWaitForResults({
    object: 'Account',
    operation: 'upsert',
    externalIdFieldName: 'Key__c',
    input: 'Key__c,Name,Parent.Key__c\nb1,Bulk one,\nb4,Bulk four,b1\n',
  });
  assert.deepEqual(
    upsert.successfulResults.map(({ sf__Created }) => sf__Created),
    ['false', 'true'],
  );
  const rows = await (
    await conn.bulk2.query("SELECT Name, Parent.Name FROM Account WHERE Key__c LIKE 'b%' ORDER BY Key__c")
  ).toArray();
  assert.deepEqual(rows, [
    { Name: 'Bulk one', 'Parent.Name': '' },
    { Name: 'Bulk four', 'Parent.Name': 'Bulk one' },
  ]);
  const job = conn.bulk2.createJob({ object: 'Account', operation: 'insert' });
  await job.open();
  await job.uploadData('Nope\nx\n');
  await job.close();
  await assert.rejects(job.poll(5, 5000), /Field name not found : Nope/);
  const refused = await failure(
    conn.bulk2.createJob({ object: 'Account', operation: 'upsert', externalIdFieldName: 'Name__x' }).open(),
  );
  assert.equal(refused.errorCode, 'INVALIDJOB');
});

test('what the Salesforce CLI asks for besides: a doubled slash, columns of a query, anonymous Apex by SOAP', async () => {
  const authorization = `Bearer ${conn.accessToken}`;
  assert.equal((await fetch(`${base}//services/data`)).status, 200);
  const soql = 'SELECT Id, Owner.Name, COUNT(Id) n, (SELECT LastName FROM Contacts) FROM Account';
  const url = `${base}/services/data/v67.0/query?columns=true&q=${encodeURIComponent(soql)}`;
  const columns = (await (await fetch(url, { headers: { authorization } })).json()) as any;
  assert.deepEqual(
    columns.columnMetadata.map((column: any) => [
      column.columnName,
      column.aggregate,
      column.joinColumns.map((below: any) => below.columnName),
    ]),
    [
      ['Id', false, []],
      ['Owner', false, ['Name']],
      ['n', true, []],
      ['Contacts', true, ['LastName']],
    ],
  );
  const soap = async (token: string, source: string) => {
    const body = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:a="http://soap.sforce.com/2006/08/apex"><e:Header><a:SessionHeader><a:sessionId>${token}</a:sessionId></a:SessionHeader></e:Header><e:Body><a:executeAnonymous><a:String>${source}</a:String></a:executeAnonymous></e:Body></e:Envelope>`;
    const response = await fetch(`${base}/services/Soap/s/67.0`, { method: 'POST', body });
    return { status: response.status, text: await response.text() };
  };
  const good = await soap(conn.accessToken!, "System.debug('a &lt; b');");
  assert.match(good.text, /<debugLog>USER_DEBUG\|a &#60; b<\/debugLog>[^]*<success>true<\/success>/);
  const stale = await soap('none', 'Integer a = 1;');
  assert.deepEqual([stale.status, /<faultcode>sf:INVALID_SESSION_ID/.test(stale.text)], [500, true]);
});
