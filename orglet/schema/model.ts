/**
 * The shape of Orglet's object model: what every other part may know about objects and fields.
 *
 * Names are canonical (full API name, namespace prefix included, spelled as the metadata spells it). Lookups by a name
 * that a person wrote go through the `resolve…` methods, which ignore case and fall back to the project's namespace.
 */
import type { PicklistValue } from './picklists.js';
import type { DuplicateRules } from './duplicate-rules.js';
import type { OrgShape } from './shape.js';

/** Field types as `Schema.DisplayType` names them. */
export type DisplayType =
  | 'ADDRESS'
  | 'ANYTYPE'
  | 'BASE64'
  | 'BOOLEAN'
  | 'COMBOBOX'
  | 'COMPLEXVALUE'
  | 'CURRENCY'
  | 'DATACATEGORYGROUPREFERENCE'
  | 'DATE'
  | 'DATETIME'
  | 'DOUBLE'
  | 'EMAIL'
  | 'ENCRYPTEDSTRING'
  | 'ID'
  | 'INTEGER'
  | 'JSON'
  | 'LOCATION'
  | 'LONG'
  | 'MULTIPICKLIST'
  | 'PERCENT'
  | 'PHONE'
  | 'PICKLIST'
  | 'REFERENCE'
  | 'STRING'
  | 'TEXTAREA'
  | 'TIME'
  | 'URL';

/** Apex type of a field's value. Compound fields have `Address` or `Location`. */
export type FieldApexType =
  | 'Address'
  | 'Blob'
  | 'Boolean'
  | 'Date'
  | 'Datetime'
  | 'Decimal'
  | 'Double'
  | 'Id'
  | 'Integer'
  | 'Location'
  | 'Long'
  | 'Object'
  | 'String'
  | 'Time';

export type ObjectKind =
  | 'standard'
  | 'custom'
  | 'customSetting'
  | 'customMetadata'
  | 'platformEvent'
  | 'bigObject'
  | 'external'
  | 'share'
  | 'history'
  | 'feed'
  | 'changeEvent';

/** Org-wide default of an object, as `CustomObject.sharingModel` spells it. */
export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'FullAccess' | 'ControlledByParent';

/** What happens to the child when its parent is deleted. */
export type DeleteConstraint = 'SetNull' | 'Cascade' | 'Restrict';

/** A roll-up summary: an aggregate over the master-detail children of the record that holds it. */
export interface RollUpSummary {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  /** Canonical name of the child object. */
  readonly childObject: string;
  /** Canonical name of the child's master-detail field. */
  readonly childReference: string;
  /** Canonical name of the aggregated child field; null for count. */
  readonly summarizedField: string | null;
  readonly filters: readonly SummaryFilter[];
}

export interface SummaryFilter {
  readonly field: string;
  /** `equals`, `notEqual`, `lessThan`, `greaterThan`, `lessOrEqual`, `greaterOrEqual`, `contains`, `notContain`, `startsWith`, `includes`, `excludes`. */
  readonly operation: string;
  readonly value: string;
}

export interface LookupFilter {
  readonly active: boolean;
  readonly optional: boolean;
  readonly errorMessage: string | null;
  readonly booleanFilter: string | null;
  readonly items: readonly { field: string; operation: string; value: string | null; valueField: string | null }[];
}

export interface FieldInfo {
  readonly object: ObjectInfo;
  readonly name: string;
  readonly label: string;
  readonly inlineHelpText: string | null;
  readonly description: string | null;
  readonly type: DisplayType;
  readonly apexType: FieldApexType;
  /** Canonical name of the compound field this one is part of (`BillingAddress`, `Name`, `Loc__c`), or null. */
  readonly compoundField: string | null;
  readonly custom: boolean;
  /** Maximum characters of text; 0 for other types. */
  readonly length: number;
  /** All digits of a decimal number; 0 for other types. */
  readonly precision: number;
  /** Digits right of the decimal point; 0 for other types. */
  readonly scale: number;
  /** Most digits of an Integer field; 0 for other types. */
  readonly digits: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  /** Whether FLS can be set on it; required, master-detail and system fields have none. */
  readonly permissionable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly aggregatable: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly nameField: boolean;
  readonly autoNumber: boolean;
  /** Format of an auto-number (`A-{0000}`), or null. */
  readonly displayFormat: string | null;
  readonly startingNumber: number;
  readonly calculated: boolean;
  /** Source of a formula field, or null. */
  readonly formula: string | null;
  /** True when blanks count as blank, false when they count as zero. */
  readonly formulaBlankAsBlank: boolean;
  readonly summary: RollUpSummary | null;
  /** Formula of the default value as the metadata has it (a picklist's default is in `picklistValues`), or null. */
  readonly defaultValueFormula: string | null;
  readonly htmlFormatted: boolean;
  readonly encrypted: boolean;
  /** Long and rich text areas; not filterable. */
  readonly longText: boolean;
  /** Whether the platform owns its value (Id, CreatedDate, …). */
  readonly system: boolean;
  readonly trackHistory: boolean;

