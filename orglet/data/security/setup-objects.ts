import type { Audience, UserPermission } from './user-permissions.js';

/**
 * Who may do what with objects that no profile grants object permissions on: set-up, its metadata, the users
 * themselves. Every row names the page whose "Special Access Rules" and "Supported Calls" it follows. Standard objects
 * that stand neither here nor among those with object permissions are closed to all but who may modify all data.
 */
export interface SetupAccess {
  readonly read: Who;
  readonly create: Who;
  readonly edit: Who;
  readonly delete: Who;
  /** Fields that may be edited by those who have only the first kind of right to edit; null: all of them. */
  readonly ownFields?: OwnFields;
  /** The documentation that the row follows. */
  readonly source: string;
}

/** Any one of these is enough. `everyone` counts guests in, `authenticated` customers and partners, `internal` employees. */
export type Who = readonly (UserPermission | 'everyone' | 'authenticated' | 'internal')[];

/** Rights of people over their own record. */
export interface OwnFields {
  /** Who may edit every field of every record. */
  readonly unless: Who;
  /** What the others may edit of their own. */
  readonly fields: ReadonlySet<string> | RegExp;
}

const NOBODY: Who = [];
const EVERYONE: Who = ['everyone'];
const AUTHENTICATED: Who = ['authenticated'];
const INTERNAL: Who = ['internal'];
const VIEW_SETUP: Who = ['ViewSetup'];
const CUSTOMIZE: Who = ['CustomizeApplication'];
const PERMISSION_SETS: Who = ['ManageProfilesPermissionsets'];

const reference = (object: string) =>
  `https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_${object.toLowerCase()}.htm`;
const tooling = (object: string) =>
  `https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/tooling_api_objects_${object.toLowerCase()}.htm`;
const NO_DML = 'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_non_dml_objects.htm';

const readable = (read: Who, source: string): SetupAccess => ({
  read,
  create: NOBODY,
  edit: NOBODY,
  delete: NOBODY,
  source,
});
const managed = (read: Who, write: Who, source: string): SetupAccess => ({
  read,
  create: write,
  edit: write,
  delete: write,
  source,
});

/**
 * Personal information and settings that everybody keeps himself. Nothing that decides about access, identity or
 * licence is among it: profile, role, activity, username, federation, feature licences, manager, contact.
 * @see https://help.salesforce.com/s/articleView?id=xcloud.usersetup_edit_your_personal_information.htm&type=5
 */
const PERSONAL =
  /^(AboutMe|Alias|City|CommunityNickname|CompanyName|Country|CountryCode|DefaultCurrencyIsoCode|DefaultGroupNotificationFrequency|DelegatedApproverId|Department|DigestFrequency|Division|Email|EmailEncodingKey|EmailPreferences\w+|EndDay|Extension|Fax|FirstName|GeocodeAccuracy|LanguageLocaleKey|LastName|Latitude|LocaleSidKey|Longitude|MiddleName|MobilePhone|OutOfOfficeMessage|Phone|PostalCode|ReceivesAdminInfoEmails|ReceivesInfoEmails|SenderEmail|SenderName|Signature|StartDay|State|StateCode|StayInTouch\w+|Street|Suffix|TimeZoneSidKey|Title|UserPreferences\w+)$/;

const CODE = readable(['AuthorApex', 'ViewSetup'], tooling('apexclass'));
const PERMISSION_PARTS = managed(VIEW_SETUP, PERMISSION_SETS, reference('fieldpermissions'));
const STATUS_VALUES = readable(EVERYONE, reference('casestatus'));

