/** The metadata types that Orglet reads: which file suffix holds which, and the shape of its XML. */
import * as access from './access.js';
import * as content from './content.js';
import * as ui from './interface.js';
import * as objects from './objects.js';
import type { Shaped } from './xml.js';

/** Suffix of a file before `-meta.xml`, or the file's own in metadata format → type and shape. */
export const COMPONENTS = {
  object: { type: 'CustomObject', shape: objects.objectShape },
  field: { type: 'CustomField', shape: objects.fieldShape },
  recordType: { type: 'RecordType', shape: objects.recordTypeShape },
  validationRule: { type: 'ValidationRule', shape: objects.validationRuleShape },
  fieldSet: { type: 'FieldSet', shape: objects.fieldSetShape },
  listView: { type: 'ListView', shape: objects.listViewShape },
  compactLayout: { type: 'CompactLayout', shape: objects.compactLayoutShape },
  webLink: { type: 'WebLink', shape: objects.webLinkShape },
  businessProcess: { type: 'BusinessProcess', shape: objects.businessProcessShape },
  sharingReason: { type: 'SharingReason', shape: objects.sharingReasonShape },
  globalValueSet: { type: 'GlobalValueSet', shape: objects.globalValueSetShape },
  standardValueSet: { type: 'StandardValueSet', shape: objects.standardValueSetShape },
  labels: { type: 'CustomLabels', shape: content.labelsShape },
  label: { type: 'CustomLabel', shape: content.labelShape },
  translation: { type: 'Translations', shape: content.translationsShape },
  objectTranslation: { type: 'CustomObjectTranslation', shape: content.objectTranslationShape },
  fieldTranslation: { type: 'CustomFieldTranslation', shape: content.fieldTranslationShape },
  md: { type: 'CustomMetadata', shape: content.customMetadataShape },
  resource: { type: 'StaticResource', shape: content.staticResourceShape },
  notiftype: { type: 'CustomNotificationType', shape: content.notificationTypeShape },
  remoteSite: { type: 'RemoteSiteSetting', shape: content.remoteSiteShape },
  namedCredential: { type: 'NamedCredential', shape: content.namedCredentialShape },
  externalCredential: { type: 'ExternalCredential', shape: content.externalCredentialShape },
  cspTrustedSite: { type: 'CspTrustedSite', shape: content.cspTrustedSiteShape },
  duplicateRule: { type: 'DuplicateRule', shape: content.duplicateRuleShape },
  matchingRule: { type: 'MatchingRules', shape: content.matchingRulesShape },
  cachePartition: { type: 'PlatformCachePartition', shape: content.cachePartitionShape },
  email: { type: 'EmailTemplate', shape: content.emailTemplateShape },
  platformEventSubscriberConfig: { type: 'PlatformEventSubscriberConfig', shape: content.eventSubscriberShape },
  PlatformEventSubscriberConfig: { type: 'PlatformEventSubscriberConfig', shape: content.eventSubscriberShape },
  site: { type: 'CustomSite', shape: content.customSiteShape },
  network: { type: 'Network', shape: content.networkShape },
  settings: { type: 'Settings', shape: content.settingsShape },
  profilePasswordPolicy: { type: 'ProfilePasswordPolicy', shape: content.profilePasswordPolicyShape },
  profileSessionSetting: { type: 'ProfileSessionSetting', shape: content.profileSessionSettingShape },
  authprovider: { type: 'AuthProvider', shape: content.authProviderShape },
  samlssoconfig: { type: 'SamlSsoConfig', shape: content.samlSsoConfigShape },
  permissionset: { type: 'PermissionSet', shape: access.permissionSetShape },
  mutingpermissionset: { type: 'MutingPermissionSet', shape: access.permissionSetShape },
  profile: { type: 'Profile', shape: access.permissionSetShape },
  permissionsetgroup: { type: 'PermissionSetGroup', shape: access.permissionSetGroupShape },
  customPermission: { type: 'CustomPermission', shape: access.customPermissionShape },
  queue: { type: 'Queue', shape: access.queueShape },
  group: { type: 'Group', shape: access.groupShape },
  role: { type: 'Role', shape: access.roleShape },
  sharingRules: { type: 'SharingRules', shape: access.sharingRulesShape },
  sharingSet: { type: 'SharingSet', shape: access.sharingSetShape },
  layout: { type: 'Layout', shape: ui.layoutShape },
  flexipage: { type: 'FlexiPage', shape: ui.flexiPageShape },
  tab: { type: 'CustomTab', shape: ui.tabShape },
  app: { type: 'CustomApplication', shape: ui.applicationShape },
  quickAction: { type: 'QuickAction', shape: ui.quickActionShape },
  js: { type: 'LightningComponentBundle', shape: ui.lightningComponentShape },
  cls: { type: 'ApexClass', shape: access.apexShape },
  trigger: { type: 'ApexTrigger', shape: access.apexShape },
  page: { type: 'ApexPage', shape: access.apexShape },
  component: { type: 'ApexComponent', shape: access.apexShape },
} as const;

export type ComponentSuffix = keyof typeof COMPONENTS;
type Entry = (typeof COMPONENTS)[ComponentSuffix];
export type ComponentType = Entry['type'];
/** Metadata type → what its XML says. */
export type ComponentDefs = { [E in Entry as E['type']]: Shaped<E['shape']> };

/** One metadata component of the project as a file declares it. */
export interface Component<T extends ComponentType = ComponentType> {
  readonly type: T;
  /** API name as the file has it, without namespace; of labels and translations the file's name. */
  readonly name: string;
  /** Object of a part of an object (field, record type, …); null otherwise. */
  readonly object: string | null;
  /** Absolute path of the file that declares it. */
  readonly file: string;
  readonly def: ComponentDefs[T];
}

/** Types whose content is a file of its own beside the `-meta.xml`. */
export const CONTENT_SUFFIXES = new Set(['cls', 'trigger', 'page', 'component', 'email', 'resource']);

/** Types below an object's folder. */
export const OBJECT_PARTS = new Set<string>([
  'field',
  'recordType',
  'validationRule',
  'fieldSet',
  'listView',
  'compactLayout',
  'webLink',
  'businessProcess',
  'sharingReason',
]);
