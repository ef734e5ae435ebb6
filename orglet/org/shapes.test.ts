/** What only some orgs have: an org made by a scratch org definition. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { MissingFeatureError } from './missing-feature.js';
import type { Org } from './org.js';
import { openTestOrg, writeProject, type ProjectFiles } from './test-project.js';
import type { OrgOptions } from './types.js';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const ORDERS = { orderSettings: { enableOrders: true } };

let org: Org | null = null;
afterEach(() => {
  org?.close();
  org = null;
});

/** Opens an org with these features. */
function open(
  features: string[],
  settings: object = ORDERS,
  files: ProjectFiles = {},
  options: Partial<OrgOptions> = {},
) {
  const directory = writeProject({});
  const definition = join(directory, 'def.json');
  writeFileSync(definition, JSON.stringify({ orgName: 'Test', features, settings }));
  return (org = openTestOrg(files, { definition, ...options }));
}

/** Runs a block whose failed assertions fail the test. */
const run = (apex: string) => org!.runAnonymous(apex);

const EURO = {
  attributes: { type: 'CurrencyType' },
  IsoCode: 'EUR',
  ConversionRate: 0.9,
  DecimalPlaces: 2,
  IsActive: true,
};

function recordFile(records: object[]): string {
  const file = join(writeProject({}), 'records.json');
  writeFileSync(file, JSON.stringify({ records }));
  return file;
}

test('an org without a definition has Orders, and no trace of the rest', () => {
  org = openTestOrg({});
  run(`
    System.assertEquals(false, UserInfo.isMultiCurrencyOrganization());
    System.assertEquals(false, Schema.SObjectType.Account.fields.getMap().containsKey('CurrencyIsoCode'));
    System.assertEquals(false, Schema.SObjectType.Account.fields.getMap().containsKey('IsPersonAccount'));
    System.assertEquals(false, Schema.SObjectType.Order.fields.getMap().containsKey('ShippingCountryCode'));
    System.assertEquals(false, Schema.getGlobalDescribe().containsKey('CurrencyType'));`);
});

test('records of an org with several currencies are in the user’s, unless they name another one that is active', () => {
  open(['MultiCurrency'], ORDERS, {}, { recordFiles: [recordFile([EURO])] });
  assert.deepEqual(
    org!
      .query('SELECT IsoCode, IsCorporate FROM CurrencyType ORDER BY IsoCode')
      .map((row) => [row.IsoCode, row.IsCorporate]),
    [
      ['EUR', false],
      ['USD', true],
    ],
  );
  run(`
    System.assertEquals(true, UserInfo.isMultiCurrencyOrganization());
    Account plain = new Account(Name = 'A');
    insert plain;
    Account euro = new Account(Name = 'B', CurrencyIsoCode = 'EUR');
    insert euro;
    System.assertEquals('USD', [SELECT CurrencyIsoCode FROM Account WHERE Id = :plain.Id].CurrencyIsoCode);
    System.assertEquals('EUR', [SELECT CurrencyIsoCode FROM Account WHERE Id = :euro.Id].CurrencyIsoCode);
    System.assertEquals(2, Account.CurrencyIsoCode.getDescribe().getPicklistValues().size());
    try {
      insert new Account(Name = 'C', CurrencyIsoCode = 'GBP');
      System.assert(false, 'saved');
    } catch (DmlException e) {
      System.assertEquals(StatusCode.INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, e.getDmlType(0));
    }`);
});

// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_pricebookentry.htm
test('a product has one price in a book for each currency, and an order takes those of its own', () => {
  open(['MultiCurrency'], ORDERS, {}, { recordFiles: [recordFile([EURO])] });
  run(`
    Id book = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE].Id;
    update new Pricebook2(Id = book, IsActive = true);
    Product2 product = new Product2(Name = 'Mug', IsActive = true);
    insert product;
    PricebookEntry usd = new PricebookEntry(Pricebook2Id = book, Product2Id = product.Id, UnitPrice = 10, IsActive = true);
    PricebookEntry eur = new PricebookEntry(Pricebook2Id = book, Product2Id = product.Id, UnitPrice = 9, IsActive = true, CurrencyIsoCode = 'EUR');
    insert new List<PricebookEntry>{ usd, eur };
    try {
      insert new PricebookEntry(Pricebook2Id = book, Product2Id = product.Id, UnitPrice = 8, CurrencyIsoCode = 'EUR');
      System.assert(false, 'saved');
    } catch (DmlException e) {
      System.assertEquals(StatusCode.DUPLICATE_VALUE, e.getDmlType(0));
    }
    Pricebook2 own = new Pricebook2(Name = 'Own', IsActive = true);
    insert own;
    insert new PricebookEntry(Pricebook2Id = own.Id, Product2Id = product.Id, UnitPrice = 8, IsActive = true, CurrencyIsoCode = 'EUR');
    Account buyer = new Account(Name = 'Buyer');
    insert buyer;
    Order placed = new Order(AccountId = buyer.Id, EffectiveDate = Date.today(), Status = 'Draft', Pricebook2Id = book, CurrencyIsoCode = 'EUR');
    insert placed;
    try {
      insert new OrderItem(OrderId = placed.Id, PricebookEntryId = usd.Id, Quantity = 1, UnitPrice = 10);
      System.assert(false, 'saved');
    } catch (DmlException e) {
      System.assertEquals(StatusCode.FIELD_INTEGRITY_EXCEPTION, e.getDmlType(0));
    }
    insert new OrderItem(OrderId = placed.Id, PricebookEntryId = eur.Id, Quantity = 1, UnitPrice = 9);
    System.assertEquals('EUR', [SELECT CurrencyIsoCode FROM OrderItem].CurrencyIsoCode);
    try {
      update new Order(Id = placed.Id, CurrencyIsoCode = 'USD');
      System.assert(false, 'saved');
    } catch (DmlException e) {
      System.assertEquals(StatusCode.FIELD_INTEGRITY_EXCEPTION, e.getDmlType(0));
    }`);
});

