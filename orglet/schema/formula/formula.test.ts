import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApexDecimal } from '../../runtime/values/decimal.js';
import { ApexDate, ApexDatetime } from '../../runtime/values/scalars.js';
import { loadSchema } from '../index.js';
import type { ObjectInfo } from '../model.js';
import { projectFile, writeProject, xml } from '../test-project.js';
import { checkFormulas } from './check.js';
import { FormulaEngine } from './engine.js';
import { toText } from './functions-text.js';
import type { FormulaGlobals, FormulaRecord } from './types.js';

const field = (name: string, body: string) =>
  xml('CustomField', `<fullName>${name}</fullName><label>${name}</label>${body}`);
const at = 'force-app/objects/Deal__c';
const formula = (source: string, type: string, rest = '') => `<type>${type}</type><formula>${source}</formula>${rest}`;
const project = writeProject({
  'sfdx-project.json': projectFile('ns'),
  [`${at}/Deal__c.object-meta.xml`]: xml(
    'CustomObject',
    '<label>Deal</label><pluralLabel>Deals</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>',
  ),
  [`${at}/fields/Amount__c.field-meta.xml`]: field(
    'Amount__c',
    '<type>Currency</type><precision>18</precision><scale>2</scale>',
  ),
  [`${at}/fields/Share__c.field-meta.xml`]: field(
    'Share__c',
    '<type>Percent</type><precision>5</precision><scale>2</scale>',
  ),
  [`${at}/fields/Status__c.field-meta.xml`]: field(
    'Status__c',
    '<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>Open</fullName><default>true</default></value><value><fullName>Won</fullName></value></valueSetDefinition></valueSet>',
  ),
  [`${at}/fields/Account__c.field-meta.xml`]: field(
    'Account__c',
    '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Deals</relationshipName>',
  ),
  [`${at}/fields/Tax__c.field-meta.xml`]: field(
    'Tax__c',
    formula('ROUND(Amount__c * 0.19, 2) + 1', 'Currency', '<precision>18</precision><scale>2</scale>'),
  ),
  [`${at}/fields/Strict__c.field-meta.xml`]: field(
    'Strict__c',
    formula(
      'Amount__c + 1',
      'Number',
      '<precision>18</precision><scale>0</scale><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>',
    ),
  ),
  [`${at}/fields/Twice__c.field-meta.xml`]: field(
    'Twice__c',
    formula('Tax__c * 2', 'Number', '<precision>18</precision><scale>1</scale>'),
  ),
  [`${at}/fields/Part__c.field-meta.xml`]: field(
    'Part__c',
    formula('Share__c / 2', 'Percent', '<precision>5</precision><scale>2</scale>'),
  ),
  [`${at}/fields/Owner_Name__c.field-meta.xml`]: field(
    'Owner_Name__c',
    formula('Account__r.Owner.LastName &amp; &quot;!&quot;', 'Text'),
  ),
  [`${at}/fields/Broken__c.field-meta.xml`]: field('Broken__c', formula('Nothing__c + 1', 'Number')),
  [`${at}/fields/Circle__c.field-meta.xml`]: field('Circle__c', formula('Circle__c + 1', 'Number')),
  [`${at}/fields/Code__c.field-meta.xml`]: field(
    'Code__c',
    '<type>Text</type><length>20</length><defaultValue>&quot;D-&quot; &amp; TEXT(YEAR(TODAY()))</defaultValue>',
  ),
  [`${at}/validationRules/Positive.validationRule-meta.xml`]: xml(
    'ValidationRule',
    '<fullName>Positive</fullName><active>true</active><errorConditionFormula>Amount__c &lt; 0</errorConditionFormula><errorDisplayField>Amount__c</errorDisplayField><errorMessage>No debts</errorMessage>',
  ),
  [`${at}/validationRules/Won_Stays.validationRule-meta.xml`]: xml(
    'ValidationRule',
    '<fullName>Won_Stays</fullName><active>true</active><errorConditionFormula>AND(NOT(ISNEW()), ISCHANGED(Status__c), ISPICKVAL(PRIORVALUE(Status__c), &quot;Won&quot;))</errorConditionFormula><errorMessage>Won is won</errorMessage>',
  ),
  'force-app/objects/Prefs__c/Prefs__c.object-meta.xml': xml(
    'CustomObject',
    '<label>Prefs</label><customSettingsType>Hierarchy</customSettingsType><fields><fullName>Limit__c</fullName><type>Number</type><precision>5</precision><scale>0</scale></fields>',
  ),
  'force-app/objects/Rate__mdt/Rate__mdt.object-meta.xml': xml(
    'CustomObject',
    '<label>Rate</label><pluralLabel>Rates</pluralLabel>',
  ),
  'force-app/objects/Rate__mdt/fields/Value__c.field-meta.xml': field(
    'Value__c',
    '<type>Number</type><precision>5</precision><scale>2</scale>',
  ),
  'force-app/customMetadata/Rate.High.md-meta.xml': `<CustomMetadata xmlns:xsd="x" xmlns:xsi="y"><label>High</label><values><field>Value__c</field><value xsi:type="xsd:double">2.5</value></values></CustomMetadata>`,
  'force-app/labels/CustomLabels.labels-meta.xml': xml(
    'CustomLabels',
    '<labels><fullName>Hello</fullName><value>Hello there</value><language>en_US</language></labels>',
  ),
  'force-app/translations/de.translation-meta.xml': xml(
    'Translations',
    '<customLabels><name>Hello</name><label>Guten Tag</label></customLabels>',
  ),
});
after(() => project.dispose());

