/**
 * `Formula.builder()`: formulas over a record, or over an object of a global class whose properties are records or values.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_formulaeval.htm
 */
import { ApexObject, findClass, type ClassInfo } from '../../runtime/classes.js';
import { raise } from '../../runtime/errors.js';
import { defineEnum } from '../../runtime/lib/enums.js';
import { ApexType } from '../../runtime/lib/type.js';
import { defineClass } from '../../runtime/registry.js';
import { SObjectTypeToken, SObjectValue } from '../../runtime/sobject.js';
import { STRING, type TypeDesc } from '../../runtime/types.js';
import { ApexSet } from '../../runtime/values.js';
import { ApexDecimal } from '../../runtime/values/decimal.js';
import { StandardObject } from '../../runtime/values/object.js';
import { ApexDouble, type ApexEnumValue } from '../../runtime/values/scalars.js';
import { FormulaError } from '../../schema/formula/parser.js';
import { FormulaRuntimeError, type FormulaRecord, type FormulaType } from '../../schema/formula/types.js';
import type { DisplayType, FieldInfo, ObjectInfo } from '../../schema/model.js';
import { makeField } from '../../schema/model/field.js';
import type { PreparedFormula } from '../services.js';
import { database } from './current.js';

defineEnum('FormulaEval.FormulaGlobal', [
  'LABEL',
  'ORGANIZATION',
  'PERMISSION',
  'PROFILE',
  'SETUP',
  'SYSTEM',
  'USER',
  'USERROLE',
]);

interface ReturnKind {
  formula: FormulaType;
  convert(value: unknown): unknown;
}

const decimal = (value: unknown) => ApexDecimal.fromNumeric(value);
const plain = (formula: FormulaType): ReturnKind => ({ formula, convert: (value) => value });
const text: ReturnKind = { formula: 'Text', convert: (value) => (value === '' ? null : value) };
const RETURNS: Record<string, ReturnKind> = {
  BOOLEAN: { formula: 'Boolean', convert: (value) => value === true },
  DATE: plain('Date'),
  DATETIME: plain('Datetime'),
  DECIMAL: { formula: 'Number', convert: decimal },
  DOUBLE: { formula: 'Number', convert: (value) => decimal(value) && new ApexDouble(decimal(value)!.toNumber()) },
  ID: text,
  INTEGER: { formula: 'Number', convert: (value) => decimal(value) && Number(decimal(value)!.toBigInt()) | 0 },
  LONG: { formula: 'Number', convert: (value) => decimal(value)?.toBigInt() ?? null },
  STRING: text,
  TIME: plain('Time'),
};
defineEnum('FormulaEval.FormulaReturnType', Object.keys(RETURNS));

const FIELD_TYPES: Record<string, DisplayType> = {
  Boolean: 'BOOLEAN',
  Date: 'DATE',
  Datetime: 'DATETIME',
  Decimal: 'DOUBLE',
  Double: 'DOUBLE',
  Id: 'ID',
  Integer: 'INTEGER',
  Long: 'LONG',
  String: 'STRING',
  Time: 'TIME',
};

/** A class as formulas see it: an object whose global properties are fields, or parents where they hold records. */
function objectOfClass(info: ClassInfo): ObjectInfo {
  const field = (name: string, record: boolean): FieldInfo | null => {
    const property = info.allFields().find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (!property || property.static || property.access !== 'global') return null;
    const { kind, name: typeName } = property.type;
    if ((kind === 'sobject') !== record) return null;
    const type = record ? 'REFERENCE' : (FIELD_TYPES[typeName] ?? 'ANYTYPE');
    const targets = record ? { referenceTo: [typeName], relationshipName: property.name } : {};
    return makeField(object, { name: property.name, type, ...targets });
  };
  const object = {
    name: info.name,
    resolveField: (name: string) => field(name, false),
    resolveRelationship: (name: string) => field(name, true),
  } as ObjectInfo;
  return object;
}

class InstanceRecord implements FormulaRecord {
  readonly object: ObjectInfo;
  private readonly instance: ApexObject;
  constructor(object: ObjectInfo, instance: ApexObject) {
    this.object = object;
    this.instance = instance;
  }

  field(name: string): unknown {
    return this.instance.classInfo!.findField(name)?.get(this.instance) ?? null;
  }

  parent(reference: FieldInfo): FormulaRecord | null {
    const record = this.field(reference.name);
    return record instanceof SObjectValue ? recordOf(record) : null;
  }
}

