import assert from 'node:assert/strict';
import test from 'node:test';
import type { FieldView, ObjectView, SchemaView } from '../index.js';
import { compileProject } from '../index.js';

const field = (
  name: string,
  apexType: string,
  referenceTo: string[] = [],
  relationshipName: string | null = null,
): FieldView => ({ name, apexType, referenceTo, relationshipName });

function object(name: string, fields: FieldView[], children: Record<string, string> = {}): ObjectView {
  const byName = (wanted: string) => (item: { name: string }) => item.name.toLowerCase() === wanted.toLowerCase();
  return {
    name,
    kind: 'standard',
    customSettingsType: null,
    resolveField: (wanted) => fields.find(byName(wanted)) ?? null,
    resolveRelationship: (wanted) =>
      fields.find((item) => item.relationshipName?.toLowerCase() === wanted.toLowerCase()) ?? null,
    resolveFieldSet: () => null,
    resolveChildRelationship: (wanted) =>
      children[wanted] ? { name: wanted, childObject: { name: children[wanted] } } : null,
  };
}

const objects = [
  object('Account', [field('Id', 'Id'), field('Name', 'String'), field('AnnualRevenue', 'Decimal')], {
    Contacts: 'Contact',
  }),
  object('Contact', [field('Id', 'Id'), field('LastName', 'String'), field('AccountId', 'Id', ['Account'], 'Account')]),
];
const schema: SchemaView = {
  namespace: 'shop',
  fingerprint: 'test',
  resolveObject: (name) => objects.find((item) => item.name.toLowerCase() === name.toLowerCase()) ?? null,
  resolveLabel: (name) => (name === 'Greeting' ? 'Greeting' : null),
};

/** `line: message` of each problem. */
function check(...sources: string[]): string[] {
  const files = sources.map((source) => {
    const name = /\b(?:class|interface|enum)\s+(\w+)/i.exec(source)![1]!;
    return { path: `${name}.cls`, kind: 'class' as const, source, apiVersion: 60 };
  });
  return compileProject({ files, schema })
    .problems.filter((problem) => problem.severity === 'error')
    .map((problem) => `${problem.line}: ${problem.message}`);
}
const inMethod = (body: string): string[] => check(`public class Main {\npublic static void run() {\n${body}\n}\n}`);

test('code with records, queries, labels and tokens has no problems', () => {
  assert.deepEqual(
    inMethod(`
      Account a = [SELECT Id, Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name = :Label.Greeting LIMIT 1];
      List<Contact> found = [SELECT Account.Name FROM Contact WHERE AccountId = :a.Id];
      for (Contact c : a.Contacts) { String s = c.Account.Name + System.Label.Greeting; }
      Integer n = [SELECT COUNT() FROM Account];
      Schema.SObjectField f = Account.Name;
      Map<Id, SObject> byId = new Map<Id, SObject>(found);
      Map<Id, Contact> contacts = (Map<Id, Contact>) byId;
      SObject generic = new Contact(LastName = 'x', Account = a);
      List<SObject> all = found;
      Decimal d = a.AnnualRevenue; Double e = d; Long l = n; Id i = a.Id; String t = i;
      Set<Id> ids = new Map<Id, Account>([SELECT Id FROM Account]).keySet();
      AggregateResult[] r = [SELECT Name, COUNT(Id) total FROM Account GROUP BY Name ORDER BY COUNT(Id)];
      shop.Main.run();`),
    [],
  );
});

const mistakes: [body: string, message: RegExp][] = [
  ['x = 1;', /^3: Variable does not exist: x$/],
  ['Foo f;', /^3: Invalid type: Foo$/],
  ["Integer i = 'a';", /^3: Illegal assignment from String to Integer$/],
  ['Integer i = 1.5;', /^3: Illegal assignment from Decimal to Integer$/],
  ['Integer i = 1L;', /^3: Illegal assignment from Long to Integer$/],
  ['Integer i; Integer i;', /^3: Duplicate variable: i$/],
  ["'a'.nope();", /^3: Method does not exist or incorrect signature: nope\(\) from the type String$/],
  ['new List<String>().add(1);', /^3: Method does not exist or incorrect signature: add\(Integer\)/],
  ['Account a = new Account(Nope = 1);', /^3: Field does not exist: Nope on Account$/],
  ['String s = new Account().Nope;', /^3: Field does not exist: Nope on Account$/],
  ['Account a = [SELECT Id, Nope FROM Account];', /^3: No such column 'Nope' on entity 'Account'$/],
  ['Account a = [SELECT Id FROM Account WHERE Nope = 1];', /^3: No such column 'Nope'/],
  ['Contact c = [SELECT Owner.Name FROM Contact];', /^3: Didn't understand relationship 'Owner'/],
  ['List<Account> a = [SELECT Id FROM Nope];', /^3: sObject type 'Nope' is not supported/],
  ['String s = Label.Missing;', /^3: Label does not exist: Missing$/],
  [
    'Account a = (Account) new Contact();',
    /^3: Incompatible types since an instance of Contact is never an instance of Account$/,
  ],
  ['if (1) {}', /^3: Illegal assignment from Integer to Boolean$/],
  ['Boolean b = 1 == true;', /^3: Comparison arguments must be compatible types: Integer, Boolean$/],
  ['return 1;', /^3: Void method must not return a value$/],
  ['this.toString();', /^3: this cannot be referenced in a static context$/],
  ['throw new Account();', /^3: Throw expression must be of type exception: Account$/],
  ['insert 5;', /^3: DML requires SObject or SObject list type: Integer$/],
  ['for (Integer i : 5) {}', /^3: For loop must iterate over a collection type: Integer$/],
  ['Integer i = ;', /^3: /],
];
for (const [body, message] of mistakes) {
  test(`reports ${body}`, () => {
    const found = inMethod(body);
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0]!, message);
  });
}