const schema = loadSchema({ projectDir: project.dir });
const deal = schema.resolveObject('Deal__c')!;

function record(
  object: ObjectInfo,
  values: Record<string, unknown>,
  parents: Record<string, FormulaRecord> = {},
): FormulaRecord {
  return {
    object,
    field: (name) => values[name] ?? null,
    parent: (reference) => parents[reference.relationshipName!] ?? null,
  };
}
const user = record(schema.resolveObject('User')!, { LastName: 'Curie', Id: '005000000000001AAA' });
const prefs = record(schema.resolveObject('Prefs__c')!, { ns__Limit__c: new ApexDecimal(7n) });
const now = Date.UTC(2026, 10, 20, 23, 30);
const globals: FormulaGlobals = {
  user: () => user,
  organization: () => null,
  hasPermission: (name) => name === 'Refund',
  setting: () => prefs,
  find: () => null,
  now: () => now,
  timeZone: () => 'Europe/Berlin',
  language: () => 'de',
};
const engine = new FormulaEngine(schema, globals);
const evaluate = (source: string) => {
  const value = engine.evaluate(source, null);
  return typeof value === 'boolean' ? value : toText(value);
};
const dealOf = (values: Record<string, unknown>, parents = {}) => record(deal, values, parents);
const decimal = (text: string) => ApexDecimal.parse(text)!;
const fieldOf = (name: string) => deal.resolveField(name)!;
const shown = (values: Record<string, unknown>, name: string, parents = {}) =>
  toText(engine.fieldValue(dealOf(values, parents), fieldOf(name)));

test('arithmetic is exact, with operator precedence', () => {
  assert.equal(evaluate('0.1 + 0.2'), '0.3');
  assert.equal(evaluate('12345678901234567.89 + 0.01'), '12345678901234567.9');
  assert.equal(evaluate('2 + 3 * 4 ^ 2 /* squared */ - 1'), '49');
  assert.equal(evaluate('1 / 3 * 3 = 1'), false);
  assert.equal(evaluate('ROUND(1 / 3 * 3, 10) = 1'), true);
  assert.equal(evaluate('MOD(7, 3)'), '1');
  assert.equal(evaluate('CEILING(-2.5)'), '-3');
  assert.equal(evaluate('MCEILING(-2.5)'), '-2');
  assert.equal(evaluate('ROUND(1250, -2)'), '1300');
  assert.equal(evaluate('SQRT(16)'), '4');
});

test('text functions', () => {
  assert.equal(evaluate('LEFT("abcdef", 3) & MID("abcdef", 4, 2) & RIGHT("abcdef", 1)'), 'abcdef');
  assert.equal(evaluate('SUBSTITUTE(UPPER("a-b"), "-", "+")'), 'A+B');
  assert.equal(evaluate('FIND("c", "abcabc", 4)'), '6');
  assert.equal(evaluate('LPAD("7", 3, "0")'), '007');
  assert.equal(evaluate('REGEX("AB-12", "[A-Z]{2}-\\\\d+")'), true);
  assert.equal(evaluate('REGEX("xAB-12", "[A-Z]{2}-\\\\d+")'), false);
  assert.equal(evaluate('"a" = "A"'), false);
  assert.equal(evaluate('HYPERLINK("/x", "X")'), '<a href="/x" target="_blank">X</a>');
  assert.equal(
    evaluate('IMAGE("/x?a=1&b=2", "A \\"big\\" vase", 48, 48)'),
    '<img src="/x?a=1&amp;b=2" alt="A &quot;big&quot; vase" height="48" width="48" border="0"/>',
  );
  assert.equal(evaluate('CASESAFEID("001000000000001")'), '001000000000001AAA');
  assert.equal(evaluate('TEXT(1.50)'), '1.5');
});

test('dates: TODAY is in the time zone of the user, DATEVALUE in GMT', () => {
  assert.equal(evaluate('TODAY()'), '2026-11-21');
  assert.equal(evaluate('DATEVALUE(NOW())'), '2026-11-20');
  assert.equal(evaluate('ADDMONTHS(DATE(2026, 2, 28), 1)'), '2026-03-31');
  assert.equal(evaluate('DATE(2026, 3, 1) - DATE(2026, 2, 1)'), '28');
  assert.equal(evaluate('WEEKDAY(DATE(2026, 11, 20))'), '6');
  assert.equal(evaluate('ISOWEEK(DATE(2027, 1, 1))'), '53');
  assert.equal(evaluate('NOW() + 0.5'), '2026-11-21 11:30:00Z');
});

