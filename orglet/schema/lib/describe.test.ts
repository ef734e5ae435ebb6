import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { hooks } from '../../runtime/hooks.js';
import { lib } from '../../runtime/registry.js';
import { SObjectValue, sobjectField, sobjectType } from '../../runtime/sobject.js';
import { Transaction, withTransaction, type UserContext } from '../../runtime/transaction.js';
import { loadSchema } from '../index.js';
import { projectFile, writeProject, xml } from '../test-project.js';
import { setDescribeAccess, setSettingReader } from './index.js';

const project = writeProject({
  'sfdx-project.json': projectFile('ns'),
  'force-app/objects/Box__c/Box__c.object-meta.xml': xml(
    'CustomObject',
    '<label>Box</label><pluralLabel>Boxes</pluralLabel><fields><fullName>Size__c</fullName><label>Size</label><type>Number</type><precision>5</precision><scale>1</scale></fields><fieldSets><fullName>Main</fullName><label>M</label><displayedFields><field>Size__c</field></displayedFields></fieldSets><recordTypes><fullName>Red</fullName><label>Red box</label><active>true</active></recordTypes>',
  ),
  'force-app/objects/Prefs__c/Prefs__c.object-meta.xml': xml(
    'CustomObject',
    '<label>Prefs</label><customSettingsType>Hierarchy</customSettingsType><fields><fullName>On__c</fullName><type>Checkbox</type><defaultValue>true</defaultValue></fields><fields><fullName>Text__c</fullName><type>Text</type><length>9</length></fields>',
  ),
  'force-app/objects/Rule__mdt/Rule__mdt.object-meta.xml': xml(
    'CustomObject',
    '<label>Rule</label><pluralLabel>Rules</pluralLabel>',
  ),
  'force-app/customMetadata/Rule.A.md-meta.xml': '<CustomMetadata><label>Rule A</label></CustomMetadata>',
  'force-app/labels/L.labels-meta.xml': xml(
    'CustomLabels',
    '<labels><fullName>Hi</fullName><value>Hello</value></labels>',
  ),
});
const schema = loadSchema({ projectDir: project.dir });
after(() => {
  project.dispose();
  hooks.schema = null;
});
beforeEach(() => {
  hooks.schema = schema;
  setDescribeAccess(null);
});

const box = schema.resolveObject('Box__c')!;
const call = (cls: string, method: string, ...args: unknown[]) =>
  (lib(cls).methods[method] ?? lib(cls).statics[method])!(...args);
const describe = call('Schema.SObjectType', 'getdescribe', sobjectType(box));
const get = (method: string) => call('Schema.DescribeSObjectResult', method, describe);

test('an object describes itself; own names are in the global describe with and without namespace', () => {
  assert.equal(get('getname'), 'ns__Box__c');
  assert.equal(get('getlocalname'), 'Box__c');
  assert.equal(get('getlabelplural'), 'Boxes');
  assert.equal(get('iscustom'), true);
  const all = call('System.Schema', 'getglobaldescribe');
  assert.equal(all.get('BOX__c'), sobjectType(box));
  assert.equal(all.get('ns__box__c'), sobjectType(box));
  assert.equal(all.has('nothing__c'), false);
  assert.ok([...all.keys()].includes('box__c'));
});

test('fields, field sets and record types', () => {
  const size = sobjectField(box, box.resolveField('Size__c')!);
  const map = call('Schema.SObjectTypeFields', 'getmap', get('getfields'));
  assert.equal(map.get('Size__C'), size);
  const result = call('Schema.SObjectField', 'getdescribe', size);
  const of = (method: string) => call('Schema.DescribeFieldResult', method, result);
  assert.deepEqual(
    [of('getname'), of('getscale'), of('gettype').name, of('getsoaptype').name, of('isnillable')],
    ['ns__Size__c', 1, 'DOUBLE', 'DOUBLE', true],
  );
  const set = call('Schema.SObjectTypeFieldSets', 'getmap', get('getfieldsets')).get('main');
  const [member] = call('Schema.FieldSet', 'getfields', set).a;
  assert.equal(call('Schema.FieldSetMember', 'getfieldpath', member), 'ns__Size__c');
  assert.equal(call('Schema.FieldSetMember', 'getsobjectfield', member), size);
  const red = get('getrecordtypeinfosbydevelopername').get('Red');
  assert.equal(call('Schema.RecordTypeInfo', 'getname', red), 'Red box');
  assert.equal(get('getrecordtypeinfosbyid').get(box.recordTypes[1]!.id), red);
});

