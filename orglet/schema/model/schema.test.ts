import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApexDecimal } from '../../runtime/values/decimal.js';
import { loadSchema } from '../index.js';
import { projectFile, writeProject, xml } from '../test-project.js';

const field = (name: string, body: string) =>
  xml('CustomField', `<fullName>${name}</fullName><label>${name}</label>${body}`);
const value = (name: string, rest = '') => `<value><fullName>${name}</fullName>${rest}</value>`;
const at = 'force-app/objects';
const files = {
  'sfdx-project.json': projectFile('ns'),
  [`${at}/Parent__c/Parent__c.object-meta.xml`]: xml(
    'CustomObject',
    '<label>Parent</label><pluralLabel>Parents</pluralLabel><sharingModel>Private</sharingModel><enableActivities>true</enableActivities><enableHistory>true</enableHistory><nameField><type>AutoNumber</type><label>No</label><displayFormat>P-{000}</displayFormat></nameField>',
  ),
  [`${at}/Parent__c/fields/Total__c.field-meta.xml`]: field(
    'Total__c',
    '<type>Summary</type><summaryForeignKey>Child__c.Parent__c</summaryForeignKey><summarizedField>Child__c.Amount__c</summarizedField><summaryOperation>sum</summaryOperation>',
  ),
  [`${at}/Parent__c/fields/Country__c.field-meta.xml`]: field(
    'Country__c',
    '<type>Picklist</type><valueSet><valueSetName>Countries</valueSetName></valueSet>',
  ),
  [`${at}/Parent__c/fields/City__c.field-meta.xml`]: field(
    'City__c',
    `<type>Picklist</type><valueSet><controllingField>Country__c</controllingField><valueSetDefinition>${value('Berlin')}${value('Paris')}</valueSetDefinition><valueSettings><controllingFieldValue>DE</controllingFieldValue><valueName>Berlin</valueName></valueSettings></valueSet>`,
  ),
  [`${at}/Parent__c/fields/Place__c.field-meta.xml`]: field('Place__c', '<type>Location</type><scale>5</scale>'),
  [`${at}/Parent__c/recordTypes/Big.recordType-meta.xml`]: xml(
    'RecordType',
    '<fullName>Big</fullName><label>Big one</label><active>true</active><picklistValues><picklist>Country__c</picklist><values><fullName>DE</fullName><default>true</default></values></picklistValues>',
  ),
  [`${at}/Parent__c/fieldSets/Main.fieldSet-meta.xml`]: xml(
    'FieldSet',
    '<fullName>Main</fullName><label>Main</label><displayedFields><field>Total__c</field></displayedFields><displayedFields><field>Owner.Name</field></displayedFields>',
  ),
  [`${at}/Child__c/Child__c.object-meta.xml`]: xml(
    'CustomObject',
    '<label>Child</label><pluralLabel>Children</pluralLabel>',
  ),
  [`${at}/Child__c/fields/Parent__c.field-meta.xml`]: field(
    'Parent__c',
    '<type>MasterDetail</type><referenceTo>Parent__c</referenceTo><relationshipName>Children</relationshipName><relationshipOrder>0</relationshipOrder>',
  ),
  [`${at}/Child__c/fields/Amount__c.field-meta.xml`]: field(
    'Amount__c',
    '<type>Currency</type><precision>16</precision><scale>2</scale>',
  ),
  [`${at}/Child__c/fields/Contact__c.field-meta.xml`]: field(
    'Contact__c',
    '<type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>Kids</relationshipName><deleteConstraint>Restrict</deleteConstraint>',
  ),
  [`${at}/Ping__e/Ping__e.object-meta.xml`]: xml(
    'CustomObject',
    '<label>Ping</label><eventType>HighVolume</eventType><publishBehavior>PublishImmediately</publishBehavior>',
  ),
  [`${at}/Rule__mdt/Rule__mdt.object-meta.xml`]: xml(
    'CustomObject',
    '<label>Rule</label><pluralLabel>Rules</pluralLabel>',
  ),
  [`${at}/Rule__mdt/fields/Rate__c.field-meta.xml`]: field(
    'Rate__c',
    '<type>Number</type><precision>4</precision><scale>2</scale>',
  ),
  [`${at}/Rule__mdt/fields/Next__c.field-meta.xml`]: field(
    'Next__c',
    '<type>MetadataRelationship</type><referenceTo>Rule__mdt</referenceTo><relationshipName>Nexts</relationshipName>',
  ),
  [`${at}/Activity/fields/Channel__c.field-meta.xml`]: field('Channel__c', '<type>Text</type><length>10</length>'),
  'force-app/globalValueSets/Countries.globalValueSet-meta.xml': xml(
    'GlobalValueSet',
    '<masterLabel>C</masterLabel><customValue><fullName>DE</fullName><default>true</default><label>Germany</label></customValue><customValue><fullName>FR</fullName><default>false</default></customValue>',
  ),
  'force-app/standardValueSets/OrderStatus.standardValueSet-meta.xml': xml(
    'StandardValueSet',
    '<standardValue><fullName>New</fullName><default>true</default><groupingString>Draft</groupingString></standardValue>',
  ),
  'force-app/customMetadata/Rule.A.md-meta.xml':
    '<CustomMetadata xmlns:xsi="y"><label>Rule A</label><values><field>Rate__c</field><value>1.50</value></values><values><field>Next__c</field><value>B</value></values></CustomMetadata>',
  'force-app/customMetadata/Rule.B.md-meta.xml':
    '<CustomMetadata xmlns:xsi="y"><label>Rule B</label><values><field>Rate__c</field><value xsi:nil="true"/></values></CustomMetadata>',
};
const project = writeProject(files);
after(() => project.dispose());
const schema = loadSchema({ projectDir: project.dir });
const parent = schema.resolveObject('Parent__c')!;
const child = schema.resolveObject('ns__Child__c')!;

