/** Schema.SObjectField, Schema.DescribeFieldResult and what hangs on them. */
import { constantOf, defineEnum } from '../../runtime/lib/enums.js';
import { defineClass } from '../../runtime/registry.js';
import { SObjectFieldToken, sobjectField, sobjectType } from '../../runtime/sobject.js';
import { STRING, types } from '../../runtime/types.js';
import { equals, hashCode } from '../../runtime/values/equality.js';
import { ApexList } from '../../runtime/values/list.js';
import type { DisplayType, FieldInfo, LookupFilter } from '../model.js';
import { localName } from '../names.js';
import type { PicklistValue } from '../picklists.js';
import { describeAccess } from './access.js';
import { schema } from './current.js';
import { Describe, describeClass, memoized } from './describe-class.js';

defineEnum('Schema.DisplayType', [
  'ADDRESS',
  'ANYTYPE',
  'BASE64',
  'BOOLEAN',
  'COMBOBOX',
  'COMPLEXVALUE',
  'CURRENCY',
  'DATACATEGORYGROUPREFERENCE',
  'DATE',
  'DATETIME',
  'DOUBLE',
  'EMAIL',
  'ENCRYPTEDSTRING',
  'ID',
  'INTEGER',
  'JSON',
  'LOCATION',
  'LONG',
  'MULTIPICKLIST',
  'PERCENT',
  'PHONE',
  'PICKLIST',
  'REFERENCE',
  'SOBJECT',
  'STRING',
  'TEXTAREA',
  'TIME',
  'URL',
]);
defineEnum('Schema.SoapType', [
  'ADDRESS',
  'ANYTYPE',
  'BASE64BINARY',
  'BOOLEAN',
  'DATE',
  'DATETIME',
  'DOUBLE',
  'ID',
  'INTEGER',
  'LOCATION',
  'LONG',
  'STRING',
  'TIME',
]);

const SOAP_TYPES: Partial<Record<DisplayType, string>> = {
  ADDRESS: 'ADDRESS',
  ANYTYPE: 'ANYTYPE',
  BASE64: 'BASE64BINARY',
  BOOLEAN: 'BOOLEAN',
  CURRENCY: 'DOUBLE',
  DATE: 'DATE',
  DATETIME: 'DATETIME',
  DOUBLE: 'DOUBLE',
  ID: 'ID',
  INTEGER: 'INTEGER',
  LOCATION: 'LOCATION',
  LONG: 'LONG',
  PERCENT: 'DOUBLE',
  REFERENCE: 'ID',
  TIME: 'TIME',
};
/** UTF-8 bytes that describe counts for a character. */
const BYTES_PER_CHARACTER = 3;

export const displayType = (type: DisplayType) => constantOf('Schema.DisplayType', type);

export class DescribeFieldResult extends Describe<FieldInfo> {}
class PicklistEntry extends Describe<PicklistValue> {
  /** What `JSON.serialize` writes; only there do values of a dependent picklist tell which controlling values they belong to. */
  jsonMembers(): [string, unknown][] {
    const { active, default: isDefault, label, value } = this.about;
    const members: [string, unknown][] = [
      ['active', active],
      ['defaultValue', isDefault],
      ['label', label],
    ];
    const bits = validForBits(this.about);
    return [...members, ...(bits === null ? [] : [['validFor', bits] as [string, unknown]]), ['value', value]];
  }
}

/** Fields of dependent values, which do not know their field themselves. */
const dependentFields = new WeakMap<PicklistValue, FieldInfo>();

/** One bit for each value of the controlling field, the first one highest, in Base64; null without a controlling field. */
function validForBits(entry: PicklistValue): string | null {
  const field = dependentFields.get(entry);
  const controlling = field?.controllerName ? field.object.resolveField(field.controllerName) : null;
  if (!controlling || entry.validFor === null) return null;
  const values = controlling.picklistValues.filter(({ active }) => active);
  const bytes = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach(({ value }, at) => {
    if (entry.validFor!.includes(value)) bytes[at >> 3]! |= 0x80 >> (at & 7);
  });
  return Buffer.from(bytes).toString('base64');
}
class FilteredLookupInfo extends Describe<LookupFilter> {}

export const describeField = memoized((field: FieldInfo) => new DescribeFieldResult(field));
const picklistEntry = memoized((value: PicklistValue) => new PicklistEntry(value));

const token = (field: FieldInfo) => sobjectField(field.object, field);
const controller = (field: FieldInfo) => {
  const found = field.controllerName === null ? null : field.object.resolveField(field.controllerName);
  return found && token(found);
};
const referenceTo = (field: FieldInfo) => {
  const objects = field.referenceTo.map((name) => schema().resolveObject(name)).filter((object) => object !== null);
  return new ApexList(types.std('Schema.SObjectType'), objects.map(sobjectType));
};
/** A constant default; computed ones are only known as formulas. */
const defaultValue = (field: FieldInfo) => {
  if (field.type === 'BOOLEAN') return field.defaultValueFormula?.trim() === 'true';
  return field.picklistValues.find((value) => value.default)?.value ?? null;
};
const readable = (field: FieldInfo) => describeAccess().object(field.object).read && describeAccess().field(field).read;

