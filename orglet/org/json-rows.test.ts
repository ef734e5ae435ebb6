import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestOrg } from './test-project.js';

test('in a namespace a row has every field that the SELECT names, also the reference that a parent is reached by', () => {
  const object = (name: string, fields: string) =>
    `<?xml version="1.0"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><deploymentStatus>Deployed</deploymentStatus><label>${name}</label><pluralLabel>${name}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>${fields}</CustomObject>`;
  const box = openTestOrg(
    {
      files: {
        'objects/Box__c/Box__c.object-meta.xml': object(
          'Box',
          '<fields><fullName>Account__c</fullName><label>Account</label><type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Boxes</relationshipName></fields>',
        ),
      },
    },
    { namespace: 'depot' },
  );
  box.runAnonymous(
    "Account a = new Account(Name = 'Acme'); insert a; insert new depot__Box__c(Name = 'One', depot__Account__c = a.Id);",
  );
  const [row] = box.query('SELECT Account__c, Account__r.Name FROM Box__c');
  assert.deepEqual(Object.keys(row).sort(), ['attributes', 'depot__Account__c', 'depot__Account__r']);
  const [prefixed] = box.query('SELECT depot__Account__r.Name FROM depot__Box__c');
  assert.deepEqual(Object.keys(prefixed).sort(), ['attributes', 'depot__Account__r']);
  box.close();
});
