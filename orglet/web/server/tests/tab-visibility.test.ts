import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Org } from '../../../org/org.js';
import { openTestOrg } from '../../../org/test-project.js';
import { createServer, type OrgServer } from '../server.js';

/**
 * Which tabs stand in an app and which may be opened, by profile and permission sets.
 * @see https://help.salesforce.com/s/articleView?id=platform.permissions_tab_settings.htm (Visible, Available, hidden; the most permissive counts)
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm (PermissionSetTabSetting)
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_nav_items_all.htm
 */
let org: Org;
let server: OrgServer;
let port: number;

const meta = (root: string, body: string) =>
  `<?xml version="1.0"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>`;
const readable = (object: string) =>
  `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
const setting = (tab: string, visibility: string) =>
  `<tabSettings><tab>${tab}</tab><visibility>${visibility}</visibility></tabSettings>`;
const page = (label: string) =>
  meta('CustomTab', `<label>${label}</label><motif>Custom1</motif><url>https://x.test</url>`);
const TABS = ['standard-home', 'standard-Account', 'Box__c', 'Desk', 'Attic', 'Cellar'];

before(async () => {
  org = openTestOrg({
    files: {
      'objects/Box__c/Box__c.object-meta.xml': meta(
        'CustomObject',
        '<label>Box</label><pluralLabel>Boxes</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>',
      ),
      'tabs/Box__c.tab-meta.xml': meta('CustomTab', '<customObject>true</customObject><motif>Custom1</motif>'),
      'tabs/Desk.tab-meta.xml': page('Desk'),
      'tabs/Attic.tab-meta.xml': page('Attic'),
      'tabs/Cellar.tab-meta.xml': page('Cellar'),
      'applications/House.app-meta.xml': meta(
        'CustomApplication',
        `<label>House</label><navType>Standard</navType>${TABS.map((tab) => `<tabs>${tab}</tabs>`).join('')}<uiType>Lightning</uiType>`,
      ),
      'permissionsets/Clerk.permissionset-meta.xml': meta(
        'PermissionSet',
        `<label>Clerk</label>${readable('Box__c')}${setting('Box__c', 'Visible')}${setting('Desk', 'Available')}${setting('Attic', 'Available')}`,
      ),
      'permissionsets/Desk.permissionset-meta.xml': meta(
        'PermissionSet',
        `<label>Desk</label>${setting('Desk', 'Visible')}`,
      ),
      // Visible, but the object is not readable.
      'permissionsets/Blind.permissionset-meta.xml': meta(
        'PermissionSet',
        `<label>Blind</label>${setting('Box__c', 'Visible')}<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>`,
      ),
    },
  });
  hire('clerk', 'Standard User', ['Clerk']);
  hire('chief', 'Standard User', ['Clerk', 'Desk']);
  hire('blind', 'Minimum Access - Salesforce', ['Blind']);
  server = createServer(org, { log: () => undefined });
  port = await server.listen(0);
});
after(async () => {
  await server.close();
  org.close();
});

function hire(name: string, profile: string, sets: string[]): void {
  org.runAnonymous(
    `insert new User(Username = '${name}@x.test', LastName = '${name}', Alias = 'x', Email = 'x@x.test', TimeZoneSidKey = 'UTC', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8', ProfileId = [SELECT Id FROM Profile WHERE Name = '${profile}'].Id);`,
  );
  for (const set of sets)
    org.runAnonymous(
      `insert new PermissionSetAssignment(AssigneeId = [SELECT Id FROM User WHERE Username = '${name}@x.test'].Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = '${set}'].Id);`,
    );
}

async function tabs(username: string, path: string): Promise<string[]> {
  const token = server.sessions.create(org.findUser(username) ?? org.adminUser());
  const response = await fetch(`http://127.0.0.1:${port}/services/data/v67.0/ui-api${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  assert.equal(response.status, 200);
  const body: any = await response.json();
  return (body.navItems ?? body.apps[0].navItems).map((item: { developerName: string }) => item.developerName);
}

const ofProject = (names: string[]) => names.filter((name) => TABS.includes(name)).sort();

test('a tab stands in its app for whom a permission set makes it visible', async () => {
  assert.deepEqual(await tabs('clerk@x.test', '/apps'), ['standard-home', 'standard-Account', 'Box__c']);
  assert.deepEqual(await tabs('chief@x.test', '/apps'), ['standard-home', 'standard-Account', 'Box__c', 'Desk']);
});

test('an available tab stands in no app and can be opened; one that nothing grants cannot', async () => {
  assert.deepEqual(ofProject(await tabs('clerk@x.test', '/nav-items')), [
    'Attic',
    'Box__c',
    'Desk',
    'standard-Account',
    'standard-home',
  ]);
  assert.deepEqual(await tabs('clerk@x.test', '/nav-items?navItemNames=Cellar,attic'), ['Attic']);
});

test('the tab of an object needs Read besides, and a profile of minimum access has no standard tabs', async () => {
  assert.deepEqual(await tabs('blind@x.test', '/apps'), []);
  assert.deepEqual(ofProject(await tabs('blind@x.test', '/nav-items')), []);
});

test('administrators have the tabs of what they installed', async () => {
  assert.deepEqual(await tabs('admin', '/apps'), TABS);
});
