/** Formula trees → JavaScript closures. Compiled once per formula, run per record. */
import { ApexDecimal } from '../../runtime/values/decimal.js';
import type { FieldInfo, ObjectInfo } from '../model.js';
import type { Schema } from '../model/schema.js';
import { parseFieldText } from '../values.js';
import { binary } from './operators.js';
import { findFunction, requireType, type FunctionCompiler } from './functions.js';
import './functions-date.js';
import './functions-logic.js';
import './functions-number.js';
import './functions-text.js';
import { FormulaError, parseFormula, type FormulaNode } from './parser.js';
import type { Expression, FormulaRecord, FormulaType, Run, Scope } from './types.js';

export interface CompileContext {
  readonly schema: Schema;
  /** The object whose fields the formula names; null for formulas without a record. */
  readonly object: ObjectInfo | null;
  /** Blank numbers count as zero (the default of formula fields) or stay blank. */
  readonly blankAsZero: boolean;
  /** Value of a formula field of a record. */
  formulaField(record: FormulaRecord, field: FieldInfo, scope: Scope): unknown;
}

export interface CompiledFormula {
  readonly type: FormulaType;
  readonly run: Run;
  /** What the formula reads of the record: canonical relationship names, then a field name. */
  readonly paths: readonly (readonly string[])[];
  /** What the formula reads of the database besides the record: of the user, the organization, settings, permissions. */
  readonly globalReads: readonly Run[];
}

/** @throws FormulaError */
export function compileFormula(context: CompileContext, source: string): CompiledFormula {
  const compiler = new Compiler(context);
  const { type, run } = compiler.compile(parseFormula(source));
  return { type, run, paths: compiler.paths, globalReads: compiler.globalReads };
}

const HUNDRED = new ApexDecimal(100n);

const TYPES: Partial<Record<FieldInfo['type'], FormulaType>> = {
  BOOLEAN: 'Boolean',
  CURRENCY: 'Number',
  DATE: 'Date',
  DATETIME: 'Datetime',
  DOUBLE: 'Number',
  INTEGER: 'Number',
  LONG: 'Number',
  LOCATION: 'Location',
  PERCENT: 'Number',
  TIME: 'Time',
  ANYTYPE: 'Any',
  ADDRESS: 'Any',
};

/** Type that a field has in formulas. */
export const formulaTypeOf = (field: FieldInfo): FormulaType => TYPES[field.type] ?? 'Text';

const constant = (type: FormulaType, value: unknown) => ({ type, run: () => value });

/** A field's value as formulas see it: numbers as Decimal, percentages as fractions, Ids with 15 characters. */
function reader(field: FieldInfo, blankAsZero: boolean): (value: unknown) => unknown {
  const type = formulaTypeOf(field);
  const blank = blankAsZero && type === 'Number' ? ApexDecimal.ZERO : null;
  if (type === 'Number') {
    const percent = field.type === 'PERCENT';
    return (value) => {
      const number = ApexDecimal.fromNumeric(value);
      return number === null ? blank : percent ? number.quotient(HUNDRED) : number;
    };
  }
  if (type === 'Boolean') return (value) => value === true;
  if (field.apexType === 'Id') return (value) => (typeof value === 'string' ? value.slice(0, 15) : '');
  return type === 'Text' ? (value) => value ?? '' : (value) => value ?? null;
}

type Get = (scope: Scope) => FormulaRecord | null;

class Compiler implements FunctionCompiler {
  readonly paths: string[][] = [];
  readonly globalReads: Run[] = [];
  private readonly context: CompileContext;

  constructor(context: CompileContext) {
    this.context = context;
  }

  compile(node: FormulaNode): Expression {
    if (node.kind === 'name') return { ...this.name(node.path, node.at), node };
    return { ...this.simple(node), node, field: null, prior: null };
  }

  private simple(node: Exclude<FormulaNode, { kind: 'name' }>): { type: FormulaType; run: Run } {
    switch (node.kind) {
      case 'number':
        return constant('Number', ApexDecimal.parse(node.value));
      case 'text':
        return constant('Text', node.value);
      case 'boolean':
        return constant('Boolean', node.value);
      case 'null':
        return constant('Null', null);
      case 'unary':
        return this.unary(node);
      case 'binary':
        return binary(node.op, this.compile(node.left), this.compile(node.right), node.at);
      case 'call':
        return this.call(node);
    }
  }

