/** Facts about standard objects that no machine-readable source has. Source: Object Reference, describe results of a fresh org. */
import type { DeleteConstraint, SharingModel } from '../model.js';
import type { FieldSpec } from '../model/field.js';

/** First three characters of Ids. Objects that are missing get a prefix derived from their name. */
export const KEY_PREFIXES: Readonly<Record<string, string>> = {
  Account: '001', Note: '002', Contact: '003', User: '005', Opportunity: '006', Activity: '007', OpportunityHistory: '008', Folder: '00l',
  AccountContactRelation: '07k', AccountContactRole: '02Z', AccountPartner: '00I', ActivityHistory: '0EH', Announcement: '0BT',
  ApexClass: '01p', ApexComponent: '099', ApexLog: '07L', ApexPage: '066', ApexTestQueueItem: '709', ApexTestResult: '07M',
  ApexTestRunResult: '05m', ApexTestSuite: '05F', ApexTrigger: '01q', AppMenuItem: '0DS', Approval: '0BX', Asset: '02i', AssetRelationship: '1AR',
  AssignmentRule: '01Q', AsyncApexJob: '707', Attachment: '00P', AuraDefinition: '0Ad', AuraDefinitionBundle: '0Ab', AuthConfig: '0Fq',
  AuthProvider: '0SO', AuthSession: '0Ak', BackgroundOperation: '08P', BrandTemplate: '016', BusinessHours: '01m', BusinessProcess: '019',
  CallCenter: '04v', Campaign: '701', CampaignMember: '00v', CampaignMemberStatus: '01Y', Case: '500', CaseComment: '00a', CaseContactRole: '03j',
  CaseSolution: '010', CaseStatus: '01J', CaseTeamMember: '0B7', CaseTeamRole: '0B8', CollaborationGroup: '0F9', CollaborationGroupMember: '0FB',
  Community: '09a', ConnectedApplication: '0H4', ContactPointAddress: '8lW', ContactPointEmail: '9Vl', ContactPointPhone: '0ow',
  ContactRequest: '0Ya', ContentAsset: '03S', ContentDistribution: '05D', ContentDocument: '069', ContentDocumentLink: '06A', ContentFolder: '07H',
  ContentVersion: '068', ContentWorkspace: '058', Contract: '800', ContractContactRole: '02a', ContractLineItem: '811', ContractStatus: '01K',
  CorsWhitelistEntry: '0Cr', CronJobDetail: '08a', CronTrigger: '08e', CspTrustedSite: '08y', CurrencyType: '01L', CustomNotificationType: '0ML',
  CustomPermission: '0CP', CustomPermissionDependency: '0CQ', Dashboard: '01Z', DashboardComponent: '01a', DatedConversionRate: '04w',
  Document: '015', DocumentAttachmentMap: '05X', Domain: '0I4', DomainSite: '0Jf', DuplicateRecordItem: '0GL', DuplicateRecordSet: '0GK',
  DuplicateRule: '0Bm', EmailMessage: '02s', EmailMessageRelation: '0e1', EmailServicesAddress: '093', EmailServicesFunction: '091',
  EmailStatus: '018', EmailTemplate: '00X', Entitlement: '550', EntitlementContact: '1BF', EntitySubscription: '0E8', Event: '00U',
  EventBusSubscriber: '0Rt', EventLogFile: '0AT', EventRelation: '0RE', ExternalDataSource: '0XC', ExternalDataUserAuth: '0XU', FeedComment: '0D7',
  FeedItem: '0D5', FeedLike: '0I0', FeedTrackedChange: '0FJ', FieldPermissions: '01k', FiscalYearSettings: '022', FlexQueueItem: '09M',
  FlowInterview: '0Fo', FlowRecordRelation: '31o', Group: '00G', GroupMember: '011', Holiday: '0C0', Idea: '087', Individual: '0PK', KnowledgeableUser: '0Z8',
  Lead: '00Q', LeadStatus: '01M', ListEmail: '0XB', ListView: '00B', ListViewChart: '0Dx', Location: '131', LoginGeo: '04F', LoginHistory: '0Ya',
  LoginIp: '710', Macro: '0JZ', MailmergeTemplate: '01H', MatchingRule: '0JD', MatchingRuleItem: '0JE', MilestoneType: '557', NamedCredential: '0XA',
  NamespaceRegistry: '2CX', NavigationLinkSet: '0b0', NavigationMenuItem: '0Wd', Network: '0DB', NetworkMember: '0DO', NetworkMemberGroup: '0DA',
  OauthToken: '0CN', ObjectPermissions: '110', OperatingHours: '0OH', OpportunityCompetitor: '00J', OpportunityContactRole: '00K',
  OpportunityLineItem: '00k', OpportunityLineItemSchedule: '00o', OpportunityPartner: '00I', OpportunitySplit: '1BS', OpportunityStage: '01J',
  OpportunityTeamMember: '00q', Order: '801', OrderItem: '802', OrderStatus: '0Nh', OrgWideEmailAddress: '0D2', Organization: '00D',
  OutgoingEmail: '0XH', PackageLicense: '050', Partner: '00I', PartnerRole: '00x', Period: '026', PermissionSet: '0PS', PermissionSetAssignment: '0Pa',
  PermissionSetGroup: '0PG', PermissionSetGroupComponent: '0PM', PermissionSetLicense: '0PL', PermissionSetLicenseAssign: '2LA',
  PermissionSetTabSetting: '01P', PlatformAction: '0JV', PlatformCachePartition: '0Er', PlatformCachePartitionType: '0Es', Pricebook2: '01s',
  PricebookEntry: '01u', ProcessDefinition: '04a', ProcessInstance: '04g', ProcessInstanceHistory: '04h', ProcessInstanceNode: '0OO',
  ProcessInstanceStep: '04h', ProcessInstanceWorkitem: '04i', ProcessNode: '04b', Product2: '01t', Profile: '00e', Prompt: '0bx', Publisher: '0P2',
  PushTopic: '0IF', QueueSobject: '03g', QuickText: '574', Quote: '0Q0', QuoteDocument: '0QD', QuoteLineItem: '0QL', Recommendation: '0pr',
  RecordAction: '31v', RecordType: '012', RedirectWhitelistUrl: '1gm', Report: '00O', SamlSsoConfig: '0LE', Scontrol: '01N', ServiceContract: '810',
  SessionPermSetActivation: '5Pa', SetupAuditTrail: '0Ym', SetupEntityAccess: '0J0', Site: '0DM', SlaProcess: '552', Solution: '501',
  SolutionStatus: '01R', Stamp: '0BV', StampAssignment: '0BW', StaticResource: '081', StreamingChannel: '0M6', Task: '00T', TaskPriority: '01E',
  TaskRelation: '0RT', TaskStatus: '01N', TestSuiteMembership: '05G', ThirdPartyAccountLink: '04m', TimeSlot: '0TS', TodayGoal: '0nr', Topic: '0TO',
  TopicAssignment: '0TA', TransactionSecurityPolicy: '0NI', Translation: '01h', UserAppInfo: '0Ub', UserLicense: '100',
  UserListView: '0JU', UserLogin: '0Yw', UserPackageLicense: '051', UserPreference: '03u', UserProvisioningRequest: '0HX', UserRole: '00E',
  Vote: '083', WebLink: '00b', WorkOrder: '0WO', WorkOrderLineItem: '1WL', WorkOrderStatus: '0WT', WorkType: '08q',
  AccountShare: '00r', ContactShare: '03s', OpportunityShare: '00t', CaseShare: '01n', LeadShare: '01o', CampaignShare: '08s', UserShare: '0N0',
  OrderShare: '0Oz', ContractShare: '02c', AssetShare: '70a', AccountHistory: '017', ContactHistory: '017', OpportunityFieldHistory: '017',
  CaseHistory: '017', LeadHistory: '017', OrderHistory: '017',
};