  readonly referenceTo: readonly string[];
  /** Name by which SOQL and Apex reach the parent (`Account`, `Parent__r`); null when it is not a reference. */
  readonly relationshipName: string | null;
  /** Name by which the parent reaches its children (`Contacts`, `Items__r`); null when there is none. */
  readonly childRelationshipName: string | null;
  /** Title of the related list on pages of the parent, as the field states it; null for standard fields. */
  readonly childRelationshipLabel: string | null;
  readonly masterDetail: boolean;
  /** 0 for the primary, 1 for the secondary master-detail field; null otherwise. */
  readonly relationshipOrder: number | null;
  readonly writeRequiresMasterRead: boolean;
  readonly reparentable: boolean;
  readonly deleteConstraint: DeleteConstraint;
  readonly polymorphic: boolean;
  readonly lookupFilter: LookupFilter | null;

  readonly picklistValues: readonly PicklistValue[];
  readonly restrictedPicklist: boolean;
  /** Canonical name of the controlling field, or null. */
  readonly controllerName: string | null;
}

/** A parent's view of a reference field that points to it. */
export interface ChildRelationship {
  /** Relationship name (`Contacts`, `Items__r`); null when children cannot be reached by name. */
  readonly name: string | null;
  readonly childObject: ObjectInfo;
  readonly field: FieldInfo;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
}

export interface RecordTypeInfo {
  readonly developerName: string;
  readonly namespace: string;
  readonly label: string;
  readonly description: string | null;
  readonly active: boolean;
  readonly master: boolean;
  /** Whether its accounts are people. */
  readonly personType: boolean;
  /** 18-character Id, stable for a project: derived from object and developer name. */
  readonly id: string;
  /** Picklist values of this record type by canonical field name; a field that is missing offers all values. */
  readonly picklistValues: Readonly<Record<string, readonly { value: string; default: boolean }[]>>;
}

export interface FieldSetInfo {
  readonly object: ObjectInfo;
  readonly name: string;
  readonly namespace: string;
  readonly label: string;
  readonly description: string | null;
  /** Field paths in order (`Name`, `Account.Name`). */
  readonly members: readonly { path: string; required: boolean }[];
}

export interface ValidationRule {
  readonly name: string;
  readonly active: boolean;
  readonly formula: string;
  readonly errorMessage: string;
  /** Canonical name of the field the message stands at, or null for the page. */
  readonly errorField: string | null;
}

export interface ObjectInfo {
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly description: string | null;
  readonly kind: ObjectKind;
  readonly custom: boolean;
  /** Namespace of the object's own API name; empty when it has none. */
  readonly namespace: string;
  /** First three characters of its Ids; null when its records have none of their own. */
  readonly keyPrefix: string | null;
  readonly customSettingsType: 'Hierarchy' | 'List' | null;
  /** `Public`, `Protected` or `PackageProtected` for settings and metadata types. */
  readonly visibility: string;
  /** `PublishImmediately` or `PublishAfterCommit` of an event; null otherwise. */
  readonly publishBehavior: string | null;
  readonly sharingModel: SharingModel;
  readonly externalSharingModel: SharingModel;

  /** By canonical name, in declaration order. */
  readonly fields: ReadonlyMap<string, FieldInfo>;
  /** The field that names a record (`Name`, `CaseNumber`, `Subject`), or null. */
  readonly nameField: FieldInfo | null;
  readonly childRelationships: readonly ChildRelationship[];
  /** Master first. */
  readonly recordTypes: readonly RecordTypeInfo[];
  readonly fieldSets: readonly FieldSetInfo[];
  readonly validationRules: readonly ValidationRule[];

  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly undeletable: boolean;
  readonly mergeable: boolean;
  readonly queryable: boolean;
  readonly searchable: boolean;
  readonly triggerable: boolean;
  readonly layoutable: boolean;
  readonly feedEnabled: boolean;
  readonly trackHistory: boolean;
  /** For `__Share`, `__History`, … the object it belongs to; null otherwise. */
  readonly associatedObject: string | null;

  /** Exact canonical name → field. */
  field(canonicalName: string): FieldInfo | undefined;
  /** A name as written in Apex or SOQL → field; any case, namespace optional. */
  resolveField(name: string): FieldInfo | null;
  /** A parent relationship as written (`account`, `Parent__r`, `Owner`) → the reference field. */
  resolveRelationship(name: string): FieldInfo | null;
  /** A child relationship as written (`Contacts`, `Items__r`). */
  resolveChildRelationship(name: string): ChildRelationship | null;
  resolveFieldSet(name: string): FieldSetInfo | null;
  recordTypeByDeveloperName(name: string): RecordTypeInfo | null;
}

/** The whole model of one project with the standard objects beneath it. */
export interface SchemaModel {
  /** Namespace of the project, empty when it has none. */
  readonly namespace: string;
  /** What the org has besides the standard. */
  readonly shape: OrgShape;
  readonly duplicateRules: DuplicateRules;
  /** Exact canonical name → object. */
  object(canonicalName: string): ObjectInfo | undefined;
  /** A name as written → object; any case, namespace optional. */
  resolveObject(name: string): ObjectInfo | null;
  objectByPrefix(keyPrefix: string): ObjectInfo | null;
  /** Every object, sorted by name. Materialises all of them: for describe, not for lookups. */
  objects(): readonly ObjectInfo[];
  /** Names of all objects without materialising them. */
  objectNames(): readonly string[];
}