test('logic: CASE, blanks and null', () => {
  assert.equal(evaluate('CASE(2, 1, "one", 2, "two", "many")'), 'two');
  assert.equal(evaluate('IF(ISBLANK(""), "blank", "full")'), 'blank');
  assert.equal(evaluate('BLANKVALUE("", "fallback")'), 'fallback');
  assert.equal(evaluate('ISNULL("")'), false);
  assert.equal(evaluate('null > 5'), false);
  assert.equal(evaluate('TRUE && (FALSE || !FALSE)'), true);
});

test('formula fields treat blank numbers as zero unless told otherwise', () => {
  assert.equal(shown({}, 'Tax__c'), '1');
  assert.equal(shown({}, 'Strict__c'), '');
  assert.equal(shown({ ns__Amount__c: decimal('10.55') }, 'Tax__c'), '3');
});

test('formula fields have the scale and type of their field, and read one another', () => {
  const value = engine.fieldValue(dealOf({ ns__Amount__c: decimal('0.26') }), fieldOf('Twice__c')) as ApexDecimal;
  assert.ok(value instanceof ApexDecimal);
  assert.equal(value.scale, 1);
  assert.equal(value.toPlainString(), '2.1');
});

test('percent fields are fractions inside a formula', () => {
  assert.equal(shown({ ns__Share__c: decimal('50') }, 'Part__c'), '25');
});

test('parents are read through relationships; a missing parent gives blank', () => {
  const account = record(schema.resolveObject('Account')!, {}, { Owner: user });
  assert.equal(shown({}, 'Owner_Name__c', { ns__Account__r: account }), 'Curie!');
  assert.equal(shown({}, 'Owner_Name__c'), '!');
  assert.deepEqual(engine.fieldPaths(fieldOf('Owner_Name__c')), [['ns__Account__r', 'Owner', 'LastName']]);
});

test('globals: user, permission, setting, metadata record, label in the language of the user', () => {
  assert.equal(evaluate('$User.LastName & $User.Id'), 'Curie005000000000001');
  assert.equal(evaluate('$Permission.Refund'), true);
  assert.equal(evaluate('$Setup.Prefs__c.Limit__c + 1'), '8');
  assert.equal(evaluate('$CustomMetadata.Rate__mdt.High.Value__c * 2'), '5');
  assert.equal(evaluate('$Label.Hello'), 'Guten Tag');
});

test('validation rules compare with the state before', () => {
  const won = dealOf({ ns__Status__c: 'Won', ns__Amount__c: decimal('1') });
  const open = dealOf({ ns__Status__c: 'Open', ns__Amount__c: decimal('-1') });
  assert.deepEqual(engine.violations({ record: open, prior: null }), [
    { rule: 'Positive', message: 'No debts', field: 'ns__Amount__c' },
  ]);
  assert.deepEqual(
    engine.violations({ record: open, prior: won }).map(({ rule }) => rule),
    ['Positive', 'Won_Stays'],
  );
  assert.deepEqual(engine.violations({ record: won, prior: open }), []);
});

test('default values come from picklists and formulas', () => {
  assert.equal(engine.defaultValue(fieldOf('Status__c')), 'Open');
  assert.equal(engine.defaultValue(fieldOf('Code__c')), 'D-2026');
  assert.equal(engine.defaultValue(fieldOf('Amount__c')), undefined);
});

test('what does not compile is listed and gives null', () => {
  assert.deepEqual(engine.problems(), [
    { object: 'ns__Deal__c', name: 'ns__Broken__c', message: 'Field Nothing__c does not exist. Check spelling' },
  ]);
  assert.equal(engine.fieldValue(dealOf({}), fieldOf('Broken__c')), null);
  assert.throws(() => evaluate('1 +'), /Unexpected end/);
  assert.throws(() => evaluate('FOO(1)'), /Unknown function FOO/);
  assert.throws(() => evaluate('LEFT("a")'), /Expected 2, received 1/);
  assert.throws(() => evaluate('1 + TRUE'), /Incorrect parameter type for operator '\+'/);
});

test('problems name the file and line of the formula', () => {
  const [problem] = checkFormulas(schema);
  assert.match(problem!.file, /Broken__c\.field-meta\.xml$/);
  assert.deepEqual(
    [problem!.line, problem!.message],
    [2, 'ns__Deal__c.ns__Broken__c: Field Nothing__c does not exist. Check spelling'],
  );
});

test('a circle of formula fields ends; a division by zero gives null', () => {
  assert.equal(engine.fieldValue(dealOf({}), fieldOf('Circle__c')) instanceof ApexDecimal, true);
  assert.throws(() => evaluate('1 / 0'), /Division by zero/);
});

test('results are Apex values', () => {
  assert.ok(engine.evaluate('DATE(2026, 1, 1)', null) instanceof ApexDate);
  assert.ok(engine.evaluate('NOW()', null) instanceof ApexDatetime);
});