/** The field that names a record where it is not `Name`. */
export const NAME_FIELDS: Readonly<Record<string, string>> = {
  Case: 'CaseNumber', CaseComment: '', ContentDocument: 'Title', ContentVersion: 'Title', Contract: 'ContractNumber', Entitlement: 'Name', Event: 'Subject',
  FeedItem: 'Title', Idea: 'Title', Order: 'OrderNumber', OrderItem: 'OrderItemNumber', QuoteLineItem: 'LineNumber', Solution: 'SolutionName',
  Task: 'Subject', Note: 'Title', ContractLineItem: 'LineItemNumber', WorkOrder: 'WorkOrderNumber', WorkOrderLineItem: 'LineItemNumber',
  EmailMessage: 'Subject', ListEmail: 'Name', CaseStatus: 'MasterLabel', OpportunityStage: 'MasterLabel', LeadStatus: 'MasterLabel', TaskStatus: 'MasterLabel',
  OrderStatus: 'MasterLabel', ContractStatus: 'MasterLabel', CustomPermission: 'DeveloperName', PermissionSetGroup: 'DeveloperName',
  ProcessDefinition: 'Name', CronJobDetail: 'Name', Translation: '', AssetRelationship: 'AssetRelationshipNumber', ContactRequest: 'Name',
};

