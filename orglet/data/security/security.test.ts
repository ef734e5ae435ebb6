import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SObjectValue } from '../../runtime/values.js';
import { ADMIN, TestOrg, USER_MODE, WITH_SHARING } from '../testing/org.js';
import type { UserContext } from '../../runtime/transaction.js';

let org: TestOrg;
let seller: UserContext;
let boss: UserContext;
let guest: UserContext;
let shopper: UserContext;
let plus: UserContext;
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
        Code__c: '<type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique>',
        Hidden_Code__c: '<type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique>',
        Open_To__c:
          '<type>Lookup</type><referenceTo>Deal__c</referenceTo><relationshipName>Openings</relationshipName>',
        Closed_To__c:
          '<type>Lookup</type><referenceTo>Deal__c</referenceTo><relationshipName>Closings</relationshipName>',
      },
      Memo__c: {
        _object:
          '<label>Memo</label><pluralLabel>Memos</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel><externalSharingModel>Read</externalSharingModel>',
        Deal__c: '<type>Lookup</type><referenceTo>Deal__c</referenceTo><relationshipName>Memos</relationshipName>',
      },
      Ticket__c: {
        _object:
          '<label>Ticket</label><pluralLabel>Tickets</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>Private</sharingModel>',
        Client__c: '<type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>Tickets</relationshipName>',
      },
      Line__c: {
        Deal__c:
          '<type>MasterDetail</type><referenceTo>Deal__c</referenceTo><relationshipName>Lines</relationshipName>',
      },
    },
    files: {
      'main/default/sharingSets/Tickets.sharingSet-meta.xml': metadata(
        'SharingSet',
        '<name>Tickets</name><profiles>Customer Community User</profiles><accessMappings><accessLevel>Edit</accessLevel><object>Ticket__c</object><objectField>Client__c.Account</objectField><userField>Account</userField></accessMappings>',
      ),
      'main/default/permissionsets/Seller.permissionset-meta.xml': metadata(
        'PermissionSet',
        `<label>Seller</label><objectPermissions><object>Deal__c</object><allowCreate>true</allowCreate><allowRead>true</allowRead><allowEdit>true</allowEdit><allowDelete>false</allowDelete><viewAllRecords>false</viewAllRecords><modifyAllRecords>false</modifyAllRecords></objectPermissions>${['Open__c', 'Code__c', 'Open_To__c'].map((field) => `<fieldPermissions><field>Deal__c.${field}</field><readable>true</readable><editable>true</editable></fieldPermissions>`).join('')}`,
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
  const customers = engine.insertRow('Profile', { Name: 'Customer Community User' });
  const user = (
    name: string,
    roleId: string | null,
    userType = 'Standard',
    more: Record<string, unknown> = {},
  ): UserContext => {
    const id = engine.insertRow('User', {
      Username: `${name}@x.y`,
      LastName: name,
      Name: name,
      ProfileId: profile,
      UserRoleId: roleId,
      UserType: userType,
      ...more,
    });
    return { ...ADMIN, id, username: name, profileId: String(more.ProfileId ?? profile), roleId, userType };
  };
  seller = user('seller', below);
  boss = user('boss', top);
  guest = user('guest', null, 'Guest');
  ids.account = org.insert('Account', { Name: 'Acme' });
  ids.otherAccount = org.insert('Account', { Name: 'Other' });
  const contact = (LastName: string, AccountId: string) => org.insert('Contact', { LastName, AccountId });
  ids.contact = contact('Shopper', ids.account);
  ids.colleague = contact('Colleague', ids.account);
  ids.stranger = contact('Stranger', ids.otherAccount);
  shopper = user('shopper', null, 'CspLitePortal', { ContactId: ids.contact, ProfileId: customers });
  plus = user('plus', null, 'PowerCustomerSuccess', { ContactId: ids.contact });
  const set = engine.insertRow('PermissionSet', { Name: 'Seller', Label: 'Seller' });
  for (const { id } of [seller, boss, guest])
    engine.insertRow('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: set });
  ids.own = org.insert('Deal__c', { Name: 'Own', OwnerId: seller.id, Secret__c: 's' });
  ids.other = org.insert('Deal__c', { Name: 'Other', Open__c: true, Code__c: 'O1', Hidden_Code__c: 'H1' });
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

test('user mode DML checks lookups that are given by a key of the parent', () => {
  const insert = (lookup: string, key: string, value: string) => () =>
    as(seller, () =>
      org.run(() =>
        org.dml('insert', org.record('Deal__c', { Name: 'New', [lookup]: org.record('Deal__c', { [key]: value }) }), {
          access: USER_MODE,
        }),
      ),
    );
  insert('Open_To__r', 'Code__c', 'O1')();
  const denied = { message: /fields being inaccessible on Sobject Deal__c/ };
  assert.throws(insert('Closed_To__r', 'Code__c', 'O1'), denied);
  for (const value of ['H1', 'none']) assert.throws(insert('Open_To__r', 'Hidden_Code__c', value), denied);
});

test('an upsert by a key checks the records that it finds', () => {
  const upsert = (record: SObjectValue, access: typeof USER_MODE) =>
    as(seller, () => org.run(() => org.dml('upsert', record, { access, externalId: 'Code__c' })));
  for (const access of [USER_MODE, WITH_SHARING])
    assert.throws(() => upsert(org.record('Deal__c', { Code__c: 'O1', Name: 'Taken' }), access), {
      message: /INSUFFICIENT_ACCESS_OR_READONLY/,
    });
  upsert(org.record('Deal__c', { Code__c: 'S1', Name: 'Made' }), USER_MODE);
  upsert(org.record('Deal__c', { Code__c: 'S1', Name: 'Changed' }), USER_MODE);
  assert.equal(org.query(`SELECT Name FROM Deal__c WHERE Code__c = 'O1'`)[0]!.f.Name, 'Other');
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

const rows = (user: UserContext, soql: string, binds: unknown[] = []) =>
  as(user, () => org.query(soql, binds, WITH_SHARING));
const names = (user: UserContext, soql: string) => rows(user, soql).map(({ f }) => f.Name);

test('of a parent that is not shared employees read the name, customers nothing, and conditions neither', () => {
  const memo = org.insert('Memo__c', { Name: 'M', Deal__c: ids.other });
  org.run(() => org.dml('update', org.record('Deal__c', { Id: ids.other, Secret__c: 'hidden' })));
  const soql = 'SELECT Deal__c, Deal__r.Id, Deal__r.Name, Deal__r.Secret__c, Owner.Name, Owner.Email FROM Memo__c';
  const deal = (user: UserContext) => rows(user, soql)[0]!.f.Deal__r as SObjectValue | undefined;
  assert.deepEqual({ ...deal(ADMIN)!.f }, { Id: ids.other, Name: 'Other', Secret__c: 'hidden' });
  assert.deepEqual({ ...deal(seller)!.f }, { Id: ids.other, Name: 'Other' });
  assert.equal(deal(shopper), undefined);
  assert.equal(rows(shopper, soql)[0]!.f.Deal__c, ids.other, 'the reference itself is a field of the child');
  // The owner may be a queue: its name shows to all, nothing else does.
  const owner = rows(shopper, soql)[0]!.f.Owner as SObjectValue;
  assert.deepEqual({ ...owner.f }, { Id: ADMIN.id, Name: 'Admin' });
  const found = (user: UserContext, condition: string) =>
    rows(user, `SELECT Id FROM Memo__c WHERE ${condition}`).length;
  assert.deepEqual(
    [ADMIN, seller, shopper].map((user) => [
      found(user, "Deal__r.Secret__c = 'hidden'"),
      found(user, "Deal__r.Name = 'Other'"),
    ]),
    [
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  );
  const groups = as(shopper, () =>
    org.query('SELECT Deal__r.Name n, COUNT(Id) c FROM Memo__c GROUP BY Deal__r.Name', [], WITH_SHARING),
  );
  assert.equal(groups[0]!.f.n, undefined);
  assert.equal(as(shopper, () => org.query(soql))[0]!.f.Deal__r !== undefined, true, 'without sharing');
  org.run(() => org.dml('delete', org.record('Memo__c', { Id: memo })));
});

test('customers see their account and contact, with roles the contacts of the account, others nothing', () => {
  assert.deepEqual(names(shopper, 'SELECT Name FROM Account'), ['Acme']);
  assert.deepEqual(names(plus, 'SELECT Name FROM Account'), ['Acme']);
  assert.deepEqual(names(guest, 'SELECT Name FROM Account'), []);
  const contacts = (user: UserContext) =>
    rows(user, 'SELECT LastName FROM Contact ORDER BY LastName').map(({ f }) => f.LastName);
  assert.deepEqual(contacts(plus), ['Colleague', 'Shopper']);
  assert.deepEqual(contacts(guest), []);
  const update = () =>
    as(shopper, () =>
      org.run(() =>
        org.dml('update', org.record('Account', { Id: ids.account, Name: 'Mine' }), { access: WITH_SHARING }),
      ),
    );
  assert.throws(update, { message: /INSUFFICIENT_ACCESS_OR_READONLY/ });
});

test('customers and guests see themselves, no other user', () => {
  const all = 'SELECT Id FROM User';
  assert.deepEqual(
    rows(shopper, all).map(({ id }) => id),
    [shopper.id],
  );
  assert.deepEqual(
    rows(guest, all).map(({ id }) => id),
    [guest.id],
  );
  assert.ok(rows(seller, all).length > 4, 'employees see all users');
});

test('sharing sets open what belongs to the account, at their level, to their profiles', () => {
  const mine = org.insert('Ticket__c', { Name: 'Mine', Client__c: ids.colleague });
  org.insert('Ticket__c', { Name: 'Theirs', Client__c: ids.stranger });
  assert.deepEqual(names(shopper, 'SELECT Name FROM Ticket__c'), ['Mine']);
  assert.deepEqual(names(plus, 'SELECT Name FROM Ticket__c'), []);
  as(shopper, () =>
    org.run(() => org.dml('update', org.record('Ticket__c', { Id: mine, Name: 'Changed' }), { access: WITH_SHARING })),
  );
  assert.throws(
    () =>
      as(shopper, () =>
        org.run(() => org.dml('delete', org.record('Ticket__c', { Id: mine }), { access: WITH_SHARING })),
      ),
    { message: /INSUFFICIENT_ACCESS_OR_READONLY/ },
  );
});

test('shares reach no guest, are given by who has full access, and groups of employees hold no customers', () => {
  const everybody = org.engine.insertRow('Group', { Name: 'All', Type: 'Organization' });
  const share = (UserOrGroupId: string, ParentId = ids.own) =>
    org.record('Deal__Share', { ParentId, UserOrGroupId, AccessLevel: 'Read', RowCause: 'Manual' });
  const insert = (user: UserContext, record: SObjectValue) =>
    as(user, () => org.run(() => org.dml('insert', record, { access: USER_MODE })));
  insert(seller, share(everybody));
  insert(boss, share(guest.id));
  for (const user of [guest, shopper]) assert.ok(!deals(user).includes('Own'), user.username);
  assert.throws(() => insert(seller, share(seller.id, ids.other)), {
    message: /INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY/,
  });
  const byKey = org.record('Deal__Share', {
    Parent: org.record('Deal__c', { Code__c: 'O1' }),
    UserOrGroupId: seller.id,
    AccessLevel: 'Edit',
    RowCause: 'Manual',
  });
  assert.throws(() => insert(seller, byKey), { message: /INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY/ });
  assert.throws(() => insert(shopper, share(shopper.id)), { message: "Access to entity 'Deal__Share' denied" });
});

// https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-accountshare.html: "only users
// with access to the Account object can access this object"; the rows are of records, and seen by who sees those.
test('sharing rows are seen by who sees the record, and by nobody without access to its object', () => {
  const account = org.insert('Account', { Name: 'Shared', OwnerId: ADMIN.id });
  const share = (user: UserContext) =>
    org.insert('Deal__Share', {
      ParentId: ids.other,
      UserOrGroupId: user.id,
      AccessLevel: 'Read',
      RowCause: 'Manual',
    });
  const row = share(shopper);
  const found = (user: UserContext) =>
    as(user, () => org.query(`SELECT Id FROM Deal__Share WHERE Id = '${row}'`, [], USER_MODE)).length;
  assert.equal(found(seller), 0);
  assert.equal(found(ADMIN), 1);
  const opened = share(seller);
  assert.equal(found(seller), 1);
  org.run(() => org.dml('delete', org.record('Deal__Share', { Id: opened })));
  assert.throws(
    () => as(seller, () => org.query(`SELECT Id FROM AccountShare WHERE AccountId = '${account}'`, [], USER_MODE)),
    { message: /sObject type 'AccountShare' is not supported/ },
  );
});

// https://help.salesforce.com/s/articleView?id=sf.campaigns_sharing.htm: campaign members follow their lead or contact.
test('members of campaigns are seen by who sees the contact', () => {
  const campaign = org.insert('Campaign', { Name: 'Letters' });
  const account = org.insert('Account', { Name: 'Unseen', OwnerId: ADMIN.id });
  const contact = org.insert('Contact', { LastName: 'Unseen', AccountId: account, OwnerId: ADMIN.id });
  const members = [contact, ids.contact].map((ContactId) =>
    org.insert('CampaignMember', { CampaignId: campaign, ContactId }),
  );
  const found = (user: UserContext) =>
    as(user, () => org.query('SELECT Id FROM CampaignMember ORDER BY Id', [], WITH_SHARING)).map(({ id }) => id);
  assert.deepEqual(found(shopper), [members[1]]);
  assert.deepEqual(found(ADMIN), members);
});

test('a contact is deleted by who may delete its account, edited by who may edit that', () => {
  const account = org.insert('Account', { Name: 'Parent', OwnerId: ADMIN.id });
  const contact = org.insert('Contact', { LastName: 'Child', AccountId: account, OwnerId: seller.id });
  const change = { access: WITH_SHARING };
  as(seller, () => {
    org.run(() => org.dml('update', org.record('Contact', { Id: contact, LastName: 'Renamed' }), change));
    assert.throws(() => org.run(() => org.dml('delete', org.record('Contact', { Id: contact }), change)), {
      message: /INSUFFICIENT_ACCESS_OR_READONLY/,
    });
  });
  org.run(() => org.dml('delete', org.record('Contact', { Id: contact }), change));
});

test('guests create and read; edit and delete are never theirs', () => {
  const update = (user: UserContext) =>
    as(user, () =>
      org.run(() => org.dml('update', org.record('Deal__c', { Id: ids.other, Open__c: true }), { access: USER_MODE })),
    );
  assert.throws(() => update(guest), { message: "Access to entity 'Deal__c' denied" });
  assert.throws(() => update(shopper), { message: "Access to entity 'Deal__c' denied" }, 'no permission set');
});

test('standard profiles: what they may do with products, and lines that follow their order', () => {
  const { security, schema } = org.engine;
  const rights = (profile: string) => {
    const profileId = org.engine.insertRow('Profile', { Name: profile });
    const of = security.rights({ ...ADMIN, id: `${profileId}-user`, profileId });
    const letters = (object: string) => {
      const { read, create, edit, delete: remove } = of.object(schema.object(object)!);
      return (read ? 'r' : '') + (create ? 'c' : '') + (edit ? 'e' : '') + (remove ? 'd' : '');
    };
    return ['Product2', 'PricebookEntry', 'Order', 'OrderItem', 'Case', 'CaseComment', 'Task', 'ApexLog'].map(letters);
  };
  assert.deepEqual(rights('Standard User'), ['r', 'r', 'rced', 'rced', 'rce', 'rced', 'rced', 'r']);
  assert.deepEqual(rights('Read Only'), ['r', 'r', 'r', 'r', 'r', 'r', 'r', 'r']);
  assert.deepEqual(rights('Minimum Access - Salesforce'), ['', '', '', '', '', '', '', '']);
  assert.deepEqual(rights('System Administrator'), ['rced', 'rced', 'rced', 'rced', 'rced', 'rced', 'rced', 'rd']);
});
