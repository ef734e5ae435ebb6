import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { tx } from '../../runtime/transaction.js';
import { ApexDecimal, ApexList, type SObjectValue } from '../../runtime/values.js';
import { SYSTEM, TestOrg } from '../testing/org.js';
import type { DmlResult } from '../lib/results.js';

let org: TestOrg;
const decimal = (text: string) => ApexDecimal.parse(text);

before(() => {
  org = new TestOrg({
    objects: {
      Shop__c: {
        Code__c: '<type>Text</type><length>10</length><unique>true</unique><externalId>true</externalId>',
        City__c: '<type>Text</type><length>20</length><required>true</required>',
        Size__c:
          '<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>Small</fullName><default>true</default><label>Small</label></value><value><fullName>Large</fullName><label>Large</label></value></valueSetDefinition></valueSet>',
        Mail__c: '<type>Email</type>',
        Number__c: '<type>AutoNumber</type><displayFormat>S-{000}</displayFormat><startingNumber>7</startingNumber>',
        Count__c:
          '<type>Summary</type><summaryForeignKey>Shelf__c.Shop__c</summaryForeignKey><summaryOperation>count</summaryOperation>',
        Sum__c:
          '<type>Summary</type><summaryForeignKey>Shelf__c.Shop__c</summaryForeignKey><summaryOperation>sum</summaryOperation><summarizedField>Shelf__c.Length__c</summarizedField>',
        Account__c:
          '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Shops</relationshipName><deleteConstraint>Restrict</deleteConstraint>',
      },
      Shelf__c: {
        Shop__c:
          '<type>MasterDetail</type><referenceTo>Shop__c</referenceTo><relationshipName>Shelves</relationshipName>',
        Length__c: '<type>Number</type><precision>8</precision><scale>1</scale>',
      },
    },
  });
});
after(() => org.close());
beforeEach(() => (org.triggers.length = 0));

const shop = (fields: Record<string, unknown> = {}) => org.record('Shop__c', { City__c: 'Bern', ...fields });
const insert = (...records: SObjectValue[]) => org.run(() => org.dml('insert', records));
const stored = (id: string, fields: string) => org.query(`SELECT ${fields} FROM Shop__c WHERE Id = :i`, [id])[0]!;

test('defaults, auto-number, name and system fields of a new record', () => {
  const record = shop({ Mail__c: '', City__c: '  Bern ' });
  insert(record);
  const found = stored(
    record.id!,
    'Name, Size__c, Number__c, Mail__c, City__c, CreatedById, LastModifiedDate, OwnerId',
  );
  assert.equal(found.f.Name, record.id, 'a blank name becomes the Id');
  assert.equal(found.f.Size__c, 'Small');
  assert.match(found.f.Number__c, /^S-0\d\d$/);
  assert.equal(found.get1('Mail__c'), null);
  assert.equal(found.f.City__c, 'Bern');
  assert.equal(found.f.OwnerId, org.user.id);
});

// https://help.salesforce.com/s/articleView?id=000384328
test('e-mail fields take what the platform takes', () => {
  const takes = (address: string) => {
    try {
      insert(shop({ Mail__c: address }));
      return true;
    } catch {
      return false;
    }
  };
  const taken = ['a@b.co', 'first.last+tag@sub.example.com', 'a..b@docomo.ne.jp', 'a.@docomo.ne.jp', 'ünal@müller.de'];
  const refused = ['ada@example', 'ada@example.com;', 'a@b.c', '.a@b.co', 'a@b..co', 'a@-b.co', 'a b@c.de', '@b.co'];
  assert.deepEqual(
    [...taken, ...refused].filter((address) => takes(address)),
    taken,
  );
});