/** Objects whose name is put together from FirstName, LastName and Salutation. */
export const COMPOUND_NAMES: ReadonlySet<string> = new Set(['Contact', 'Lead', 'User']);

/** Formats of auto-numbers, `{0}` padded to the digits shown. */
export const AUTO_NUMBERS: Readonly<Record<string, string>> = {
  'Case.CaseNumber': '{00000000}',
  'Contract.ContractNumber': '{00000000}',
  'Order.OrderNumber': '{00000000}',
  'OrderItem.OrderItemNumber': '{0000000000}',
  'Quote.QuoteNumber': '{00000000}',
  'QuoteLineItem.LineNumber': '{00000000}',
  'Solution.SolutionNumber': '{00000000}',
  'WorkOrder.WorkOrderNumber': '{00000000}',
  'WorkOrderLineItem.LineItemNumber': '{00000000}',
};

const cascade = (...fields: string[]) => fields.map((field) => [field, 'Cascade'] as const);
const restrict = (...fields: string[]) => fields.map((field) => [field, 'Restrict'] as const);

/** What a reference does when its parent goes; SetNull where nothing is said. */
export const DELETE_CONSTRAINTS: Readonly<Record<string, DeleteConstraint>> = Object.fromEntries([
  ...cascade(
    'Contact.AccountId', 'Opportunity.AccountId', 'Contract.AccountId', 'Order.AccountId', 'Asset.AccountId', 'Account.MasterRecordId',
    'AccountContactRelation.AccountId', 'AccountContactRelation.ContactId', 'AccountContactRole.AccountId', 'AccountContactRole.ContactId',
    'OpportunityContactRole.OpportunityId', 'OpportunityContactRole.ContactId', 'OpportunityLineItem.OpportunityId', 'OpportunityTeamMember.OpportunityId',
    'OpportunityCompetitor.OpportunityId', 'OpportunityHistory.OpportunityId', 'OpportunityLineItemSchedule.OpportunityLineItemId', 'Quote.OpportunityId',
    'QuoteLineItem.QuoteId', 'QuoteDocument.QuoteId', 'OrderItem.OrderId', 'PricebookEntry.Pricebook2Id', 'PricebookEntry.Product2Id',
    'CampaignMember.CampaignId', 'CampaignMember.ContactId', 'CampaignMember.LeadId', 'CampaignMemberStatus.CampaignId',
    'CaseComment.ParentId', 'CaseContactRole.CasesId', 'CaseSolution.CaseId', 'CaseTeamMember.ParentId', 'EmailMessage.ParentId', 'Attachment.ParentId', 'Note.ParentId',
    'ContentDocumentLink.LinkedEntityId', 'ContentDocumentLink.ContentDocumentId', 'ContentVersion.ContentDocumentId', 'ContentDistribution.ContentVersionId',
    'Task.WhatId', 'Task.WhoId', 'Event.WhatId', 'Event.WhoId', 'EventRelation.EventId', 'TaskRelation.TaskId', 'FeedItem.ParentId', 'FeedComment.FeedItemId', 'FeedLike.FeedItemId',
    'EntitySubscription.ParentId', 'EntitySubscription.SubscriberId', 'TopicAssignment.TopicId', 'TopicAssignment.EntityId', 'ProcessInstance.TargetObjectId',
    'ProcessInstanceStep.ProcessInstanceId', 'ProcessInstanceWorkitem.ProcessInstanceId', 'GroupMember.GroupId', 'GroupMember.UserOrGroupId', 'QueueSobject.QueueId',
    'PermissionSetAssignment.PermissionSetId', 'PermissionSetAssignment.AssigneeId', 'ObjectPermissions.ParentId', 'FieldPermissions.ParentId', 'SetupEntityAccess.ParentId',
    'PermissionSetGroupComponent.PermissionSetGroupId', 'PermissionSetGroupComponent.PermissionSetId', 'DuplicateRecordItem.DuplicateRecordSetId', 'NetworkMember.NetworkId',
    'NetworkMember.MemberId', 'ContractContactRole.ContractId', 'ContractLineItem.ServiceContractId', 'WorkOrderLineItem.WorkOrderId', 'CollaborationGroupMember.CollaborationGroupId',
  ),
  ...restrict('OrderItem.PricebookEntryId', 'OrderItem.Product2Id', 'OpportunityLineItem.PricebookEntryId', 'QuoteLineItem.PricebookEntryId', 'Order.Pricebook2Id', 'Order.ContractId'),
]);

