import { API_VERSION } from '../../../org/json-rows.js';
import type { Org } from '../../../org/org.js';
import type { OrgUser } from '../../../org/types.js';
import type { FieldInfo, ObjectInfo } from '../../../schema/model.js';

/** Id that stands for the master record type. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

const DATA_TYPES: Record<string, string> = {
  STRING: 'String',
  TEXTAREA: 'TextArea',
  BOOLEAN: 'Boolean',
  INTEGER: 'Int',
  DOUBLE: 'Double',
  CURRENCY: 'Currency',
  PERCENT: 'Percent',
  DATE: 'Date',
  DATETIME: 'DateTime',
  TIME: 'Time',
  EMAIL: 'Email',
  PHONE: 'Phone',
  URL: 'Url',
  PICKLIST: 'Picklist',
  MULTIPICKLIST: 'MultiPicklist',
  REFERENCE: 'Reference',
  ID: 'Reference',
  ADDRESS: 'Address',
  LOCATION: 'Location',
  ENCRYPTEDSTRING: 'EncryptedString',
  COMBOBOX: 'ComboBox',
  BASE64: 'Base64',
  LONG: 'Long',
  ANYTYPE: 'AnyType',
};

/** Object metadata for pages. Source: User Interface API Developer Guide, "Object Info". */
export function objectInfo(org: Org, user: OrgUser, object: ObjectInfo): Record<string, unknown> {
  const access = org.objectAccess(user, object);
  const visible = [...object.fields.values()].filter((field) => org.canReadField(user, object, field));
  return {
    apiName: object.name,
    label: object.label,
    labelPlural: object.pluralLabel,
    keyPrefix: object.keyPrefix,
    custom: object.custom,
    queryable: object.queryable && access.read,
    createable: object.createable && access.create,
    updateable: object.updateable && access.edit,
    deletable: object.deletable && access.delete,
    searchable: object.searchable,
    layoutable: object.layoutable,
    feedEnabled: object.feedEnabled,
    mruEnabled: true,
    nameFields: object.nameField ? [object.nameField.name] : [],
    defaultRecordTypeId: MASTER_RECORD_TYPE,
    recordTypeInfos: Object.fromEntries(recordTypes(object)),
    fields: Object.fromEntries(visible.map((field) => [field.name, fieldInfo(org, user, object, field)])),
    childRelationships: object.childRelationships
      .filter((relation) => relation.name)
      .map((relation) => ({
        childObjectApiName: relation.childObject.name,
        fieldName: relation.field.name,
        relationshipName: relation.name,
        junctionIdListNames: [],
        junctionReferenceTo: [],
      })),
    dependentFields: {},
    themeInfo: { color: themeColor(object.name), iconUrl: null },
    eTag: `v${API_VERSION}`,
  };
}

function recordTypes(object: ObjectInfo): [string, Record<string, unknown>][] {
  const own = object.recordTypes.filter((type) => type.active && !type.master);
  const master: [string, Record<string, unknown>] = [
    MASTER_RECORD_TYPE,
    { available: true, defaultRecordTypeMapping: true, master: true, name: 'Master', recordTypeId: MASTER_RECORD_TYPE },
  ];
  return [
    master,
    ...own.map((type): [string, Record<string, unknown>] => [
      type.id,
      { available: true, defaultRecordTypeMapping: false, master: false, name: type.label, recordTypeId: type.id },
    ]),
  ];
}

function fieldInfo(org: Org, user: OrgUser, object: ObjectInfo, field: FieldInfo): Record<string, unknown> {
  const editable = org.canEditField(user, object, field);
  return {
    apiName: field.name,
    label: field.label,
    dataType: DATA_TYPES[field.type] ?? 'String',
    inlineHelpText: field.inlineHelpText,
    required: !field.nillable && !field.defaultedOnCreate && field.createable && field.type !== 'BOOLEAN',
    createable: field.createable && editable,
    updateable: field.updateable && editable,
    length: field.length,
    precision: field.precision,
    scale: field.scale,
    calculated: field.calculated,
    custom: field.custom,
    compound: field.type === 'ADDRESS' || field.type === 'LOCATION',
    compoundFieldName: field.compoundField,
    controllerName: field.controllerName,
    externalId: field.externalId,
    filterable: field.filterable,
    sortable: field.sortable,
    nameField: field.nameField,
    unique: field.unique,
    htmlFormatted: field.htmlFormatted,
    reference: field.type === 'REFERENCE',
    referenceToInfos: field.referenceTo.map((name) => ({
      apiName: name,
      nameFields: [org.schema.object(name)?.nameField?.name ?? 'Name'],
    })),
    relationshipName: field.relationshipName,
    polymorphicForeignKey: field.polymorphic,
    extraTypeInfo: field.type === 'TEXTAREA' ? (field.htmlFormatted ? 'RichTextArea' : 'PlainTextArea') : null,
  };
}

/** Values of a picklist for a record type. */
export function picklistValues(object: ObjectInfo, field: FieldInfo, recordTypeId: string): Record<string, unknown> {
  const type = object.recordTypes.find((candidate) => candidate.id === recordTypeId && !candidate.master);
  const offered = type?.picklistValues[field.name];
  const values = field.picklistValues.filter(
    (value) => value.active && (!offered || offered.some((candidate) => candidate.value === value.value)),
  );
  const controller = field.controllerName ? object.field(field.controllerName) : undefined;
  const controllerValues = Object.fromEntries(
    (controller?.picklistValues ?? []).map((value, index) => [value.value, index]),
  );
  const json = values.map((value) => ({
    attributes: null,
    label: value.label,
    value: value.value,
    validFor: (value.validFor ?? []).map((name) => controllerValues[name]).filter((index) => index !== undefined),
  }));
  const standard = offered?.find((value) => value.default)?.value ?? values.find((value) => value.default)?.value;
  return { controllerValues, defaultValue: json.find((value) => value.value === standard) ?? null, values: json };
}

/** A steady colour for an object's icon. */
function themeColor(name: string): string {
  const palette = ['5867E8', '06A59A', '9050E9', 'DD7A01', '0D9DDA', '3BA755', 'E3066A', '1B96FF'];
  return palette[[...name].reduce((sum, character) => sum + character.charCodeAt(0), 0) % palette.length];
}
