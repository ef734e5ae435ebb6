/** Object permissions of standard profiles, and standard objects whose rights are those of another object. */

/** Letters of what is granted: r read, c create, e edit, d delete. */
export type Letters = string;

const STANDARD_USER: Readonly<Record<string, Letters>> = {
  Account: 'rced',
  Asset: 'rced',
  Campaign: 'r',
  Case: 'rce',
  Contact: 'rced',
  Contract: 'rced',
  Document: 'r',
  Idea: 'rc',
  Individual: 'rced',
  Lead: 'rced',
  Opportunity: 'rced',
  Order: 'rced',
  Pricebook2: 'r',
  Product2: 'r',
  Quote: 'rced',
  Solution: 'r',
  WorkOrder: 'rced',
};
const all = (letters: Letters): Readonly<Record<string, Letters>> =>
  Object.fromEntries(Object.keys(STANDARD_USER).map((object) => [object, letters]));
const CUSTOMER = { Account: 'r', Asset: 'r', Case: 'rce', Contact: 'rce', Order: 'r', Product2: 'r' };

/**
 * Object permissions of the standard profiles, which no administrator can change.
 * @see https://help.salesforce.com/s/articleView?id=platform.standard_profiles.htm&type=5
 */
export const STANDARD_PROFILE_OBJECTS: Readonly<Record<string, Readonly<Record<string, Letters>>>> = {
  'System Administrator': all('rced'),
  'Standard User': STANDARD_USER,
  'Read Only': all('r'),
  'Marketing User': { ...STANDARD_USER, Campaign: 'rced', Document: 'rced' },
  'Contract Manager': STANDARD_USER,
  'Solution Manager': { ...STANDARD_USER, Solution: 'rced', Case: 'rced' },
  'Standard Platform User': {
    Account: 'rced',
    Contact: 'rced',
    Document: 'r',
    Individual: 'rced',
    Pricebook2: 'r',
    Product2: 'r',
  },
  'Customer Community User': CUSTOMER,
  'Customer Community Login User': CUSTOMER,
  'Customer Community Plus User': { ...CUSTOMER, Contract: 'r' },
  'Partner Community User': {
    ...CUSTOMER,
    Account: 'rce',
    Contract: 'r',
    Lead: 'rce',
    Opportunity: 'rce',
    Pricebook2: 'r',
  },
};

/** Profiles of full licences: their users see the standard fields of what they may read, and work with activities and files. */
export const FULL_PROFILES: Readonly<Record<string, { everyday: Letters }>> = {
  'Standard User': { everyday: 'rced' },
  'Marketing User': { everyday: 'rced' },
  'Contract Manager': { everyday: 'rced' },
  'Solution Manager': { everyday: 'rced' },
  'Read Only': { everyday: 'r' },
};

/**
 * Objects without permissions of their own: who may read the parent reads them, who may edit it writes them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_orderitem.htm and its like
 */
export const FOLLOWERS: Readonly<Record<string, string>> = {
  AccountContactRelation: 'Account',
  AccountContactRole: 'Account',
  AccountPartner: 'Account',
  AssetRelationship: 'Asset',
  CampaignMember: 'Campaign',
  CampaignMemberStatus: 'Campaign',
  CaseComment: 'Case',
  CaseContactRole: 'Case',
  CaseSolution: 'Case',
  CaseTeamMember: 'Case',
  ContractContactRole: 'Contract',
  EntitlementContact: 'Entitlement',
  IdeaComment: 'Idea',
  OpportunityCompetitor: 'Opportunity',
  OpportunityContactRole: 'Opportunity',
  OpportunityHistory: 'Opportunity',
  OpportunityLineItem: 'Opportunity',
  OpportunityLineItemSchedule: 'Opportunity',
  OpportunityPartner: 'Opportunity',
  OpportunitySplit: 'Opportunity',
  OpportunityTeamMember: 'Opportunity',
  OrderItem: 'Order',
  Partner: 'Account',
  PricebookEntry: 'Pricebook2',
  QuoteDocument: 'Quote',
  QuoteLineItem: 'Quote',
  TimeSlot: 'OperatingHours',
  WorkOrderLineItem: 'WorkOrder',
};

/** Activities, files, conversations: everyday objects that no profile has object permissions on. */
export const EVERYDAY_OBJECTS: ReadonlySet<string> = new Set([
  'ActivityHistory',
  'AttachedContentDocument',
  'Attachment',
  'CollaborationGroup',
  'CollaborationGroupMember',
  'CombinedAttachment',
  'ContentDistribution',
  'ContentDistributionView',
  'ContentDocument',
  'ContentDocumentLink',
  'ContentFolder',
  'ContentFolderItem',
  'ContentFolderLink',
  'ContentFolderMember',
  'ContentVersion',
  'ContentWorkspace',
  'ContentWorkspaceDoc',
  'ContentWorkspaceMember',
  'Dashboard',
  'DashboardComponent',
  'DuplicateRecordItem',
  'DuplicateRecordSet',
  'EmailMessage',
  'EmailMessageRelation',
  'EmailStatus',
  'EntitySubscription',
  'Event',
  'EventRelation',
  'FeedAttachment',
  'FeedComment',
  'FeedItem',
  'FeedLike',
  'FeedTrackedChange',
  'Note',
  'NoteAndAttachment',
  'OpenActivity',
  'OwnedContentDocument',
  'ProcessInstance',
  'ProcessInstanceHistory',
  'ProcessInstanceNode',
  'ProcessInstanceStep',
  'ProcessInstanceWorkitem',
  'RecentlyViewed',
  'Report',
  'Task',
  'TaskRelation',
  'Topic',
  'TopicAssignment',
  'Vote',
]);