/** Targets of references that may be of several objects where the sources name none. */
export const POLYMORPHIC_TARGETS: Readonly<Record<string, readonly string[]>> = {
  'GroupMember.UserOrGroupId': ['Group', 'User'],
  'User.DelegatedApproverId': ['Group', 'User'],
  'CaseTeamMember.MemberId': ['Contact', 'User'],
  'CaseTeamTemplateMember.MemberId': ['Contact', 'User'],
  'CampaignMember.LeadOrContactId': ['Contact', 'Lead'],
  'Dashboard.FolderId': ['Folder'],
  'Document.FolderId': ['Folder', 'User'],
  'EmailTemplate.FolderId': ['EmailTemplate', 'Folder', 'Organization', 'User'],
  'EmailMessage.FromId': ['Contact', 'Lead', 'User'],
  'FeedComment.FeedItemId': ['FeedItem'],
  'FeedLike.FeedItemId': ['FeedItem'],
  'SetupEntityAccess.SetupEntityId': ['ApexClass', 'ApexPage', 'ConnectedApplication', 'CustomPermission', 'ExternalDataSource', 'NamedCredential'],
  'NetworkMemberGroup.ParentId': ['PermissionSet', 'Profile'],
  'Group.RelatedId': ['User', 'UserRole'],
  'WebLink.ScontrolId': ['Scontrol'],
};

/** Reference fields that may also point to custom objects → name of the children there; `activities` needs them enabled. */
export const OPEN_REFERENCES: Readonly<Record<string, { children: string | null; activities?: true }>> = {
  'Task.WhatId': { children: 'Tasks', activities: true },
  'Event.WhatId': { children: 'Events', activities: true },
  'ActivityHistory.WhatId': { children: 'ActivityHistories', activities: true },
  'OpenActivity.WhatId': { children: 'OpenActivities', activities: true },
  'Attachment.ParentId': { children: 'Attachments' },
  'Note.ParentId': { children: 'Notes' },
  'NoteAndAttachment.ParentId': { children: 'NotesAndAttachments' },
  'AttachedContentDocument.LinkedEntityId': { children: 'AttachedContentDocuments' },
  'CombinedAttachment.ParentId': { children: 'CombinedAttachments' },
  'ContentDocumentLink.LinkedEntityId': { children: 'ContentDocumentLinks' },
  'ContentVersion.FirstPublishLocationId': { children: null },
  'EntitySubscription.ParentId': { children: 'FeedSubscriptionsForEntity' },
  'FeedItem.ParentId': { children: null },
  'ProcessInstance.TargetObjectId': { children: 'ProcessInstances' },
  'ProcessInstanceHistory.TargetObjectId': { children: 'ProcessSteps' },
  'TopicAssignment.EntityId': { children: 'TopicAssignments' },
  'DuplicateRecordItem.RecordId': { children: 'DuplicateRecordItems' },
  'EmailMessage.RelatedToId': { children: 'Emails' },
};

