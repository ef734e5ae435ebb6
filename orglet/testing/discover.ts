import { readFileSync } from 'node:fs';
import type { ClassInfo, MethodInfo } from '../runtime/classes.js';
import type { Problem } from '../org/types.js';

/** A test class and its test methods, in order. */
export interface TestClass {
  name: string;
  methods: string[];
  /** Set when the class does not compile: why. */
  compileError: string | null;
}

const has = (method: MethodInfo, name: string) => method.annotations.some((annotation) => annotation.name === name);

/** `@IsTest` or the old `testMethod` modifier, which the compiler reports as the same annotation. */
export const isTestMethod = (method: MethodInfo): boolean =>
  method.static && has(method, 'istest') && method.params.length === 0;
export const isTestSetup = (method: MethodInfo): boolean => method.static && has(method, 'testsetup');

/** Test classes of a project that match a filter on `Class.method`; inner classes have no tests. */
export function discoverTests(
  classes: Iterable<ClassInfo>,
  problems: readonly Problem[],
  filter: RegExp | null,
): TestClass[] {
  const broken = brokenTests(problems);
  const found: TestClass[] = [];
  for (const info of classes) {
    if (info.outer || broken.some(({ name }) => name.toLowerCase() === info.name.toLowerCase())) continue;
    const methods = info.methods.filter(isTestMethod).map(({ name }) => name);
    if (methods.length) found.push({ name: info.name, methods, compileError: null });
  }
  return [...found, ...broken]
    .map((test) => ({
      ...test,
      methods: test.methods.filter((method) => !filter || filter.test(`${test.name}.${method}`)),
    }))
    .filter((test) => test.methods.length)
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Test methods of files that do not compile, found in their text, so that they count as failed. */
function brokenTests(problems: readonly Problem[]): TestClass[] {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.severity !== 'warning' && problem.file.endsWith('.cls'))
      byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  }
  return [...byFile].flatMap(([file, list]) => {
    const source = withoutComments(readFileSync(file, 'utf8'));
    const name = /\bclass\s+(\w+)/i.exec(source)?.[1];
    if (!name || !/@istest|\btestmethod\b/i.test(source)) return [];
    const declaration =
      /(?:@istest\b(?:\s*\([^)]*\))?|\btestmethod\b)(?:\s|@\w+(?:\([^)]*\))?|\b(?:static|private|public|global|testmethod)\b)*\bvoid\s+(\w+)\s*\(/gi;
    const methods = [...source.matchAll(declaration)].map((match) => match[1]);
    const compileError = list
      .map((problem) => `${problem.file}:${problem.line}:${problem.column} ${problem.message}`)
      .join('\n');
    return [{ name, methods, compileError }];
  });
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[^]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, (text) => (text.startsWith("'") ? "''" : ' '));
}
