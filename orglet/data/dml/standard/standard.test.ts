import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ApexBlob, ApexDate, ApexDatetime, ApexDecimal } from '../../../runtime/values.js';
import '../../index.js';
import { TestOrg } from '../../testing/org.js';

let org: TestOrg;
const ids: Record<string, string> = {};
const decimal = (text: string) => ApexDecimal.parse(text);
const update = (object: string, fields: Record<string, unknown>) =>
  org.run(() => org.dml('update', org.record(object, fields)));

before(() => {
  org = new TestOrg();
  const { engine } = org;
  engine.insertRow('OrderStatus', { ApiName: 'Draft', MasterLabel: 'Draft', StatusCode: 'Draft', IsDefault: true });
  engine.insertRow('OrderStatus', { ApiName: 'Activated', MasterLabel: 'Activated', StatusCode: 'Activated' });
  ids.standard = engine.insertRow('Pricebook2', { Name: 'Standard', IsStandard: true, IsActive: true });
  ids.book = org.insert('Pricebook2', { Name: 'Web', IsActive: true });
  ids.product = org.insert('Product2', { Name: 'Cup', ProductCode: 'C1', IsActive: true });
  ids.account = org.insert('Account', { Name: 'Buyer' });
});
after(() => org.close());

const entry = (book: string, price = '10') => ({
  Pricebook2Id: book,
  Product2Id: ids.product,
  UnitPrice: decimal(price),
  IsActive: true,
});

test('a custom price needs a standard price, and there is one price for each book', () => {
  assert.throws(() => org.insert('PricebookEntry', entry(ids.book!)), {
    message: /STANDARD_PRICE_NOT_DEFINED, No standard price defined for this product: \[\]/,
  });
  org.insert('PricebookEntry', entry(ids.standard!, '12'));
  ids.entry = org.insert('PricebookEntry', entry(ids.book!));
  assert.throws(() => org.insert('PricebookEntry', entry(ids.book!)), {
    message: /DUPLICATE_VALUE, This price definition already exists in this price book/,
  });
  assert.deepEqual(org.query('SELECT Name, ProductCode FROM PricebookEntry WHERE Id = :i', [ids.entry])[0]!.f, {
    Id: ids.entry,
    Name: 'Cup',
    ProductCode: 'C1',
  });
});

const newOrder = () =>
  org.insert('Order', {
    AccountId: ids.account,
    EffectiveDate: new ApexDate(20000),
    Pricebook2Id: ids.book,
    Status: 'Draft',
  });
const item = (order: string) => ({
  OrderId: order,
  PricebookEntryId: ids.entry,
  Quantity: decimal('3'),
  UnitPrice: decimal('9.50'),
});

