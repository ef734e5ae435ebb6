/** System.SObject: dynamic access to records. */
import { ApexExceptionObject, raise } from '../errors.js';
import { hooks } from '../hooks.js';
import { defineClass, lib } from '../registry.js';
import { SObjectFieldToken, SObjectValue, sobjectType, type FieldInfo } from '../sobject.js';
import { OBJECT, STRING, types } from '../types.js';
import { DAY_MS } from '../values/calendar.js';
import { ApexDecimal } from '../values/decimal.js';
import { equals, hashCode } from '../values/equality.js';
import { ApexList } from '../values/list.js';
import { ApexMap } from '../values/map.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexTime } from '../values/scalars.js';
import { exceptionText, text } from '../values/text.js';
import { need } from './args.js';
import { cloneRecord } from './clone.js';
import { requireId } from './id.js';
import { typeOf } from './type-of.js';

type FieldRef = string | SObjectFieldToken;

/** The field that a name or token means on a record's object. */
export function fieldOf(record: SObjectValue, ref: FieldRef): FieldInfo {
  const name = need(ref) instanceof SObjectFieldToken ? (ref as SObjectFieldToken).field.name : (ref as string);
  return (
    record.type.resolveField(name) ?? raise('System.SObjectException', `Invalid field ${name} for ${record.type.name}`)
  );
}

const illegal = (value: unknown, target: string): never =>
  raise('System.SObjectException', `Illegal assignment from ${typeOf(value).name} to ${target}`);

/** A value as the field's type holds it. @throws System.SObjectException `Illegal assignment from String to Decimal` */
export function fieldValue(field: FieldInfo, value: unknown): unknown {
  if (value === null) return null;
  const type = field.apexType;
  switch (type) {
    case 'String':
      return typeof value === 'string' ? value : illegal(value, type);
    case 'Id':
      return typeof value === 'string' ? requireId(value) : illegal(value, type);
    case 'Boolean':
      return typeof value === 'boolean' ? value : illegal(value, type);
    case 'Integer':
      return typeof value === 'number' ? value : (wholeNumber(value) ?? illegal(value, type));
    case 'Long':
      return typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : illegal(value, type);
    case 'Decimal':
      return ApexDecimal.fromNumeric(value) ?? illegal(value, type);
    case 'Double':
      return value instanceof ApexDouble
        ? value
        : new ApexDouble(ApexDecimal.fromNumeric(value)?.toNumber() ?? illegal(value, type));
    case 'Date':
      return value instanceof ApexDate ? value : illegal(value, type);
    case 'Datetime':
      if (value instanceof ApexDate) return new ApexDatetime(value.days * DAY_MS);
      return value instanceof ApexDatetime ? value : illegal(value, type);
    case 'Time':
      return value instanceof ApexTime ? value : illegal(value, type);
    case 'Blob':
      return value instanceof ApexBlob ? value : illegal(value, type);
    default:
      return value;
  }
}

/** Integer fields take a Decimal without decimals. */
function wholeNumber(value: unknown): number | null {
  if (!(value instanceof ApexDecimal) || value.strip().scale > 0) return null;
  return Number(BigInt.asIntN(32, value.toBigInt()));
}

export function getField(record: SObjectValue, ref: FieldRef): unknown {
  // Rows of aggregate queries have aliases instead of fields.
  if (typeof ref === 'string' && record.type.name === 'AggregateResult') return aggregateValue(record, ref);
  return record.read(fieldOf(record, ref).name);
}

function aggregateValue(record: SObjectValue, alias: string): unknown {
  // Empty values are not kept; the query's shape knows all columns.
  const names = record.query ? [...record.query.fields] : Object.keys(record.f);
  const name = names.find((key) => key.toLowerCase() === alias.toLowerCase());
  return name === undefined
    ? raise('System.SObjectException', `Invalid field ${alias} for AggregateResult`)
    : (record.f[name] ?? null);
}

/** Formulas, roll-ups, auto-numbers and the platform's own fields cannot be set; the Id can. */
function isWriteable(field: FieldInfo): boolean {
  if (field.name === 'Id') return true;
  if (field.calculated || field.autoNumber) return false;
  return !field.system || field.createable !== false || field.updateable !== false;
}