test('access methods ask for the permissions of the running user', () => {
  const size = call('Schema.SObjectField', 'getdescribe', sobjectField(box, box.resolveField('Size__c')!));
  const field = (method: string) => call('Schema.DescribeFieldResult', method, size);
  assert.deepEqual([get('iscreateable'), field('isupdateable')], [true, true]);
  setDescribeAccess({
    object: () => ({ read: true, create: false, edit: true, delete: false }),
    field: () => ({ read: true, edit: false }),
    recordType: () => ({ available: false, default: false }),
  });
  assert.deepEqual([get('isaccessible'), get('iscreateable'), get('isdeletable')], [true, false, false]);
  assert.deepEqual([field('isaccessible'), field('isupdateable')], [true, false]);
});

test('newSObject takes an Id or a record type', () => {
  const id = `${box.keyPrefix}000000000001AAA`;
  const build = (...args: unknown[]): SObjectValue =>
    call('Schema.SObjectType', 'newsobject', sobjectType(box), ...args);
  assert.deepEqual(build(id).f, { Id: id });
  assert.deepEqual(build(box.recordTypes[1]!.id).f, { RecordTypeId: box.recordTypes[1]!.id });
});

const user = {
  id: '005000000000001AAA',
  profileId: '00e000000000001AAA',
  organizationId: '00D000000000001AAA',
  language: 'de',
} as UserContext;
const origin = { quiddity: 'ANONYMOUS', async: false, baseUrl: 'http://localhost', isTest: false, web: null };
const asUser = <T>(fn: () => T): T => withTransaction(new Transaction(user, origin), fn);

test('hierarchy settings: the nearest level wins field by field; without rows the defaults', () => {
  const prefs = schema.resolveObject('Prefs__c')!;
  const token = sobjectType(prefs);
  const instance = (): SObjectValue => asUser(() => call('System.CustomRecords', 'getinstance', token));
  setSettingReader(() => []);
  assert.deepEqual([instance().get1('ns__On__c'), instance().id], [true, null]);
  const row = (SetupOwnerId: string, text: string | null, on: boolean) =>
    new SObjectValue(prefs, { Id: `x${SetupOwnerId}`, SetupOwnerId, ns__Text__c: text, ns__On__c: on });
  setSettingReader(() => [row(user.organizationId, 'org', true), row(user.profileId, null, false)]);
  assert.deepEqual([instance().get1('ns__Text__c'), instance().get1('ns__On__c')], ['org', false]);
  const defaults = asUser(() => call('System.CustomRecords', 'getorgdefaults', token));
  assert.equal(defaults.get1('ns__On__c'), true);
  assert.equal(
    asUser(() => call('System.CustomRecords', 'getvalues', token)),
    null,
  );
  setSettingReader(() => []);
});

test('custom metadata in Apex: copies by name', () => {
  const token = sobjectType(schema.resolveObject('Rule__mdt')!);
  const all = call('System.CustomRecords', 'getall', token);
  assert.deepEqual([...all.keys()], ['A']);
  const one: SObjectValue = call('System.CustomRecords', 'getinstance', token, 'a');
  one.set1('MasterLabel', 'changed');
  assert.equal(call('System.CustomRecords', 'getinstance', token, 'A').get1('MasterLabel'), 'Rule A');
  assert.equal(call('System.CustomRecords', 'getinstance', token, 'none'), null);
});

test('labels', () => {
  assert.equal(
    asUser(() => call('System.Label', 'get', 'ns', 'Hi')),
    'Hello',
  );
  assert.equal(call('System.Label', 'translationexists', null, 'Hi', 'de'), false);
});
