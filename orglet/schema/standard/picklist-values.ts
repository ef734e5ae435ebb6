/** Picklist values of a fresh org. Source: Object Reference and Metadata API Guide (StandardValueSet). */
import type { PicklistValue } from '../picklists.js';

type Attributes = Record<string, string | boolean | number>;
/** A value, or a value with attributes; `*` before it marks the default. */
type Entry = string | readonly [string, Attributes];

const SETS: Readonly<Record<string, readonly Entry[]>> = {
  AccountType: ['Prospect', 'Customer - Direct', 'Customer - Channel', 'Channel Partner / Reseller', 'Installation Partner', 'Technology Partner', 'Other'],
  Industry: [
    'Agriculture', 'Apparel', 'Banking', 'Biotechnology', 'Chemicals', 'Communications', 'Construction', 'Consulting', 'Education', 'Electronics', 'Energy', 'Engineering', 'Entertainment', 'Environmental',
    'Finance', 'Food & Beverage', 'Government', 'Healthcare', 'Hospitality', 'Insurance', 'Machinery', 'Manufacturing', 'Media', 'Not For Profit', 'Recreation', 'Retail', 'Shipping', 'Technology',
    'Telecommunications', 'Transportation', 'Utilities', 'Other',
  ],
  AccountOwnership: ['Public', 'Private', 'Subsidiary', 'Other'],
  AccountRating: ['Hot', 'Warm', 'Cold'],
  LeadSource: ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'],
  Salutation: ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'],
  CleanStatus: ['Matched', 'Different', 'Acknowledged', 'NotFound', 'Inactive', '*Pending', 'SelectMatch', 'Skipped'],
  GeocodeAccuracy: ['Address', 'NearAddress', 'Block', 'Street', 'ExtendedZip', 'Zip', 'Neighborhood', 'City', 'County', 'State', 'Unknown'],
  OpportunityStage: [
    ['Prospecting', { probability: 10, forecastCategory: 'Pipeline' }], ['Qualification', { probability: 10, forecastCategory: 'Pipeline' }], ['Needs Analysis', { probability: 20, forecastCategory: 'Pipeline' }],
    ['Value Proposition', { probability: 50, forecastCategory: 'Pipeline' }], ['Id. Decision Makers', { probability: 60, forecastCategory: 'Pipeline' }], ['Perception Analysis', { probability: 70, forecastCategory: 'Pipeline' }],
    ['Proposal/Price Quote', { probability: 75, forecastCategory: 'Pipeline' }], ['Negotiation/Review', { probability: 90, forecastCategory: 'Pipeline' }],
    ['Closed Won', { probability: 100, forecastCategory: 'Closed', closed: true, won: true }], ['Closed Lost', { probability: 0, forecastCategory: 'Omitted', closed: true }],
  ],
  OpportunityType: ['Existing Customer - Upgrade', 'Existing Customer - Replacement', 'Existing Customer - Downgrade', 'New Customer'],
  ForecastCategory: ['Omitted', 'Pipeline', 'BestCase', 'MostLikely', 'Forecast', 'Closed'],
  ForecastCategoryName: ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'],
  CaseStatus: ['*New', 'Working', 'Escalated', ['Closed', { closed: true }]],
  CasePriority: ['High', '*Medium', 'Low'],
  CaseOrigin: ['Phone', 'Email', 'Web'],
  CaseType: ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other'],
  CaseReason: ['Installation', 'Equipment Complexity', 'Performance', 'Breakdown', 'Equipment Design', 'Feedback', 'Other'],
  LeadStatus: ['*Open - Not Contacted', 'Working - Contacted', ['Closed - Converted', { converted: true }], 'Closed - Not Converted'],
  TaskStatus: ['*Not Started', 'In Progress', ['Completed', { closed: true }], 'Waiting on someone else', 'Deferred'],
  TaskPriority: [['High', { highPriority: true }], '*Normal', 'Low'],
  TaskSubject: ['Call', 'Email', 'Send Letter', 'Send Quote', 'Other'],
  TaskSubtype: ['*Task', 'Email', 'ListEmail', 'Cadence', 'Call', 'LinkedIn'],
  TaskType: ['Call', 'Meeting', 'Other', 'Email'],
  CallType: ['Internal', 'Inbound', 'Outbound'],
  EventSubject: ['Call', 'Email', 'Meeting', 'Send Letter/Quote', 'Other'],
  EventType: ['Email', 'Meeting', 'Other', 'Call'],
  EventSubtype: ['*Event'],
  ShowAs: ['*Busy', 'OutOfOffice', 'Free'],
  CampaignType: ['Conference', 'Webinar', 'Trade Show', 'Public Relations', 'Partners', 'Referral Program', 'Advertisement', 'Banner Ads', 'Direct Mail', 'Email', 'Telemarketing', 'Other'],
  CampaignStatus: ['*Planned', 'In Progress', 'Completed', 'Aborted'],
  CampaignMemberStatus: ['*Sent', ['Responded', { responded: true }]],
  ContractStatus: [['In Approval Process', { code: 'InApproval' }], ['Activated', { code: 'Activated' }], ['*Draft', { code: 'Draft' }]],
  ContractStatusCode: ['Draft', 'InApproval', 'Activated', 'Terminated', 'Expired'],
  OrderStatus: [['Draft', { code: 'Draft' }], ['Activated', { code: 'Activated' }]],
  OrderStatusCode: ['Draft', 'Activated', 'Canceled', 'Expired'],
  QuoteStatus: ['Draft', 'Needs Review', 'In Review', 'Approved', 'Rejected', 'Presented', 'Accepted', 'Denied'],
  Product2Family: ['None'],
  ScheduleType: ['Divide', 'Repeat'],
  InstallmentPeriod: ['Daily', 'Weekly', 'Monthly', 'Quarterly', 'Yearly'],
  AssetStatus: ['Shipped', 'Installed', 'Registered', 'Obsolete', 'Purchased'],
  SolutionStatus: ['*Draft', ['Reviewed', { reviewed: true }], 'Duplicate'],
  ContactRole: ['Business User', 'Decision Maker', 'Economic Buyer', 'Economic Decision Maker', 'Evaluator', 'Executive Sponsor', 'Influencer', 'Technical Buyer', 'Other'],
  OpportunityRole: ['Business User', 'Decision Maker', 'Economic Buyer', 'Economic Decision Maker', 'Evaluator', 'Executive Sponsor', 'Influencer', 'Technical Buyer', 'Other'],
  AccessLevel: ['Read', 'Edit', 'All'],
  RowCause: ['Owner', 'Manual', 'Rule', 'ImplicitChild', 'ImplicitParent', 'ImplicitPerson', 'Team', 'Territory', 'TerritoryManual', 'TerritoryRule', 'GuestRule', 'GuestParentImplicit', 'GuestPersonImplicit'],
  GroupType: [
    'Regular', 'Role', 'RoleAndSubordinates', 'RoleAndSubordinatesInternal', 'Manager', 'ManagerAndSubordinatesInternal', 'Organization', 'Queue', 'PRMOrganization', 'AllCustomerPortal', 'CollaborationGroup',
    'Territory', 'TerritoryAndSubordinates', 'ChannelProgramGroup', 'GuestUserGroup',
  ],
  UserType: ['Standard', 'PowerPartner', 'CSPLitePortal', 'CustomerSuccess', 'PowerCustomerSuccess', 'CsnOnly', 'SelfService', 'Guest', 'AutomatedProcess', 'CloudIntegrationUser'],
  Language: [
    'en_US', 'de', 'es', 'fr', 'it', 'ja', 'sv', 'ko', 'zh_TW', 'zh_CN', 'pt_BR', 'nl_NL', 'da', 'th', 'fi', 'ru', 'es_MX', 'no', 'ar', 'bg', 'hr', 'cs', 'en_GB', 'el', 'iw', 'hu', 'in', 'pl', 'pt_PT', 'ro', 'sk', 'sl', 'tr', 'uk', 'vi',
  ],
  Locale: [
    'ar_AE', 'ar_EG', 'bg_BG', 'ca_ES', 'cs_CZ', 'da_DK', 'de', 'de_AT', 'de_CH', 'de_DE', 'el_GR', 'en_AU', 'en_CA', 'en_GB', 'en_IE', 'en_IN', 'en_NZ', 'en_SG', 'en_US', 'en_ZA', 'es', 'es_AR', 'es_CL', 'es_CO', 'es_ES', 'es_MX', 'et_EE',
    'fi_FI', 'fr', 'fr_BE', 'fr_CA', 'fr_CH', 'fr_FR', 'fr_LU', 'he_IL', 'hi_IN', 'hr_HR', 'hu_HU', 'in_ID', 'it', 'it_CH', 'it_IT', 'iw_IL', 'ja', 'ja_JP', 'ko', 'ko_KR', 'lt_LT', 'lv_LV', 'nl', 'nl_BE', 'nl_NL', 'no', 'no_NO', 'pl', 'pl_PL', 'pt',
    'pt_BR', 'pt_PT', 'ro_RO', 'ru', 'ru_RU', 'sk_SK', 'sl_SI', 'sv', 'sv_SE', 'th', 'th_TH', 'tr', 'tr_TR', 'uk_UA', 'vi', 'vi_VN', 'zh', 'zh_CN', 'zh_HK', 'zh_TW',
  ],
  EmailEncoding: ['UTF-8', 'ISO-8859-1', 'Shift_JIS', 'ISO-2022-JP', 'EUC-JP', 'ks_c_5601-1987', 'Big5', 'GB2312', 'Big5-HKSCS', 'x-SJIS_0213'],
  ShareType: ['V', 'C', 'I'],
  FileVisibility: ['AllUsers', 'InternalUsers', 'SharedUsers'],
  ContentOrigin: ['*C', 'H'],
  ContentLocation: ['*S', 'E', 'L'],
  AsyncJobStatus: ['Queued', 'Processing', 'Aborted', 'Completed', 'Failed', 'Preparing', 'Holding'],
  AsyncJobType: ['Future', 'SharingRecalculation', 'ScheduledApex', 'BatchApex', 'BatchApexWorker', 'TestRequest', 'TestWorker', 'ApexToken', 'Queueable', 'AccountHierarchyCreator', 'DataWeave'],
  CronState: ['WAITING', 'ACQUIRED', 'EXECUTING', 'COMPLETE', 'ERROR', 'DELETED', 'PAUSED', 'BLOCKED', 'PAUSED_BLOCKED'],
  ApexStatus: ['Inactive', '*Active', 'Deleted'],
  EmailMessageStatus: ['0', '1', '2', '3', '4', '5'],
  FeedType: ['TrackedChange', 'UserStatus', 'TextPost', 'AdvancedTextPost', 'LinkPost', 'ContentPost', 'PollPost', 'RypplePost', 'CreateRecordEvent', 'CallLogPost', 'EmailMessageEvent', 'AttachArticleEvent', 'ChangeStatusPost'],
  ApprovalStatus: ['Started', 'Pending', 'Approved', 'Rejected', 'Removed', 'NoResponse', 'Fault', 'Held', 'Reassigned'],
  ProductUnit: ['Each'],
};

