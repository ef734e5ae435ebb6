// Rules: https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm
import assert from 'node:assert/strict';
import test from 'node:test';
import { ApexDecimal, ApexDouble } from '../../runtime/values.js';
import { evaluate } from './harness.js';

const cases: [expression: string, type: string, expected: unknown, before?: string][] = [
  // Integers have 32 bits, Longs 64; division truncates.
  ['2147483647 + 1', 'Integer', -2147483648],
  ['-2147483648 - 1', 'Integer', 2147483647],
  ['65536 * 65536', 'Integer', 0],
  ['7 / 2', 'Integer', 3],
  ['-7 / 2', 'Integer', -3],
  ['9223372036854775807L + 1', 'Long', -9223372036854775808n],
  ['5000000000L / 3', 'Long', 1666666666n],
  ['1 << 33', 'Integer', 2],
  ['-8 >> 1', 'Integer', -4],
  ['-8 >>> 28', 'Integer', 15],
  ['6 & 3 | 8', 'Integer', 10],
  ['6 ^ 3', 'Integer', 5],
  ['~5', 'Integer', -6],
  ['i++ + ++i', 'Integer', 12, 'Integer i = 5;'],
  ['i-- - --i', 'Integer', 2, 'Integer i = 5;'],
  // Strings: == ignores case, equals does not; null prints as text.
  ["'Abc' == 'aBC'", 'Boolean', true],
  ["'Abc'.equals('aBC')", 'Boolean', false],
  ["'Abc' != 'abd'", 'Boolean', true],
  ["'a' + null", 'String', 'anull'],
  ['s + 1', 'String', 'null1', 'String s;'],
  ["1 + 2 + 'a' + 1 + 2", 'String', '3a12'],
  ["'' + 1.50 + true", 'String', '1.50true'],
  ["'a' < 'B'", 'Boolean', true],
  // A comparison with null is false.
  ['i < 5', 'Boolean', false, 'Integer i;'],
  ['5 > i', 'Boolean', false, 'Integer i;'],
  ['i == null', 'Boolean', true, 'Integer i;'],
  // Numbers of several types.
  ['1 == 1.0', 'Boolean', true],
  ['1L == 1', 'Boolean', true],
  ['0.1 + 0.2 == 0.3', 'Boolean', true],
  ['d instanceof Double', 'Boolean', true, 'Object d = 5;'],
  ['d instanceof Integer', 'Boolean', false, "Object d = '5';"],
  // Logic and choice.
  ['true || s.length() > 0', 'Boolean', true, 'String s;'],
  ["s ?? 'none'", 'String', 'none', 'String s;'],
  ['s?.length()', 'Integer', null, 'String s;'],
  ['s?.toUpperCase().length()', 'Integer', null, 'String s;'],
  ['s?.toUpperCase().length()', 'Integer', 2, "String s = 'ab';"],
  ['s == null ? 1 : 2', 'Integer', 1, 'String s;'],
  // Casts.
  ['(Integer) 3.99', 'Integer', 3],
  ['(Integer) 5000000000L', 'Integer', 705032704],
  ['(String) o', 'String', 'x', "Object o = 'x';"],
  // Collections and identity.
  ['new List<Integer>{ 1, 2 } == new List<Integer>{ 1, 2 }', 'Boolean', true],
  ['new List<Integer>{ 1, 2 } === new List<Integer>{ 1, 2 }', 'Boolean', false],
  ["new Set<String>{ 'a', 'b', 'a' }.size()", 'Integer', 2],
  ["new Map<String, Integer>{ 'a' => 1 }.get('a')", 'Integer', 1],
  ['new Integer[3].size()', 'Integer', 3],
];

for (const [expression, type, expected, before] of cases) {
  test(`${before ?? ''} ${expression}`.trim(), () => assert.deepEqual(evaluate(expression, type, before), expected));
}

test('literals and arithmetic of Decimal and Double', () => {
  const sum = evaluate('1.10 + 2', 'Decimal');
  assert.ok(sum instanceof ApexDecimal);
  assert.equal(sum.toString(), '3.10');
  const half = evaluate('1.0d / 4', 'Double');
  assert.ok(half instanceof ApexDouble);
  assert.equal(half.v, 0.25);
});

const failures: [expression: string, message: RegExp, before?: string][] = [
  ['1 / 0', /^System\.MathException: Divide by 0$/],
  ['i + 1', /^System\.NullPointerException: Attempt to de-reference a null object$/, 'Integer i;'],
  ['s.length()', /^System\.NullPointerException/, 'String s;'],
  ['b ? 1 : 2', /^System\.NullPointerException/, 'Boolean b;'],
  ['(Integer) o', /^System\.TypeException: Invalid conversion from runtime type String to Integer$/, "Object o = 'x';"],
  ['new List<Integer>{ 1 }[1]', /^System\.ListException: List index out of bounds: 1$/],
];
for (const [expression, message, before] of failures) {
  test(`${before ?? ''} ${expression} throws`.trim(), () =>
    assert.throws(() => evaluate(expression, 'Object', before), { message }),
  );
}