  private unary({ op, operand, at }: FormulaNode & { kind: 'unary' }): { type: FormulaType; run: Run } {
    const inner = this.compile(operand);
    requireType(op, inner, op === '!' ? 'Boolean' : 'Number', at);
    if (op === '!') return { type: 'Boolean', run: (scope) => inner.run(scope) !== true };
    if (op === '+') return inner;
    return { type: 'Number', run: (scope) => (inner.run(scope) as ApexDecimal | null)?.negate() ?? null };
  }

  private call(node: FormulaNode & { kind: 'call' }): { type: FormulaType; run: Run } {
    const definition = findFunction(node.name);
    if (!definition) throw new FormulaError(`Unknown function ${node.name}. Check spelling`, node.at);
    const { min, max } = definition;
    if (node.args.length < min || node.args.length > max) {
      const expected = min === max ? String(min) : `${min} to ${max}`;
      throw new FormulaError(
        `Incorrect number of parameters for function '${node.name}()'. Expected ${expected}, received ${node.args.length}`,
        node.at,
      );
    }
    const args = definition.raw ? [] : node.args.map((arg) => this.compile(arg));
    return definition.build(this, args, node);
  }

  fieldToken(node: FormulaNode): { object: ObjectInfo; field: FieldInfo } {
    if (node.kind !== 'name') throw new FormulaError('A field is expected here', node.at);
    const path = node.path[0]?.toUpperCase() === '$OBJECTTYPE' ? [node.path[1]!, node.path[3] ?? ''] : node.path;
    const object = this.context.schema.resolveObject(path[0] ?? '');
    const field = object?.resolveField(path[1] ?? '');
    if (!object || !field)
      throw new FormulaError(`Field ${node.path.join('.')} does not exist. Check spelling`, node.at);
    return { object, field };
  }

  private name(path: readonly string[], at: number): Omit<Expression, 'node'> {
    if (path[0]!.startsWith('$')) return this.global(path, at);
    if (!this.context.object) throw new FormulaError(`Field ${path.join('.')} does not exist. Check spelling`, at);
    return this.field(
      this.context.object,
      (scope) => scope.record,
      path,
      at,
      path.length === 1 ? (scope) => scope.prior : null,
    );
  }

  /** A path of relationships and a field, from a record that `start` gives. */
  private field(
    object: ObjectInfo,
    start: Get,
    path: readonly string[],
    at: number,
    prior: Get | null,
    record = true,
  ): Omit<Expression, 'node'> {
    let [current, get] = [object, start];
    const canonical: string[] = [];
    for (const step of path.slice(0, -1)) {
      const [relationship, targetName] = step.split(':') as [string, string?];
      const reference = current.resolveRelationship(relationship);
      if (!reference) throw new FormulaError(`Field ${path.join('.')} does not exist. Check spelling`, at);
      const before = get;
      get = (scope) => before(scope)?.parent(reference) ?? null;
      canonical.push(reference.relationshipName!);
      current = this.target(reference, targetName, path, at);
    }
    const name = path[path.length - 1]!;
    const field = current.resolveField(name);
    if (!field) throw new FormulaError(`Field ${path.join('.')} does not exist. Check spelling`, at);
    if (record) this.paths.push([...canonical, field.name]);
    return { type: formulaTypeOf(field), run: this.read(field, get), field, prior: prior && this.read(field, prior) };
  }

  /** Object of a parent: the one named after a colon, else the only or the most personal target. */
  private target(reference: FieldInfo, named: string | undefined, path: readonly string[], at: number): ObjectInfo {
    const targets = reference.referenceTo;
    const name = named ?? (targets.includes('User') ? 'User' : targets[0]);
    const object = name === undefined ? null : this.context.schema.resolveObject(name);
    if (!object) throw new FormulaError(`Field ${path.join('.')} does not exist. Check spelling`, at);
    return object;
  }

