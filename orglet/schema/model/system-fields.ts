/** Fields that the platform gives to objects by their kind. */
import type { ObjectDef } from '../metadata/objects.js';
import type { ObjectKind } from '../model.js';
import { standardPicklist } from '../standard/picklist-values.js';
import type { FieldSpec } from './field.js';

const readOnly = { createable: false, updateable: false } as const;
const reference = (name: string, to: readonly string[], rest: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  type: 'REFERENCE',
  length: 18,
  referenceTo: to,
  relationshipName: name.replace(/Id$/, ''),
  ...rest,
});

const ID: FieldSpec = {
  name: 'Id',
  type: 'ID',
  label: 'Record ID',
  length: 18,
  idLookup: true,
  defaultedOnCreate: true,
};
const IS_DELETED: FieldSpec = { name: 'IsDeleted', type: 'BOOLEAN', label: 'Deleted' };
const CREATED: FieldSpec[] = [
  { name: 'CreatedDate', type: 'DATETIME', defaultedOnCreate: true },
  reference('CreatedById', ['User'], { defaultedOnCreate: true }),
];
const AUDIT: FieldSpec[] = [
  ...CREATED,
  { name: 'LastModifiedDate', type: 'DATETIME', defaultedOnCreate: true },
  reference('LastModifiedById', ['User'], { defaultedOnCreate: true }),
  { name: 'SystemModstamp', type: 'DATETIME', defaultedOnCreate: true },
];
const METADATA_TYPE_FIELDS: FieldSpec[] = [
  ID,
  {
    name: 'DeveloperName',
    type: 'STRING',
    label: 'Custom Metadata Record Name',
    length: 40,
    nillable: false,
    ...readOnly,
  },
  { name: 'MasterLabel', type: 'STRING', label: 'Label', length: 40, nillable: false, nameField: true, ...readOnly },
  { name: 'Language', type: 'PICKLIST', label: 'Master Language', length: 40, nillable: false, ...readOnly },
  { name: 'NamespacePrefix', type: 'STRING', length: 15, ...readOnly },
  { name: 'Label', type: 'STRING', length: 40, nillable: false, ...readOnly },
  { name: 'QualifiedApiName', type: 'STRING', length: 70, nillable: false, ...readOnly },
  { name: 'SystemModstamp', type: 'DATETIME', defaultedOnCreate: true },
];

/** The record's name: text or auto-number. */
function nameField(def: ObjectDef | null, length: number): FieldSpec {
  const name = def?.nameField;
  if (name?.type !== 'AutoNumber') {
    return {
      name: 'Name',
      type: 'STRING',
      label: name?.label ?? 'Name',
      length,
      nameField: true,
      idLookup: true,
      nillable: true,
      defaultedOnCreate: true,
      trackHistory: name?.trackHistory,
    };
  }
  return {
    name: 'Name',
    type: 'STRING',
    label: name.label ?? 'Name',
    length: 80,
    nameField: true,
    idLookup: true,
    nillable: false,
    autoNumber: true,
    defaultedOnCreate: true,
    displayFormat: name.displayFormat ?? '{0}',
    startingNumber: name.startingNumber ?? 1,
  };
}

/** System fields of a custom object, in the order describe shows them. */
export function systemFields(
  kind: ObjectKind,
  def: ObjectDef | null,
  facts: { detail: boolean; recordTypes: boolean; tab: boolean },
): FieldSpec[] {
  switch (kind) {
    case 'customMetadata':
      return METADATA_TYPE_FIELDS;
    case 'platformEvent':
      return [
        { name: 'ReplayId', type: 'STRING', length: 255, ...readOnly },
        { name: 'EventUuid', type: 'STRING', length: 36, ...readOnly },
        ...CREATED,
      ];
    case 'bigObject':
      return [ID, ...CREATED];
    case 'customSetting':
      return [
        ID,
        IS_DELETED,
        nameField(def, 38),
        reference('SetupOwnerId', ['Organization', 'Profile', 'User'], {
          relationshipName: 'SetupOwner',
          nillable: false,
        }),
        ...AUDIT,
      ];
    default: {
      const owner = reference('OwnerId', ['Group', 'User'], { defaultedOnCreate: true, nillable: false });
      const fields = [ID, ...(facts.detail ? [] : [owner]), IS_DELETED, nameField(def, 80)];
      if (facts.recordTypes) fields.push(reference('RecordTypeId', ['RecordType'], { label: 'Record Type ID' }));
      fields.push(...AUDIT);
      if (def?.enableActivities) fields.push({ name: 'LastActivityDate', type: 'DATE', ...readOnly });
      if (facts.tab)
        fields.push(
          { name: 'LastViewedDate', type: 'DATETIME', ...readOnly },
          { name: 'LastReferencedDate', type: 'DATETIME', ...readOnly },
        );
      return fields;
    }
  }
}

