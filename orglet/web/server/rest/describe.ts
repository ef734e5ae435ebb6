import type { Org } from '../../../org/org.js';
import { API_VERSION } from '../../../org/json-rows.js';
import type { OrgUser } from '../../../org/types.js';
import type { FieldInfo, ObjectInfo } from '../../../schema/model.js';
import type { RequestContext } from '../context.js';
import { objectOf } from './records.js';

/** `GET sobjects/{object}/describe`. */
export function describe(context: RequestContext): void {
  const user = context.requireUser();
  context.sendJson(200, describeObject(context.org, user, objectOf(context.org, context.params.object)));
}

/** Describe results of the REST API, as far as the user may see and do. */
export function describeObject(org: Org, user: OrgUser, object: ObjectInfo): Record<string, unknown> {
  return {
    ...summaryOf(org, user, object),
    fields: [...object.fields.values()]
      .filter((field) => org.canReadField(user, object, field))
      .map((field) => describeField(org, user, object, field)),
    childRelationships: object.childRelationships.map((relation) => ({
      childSObject: relation.childObject.name,
      field: relation.field.name,
      relationshipName: relation.name,
      cascadeDelete: relation.cascadeDelete,
      restrictedDelete: relation.restrictedDelete,
    })),
    recordTypeInfos: object.recordTypes.map((type) => ({
      name: type.label,
      developerName: type.developerName,
      recordTypeId: type.id,
      active: type.active,
      available: true,
      defaultRecordTypeMapping: type.master,
      master: type.master,
    })),
  };
}

export function summaryOf(org: Org, user: OrgUser, object: ObjectInfo): Record<string, unknown> {
  const access = org.objectAccess(user, object);
  const base = `/services/data/v${API_VERSION}/sobjects/${object.name}`;
  return {
    name: object.name,
    label: object.label,
    labelPlural: object.pluralLabel,
    keyPrefix: object.keyPrefix,
    custom: object.custom,
    customSetting: object.kind === 'customSetting',
    createable: object.createable && access.create,
    updateable: object.updateable && access.edit,
    deletable: object.deletable && access.delete,
    undeletable: object.undeletable && access.delete,
    queryable: object.queryable && access.read,
    retrieveable: object.queryable && access.read,
    searchable: object.searchable,
    layoutable: object.layoutable,
    mergeable: object.mergeable,
    replicateable: object.queryable,
    triggerable: object.triggerable,
    feedEnabled: object.feedEnabled,
    deprecatedAndHidden: false,
    urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` },
  };
}

function describeField(org: Org, user: OrgUser, object: ObjectInfo, field: FieldInfo): Record<string, unknown> {
  const editable = org.canEditField(user, object, field);
  return {
    name: field.name,
    label: field.label,
    type: field.type.toLowerCase(),
    length: field.length,
    precision: field.precision,
    scale: field.scale,
    digits: field.digits,
    nillable: field.nillable,
    createable: field.createable && editable,
    updateable: field.updateable && editable,
    custom: field.custom,
    calculated: field.calculated,
    calculatedFormula: field.formula,
    autoNumber: field.autoNumber,
    unique: field.unique,
    caseSensitive: field.caseSensitive,
    externalId: field.externalId,
    idLookup: field.idLookup,
    nameField: field.nameField,
    filterable: field.filterable,
    sortable: field.sortable,
    groupable: field.groupable,
    aggregatable: field.aggregatable,
    defaultedOnCreate: field.defaultedOnCreate,
    defaultValueFormula: field.defaultValueFormula,
    htmlFormatted: field.htmlFormatted,
    encrypted: field.encrypted,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    cascadeDelete: field.deleteConstraint === 'Cascade',
    relationshipOrder: field.relationshipOrder,
    polymorphicForeignKey: field.polymorphic,
    restrictedPicklist: field.restrictedPicklist,
    controllerName: field.controllerName,
    compoundFieldName: field.compoundField,
    inlineHelpText: field.inlineHelpText,
    permissionable: field.permissionable,
    picklistValues: field.picklistValues.map((value) => ({ ...value, defaultValue: value.default })),
  };
}
