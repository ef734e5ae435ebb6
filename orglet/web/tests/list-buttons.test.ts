import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ADMIN_ENTRY, adminModules } from '../build/admin/admin-entry.js';
import { readAdminMetadata } from '../build/admin/metadata.js';
import { readProject } from '../build/project.js';

const XML = '<?xml version="1.0"?>';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const webLink = (type: string, url: string): string =>
  `${XML}<WebLink ${NS}><displayType>${type}</displayType><linkType>url</linkType><masterLabel>Invite</masterLabel><requireRowSelection>true</requireRowSelection><url>${url}</url></WebLink>`;
const field = (type: string, input: string): string =>
  `<fields><name>A</name><extensionName>c:people</extensionName><fieldType>${type}</fieldType>${input}</fields>`;
const input = (name: string, value: string): string =>
  `<inputParameters><name>${name}</name><value>${value}</value></inputParameters>`;
const screen = (name: string, fields: string, next?: string): string =>
  `<screens><name>${name}</name>${next ? `<connector><targetReference>${next}</targetReference></connector>` : ''}${fields}</screens>`;
const flow = (first: string, elements: string): string =>
  `${XML}<Flow ${NS}><label>Ask people</label>${elements}<start><connector><targetReference>${first}</targetReference></connector></start></Flow>`;

// https://help.salesforce.com: a list button with a flow's address hands the selected records to its variable `ids`.
test('list buttons name the flow that they start, and flows of screens with components are run', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'list-buttons-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write(
    'sfdx-project.json',
    JSON.stringify({ packageDirectories: [{ path: 'app', default: true }], namespace: 'acme' }),
  );
  const links = 'app/objects/Thing__c/webLinks';
  write(`${links}/Ask.webLink-meta.xml`, webLink('massActionButton', '/flow/acme/Ask_People?retURL=/x'));
  write(`${links}/Page.webLink-meta.xml`, webLink('massActionButton', '/apex/Page'));
  write(`${links}/Detail.webLink-meta.xml`, webLink('link', '/flow/Ask_People'));
  const ids = input('contactIds', '<elementReference>ids</elementReference>');
  write(
    'app/flows/Ask_People.flow-meta.xml',
    flow(
      'One',
      screen('Two', field('ComponentInstance', input('mode', '<stringValue>last</stringValue>'))) +
        screen('One', field('ComponentInstance', ids), 'Two'),
    ),
  );
  write('app/flows/Typed.flow-meta.xml', flow('One', screen('One', field('InputField', ''))));
  write('app/flows/Loop.flow-meta.xml', flow('One', screen('One', field('ComponentInstance', ids), 'One')));
  write('app/flows/Decides.flow-meta.xml', flow('Choice', screen('One', field('ComponentInstance', ids))));

  const project = readProject(root);
  const metadata = readAdminMetadata(project);
  assert.deepEqual(metadata.listButtons, [
    { name: 'Ask', object: 'Thing__c', label: 'Invite', flow: 'Ask_People', requiresSelection: true },
  ]);
  assert.deepEqual([...metadata.flows.keys()], ['Ask_People']);
  assert.deepEqual(metadata.flows.get('Ask_People'), {
    name: 'Ask_People',
    label: 'Ask people',
    screens: [
      { items: [{ component: 'people', inputs: { contactIds: { variable: 'ids' } } }] },
      { items: [{ component: 'people', inputs: { mode: { value: 'last' } } }] },
    ],
  });
  assert.match(adminModules(project, metadata)(ADMIN_ENTRY) ?? '', /"object":"acme__Thing__c"/);
});