export const SETUP_OBJECTS: Readonly<Record<string, SetupAccess>> = {
  // ---- people
  User: {
    read: EVERYONE,
    create: ['ManageUsers', 'ManageInternalUsers'],
    edit: AUTHENTICATED,
    delete: NOBODY,
    ownFields: { unless: ['ManageUsers', 'ManageInternalUsers'], fields: PERSONAL },
    source: reference('user'),
  },
  UserRole: managed(['ViewRoles'], ['ManageRoles'], reference('role')),
  Group: managed(INTERNAL, ['ManageUsers'], reference('group')),
  GroupMember: managed(INTERNAL, ['ManageUsers'], reference('groupmember')),
  QueueSobject: managed(INTERNAL, CUSTOMIZE, reference('queuesobject')),
  UserLicense: readable(VIEW_SETUP, reference('userlicense')),
  UserPackageLicense: managed(VIEW_SETUP, ['ManageUsers'], reference('userpackagelicense')),
  PackageLicense: readable(VIEW_SETUP, reference('packagelicense')),
  UserPreference: readable(INTERNAL, NO_DML),
  UserLogin: { ...readable(['ManageUsers'], reference('userlogin')), edit: ['ManageUsers'] },
  LoginHistory: readable(['ManageUsers'], reference('loginhistory')),
  LoginGeo: readable(['ManageUsers'], reference('logingeo')),
  LoginIp: readable(['ManageUsers'], reference('loginip')),
  AuthSession: { ...readable(['ManageUsers'], reference('authsession')), delete: ['ManageUsers'] },
  OauthToken: { ...readable(['ManageUsers'], reference('oauthtoken')), delete: ['ManageUsers'] },
  SetupAuditTrail: readable(VIEW_SETUP, reference('setupaudittrail')),

  // ---- permissions
  Profile: readable(INTERNAL, reference('profile')),
  PermissionSet: managed(
    ['ViewSetup', 'ManageSessionPermissionSets', 'AssignPermissionSets', 'ManageProfilesPermissionsets'],
    PERMISSION_SETS,
    reference('permissionset'),
  ),
  PermissionSetAssignment: managed(
    ['ViewSetup', 'AssignPermissionSets', 'ManageUsers'],
    ['AssignPermissionSets'],
    reference('permissionsetassignment'),
  ),
  PermissionSetGroup: { ...PERMISSION_PARTS, source: reference('permissionsetgroup') },
  PermissionSetGroupComponent: { ...PERMISSION_PARTS, source: reference('permissionsetgroupcomponent') },
  PermissionSetTabSetting: { ...PERMISSION_PARTS, source: reference('permissionsettabsetting') },
  MutingPermissionSet: { ...PERMISSION_PARTS, source: reference('mutingpermissionset') },
  ObjectPermissions: { ...PERMISSION_PARTS, source: reference('objectpermissions') },
  FieldPermissions: PERMISSION_PARTS,
  SetupEntityAccess: { ...PERMISSION_PARTS, source: reference('setupentityaccess') },
  PermissionSetLicense: readable(VIEW_SETUP, reference('permissionsetlicense')),
  PermissionSetLicenseAssign: managed(VIEW_SETUP, ['ManageUsers'], reference('permissionsetlicenseassign')),
  SessionPermSetActivation: managed(
    ['ManageSessionPermissionSets'],
    ['ManageSessionPermissionSets'],
    reference('sessionpermsetactivation'),
  ),
  CustomPermission: readable(VIEW_SETUP, reference('custompermission')),
  CustomPermissionDependency: readable(VIEW_SETUP, reference('custompermissiondependency')),
  UserRecordAccess: readable(EVERYONE, reference('userrecordaccess')),
  UserEntityAccess: readable(EVERYONE, tooling('userentityaccess')),
  UserFieldAccess: readable(EVERYONE, tooling('userfieldaccess')),
  UserPermissionAccess: readable(EVERYONE, reference('userpermissionaccess')),
  UserSetupEntityAccess: readable(EVERYONE, reference('usersetupentityaccess')),

  // ---- the org and its sites
  Organization: { ...readable(EVERYONE, reference('organization')), edit: CUSTOMIZE },
  Network: readable(EVERYONE, reference('network')),
  NetworkMember: { ...readable(AUTHENTICATED, reference('networkmember')), edit: ['ManageUsers'] },
  NetworkMemberGroup: readable(VIEW_SETUP, reference('networkmembergroup')),
  NetworkSelfRegistration: managed(VIEW_SETUP, CUSTOMIZE, reference('networkselfregistration')),
  Community: readable(EVERYONE, reference('community')),
  Site: readable(VIEW_SETUP, reference('site')),
  SiteDetail: readable(VIEW_SETUP, reference('sitedetail')),
  Domain: readable(VIEW_SETUP, reference('domain')),
  DomainSite: readable(VIEW_SETUP, reference('domainsite')),
  CspTrustedSite: managed(VIEW_SETUP, CUSTOMIZE, reference('csptrustedsite')),
  CorsWhitelistEntry: managed(VIEW_SETUP, CUSTOMIZE, reference('corswhitelistentry')),
  NamedCredential: readable(VIEW_SETUP, tooling('namedcredential')),
  AuthProvider: managed(VIEW_SETUP, CUSTOMIZE, reference('authprovider')),
  SamlSsoConfig: readable(VIEW_SETUP, reference('samlssoconfig')),
  ThirdPartyAccountLink: { ...readable(['ManageUsers'], reference('thirdpartyaccountlink')), delete: ['ManageUsers'] },
  ConnectedApplication: { ...readable(VIEW_SETUP, reference('connectedapplication')), edit: CUSTOMIZE },
  OrgWideEmailAddress: managed(AUTHENTICATED, CUSTOMIZE, reference('orgwideemailaddress')),
  BusinessHours: { ...readable(EVERYONE, reference('businesshours')), create: CUSTOMIZE, edit: CUSTOMIZE },
  Holiday: managed(EVERYONE, CUSTOMIZE, reference('holiday')),
  CurrencyType: readable(EVERYONE, reference('currencytype')),
  DatedConversionRate: readable(EVERYONE, reference('datedconversionrate')),
  FiscalYearSettings: readable(EVERYONE, reference('fiscalyearsettings')),
  Period: readable(EVERYONE, reference('period')),

  // ---- code and its jobs
  ApexClass: CODE,
  ApexTrigger: { ...CODE, source: tooling('apextrigger') },
  ApexPage: { ...CODE, source: tooling('apexpage') },
  ApexComponent: { ...CODE, source: tooling('apexcomponent') },
  ApexPageInfo: { ...CODE, source: reference('apexpageinfo') },
  ApexTypeImplementor: { ...CODE, source: reference('apextypeimplementor') },
  ApexLog: { ...readable(VIEW_SETUP, reference('apexlog')), delete: ['ManageUsers'] },
  ApexTestQueueItem: managed(VIEW_SETUP, ['AuthorApex'], reference('apextestqueueitem')),
  ApexTestResult: managed(VIEW_SETUP, ['AuthorApex'], reference('apextestresult')),
  ApexTestResultLimits: managed(VIEW_SETUP, ['AuthorApex'], reference('apextestresultlimits')),
  ApexTestRunResult: managed(VIEW_SETUP, ['AuthorApex'], reference('apextestrunresult')),
  ApexTestSuite: managed(VIEW_SETUP, ['AuthorApex'], reference('apextestsuite')),
  TestSuiteMembership: managed(VIEW_SETUP, ['AuthorApex'], reference('testsuitemembership')),
  ApexEmailNotification: managed(VIEW_SETUP, ['AuthorApex'], reference('apexemailnotification')),
  AuraDefinition: { ...CODE, source: reference('auradefinition') },
  AuraDefinitionBundle: { ...CODE, source: reference('auradefinitionbundle') },
  AsyncApexJob: readable(VIEW_SETUP, reference('asyncapexjob')),
  FlexQueueItem: readable(VIEW_SETUP, reference('flexqueueitem')),
  CronTrigger: readable(VIEW_SETUP, reference('crontrigger')),
  CronJobDetail: readable(VIEW_SETUP, reference('cronjobdetail')),
  EventBusSubscriber: readable(VIEW_SETUP, reference('eventbussubscriber')),

  // ---- metadata that pages and code read
  StaticResource: readable(EVERYONE, reference('staticresource')),
  RecordType: readable(EVERYONE, reference('recordtype')),
  BusinessProcess: readable(VIEW_SETUP, reference('businessprocess')),
  EntityDefinition: readable(EVERYONE, tooling('entitydefinition')),
  EntityParticle: readable(EVERYONE, tooling('entityparticle')),
  FieldDefinition: readable(EVERYONE, tooling('fielddefinition')),
  DataType: readable(EVERYONE, tooling('datatype')),
  PicklistValueInfo: readable(EVERYONE, reference('picklistvalueinfo')),
  RelationshipInfo: readable(EVERYONE, tooling('relationshipinfo')),
  RelationshipDomain: readable(EVERYONE, tooling('relationshipdomain')),
  SearchLayout: readable(INTERNAL, tooling('searchlayout')),
  TabDefinition: readable(INTERNAL, reference('tabdefinition')),
  AppDefinition: readable(INTERNAL, reference('appdefinition')),
  AppMenuItem: readable(AUTHENTICATED, reference('appmenuitem')),
  AppTabMember: readable(INTERNAL, reference('apptabmember')),
  ListView: readable(INTERNAL, reference('listview')),
  WebLink: readable(INTERNAL, NO_DML),
  CustomNotificationType: readable(EVERYONE, reference('customnotificationtype')),
  EmailTemplate: managed(INTERNAL, ['EditPublicTemplates'], reference('emailtemplate')),
  BrandTemplate: managed(INTERNAL, ['EditPublicTemplates'], reference('brandtemplate')),
  Folder: managed(INTERNAL, ['ModifyAllData'], reference('folder')),
  Name: readable(EVERYONE, reference('name')),
  AggregateResult: readable(EVERYONE, NO_DML),
  CaseStatus: STATUS_VALUES,
  ContractStatus: { ...STATUS_VALUES, source: reference('contractstatus') },
  LeadStatus: { ...STATUS_VALUES, source: reference('leadstatus') },
  OpportunityStage: { ...STATUS_VALUES, source: reference('opportunitystage') },
  OrderStatus: { ...STATUS_VALUES, source: reference('orderstatus') },
  SolutionStatus: { ...STATUS_VALUES, source: reference('solutionstatus') },
  TaskPriority: { ...STATUS_VALUES, source: reference('taskpriority') },
  TaskStatus: { ...STATUS_VALUES, source: reference('taskstatus') },
  AssignmentRule: readable(VIEW_SETUP, reference('assignmentrule')),
  DuplicateRule: readable(VIEW_SETUP, reference('duplicaterule')),
  MatchingRule: readable(VIEW_SETUP, reference('matchingrule')),
  MatchingRuleItem: readable(VIEW_SETUP, reference('matchingruleitem')),
  ProcessDefinition: readable(INTERNAL, reference('processdefinition')),
  ProcessNode: readable(INTERNAL, reference('processnode')),
  FlowDefinitionView: readable(VIEW_SETUP, reference('flowdefinitionview')),
  FlowVersionView: readable(VIEW_SETUP, reference('flowversionview')),
  FlowVariableView: readable(VIEW_SETUP, reference('flowvariableview')),
};

/** What a person is and may: enough to tell who is meant by a row. */
export interface Person {
  readonly audience: Audience;
  readonly permissions: ReadonlySet<UserPermission>;
}

export function isOneOf(who: Who, person: Person): boolean {
  return who.some((one) => {
    switch (one) {
      case 'everyone':
        return true;
      case 'authenticated':
        return person.audience !== 'guest';
      case 'internal':
        return person.audience === 'internal';
      default:
        return person.permissions.has(one);
    }
  });
}

/** Whether the person may set the field, given that he may edit the object at all. */
export function mayEditField(access: SetupAccess, field: string, person: Person): boolean {
  const { ownFields } = access;
  if (!ownFields || isOneOf(ownFields.unless, person)) return true;
  return ownFields.fields instanceof RegExp ? ownFields.fields.test(field) : ownFields.fields.has(field);
}
