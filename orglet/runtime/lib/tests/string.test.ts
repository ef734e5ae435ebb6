// Examples of the Apex Reference Guide's "String Class" unless a comment names another source.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INTEGER } from '../../types.js';
import { ApexDate, ApexDatetime, ApexDouble } from '../../values.js';
import { ApexList } from '../../values/list.js';
import { apexError, asUser, call, decimal, stat, strings } from './helpers.js';

const S = (method: string, self: string, ...args: unknown[]) => call('System.String', method, self, ...args);
const list = (value: ApexList) => value.a;

test('abbreviates with and without an offset', () => {
  assert.equal(S('abbreviate', 'Hello Maximillian', 8), 'Hello...');
  assert.equal(S('abbreviate', 'Hello Maximillian', 10, 20), '...millian');
  assert.equal(S('abbreviate', 'Hello', 8), 'Hello');
  assert.throws(
    () => S('abbreviate', 'Hello', 3),
    apexError('IllegalArgumentException', 'Minimum abbreviation width is 4'),
  );
});

test('pads and centres', () => {
  assert.equal(S('center', 'hello', 9), '  hello  ');
  assert.equal(S('center', 'hello', 9, '-'), '--hello--');
  assert.equal(S('leftPad', 'ab', 5), '   ab');
  assert.equal(S('leftPad', 'ab', 5, 'xy'), 'xyxab');
  assert.equal(S('rightPad', 'ab', 5, 'xy'), 'abxyx');
});

test('substring checks both bounds', () => {
  assert.equal(S('substring', 'hamburger', 4, 8), 'urge');
  assert.equal(S('substring', 'hamburger', 4), 'urger');
  assert.throws(() => S('substring', 'abc', 4), apexError('StringException', 'Starting position out of bounds: 4'));
  assert.throws(() => S('substring', 'abc', 1, 9), apexError('StringException', 'Ending position out of bounds: 9'));
});

test('substrings by separators', () => {
  assert.equal(S('substringAfter', 'Salesforce.Lightning.com', '.'), 'Lightning.com');
  assert.equal(S('substringAfterLast', 'Salesforce.Lightning.com', '.'), 'com');
  assert.equal(S('substringBefore', 'Salesforce.Lightning.com', '.'), 'Salesforce');
  assert.equal(S('substringBeforeLast', 'Salesforce.Lightning.com', '.'), 'Salesforce.Lightning');
  assert.equal(S('substringBetween', 'xxYellowyy', 'xx', 'yy'), 'Yellow');
  assert.equal(S('substringBetween', 'tagYellowtag', 'tag'), 'Yellow');
  assert.equal(S('substringBetween', 'abc', 'x'), null);
});

test('split follows java.lang.String.split', () => {
  assert.deepEqual(list(S('split', 'boo:and:foo', ':')), ['boo', 'and', 'foo']);
  assert.deepEqual(list(S('split', 'boo:and:foo', ':', 2)), ['boo', 'and:foo']);
  assert.deepEqual(list(S('split', 'boo:and:foo', 'o', 5)), ['b', '', ':and:f', '', '']);
  assert.deepEqual(list(S('split', 'boo:and:foo', 'o', -2)), ['b', '', ':and:f', '', '']);
  assert.deepEqual(list(S('split', 'boo:and:foo', 'o')), ['b', '', ':and:f']);
  assert.deepEqual(list(S('split', 'abc', '')), ['a', 'b', 'c']);
  assert.deepEqual(list(S('split', '', ',')), ['']);
  assert.deepEqual(list(S('split', 'a.b', '\\.')), ['a', 'b']);
  assert.deepEqual(list(S('split', ',', ',')), []);
  assert.deepEqual(list(S('split', 'ab', '', -1)), ['a', 'b', '']);
  assert.deepEqual(list(S('split', 'ab', '$', 2)), ['ab', '']);
});

test('compares, counts and finds', () => {
  assert.equal(S('compareTo', 'abcde', 'abcde'), 0);
  assert.equal(S('compareTo', 'abcde', 'fghij'), -5);
  assert.equal(S('countMatches', 'Hello Jane', 'Hello'), 1);
  assert.equal(S('getLevenshteinDistance', 'Hello Joe', 'Hello Max'), 3);
  assert.equal(S('getLevenshteinDistance', 'Hello Jane', 'Hello Jan', 0), -1);
  assert.equal(S('difference', 'Hello Jane', 'Hello Max'), 'Max');
  assert.equal(S('indexOfDifference', 'abcde', 'xyz'), 0);
  assert.equal(S('indexOfAny', 'abcd', 'xc'), 2);
  assert.equal(S('indexOfAnyBut', 'xabcd', 'xa'), 2);
  assert.equal(S('indexOfIgnoreCase', 'abcd', 'BC', 0), 1);
  assert.equal(S('lastIndexOf', 'Salesforce.Lightning.com', '.'), 20);
  assert.equal(stat('System.String', 'getCommonPrefix', strings('SFDCApex', 'SFDCVisualforce')), 'SFDC');
  assert.equal(S('containsNone', 'abcde', 'fg'), true);
  assert.equal(S('containsOnly', 'abba', 'abcd'), true);
});

