/** Shapes of what makes up an object: CustomObject, CustomField, RecordType and so on. Source: Metadata API Developer Guide. */
import { flag, list, number, optional, text, textOr, texts, type Shaped } from './xml.js';

const valueShape = {
  fullName: textOr(''),
  label: text,
  default: flag(),
  isActive: flag(true),
  // Standard value sets only.
  closed: flag(),
  won: flag(),
  converted: flag(),
  reviewed: flag(),
  cssExposed: flag(),
  highPriority: flag(),
  probability: number,
  forecastCategory: text,
  groupingString: text,
};
export type ValueDef = Shaped<typeof valueShape>;

const valueSetShape = {
  restricted: flag(),
  controllingField: text,
  valueSetName: text,
  valueSetDefinition: optional({ sorted: flag(), value: list(valueShape) }),
  valueSettings: list({ controllingFieldValue: texts, valueName: textOr('') }),
};

/** Format before API 38: values directly in the field. */
const oldPicklistShape = {
  controllingField: text,
  restrictedPicklist: flag(),
  sorted: flag(),
  picklistValues: list({ ...valueShape, controllingFieldValues: texts }),
};

const filterItemShape = { field: textOr(''), operation: textOr('equals'), value: text, valueField: text };

export const fieldShape = {
  fullName: textOr(''),
  label: text,
  type: text,
  length: number,
  precision: number,
  scale: number,
  required: flag(),
  unique: flag(),
  caseSensitive: flag(),
  externalId: flag(),
  defaultValue: text,
  formula: text,
  formulaTreatBlanksAs: text,
  displayFormat: text,
  startingNumber: number,
  description: text,
  inlineHelpText: text,
  referenceTo: texts,
  relationshipName: text,
  relationshipLabel: text,
  relationshipOrder: number,
  deleteConstraint: text,
  reparentableMasterDetail: flag(),
  writeRequiresMasterRead: flag(),
  trackHistory: flag(),
  visibleLines: number,
  displayLocationInDecimal: flag(),
  metadataRelationshipControllingField: text,
  fieldManageability: text,
  summaryForeignKey: text,
  summarizedField: text,
  summaryOperation: text,
  summaryFilterItems: list(filterItemShape),
  lookupFilter: optional({
    active: flag(true),
    booleanFilter: text,
    errorMessage: text,
    infoMessage: text,
    isOptional: flag(),
    filterItems: list(filterItemShape),
  }),
  valueSet: optional(valueSetShape),
  picklist: optional(oldPicklistShape),
  globalPicklist: text,
};
export type FieldDef = Shaped<typeof fieldShape>;

export const recordTypeShape = {
  fullName: textOr(''),
  label: text,
  description: text,
  active: flag(true),
  businessProcess: text,
  compactLayoutAssignment: text,
  picklistValues: list({ picklist: textOr(''), values: list({ fullName: textOr(''), default: flag() }) }),
};
export type RecordTypeDef = Shaped<typeof recordTypeShape>;

export const validationRuleShape = {
  fullName: textOr(''),
  active: flag(),
  description: text,
  errorConditionFormula: textOr(''),
  errorDisplayField: text,
  errorMessage: textOr(''),
};
export type ValidationRuleDef = Shaped<typeof validationRuleShape>;

const fieldSetItemShape = { field: textOr(''), isRequired: flag(), isFieldManaged: flag() };
export const fieldSetShape = {
  fullName: textOr(''),
  label: text,
  description: text,
  displayedFields: list(fieldSetItemShape),
  availableFields: list(fieldSetItemShape),
};
export type FieldSetDef = Shaped<typeof fieldSetShape>;

export const listViewShape = {
  fullName: textOr(''),
  label: text,
  columns: texts,
  filterScope: textOr('Everything'),
  booleanFilter: text,
  filters: list({ field: textOr(''), operation: textOr('equals'), value: text }),
  queue: text,
};
export type ListViewDef = Shaped<typeof listViewShape>;

export const compactLayoutShape = { fullName: textOr(''), label: text, fields: texts };
export type CompactLayoutDef = Shaped<typeof compactLayoutShape>;

export const webLinkShape = {
  fullName: textOr(''),
  masterLabel: text,
  displayType: text,
  linkType: text,
  openType: text,
  url: text,
  page: text,
};
export type WebLinkDef = Shaped<typeof webLinkShape>;

export const businessProcessShape = {
  fullName: textOr(''),
  description: text,
  isActive: flag(true),
  values: list({ fullName: textOr(''), default: flag() }),
};
export type BusinessProcessDef = Shaped<typeof businessProcessShape>;

export const sharingReasonShape = { fullName: textOr(''), label: text };
export type SharingReasonDef = Shaped<typeof sharingReasonShape>;

export const objectShape = {
  fullName: text,
  label: text,
  pluralLabel: text,
  description: text,
  sharingModel: text,
  externalSharingModel: text,
  customSettingsType: text,
  visibility: text,
  publishBehavior: text,
  eventType: text,
  deploymentStatus: text,
  enableHistory: flag(),
  enableFeeds: flag(),
  enableActivities: flag(),
  enableSearch: flag(),
  enableReports: flag(),
  compactLayoutAssignment: text,
  nameField: optional(fieldShape),
  searchLayouts: optional({
    customTabListAdditionalFields: texts,
    excludedStandardButtons: texts,
    searchResultsAdditionalFields: texts,
  }),
  actionOverrides: list({ actionName: textOr(''), content: text, formFactor: text, type: textOr('Default') }),
  fields: list(fieldShape),
  recordTypes: list(recordTypeShape),
  validationRules: list(validationRuleShape),
  fieldSets: list(fieldSetShape),
  listViews: list(listViewShape),
  compactLayouts: list(compactLayoutShape),
  webLinks: list(webLinkShape),
  businessProcesses: list(businessProcessShape),
  sharingReasons: list(sharingReasonShape),
};
export type ObjectDef = Shaped<typeof objectShape>;

export const globalValueSetShape = {
  masterLabel: text,
  description: text,
  sorted: flag(),
  customValue: list(valueShape),
};
export type GlobalValueSetDef = Shaped<typeof globalValueSetShape>;

export const standardValueSetShape = { sorted: flag(), groupingStringEnum: text, standardValue: list(valueShape) };
export type StandardValueSetDef = Shaped<typeof standardValueSetShape>;