function recordOf(record: SObjectValue): FormulaRecord {
  const { services, loader } = database().tools;
  return services.formulas.record(record.type as ObjectInfo, loader.pathReader(record));
}

class FormulaInstance extends StandardObject {
  private readonly formula: PreparedFormula;
  private readonly object: ObjectInfo;
  private readonly type: TypeDesc | null;
  private readonly returns: ReturnKind;
  constructor(formula: PreparedFormula, object: ObjectInfo, type: TypeDesc | null, returns: ReturnKind) {
    super();
    this.formula = formula;
    this.object = object;
    this.type = type;
    this.returns = returns;
  }

  evaluate(context: unknown): unknown {
    try {
      return this.returns.convert(this.formula.run(this.recordFor(context)));
    } catch (error) {
      if (error instanceof FormulaRuntimeError) return raise('System.FormulaEvaluationException', error.message);
      throw error;
    }
  }

  private recordFor(context: unknown): FormulaRecord {
    if (context instanceof SObjectValue && context.type.name === this.object.name) return recordOf(context);
    const supertypes = context instanceof ApexObject ? context.classInfo?.supertypes : null;
    if (this.type && supertypes?.has(this.type.name.toLowerCase()))
      return new InstanceRecord(this.object, context as ApexObject);
    return raise('System.FormulaEvaluationException', `The context is not of the type ${this.object.name}`);
  }

  fields(): ApexSet {
    return new ApexSet(
      STRING,
      this.formula.paths.map((path) => path.join('.')),
    );
  }
}

class FormulaBuilder extends StandardObject {
  source: string | null = null;
  returns: ApexEnumValue | null = null;
  context: ApexType | SObjectTypeToken | null = null;
  template = false;
  nullAsZero = false;

  build(): FormulaInstance {
    const { source, returns, context } = this;
    if (source === null || returns === null || context === null)
      return invalid('A formula needs a return type, a context type and a text');
    const { object, type } = contextOf(context);
    const kind = RETURNS[returns.name]!;
    try {
      const text = this.template ? templateFormula(source) : source;
      const formula = database().tools.services.formulas.prepare(text, object, this.nullAsZero);
      if (![kind.formula, 'Any', 'Null'].includes(formula.type))
        return invalid(
          `Formula result is data type (${formula.type}), incompatible with expected data type (${returns.name})`,
        );
      return new FormulaInstance(formula, object, type, kind);
    } catch (error) {
      if (error instanceof FormulaError) return invalid(error.message);
      throw error;
    }
  }
}

const invalid = (message: string): never => raise('System.FormulaValidationException', message);

function contextOf(context: ApexType | SObjectTypeToken): { object: ObjectInfo; type: TypeDesc | null } {
  if (context instanceof SObjectTypeToken) return { object: context.object as ObjectInfo, type: null };
  const { desc } = context;
  if (desc.kind === 'sobject') return { object: database().schema.object(desc.name)!, type: null };
  const info = findClass(desc.name);
  if (info?.access !== 'global') return invalid(`The type ${desc.name} is not a global class`);
  return { object: objectOfClass(info), type: desc };
}

/** `Dear {!Name},` → `"Dear " & Name & ","`. */
function templateFormula(template: string): string {
  const parts = template.split(/\{!(.*?)\}/s);
  return parts
    .map((part, i) => (i % 2 ? `(${part})` : `"${part.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`))
    .join('&');
}

const set =
  <K extends 'source' | 'returns' | 'context' | 'template' | 'nullAsZero'>(name: K) =>
  (self: FormulaBuilder, value: FormulaBuilder[K]) => {
    self[name] = value;
    return self;
  };

const builder = () => new FormulaBuilder();
defineClass('System.Formula', { statics: { builder } });
defineClass('FormulaEval.FormulaBuilder', {
  instance: FormulaBuilder,
  statics: { builder },
  methods: {
    build: (self: FormulaBuilder) => self.build(),
    parseastemplate: set('template'),
    treatnumericnullaszero: set('nullAsZero'),
    withformula: set('source'),
    // Global variables are always there.
    withglobalvariables: (self: FormulaBuilder) => self,
    withreturntype: set('returns'),
    withtype: set('context'),
  },
});
defineClass('FormulaEval.FormulaInstance', {
  instance: FormulaInstance,
  methods: {
    evaluate: (self: FormulaInstance, context: unknown) => self.evaluate(context),
    getreferencedfields: (self: FormulaInstance) => self.fields(),
  },
});
