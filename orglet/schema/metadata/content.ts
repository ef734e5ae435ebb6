/** Shapes of labels, translations, metadata records and settings of integrations. */
import {
  attributeOf,
  flag,
  list,
  number,
  text,
  textOr,
  textOf,
  texts,
  type Reader,
  type Shaped,
  optional,
} from './xml.js';

export const labelShape = {
  fullName: textOr(''),
  value: textOr(''),
  language: textOr('en_US'),
  protected: flag(),
  shortDescription: text,
  categories: text,
};
export type LabelDef = Shaped<typeof labelShape>;
export const labelsShape = { labels: list(labelShape) };

const named = { name: textOr(''), label: text };
export const translationsShape = {
  customLabels: list(named),
  customApplications: list(named),
  customTabs: list(named),
  quickActions: list(named),
};
export type TranslationsDef = Shaped<typeof translationsShape>;

/** Labels have a plain element and a plural one: `<caseValues><plural>true</plural><value>…`. */
export const objectTranslationShape = {
  caseValues: list({ plural: flag(), value: text }),
  fields: list({
    name: textOr(''),
    label: text,
    help: text,
    picklistValues: list({ masterLabel: textOr(''), translation: text }),
  }),
  recordTypes: list(named),
  validationRules: list({ name: textOr(''), errorMessage: text }),
};
export type ObjectTranslationDef = Shaped<typeof objectTranslationShape>;

export const fieldTranslationShape = {
  name: textOr(''),
  label: text,
  help: text,
  picklistValues: list({ masterLabel: textOr(''), translation: text }),
};
export type FieldTranslationDef = Shaped<typeof fieldTranslationShape>;

export interface MetadataValueDef {
  field: string;
  /** Null for `xsi:nil`. */
  value: string | null;
  /** `xsd:string`, `xsd:boolean`, …; null when not stated. */
  type: string | null;
}
const metadataValues: Reader<MetadataValueDef[]> = (nodes) =>
  (nodes ?? []).flatMap((node) => {
    if (typeof node === 'string') return [];
    const [field, value] = [node.field, node.value].map((found) => (Array.isArray(found) ? found[0] : undefined));
    if (field === undefined) return [];
    const nil = value === undefined || attributeOf(value, 'xsi:nil') === 'true';
    return [
      {
        field: textOf(field),
        value: nil ? null : textOf(value),
        type: value === undefined ? null : attributeOf(value, 'xsi:type'),
      },
    ];
  });
export const customMetadataShape = { label: text, description: text, protected: flag(), values: metadataValues };
export type CustomMetadataDef = Shaped<typeof customMetadataShape>;

export const staticResourceShape = {
  contentType: textOr('application/octet-stream'),
  cacheControl: textOr('Private'),
  description: text,
};
export type StaticResourceDef = Shaped<typeof staticResourceShape>;

export const notificationTypeShape = {
  customNotifTypeName: text,
  masterLabel: text,
  description: text,
  desktop: flag(),
  mobile: flag(),
  slack: flag(),
};
export type NotificationTypeDef = Shaped<typeof notificationTypeShape>;

export const remoteSiteShape = {
  url: textOr(''),
  isActive: flag(true),
  description: text,
  disableProtocolSecurity: flag(),
};
export type RemoteSiteDef = Shaped<typeof remoteSiteShape>;

export const namedCredentialShape = {
  label: text,
  endpoint: text,
  namedCredentialType: text,
  principalType: text,
  protocol: text,
  username: text,
  allowMergeFieldsInBody: flag(),
  allowMergeFieldsInHeader: flag(),
  generateAuthorizationHeader: flag(true),
  calloutStatus: text,
  namedCredentialParameters: list({
    parameterName: textOr(''),
    parameterType: textOr(''),
    parameterValue: text,
    externalCredential: text,
  }),
};
export type NamedCredentialDef = Shaped<typeof namedCredentialShape>;

export const externalCredentialShape = {
  label: text,
  authenticationProtocol: text,
  externalCredentialParameters: list({
    parameterGroup: text,
    parameterName: textOr(''),
    parameterType: textOr(''),
    parameterValue: text,
    principal: text,
    sequenceNumber: number,
  }),
};
export type ExternalCredentialDef = Shaped<typeof externalCredentialShape>;

export const cspTrustedSiteShape = { endpointUrl: textOr(''), isActive: flag(true), context: text };
export type CspTrustedSiteDef = Shaped<typeof cspTrustedSiteShape>;