const FIELDS: Readonly<Record<string, string>> = {
  'Account.Type': 'AccountType', 'Account.Ownership': 'AccountOwnership', 'Account.Rating': 'AccountRating', 'Lead.Rating': 'AccountRating', 'Account.AccountSource': 'LeadSource',
  'Opportunity.StageName': 'OpportunityStage', 'Opportunity.Type': 'OpportunityType', 'Opportunity.ForecastCategory': 'ForecastCategory', 'Opportunity.ForecastCategoryName': 'ForecastCategoryName',
  'Case.Status': 'CaseStatus', 'Case.Priority': 'CasePriority', 'Case.Origin': 'CaseOrigin', 'Case.Type': 'CaseType', 'Case.Reason': 'CaseReason', 'Lead.Status': 'LeadStatus',
  'Task.Status': 'TaskStatus', 'Task.Priority': 'TaskPriority', 'Task.Subject': 'TaskSubject', 'Task.TaskSubtype': 'TaskSubtype', 'Task.Type': 'TaskType', 'Task.CallType': 'CallType',
  'Event.Subject': 'EventSubject', 'Event.Type': 'EventType', 'Event.ShowAs': 'ShowAs', 'Event.EventSubtype': 'EventSubtype',
  'Campaign.Type': 'CampaignType', 'Campaign.Status': 'CampaignStatus', 'CampaignMember.Status': 'CampaignMemberStatus',
  'Contract.Status': 'ContractStatus', 'Contract.StatusCode': 'ContractStatusCode', 'ContractStatus.StatusCode': 'ContractStatusCode',
  'Order.Status': 'OrderStatus', 'Order.StatusCode': 'OrderStatusCode', 'OrderStatus.StatusCode': 'OrderStatusCode', 'Quote.Status': 'QuoteStatus', 'Product2.Family': 'Product2Family',
  'Product2.QuantityScheduleType': 'ScheduleType', 'Product2.RevenueScheduleType': 'ScheduleType', 'Product2.QuantityInstallmentPeriod': 'InstallmentPeriod', 'Product2.RevenueInstallmentPeriod': 'InstallmentPeriod',
  'Product2.QuantityUnitOfMeasure': 'ProductUnit', 'Asset.Status': 'AssetStatus', 'Solution.Status': 'SolutionStatus', 'OpportunityContactRole.Role': 'OpportunityRole', 'AccountContactRole.Role': 'ContactRole', 'ContractContactRole.Role': 'ContactRole',
  'CaseContactRole.Role': 'ContactRole', 'Group.Type': 'GroupType', 'User.UserType': 'UserType', 'Profile.UserType': 'UserType', 'User.LanguageLocaleKey': 'Language', 'Organization.LanguageLocaleKey': 'Language',
  'User.LocaleSidKey': 'Locale', 'User.EmailEncodingKey': 'EmailEncoding', 'ContentDocumentLink.ShareType': 'ShareType', 'ContentDocumentLink.Visibility': 'FileVisibility',
  'ContentVersion.Origin': 'ContentOrigin', 'ContentVersion.ContentLocation': 'ContentLocation', 'AsyncApexJob.Status': 'AsyncJobStatus', 'AsyncApexJob.JobType': 'AsyncJobType', 'CronTrigger.State': 'CronState',
  'ApexClass.Status': 'ApexStatus', 'ApexTrigger.Status': 'ApexStatus', 'EmailMessage.Status': 'EmailMessageStatus', 'FeedItem.Type': 'FeedType', 'ProcessInstance.Status': 'ApprovalStatus', 'ProcessInstanceStep.StepStatus': 'ApprovalStatus',
};