describeClass<FieldInfo>(
  'Schema.DescribeFieldResult',
  DescribeFieldResult,
  {
    byteLength: (field) => field.length * BYTES_PER_CHARACTER,
    calculatedFormula: (field) => field.formula,
    compoundFieldName: (field) => field.compoundField,
    controller,
    defaultValue,
    defaultValueFormula: (field) =>
      field.type === 'BOOLEAN' && field.defaultValueFormula === 'false' ? null : field.defaultValueFormula,
    digits: (field) => field.digits,
    filteredLookupInfo: (field) => field.lookupFilter && new FilteredLookupInfo(field.lookupFilter),
    inlineHelpText: (field) => field.inlineHelpText,
    label: (field) => field.label,
    length: (field) => field.length,
    localName: (field) => localName(field.name),
    mask: () => null,
    maskType: () => null,
    name: (field) => field.name,
    picklistValues: (field) =>
      new ApexList(
        types.std('Schema.PicklistEntry'),
        field.picklistValues
          .filter((value) => value.active)
          .map((value) => {
            if (value.validFor !== null) dependentFields.set(value, field);
            return picklistEntry(value);
          }),
      ),
    precision: (field) => field.precision,
    referenceTargetField: () => null,
    referenceTo,
    relationshipName: (field) => field.relationshipName,
    relationshipOrder: (field) => field.relationshipOrder,
    scale: (field) => field.scale,
    soapType: (field) => constantOf('Schema.SoapType', SOAP_TYPES[field.type] ?? 'STRING'),
    sobjectField: token,
    sobjectType: (field) => sobjectType(field.object),
    type: (field) => displayType(field.type),
  },
  {
    accessible: readable,
    aggregatable: (field) => field.aggregatable,
    aiPredictionField: () => false,
    autoNumber: (field) => field.autoNumber,
    calculated: (field) => field.calculated,
    cascadeDelete: (field) => field.deleteConstraint === 'Cascade',
    caseSensitive: (field) => field.caseSensitive,
    createable: (field) =>
      field.createable &&
      readable(field) &&
      describeAccess().object(field.object).create &&
      describeAccess().field(field).edit,
    custom: (field) => field.custom,
    defaultedOnCreate: (field) => field.defaultedOnCreate,
    dependentPicklist: (field) => field.controllerName !== null,
    deprecatedAndHidden: () => false,
    displayLocationInDecimal: () => false,
    encrypted: (field) => field.encrypted,
    externalId: (field) => field.externalId,
    filterable: (field) => field.filterable,
    formulaTreatNullNumberAsZero: (field) => field.formula !== null && !field.formulaBlankAsBlank,
    groupable: (field) => field.groupable,
    highScaleNumber: () => false,
    htmlFormatted: (field) => field.htmlFormatted,
    idLookup: (field) => field.idLookup,
    nameField: (field) => field.nameField,
    namePointing: (field) => field.polymorphic,
    nillable: (field) => field.nillable,
    permissionable: (field) => field.permissionable,
    queryByDistance: (field) => field.type === 'LOCATION' || field.type === 'ADDRESS',
    restrictedDelete: (field) => field.deleteConstraint === 'Restrict',
    restrictedPicklist: (field) => field.restrictedPicklist,
    searchPrefilterable: () => false,
    sortable: (field) => field.sortable,
    unique: (field) => field.unique,
    updateable: (field) =>
      field.updateable &&
      readable(field) &&
      describeAccess().object(field.object).edit &&
      describeAccess().field(field).edit,
    writeRequiresMasterRead: (field) => field.writeRequiresMasterRead,
  },
);

describeClass<PicklistValue>(
  'Schema.PicklistEntry',
  PicklistEntry,
  { label: (value) => value.label, value: (value) => value.value },
  { active: (value) => value.active, defaultValue: (value) => value.default },
);

describeClass<LookupFilter>(
  'Schema.FilteredLookupInfo',
  FilteredLookupInfo,
  { controllingFields: () => new ApexList(STRING) },
  { dependent: () => false, optionalFilter: (filter) => filter.optional },
);

defineClass('Schema.SObjectField', {
  instance: SObjectFieldToken,
  methods: {
    equals,
    hashcode: hashCode,
    getdescribe: (self: SObjectFieldToken) => describeField(self.field as FieldInfo),
    tostring: (self: SObjectFieldToken) => self.field.name,
  },
});
