import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ApexDate, ApexDatetime, ApexDecimal, ApexList, ApexSet, type SObjectValue } from '../../runtime/values.js';
import { ID, STRING } from '../../runtime/types.js';
import { tx } from '../../runtime/transaction.js';
import { NO_FORMULAS, SYSTEM, TestOrg } from '../testing/org.js';
import { parseSoql, parseSosl } from './parse.js';

let org: TestOrg;
const ids: Record<string, string> = {};
const names = (records: SObjectValue[]) => records.map((record) => record.f.Name);
const decimal = (text: string) => ApexDecimal.parse(text);

before(() => {
  org = new TestOrg({
    objects: {
      Item__c: {
        Code__c: '<type>Text</type><length>20</length>',
        Price__c: '<type>Currency</type><precision>18</precision><scale>2</scale>',
        Quantity__c: '<type>Number</type><precision>8</precision><scale>0</scale>',
        Active__c: '<type>Checkbox</type><defaultValue>false</defaultValue>',
        Due__c: '<type>Date</type>',
        At__c: '<type>DateTime</type>',
        Tags__c:
          '<type>MultiselectPicklist</type><visibleLines>4</visibleLines><valueSet><valueSetDefinition><value><fullName>Red</fullName><label>Red</label></value><value><fullName>Blue</fullName><label>Blue</label></value><value><fullName>Green</fullName><label>Green</label></value></valueSetDefinition></valueSet>',
        Size__c:
          '<type>Picklist</type><valueSet><valueSetDefinition><value><fullName>Small</fullName><label>Klein</label></value><value><fullName>Large</fullName><label>Groß</label></value></valueSetDefinition></valueSet>',
        Account__c: '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Items</relationshipName>',
        Total__c:
          '<type>Currency</type><precision>18</precision><scale>2</scale><formula>Price__c * Quantity__c</formula>',
        Account_Name__c: '<type>Text</type><formula>Account__r.Name</formula>',
      },
    },
    services: {
      formulas: {
        ...NO_FORMULAS,
        references: (field) => (field.name === 'Total__c' ? [['Price__c'], ['Quantity__c']] : [['Account__r', 'Name']]),
        evaluate: (field, read) => {
          if (field.name !== 'Total__c') return read(['Account__r', 'Name']);
          const [price, quantity] = [read(['Price__c']), read(['Quantity__c'])] as (ApexDecimal | null)[];
          return price && quantity ? price.multiply(quantity) : null;
        },
      },
    },
  });
  ids.acme = org.insert('Account', { Name: 'Acme' });
  ids.zoo = org.insert('Account', { Name: 'Zoo', ParentId: ids.acme });
  ids.a = org.insert('Item__c', {
    Name: 'Apple',
    Code__c: 'x_1',
    Price__c: decimal('1.50'),
    Quantity__c: decimal('2'),
    Active__c: true,
    Account__c: ids.acme,
    Tags__c: 'Red;Green',
    Size__c: 'Large',
    Due__c: new ApexDate(20000),
    At__c: new ApexDatetime(Date.UTC(2026, 0, 1, 3)),
  });
  ids.b = org.insert('Item__c', {
    Name: 'banana',
    Code__c: 'xy1',
    Price__c: decimal('3'),
    Quantity__c: decimal('1'),
    Account__c: ids.zoo,
    Tags__c: 'Blue',
    Size__c: 'Small',
    At__c: new ApexDatetime(Date.UTC(2026, 0, 1, 12)),
  });
  ids.c = org.insert('Item__c', { Name: 'Éclair', Price__c: null, Quantity__c: decimal('5') });
});
after(() => org.close());

const where = (condition: string, binds: unknown[] = []) =>
  names(org.query(`SELECT Name FROM Item__c WHERE ${condition} ORDER BY Name`, binds));

test('text comparisons ignore case, also beyond ASCII', () => {
  assert.deepEqual(where(`Name = 'APPLE'`), ['Apple']);
  assert.deepEqual(where(`Name = 'éclair'`), ['Éclair']);
  assert.deepEqual(where('Name = :n', ['ÉCLAIR']), ['Éclair']);
  assert.deepEqual(where('Name IN :n', [new ApexSet(STRING, ['ÉCLAIR', 'apple'])]), ['Apple', 'Éclair']);
});

test('text sorts without regard to case and accents', () => {
  assert.deepEqual(names(org.query('SELECT Name FROM Item__c ORDER BY Name DESC')), ['Éclair', 'banana', 'Apple']);
});