const CONTACT_FIELD: ProjectFiles = {
  files: {
    'objects/Contact/fields/Key__c.field-meta.xml': `<CustomField ${NS}><fullName>Key__c</fullName><label>Key</label><length>80</length><type>Text</type><unique>true</unique></CustomField>`,
  },
  triggers: {
    ContactTrigger: "trigger ContactTrigger on Contact (before insert) { Trigger.new[0].Department = 'Trigger'; }",
  },
};

test('a person account comes with a contact that follows it and fires no trigger of contacts', () => {
  open(['PersonAccounts'], ORDERS, CONTACT_FIELD);
  run(`
    Id person = [SELECT Id FROM RecordType WHERE SobjectType = 'Account' AND IsPersonType = TRUE].Id;
    Account ada = new Account(RecordTypeId = person, FirstName = 'Ada', LastName = 'Byron', PersonEmail = 'ada@example.com', Key__pc = 'k', Phone = '1');
    insert ada;
    Account read = [SELECT Name, IsPersonAccount, PersonContactId, PersonEmail FROM Account WHERE Id = :ada.Id];
    System.assertEquals('Ada Byron', read.Name);
    System.assertEquals(true, read.IsPersonAccount);
    Contact contact = [SELECT Id, AccountId, Email, Key__c, Name, Phone, IsPersonAccount, Department FROM Contact];
    System.assertEquals(read.PersonContactId, contact.Id);
    System.assertEquals(ada.Id, contact.AccountId);
    System.assertEquals('ada@example.com', contact.Email);
    System.assertEquals('k', contact.Key__c);
    System.assertEquals('Ada Byron', contact.Name);
    System.assertEquals(true, contact.IsPersonAccount);
    System.assertEquals(null, contact.Department);
    update new Account(Id = ada.Id, LastName = 'Lovelace', PersonEmail = 'l@example.com');
    contact = [SELECT Name, Email FROM Contact];
    System.assertEquals('Ada Lovelace', contact.Name);
    System.assertEquals('l@example.com', contact.Email);
    try {
      update new Contact(Id = contact.Id, LastName = 'King');
      System.assert(false, 'saved');
    } catch (DmlException e) {
      System.assertEquals(StatusCode.INVALID_PERSON_ACCOUNT_OPERATION, e.getDmlType(0));
    }
    delete ada;
    System.assertEquals(0, [SELECT COUNT() FROM Contact]);`);
});

test('names and unique keys of person accounts are checked', () => {
  open(['PersonAccounts'], ORDERS, CONTACT_FIELD);
  run(`
    insert new Contact(LastName = 'First', Key__c = 'k');
    List<Account> wrong = new List<Account>{
      new Account(LastName = 'Second', Key__pc = 'k'),
      new Account(Name = 'Business', LastName = 'Third'),
      new Account(RecordTypeId = [SELECT Id FROM RecordType WHERE IsPersonType = TRUE].Id, FirstName = 'Fourth'),
      new Account(Name = 'Business', PersonEmail = 'a@example.com')
    };
    List<StatusCode> codes = new List<StatusCode>();
    for (Database.SaveResult result : Database.insert(wrong, false)) codes.add(result.getErrors()[0].getStatusCode());
    System.assertEquals(
      new List<StatusCode>{ StatusCode.DUPLICATE_VALUE, StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE, StatusCode.REQUIRED_FIELD_MISSING, StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE },
      codes
    );
    insert new Account(Name = 'Business');
    System.assertEquals(1, [SELECT COUNT() FROM Account WHERE IsPersonAccount = FALSE]);`);
});

