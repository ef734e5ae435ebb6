import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Org } from '../../../org/org.js';
import { openTestOrg } from '../../../org/test-project.js';
import { createServer, type OrgServer } from '../server.js';

/**
 * What the UI API answers to a user whose profile leaves out an object that readable records look up to or are looked up by.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_record_get.htm (optionalFields)
 * @see https://help.salesforce.com/s/articleView?id=platform.users_profiles_object_perms.htm (tabs of objects need Read)
 */
let org: Org;
let server: OrgServer;
let token: string;
let port: number;
let cartId: string;

const meta = (root: string, body: string) =>
  `<?xml version="1.0"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>`;
const object = (label: string) =>
  meta(
    'CustomObject',
    `<label>${label}</label><pluralLabel>${label}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>`,
  );
const lookup = (name: string, target: string) =>
  meta(
    'CustomField',
    `<fullName>${name}</fullName><label>${name}</label><type>Lookup</type><referenceTo>${target}</referenceTo><relationshipName>Links_${name.replace('__c', '')}</relationshipName>`,
  );

before(async () => {
  org = openTestOrg({
    files: {
      'objects/Cart__c/Cart__c.object-meta.xml': object('Cart'),
      'objects/Receipt__c/Receipt__c.object-meta.xml': object('Receipt'),
      'objects/Receipt__c/fields/Cart__c.field-meta.xml': lookup('Cart__c', 'Cart__c'),
      'objects/Cart__c/fields/Receipt__c.field-meta.xml': lookup('Receipt__c', 'Receipt__c'),
      'tabs/Cart__c.tab-meta.xml': meta('CustomTab', '<customObject>true</customObject><motif>Custom1</motif>'),
      'tabs/Receipt__c.tab-meta.xml': meta('CustomTab', '<customObject>true</customObject><motif>Custom1</motif>'),
      'applications/Desk.app-meta.xml': meta(
        'CustomApplication',
        '<label>Desk</label><navType>Standard</navType><tabs>Cart__c</tabs><tabs>Receipt__c</tabs><uiType>Lightning</uiType>',
      ),
      'permissionsets/Clerk.permissionset-meta.xml': meta(
        'PermissionSet',
        '<label>Clerk</label><fieldPermissions><editable>false</editable><field>Receipt__c.Cart__c</field><readable>true</readable></fieldPermissions><objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Receipt__c</object><viewAllRecords>false</viewAllRecords></objectPermissions><tabSettings><tab>Cart__c</tab><visibility>Visible</visibility></tabSettings><tabSettings><tab>Receipt__c</tab><visibility>Visible</visibility></tabSettings><userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>',
      ),
    },
  });
  org.runAnonymous(
    `insert new User(Username = 'clerk@x.test', LastName = 'Clerk', Alias = 'x', Email = 'x@x.test', TimeZoneSidKey = 'UTC', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);`,
  );
  org.runAnonymous(
    `insert new PermissionSetAssignment(AssigneeId = [SELECT Id FROM User WHERE Username = 'clerk@x.test'].Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Clerk'].Id);`,
  );
  org.runAnonymous(
    `Cart__c cart = new Cart__c(Name = 'Full'); insert cart; insert new Receipt__c(Name = 'Paid', Cart__c = cart.Id);`,
  );
  cartId = org.query('SELECT Id FROM Cart__c', org.adminUser())[0].Id as string;
  server = createServer(org, { log: () => undefined });
  token = server.sessions.create(org.findUser('clerk@x.test')!);
  port = await server.listen(0);
});
after(async () => {
  await server.close();
  org.close();
});

async function get(path: string): Promise<{ status: number; body: any }> {
  const response = await fetch(`http://127.0.0.1:${port}/services/data/v67.0/ui-api${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: response.status, body: await response.json() };
}

test('records and lists leave out the name of what the user may not read, not the record', async () => {
  const listed = await get('/list-records/Receipt__c/All?fields=Receipt__c.Cart__c,Receipt__c.Cart__r.Name');
  assert.equal(listed.status, 200, JSON.stringify(listed.body));
  const [record] = listed.body.records;
  assert.equal(record.fields.Cart__c.value, cartId);
  assert.equal(record.fields.Cart__r, undefined);
  const full = await get(`/records/${record.id}?layoutTypes=Full`);
  assert.equal(full.status, 200, JSON.stringify(full.body));
  assert.equal(full.body.fields.Name.value, 'Paid');
  assert.equal((await get(`/records/${record.id}?fields=Receipt__c.Name`)).body.fields.Name.value, 'Paid');
});

test('an object that the user may not read has no lists, no tab and no related list', async () => {
  for (const path of ['/list-info/Cart__c', '/list-info/Cart__c/All', '/list-records/Cart__c/All'])
    assert.equal((await get(path)).status, 404, path);
  const { body } = await get('/apps');
  assert.deepEqual(
    body.apps[0].navItems.map((item: { objectApiName: string }) => item.objectApiName),
    ['Receipt__c'],
  );
  assert.deepEqual((await get('/related-list-info/Receipt__c')).body.relatedLists, []);
});
