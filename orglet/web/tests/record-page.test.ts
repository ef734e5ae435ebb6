import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pageComponent } from '../build/admin/compose-page.js';
import { readAdminMetadata } from '../build/admin/metadata.js';
import { readProject } from '../build/project.js';

const field = (name: string, behavior: string): string =>
  `<itemInstances><fieldInstance><fieldInstanceProperties><name>uiBehavior</name><value>${behavior}</value></fieldInstanceProperties><fieldItem>Record.${name}</fieldItem></fieldInstance></itemInstances>`;
const component = (name: string, properties: Record<string, string>): string =>
  `<itemInstances><componentInstance>${Object.entries(properties)
    .map(
      ([key, value]) =>
        `<componentInstanceProperties><name>${key}</name><value>${value}</value></componentInstanceProperties>`,
    )
    .join('')}<componentName>${name}</componentName></componentInstance></itemInstances>`;
const region = (name: string, type: string, items: string): string =>
  `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;

// https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flexipage.htm (FieldInstance); names in the
// sources of a package have no namespace, those of its org do.
test('fields that a record page places have the namespace of the project, and what the page says of editing them', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'record-page-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const pages = join(root, 'app', 'flexipages');
  mkdirSync(pages, { recursive: true });
  writeFileSync(
    join(root, 'sfdx-project.json'),
    JSON.stringify({ packageDirectories: [{ path: 'app', default: true }], namespace: 'acme' }),
  );
  writeFileSync(
    join(pages, 'Contact_Page.flexipage-meta.xml'),
    `<?xml version="1.0"?><FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata">${[
      region('left', 'Facet', field('Email', 'none') + field('Invited_At__c', 'readonly')),
      region('columns', 'Facet', component('flexipage:column', { body: 'left' })),
      region('main', 'Region', component('flexipage:fieldSection', { columns: 'columns', label: 'Customer' })),
    ].join(
      '',
    )}<masterLabel>Contact Page</masterLabel><sobjectType>Contact</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type></FlexiPage>`,
  );
  const project = readProject(root);
  const page = readAdminMetadata(project).pages.get('Contact_Page');
  assert.ok(page);
  const { script, template } = pageComponent(project, page);
  assert.match(template, /shell-field-section/);
  assert.ok(
    script.includes(
      JSON.stringify([
        [
          { name: 'Email', behavior: 'none' },
          { name: 'acme__Invited_At__c', behavior: 'readonly' },
        ],
      ]),
    ),
    script,
  );
});
