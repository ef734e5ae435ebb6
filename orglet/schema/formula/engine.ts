/** Evaluates formula fields, validation rules and default values of a project's objects. */
import { ApexDecimal } from '../../runtime/values/decimal.js';
import { ApexDate, ApexDatetime } from '../../runtime/values/scalars.js';
import { DAY_MS } from '../../runtime/values/calendar.js';
import type { FieldInfo, ObjectInfo, ValidationRule } from '../model.js';
import type { Schema } from '../model/schema.js';
import { parseFieldText } from '../values.js';
import { compileFormula, type CompiledFormula } from './compiler.js';
import { FormulaError } from './parser.js';
import { toText } from './functions-text.js';
import { FormulaRuntimeError, type FormulaGlobals, type FormulaRecord, type Run, type Scope } from './types.js';

/** A validation rule that a record breaks. */
export interface RuleViolation {
  readonly rule: string;
  readonly message: string;
  /** Canonical field name, or null for the record. */
  readonly field: string | null;
}

export interface Change {
  readonly record: FormulaRecord;
  /** Null on insert. */
  readonly prior: FormulaRecord | null;
}

/** A formula that does not compile, for `orglet check`. */
export interface FormulaProblem {
  readonly object: string;
  /** Field or rule. */
  readonly name: string;
  readonly message: string;
}

const HUNDRED = new ApexDecimal(100n);
/** Formula fields may refer to one another this deep; deeper is a circle. */
const MAX_DEPTH = 64;

export class FormulaEngine {
  private readonly schema: Schema;
  private readonly globals: FormulaGlobals;
  private readonly compiled = new Map<string, CompiledFormula | FormulaError>();
  private depth = 0;
  private ahead: ReadonlyMap<Run, unknown> | null = null;

  constructor(schema: Schema, globals: FormulaGlobals) {
    this.schema = schema;
    this.globals = globals;
  }

  /**
   * Value of a formula field, of the field's Apex type; null when blank or when the formula fails (`#Error!`).
   * @param field must have a formula
   */
  fieldValue(record: FormulaRecord, field: FieldInfo): unknown {
    const formula = this.fieldFormula(field);
    if (formula instanceof FormulaError || this.depth > MAX_DEPTH) return field.type === 'BOOLEAN' ? false : null;
    this.depth++;
    try {
      return toFieldValue(field, formula.run(this.scope(record, null, false)));
    } catch (error) {
      if (error instanceof FormulaRuntimeError) return field.type === 'BOOLEAN' ? false : null;
      throw error;
    } finally {
      this.depth--;
    }
  }

  /**
   * Stored fields that a formula field reads, through other formula fields too: relationship names, then a field name.
   */
  fieldPaths(field: FieldInfo): readonly (readonly string[])[] {
    return this.storedPaths(field.object, this.readsOf(field), new Set([field]));
  }

  /**
   * Runs work during which a formula field must not read the database, after reading what it needs of the user, the
   * organization, settings and permissions. Null when the field, with the formula fields it refers to, needs none.
   */
  readingAhead(field: FieldInfo): (<T>(work: () => T) => T) | null {
    const reads = this.globalReads(field, new Set());
    if (!reads.length) return null;
    return (work) => {
      const before = this.ahead;
      const scope = this.scope(null, null, false);
      this.ahead = new Map([...(before ?? []), ...reads.map((read) => [read, read(scope)] as const)]);
      try {
        return work();
      } finally {
        this.ahead = before;
      }
    };
  }

  /** The active validation rules that a change breaks, in the order of their declaration. */
  violations({ record, prior }: Change): RuleViolation[] {
    const violations: RuleViolation[] = [];
    for (const rule of record.object.validationRules) {
      if (rule.active && this.breaks(rule, record, prior))
        violations.push({ rule: rule.name, message: rule.errorMessage, field: rule.errorField });
    }
    return violations;
  }

  /** What the active validation rules read of their record. */
  rulePaths(object: ObjectInfo): readonly (readonly string[])[] {
    return object.validationRules.flatMap((rule) => {
      const formula = rule.active ? this.ruleFormula(object, rule) : null;
      return formula === null || formula instanceof FormulaError
        ? []
        : this.storedPaths(object, formula.paths, new Set());
    });
  }

  /** Default value of a field for a new record; undefined when the field has none. */
  defaultValue(field: FieldInfo): unknown {
    const fromPicklist = field.picklistValues.find((value) => value.default && value.active);
    if (field.defaultValueFormula === null) return fromPicklist?.value;
    const formula = this.compile(`default:${field.object.name}.${field.name}`, null, field.defaultValueFormula, false);
    // Custom settings and metadata types keep default texts without quotes.
    if (formula instanceof FormulaError) return parseFieldText(field, field.defaultValueFormula);
    try {
      return toFieldValue(field, formula.run(this.scope(null, null, true)));
    } catch (error) {
      if (error instanceof FormulaRuntimeError) return null;
      throw error;
    }
  }

  /** Evaluates any formula over a record; the result is a formula value, numbers as Decimal. @throws FormulaError */
  evaluate(source: string, record: FormulaRecord | null, object: ObjectInfo | null = record?.object ?? null): unknown {
    const formula = this.compile(`text:${object?.name ?? ''}:${source}`, object, source, false);
    if (formula instanceof FormulaError) throw formula;
    return formula.run(this.scope(record, null, false));
  }