// https://help.salesforce.com/s/articleView?id=xcloud.admin_state_country_picklists_field_syncing.htm
test('codes and texts of an address follow each other, and what is not on the list is refused', () => {
  open(['StateAndCountryPicklist']);
  run(`
    Account byCode = new Account(Name = 'A', BillingCountryCode = 'US', BillingStateCode = 'CA', ShippingCountryCode = 'KR');
    Account byText = new Account(Name = 'B', BillingCountry = 'Mexico', BillingState = 'Jalisco', ShippingCountry = 'Germany', ShippingState = 'Hessen');
    insert new List<Account>{ byCode, byText };
    Account read = [SELECT BillingCountry, BillingState, ShippingCountry FROM Account WHERE Id = :byCode.Id];
    System.assertEquals('United States', read.BillingCountry);
    System.assertEquals('California', read.BillingState);
    System.assertEquals('Korea, Republic of', read.ShippingCountry);
    read = [SELECT BillingCountryCode, BillingStateCode, ShippingState FROM Account WHERE Id = :byText.Id];
    System.assertEquals('MX', read.BillingCountryCode);
    System.assertEquals('JA', read.BillingStateCode);
    System.assertEquals('Hessen', read.ShippingState, 'a country without a list takes any text');
    update new Account(Id = byCode.Id, BillingCountryCode = null);
    read = [SELECT BillingCountry, BillingState, BillingStateCode FROM Account WHERE Id = :byCode.Id];
    System.assertEquals(null, read.BillingCountry);
    System.assertEquals(null, read.BillingStateCode);
    List<Account> wrong = new List<Account>{
      new Account(Name = 'C', BillingCountry = 'South Korea'),
      new Account(Name = 'D', BillingCountryCode = 'US', BillingStateCode = 'JA'),
      new Account(Name = 'E', BillingState = 'California'),
      new Account(Id = byText.Id, BillingCountryCode = 'US', BillingCountry = 'Mexico')
    };
    for (Integer i = 0; i < 4; i++) {
      List<Account> one = new List<Account>{ wrong[i] };
      Database.SaveResult result = i < 3 ? Database.insert(one, false)[0] : Database.update(one, false)[0];
      System.assertEquals(false, result.isSuccess(), wrong[i].Name);
      System.assertEquals(StatusCode.FIELD_INTEGRITY_EXCEPTION, result.getErrors()[0].getStatusCode());
    }`);
});

test('settings change the list of countries; dependent values tell their countries in JSON', () => {
  open(['StateAndCountryPicklist'], {
    ...ORDERS,
    addressSettings: {
      countriesAndStates: {
        countries: [
          { isoCode: 'US', integrationValue: 'USA' },
          { isoCode: 'KP', active: false },
        ],
      },
    },
  });
  run(`
    Account usa = new Account(Name = 'A', BillingCountryCode = 'US');
    insert usa;
    System.assertEquals('USA', [SELECT BillingCountry FROM Account].BillingCountry);
    List<Schema.PicklistEntry> countries = Account.BillingCountryCode.getDescribe().getPicklistValues();
    Integer at = -1;
    for (Integer i = 0; i < countries.size(); i++) {
      System.assertNotEquals('KP', countries[i].getValue());
      if (countries[i].getValue() == 'US') at = i;
    }
    for (Schema.PicklistEntry state : Account.BillingStateCode.getDescribe().getPicklistValues()) {
      if (state.getLabel() != 'California') continue;
      Map<String, Object> parts = (Map<String, Object>) JSON.deserializeUntyped(JSON.serialize(state));
      String hex = EncodingUtil.convertToHex(EncodingUtil.base64Decode((String) parts.get('validFor')));
      Integer nibble = '0123456789abcdef'.indexOf(hex.substring(at / 4, at / 4 + 1));
      System.assertNotEquals(0, nibble & (8 >> Math.mod(at, 4)));
    }`);
});