test('an order adds up its products and can be activated once it has one', () => {
  const order = newOrder();
  const found = () =>
    org.query('SELECT TotalAmount, StatusCode, OrderNumber, ActivatedById FROM Order WHERE Id = :i', [order])[0]!.f;
  assert.equal(found().TotalAmount.toPlainString(), '0.00');
  assert.match(found().OrderNumber, /^\d{8}$/);
  assert.throws(() => update('Order', { Id: order, Status: 'Activated' }), {
    message: /FAILED_ACTIVATION, An order must have at least one product/,
  });
  const line = org.insert('OrderItem', item(order));
  assert.equal(
    org
      .query('SELECT TotalPrice, ListPrice, Product2Id FROM OrderItem WHERE Id = :i', [line])[0]!
      .f.TotalPrice.toPlainString(),
    '28.50',
  );
  assert.equal(found().TotalAmount.toPlainString(), '28.50');
  assert.throws(() => update('Order', { Id: order, Status: 'Activated', Description: 'x' }), {
    message: /only its status: \[Description\]/,
  });
  update('Order', { Id: order, Status: 'Activated' });
  assert.deepEqual([found().StatusCode, found().ActivatedById], ['Activated', org.user.id]);
  assert.throws(() => org.insert('OrderItem', item(order)), { message: /can't add products to an activated order/ });
  assert.throws(() => org.run(() => org.dml('delete', org.record('Order', { Id: order }))), {
    message: /DELETE_FAILED/,
  });
});

test('an order product comes from the price book of its order', () => {
  const order = org.insert('Order', {
    AccountId: ids.account,
    EffectiveDate: new ApexDate(20000),
    Pricebook2Id: ids.standard,
    Status: 'Draft',
  });
  assert.throws(() => org.insert('OrderItem', item(order)), {
    message:
      /FIELD_INTEGRITY_EXCEPTION, field integrity exception: PricebookEntryId \(pricebook entry is in a different pricebook/,
  });
});

test('names of persons, closing of opportunities, ends of events', () => {
  const contact = org.insert('Contact', { FirstName: 'Ada', LastName: 'Lovelace' });
  assert.equal(org.query('SELECT Name FROM Contact WHERE Id = :i', [contact])[0]!.f.Name, 'Ada Lovelace');
  const won = org.insert('Opportunity', {
    Name: 'O',
    StageName: 'Closed Won',
    CloseDate: new ApexDate(20000),
    Amount: decimal('200'),
  });
  const { f } = org.query('SELECT IsClosed, IsWon, Probability, ExpectedRevenue FROM Opportunity WHERE Id = :i', [
    won,
  ])[0]!;
  assert.deepEqual(
    [f.IsClosed, f.IsWon, f.Probability.toNumber(), f.ExpectedRevenue.toNumber()],
    [true, true, 100, 200],
  );
  const event = org.insert('Event', {
    Subject: 'Call',
    StartDateTime: new ApexDatetime(0),
    DurationInMinutes: 30,
    WhoId: contact,
  });
  assert.equal(org.query('SELECT EndDateTime FROM Event WHERE Id = :i', [event])[0]!.f.EndDateTime.ms, 30 * 60_000);
});

test('a file version makes a document and links it', () => {
  const version = org.insert('ContentVersion', {
    Title: 'Notes',
    PathOnClient: 'notes.txt',
    VersionData: ApexBlob.fromText('hello'),
    FirstPublishLocationId: ids.account,
  });
  const { f } = org.query(
    'SELECT ContentDocumentId, FileType, ContentSize, IsLatest, VersionData FROM ContentVersion WHERE Id = :i',
    [version],
  )[0]!;
  assert.deepEqual([f.FileType, f.ContentSize, f.IsLatest], ['TEXT', 5, true]);
  assert.equal(
    org.count('SELECT COUNT() FROM ContentDocumentLink WHERE ContentDocumentId = :d AND LinkedEntityId = :a', [
      f.ContentDocumentId,
      ids.account,
    ]),
    1,
  );
  org.insert('ContentVersion', {
    Title: 'Notes',
    PathOnClient: 'notes.txt',
    VersionData: ApexBlob.fromText('more'),
    ContentDocumentId: f.ContentDocumentId,
  });
  assert.equal(
    org.query('SELECT LatestPublishedVersion.VersionNumber FROM ContentDocument WHERE Id = :i', [
      f.ContentDocumentId,
    ])[0]!.f.LatestPublishedVersion.f.VersionNumber,
    '2',
  );
});

test('a campaign has statuses, which say who responded, and a person once', () => {
  const campaign = org.insert('Campaign', { Name: 'News' });
  const lead = org.insert('Lead', { LastName: 'Byron', Company: 'Acme' });
  const member = org.insert('CampaignMember', { CampaignId: campaign, LeadId: lead });
  const read = () => org.query('SELECT Status, HasResponded FROM CampaignMember WHERE Id = :i', [member])[0]!.f;
  assert.deepEqual({ ...read(), Id: undefined }, { Id: undefined, Status: 'Sent', HasResponded: false });
  update('CampaignMember', { Id: member, Status: 'Responded' });
  assert.equal(read().HasResponded, true);
  assert.throws(() => org.insert('CampaignMember', { CampaignId: campaign, LeadId: lead }), {
    message: /DUPLICATE_VALUE, Already a campaign member/,
  });
});