  /** Compiles any formula over an object, which need not be one of the schema. @throws FormulaError */
  prepare(source: string, object: ObjectInfo, blankAsZero: boolean) {
    const formulaField = (record: FormulaRecord, field: FieldInfo) => this.fieldValue(record, field);
    const { type, paths, run } = compileFormula({ schema: this.schema, object, blankAsZero, formulaField }, source);
    return { type, paths, run: (record: FormulaRecord) => run(this.scope(record, null, false)) };
  }

  /** All formulas of the project's objects that do not compile. */
  problems(): FormulaProblem[] {
    const problems: FormulaProblem[] = [];
    for (const name of this.schema.projectObjectNames()) {
      const object = this.schema.object(name)!;
      const report = (part: string, formula: CompiledFormula | FormulaError) => {
        if (formula instanceof FormulaError) problems.push({ object: name, name: part, message: formula.message });
      };
      for (const field of object.fields.values())
        if (field.formula !== null) report(field.name, this.fieldFormula(field));
      for (const rule of object.validationRules) report(rule.name, this.ruleFormula(object, rule));
    }
    return problems;
  }

  private globalReads(field: FieldInfo, seen: Set<FieldInfo>): readonly Run[] {
    if (seen.has(field)) return [];
    seen.add(field);
    const formula = this.fieldFormula(field);
    if (formula instanceof FormulaError) return [];
    const inner = formula.paths.flatMap((path) => {
      const read = this.schema.fieldAt(field.object, path);
      return read && read.formula !== null ? this.globalReads(read, seen) : [];
    });
    return [...formula.globalReads, ...inner];
  }

  private readsOf(field: FieldInfo): readonly (readonly string[])[] {
    const formula = this.fieldFormula(field);
    return formula instanceof FormulaError ? [] : formula.paths;
  }

  /** Replaces formula fields at the ends of paths by what they read. */
  private storedPaths(
    object: ObjectInfo,
    paths: readonly (readonly string[])[],
    seen: Set<FieldInfo>,
  ): (readonly string[])[] {
    return paths.flatMap((path) => {
      const field = this.schema.fieldAt(object, path);
      if (!field || field.formula === null) return [path];
      if (seen.has(field)) return [];
      const inner = this.storedPaths(field.object, this.readsOf(field), new Set([...seen, field]));
      return inner.map((rest) => [...path.slice(0, -1), ...rest]);
    });
  }

  private breaks(rule: ValidationRule, record: FormulaRecord, prior: FormulaRecord | null): boolean {
    const formula = this.ruleFormula(record.object, rule);
    if (formula instanceof FormulaError) return false; // reported by `problems`
    try {
      return formula.run(this.scope(record, prior, prior === null)) === true;
    } catch (error) {
      if (error instanceof FormulaRuntimeError) return false;
      throw error;
    }
  }

  private fieldFormula(field: FieldInfo): CompiledFormula | FormulaError {
    return this.compile(
      `field:${field.object.name}.${field.name}`,
      field.object,
      field.formula!,
      !field.formulaBlankAsBlank,
    );
  }

  private ruleFormula(object: ObjectInfo, rule: ValidationRule): CompiledFormula | FormulaError {
    return this.compile(`rule:${object.name}.${rule.name}`, object, rule.formula, false);
  }

  private compile(
    key: string,
    object: ObjectInfo | null,
    source: string,
    blankAsZero: boolean,
  ): CompiledFormula | FormulaError {
    let formula = this.compiled.get(key);
    if (!formula) {
      try {
        const formulaField = (record: FormulaRecord, field: FieldInfo) => this.fieldValue(record, field);
        formula = compileFormula({ schema: this.schema, object, blankAsZero, formulaField }, source);
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        formula = error;
      }
      this.compiled.set(key, formula);
    }
    return formula;
  }

  private scope(record: FormulaRecord | null, prior: FormulaRecord | null, isNew: boolean): Scope {
    return { record, prior, isNew, globals: this.globals, ahead: this.ahead };
  }
}

/** A formula's result as the field holds it: rounded to its scale, blank text as null. */
export function toFieldValue(field: FieldInfo, value: unknown): unknown {
  if (field.type === 'BOOLEAN') return value === true;
  if (value === null || value === '') return null;
  switch (field.apexType) {
    case 'Decimal':
    case 'Double': {
      const number = ApexDecimal.fromNumeric(value);
      if (number === null) return null;
      return (field.type === 'PERCENT' ? number.multiply(HUNDRED) : number).setScale(field.scale, 'HALF_UP');
    }
    case 'Integer':
      return Number(ApexDecimal.fromNumeric(value)?.toBigInt() ?? 0n) | 0;
    case 'Date':
      return value instanceof ApexDatetime ? new ApexDate(Math.floor(value.ms / DAY_MS)) : value;
    case 'Datetime':
      return value instanceof ApexDate ? new ApexDatetime(value.days * DAY_MS) : value;
    case 'String':
    case 'Id':
      return toText(value).slice(0, field.length || undefined);
    default:
      return value;
  }
}
