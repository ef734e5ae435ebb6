// Formula fields that read of the user, the organization, settings and permissions, inside queries.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Org } from './org.js';
import { openTestOrg } from './test-project.js';

const xml = (root: string, body: string) =>
  `<?xml version="1.0"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>`;
const formula = (name: string, type: string, text: string) =>
  xml(
    'CustomField',
    `<fullName>${name}</fullName><label>${name}</label><type>${type}</type><formula>${text}</formula>`,
  );

const FIELDS: Record<string, string> = {
  'Account/fields/Mine__c': formula('Mine__c', 'Checkbox', 'OwnerId = $User.Id'),
  'Account/fields/Reader__c': formula('Reader__c', 'Text', '$User.Username &amp; &quot;/&quot; &amp; $Profile.Name'),
  'Account/fields/Company__c': formula('Company__c', 'Text', '$Organization.Name'),
  'Account/fields/Allowed__c': formula('Allowed__c', 'Checkbox', '$Permission.Refund'),
  'Account/fields/Limited__c': formula('Limited__c', 'Text', '$Setup.Prefs__c.Mark__c &amp; Name'),
  'Contact/fields/AccountReader__c': formula('AccountReader__c', 'Text', 'Account.Reader__c'),
  'Prefs__c/fields/Mark__c': xml(
    'CustomField',
    '<fullName>Mark__c</fullName><label>Mark</label><length>80</length><type>Text</type>',
  ),
};
const FILES: Record<string, string> = {
  ...Object.fromEntries(Object.entries(FIELDS).map(([path, text]) => [`objects/${path}.field-meta.xml`, text])),
  'objects/Prefs__c/Prefs__c.object-meta.xml': xml(
    'CustomObject',
    '<customSettingsType>Hierarchy</customSettingsType><label>Prefs</label>',
  ),
  'customPermissions/Refund.customPermission-meta.xml': xml('CustomPermission', '<label>Refund</label>'),
};

let org: Org;
before(() => (org = openTestOrg({ files: FILES })));
after(() => org.close());

test('formulas over globals are selected, filtered, grouped and ordered by, also through parents', () => {
  const { error } = org.executeAnonymous(`
    Account a = new Account(Name = 'A');
    insert a;
    insert new Contact(LastName = 'C', AccountId = a.Id);
    String reader = UserInfo.getUserName() + '/' + [SELECT Name FROM Profile WHERE Id = :UserInfo.getProfileId()].Name;
    a = [SELECT Mine__c, Reader__c, Company__c, Allowed__c FROM Account WHERE Mine__c = true ORDER BY Reader__c];
    Assert.isTrue(a.Mine__c);
    Assert.areEqual(reader, a.Reader__c);
    Assert.areEqual(UserInfo.getOrganizationName(), a.Company__c);
    Assert.isFalse(a.Allowed__c);
    Assert.areEqual(reader, [SELECT AccountReader__c FROM Contact WHERE Account.Mine__c = true].AccountReader__c);
    Assert.areEqual(reader, [SELECT Reader__c r FROM Account GROUP BY Reader__c][0].get('r'));
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Reader__c = :reader AND CreatedDate = TODAY]);`);
  assert.equal(error?.message, undefined);
});

test('each run of a query sees the globals of that moment', () => {
  const { error } = org.executeAnonymous(`
    insert new Account(Name = 'B');
    Assert.areEqual('B', [SELECT Limited__c FROM Account WHERE Name = 'B'].Limited__c);
    Prefs__c prefs = new Prefs__c(SetupOwnerId = UserInfo.getOrganizationId(), Mark__c = '*');
    insert prefs;
    Assert.areEqual('*B', [SELECT Limited__c FROM Account WHERE Name = 'B'].Limited__c);
    delete prefs;
    insert new Prefs__c(SetupOwnerId = UserInfo.getUserId(), Mark__c = '#');
    Assert.areEqual('#B', [SELECT Limited__c FROM Account WHERE Name = 'B'].Limited__c);`);
  assert.equal(error?.message, undefined);
});
