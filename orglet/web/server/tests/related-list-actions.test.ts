import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Org } from '../../../org/org.js';
import { openTestOrg } from '../../../org/test-project.js';
import { createServer, type OrgServer } from '../server.js';

/**
 * Buttons above related lists, by page layout.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_layouts.htm (RelatedListItem.excludeButtons)
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_actions_related_list.htm
 */
let org: Org;
let server: OrgServer;
let port: number;
let boxId: string;

const meta = (root: string, body: string) =>
  `<?xml version="1.0"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>`;
const object = (label: string) =>
  meta(
    'CustomObject',
    `<label>${label}</label><pluralLabel>${label}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>`,
  );
const lookup = (relationship: string) =>
  meta(
    'CustomField',
    `<fullName>Box__c</fullName><label>Box</label><type>Lookup</type><referenceTo>Box__c</referenceTo><relationshipName>${relationship}</relationshipName>`,
  );

before(async () => {
  org = openTestOrg({
    files: {
      'objects/Box__c/Box__c.object-meta.xml': object('Box'),
      'objects/Label__c/Label__c.object-meta.xml': object('Label'),
      'objects/Label__c/fields/Box__c.field-meta.xml': lookup('Labels'),
      'objects/Receipt__c/Receipt__c.object-meta.xml': object('Receipt'),
      'objects/Receipt__c/fields/Box__c.field-meta.xml': lookup('Receipts'),
      'layouts/Box__c-Box Layout.layout-meta.xml': meta(
        'Layout',
        '<relatedLists><fields>NAME</fields><relatedList>Label__c.Box__c</relatedList></relatedLists><relatedLists><excludeButtons>New</excludeButtons><fields>NAME</fields><relatedList>Receipt__c.Box__c</relatedList></relatedLists>',
      ),
    },
  });
  org.runAnonymous(`insert new Box__c(Name = 'Blue');`);
  boxId = org.query('SELECT Id FROM Box__c', org.adminUser())[0].Id as string;
  server = createServer(org, { log: () => undefined });
  port = await server.listen(0);
});
after(async () => {
  await server.close();
  org.close();
});

test('a related list offers New unless its layout leaves it out', async () => {
  const token = server.sessions.create(org.adminUser());
  const buttons = async (list: string) => {
    const response = await fetch(
      `http://127.0.0.1:${port}/services/data/v67.0/ui-api/actions/record/${boxId}/related-list/${list}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    const body: any = await response.json();
    return body.actions[list].actions.map(({ apiName }: { apiName: string }) => apiName);
  };
  assert.deepEqual(await buttons('Labels__r'), ['New']);
  assert.deepEqual(await buttons('Receipts__r'), []);
});