test('the project loads without problems', () => assert.deepEqual(schema.problems, []));

test('names resolve in any case, with and without namespace', () => {
  assert.equal(schema.resolveObject('PARENT__C'), parent);
  assert.equal(schema.object('ns__Parent__c'), parent);
  assert.equal(schema.resolveObject('other__Parent__c'), null);
  assert.equal(child.resolveField('parent__c')!.name, 'ns__Parent__c');
  assert.equal(child.resolveRelationship('Parent__r')!.relationshipName, 'ns__Parent__r');
  assert.equal(parent.resolveChildRelationship('children__r')!.childObject, child);
});

test('master-detail: no owner, cascade, sharing controlled by the parent', () => {
  const reference = child.resolveField('Parent__c')!;
  assert.equal(child.resolveField('OwnerId'), null);
  assert.equal(child.sharingModel, 'ControlledByParent');
  assert.deepEqual(
    [reference.masterDetail, reference.nillable, reference.updateable, reference.deleteConstraint],
    [true, false, false, 'Cascade'],
  );
  assert.equal(schema.resolveObject('Child__Share'), null);
});

test('roll-up summaries take the type of what they sum', () => {
  const total = parent.resolveField('Total__c')!;
  assert.deepEqual([total.type, total.precision, total.scale, total.createable], ['CURRENCY', 16, 2, false]);
  assert.deepEqual(total.summary, {
    operation: 'sum',
    childObject: 'ns__Child__c',
    childReference: 'ns__Parent__c',
    summarizedField: 'ns__Amount__c',
    filters: [],
  });
});

test('picklists: global value sets, dependent values, standard value sets', () => {
  const country = parent.resolveField('Country__c')!;
  assert.deepEqual(
    country.picklistValues.map(({ value, label }) => [value, label]),
    [
      ['DE', 'Germany'],
      ['FR', 'FR'],
    ],
  );
  assert.equal(country.restrictedPicklist, true);
  const city = parent.resolveField('City__c')!;
  assert.equal(city.controllerName, 'ns__Country__c');
  assert.deepEqual(
    city.picklistValues.map(({ validFor }) => validFor),
    [['DE'], []],
  );
  const status = schema.resolveObject('Order')!.resolveField('Status')!;
  assert.deepEqual(
    status.picklistValues.map(({ value, attributes }) => [value, attributes.code]),
    [['New', 'Draft']],
  );
});

test('record types and field sets', () => {
  const [master, big] = parent.recordTypes;
  assert.deepEqual([master!.developerName, master!.id], ['Master', '012000000000000AAA']);
  assert.match(big!.id, /^012[0-9A-Za-z]{15}$/);
  assert.deepEqual(big!.picklistValues, { ns__Country__c: [{ value: 'DE', default: true }] });
  assert.deepEqual(
    parent.resolveFieldSet('main')!.members.map(({ path }) => path),
    ['ns__Total__c', 'Owner.Name'],
  );
  assert.equal(loadSchema({ projectDir: project.dir }).resolveObject('Parent__c')!.recordTypes[1]!.id, big!.id);
});