test('not equal and NOT IN include empty fields', () => {
  assert.deepEqual(where(`Code__c != 'xy1'`), ['Apple', 'Éclair']);
  assert.deepEqual(where(`Code__c NOT IN ('xy1')`), ['Apple', 'Éclair']);
  assert.deepEqual(where('Code__c = null'), ['Éclair']);
  assert.deepEqual(where('Code__c IN :codes', [new ApexList(STRING, ['xy1', null])]), ['banana', 'Éclair']);
  assert.deepEqual(where('Code__c = :c', [null]), ['Éclair']);
  assert.deepEqual(where('Code__c IN :codes', [new ApexList(STRING, [])]), []);
});

test('an instant between two seconds is compared as it is', () => {
  // Apple is at 3 o'clock, banana at 12.
  const at = (hour: number, ms: number) => [new ApexDatetime(Date.UTC(2026, 0, 1, hour) + ms)];
  for (const [operator, before, same, later] of [
    ['<', [], [], ['Apple']],
    ['<=', [], ['Apple'], ['Apple']],
    ['>', ['Apple', 'banana'], ['banana'], ['banana']],
    ['>=', ['Apple', 'banana'], ['Apple', 'banana'], ['banana']],
    ['=', [], ['Apple'], []],
  ] as const) {
    assert.deepEqual(where(`At__c ${operator} :t`, at(3, -1)), before, `${operator} a little before`);
    assert.deepEqual(where(`At__c ${operator} :t`, at(3, 0)), same, operator);
    assert.deepEqual(where(`At__c ${operator} :t`, at(3, 1)), later, `${operator} a little later`);
  }
});

test('LIKE with a pattern that no field is long enough for finds nothing, and many wildcards are one', () => {
  assert.deepEqual(where('Name LIKE :p', [`%${'x'.repeat(100_000)}%`]), []);
  assert.deepEqual(where('Name LIKE :p', [`${'%'.repeat(100_000)}anan${'%'.repeat(100_000)}`]), ['banana']);
  assert.deepEqual(where('Name LIKE :p', [new ApexList(STRING, ['é'.repeat(60_000), 'banan_'])]), ['banana']);
});

test('LIKE knows wildcards and their escapes', () => {
  assert.deepEqual(where(`Code__c LIKE 'X_1'`), ['Apple', 'banana']);
  assert.deepEqual(where(`Code__c LIKE 'x\\_1'`), ['Apple']);
  assert.deepEqual(where('Name LIKE :p', ['%AN%']), ['banana']);
});

test('multi-select picklists', () => {
  assert.deepEqual(where(`Tags__c INCLUDES ('Red;Green', 'Blue')`), ['Apple', 'banana']);
  assert.deepEqual(where(`Tags__c INCLUDES ('Red;Blue')`), []);
  assert.deepEqual(where(`Tags__c EXCLUDES ('Red')`), ['banana', 'Éclair']);
});

test('nulls come first, and last in descending order', () => {
  const ordered = (by: string) => names(org.query(`SELECT Name FROM Item__c ORDER BY ${by}`));
  assert.deepEqual(ordered('Price__c'), ['Éclair', 'Apple', 'banana']);
  assert.deepEqual(ordered('Price__c DESC'), ['banana', 'Apple', 'Éclair']);
  assert.deepEqual(ordered('Price__c NULLS LAST'), ['Apple', 'banana', 'Éclair']);
  assert.deepEqual(
    ordered('Size__c NULLS LAST'),
    ['banana', 'Apple', 'Éclair'],
    'a picklist sorts by the order of its values',
  );
});

test('parents up the hierarchy, in WHERE and SELECT', () => {
  assert.deepEqual(where(`Account__r.Parent.Name = 'acme'`), ['banana']);
  assert.deepEqual(where(`Account__r.Name != 'Zoo'`), ['Apple', 'Éclair'], 'records without parent are not equal');
  const [item] = org.query(`SELECT Account__r.Parent.Name FROM Item__c WHERE Id = :i`, [ids.b]);
  assert.equal(item!.rel('Account__r')!.rel('Parent')!.get1('Name'), 'Acme');
  assert.equal(item!.get1('Account__c'), ids.zoo);
});

test('a field that was not queried cannot be read', () => {
  const [item] = org.query('SELECT Id FROM Item__c LIMIT 1');
  assert.throws(() => item!.get1('Name'), {
    message: 'SObject row was retrieved via SOQL without querying the requested field: Item__c.Name',
  });
});

test('semi-joins and anti-joins', () => {
  const accounts = (condition: string) => names(org.query(`SELECT Name FROM Account WHERE ${condition} ORDER BY Name`));
  assert.deepEqual(accounts(`Id IN (SELECT Account__c FROM Item__c WHERE Active__c = true)`), ['Acme']);
  assert.deepEqual(accounts(`Id NOT IN (SELECT Account__c FROM Item__c WHERE Active__c = true)`), ['Zoo']);
  assert.deepEqual(accounts(`Id IN (SELECT Account__c FROM Item__c) AND ParentId != null`), ['Zoo']);
});