/** Fields of the same name on many objects. */
const COMMON_FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^Industry$/, 'Industry'],
  [/^LeadSource$/, 'LeadSource'],
  [/^Salutation$/, 'Salutation'],
  [/^CleanStatus$/, 'CleanStatus'],
  [/GeocodeAccuracy$/, 'GeocodeAccuracy'],
  [/AccessLevel$/, 'AccessLevel'],
  [/^RowCause$/, 'RowCause'],
  [/^Language$/, 'Language'],
];

const materialised = new Map<string, readonly PicklistValue[]>();

function valuesOf(set: string): readonly PicklistValue[] {
  let values = materialised.get(set);
  if (!values) {
    values = SETS[set]!.map((entry) => {
      const [text, attributes] = typeof entry === 'string' ? [entry, {}] : entry;
      const isDefault = text.startsWith('*');
      const value = isDefault ? text.slice(1) : text;
      return { value, label: value, active: true, default: isDefault, validFor: null, attributes };
    });
    materialised.set(set, values);
  }
  return values;
}

const timeZones = (): readonly PicklistValue[] => {
  let values = materialised.get('TimeZone');
  if (!values) {
    const names = [...new Set([...Intl.supportedValuesOf('timeZone'), 'GMT', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'UTC'])].sort();
    values = names.map((value) => ({ value, label: value, active: true, default: false, validFor: null, attributes: {} }));
    materialised.set('TimeZone', values);
  }
  return values;
};

