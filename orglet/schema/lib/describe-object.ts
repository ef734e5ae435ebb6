/** Schema.SObjectType, Schema.DescribeSObjectResult, record types, child relationships and field sets. */
import { hooks } from '../../runtime/hooks.js';
import { constantOf, defineEnum } from '../../runtime/lib/enums.js';
import { defineClass } from '../../runtime/registry.js';
import { SObjectTypeToken, SObjectValue, sobjectField, sobjectType } from '../../runtime/sobject.js';
import { ID, STRING, types } from '../../runtime/types.js';
import { equals, hashCode } from '../../runtime/values/equality.js';
import { ApexList } from '../../runtime/values/list.js';
import { ApexMap } from '../../runtime/values/map.js';
import type { ChildRelationship, FieldInfo, FieldSetInfo, ObjectInfo, RecordTypeInfo } from '../model.js';
import { localName } from '../names.js';
import { describeAccess } from './access.js';
import { modelObject, schema } from './current.js';
import { Describe, describeClass, memoized } from './describe-class.js';
import { displayType } from './describe-field.js';
import { SchemaMap } from './schema-map.js';

defineEnum('Schema.SObjectDescribeOptions', ['DEFAULT', 'DEFERRED', 'FULL']);

export class DescribeSObjectResult extends Describe<ObjectInfo> {}
class SObjectTypeFields extends Describe<ObjectInfo> {}
class SObjectTypeFieldSets extends Describe<ObjectInfo> {}
class FieldSet extends Describe<FieldSetInfo> {}
class FieldSetMember extends Describe<{ path: string; required: boolean; field: FieldInfo | null }> {}
class RecordTypeResult extends Describe<{ type: RecordTypeInfo; object: ObjectInfo }> {}
class ChildRelationshipResult extends Describe<ChildRelationship> {}

export const describeObject = memoized((object: ObjectInfo) => new DescribeSObjectResult(object));
const fieldsOf = memoized((object: ObjectInfo) => new SObjectTypeFields(object));
const fieldSetsOf = memoized((object: ObjectInfo) => new SObjectTypeFieldSets(object));
const fieldSet = memoized((set: FieldSetInfo) => new FieldSet(set));
const recordTypesOf = memoized((object: ObjectInfo) =>
  object.recordTypes.map((type) => new RecordTypeResult({ type, object })),
);
const childrenOf = memoized((object: ObjectInfo) =>
  object.childRelationships.map((child) => new ChildRelationshipResult(child)),
);

const RECORD_TYPE = types.std('Schema.RecordTypeInfo');

function recordTypesBy(object: ObjectInfo, key: (type: RecordTypeInfo) => string, keyType = STRING): ApexMap {
  const map = new ApexMap(keyType, RECORD_TYPE);
  for (const result of recordTypesOf(object)) map.put(key(result.about.type), result);
  return map;
}

const objectAccess = (object: ObjectInfo) => describeAccess().object(object);

describeClass<ObjectInfo>(
  'Schema.DescribeSObjectResult',
  DescribeSObjectResult,
  {
    associateEntityType: (object) =>
      object.associatedObject === null ? null : object.kind[0]!.toUpperCase() + object.kind.slice(1),
    associateParentEntity: (object) => object.associatedObject,
    childRelationships: (object) => new ApexList(types.std('Schema.ChildRelationship'), [...childrenOf(object)]),
    dataTranslationEnabled: () => null,
    defaultImplementation: () => null,
    fields: fieldsOf,
    fieldSets: fieldSetsOf,
    hasSubtypes: () => false,
    implementedBy: () => null,
    implementsInterfaces: () => null,
    isInterface: () => false,
    isSubtype: () => false,
    keyPrefix: (object) => object.keyPrefix,
    label: (object) => object.label,
    labelPlural: (object) => object.pluralLabel,
    localName: (object) => localName(object.name),
    name: (object) => object.name,
    recordTypeInfos: (object) => new ApexList(RECORD_TYPE, [...recordTypesOf(object)]),
    recordTypeInfosByDeveloperName: (object) => recordTypesBy(object, (type) => type.developerName),
    recordTypeInfosById: (object) => recordTypesBy(object, (type) => type.id, ID),
    recordTypeInfosByName: (object) => recordTypesBy(object, (type) => type.label),
    sObjectDescribeOption: () => constantOf('Schema.SObjectDescribeOptions', 'DEFAULT'),
    sObjectType: (object) => sobjectType(object),
  },
  {
    accessible: (object) => objectAccess(object).read,
    createable: (object) => object.createable && objectAccess(object).create,
    custom: (object) => object.custom,
    customSetting: (object) => object.customSettingsType !== null,
    deletable: (object) => object.deletable && objectAccess(object).delete,
    deprecatedAndHidden: () => false,
    feedEnabled: (object) => object.feedEnabled,
    mergeable: (object) => object.mergeable && objectAccess(object).delete,
    mruEnabled: (object) => object.layoutable,
    queryable: (object) => object.queryable && objectAccess(object).read,
    searchable: (object) => object.searchable && objectAccess(object).read,
    undeletable: (object) => object.undeletable && objectAccess(object).delete,
    updateable: (object) => object.updateable && objectAccess(object).edit,
  },
);

