/** Formulas that do not compile, with their place in the project's files. */
import { readFileSync } from 'node:fs';
import type { MetadataProblem } from '../metadata/project.js';
import type { Schema } from '../model/schema.js';
import { qualify } from '../names.js';
import { FormulaEngine, type FormulaProblem } from './engine.js';
import type { FormulaGlobals } from './types.js';

/** Nothing runs while formulas are only compiled. */
const NO_GLOBALS: FormulaGlobals = {
  user: () => null,
  organization: () => null,
  hasPermission: () => false,
  setting: () => null,
  find: () => null,
  now: () => 0,
  timeZone: () => 'GMT',
  language: () => 'en_US',
};

/** Checks every formula field and validation rule of the project. */
export function checkFormulas(schema: Schema): MetadataProblem[] {
  return new FormulaEngine(schema, NO_GLOBALS).problems().map((problem) => {
    const file = fileOf(schema, problem);
    const message = `${problem.object}.${problem.name}: ${problem.message}`;
    return { file, line: lineOf(schema, file, problem), column: 1, message, severity: 'error' };
  });
}

/** The file that declares the field or rule: its own, or that of the object. */
function fileOf(schema: Schema, { object, name }: FormulaProblem): string {
  const { project, namespace } = schema;
  const parts = [...project.of('CustomField'), ...project.of('ValidationRule')];
  const canonical = (text: string) => qualify(namespace, text);
  const own = parts.find(
    (part) => canonical(part.object!) === object && (canonical(part.name) === name || part.name === name),
  );
  const whole = project.of('CustomObject').find((component) => canonical(component.name) === object);
  return own?.file ?? whole?.file ?? schema.source(object)!.file;
}

/** 1-based line of the formula: the first one after the field's or rule's name. */
function lineOf({ namespace }: Schema, file: string, { name }: FormulaProblem): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  const local = namespace && name.startsWith(`${namespace}__`) ? name.slice(namespace.length + 2) : name;
  const named = lines.findIndex((line) => line.includes(`>${local}<`));
  const at = lines.findIndex((line, i) => i >= named && /<(formula|errorConditionFormula)>/.test(line));
  return Math.max(at, 0) + 1;
}
