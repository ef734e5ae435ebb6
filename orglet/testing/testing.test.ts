import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Org } from '../org/org.js';
import { writeProject } from '../org/test-project.js';
import { lcov, mergeCoverage, summarizeCoverage } from './coverage.js';
import { discoverTests } from './discover.js';
import { formatReport, ranges, summarize } from './report.js';
import { runTestClass } from './run-class.js';

const CLASSES = {
  Maths: `public class Maths {
  public static Integer half(Integer n) {
    if (n == null) {
      return 0;
    }
    return n / 2;
  }
}`,
  MathsTest:
    '@IsTest private class MathsTest { @IsTest static void halves() { Assert.areEqual(2, Maths.half(4)); } static testMethod void old() { Assert.areEqual(1, Maths.half(2)); } static void helper() {} }',
  BrokenTest:
    "@IsTest private class BrokenTest {\n  // @IsTest static void commented() {}\n  @IsTest(SeeAllData=false) static void one() { Missing.call(); }\n  @IsTest private static void two() { String s = '@IsTest static void inText()'; }\n}",
  DiffTest: `@IsTest private class DiffTest {
    @IsTest static void texts() { Assert.areEqual('one\\ntwo\\nthree', 'one\\n2\\nthree'); }
    @IsTest static void lists() { Assert.areEqual(new List<String>{ 'a', 'b', 'c' }, new List<String>{ 'a', 'c', 'd' }); }
    @IsTest static void records() { Assert.areEqual(new Account(Name = 'A'), new Account(Name = 'B')); }
    @IsTest static void plain() { Assert.areEqual(1, 2); }
  }`,
  SetupTest: `@IsTest private class SetupTest {
    static Integer count = 0;
    @TestSetup static void make() { count = 5; insert new Account(Name = 'shared'); }
    @IsTest static void changes() { count++; update new Account(Id = [SELECT Id FROM Account].Id, Name = 'mine'); Assert.areEqual(1, count); }
    @IsTest static void sees() { count++; Assert.areEqual('shared', [SELECT Name FROM Account].Name); Assert.areEqual(1, count); }
    @IsTest static void limited() { for (Integer i = 0; i < 101; i++) { Integer n = [SELECT COUNT() FROM Account]; } }
  }`,
};

let org: Org;
before(
  () => (org = Org.open({ projectDir: writeProject({ classes: CLASSES }), database: ':memory:', coverage: true })),
);
after(() => org.close());

test('finds test methods, also of classes that do not compile', () => {
  const found = discoverTests(org.classes(), org.problems, null);
  assert.deepEqual(
    found.map(({ name, methods }) => [name, methods]),
    [
      ['BrokenTest', ['one', 'two']],
      ['DiffTest', ['texts', 'lists', 'records', 'plain']],
      ['MathsTest', ['halves', 'old']],
      ['SetupTest', ['changes', 'sees', 'limited']],
    ],
  );
  assert.match(found[0].compileError ?? '', /BrokenTest\.cls:3:\d+ /);
  assert.deepEqual(
    discoverTests(org.classes(), org.problems, /^MathsTest\.old$/).map(({ methods }) => methods),
    [['old']],
  );
});

test('setup data is shared, changes and statics are not, limits end a test', () => {
  const results = runTestClass(org, 'SetupTest', ['changes', 'sees', 'limited']);
  assert.deepEqual(
    results.map(({ outcome }) => outcome),
    ['pass', 'pass', 'fail'],
  );
  assert.equal(results[2].message, 'System.LimitException: Too many SOQL queries: 101');
  assert.equal(org.query('SELECT Id FROM Account').length, 0);
});

test('coverage counts lines of classes that are no tests', () => {
  runTestClass(org, 'MathsTest', ['halves', 'old']);
  const files = org.coverage();
  assert.deepEqual(
    files.map(({ name }) => name),
    ['Maths'],
  );
  const { classes, percent } = summarizeCoverage(mergeCoverage([...files, ...files]));
  assert.deepEqual(classes.Maths.uncovered, [4]);
  assert.equal(percent, 66.6);
  assert.match(lcov(files), /SF:force-app\/classes\/Maths\.cls[^]*DA:4,0[^]*LH:2/);
});

test('the report names what failed and counts', () => {
  const tests = runTestClass(org, 'SetupTest', ['limited']);
  const text = formatReport({ summary: summarize(tests, 12), tests, problems: [] });
  assert.match(
    text,
    /SetupTest\.limited failed\n {4}System\.LimitException: Too many SOQL queries: 101\n {6}at \S+SetupTest\.cls:6\n {6}Class\.SetupTest\.limited: line 6/,
  );
  assert.match(text, /0 passed, 1 failed \(1 tests, 0\.0 s\)$/);
  assert.equal(ranges([1, 2, 3, 7, 9, 10]), '1-3, 7, 9-10');
});

test('differences of texts, lists and records are shown line by line', () => {
  const tests = runTestClass(org, 'DiffTest', ['texts', 'lists', 'records', 'plain']);
  assert.deepEqual(
    tests.map(({ method, diff }) => [method, diff]),
    [
      ['texts', ['  one', '- two', '+ 2', '  three']],
      ['lists', ['  List (3)', '    a', '-   b', '    c', '+   d']],
      ['records', ['  Account', '-   Name: A', '+   Name: B']],
      ['plain', undefined],
    ],
  );
  const text = formatReport({ summary: summarize(tests, 1), tests: tests.slice(0, 1), problems: [] });
  assert.match(
    text,
    /- expected, \+ actual\n {8}one\n {6}- two\n {6}\+ 2\n[^]* at force-app\/classes\/DiffTest\.cls:2\n/,
  );
});
