/** Shapes of what grants access: permission sets, profiles, groups, roles, sharing rules. */
import { flag, list, number, optional, text, textOr, texts, type Shaped } from './xml.js';

const grants = {
  label: text,
  description: text,
  license: text,
  userLicense: text,
  hasActivationRequired: flag(),
  objectPermissions: list({
    object: textOr(''),
    allowCreate: flag(),
    allowRead: flag(),
    allowEdit: flag(),
    allowDelete: flag(),
    viewAllRecords: flag(),
    modifyAllRecords: flag(),
    viewAllFields: flag(),
  }),
  fieldPermissions: list({ field: textOr(''), readable: flag(), editable: flag() }),
  classAccesses: list({ apexClass: textOr(''), enabled: flag() }),
  pageAccesses: list({ apexPage: textOr(''), enabled: flag() }),
  customPermissions: list({ name: textOr(''), enabled: flag() }),
  customMetadataTypeAccesses: list({ name: textOr(''), enabled: flag() }),
  customSettingAccesses: list({ name: textOr(''), enabled: flag() }),
  userPermissions: list({ name: textOr(''), enabled: flag() }),
  tabSettings: list({ tab: textOr(''), visibility: textOr('None') }),
  tabVisibilities: list({ tab: textOr(''), visibility: textOr('Hidden') }),
  applicationVisibilities: list({ application: textOr(''), default: flag(), visible: flag() }),
  recordTypeVisibilities: list({ recordType: textOr(''), default: flag(), visible: flag() }),
  layoutAssignments: list({ layout: textOr(''), recordType: text }),
};

/** Profiles and permission sets share almost all of their elements. */
export const permissionSetShape = grants;
export type PermissionSetDef = Shaped<typeof permissionSetShape>;

export const permissionSetGroupShape = {
  label: text,
  description: text,
  status: text,
  permissionSets: texts,
  mutingPermissionSets: texts,
};
export type PermissionSetGroupDef = Shaped<typeof permissionSetGroupShape>;

export const customPermissionShape = {
  label: text,
  description: text,
  isLicensed: flag(),
  requiredPermission: list({ customPermission: textOr(''), dependency: flag() }),
};
export type CustomPermissionDef = Shaped<typeof customPermissionShape>;

export const queueShape = {
  name: text,
  email: text,
  doesSendEmailToMembers: flag(),
  queueSobject: list({ sobjectType: textOr('') }),
};
export type QueueDef = Shaped<typeof queueShape>;

export const groupShape = { name: text, doesIncludeBosses: flag(true) };
export type GroupDef = Shaped<typeof groupShape>;

export const roleShape = {
  name: text,
  parentRole: text,
  description: text,
  caseAccessLevel: text,
  contactAccessLevel: text,
  opportunityAccessLevel: text,
};
export type RoleDef = Shaped<typeof roleShape>;

const sharedTo = optional({
  allInternalUsers: texts,
  allCustomerPortalUsers: texts,
  allPartnerUsers: texts,
  group: texts,
  guestUser: texts,
  managers: texts,
  portalRole: texts,
  queue: texts,
  role: texts,
  roleAndSubordinates: texts,
  roleAndSubordinatesInternal: texts,
});
const sharingRule = {
  fullName: textOr(''),
  label: text,
  accessLevel: textOr('Read'),
  description: text,
  sharedTo,
  accountSettings: optional({ caseAccessLevel: text, contactAccessLevel: text, opportunityAccessLevel: text }),
};
const criteria = {
  booleanFilter: text,
  criteriaItems: list({ field: textOr(''), operation: textOr('equals'), value: text }),
  includeRecordsOwnedByAll: flag(true),
};
export const sharingRulesShape = {
  sharingCriteriaRules: list({ ...sharingRule, ...criteria }),
  sharingGuestRules: list({ ...sharingRule, ...criteria, includeHVUOwnedRecords: flag() }),
  sharingOwnerRules: list({ ...sharingRule, sharedFrom: sharedTo }),
};
export type SharingRulesDef = Shaped<typeof sharingRulesShape>;

/** What users of sites see because it belongs to their account or contact. */
export const sharingSetShape = {
  name: text,
  description: text,
  profiles: texts,
  accessMappings: list({
    accessLevel: textOr('Read'),
    object: textOr(''),
    objectField: textOr(''),
    userField: textOr(''),
  }),
};
export type SharingSetDef = Shaped<typeof sharingSetShape>;

export const apexShape = { apiVersion: number, status: textOr('Active'), label: text };
export type ApexDef = Shaped<typeof apexShape>;