test('semi-joins and anti-joins of records named by Id', () => {
  const ids = org.query('SELECT Id FROM Account').map((account) => `'${account.get1('Id')}'`);
  const named = (condition: string) =>
    names(org.query(`SELECT Name FROM Account WHERE Id IN (${ids.join(',')}) AND ${condition} ORDER BY Name`));
  assert.deepEqual(named(`Id IN (SELECT Account__c FROM Item__c WHERE Active__c = true)`), ['Acme']);
  assert.deepEqual(named(`Id NOT IN (SELECT Account__c FROM Item__c WHERE Active__c = true)`), ['Zoo']);
  assert.deepEqual(named(`ParentId NOT IN (SELECT Account__c FROM Item__c WHERE Active__c = true)`), ['Acme']);
});

// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm
test('semi-joins that the platform refuses', () => {
  const refused = (condition: string, message: RegExp) =>
    assert.throws(() => org.query(`SELECT Name FROM Account WHERE ${condition}`), { message });
  const items = '(SELECT Account__c FROM Item__c)';
  refused(`Name = 'Zoo' OR Id IN ${items}`, /not allowed with the 'OR' operator/);
  refused(`Name != null AND (Name = 'Zoo' OR Id NOT IN ${items})`, /not allowed with the 'OR' operator/);
  refused(`NOT Id IN ${items}`, /not allowed with the 'NOT' operator/);
  refused('Id IN (SELECT ParentId FROM Account)', /should not be on the same object type/);
  refused(`Id IN (SELECT Account__c FROM Item__c WHERE Account__c IN (SELECT AccountId FROM Contact))`, /Nesting/);
  refused(`Id IN ${items} AND Id NOT IN ${items} AND ParentId IN ${items}`, /Maximum 2/);
});

test('children of all parents, with a limit for each', () => {
  const accounts = org.query('SELECT Name, (SELECT Name FROM Items__r ORDER BY Name) FROM Account ORDER BY Name');
  assert.deepEqual(
    accounts.map((account) => names(account.children('Items__r').a)),
    [['Apple'], ['banana']],
  );
});

test('aggregates with aliases and without', () => {
  const [row] = org.query('SELECT COUNT(Id), SUM(Price__c) total, MAX(Name), AVG(Quantity__c) FROM Item__c');
  assert.equal(row!.f.expr0, 3);
  assert.equal(row!.f.total.toPlainString(), '4.50');
  assert.equal(row!.f.expr1, 'Éclair');
  assert.equal(row!.f.expr2.toNumber(), 8 / 3);
  assert.equal(org.count('SELECT COUNT() FROM Item__c WHERE Active__c = false'), 2);
});

/** @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_agg_fns.htm */
test('every aggregate but COUNT costs its rows, COUNT those of the result', () => {
  const all = org.count('SELECT COUNT() FROM Item__c');
  assert.ok(all > 2);
  const cost = (soql: string): number =>
    org.run(() => {
      org.engine.query(parseSoql(soql), [], SYSTEM);
      return tx().limits.used.queryRows;
    });
  assert.equal(cost('SELECT COUNT() FROM Item__c'), 1);
  assert.equal(cost('SELECT COUNT(Id) n, COUNT(Name) m FROM Item__c'), 1);
  assert.equal(cost('SELECT Name, COUNT(Id) FROM Item__c GROUP BY Name'), all);
  assert.equal(cost('SELECT Active__c, COUNT(Id) FROM Item__c GROUP BY Active__c'), 2);
  for (const name of ['MIN', 'MAX', 'SUM', 'AVG', 'COUNT_DISTINCT'])
    assert.equal(cost(`SELECT ${name}(Price__c) FROM Item__c`), all, name);
  assert.equal(cost('SELECT Active__c, MIN(Price__c) FROM Item__c GROUP BY Active__c LIMIT 1'), all);
  assert.equal(cost('SELECT Active__c FROM Item__c GROUP BY Active__c HAVING MAX(Price__c) > 1000000'), all);
  assert.equal(cost('SELECT MAX(Price__c) FROM Item__c WHERE Active__c = TRUE AND Name = null'), 0);
  assert.equal(cost('SELECT Name FROM Item__c ORDER BY Name LIMIT 1 OFFSET 1'), 1);
});

test('GROUP BY, HAVING and ROLLUP', () => {
  const groups = org.query('SELECT Active__c, COUNT(Id) n FROM Item__c GROUP BY Active__c HAVING COUNT(Id) > 1');
  assert.deepEqual(
    groups.map((row) => [row.f.Active__c, row.f.n]),
    [[false, 2]],
  );
  const rollup = org.query(
    'SELECT Active__c a, COUNT(Id) n, GROUPING(Active__c) g FROM Item__c GROUP BY ROLLUP(Active__c)',
  );
  assert.deepEqual(rollup.find((row) => row.f.g === 1)!.f.n, 3);
  assert.throws(() => org.query('SELECT Name, COUNT(Id) FROM Item__c'), {
    message: /Field must be grouped or aggregated: Name/,
  });
});