test('companions, auto-number, compound location, activities', () => {
  assert.equal(schema.resolveObject('Parent__Share')!.resolveField('ParentId')!.referenceTo[0], 'ns__Parent__c');
  assert.equal(schema.resolveObject('Parent__History')!.kind, 'history');
  assert.equal(parent.resolveChildRelationship('Shares')!.childObject.name, 'ns__Parent__Share');
  const name = parent.resolveField('Name')!;
  assert.deepEqual([name.autoNumber, name.displayFormat, name.createable], [true, 'P-{000}', false]);
  assert.equal(parent.resolveField('Place__Latitude__s')!.compoundField, 'ns__Place__c');
  assert.equal(parent.resolveChildRelationship('Tasks')!.field.name, 'WhatId');
  assert.equal(child.resolveChildRelationship('Tasks'), null);
  assert.ok(schema.resolveObject('Event')!.resolveField('Channel__c'));
  assert.ok(schema.resolveObject('Task')!.resolveField('WhatId')!.referenceTo.includes('ns__Parent__c'));
});

test('events and their publish behaviour', () => {
  const ping = schema.resolveObject('Ping__e')!;
  assert.deepEqual(
    [ping.kind, ping.publishBehavior, ping.queryable, ping.updateable],
    ['platformEvent', 'PublishImmediately', false, false],
  );
});

test('custom metadata records become rows with Apex values', () => {
  const rule = schema.resolveObject('Rule__mdt')!;
  const [a, b] = schema.customMetadata.of(rule);
  assert.equal(a!.QualifiedApiName, 'ns__A');
  assert.ok(a!.ns__Rate__c instanceof ApexDecimal);
  assert.equal(a!.ns__Rate__c.toPlainString(), '1.50');
  assert.equal(a!.ns__Next__c, b!.Id);
  assert.equal(b!.ns__Rate__c, null);
  assert.equal(schema.customMetadata.find(rule, 'a'), a);
});

test('key prefixes are unique and stay when objects come', () => {
  const prefixes = schema
    .objects()
    .filter(({ kind }) => kind.startsWith('custom'))
    .map(({ keyPrefix }) => keyPrefix);
  assert.equal(new Set(prefixes).size, prefixes.length);
  assert.equal(schema.objectByPrefix(parent.keyPrefix!), parent);
  assert.equal(schema.objectByPrefix('003')!.name, 'Contact');
});

test('standard objects: types, relationships, children, names', () => {
  const contact = schema.resolveObject('contact')!;
  assert.deepEqual(
    [contact.field('LastName')!.length, contact.field('LastName')!.nillable, contact.field('Email')!.type],
    [80, false, 'EMAIL'],
  );
  assert.equal(contact.resolveRelationship('account')!.name, 'AccountId');
  assert.equal(contact.field('MailingCity')!.compoundField, 'MailingAddress');
  assert.equal(contact.resolveChildRelationship('Kids__r')!.restrictedDelete, true);
  const account = schema.resolveObject('Account')!;
  for (const [name, of] of [
    ['Contacts', 'Contact'],
    ['Opportunities', 'Opportunity'],
    ['ChildAccounts', 'Account'],
    ['Orders', 'Order'],
    ['Cases', 'Case'],
    ['Tasks', 'Task'],
  ]) {
    assert.equal(account.resolveChildRelationship(name!)?.childObject.name, of, name);
  }
  assert.equal(account.resolveChildRelationship('Contacts')!.cascadeDelete, true);
  assert.equal(account.resolveField('CurrencyIsoCode'), null);
  assert.equal(schema.resolveObject('Case')!.nameField!.name, 'CaseNumber');
  assert.equal(schema.resolveObject('AccountHistory')!.resolveField('AccountId')!.relationshipName, 'Account');
  assert.equal(schema.resolveObject('OpportunityFieldHistory')!.kind, 'history');
});

test('every object of the model is whole: references lead to objects, parents know their children', () => {
  for (const object of schema.objects()) {
    for (const field of object.fields.values()) {
      for (const target of field.referenceTo)
        assert.ok(schema.object(target), `${object.name}.${field.name} → ${target}`);
    }
    for (const { field, childObject } of object.childRelationships)
      assert.ok(field, `${object.name} ← ${childObject.name}`);
  }
});

test('the fingerprint follows the metadata', () => {
  assert.equal(loadSchema({ projectDir: project.dir }).fingerprint, schema.fingerprint);
  assert.notEqual(loadSchema({ projectDir: project.dir, namespace: '' }).fingerprint, schema.fingerprint);
});