  private read(field: FieldInfo, get: Get): Run {
    const convert = reader(field, this.context.blankAsZero);
    const { formulaField } = this.context;
    const { name } = field;
    if (field.formula === null) return (scope) => convert(get(scope)?.field(name) ?? null);
    return (scope) => {
      const record = get(scope);
      return convert(record === null ? null : formulaField(record, field, scope));
    };
  }

  /** `$User.Email`, `$Setup.Prefs__c.Limit__c`, `$Label.Hello`, … */
  private global(path: readonly string[], at: number): Omit<Expression, 'node'> {
    const [head, ...rest] = path as [string, ...string[]];
    const { schema } = this.context;
    const unknown = () => new FormulaError(`Field ${path.join('.')} does not exist. Check spelling`, at);
    const on = (object: string, get: Get, names: readonly string[] = rest) => {
      const info = schema.resolveObject(object);
      if (!info || names.length === 0) throw unknown();
      return this.field(info, get, names, at, null, false);
    };
    const stored = (object: string, get: Get, names?: readonly string[]) => this.readAhead(on(object, get, names));
    const plain = (type: FormulaType, run: Run) => ({ type, run, field: null, prior: null });
    const viaUser = (relationship: string): Get => {
      const reference = schema.resolveObject('User')!.resolveRelationship(relationship)!;
      return ({ globals }) => globals.user()?.parent(reference) ?? null;
    };
    switch (head.toUpperCase()) {
      case '$USER':
        return stored('User', ({ globals }) => globals.user());
      case '$PROFILE':
        return stored('Profile', viaUser('Profile'));
      case '$USERROLE':
        return stored('UserRole', viaUser('UserRole'));
      case '$ORGANIZATION':
        return stored('Organization', ({ globals }) => globals.organization());
      case '$RECORDTYPE': {
        const reference = this.context.object?.resolveRelationship('RecordType');
        if (!reference) throw unknown();
        if (rest[0]) this.paths.push(['RecordType', rest[0]]);
        return on('RecordType', ({ record }) => record?.parent(reference) ?? null);
      }
      case '$RECORD':
        return this.name(rest, at);
      case '$PERMISSION':
        return this.readAhead(plain('Boolean', ({ globals }) => globals.hasPermission(rest[0] ?? '')));
      case '$LABEL': {
        const name = schema.labels.resolve(rest.join('.'));
        if (name === null) throw unknown();
        return plain('Text', ({ globals }) => schema.labels.text(name, globals.language()) ?? '');
      }
      case '$SETUP': {
        const object = schema.resolveObject(rest[0] ?? '');
        if (object?.customSettingsType !== 'Hierarchy') throw unknown();
        return stored(object.name, ({ globals }) => globals.setting(object), rest.slice(1));
      }
      case '$CUSTOMMETADATA':
        return this.customMetadata(rest, unknown);
      case '$SYSTEM':
        if (rest[0]?.toUpperCase() !== 'ORIGINDATETIME') throw unknown();
        return plain('Datetime', () => parseFieldText({ apexType: 'Datetime', scale: 0 }, '1900-01-01T00:00:00Z'));
      case '$API':
        return plain('Text', () => '');
      default:
        throw unknown();
    }
  }

  /** A value that no record decides about: it can be read before the formula runs. */
  private readAhead(value: Omit<Expression, 'node'>): Omit<Expression, 'node'> {
    const { run } = value;
    this.globalReads.push(run);
    return { ...value, run: (scope) => (scope.ahead?.has(run) ? scope.ahead.get(run) : run(scope)) };
  }

  /** `$CustomMetadata.Type__mdt.Record.Field__c`: a constant of the project. */
  private customMetadata(path: readonly string[], unknown: () => FormulaError): Omit<Expression, 'node'> {
    const [typeName = '', recordName = '', fieldName = ''] = path;
    const object = this.context.schema.resolveObject(typeName);
    const field = object?.resolveField(fieldName);
    const row = object?.kind === 'customMetadata' ? this.context.schema.customMetadata.find(object, recordName) : null;
    if (!field || !row) throw unknown();
    const value = reader(field, this.context.blankAsZero)(row[field.name] ?? null);
    return { type: formulaTypeOf(field), run: () => value, field, prior: null };
  }
}