function fieldMap(object: ObjectInfo): SchemaMap {
  const map = new SchemaMap(types.std('Schema.SObjectField'), schema().namespace);
  for (const field of object.fields.values()) map.put(field.name, sobjectField(object, field));
  return map;
}
defineClass('Schema.SObjectTypeFields', {
  instance: SObjectTypeFields,
  methods: { getmap: (self: SObjectTypeFields) => fieldMap(self.about) },
});

function fieldSetMap(object: ObjectInfo): SchemaMap {
  const map = new SchemaMap(types.std('Schema.FieldSet'), schema().namespace);
  for (const set of object.fieldSets) map.put(set.name, fieldSet(set));
  return map;
}
defineClass('Schema.SObjectTypeFieldSets', {
  instance: SObjectTypeFieldSets,
  methods: {
    getmap: (self: SObjectTypeFieldSets) => fieldSetMap(self.about),
    /** `Schema.SObjectType.Account.fieldSets.Name`, which the compiler has checked. */
    get: (self: SObjectTypeFieldSets, name: string) => {
      const found = self.about.resolveFieldSet(name);
      return found && fieldSet(found);
    },
  },
});

const members = memoized((set: FieldSetInfo) =>
  set.members.map(
    (member) => new FieldSetMember({ ...member, field: schema().fieldAt(set.object, member.path.split('.')) }),
  ),
);

describeClass<FieldSetInfo>('Schema.FieldSet', FieldSet, {
  description: (set) => set.description,
  fields: (set) => new ApexList(types.std('Schema.FieldSetMember'), [...members(set)]),
  label: (set) => set.label,
  name: (set) => set.name,
  nameSpace: (set) => set.namespace || null,
  sObjectType: (set) => sobjectType(set.object),
});

describeClass<FieldSetMember['about']>('Schema.FieldSetMember', FieldSetMember, {
  dbRequired: ({ field }) =>
    field !== null && !field.nillable && field.createable && field.type !== 'BOOLEAN' && !field.defaultedOnCreate,
  fieldPath: ({ path }) => path,
  label: ({ field, path }) => field?.label ?? path,
  required: ({ required }) => required,
  sObjectField: ({ field }) => field && sobjectField(field.object, field),
  type: ({ field }) => field && displayType(field.type),
});

const typeAccess = ({ object, type }: RecordTypeResult['about']) => describeAccess().recordType(object, type);
describeClass<RecordTypeResult['about']>(
  'Schema.RecordTypeInfo',
  RecordTypeResult,
  {
    developerName: ({ type }) => type.developerName,
    name: ({ type }) => type.label,
    recordTypeId: ({ type }) => type.id,
  },
  {
    active: ({ type }) => type.active,
    available: (about) => typeAccess(about).available,
    defaultRecordTypeMapping: (about) => typeAccess(about).default,
    master: ({ type }) => type.master,
  },
);

describeClass<ChildRelationship>(
  'Schema.ChildRelationship',
  ChildRelationshipResult,
  {
    childSObject: (child) => sobjectType(child.childObject),
    field: (child) => sobjectField(child.childObject, child.field),
    junctionIdListNames: () => new ApexList(STRING),
    junctionReferenceTo: () => new ApexList(types.std('Schema.SObjectType')),
    relationshipName: (child) => child.name,
  },
  {
    cascadeDelete: (child) => child.cascadeDelete,
    deprecatedAndHidden: () => false,
    restrictedDelete: (child) => child.restrictedDelete,
  },
);

/** `newSObject()`, `newSObject(id)`, `newSObject(recordTypeId, loadDefaults)`. */
function newSObject({ object }: SObjectTypeToken, id: string | null = null, loadDefaults = false): SObjectValue {
  const record = new SObjectValue(object, loadDefaults === true ? { ...hooks.records?.defaults(object) } : {});
  if (id === null) return record;
  const isRecordType = id.startsWith('012') && modelObject(object).resolveField('RecordTypeId') !== null;
  record.f[isRecordType ? 'RecordTypeId' : 'Id'] = id;
  return record;
}

defineClass('Schema.SObjectType', {
  instance: SObjectTypeToken,
  methods: {
    equals,
    hashcode: hashCode,
    getdescribe: (self: SObjectTypeToken) => describeObject(modelObject(self.object)),
    newsobject: newSObject,
    tostring: (self: SObjectTypeToken) => self.object.name,
  },
});