/** Of Salesforce's reserved keywords those that the compiler takes as names all the same. */
const TAKEN =
  'activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime decimal ' +
  'default double end exception exit export float goto group hint import inner int integer into join long loop number object of ' +
  'outer package parallel pragma retrieve rollback set short sort string switch synchronized system then time transaction ' +
  'when order first last count before after excludes includes sharing with get without offset type data category';
const REFUSED =
  'abstract and as asc break bulk by catch class commit continue delete desc do else enum extends false final finally for from ' +
  'global having if implements in insert instanceof interface like limit list map merge new not null nulls on or override ' +
  'private protected public return select static super testmethod this throw trigger true try undelete update upsert using ' +
  'virtual webservice where while';

test('refuses the names that the compiler refuses, wherever they are declared', () => {
  const accepted: string[] = [];
  for (const word of REFUSED.split(' ')) {
    const sources = [
      `public class Main {\npublic static void run() {\nInteger ${word} = 1;\n}\n}`,
      `public class Main {\npublic static void run(Integer ${word}) {}\n}`,
      `public class Main {\npublic Integer ${word};\n}`,
      `public class Main {\npublic Integer ${word} { get; set; }\n}`,
      `public class Main {\npublic void ${word}() {}\n}`,
      `public class Main {\npublic class ${word} {}\n}`,
      `public class Main {\npublic enum Kind { ${word} }\n}`,
      `public class Main {\npublic static void run() {\nfor (Integer ${word} : new List<Integer>()) {}\n}\n}`,
      `public class Main {\npublic static void run() {\ntry {} catch (Exception ${word}) {}\n}\n}`,
    ];
    for (const source of sources) if (check(source).length === 0) accepted.push(source);
  }
  assert.deepEqual(accepted, []);
  assert.deepEqual(inMethod('Integer Limit = 1;'), ['3: Identifier name is reserved: Limit']);
});

test('takes the reserved keywords that the compiler takes as names', () => {
  for (const word of TAKEN.split(' ')) assert.deepEqual(inMethod(`Integer ${word} = 1;`), [], word);
});

test('refuses aliases in queries that the compiler refuses', () => {
  for (const word of 'first last count before with get desc'.split(' ')) {
    const found = inMethod(`List<AggregateResult> r = [SELECT COUNT(Id) ${word} FROM Account];`);
    assert.notEqual(found.length, 0, word);
  }
  for (const word of 'amount of commit'.split(' '))
    assert.deepEqual(inMethod(`List<AggregateResult> r = [SELECT COUNT(Id) ${word} FROM Account];`), [], word);
});

test('refuses protected members that are static', () => {
  assert.deepEqual(
    check(
      'public virtual class Main {\nprotected static final Integer FIRST = 1;\nprotected static void go() {}\nprotected Integer own;\n}',
    ),
    ['2: A protected member cannot be static: FIRST', '3: A protected member cannot be static: go'],
  );
});

test('reports what a class owes', () => {
  assert.deepEqual(check('public class Main {\n Integer f(Boolean b) {\n  if (b) { return 1; }\n }\n}'), [
    '2: Missing return statement required return type: Integer',
  ]);
  assert.deepEqual(
    check('public interface I { void f(String s); }', 'public class Main implements I { public void f(Integer s) {} }'),
    ['1: Class Main must implement the method: f(String)'],
  );
  assert.deepEqual(check('public abstract class A { public abstract void f(); }', 'public class Main extends A {}'), [
    '1: Class Main must implement the method: f()',
  ]);
  assert.deepEqual(check('public class Main implements Comparable {}'), [
    '1: Class Main must implement the method: compareTo(Object)',
  ]);
  assert.deepEqual(
    check(
      'public virtual class A { public virtual void f() {} }',
      'public class Main extends A { public void f() {} }',
    ),
    ['1: Method must use the override keyword: f()'],
  );
  assert.deepEqual(check('public class Main { public override void f() {} }'), [
    '1: Method does not override an ancestor method: f()',
  ]);
  assert.deepEqual(check('public class A {}', 'public class Main extends A {}'), [
    '1: Non-virtual and non-abstract type cannot be extended: A',
  ]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_access_modifiers.htm
test('reports access to what is not visible, except for tests', () => {
  const owner = `public virtual class A {
    private static Integer hidden;
    @TestVisible private static Integer forTests;
    protected Integer inherited;
    public Integer readable { get; private set; }
    private A(Integer i) {}
    public A() {}
  }`;
  const user = (annotation: string) =>
    `${annotation} public class Main { static void f() { Integer i = A.hidden; i = A.forTests; new A().readable = 1; new A(1); } }`;
  assert.deepEqual(check(owner, user('')), [
    '1: Variable is not visible: A.hidden',
    '1: Variable is not visible: A.forTests',
    '1: Field is not writeable: A.readable',
    '1: Constructor is not visible: [A].<Constructor>(Integer)',
  ]);
  assert.deepEqual(check(owner, user('@IsTest')).length, 3);
  assert.deepEqual(check(owner, 'public class B extends A { public Integer f() { return inherited; } }'), []);
});

test('one broken class does not hide the problems of others', () => {
  assert.deepEqual(
    check('public class A { void f( }', 'public class B { Integer i = true; }', 'public class Main {}').length,
    2,
  );
});

test('a class of the project wins over a standard one of its name', () => {
  assert.deepEqual(
    check(
      'public class Assert { public static void mine() {} }',
      'public class Main { void f() { Assert.mine(); System.Assert.isTrue(true); } }',
    ),
    [],
  );
});