export function putField(record: SObjectValue, ref: FieldRef, value: unknown): unknown {
  const field = fieldOf(record, ref);
  if (!isWriteable(field)) {
    raise('System.SObjectException', `Field is not writeable: ${record.type.name}.${field.name}`);
  }
  const before = record.f[field.name] ?? null;
  record.set1(field.name, fieldValue(field, value));
  return before;
}

/** Canonical relationship name of a relationship name or of a reference field's token. */
function relationshipOf(record: SObjectValue, ref: FieldRef): string {
  const field =
    need(ref) instanceof SObjectFieldToken
      ? (ref as SObjectFieldToken).field
      : record.type.resolveRelationship(ref as string);
  const shown = typeof ref === 'string' ? ref : (ref as SObjectFieldToken).field.name;
  return (
    field?.relationshipName ?? raise('System.SObjectException', `Invalid relationship ${shown} for ${record.type.name}`)
  );
}

function getSObjects(record: SObjectValue, name: FieldRef): ApexList | null {
  const wanted = typeof need(name) === 'string' ? (name as string) : (name as SObjectFieldToken).field.name;
  const relation = record.type.resolveChildRelationship(wanted);
  if (!relation?.name)
    return raise('System.SObjectException', `Invalid relationship ${wanted} for ${record.type.name}`);
  const list = record.children(relation.name);
  return list.a.length ? list : null;
}

function addError(record: SObjectValue, ...args: unknown[]): void {
  const onField = args[0] instanceof SObjectFieldToken || (args.length > 1 && typeof args[1] !== 'boolean');
  const field = onField ? fieldOf(record, args[0] as FieldRef).name : null;
  const given = onField ? args[1] : args[0];
  const message = given instanceof ApexExceptionObject ? exceptionText(given) : text(given);
  (record.errors ??= []).push({ message, field, status: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' });
}

function populated(record: SObjectValue): ApexMap {
  const map = new ApexMap(STRING, OBJECT);
  for (const [name, value] of Object.entries(record.f)) {
    if (record.query === null || value !== null) map.put(name, value);
  }
  return map;
}

defineClass('System.SObject', {
  instance: SObjectValue,
  methods: {
    equals,
    hashcode: hashCode,
    tostring: text,
    adderror: addError,
    clear: (self: SObjectValue) => {
      self.f = {};
    },
    clone: (
      self: SObjectValue,
      preserveId = false,
      deep = false,
      preserveTimestamps = false,
      preserveAutonumber = false,
    ) =>
      cloneRecord(self, {
        preserveId: preserveId === true,
        deep: deep === true,
        preserveTimestamps: preserveTimestamps === true,
        preserveAutonumber: preserveAutonumber === true,
      }),
    get: getField,
    getclonesourceid: (self: SObjectValue) => self.cloneSource ?? null,
    geterrors: (self: SObjectValue) => {
      const build = lib('Database.Error').ctor;
      if (!build) throw new Error('Database.Error is not registered');
      const errors = (self.errors ?? []).map((error) =>
        build(error.status, error.message, error.field ? [error.field] : []),
      );
      return new ApexList(types.std('Database.Error'), errors);
    },
    getoptions: (self: SObjectValue) => self.dmlOptions,
    getpopulatedfieldsasmap: populated,
    getsobject: (self: SObjectValue, ref: FieldRef) => self.rel(relationshipOf(self, ref)),
    getsobjects: getSObjects,
    getsobjecttype: (self: SObjectValue) => sobjectType(self.type),
    haserrors: (self: SObjectValue) => (self.errors?.length ?? 0) > 0,
    isclone: (self: SObjectValue) => self.cloneSource !== undefined,
    isset: (self: SObjectValue, ref: FieldRef) => fieldOf(self, ref).name in self.f,
    put: putField,
    putsobject: (self: SObjectValue, ref: FieldRef, value: SObjectValue | null) => {
      const name = relationshipOf(self, ref);
      const before = self.f[name] ?? null;
      self.set1(name, value);
      return before;
    },
    recalculateformulas: (self: SObjectValue) => hooks.records!.recalculateFormulas([self]),
    setoptions: (self: SObjectValue, options: unknown) => {
      self.dmlOptions = options;
    },
  },
});