export const cachePartitionShape = {
  masterLabel: text,
  description: text,
  isDefaultPartition: flag(),
  platformCachePartitionTypes: list({
    cacheType: textOr(''),
    allocatedCapacity: number,
    allocatedPartnerCapacity: number,
  }),
};
export type CachePartitionDef = Shaped<typeof cachePartitionShape>;

export const emailTemplateShape = {
  name: text,
  available: flag(),
  description: text,
  encodingKey: text,
  style: text,
  subject: text,
  textOnly: text,
  type: text,
  uiType: text,
  relatedEntityType: text,
};
export type EmailTemplateDef = Shaped<typeof emailTemplateShape>;

export const eventSubscriberShape = {
  batchSize: number,
  isProtected: flag(),
  masterLabel: text,
  platformEventConsumer: text,
  user: text,
};
export type EventSubscriberDef = Shaped<typeof eventSubscriberShape>;

export const customSiteShape = {
  active: flag(),
  masterLabel: text,
  subdomain: text,
  urlPathPrefix: text,
  siteType: text,
  guestProfile: text,
};
export type CustomSiteDef = Shaped<typeof customSiteShape>;

export const networkShape = {
  status: text,
  description: text,
  allowInternalUserLogin: flag(),
  emailSenderAddress: text,
  emailSenderName: text,
  forgotPasswordTemplate: text,
  welcomeTemplate: text,
  logoutUrl: text,
  selfRegistration: flag(),
  selfRegProfile: text,
  sendWelcomeEmail: flag(),
  site: text,
  urlPathPrefix: text,
  networkMemberGroups: optional({ profile: texts, permissionSet: texts }),
};
export type NetworkDef = Shaped<typeof networkShape>;

/** Of the org and of profiles alike; the profiles' file names `profile` besides. */
const passwordPolicy = {
  /** `expiration` of the org, `passwordExpiration` (days) of a profile. */
  expiration: text,
  passwordExpiration: text,
  complexity: text,
  passwordComplexity: text,
  historyRestriction: text,
  passwordHistory: text,
  lockoutInterval: text,
  maxLoginAttempts: text,
  minimumPasswordLength: text,
};
/** Settings of the org; only those of security are read. */
export const settingsShape = {
  passwordPolicies: optional(passwordPolicy),
  sessionSettings: optional({ sessionTimeout: text }),
};
export type SettingsDef = Shaped<typeof settingsShape>;
export const profilePasswordPolicyShape = { ...passwordPolicy, profile: textOr('') };
export type ProfilePasswordPolicyDef = Shaped<typeof profilePasswordPolicyShape>;
/** `sessionTimeout` is in minutes. */
export const profileSessionSettingShape = { profile: textOr(''), sessionTimeout: number };
export type ProfileSessionSettingDef = Shaped<typeof profileSessionSettingShape>;

export const authProviderShape = {
  friendlyName: text,
  providerType: textOr('OpenIdConnect'),
  authorizeUrl: text,
  tokenUrl: text,
  userInfoUrl: text,
  idTokenIssuer: text,
  consumerKey: text,
  consumerSecret: text,
  defaultScopes: text,
  errorUrl: text,
  executionUser: text,
  iconUrl: text,
  isPkceEnabled: flag(true),
  logoutUrl: text,
  registrationHandler: text,
  sendAccessTokenInHeader: flag(),
  sendClientCredentialsInHeader: flag(),
};
export type AuthProviderDef = Shaped<typeof authProviderShape>;

export const samlSsoConfigShape = {
  name: text,
  issuer: textOr(''),
  samlEntityId: text,
  loginUrl: text,
  logoutUrl: text,
  errorUrl: text,
  identityLocation: textOr('SubjectNameId'),
  identityMapping: textOr('Username'),
  attributeName: text,
  userProvisioning: flag(),
  samlJitHandlerId: text,
  executionUserId: text,
  samlVersion: text,
  validationCert: text,
  redirectBinding: flag(true),
};
export type SamlSsoConfigDef = Shaped<typeof samlSsoConfigShape>;

export const duplicateRuleShape = {
  isActive: flag(),
  actionOnInsert: text,
  actionOnUpdate: text,
  alertText: text,
  operationsOnInsert: texts,
  operationsOnUpdate: texts,
  duplicateRuleMatchRules: list({ matchRuleSObjectType: text, matchingRule: textOr('') }),
};
export type DuplicateRuleDef = Shaped<typeof duplicateRuleShape>;

export const matchingRulesShape = {
  matchingRules: list({
    fullName: textOr(''),
    ruleStatus: text,
    booleanFilter: text,
    matchingRuleItems: list({ fieldName: textOr(''), matchingMethod: text, blankValueBehavior: text }),
  }),
};
export type MatchingRulesDef = Shaped<typeof matchingRulesShape>;