/** Corrections and additions to single fields. */
export const FIELD_OVERRIDES: Readonly<Record<string, Partial<FieldSpec>>> = {
  'Opportunity.ForecastCategory': { createable: false, updateable: false },
  'Opportunity.ExpectedRevenue': { nillable: true },
  'OrderItem.QuoteLineItemId': { nillable: true },
  'OrderItem.PricebookEntryId': { nillable: true, updateable: false },
  'OrderItem.TotalPrice': { createable: false, updateable: false },
  'OpportunityLineItem.TotalPrice': { nillable: true },
  'OpportunityLineItem.PricebookEntryId': { updateable: false },
  'Order.AccountId': { nillable: true },
  'Order.Name': { nameField: false },
  'Order.TotalAmount': { createable: false, updateable: false, nillable: false },
  'Order.StatusCode': { createable: false, updateable: false, nillable: true },
  'Product2.IsActive': { defaultValueFormula: 'false' },
  'User.IsActive': { defaultValueFormula: 'true' },
  'User.Username': { unique: true, idLookup: true },
  'User.FederationIdentifier': { unique: true, caseSensitive: true },
  'Contact.RecordTypeId': { nillable: true, filterable: true, sortable: true, groupable: true },
  'Pricebook2.IsStandard': { createable: false, updateable: false },
  'ContentVersion.IsMajorVersion': { defaultValueFormula: 'true' },
  'ContentVersion.VersionData': { nillable: true },
  'Group.DeveloperName': { nillable: true },
};

/** Org-wide defaults of a fresh org; a project's `sharingModel` overrides them. Others follow their parent or are public. */
export const SHARING_MODELS: Readonly<Record<string, SharingModel>> = {
  Account: 'ReadWrite', Contact: 'ControlledByParent', Opportunity: 'ReadWrite', Lead: 'ReadWriteTransfer', Case: 'ReadWriteTransfer', Campaign: 'FullAccess',
  Order: 'ReadWrite', Contract: 'ReadWrite', Asset: 'ControlledByParent', Product2: 'ReadWrite', Pricebook2: 'Read', User: 'Read', Individual: 'ReadWrite', Quote: 'ControlledByParent',
  OrderItem: 'ControlledByParent', OpportunityLineItem: 'ControlledByParent', QuoteLineItem: 'ControlledByParent', CampaignMember: 'ControlledByParent', Task: 'Private', Event: 'Private',
  ContentVersion: 'Private', ContentDocument: 'Private',
};

