import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SObjectValue } from '../../runtime/values.js';
import { ADMIN, TestOrg, USER_MODE, WITH_SHARING } from '../testing/org.js';
import type { UserContext } from '../../runtime/transaction.js';

let org: TestOrg;
let seller: UserContext;
let boss: UserContext;
let guest: UserContext;
const ids: Record<string, string> = {};
const metadata = (root: string, body: string) =>
  `<?xml version="1.0"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>`;

before(() => {
  org = new TestOrg({
    objects: {
      Deal__c: {
        _object:
          '<label>Deal</label><pluralLabel>Deals</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>Private</sharingModel>',
        Open__c: '<type>Checkbox</type><defaultValue>false</defaultValue>',
        Secret__c: '<type>Text</type><length>20</length>',
      },
      Line__c: {
        Deal__c:
          '<type>MasterDetail</type><referenceTo>Deal__c</referenceTo><relationshipName>Lines</relationshipName>',
      },
    },
    files: {
      'main/default/permissionsets/Seller.permissionset-meta.xml': metadata(
        'PermissionSet',
        '<label>Seller</label><objectPermissions><object>Deal__c</object><allowCreate>true</allowCreate><allowRead>true</allowRead><allowEdit>true</allowEdit><allowDelete>false</allowDelete><viewAllRecords>false</viewAllRecords><modifyAllRecords>false</modifyAllRecords></objectPermissions><fieldPermissions><field>Deal__c.Open__c</field><readable>true</readable><editable>true</editable></fieldPermissions>',
      ),
      'main/default/sharingRules/Deal__c.sharingRules-meta.xml': metadata(
        'SharingRules',
        '<sharingGuestRules><fullName>Open</fullName><accessLevel>Read</accessLevel><label>Open</label><sharedTo><guestUser>Site</guestUser></sharedTo><criteriaItems><field>Open__c</field><operation>equals</operation><value>True</value></criteriaItems><includeHVUOwnedRecords>false</includeHVUOwnedRecords></sharingGuestRules>',
      ),
    },
  });
  const { engine } = org;
  engine.insertRow('Profile', { Id: ADMIN.profileId, Name: 'System Administrator' });
  const profile = engine.insertRow('Profile', { Name: 'Minimum Access - Salesforce' });
  const top = engine.insertRow('UserRole', { Name: 'Top', DeveloperName: 'Top' });
  const below = engine.insertRow('UserRole', { Name: 'Below', DeveloperName: 'Below', ParentRoleId: top });
  const user = (name: string, roleId: string | null, userType = 'Standard'): UserContext => {
    const id = engine.insertRow('User', {
      Username: `${name}@x.y`,
      LastName: name,
      Name: name,
      ProfileId: profile,
      UserRoleId: roleId,
      UserType: userType,
    });
    return { ...ADMIN, id, username: name, profileId: profile, roleId, userType };
  };
  seller = user('seller', below);
  boss = user('boss', top);
  guest = user('guest', null, 'Guest');
  const set = engine.insertRow('PermissionSet', { Name: 'Seller', Label: 'Seller' });
  for (const { id } of [seller, boss, guest])
    engine.insertRow('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: set });
  ids.own = org.insert('Deal__c', { Name: 'Own', OwnerId: seller.id, Secret__c: 's' });
  ids.other = org.insert('Deal__c', { Name: 'Other', Open__c: true });
  for (const deal of [ids.own, ids.other]) org.insert('Line__c', { Deal__c: deal });
});
after(() => org.close());

function as<T>(user: UserContext, fn: () => T): T {
  org.user = user;
  try {
    return fn();
  } finally {
    org.user = ADMIN;
  }
}
const deals = (user: UserContext, mode = WITH_SHARING) =>
  as(user, () => org.query('SELECT Name FROM Deal__c ORDER BY Name', [], mode)).map((deal) => deal.f.Name);

test('private records are seen by owner, those above, administrators; not without sharing rules', () => {
  assert.deepEqual(deals(seller), ['Own']);
  assert.deepEqual(deals(boss), ['Own']);
  assert.deepEqual(deals(ADMIN), ['Other', 'Own']);
  assert.deepEqual(as(seller, () => org.query('SELECT Name FROM Deal__c')).length, 2, 'without sharing');
});

test('guests see what guest sharing rules open', () => {
  assert.deepEqual(deals(guest), ['Other']);
});

test('a share opens a record, its level decides about edits', () => {
  const share = (level: string) =>
    org.record('Deal__Share', {
      ParentId: ids.other,
      UserOrGroupId: seller.id,
      AccessLevel: level,
      RowCause: 'Manual',
    });
  const read = share('Read');
  org.run(() => org.dml('insert', read));
  assert.deepEqual(deals(seller), ['Other', 'Own']);
  const edit = () =>
    as(seller, () =>
      org.run(() =>
        org.dml('update', org.record('Deal__c', { Id: ids.other, Open__c: true }), { access: WITH_SHARING }),
      ),
    );
  assert.throws(edit, { message: /INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id: \[\]/ });
  org.run(() => org.dml('update', org.record('Deal__Share', { Id: read.id, AccessLevel: 'Edit' })));
  edit();
  org.run(() => org.dml('delete', read));
  assert.deepEqual(deals(seller), ['Own']);
});

test('details follow their master', () => {
  assert.equal(as(seller, () => org.query('SELECT Id FROM Line__c', [], WITH_SHARING)).length, 1);
});

test('user mode hides objects and fields without permission', () => {
  assert.deepEqual(deals(seller, USER_MODE), ['Own']);
  const query = (soql: string) => () => as(seller, () => org.query(soql, [], USER_MODE));
  assert.throws(query('SELECT Secret__c FROM Deal__c'), { message: /No such column 'Secret__c' on entity 'Deal__c'/ });
  assert.throws(query(`SELECT Id FROM Deal__c WHERE Secret__c = 's'`), { message: /No such column 'Secret__c'/ });
  assert.throws(query('SELECT Id FROM Account'), { message: /sObject type 'Account' is not supported/ });
  assert.throws(() => as(seller, () => org.query('SELECT Secret__c FROM Deal__c WITH SECURITY_ENFORCED')), {
    message: 'Insufficient permissions: secure query included inaccessible field',
  });
});

test('user mode DML checks object and fields', () => {
  const insert = (record: SObjectValue) => () =>
    as(seller, () => org.run(() => org.dml('insert', record, { access: USER_MODE })));
  insert(org.record('Deal__c', { Name: 'Fine', Open__c: true }))();
  assert.throws(insert(org.record('Deal__c', { Name: 'No', Secret__c: 'x' })), {
    typeName: 'System.DmlException',
    message:
      'Operation failed due to fields being inaccessible on Sobject Deal__c, check errors on Exception or Result!',
  });
  assert.throws(insert(org.record('Account', { Name: 'No' })), {
    typeName: 'System.SecurityException',
    message: "Access to entity 'Account' denied",
  });
});

test('permission rows that Apex inserts count at once', () => {
  const set = org.engine.insertRow('PermissionSet', { Name: 'Extra', Label: 'Extra' });
  org.insert('FieldPermissions', {
    ParentId: set,
    SobjectType: 'Deal__c',
    Field: 'Deal__c.Secret__c',
    PermissionsRead: true,
    PermissionsEdit: false,
  });
  org.insert('PermissionSetAssignment', { AssigneeId: seller.id, PermissionSetId: set });
  const [deal] = as(seller, () => org.query('SELECT Secret__c FROM Deal__c WHERE Secret__c != null', [], USER_MODE));
  assert.equal(deal!.f.Secret__c, 's');
});

test('UserRecordAccess answers for any user', () => {
  const access = (user: UserContext, id: string) =>
    org.query(
      'SELECT RecordId, HasReadAccess, HasEditAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = :u AND RecordId = :r',
      [user.id, id],
    )[0]!.f;
  assert.deepEqual([access(seller, ids.own!).HasEditAccess, access(seller, ids.own!).MaxAccessLevel], [true, 'All']);
  assert.deepEqual(
    [access(seller, ids.other!).HasReadAccess, access(seller, ids.other!).MaxAccessLevel],
    [false, 'None'],
  );
  assert.equal(access(guest, ids.other!).HasReadAccess, true);
});