/** Field by which a share or history row names its record. */
const parentField = (object: string) => (object.endsWith('__c') ? 'ParentId' : `${object}Id`);

export function shareFields(object: string, reasons: readonly string[]): FieldSpec[] {
  const parent = parentField(object);
  const level = object.endsWith('__c') ? 'AccessLevel' : `${object}AccessLevel`;
  const levels = standardPicklist('', 'AccessLevel') ?? [];
  const causes = [
    ...(standardPicklist('', 'RowCause') ?? []),
    ...reasons.map((value) => ({ value, label: value, active: true, default: false, validFor: null, attributes: {} })),
  ];
  const access = (name: string): FieldSpec => ({
    name,
    type: 'PICKLIST',
    length: 40,
    nillable: false,
    picklistValues: levels,
  });
  const also =
    object === 'Account'
      ? ['CaseAccessLevel', 'ContactAccessLevel', 'OpportunityAccessLevel'].map((name) => ({
          ...access(name),
          nillable: true,
        }))
      : [];
  return [
    { ...ID, label: `${object} Share ID` },
    reference(parent, [object], {
      childRelationshipName: 'Shares',
      deleteConstraint: 'Cascade',
      updateable: false,
      nillable: false,
      relationshipName: parent.replace(/Id$/, ''),
    }),
    reference('UserOrGroupId', ['Group', 'User'], { updateable: false, nillable: false }),
    access(level),
    ...also,
    {
      name: 'RowCause',
      type: 'PICKLIST',
      length: 40,
      nillable: true,
      updateable: false,
      picklistValues: causes,
      defaultedOnCreate: true,
    },
    { name: 'LastModifiedDate', type: 'DATETIME', defaultedOnCreate: true },
    reference('LastModifiedById', ['User'], { defaultedOnCreate: true }),
    IS_DELETED,
  ];
}

export function historyFields(object: string): FieldSpec[] {
  const parent = parentField(object);
  return [
    ID,
    IS_DELETED,
    reference(parent, [object], {
      childRelationshipName: 'Histories',
      deleteConstraint: 'Cascade',
      nillable: false,
      ...readOnly,
    }),
    ...CREATED,
    { name: 'Field', type: 'PICKLIST', length: 255, nillable: false, ...readOnly },
    { name: 'DataType', type: 'PICKLIST', length: 40, ...readOnly },
    { name: 'OldValue', type: 'ANYTYPE', length: 255, ...readOnly },
    { name: 'NewValue', type: 'ANYTYPE', length: 255, ...readOnly },
  ];
}

export function feedFields(object: string): FieldSpec[] {
  const count = (name: string): FieldSpec => ({ name, type: 'INTEGER', digits: 9, nillable: false, ...readOnly });
  return [
    ID,
    reference('ParentId', [object], {
      childRelationshipName: 'Feeds',
      deleteConstraint: 'Cascade',
      nillable: false,
      ...readOnly,
    }),
    {
      name: 'Type',
      type: 'PICKLIST',
      length: 40,
      picklistValues: standardPicklist('FeedItem', 'Type') ?? [],
      ...readOnly,
    },
    ...AUDIT,
    IS_DELETED,
    count('CommentCount'),
    count('LikeCount'),
    { name: 'Title', type: 'STRING', length: 255, ...readOnly },
    { name: 'Body', type: 'TEXTAREA', length: 10000, ...readOnly },
    { name: 'LinkUrl', type: 'URL', length: 1000, ...readOnly },
    { name: 'IsRichText', type: 'BOOLEAN', ...readOnly },
    reference('RelatedRecordId', ['ContentVersion'], readOnly),
    reference('InsertedById', ['User'], readOnly),
    reference('BestCommentId', ['FeedComment'], readOnly),
  ];
}

/** A change event carries the fields of its object. */
export function changeEventFields(fields: readonly FieldSpec[]): FieldSpec[] {
  const carried = fields.filter(
    ({ name, calculated }) => !calculated && name !== 'IsDeleted' && name !== 'SystemModstamp',
  );
  return [
    { name: 'ReplayId', type: 'STRING', length: 255, ...readOnly },
    { name: 'ChangeEventHeader', type: 'COMPLEXVALUE', ...readOnly },
    ...carried.map((field) => ({
      ...field,
      childRelationshipName: null,
      nameField: false,
      nillable: true,
      ...readOnly,
    })),
  ];
}