const rules = (action: string, operation: string): Record<string, string> => ({
  'duplicateRules/Contact.Same.duplicateRule-meta.xml': `<DuplicateRule ${NS}><actionOnInsert>${action}</actionOnInsert><actionOnUpdate>Allow</actionOnUpdate><alertText>Use one of these records?</alertText><duplicateRuleMatchRules><matchRuleSObjectType>Contact</matchRuleSObjectType><matchingRule>Same</matchingRule></duplicateRuleMatchRules><isActive>true</isActive><masterLabel>Same</masterLabel><operationsOnInsert>${operation}</operationsOnInsert></DuplicateRule>`,
  'matchingRules/Contact.matchingRule-meta.xml': `<MatchingRules ${NS}><matchingRules><fullName>Same</fullName><label>Same</label><booleanFilter>1 OR (2 AND 3)</booleanFilter><matchingRuleItems><blankValueBehavior>NullNotAllowed</blankValueBehavior><fieldName>Email</fieldName><matchingMethod>Exact</matchingMethod></matchingRuleItems><matchingRuleItems><blankValueBehavior>MatchBlanks</blankValueBehavior><fieldName>FirstName</fieldName><matchingMethod>FirstName</matchingMethod></matchingRuleItems><matchingRuleItems><blankValueBehavior>NullNotAllowed</blankValueBehavior><fieldName>LastName</fieldName><matchingMethod>LastName</matchingMethod></matchingRuleItems><ruleStatus>Active</ruleStatus></matchingRules></MatchingRules>`,
});
const DUPLICATES = `
  insert new Contact(FirstName = 'Ada', LastName = 'Byron', Email = 'ada@example.com');
  Database.DMLOptions allow = new Database.DMLOptions();
  allow.duplicateRuleHeader.allowSave = true;
  allow.optAllOrNone = false;
  List<Contact> alike = new List<Contact>{
    new Contact(LastName = 'King', Email = 'ADA@example.com'),
    new Contact(FirstName = 'ada', LastName = 'BYRON'),
    new Contact(FirstName = 'Eva', LastName = 'Byron')
  };`;

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Database_DMLOptions_DuplicateRuleHeader.htm
test('a duplicate rule that alerts refuses records unless the statement allows them; one that reports does not', () => {
  open([], ORDERS, { files: rules('Allow', 'Alert') });
  run(`${DUPLICATES}
    List<Database.SaveResult> results = Database.insert(alike.deepClone(), false);
    System.assertEquals(StatusCode.DUPLICATES_DETECTED, results[0].getErrors()[0].getStatusCode());
    System.assertEquals('Use one of these records?', results[0].getErrors()[0].getMessage());
    System.assertEquals(false, results[1].isSuccess());
    System.assertEquals(true, results[2].isSuccess());
    for (Database.SaveResult result : Database.insert(alike, allow)) System.assert(result.isSuccess());`);
  org!.close();
  open([], ORDERS, { files: rules('Allow', 'Report') });
  run(`${DUPLICATES} insert alike;`);
});

test('a duplicate rule that blocks refuses records whatever the statement says', () => {
  open([], ORDERS, { files: rules('Block', 'Report') });
  run(`${DUPLICATES}
    List<Database.SaveResult> results = Database.insert(alike, allow);
    System.assertEquals(StatusCode.DUPLICATES_DETECTED, results[0].getErrors()[0].getStatusCode());
    System.assertEquals(true, results[2].isSuccess());`);
});

test('an org without Orders has no such object, and says what to switch on to a project that needs it', () => {
  open([], {});
  run(`System.assertEquals(false, Schema.getGlobalDescribe().containsKey('Order'));`);
  assert.throws(() => org!.query('SELECT Id FROM Order'), { message: /sObject type 'Order' is not supported/ });
  org!.close();
  const field = `<CustomField ${NS}><fullName>Note__c</fullName><label>Note</label><length>80</length><type>Text</type></CustomField>`;
  assert.throws(
    () => open([], {}, { files: { 'objects/Order/fields/Note__c.field-meta.xml': field } }),
    (error) => error instanceof MissingFeatureError && /This org has no Orders.*Enable Orders/.test(error.message),
  );
  org = null;
});

test('the org-wide defaults of a definition are those of its objects', () => {
  const directory = writeProject({});
  const definition = join(directory, 'def.json');
  const objectSettings = { order: { sharingModel: 'private' }, opportunity: { defaultRecordType: 'default' } };
  writeFileSync(definition, JSON.stringify({ orgName: 'Test', features: [], settings: ORDERS, objectSettings }));
  org = openTestOrg({}, { definition });
  run(`
    Map<String, String> defaults = new Map<String, String>();
    for (EntityDefinition one : [
      SELECT QualifiedApiName, InternalSharingModel FROM EntityDefinition
      WHERE QualifiedApiName IN ('Order', 'Opportunity', 'OrderItem')
    ]) defaults.put(one.QualifiedApiName, one.InternalSharingModel);
    System.assertEquals('Private', defaults.get('Order'));
    System.assertEquals('ReadWrite', defaults.get('Opportunity'));
    System.assertEquals('ControlledByParent', defaults.get('OrderItem'));`);
});

test('a definition with an unknown default is told', () => {
  const directory = writeProject({});
  const definition = join(directory, 'def.json');
  writeFileSync(definition, JSON.stringify({ features: [], objectSettings: { order: { sharingModel: 'secret' } } }));
  assert.throws(() => openTestOrg({}, { definition }), /unknown sharingModel secret of order/);
});