test('messages of the system checks', () => {
  const message = (record: SObjectValue) => {
    try {
      insert(record);
    } catch (error) {
      return (error as Error).message.replace('Insert failed. First exception on row 0; first error: ', '');
    }
    return assert.fail('inserted');
  };
  assert.equal(
    message(org.record('Shop__c')),
    'REQUIRED_FIELD_MISSING, Required fields are missing: [City__c]: [City__c]',
  );
  assert.equal(
    message(shop({ Code__c: '12345678901' })),
    'STRING_TOO_LONG, Code: data value too large: 12345678901 (max length=10): [Code__c]',
  );
  assert.equal(
    message(shop({ Size__c: 'Huge' })),
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Size: bad value for restricted picklist field: Huge: [Size__c]',
  );
  assert.equal(message(shop({ Mail__c: 'me' })), 'INVALID_EMAIL_ADDRESS, Mail: invalid email address: me: [Mail__c]');
  assert.equal(
    message(shop({ Account__c: '001Og0000ZZZZZZAAA' })),
    'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: [Account__c]',
  );
  assert.match(
    message(shop({ Account__c: org.user.id })),
    /^FIELD_INTEGRITY_EXCEPTION, Account: id value of incorrect type/,
  );
  assert.equal(
    message(shop({ Id: 'a00Og0000000001AAA' })),
    'INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]',
  );
});

test('a failed statement leaves neither rows nor Ids', () => {
  const good = shop();
  assert.throws(() => insert(good, org.record('Shop__c')), { message: /First exception on row 1/ });
  assert.equal(good.id, null);
});

test('partial success saves the good rows, running triggers again without the bad ones', () => {
  const sizes: number[] = [];
  org.trigger('Shop__c', ['before insert'], () => void sizes.push(tx().trigger!.size));
  const results = org.run(() => org.dml('insert', [shop(), org.record('Shop__c'), shop()], { allOrNone: false }))
    .a as DmlResult[];
  assert.deepEqual(
    results.map((result) => result.success),
    [true, false, true],
  );
  assert.equal(results[1]!.errors[0]!.status, 'REQUIRED_FIELD_MISSING');
  assert.equal(results[1]!.id, null);
  assert.deepEqual(sizes, [3, 2]);
});

test('triggers see records in the documented states', () => {
  const seen: string[] = [];
  org.trigger(
    'Shop__c',
    ['before insert', 'after insert', 'before update', 'after update', 'before delete', 'after delete'],
    () => {
      const { operation, newList, oldMap, newMap } = tx().trigger!;
      const record = (newList ?? tx().trigger!.oldList!).a[0] as SObjectValue;
      seen.push(
        `${operation} ${record.id === null ? 'no id' : 'id'} ${newMap === null ? '-' : 'new'} ${oldMap === null ? '-' : 'old'} ${record.readOnly}`,
      );
      if (operation === 'BEFORE_INSERT') record.set1('City__c', 'Basel');
    },
  );
  const record = shop();
  insert(record);
  org.run(() => org.dml('update', org.record('Shop__c', { Id: record.id, Code__c: 'u1' })));
  assert.equal(stored(record.id!, 'City__c').f.City__c, 'Basel');
  assert.equal(record.f.City__c, 'Bern', "the caller's record keeps its values");
  org.run(() => org.dml('delete', record));
  assert.deepEqual(seen, [
    'BEFORE_INSERT no id - - false',
    'AFTER_INSERT id new - true',
    'BEFORE_UPDATE id new old false',
    'AFTER_UPDATE id new old true',
    'BEFORE_DELETE id - old true',
    'AFTER_DELETE id - old true',
  ]);
});

test('addError fails the row with its message and field', () => {
  org.trigger('Shop__c', ['before insert'], () => {
    const record = tx().trigger!.newList!.a[0] as SObjectValue;
    record.errors = [{ message: 'Not here', field: 'City__c', status: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }];
  });
  assert.throws(() => insert(shop()), {
    message:
      'Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, Not here: [City__c]',
  });
});

test('triggers run for 200 records at a time', () => {
  const sizes: number[] = [];
  org.trigger('Shop__c', ['after insert'], () => void sizes.push(tx().trigger!.size));
  insert(...Array.from({ length: 450 }, () => shop()));
  assert.deepEqual(sizes, [200, 200, 50]);
});

test('recursion ends at the sixteenth level', () => {
  org.trigger('Shop__c', ['after insert'], () => void org.dml('insert', shop()));
  assert.throws(() => insert(shop()), { message: /Maximum trigger depth exceeded/ });
});