/** Objects that no DML statement may change; their rows come from metadata or from the platform. */
export const READ_ONLY_OBJECTS: ReadonlySet<string> = new Set([
  'ActivityHistory', 'ApexClass', 'ApexComponent', 'ApexPage', 'ApexPageInfo', 'ApexTrigger', 'ApexTypeImplementor', 'AppDefinition', 'AppMenuItem', 'AppTabMember', 'AsyncApexJob', 'AttachedContentDocument',
  'AuraDefinition', 'AuraDefinitionBundle', 'AuthSession', 'BusinessProcess', 'CaseStatus', 'CombinedAttachment', 'ContentBody', 'ContractStatus', 'CronJobDetail', 'CronTrigger', 'CurrencyType',
  'CustomNotificationType', 'CustomPermission', 'DataStatistics', 'DataType', 'EmailStatus', 'EntityDefinition', 'EntityParticle', 'EventBusSubscriber', 'EventLogFile', 'FieldDefinition', 'FiscalYearSettings', 'FlexQueueItem',
  'FlowDefinitionView', 'FlowVersionView', 'FlowVariableView', 'FolderedContentDocument', 'IconDefinition', 'LeadStatus', 'ListView', 'LoginGeo', 'LoginHistory', 'LookedUpFromActivity', 'Name', 'NamedCredential', 'Network',
  'NoteAndAttachment', 'OauthToken', 'OpenActivity', 'OpportunityHistory', 'OpportunityStage', 'OrderStatus', 'OwnedContentDocument', 'Period', 'PermissionSetLicense', 'PicklistValueInfo', 'PlatformAction', 'ProcessDefinition',
  'ProcessInstance', 'ProcessInstanceHistory', 'ProcessInstanceNode', 'ProcessInstanceStep', 'ProcessInstanceWorkitem', 'ProcessNode', 'Profile', 'Publisher', 'RecentlyViewed', 'RecordType', 'RelationshipDomain', 'RelationshipInfo', 'SetupAuditTrail',
  'SearchLayout', 'Site', 'SiteDetail', 'SolutionStatus', 'StandardInvocableActionType', 'StaticResource', 'TabDefinition', 'TaskPriority', 'TaskStatus', 'TenantUsageEntitlement', 'UserEntityAccess', 'UserFieldAccess', 'UserLicense', 'UserPermissionAccess',
  'UserRecordAccess', 'UserSetupEntityAccess', 'UserAppMenuItem', 'WebLink', 'ColorDefinition', 'OwnerChangeOptionInfo', 'PlatformEventUsageMetric', 'KnowledgeableUser', 'Community', 'WorkOrderStatus', 'EventWhoRelation', 'TaskWhoRelation',
]);

/** May be updated but neither created nor deleted. */
export const UPDATE_ONLY_OBJECTS: ReadonlySet<string> = new Set(['Organization', 'ContentDocument', 'BusinessHours', 'ConnectedApplication', 'NetworkMember', 'Domain']);
/** May be created but not deleted. */
export const UNDELETABLE_RECORDS: ReadonlySet<string> = new Set(['User', 'ContentVersion', 'PlatformCachePartition']);
/** Can be merged. */
export const MERGEABLE_OBJECTS: ReadonlySet<string> = new Set(['Account', 'Contact', 'Lead', 'Case', 'Individual']);
/** Standard platform events. */
export const EVENT_OBJECTS: ReadonlySet<string> = new Set(['BatchApexErrorEvent', 'FlowExecutionErrorEvent', 'PlatformStatusAlertEvent']);

/** Labels that the name does not imply: [singular, plural]. */
export const OBJECT_LABELS: Readonly<Record<string, readonly [string, string]>> = {
  Product2: ['Product', 'Products'], Pricebook2: ['Price Book', 'Price Books'], PricebookEntry: ['Price Book Entry', 'Price Book Entries'], OrderItem: ['Order Product', 'Order Products'],
  OpportunityLineItem: ['Opportunity Product', 'Opportunity Products'], QuoteLineItem: ['Quote Line Item', 'Quote Line Items'], User: ['User', 'People'], UserRole: ['Role', 'Role'], Group: ['Group', 'Group'], Opportunity: ['Opportunity', 'Opportunities'],
  ContentVersion: ['Content Version', 'Content Versions'], AsyncApexJob: ['Apex Job', 'Apex Jobs'], CronTrigger: ['Scheduled Jobs', 'Scheduled Jobs'], CampaignMember: ['Campaign Member', 'Campaign Members'], Entitlement: ['Entitlement', 'Entitlements'],
  RecordType: ['Record Type', 'Record Types'], Individual: ['Individual', 'Individuals'], Site: ['Site', 'Sites'], QueueSobject: ['Queue Sobject', 'Queue Sobjects'],
};
