/** Makes fields of the model from what a source states; the rest follows from the type. */
import type { DisplayType, FieldApexType, FieldInfo, ObjectInfo } from '../model.js';
import { isCustomName } from '../names.js';
import { impliedLabel } from '../standard/implied-label.js';

/** What is known of a field before its object exists. */
export type FieldSpec = { name: string; type: DisplayType } & {
  -readonly [
    K in Exclude<keyof FieldInfo, 'object' | 'name' | 'type' | 'apexType' | 'custom' | 'polymorphic'>
  ]?: FieldInfo[K];
};

const APEX_TYPES: Record<DisplayType, FieldApexType> = {
  ADDRESS: 'Address',
  ANYTYPE: 'Object',
  BASE64: 'Blob',
  BOOLEAN: 'Boolean',
  COMBOBOX: 'String',
  COMPLEXVALUE: 'Object',
  CURRENCY: 'Decimal',
  DATACATEGORYGROUPREFERENCE: 'String',
  DATE: 'Date',
  DATETIME: 'Datetime',
  DOUBLE: 'Decimal',
  EMAIL: 'String',
  ENCRYPTEDSTRING: 'String',
  ID: 'Id',
  INTEGER: 'Integer',
  JSON: 'String',
  LOCATION: 'Location',
  LONG: 'Long',
  MULTIPICKLIST: 'String',
  PERCENT: 'Decimal',
  PHONE: 'String',
  PICKLIST: 'String',
  REFERENCE: 'Id',
  STRING: 'String',
  TEXTAREA: 'String',
  TIME: 'Time',
  URL: 'String',
};

const SYSTEM_FIELDS = new Set([
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
]);
const UNFILTERABLE = new Set<DisplayType>(['BASE64', 'JSON', 'COMPLEXVALUE']);
const UNSORTABLE = new Set<DisplayType>([
  'ADDRESS',
  'LOCATION',
  'MULTIPICKLIST',
  'ENCRYPTEDSTRING',
  'BASE64',
  'JSON',
  'COMPLEXVALUE',
  'ANYTYPE',
]);
const UNGROUPABLE = new Set<DisplayType>([...UNSORTABLE, 'CURRENCY', 'DOUBLE', 'PERCENT', 'DATETIME', 'LONG']);
/** Longest text that can be filtered, sorted and grouped. */
const SHORT_TEXT = 255;

/** A field of the model. Built from a spec; immutable by its interface. */
class Field implements FieldInfo {
  declare readonly object: ObjectInfo;
  declare readonly name: string;
  declare readonly label: string;
  declare readonly type: DisplayType;
  inlineHelpText: string | null = null;
  description: string | null = null;
  apexType: FieldApexType = 'String';
  compoundField: string | null = null;
  custom = false;
  length = 0;
  precision = 0;
  scale = 0;
  digits = 0;
  nillable = true;
  createable = true;
  updateable = true;
  permissionable = true;
  defaultedOnCreate = false;
  filterable = true;
  sortable = true;
  groupable = true;
  aggregatable = true;
  unique = false;
  caseSensitive = false;
  externalId = false;
  idLookup = false;
  nameField = false;
  autoNumber = false;
  displayFormat: string | null = null;
  startingNumber = 1;
  calculated = false;
  formula: string | null = null;
  formulaBlankAsBlank = false;
  summary: FieldInfo['summary'] = null;
  defaultValueFormula: string | null = null;
  htmlFormatted = false;
  encrypted = false;
  longText = false;
  system = false;
  trackHistory = false;
  referenceTo: readonly string[] = [];
  relationshipName: string | null = null;
  childRelationshipName: string | null = null;
  childRelationshipLabel: string | null = null;
  masterDetail = false;
  relationshipOrder: number | null = null;
  writeRequiresMasterRead = false;
  reparentable = false;
  deleteConstraint: FieldInfo['deleteConstraint'] = 'SetNull';
  polymorphic = false;
  lookupFilter: FieldInfo['lookupFilter'] = null;
  restrictedPicklist = false;
  controllerName: string | null = null;
  picklistValues: FieldInfo['picklistValues'] = [];
}

const METADATA_ENTITIES = new Set(['EntityDefinition', 'EntityParticle', 'FieldDefinition']);

export function makeField(object: ObjectInfo, spec: FieldSpec): FieldInfo {
  const { name, type } = spec;
  const longText = spec.longText ?? (type === 'TEXTAREA' && (spec.length ?? 0) > SHORT_TEXT);
  const system = spec.system ?? SYSTEM_FIELDS.has(name);
  const calculated = spec.calculated ?? false;
  const writable = !system && !calculated && !spec.autoNumber && type !== 'ADDRESS' && type !== 'LOCATION';
  const derived: Partial<Field> = {
    label: impliedLabel(name),
    apexType: APEX_TYPES[type],
    custom: isCustomName(name),
    longText,
    system,
    createable: writable,
    updateable: writable,
    nillable: type !== 'BOOLEAN' && type !== 'ID' && !system,
    filterable: !longText && !UNFILTERABLE.has(type),
    sortable: !longText && !UNSORTABLE.has(type),
    groupable: !longText && !UNGROUPABLE.has(type),
    aggregatable: !longText && !UNSORTABLE.has(type) && type !== 'BOOLEAN',
    polymorphic: (spec.referenceTo?.length ?? 0) > 1,
    unique: spec.idLookup && name === 'Id',
  };
  const field: Field = Object.assign(new Field(), derived, withoutUndefined(spec));
  (field as { object: ObjectInfo }).object = object;
  // References to metadata such as EntityDefinition hold a name, not an Id.
  if (field.referenceTo.length && field.referenceTo.every((target) => METADATA_ENTITIES.has(target)))
    field.apexType = 'String';
  if (type === 'BOOLEAN' || type === 'ID') field.nillable = false;
  if (type === 'BOOLEAN' && !calculated) {
    field.defaultedOnCreate = true;
    field.defaultValueFormula ??= 'false';
  }
  field.permissionable =
    spec.permissionable ??
    (!system && !field.masterDetail && !field.nameField && (field.nillable || calculated || type === 'BOOLEAN'));
  return field;
}

function withoutUndefined<T extends object>(value: T): T {
  const copy = { ...value };
  for (const key in copy) if (copy[key] === undefined) delete copy[key];
  return copy;
}