test('classifies text', () => {
  assert.equal(S('isAlpha', 'ABC'), true);
  assert.equal(S('isAlpha', ''), false);
  assert.equal(S('isAlphaSpace', 'a b'), true);
  assert.equal(S('isAlphanumeric', 'a021 '), false);
  assert.equal(S('isNumeric', '12.3'), false);
  assert.equal(S('isNumericSpace', '1 2'), true);
  assert.equal(S('isAllUpperCase', 'ABC'), true);
  assert.equal(S('isAllLowerCase', 'abC'), false);
  assert.equal(S('isWhitespace', ' \t'), true);
  assert.equal(stat('System.String', 'isBlank', ' \n'), true);
  assert.equal(stat('System.String', 'isBlank', null), true);
  assert.equal(stat('System.String', 'isEmpty', ' '), false);
});

test('splits by character type', () => {
  assert.deepEqual(list(S('splitByCharacterType', 'Lightning.platform')), ['L', 'ightning', '.', 'platform']);
  assert.deepEqual(list(S('splitByCharacterTypeCamelCase', 'Lightning.platform')), ['Lightning', '.', 'platform']);
  assert.deepEqual(list(S('splitByCharacterTypeCamelCase', 'ASFLicense')), ['ASF', 'License']);
});

test('replaces with literals and with regular expressions', () => {
  assert.equal(S('replace', 'a.b.c', '.', '$1'), 'a$1b$1c');
  assert.equal(S('replaceAll', 'aaa', '(a)', '[$1]'), '[a][a][a]');
  assert.equal(S('replaceFirst', 'abcabc', 'b', 'X'), 'aXcabc');
  assert.equal(S('normalizeSpace', ' Salesforce \t   force.com '), 'Salesforce force.com');
  assert.equal(S('stripHtmlTags', '<b>hello world</b>'), 'hello world');
});

test('escapes and unescapes', () => {
  assert.equal(S('escapeCsv', 'Max1, "Max2"'), '"Max1, ""Max2"""');
  assert.equal(S('unescapeCsv', '"Max1, ""Max2"""'), 'Max1, "Max2"');
  assert.equal(S('escapeEcmaScript', `"grade": 3.9/4.0`), '\\"grade\\": 3.9\\/4.0');
  assert.equal(S('escapeHtml4', '"<Black&White>" é €'), '&quot;&lt;Black&amp;White&gt;&quot; &eacute; &euro;');
  assert.equal(S('unescapeHtml4', '&lt;&eacute;&#233;&#xe9;&unknown;'), '<ééé&unknown;');
  assert.equal(S('escapeXml', `<'&'>`), '&lt;&apos;&amp;&apos;&gt;');
  assert.equal(S('escapeUnicode', 'De onde você é?'), 'De onde voc\\u00EA \\u00E9?');
  assert.equal(S('escapeJava', 'Company: "Salesforce.com"'), 'Company: \\"Salesforce.com\\"');
  assert.equal(stat('System.String', 'escapeSingleQuotes', `it's`), `it\\'s`);
});

// Source: java.text.MessageFormat.
test('format reads quotes as MessageFormat does', () => {
  const format = (template: string, ...args: unknown[]) =>
    stat('System.String', 'format', template, new ApexList(INTEGER, args));
  assert.equal(format('{0} and {1}', 'a', 'b'), 'a and b');
  assert.equal(format("it''s {0}", 1), "it's 1");
  assert.equal(format("'{0}' {0}", 'x'), '{0} x');
  assert.equal(format('{1}', 'x'), '{1}');
  assert.equal(format('{0}', null), 'null');
});

test('valueOf prints every type as Apex does', () => {
  const valueOf = (value: unknown) => stat('System.String', 'valueOf', value);
  assert.equal(valueOf(null), null);
  assert.equal(valueOf(12), '12');
  assert.equal(valueOf(12n), '12');
  assert.equal(valueOf(new ApexDouble(1e10)), '1.0E10');
  assert.equal(valueOf(new ApexDouble(3)), '3.0');
  assert.equal(valueOf(decimal('3.140')), '3.140');
  assert.equal(valueOf(true), 'true');
  assert.equal(valueOf(new ApexDate(0)), '1970-01-01');
  asUser(() => assert.equal(valueOf(new ApexDatetime(0)), '1969-12-31 16:00:00'));
  assert.equal(valueOf(strings('a', null)), '(a, null)');
});

test('join skips nothing and prints nulls as empty', () => {
  assert.equal(stat('System.String', 'join', strings('a', null, 'b'), '-'), 'a--b');
  assert.equal(stat('System.String', 'join', new ApexList(INTEGER, [1, 2]), ','), '1,2');
});

test('null arguments throw', () => {
  assert.throws(() => S('contains', 'a', null), apexError('NullPointerException', 'Argument cannot be null.'));
});

test('makes a text of any number of characters', () => {
  const codes = new ApexList(INTEGER, new Array(300_000).fill(65));
  assert.equal((stat('System.String', 'fromCharArray', codes) as string).length, 300_000);
});
