// What public projects' tests rely on and no other test pins; docs/conformance.md lists the projects.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Org } from './org.js';
import { openTestOrg } from './test-project.js';

const metadata = (root: string, body: string) =>
  `<?xml version="1.0"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${body}</${root}>`;
const relationship = (name: string, target: string, more = '') =>
  metadata(
    'CustomField',
    `<fullName>${name}</fullName><label>${name}</label><type>MetadataRelationship</type><referenceTo>${target}</referenceTo><relationshipName>${name.slice(0, -3)}s</relationshipName>${more}`,
  );

const FILES: Record<string, string> = {
  'objects/Rate__c/Rate__c.object-meta.xml': metadata(
    'CustomObject',
    '<customSettingsType>List</customSettingsType><label>Rate</label>',
  ),
  'objects/Job__c/Job__c.object-meta.xml': metadata(
    'CustomObject',
    '<label>Job</label><pluralLabel>Jobs</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel><sharingReasons><fullName>Recruiter__c</fullName><label>Recruiter</label></sharingReasons>',
  ),
  'objects/Map__mdt/Map__mdt.object-meta.xml': metadata(
    'CustomObject',
    '<label>Map</label><pluralLabel>Maps</pluralLabel>',
  ),
  'objects/Map__mdt/fields/Entity__c.field-meta.xml': relationship('Entity__c', 'EntityDefinition'),
  'objects/Map__mdt/fields/Field__c.field-meta.xml': relationship(
    'Field__c',
    'FieldDefinition',
    '<metadataRelationshipControllingField>Map__mdt.Entity__c</metadataRelationshipControllingField>',
  ),
  'customMetadata/Map.Phone.md-meta.xml': metadata(
    'CustomMetadata',
    '<label>Phone</label><values><field>Entity__c</field><value xsi:type="xsd:string">Account</value></values><values><field>Field__c</field><value xsi:type="xsd:string">Phone</value></values>',
  ),
  'staticresources/greeting.resource-meta.xml': metadata(
    'StaticResource',
    '<contentType>text/plain</contentType><cacheControl>Public</cacheControl>',
  ),
  'staticresources/greeting.txt': 'hello',
};

