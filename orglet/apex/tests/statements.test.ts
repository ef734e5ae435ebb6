import assert from 'node:assert/strict';
import test from 'node:test';
import { setCpuCheck } from '../../runtime/ops.js';
import { program } from './harness.js';

/** Runs statements that end with a return of a String. */
function run(body: string, members = ''): unknown {
  const { call, problems } = program(`public class Main { ${members} public static String run() { ${body} } }`);
  assert.deepEqual(problems, []);
  return call('Main', 'run');
}

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_control_flow_switch.htm
test('switch on Integers, Strings, enums, null and types', () => {
  const members = `
    enum Color { RED, GREEN }
    static String number_(Integer i) { switch on i { when 1, 2 { return 'low'; } when -1 { return 'negative'; } when null { return 'null'; } when else { return 'other'; } } }
    static String word(String s) { switch on s { when 'a' { return 'A'; } when else { return 'else'; } } }
    static String color_(Color c) { switch on c { when RED { return 'r'; } when GREEN { return 'g'; } } return 'none'; }`;
  assert.equal(
    run(
      `return number_(2) + number_(-1) + number_(null) + number_(9) + word('a') + word('A') + color_(Color.GREEN) + color_(null);`,
      members,
    ),
    'lownegativenullotherAelsegnone',
  );
});

test('loops with break and continue', () => {
  const body = `
    String s = '';
    for (Integer i = 0, n = 6; i < n; i++) { if (i == 1) continue; if (i == 4) break; s += i; }
    Integer k = 3;
    while (k > 0) s += k--;
    do { s += k++; } while (k < 2);
    for (String part : new List<String>{ 'x', 'y', 'z' }) { if (part == 'y') continue; s += part; }
    for (Integer i : new Set<Integer>{ 7, 8 }) s += i;
    return s;`;
  assert.equal(run(body), '02332101xz78');
});

test('loops of many rounds count, continue and break as short ones do', () => {
  const body = `
    Integer rounds = 0, kept = 0, inner = 0;
    for (Integer i = 0; i < 5000; i++) {
      rounds++;
      if (Math.mod(i, 2) == 1) continue;
      kept++;
      Integer k = 0;
      while (true) { if (++k > 2) break; inner++; }
    }
    Integer n = 0;
    while (n < 1024) n++;
    for (;;) { if (n == 3072) break; n++; }
    for (Integer i = 0; i < 1024; i++) { do { n++; break; } while (true); }
    return rounds + ' ' + kept + ' ' + inner + ' ' + n;`;
  assert.equal(run(body), '5000 2500 5000 4096');
});

test('the CPU time is looked at in endless loops', () => {
  setCpuCheck(() => {
    throw new Error('CPU time');
  });
  try {
    for (const loop of [
      'for (;;) {}',
      'while (true) {}',
      'do {} while (true);',
      'while (true) { while (true) break; }',
    ])
      assert.throws(() => run(`if (1 == Integer.valueOf('1')) ${loop} return '';`), /CPU time/, loop);
  } finally {
    setCpuCheck(() => undefined);
  }
});

test('a list cannot change while a loop runs over it', () => {
  const body = `
    List<Integer> items = new List<Integer>{ 1, 2 };
    try { for (Integer i : items) items.add(i); } catch (FinalException e) { return e.getMessage(); }
    return 'changed';`;
  assert.match(String(run(body)), /Cannot modify a collection while it is being iterated/);
});

test('finally runs after return, break and exceptions', () => {
  const members = `
    static String log = '';
    static String early() { try { return 'r'; } finally { log += 'f'; } }`;
  const body = `
    String s = early();
    for (Integer i = 0; i < 3; i++) { try { if (i == 1) break; } finally { log += i; } }
    try { try { throw new IllegalArgumentException('x'); } finally { log += 'g'; } } catch (Exception e) { log += e.getMessage(); }
    return s + log;`;
  assert.equal(run(body, members), 'rf01gx');
});

test('assignments are expressions and their targets are evaluated once', () => {
  const members = `
    static Integer calls = 0;
    Integer n = 10;
    static List<Integer> items() { calls++; return data; }
    static List<Integer> data = new List<Integer>{ 5, 6 };
    static Main self() { calls++; return one; }
    static Main one = new Main();`;
  const body = `
    Integer a; Integer b;
    a = b = 4;
    items()[1] += 10;
    items()[0]++;
    self().n *= 3;
    Integer old = self().n--;
    return a + ',' + b + ',' + data + ',' + one.n + ',' + old + ',' + calls;`;
  assert.equal(run(body, members), '4,4,(6, 16),29,30,4');
});

test('strings: escapes and multi-line', () => {
  assert.equal(run(String.raw`return 'a\'b\\\n\u0041';`), "a'b\\\nA");
});

test('names ignore case', () => {
  assert.equal(
    run(
      `INTEGER Value = 2; value += VALUE; return string.ValueOf(vaLue) + HELPER();`,
      `static String helper() { return 'h'; }`,
    ),
    '4h',
  );
});