test('roll-up summaries follow their children and run triggers of the parent', () => {
  const parent = shop();
  insert(parent);
  let updates = 0;
  org.trigger('Shop__c', ['after update'], () => void updates++);
  const shelves = ['1.5', '2'].map((length) =>
    org.record('Shelf__c', { Shop__c: parent.id, Length__c: decimal(length) }),
  );
  insert(...shelves);
  const totals = () => {
    const { f } = stored(parent.id!, 'Count__c, Sum__c');
    return [Number(f.Count__c.toNumber?.() ?? f.Count__c), f.Sum__c.toPlainString()];
  };
  assert.deepEqual(totals(), [2, '3.5']);
  assert.equal(updates, 1);
  org.run(() => org.dml('delete', shelves[0]!));
  assert.deepEqual(totals(), [1, '2.0']);
});

test('upsert matches by external Id and says what it made', () => {
  const first = shop({ Code__c: 'K1' });
  insert(first);
  const [a, b] = [shop({ Code__c: 'k1', City__c: 'Chur' }), shop({ Code__c: 'k2' })];
  const results = org.run(() => org.dml('upsert', [a, b], { externalId: 'Code__c' })).a as DmlResult[];
  assert.deepEqual(
    results.map((result) => result.created),
    [false, true],
  );
  assert.equal(a.id, first.id);
  assert.equal(stored(first.id!, 'City__c').f.City__c, 'Chur');
});

test('delete takes details along, undelete brings them back, restricted lookups forbid it', () => {
  const account = org.insert('Account', { Name: 'Owner of shops' });
  const parent = shop({ Account__c: account });
  insert(parent);
  const shelf = org.insert('Shelf__c', { Shop__c: parent.id });
  assert.throws(() => org.run(() => org.dml('delete', org.record('Account', { Id: account }))), {
    message: /DELETE_FAILED, Your attempt to delete Owner of shops could not be completed/,
  });
  org.run(() => org.dml('delete', parent));
  assert.equal(org.count('SELECT COUNT() FROM Shelf__c WHERE Id = :i', [shelf]), 0);
  assert.equal(org.count('SELECT COUNT() FROM Shelf__c WHERE Id = :i AND IsDeleted = true ALL ROWS', [shelf]), 1);
  assert.throws(() => org.run(() => org.dml('update', parent)), { message: /ENTITY_IS_DELETED, entity is deleted/ });
  org.run(() => org.dml('undelete', parent));
  assert.equal(org.count('SELECT COUNT() FROM Shelf__c WHERE Id = :i', [shelf]), 1);
});

test('merge moves children to the master', () => {
  const [master, other] = [org.insert('Account', { Name: 'Master' }), org.insert('Account', { Name: 'Other' })];
  const contact = org.insert('Contact', { LastName: 'Moved', AccountId: other });
  org.run(() => org.dml('merge', org.record('Account', { Id: master }), { duplicates: other }));
  assert.equal(org.query('SELECT AccountId FROM Contact WHERE Id = :i', [contact])[0]!.f.AccountId, master);
  assert.equal(org.count('SELECT COUNT() FROM Account WHERE Id = :i', [other]), 0);
});

test('setup and other objects do not mix in one transaction', () => {
  assert.throws(
    () =>
      org.run(() => {
        org.dml('insert', shop());
        org.dml('insert', org.record('Group', { Name: 'G', Type: 'Regular' }));
      }),
    { message: /MIXED_DML_OPERATION, DML operation on setup object is not permitted/ },
  );
});

test('DML counts statements and rows', () => {
  org.run(() => {
    org.dml('insert', [shop(), shop()]);
    assert.deepEqual([tx().limits.used.dmlStatements, tx().limits.used.dmlRows], [1, 2]);
    org.engine.dml('insert', new ApexList(org.dml('insert', []).elem), { allOrNone: true, access: SYSTEM });
    assert.equal(tx().limits.used.dmlStatements, 1, 'an empty list is no statement');
  });
});

test('a parent given by its external Id', () => {
  const parent = shop({ Code__c: 'FK' });
  insert(parent);
  const shelf = org.record('Shelf__c', { Shop__r: org.record('Shop__c', { Code__c: 'fk' }) });
  insert(shelf);
  assert.equal(org.query('SELECT Shop__c FROM Shelf__c WHERE Id = :i', [shelf.id])[0]!.f.Shop__c, parent.id);
});