test('date literals are days of the user; date functions read UTC', () => {
  // 03:00 UTC on January 1 is still December 31 in New York.
  assert.deepEqual(where('At__c < 2026-01-01T05:00:00Z'), ['Apple']);
  const years = org.query(
    'SELECT Name, CALENDAR_YEAR(At__c) y, CALENDAR_YEAR(convertTimezone(At__c)) l FROM Item__c WHERE At__c != null GROUP BY Name, CALENDAR_YEAR(At__c), CALENDAR_YEAR(convertTimezone(At__c)) ORDER BY Name',
  );
  assert.deepEqual(
    years.map((row) => [row.f.y, row.f.l]),
    [
      [2026, 2025],
      [2026, 2026],
    ],
  );
  assert.deepEqual(where('Due__c = :d', [new ApexDate(20000)]), ['Apple']);
  assert.deepEqual(where('CreatedDate = TODAY AND Due__c < LAST_N_DAYS:5'), ['Apple']);
});

test('formula fields are selected, filtered and sorted', () => {
  const [item] = org.query(
    `SELECT Total__c, Account_Name__c FROM Item__c WHERE Total__c = 3 ORDER BY Total__c, Name LIMIT 1`,
  );
  assert.equal(item!.f.Total__c.toPlainString(), '3.00');
  assert.equal(item!.f.Account_Name__c, 'Acme');
  assert.deepEqual(where(`Account_Name__c = 'ZOO'`), ['banana']);
});

test('toLabel, FORMAT, FIELDS, OFFSET, TYPEOF', () => {
  assert.equal(org.query('SELECT toLabel(Size__c) FROM Item__c WHERE Id = :i', [ids.a])[0]!.f.Size__c, 'Groß');
  assert.equal(org.query('SELECT FORMAT(Price__c) p FROM Item__c WHERE Id = :i', [ids.a])[0]!.f.p, '1.50');
  assert.ok('Code__c' in org.query('SELECT FIELDS(ALL) FROM Item__c WHERE Id = :i LIMIT 1', [ids.a])[0]!.f);
  assert.throws(() => org.query('SELECT FIELDS(ALL) FROM Item__c'), { message: /must have a LIMIT of at most 200/ });
  assert.deepEqual(names(org.query('SELECT Name FROM Item__c ORDER BY Name LIMIT 1 OFFSET 1')), ['banana']);
  const [typed] = org.query(`SELECT TYPEOF Owner WHEN User THEN Username END FROM Item__c WHERE Id = :i`, [ids.a]);
  assert.equal(typed!.f.Owner.f.Username, 'admin@example.com');
  assert.deepEqual(where(`Owner.Type = 'User' AND Owner.Name = 'Admin' AND Id IN :i`, [new ApexSet(ID, [ids.a])]), [
    'Apple',
  ]);
});

test('errors read as the platform words them', () => {
  const error = (soql: string) => {
    try {
      org.query(soql);
    } catch (thrown) {
      return thrown as { typeName: string; message: string };
    }
    return assert.fail('no error');
  };
  assert.match(
    error('SELECT Nope__c FROM Item__c').message,
    /\^\nERROR at Row:1:Column:8\nNo such column 'Nope__c' on entity 'Item__c'\. If you are/,
  );
  assert.match(error('SELECT Id FROM Nope__c').message, /sObject type 'Nope__c' is not supported\./);
  assert.match(
    error('SELECT Foo__r.Name FROM Item__c').message,
    /Didn't understand relationship 'Foo__r' in field path/,
  );
  assert.match(error(`SELECT Id FROM Item__c WHERE Id = 'abc'`).message, /invalid ID field: abc/);
  assert.throws(() => parseSoql('SELECT Id FROM Account WHERE'), { message: `unexpected token: '<EOF>'` });
  assert.throws(() => parseSoql('SELECT Id FORM Account'), { message: `unexpected token: 'Account'` });
});

test('SOSL finds whole words and prefixes in the fields of a group', () => {
  const search = (text: string, group = 'ALL') =>
    org.run(
      () =>
        org.engine.search(
          parseSosl(`FIND {${text}} IN ${group} FIELDS RETURNING Item__c(Name ORDER BY Name), Account(Id)`),
          [],
          { sharing: 'without', access: 'system' },
        ).a as ApexList[],
    );
  assert.deepEqual(names(search('app*')[0]!.a), ['Apple']);
  assert.deepEqual(search('app')[0]!.a, []);
  assert.equal(search('acme')[1]!.a.length, 1);
  assert.deepEqual(search('xy1', 'NAME')[0]!.a, []);
});