/** Values of a standard picklist field, or null when none are known. */
export function standardPicklist(object: string, field: string): readonly PicklistValue[] | null {
  if (/TimeZoneSidKey$/.test(field)) return timeZones();
  const set = FIELDS[`${object}.${field}`] ?? COMMON_FIELDS.find(([pattern]) => pattern.test(field))?.[1];
  return set ? valuesOf(set) : null;
}

/** Standard value sets whose name (as metadata has it) is not the one used here → fields that take their values. */
export function fieldsOfStandardValueSet(name: string): string[] {
  const set = VALUE_SET_NAMES[name] ?? name;
  if (set === 'LeadSource') return ['Account.AccountSource', 'Contact.LeadSource', 'Lead.LeadSource', 'Opportunity.LeadSource'];
  if (set === 'Industry') return ['Account.Industry', 'Lead.Industry'];
  if (set === 'Salutation') return ['Contact.Salutation', 'Lead.Salutation'];
  return Object.keys(FIELDS).filter((field) => FIELDS[field] === set);
}

/** StandardValueSet name of the Metadata API → name used here. */
const VALUE_SET_NAMES: Readonly<Record<string, string>> = {
  ContactRole: 'ContactRole', OpportunityStage: 'OpportunityStage', Product2Family: 'Product2Family', TaskSubject: 'TaskSubject', EventSubject: 'EventSubject',
  CampaignMemberStatus: 'CampaignMemberStatus', SalesTeamRole: 'OpportunityRole', RoleInOpportunity: 'OpportunityRole', ForecastCategoryName: 'ForecastCategoryName',
  QuantityUnitOfMeasure: 'ProductUnit',
};
