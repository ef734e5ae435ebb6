import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ApexDecimal } from '../runtime/values.js';
import { TestOrg } from './testing/org.js';

let org: TestOrg;

before(() => {
  org = new TestOrg({
    objects: {
      Shop__c: {
        Code__c: '<type>Text</type><length>20</length><unique>true</unique><externalId>true</externalId>',
        Price__c: '<type>Currency</type><precision>18</precision><scale>2</scale>',
        Active__c: '<type>Checkbox</type><defaultValue>true</defaultValue>',
      },
      Shelf__c: {
        Shop__c:
          '<type>MasterDetail</type><referenceTo>Shop__c</referenceTo><relationshipName>Shelves</relationshipName><relationshipLabel>Shelves</relationshipLabel>',
        Position__c: '<type>Number</type><precision>4</precision><scale>0</scale>',
      },
    },
  });
});
after(() => org.close());

test('an inserted record comes back with its values, Id and system fields', () => {
  const id = org.insert('Shop__c', { Name: 'One', Code__c: 'c1', Price__c: ApexDecimal.parse('12.345') });
  assert.match(id, /^a\w{17}$/);
  const [found] = org.query(
    `SELECT Id, Name, Price__c, Active__c, CreatedDate, Owner.Name FROM Shop__c WHERE Code__c = 'C1'`,
  );
  assert.equal(found!.f.Name, 'One');
  assert.equal(found!.f.Price__c.toPlainString(), '12.345');
  assert.equal(found!.f.Active__c, true);
  assert.equal(found!.f.Owner.f.Name, 'Admin');
});

test('a duplicate of a unique field names the record that has the value', () => {
  const id = org.insert('Shop__c', { Name: 'Two', Code__c: 'c2' });
  assert.throws(() => org.insert('Shop__c', { Name: 'Again', Code__c: 'C2' }), {
    message: `Insert failed. First exception on row 0; first error: DUPLICATE_VALUE, duplicate value found: Code__c duplicates value on record with id: ${id}: []`,
  });
});

test('children come with their parents', () => {
  const shop = org.insert('Shop__c', { Name: 'Parent' });
  for (const position of [2, 1, 3])
    org.insert('Shelf__c', { Shop__c: shop, Position__c: ApexDecimal.ofInteger(position) });
  const [found] = org.query(
    'SELECT Id, (SELECT Position__c, Shop__r.Name FROM Shelves__r ORDER BY Position__c LIMIT 2) FROM Shop__c WHERE Id = :x',
    [shop],
  );
  assert.deepEqual(
    found!.children('Shelves__r').a.map((shelf) => shelf.f.Position__c.toNumber()),
    [1, 2],
  );
  assert.equal(found!.children('Shelves__r').a[0].f.Shop__r.f.Name, 'Parent');
});
