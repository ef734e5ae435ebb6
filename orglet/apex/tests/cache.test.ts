import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { compileProject, linkProject, type SourceFile } from '../index.js';
import { NO_SCHEMA, run } from './harness.js';

const file = (name: string, source: string): SourceFile => ({
  path: `${name}.cls`,
  kind: 'class',
  source,
  apiVersion: 60,
});

test('an unchanged project comes from the cache, a changed one does not', (t) => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'orglet-cache-'));
  t.after(() => rmSync(cacheDir, { recursive: true }));
  const value = (answer: number) => {
    const files = [
      file('Main', `public class Main { public static Integer run() { return Other.give(); } }`),
      file('Other', `public class Other { public static Integer give() { return ${answer}; } }`),
    ];
    const compiled = compileProject({ files, schema: NO_SCHEMA, cacheDir });
    const code = linkProject(compiled);
    return [compiled.fromCache, run(() => code.types.get('main')!.findMethods('run')[0]!.invoke(null, []))];
  };
  assert.deepEqual(value(1), [false, 1]);
  assert.deepEqual(value(1), [true, 1]);
  assert.deepEqual(value(2), [false, 2]);
  assert.deepEqual(value(1), [true, 1]);
});

test('problems are kept with the code', (t) => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'orglet-cache-'));
  t.after(() => rmSync(cacheDir, { recursive: true }));
  const compile = () =>
    compileProject({ files: [file('Main', 'public class Main { Integer i = true; }')], schema: NO_SCHEMA, cacheDir });
  const first = compile().problems;
  assert.equal(first.length, 1);
  assert.deepEqual(compile().problems, first);
});

test('an anonymous block sees the classes of the project and reports its own problems', () => {
  const compiled = compileProject({
    files: [file('Main', 'public class Main { public static Integer seen = 0; }')],
    schema: NO_SCHEMA,
  });
  const code = linkProject(compiled);
  run(() => {
    code.runAnonymous('Integer twice(Integer i) { return i * 2; }\nMain.seen = twice(4);');
    assert.equal(code.types.get('main')!.findField('seen')!.get(null), 8);
  });
  assert.throws(
    () => run(() => code.runAnonymous('Integer i;\ni = nope;')),
    /line 2, column 5: Variable does not exist: nope/,
  );
});

test('code that needs a broken class says so when it runs', () => {
  const compiled = compileProject({
    files: [
      file('Broken', 'public class Broken { public static Integer f() { return nope; } }'),
      file('Main', 'public class Main { public static Integer run() { return Broken.f(); } }'),
    ],
    schema: NO_SCHEMA,
  });
  assert.equal(compiled.problems.length, 1);
  const code = linkProject(compiled);
  assert.throws(
    () => run(() => code.types.get('main')!.findMethods('run')[0]!.invoke(null, [])),
    /class Broken, which does not compile: Broken\.cls:1/,
  );
});

test('coverage counts the lines that ran', () => {
  const source =
    'public class Main {\n public static Integer run() {\n  Integer i = 1;\n  if (i > 1) {\n   i = 5;\n  }\n  return i;\n }\n}';
  const code = linkProject(compileProject({ files: [file('Main', source)], schema: NO_SCHEMA, coverage: true }));
  run(() => code.types.get('main')!.findMethods('run')[0]!.invoke(null, []));
  assert.deepEqual(
    [...code.coverage().get('Main.cls')!],
    [
      [3, 1],
      [4, 1],
      [5, 0],
      [7, 1],
    ],
  );
});