const CASES: [title: string, apex: string][] = [
  [
    // https://salesforce.stackexchange.com/questions/127548: answer of Salesforce's support
    'a checkbox without a value is false in dot notation and null in get',
    `Contact c = new Contact(DoNotCall = null);
    Assert.areEqual(false, c.DoNotCall);
    Assert.areEqual(null, c.get('DoNotCall'));
    Assert.areEqual(false, new Contact().HasOptedOutOfEmail);`,
  ],
  [
    'the number of a null Object is null, that of a null text an error',
    `Assert.areEqual(null, Integer.valueOf(new Account().get('AnnualRevenue')));
    try { Integer.valueOf((String) null); Assert.fail(); } catch (NullPointerException e) { Assert.areEqual('Argument cannot be null.', e.getMessage()); }`,
  ],
  [
    'a row of a list setting belongs to the organization',
    `insert new Rate__c(Name = 'a');
    Assert.areEqual(UserInfo.getOrganizationId(), [SELECT SetupOwnerId FROM Rate__c].SetupOwnerId);`,
  ],
  [
    'objects and fields are rows, which metadata records refer to',
    `Assert.areEqual('Account', [SELECT QualifiedApiName FROM EntityDefinition WHERE KeyPrefix = '001'].QualifiedApiName);
    Map__mdt row = [SELECT Field__c, Field__r.QualifiedApiName, Entity__r.Label FROM Map__mdt WHERE Entity__r.QualifiedApiName = 'Account'];
    Assert.areEqual('Account.Phone', row.Field__c);
    Assert.areEqual('Phone', row.Field__r.QualifiedApiName);
    Assert.areEqual('Account', row.Entity__r.Label);`,
  ],
  [
    // https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_bulk_sharing_creating_with_apex.htm
    'sharing reasons are texts',
    `Assert.areEqual('Recruiter__c', Schema.Job__Share.RowCause.Recruiter__c);
    Assert.areEqual('Manual', AccountShare.RowCause.Manual);`,
  ],
  [
    // https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_cursors.htm
    'a page of a pagination cursor is full in spite of deleted records',
    `insert new List<Account>{ new Account(Name = 'p1'), new Account(Name = 'p2'), new Account(Name = 'p3') };
    Database.PaginationCursor cursor = Database.getPaginationCursor('SELECT Name FROM Account WHERE Name LIKE \\'p_\\' ORDER BY Name');
    delete [SELECT Id FROM Account WHERE Name = 'p1'];
    Database.CursorFetchResult page = cursor.fetchPage(0, 2);
    Assert.areEqual(2, page.getRecords().size());
    Assert.areEqual(1, page.getNumDeletedRecords());
    Assert.areEqual(3, page.getNextIndex());
    Assert.isTrue(page.isDone());`,
  ],
  [
    'addError shows in getErrors before DML',
    `Account a = new Account();
    a.addError('no');
    Assert.isTrue(a.hasErrors());
    Assert.areEqual('no', a.getErrors()[0].getMessage());
    Assert.areEqual('no', a.getErrors()[0].message);`,
  ],
  [
    'aggregate results can be made from JSON',
    `List<AggregateResult> rows = (List<AggregateResult>) JSON.deserialize('[{"Id":"001000000000001AAA"}]', List<AggregateResult>.class);
    Assert.areEqual('001000000000001AAA', rows[0].Id);`,
  ],
  [
    // https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_formulaeval.htm
    'a formula runs over a record',
    `FormulaEval.FormulaInstance fx = Formula.builder().withReturnType(FormulaEval.FormulaReturnType.INTEGER)
      .withType(Account.SObjectType).withFormula('LEN(Name) + 1').build();
    Assert.areEqual(4, (Integer) fx.evaluate(new Account(Name = 'abc')));
    Assert.areEqual(new Set<String>{ 'Name' }, fx.getReferencedFields());
    try {
      Formula.builder().withReturnType(FormulaEval.FormulaReturnType.BOOLEAN).withType(Account.SObjectType).withFormula('Name').build();
      Assert.fail();
    } catch (FormulaValidationException e) { Assert.isNotNull(e.getMessage()); }`,
  ],
  [
    'a formula runs over a global class',
    `FormulaEval.FormulaInstance fx = Formula.builder().withReturnType(FormulaEval.FormulaReturnType.BOOLEAN)
      .withType(Change.class).withFormula('AND(record.Name = "abc", urgent)').build();
    Change change = new Change();
    change.record = new Account(Name = 'abc');
    Assert.areEqual(false, fx.evaluate(change));
    change.urgent = true;
    Assert.areEqual(true, fx.evaluate(change));`,
  ],
  [
    'putAll takes records without an Id, which the constructor refuses; conversions to Id check the form only',
    `Map<Id, Account> accounts = new Map<Id, Account>();
    accounts.putAll(new List<Account>{ new Account(Name = 'a') });
    Assert.areEqual(1, accounts.size());
    try { new Map<Id, Account>(accounts.values()); Assert.fail(); } catch (ListException e) { Assert.areEqual('Row with null Id at index: 0', e.getMessage()); }
    Id made = '000000000000000009';
    Assert.areEqual('000000000000000009', made);`,
  ],
  [
    'logging levels rise from detail to none',
    `Assert.isTrue(LoggingLevel.FINEST.ordinal() < LoggingLevel.DEBUG.ordinal());
    Assert.isTrue(LoggingLevel.ERROR.ordinal() < LoggingLevel.NONE.ordinal());`,
  ],
  [
    'assertions compare moments to the second',
    `Assert.areEqual(Datetime.newInstance(1000L), Datetime.newInstance(1999L));
    Assert.areNotEqual(Datetime.newInstance(1999L), Datetime.newInstance(2000L));`,
  ],
  [
    'a static resource has its content, a file needs some',
    `Assert.areEqual('hello', [SELECT Body FROM StaticResource WHERE Name = 'greeting'].Body.toString());
    Database.SaveResult result = Database.insert(new ContentVersion(PathOnClient = 'a.txt', VersionData = Blob.valueOf('')), false);
    Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, result.getErrors()[0].getStatusCode());`,
  ],
  [
    'recipients of an e-mail by Id become relations',
    // https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_emailmessagerelation.htm
    `EmailMessage sent = new EmailMessage(Subject = 's', ToAddress = 'a@b.example', ToIds = new List<String>{ UserInfo.getUserId() });
    insert sent;
    EmailMessageRelation relation = [SELECT RelationId, RelationType FROM EmailMessageRelation WHERE EmailMessageId = :sent.Id];
    Assert.areEqual(UserInfo.getUserId(), relation.RelationId);
    Assert.areEqual('ToAddress', relation.RelationType);
    insert new EmailMessage(Subject = 'none');`,
  ],
];

let org: Org;
before(
  () =>
    (org = openTestOrg({
      classes: { Change: 'global class Change { global Account record; global Boolean urgent = false; }' },
      files: FILES,
    })),
);
after(() => org.close());

for (const [title, apex] of CASES) {
  test(title, () => {
    const { error } = org.executeAnonymous(apex);
    assert.equal(error?.message, undefined);
  });
}
