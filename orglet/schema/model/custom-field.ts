/** CustomField metadata → fields of the model. */
import type { DisplayType, RollUpSummary } from '../model.js';
import { localName, qualify, relationshipOf } from '../names.js';
import type { FieldDef } from '../metadata/objects.js';
import type { FieldSpec } from './field.js';
import type { ValueSets } from './picklist.js';

export interface FieldContext {
  readonly namespace: string;
  readonly valueSets: ValueSets;
  /** Spec of a field of any object, for the type of roll-up summaries; null when there is none. */
  fieldSpec(object: string, field: string): FieldSpec | null;
}

/** Metadata type → describe type. Types that depend on more are handled in `typeOf`. */
const TYPES: Readonly<Record<string, DisplayType>> = {
  AutoNumber: 'STRING',
  Address: 'ADDRESS',
  Checkbox: 'BOOLEAN',
  Currency: 'CURRENCY',
  Date: 'DATE',
  DateTime: 'DATETIME',
  Email: 'EMAIL',
  EncryptedText: 'ENCRYPTEDSTRING',
  ExternalLookup: 'REFERENCE',
  File: 'REFERENCE',
  Html: 'TEXTAREA',
  Hierarchy: 'REFERENCE',
  IndirectLookup: 'REFERENCE',
  Location: 'LOCATION',
  LongTextArea: 'TEXTAREA',
  Lookup: 'REFERENCE',
  MasterDetail: 'REFERENCE',
  MetadataRelationship: 'REFERENCE',
  MultiselectPicklist: 'MULTIPICKLIST',
  Number: 'DOUBLE',
  Percent: 'PERCENT',
  Phone: 'PHONE',
  Picklist: 'PICKLIST',
  Text: 'STRING',
  TextArea: 'TEXTAREA',
  Time: 'TIME',
  Url: 'URL',
};
const DEFAULT_LENGTHS: Readonly<Record<string, number>> = {
  Email: 80,
  Html: 32768,
  LongTextArea: 32768,
  Phone: 40,
  Picklist: 255,
  MultiselectPicklist: 4099,
  TextArea: 255,
  Url: 255,
  AutoNumber: 30,
  Text: 255,
  EncryptedText: 175,
  Lookup: 18,
  MasterDetail: 18,
  MetadataRelationship: 255,
  Hierarchy: 18,
};
/** A formula whose result holds a link or a picture. */
const MAKES_HTML = /\b(?:HYPERLINK|IMAGE)\s*\(/i;
/** Most characters of a text formula's result. */
const FORMULA_TEXT_LENGTH = 1300;
const DELETE_CONSTRAINTS = { SetNull: 'SetNull', Cascade: 'Cascade', Restrict: 'Restrict' } as const;

/** Whether metadata knows the type; formulas and summaries have further ones. */
export const isFieldType = (type: string): boolean => type in TYPES || type === 'Summary';

/** The specs of a custom field: itself, and the parts of a compound one. */
export function customField(context: FieldContext, name: string, def: FieldDef): FieldSpec[] {
  const type = def.type === 'Summary' ? 'Summary' : (def.type ?? 'Text');
  const spec: FieldSpec = {
    name,
    type: TYPES[type] ?? 'STRING',
    label: def.label ?? undefined,
    inlineHelpText: def.inlineHelpText,
    description: def.description,
    nillable: !def.required,
    unique: def.unique,
    caseSensitive: def.caseSensitive,
    externalId: def.externalId,
    idLookup: def.externalId,
    trackHistory: def.trackHistory,
    length: isText(type) ? (def.length ?? DEFAULT_LENGTHS[type]) : undefined,
    permissionable: def.required ? false : undefined,
  };
  if (TYPES[type] === 'CURRENCY' || TYPES[type] === 'PERCENT' || TYPES[type] === 'DOUBLE') {
    spec.precision = def.precision ?? 18;
    spec.scale = def.scale ?? 2;
  }
  if (def.formula !== null) asFormula(spec, def);
  else if (type === 'Summary') asSummary(context, spec, def);
  else asStored(context, spec, def, type);
  return [spec, ...parts(spec, type, def)];
}

const isText = (type: string) => type in DEFAULT_LENGTHS;

function asFormula(spec: FieldSpec, def: FieldDef): void {
  spec.calculated = true;
  spec.nillable = spec.type !== 'BOOLEAN';
  spec.permissionable = true;
  spec.formula = def.formula;
  spec.formulaBlankAsBlank = def.formulaTreatBlanksAs === 'BlankAsBlank';
  spec.groupable = spec.type === 'STRING' || spec.type === 'BOOLEAN' || spec.type === 'DATE';
  if (spec.type === 'STRING' || spec.type === 'TEXTAREA') {
    spec.length = FORMULA_TEXT_LENGTH;
    // https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm
    spec.htmlFormatted = MAKES_HTML.test(def.formula ?? '');
  }
}

/** `Child__c.Field__c` → canonical names. */
function path(context: FieldContext, text: string): [object: string, field: string] {
  const [object = '', field = ''] = text.split('.');
  return [qualify(context.namespace, object), qualify(context.namespace, field)];
}

function asSummary(context: FieldContext, spec: FieldSpec, def: FieldDef): void {
  const [childObject, childReference] = path(context, def.summaryForeignKey ?? '');
  const operation = (def.summaryOperation ?? 'count') as RollUpSummary['operation'];
  const summarizedField = def.summarizedField ? path(context, def.summarizedField)[1] : null;
  const summarized = summarizedField && operation !== 'count' ? context.fieldSpec(childObject, summarizedField) : null;
  spec.calculated = true;
  spec.nillable = true;
  spec.permissionable = true;
  spec.type = summarized?.type ?? 'DOUBLE';
  spec.precision = summarized ? (summarized.precision ?? 0) : 18;
  spec.scale = summarized?.scale ?? 0;
  spec.summary = {
    operation,
    childObject,
    childReference,
    summarizedField,
    filters: def.summaryFilterItems.map((item) => ({
      field: path(context, item.field)[1],
      operation: item.operation,
      value: item.value ?? '',
    })),
  };
}

function asStored(context: FieldContext, spec: FieldSpec, def: FieldDef, type: string): void {
  if (def.defaultValue !== null) {
    spec.defaultValueFormula = def.defaultValue;
    spec.defaultedOnCreate = true;
  }
  if (type === 'AutoNumber') {
    Object.assign(spec, {
      autoNumber: true,
      nillable: false,
      displayFormat: def.displayFormat ?? '{0}',
      startingNumber: def.startingNumber ?? 1,
      defaultedOnCreate: true,
    });
  }
  if (type === 'Html') spec.htmlFormatted = true;
  if (type === 'Html' || type === 'LongTextArea') spec.longText = true;
  if (type === 'EncryptedText') spec.encrypted = true;
  if (type === 'MultiselectPicklist') spec.longText = false;
  if (spec.type === 'REFERENCE') asReference(context, spec, def, type);
  if (spec.type === 'PICKLIST' || spec.type === 'MULTIPICKLIST') {
    const values = context.valueSets.ofField(def);
    if (!values) return;
    spec.picklistValues = values.values;
    spec.restrictedPicklist = values.restricted;
    spec.controllerName = values.controller === null ? null : qualify(context.namespace, values.controller);
    spec.defaultedOnCreate ||= values.values.some((value) => value.default);
  }
}

function asReference(context: FieldContext, spec: FieldSpec, def: FieldDef, type: string): void {
  const controller = def.metadataRelationshipControllingField;
  if (controller) spec.controllerName = qualify(context.namespace, controller.slice(controller.lastIndexOf('.') + 1));
  spec.referenceTo =
    type === 'Hierarchy' ? ['User'] : def.referenceTo.map((object) => qualify(context.namespace, object));
  spec.relationshipName = relationshipOf(spec.name);
  const children = def.relationshipName;
  spec.childRelationshipName = children ? qualify(context.namespace, `${children}__r`) : null;
  spec.childRelationshipLabel = def.relationshipLabel;
  spec.masterDetail = type === 'MasterDetail';
  if (spec.masterDetail) {
    Object.assign(spec, {
      nillable: false,
      relationshipOrder: def.relationshipOrder ?? 0,
      writeRequiresMasterRead: def.writeRequiresMasterRead,
    });
    Object.assign(spec, {
      reparentable: def.reparentableMasterDetail,
      updateable: def.reparentableMasterDetail,
      deleteConstraint: 'Cascade',
    });
  } else
    spec.deleteConstraint =
      DELETE_CONSTRAINTS[(def.deleteConstraint ?? 'SetNull') as keyof typeof DELETE_CONSTRAINTS] ?? 'SetNull';
  if (def.lookupFilter) {
    const { active, booleanFilter, errorMessage, isOptional, filterItems } = def.lookupFilter;
    spec.lookupFilter = { active, optional: isOptional, errorMessage, booleanFilter, items: filterItems };
  }
}

/** Fields that a compound field is made of. */
function parts(spec: FieldSpec, type: string, def: FieldDef): FieldSpec[] {
  const stem = spec.name.replace(/__c$/, '');
  const part = (name: string, rest: Partial<FieldSpec> & { type: DisplayType }): FieldSpec => ({
    name: `${stem}__${name}__s`,
    label: `${spec.label ?? localName(stem)} (${name})`,
    compoundField: spec.name,
    ...rest,
  });
  if (type === 'Location') {
    const scale = def.scale ?? 6;
    return [
      part('Latitude', { type: 'DOUBLE', precision: scale + 3, scale }),
      part('Longitude', { type: 'DOUBLE', precision: scale + 3, scale }),
    ];
  }
  if (type !== 'Address') return [];
  return [
    part('Street', { type: 'TEXTAREA', length: 255 }),
    part('City', { type: 'STRING', length: 40 }),
    part('PostalCode', { type: 'STRING', length: 20 }),
    part('StateCode', { type: 'PICKLIST', length: 10 }),
    part('CountryCode', { type: 'PICKLIST', length: 10 }),
    part('Latitude', { type: 'DOUBLE', precision: 18, scale: 15 }),
    part('Longitude', { type: 'DOUBLE', precision: 18, scale: 15 }),
    part('GeocodeAccuracy', { type: 'PICKLIST', length: 40 }),
  ];
}
