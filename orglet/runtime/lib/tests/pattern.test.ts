// Source: Javadoc of java.util.regex.Pattern and Matcher.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apexError, call, stat } from './helpers.js';

const matches = (regex: string, text: string) => stat('System.Pattern', 'matches', regex, text) as boolean;
const matcher = (regex: string, text: string) =>
  call('System.Pattern', 'matcher', stat('System.Pattern', 'compile', regex), text);
const M = (method: string, self: unknown, ...args: unknown[]) => call('System.Matcher', method, self, ...args);

test('matches needs the whole text', () => {
  assert.equal(matches('a*b', 'aaaab'), true);
  assert.equal(matches('a|ab', 'ab'), true);
  assert.equal(matches('a', 'ab'), false);
});

test('possessive quantifiers and atomic groups give nothing back', () => {
  assert.equal(matches('.*+foo', 'xfoo'), false);
  assert.equal(matches('.*foo', 'xfoo'), true);
  assert.equal(matches('(?>a|ab)c', 'abc'), false);
  assert.equal(matches('"[^"]*+"', '"quoted"'), true);
});

test('groups keep their numbers around a possessive group', () => {
  const found = matcher('(a)(b)++(c)', 'abbc');
  assert.equal(M('matches', found), true);
  assert.deepEqual(
    [1, 2, 3].map((group) => M('group', found, group)),
    ['a', 'b', 'c'],
  );
  assert.equal(M('groupCount', found), 3);
  assert.equal(matches('(a)(b)++\\1', 'abba'), true);
});

test('inline flags hold to the end of their group', () => {
  assert.equal(matches('(?i)ABC', 'abc'), true);
  assert.equal(matches('a(?i)b', 'aB'), true);
  assert.equal(matches('a(?i)b', 'AB'), false);
  assert.equal(matches('(?i:a)b', 'Ab'), true);
  assert.equal(matches('(?i:a)b', 'AB'), false);
  assert.equal(matches('(?s)a.b', 'a\nb'), true);
  assert.equal(matches('(?x) a b # comment', 'ab'), true);
});

test('quotation, classes and properties', () => {
  assert.equal(matches('\\Qa.b\\E+', 'a.bb'), true);
  assert.equal(matches('[a-z&&[^aeiou]]+', 'xyz'), true);
  assert.equal(matches('[a-z&&[^aeiou]]+', 'xyza'), false);
  assert.equal(matches('[a-c[x-z]]+', 'axz'), true);
  assert.equal(matches('\\p{Alpha}+\\p{Punct}', 'abc!'), true);
  assert.equal(matches('\\p{Lu}\\P{Lu}', 'Éa'), true);
  assert.equal(matches('[\\w.-]+@[\\w-]+\\.[a-z]{2,}', 'a.b@c-d.org'), true);
  assert.equal(matches('[^\\s,]+', 'ab'), true);
});

test('$ stands before a final line end, ^ at lines with (?m)', () => {
  const found = matcher('b$', 'ab\n');
  assert.equal(M('find', found), true);
  const lines = matcher('(?m)^\\w', 'ab\ncd');
  assert.equal(M('find', lines), true);
  assert.equal(M('find', lines), true);
  assert.equal(M('group', lines), 'c');
});

test('find walks, reports places, and starts anew after reset', () => {
  const found = matcher('(\\d)(x)?', 'a1b2x');
  assert.equal(M('find', found), true);
  assert.deepEqual([M('start', found), M('end', found), M('group', found, 2), M('start', found, 2)], [1, 2, null, -1]);
  assert.equal(M('find', found), true);
  assert.deepEqual([M('start', found, 2), M('end', found, 2)], [4, 5]);
  assert.equal(M('find', found), false);
  assert.equal(M('find', M('reset', found)), true);
  assert.equal(M('group', found), '1');
});

test('empty matches advance', () => {
  const found = matcher('x*', 'ab');
  const starts = [];
  while (M('find', found)) starts.push(M('start', found));
  assert.deepEqual(starts, [0, 1, 2]);
});

test('regions bound the search', () => {
  const found = M('region', matcher('\\w+', 'one two'), 4, 7);
  assert.equal(M('find', found), true);
  assert.deepEqual([M('group', found), M('start', found)], ['two', 4]);
  assert.equal(M('lookingAt', M('region', matcher('^t', 'one two'), 4, 7)), true);
});

test('replacements know groups, names and escapes', () => {
  assert.equal(M('replaceAll', matcher('(?<first>\\w)(\\w)', 'abcd'), '$2${first}'), 'badc');
  assert.equal(M('replaceAll', matcher('a', 'aa'), '\\$'), '$$');
  assert.equal(stat('System.Matcher', 'quoteReplacement', '$1\\'), '\\$1\\\\');
  assert.throws(() => M('replaceAll', matcher('a', 'a'), '$1'), apexError('StringException', 'No group 1'));
});

test('errors', () => {
  assert.throws(
    () => stat('System.Pattern', 'compile', '(a'),
    apexError('StringException', /^Invalid regex: Unclosed group near index 2/),
  );
  assert.throws(() => stat('System.Pattern', 'compile', '*a'), apexError('StringException', /Dangling meta character/));
  assert.throws(() => M('group', matcher('a', 'a')), apexError('StringException', 'No match found'));
});
