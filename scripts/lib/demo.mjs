// The demo store as its settings, for Orglet and for a scratch org.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** Folder of the demo shop: settings, catalogue, pictures. */
export const demo = join(root, 'config', 'demo');

/** Settings of identity providers that vouch for anybody, on this machine; deployed with the demo shop and never to an org. */
export const demoSignIn = join(demo, 'sign-in');

/** What `StoreAdminController.setUpStore` takes. */
export function demoSettings() {
  return JSON.parse(readFileSync(join(demo, 'store.json'), 'utf8'));
}

/** An Apex string literal. */
function literal(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

/** An anonymous block that sets up the demo store in an org. */
export function demoStoreApex() {
  const settings = literal(JSON.stringify(demoSettings()));
  return `StoreAdminController.setUpStore((StoreSettings) JSON.deserialize(${settings}, StoreSettings.class));\n`;
}

/** An anonymous block that lets visitors of the site in; apart from the store, because it writes setup records. */
export const siteAccessApex = "StoreAdminController.grantSiteAccess('Storehouse');\n";

/**
 * An anonymous block that gives the administrator, who owns the accounts that visitors make, a place in the role hierarchy:
 * customers can have users only below an owner who has one. Apart from the store, because it writes setup records.
 */
export const ownerRoleApex = `User me = [SELECT UserRoleId FROM User WHERE Id = :UserInfo.getUserId() WITH SYSTEM_MODE];
if (me.UserRoleId == null) {
  List<UserRole> roles = [SELECT Id FROM UserRole WHERE DeveloperName = 'Store_Owner' WITH SYSTEM_MODE];
  if (roles.isEmpty()) {
    roles.add(new UserRole(Name = 'Store Owner', DeveloperName = 'Store_Owner'));
    insert as system roles;
  }
  me.UserRoleId = roles[0].Id;
  update as system me;
}
`;

/** An anonymous block that makes the administrator one of the package's: they may shop as a customer. */
export const adminAccessApex = `Id adminId = [SELECT Id FROM PermissionSet WHERE Name = 'Storehouse_Admin'].Id;
if ([SELECT COUNT() FROM PermissionSetAssignment WHERE AssigneeId = :UserInfo.getUserId() AND PermissionSetId = :adminId] == 0) {
  insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = adminId);
}
`;

/** What is sold on backorder and announced: the file format has no column for the day that goods are expected. */
const BACKORDERED = { sku: 'LOG-BASKET-SAND-MEDIUM', days: 24 };

/** Apex that names the profile of customers who come by a sign-in provider. */
export function demoProfileApex() {
  return `List<Store__c> stores = [SELECT Id FROM Store__c];
for (Store__c store : stores) {
    store.Customer_Profile__c = 'Customer Community User';
}
update stores;`;
}

/**
 * Apex blocks that give the shop an address to send from, as an administrator does in Setup: mails that customers ask for would
 * come from the customers otherwise. Two, since setup and other records are not written together.
 */
export function demoSenderApex() {
  const { supportEmail, name } = demoSettings();
  return [
    `insert new OrgWideEmailAddress(Address = '${supportEmail}', DisplayName = '${name}', IsAllowAllProfiles = true);`,
    `update new Store__c(Id = [SELECT Id FROM Store__c LIMIT 1].Id, Sender_Email__c = '${supportEmail}');`,
  ];
}

/** Apex that takes cards through the payment services that are played on this machine. */
export function demoCardsApex() {
  return `Id storeId = [SELECT Id FROM Store__c LIMIT 1].Id;
insert new Payment_Provider__c(
    Name = 'Card by Stripe (simulated)',
    Store__c = storeId,
    Type__c = 'Stripe',
    Named_Credential__c = 'Stripe_Simulator',
    Position__c = 5,
    Active__c = true
);
insert new Payment_Provider__c(
    Name = 'Card by Adyen (simulated)',
    Store__c = storeId,
    Type__c = 'Adyen',
    Named_Credential__c = 'Adyen_Simulator',
    Merchant_Account__c = 'Tidemoor',
    Position__c = 6,
    Active__c = true
);`;
}

/** Apex that shows the demo's own identity provider on the shop's sign-in page. */
export function demoProviderApex() {
  return `insert new Sign_In_Provider__c(
    Name = 'Continue with Demo ID',
    Store__c = [SELECT Id FROM Store__c LIMIT 1].Id,
    Kind__c = 'Open_Id',
    Developer_Name__c = 'Demo_Id',
    Position__c = 1,
    Active__c = true
);`;
}

/** An anonymous block that says when the goods on backorder are expected. */
export function demoBackorderApex() {
  return `List<Stock_Level__c> levels = [
  SELECT Id FROM Stock_Level__c WHERE Product__r.StockKeepingUnit = ${literal(BACKORDERED.sku)} WITH USER_MODE
];
for (Stock_Level__c level : levels) level.Backorder_Date__c = Date.today().addDays(${BACKORDERED.days});
update as user levels;
`;
}

/**
 * An anonymous block that opens a shop beside the warehouse: customers collect there what there is plenty of, and some of it is on its
 * way from a supplier.
 */
export function demoPlacesApex() {
  return `Store__c store = [SELECT Id FROM Store__c WHERE Code__c = ${literal(demoSettings().code)} WITH USER_MODE];
Stock_Location__c shop = new Stock_Location__c(
  Name = 'Tidemoor at the harbour', Code__c = 'harbour-shop', Store__c = store.Id, Priority__c = 50, Active__c = true,
  Fulfillment__c = 'Collect', Street__c = '14 Harbour Row', City__c = 'Portland', State_Code__c = 'OR', Postal_Code__c = '97209',
  Country_Code__c = 'US', Phone__c = '+1 555 0114', Opening_Hours__c = 'Mon-Fri 09:00-18:00\\nSat 10:00-16:00',
  Lead_Hours__c = 2, Hold_Days__c = 7, Collect_Note__c = 'The blue door beside the workshop. Parking is behind the house.'
);
insert as user shop;
insert as user new Shipping_Method__c(
  Name = 'Collect at the harbour', Store__c = store.Id, Kind__c = 'Collection', Price__c = 0, Active__c = true, Position__c = 15,
  Description__c = 'In our shop, free',
  Zone__c = [SELECT Zone__c FROM Shipping_Method__c WHERE Store__c = :store.Id AND Name = 'Standard' WITH USER_MODE LIMIT 1].Zone__c
);
List<Stock_Level__c> levels = new List<Stock_Level__c>();
for (Stock_Level__c level : [
  SELECT Product__c FROM Stock_Level__c
  WHERE Location__r.Store__c = :store.Id AND Tracked__c = TRUE AND Available__c >= 12
  WITH USER_MODE ORDER BY Product__r.StockKeepingUnit LIMIT 40
]) {
  levels.add(new Stock_Level__c(Product__c = level.Product__c, Location__c = shop.Id, Tracked__c = true));
}
insert as user levels;
Map<Id, Integer> pieces = new Map<Id, Integer>();
for (Stock_Level__c level : levels) pieces.put(level.Id, 8);
StockService.Reference opened = new StockService.Reference('harbour-shop');
opened.reason = 'Opening of the shop';
StockService.adjust(pieces, opened);
`;
}

/** An anonymous block that orders from a supplier what is sold on back-order. */
export function demoSupplyApex() {
  return `StockTransferDto.Line line = new StockTransferDto.Line();
line.sku = ${literal(BACKORDERED.sku)};
line.quantity = 24;
StockTransferDto.Input input = new StockTransferDto.Input();
input.toId = [SELECT Id FROM Stock_Location__c WHERE Code__c != 'harbour-shop' AND Store__r.Code__c = ${literal(demoSettings().code)} WITH USER_MODE LIMIT 1].Id;
input.supplier = 'Willow workshop Alder & Sons';
input.expectedOn = Date.today().addDays(${BACKORDERED.days});
input.lines = new List<StockTransferDto.Line>{ line };
input.key = 'demo-supply';
StockTransfers.send(input);
`;
}

/**
 * An anonymous block that gives the demo store its loyalty program: a point for each dollar, double for one category; twenty
 * points pay a dollar.
 */
export function demoLoyaltyApex() {
  return `Loyalty_Program__c program = new Loyalty_Program__c(
  Name = 'Tidemoor Club', Active__c = true, Balance_Owner__c = 'Contact', Earn_Rate__c = 1, Currency_Code__c = 'USD',
  Spend_Rate__c = 20, Spend_Minimum__c = 20, Return_Days__c = 30, Activate_At__c = 'Fulfilled', Expiry_Model__c = 'Earned', Expiry_Length__c = 12, Expiry_Unit__c = 'Months',
  Expiry_Rounding__c = 'Month', Time_Zone__c = 'America/Los_Angeles'
);
insert as user program;
Product_Category__c bath = [SELECT Id, Name FROM Product_Category__c WHERE Parent__c = NULL WITH USER_MODE ORDER BY Position__c, Name LIMIT 1];
insert as user new Earn_Rule__c(
  Name = 'Twice the points: ' + bath.Name, Program__c = program.Id, Kind__c = 'Bonus', Value__c = 1, Category__c = bath.Id
);
update as user new Store__c(
  Id = [SELECT Id FROM Store__c WHERE Code__c = ${literal(demoSettings().code)} WITH USER_MODE].Id, Loyalty_Program__c = program.Id,
  Points_For_Guests__c = true
);
`;
}

/**
 * An anonymous block that sells the shop's membership as a product and gives its program three tiers, the highest of which brings
 * a membership of its own.
 */
export function demoTiersApex() {
  return `Store__c store = [SELECT Id, Catalog__c, Pricebook__c, Loyalty_Program__c FROM Store__c WHERE Code__c = ${literal(demoSettings().code)} WITH USER_MODE];
Product2 master = new Product2(
  Name = 'Tidemoor Circle, one year', Catalog__c = store.Catalog__c, Slug__c = 'tidemoor-circle', Is_Master__c = true, IsActive = true,
  Brand__c = 'Tidemoor', Product_Type__c = 'Membership', Taxable__c = false, Requires_Shipping__c = false,
  Body__c = '<p>A year with the Circle: every parcel sent free, and half as many points again on all that you buy.</p>'
);
insert as user master;
Product2 year = new Product2(
  Name = master.Name, Catalog__c = store.Catalog__c, Parent_Product__c = master.Id, IsActive = true, StockKeepingUnit = 'CIRCLE-YEAR',
  Taxable__c = false, Requires_Shipping__c = false
);
insert as user year;
Id standardId = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE WITH USER_MODE LIMIT 1].Id;
insert as user new PricebookEntry(Pricebook2Id = standardId, Product2Id = year.Id, UnitPrice = 29, IsActive = true);
if (store.Pricebook__c != standardId) {
  insert as user new PricebookEntry(Pricebook2Id = store.Pricebook__c, Product2Id = year.Id, UnitPrice = 29, IsActive = true);
}
insert as user new Product_Media__c(Product__c = master.Id, Url__c = '/demo/images/garden-cards.svg', Alt_Text__c = 'Cards of the Tidemoor Circle', Position__c = 1);
insert as user new Category_Product__c(
  Product__c = master.Id,
  Category__c = [SELECT Id FROM Product_Category__c WHERE Store__c = :store.Id AND Slug__c = 'gifts' WITH USER_MODE].Id
);
Membership__c circle = new Membership__c(
  Name = 'Tidemoor Circle', Rank__c = 10, Free_Shipping__c = true, Product__c = master.Id, Length__c = 1, Length_Unit__c = 'Years',
  Reminder_Days__c = 30, Benefits__c = 'Half as many points again on everything'
);
Membership__c keepers = new Membership__c(
  Name = 'Harbour Keepers', Rank__c = 20, Free_Shipping__c = true, Benefits__c = 'First look at new things'
);
insert as user new List<Membership__c>{ circle, keepers };
insert as user new List<Loyalty_Tier__c>{
  new Loyalty_Tier__c(Name = 'Shore', Program__c = store.Loyalty_Program__c, Rank__c = 1, Threshold__c = 50, Benefits__c = 'A card on your birthday'),
  new Loyalty_Tier__c(Name = 'Tide', Program__c = store.Loyalty_Program__c, Rank__c = 2, Threshold__c = 300, Benefits__c = 'A point more for every ten dollars'),
  new Loyalty_Tier__c(Name = 'Harbour', Program__c = store.Loyalty_Program__c, Rank__c = 3, Threshold__c = 900, Membership__c = keepers.Id, Benefits__c = 'Member of the Harbour Keepers')
};
insert as user new List<Earn_Rule__c>{
  new Earn_Rule__c(Name = 'Circle: half as many again', Program__c = store.Loyalty_Program__c, Kind__c = 'Bonus', Value__c = 0.5, Membership__c = circle.Id),
  new Earn_Rule__c(
    Name = 'Tide and Harbour', Program__c = store.Loyalty_Program__c, Kind__c = 'Rate', Value__c = 1.1, Currency_Code__c = 'USD',
    Tier__c = [SELECT Id FROM Loyalty_Tier__c WHERE Name = 'Tide' WITH USER_MODE LIMIT 1].Id
  )
};
update as user new Loyalty_Program__c(
  Id = store.Loyalty_Program__c, Tier_Basis__c = 'Points', Tier_Period__c = 'Calendar Year', Tier_Grace_Days__c = 30, Point_Cost__c = 0.05,
  Breakage_Percent__c = 15
);
update as user new Store__c(Id = store.Id, Show_Memberships__c = true);
`;
}

/**
 * An anonymous block that keeps something for the Circle: a category that others do not see, and among the gifts something that
 * all see and members buy two weeks before others.
 */
export function demoCircleApex() {
  const product = (name, slug, sku, price, image, alt, body, more) => ({
    name,
    slug,
    sku,
    price,
    image,
    alt,
    body,
    more,
  });
  const products = [
    product(
      'Circle bud vase',
      'circle-bud-vase',
      'CIRCLE-VASE',
      34,
      'bud-vase-ink.svg',
      'Bud vase in a dark glaze',
      'A glaze that is fired for members alone, forty pieces each autumn.',
      '',
    ),
    product(
      'Lookout lantern, first light',
      'first-light-lantern',
      'FIRST-LIGHT',
      58,
      'lookout-lantern-sea.svg',
      'Lantern in the colour of the sea',
      'The lantern in a new colour. The Circle has it two weeks before everybody else.',
      ", Membership__c = circle.Id, Gate__c = 'Buy', Open_To_All_At__c = System.now().addDays(14)",
    ),
  ];
  const made = products.map(
    ({ name, slug, sku, price, image, alt, body, more }) => `
master = new Product2(
  Name = ${literal(name)}, Catalog__c = store.Catalog__c, Slug__c = ${literal(slug)}, Is_Master__c = true, IsActive = true,
  Brand__c = 'Tidemoor', Product_Type__c = 'Circle', Body__c = ${literal(`<p>${body}</p>`)}${more}
);
insert as user master;
variant = new Product2(
  Name = master.Name, Catalog__c = store.Catalog__c, Parent_Product__c = master.Id, IsActive = true, StockKeepingUnit = ${literal(sku)},
  Taxable__c = true, Requires_Shipping__c = true
);
insert as user variant;
for (Id bookId : new Set<Id>{ standardId, store.Pricebook__c }) {
  insert as user new PricebookEntry(Pricebook2Id = bookId, Product2Id = variant.Id, UnitPrice = ${price}, IsActive = true);
}
insert as user new Product_Media__c(Product__c = master.Id, Url__c = ${literal(`/demo/images/${image}`)}, Alt_Text__c = ${literal(alt)}, Position__c = 1);
insert as user new Category_Product__c(Product__c = master.Id, Category__c = shelf.Id);`,
  );
  return `Store__c store = [SELECT Id, Catalog__c, Pricebook__c FROM Store__c WHERE Code__c = ${literal(demoSettings().code)} WITH USER_MODE];
Membership__c circle = [SELECT Id FROM Membership__c WHERE Name = 'Tidemoor Circle' WITH USER_MODE LIMIT 1];
Id standardId = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE WITH USER_MODE LIMIT 1].Id;
Product_Category__c shelf = new Product_Category__c(
  Name = 'For the Circle', Store__c = store.Id, Slug__c = 'for-the-circle', Active__c = true, Position__c = 99,
  Description__c = 'What we make for our members.', Membership__c = circle.Id, Gate__c = 'See'
);
insert as user shelf;
Product2 master;
Product2 variant;${made.join('')}
insert as user new Category_Product__c(
  Product__c = master.Id,
  Category__c = [SELECT Id FROM Product_Category__c WHERE Store__c = :store.Id AND Slug__c = 'gifts' WITH USER_MODE].Id
);
`;
}

/** An anonymous block that sells points by the five hundred. */
export function demoPointsPackageApex() {
  return `Store__c store = [SELECT Id, Catalog__c, Pricebook__c FROM Store__c WHERE Code__c = ${literal(demoSettings().code)} WITH USER_MODE];
Product2 master = new Product2(
  Name = '500 club points', Catalog__c = store.Catalog__c, Slug__c = 'club-points', Is_Master__c = true, IsActive = true,
  Brand__c = 'Tidemoor', Product_Type__c = 'Points', Taxable__c = false, Requires_Shipping__c = false, Points_Package__c = 500,
  Body__c = '<p>Points for your next order, in your balance as soon as they are paid.</p>'
);
insert as user master;
Product2 package = new Product2(
  Name = master.Name, Catalog__c = store.Catalog__c, Parent_Product__c = master.Id, IsActive = true, StockKeepingUnit = 'POINTS-500',
  Taxable__c = false, Requires_Shipping__c = false, Points_Package__c = 500
);
insert as user package;
Id standardId = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE WITH USER_MODE LIMIT 1].Id;
for (Id bookId : new Set<Id>{ standardId, store.Pricebook__c }) {
  insert as user new PricebookEntry(Pricebook2Id = bookId, Product2Id = package.Id, UnitPrice = 22, IsActive = true);
}
insert as user new Product_Media__c(Product__c = master.Id, Url__c = '/demo/images/garden-cards-detail.svg', Alt_Text__c = 'A card of the Tidemoor Club', Position__c = 1);
insert as user new Category_Product__c(
  Product__c = master.Id,
  Category__c = [SELECT Id FROM Product_Category__c WHERE Store__c = :store.Id AND Slug__c = 'gifts' WITH USER_MODE].Id
);
`;
}

/** An anonymous block that makes somebody a member of the Circle who stands above the lowest tier. */
export function demoMemberApex() {
  return `Id contactId = [SELECT Id FROM Contact WHERE Email = 'mara.ellison@example.com' WITH USER_MODE LIMIT 1].Id;
Membership__c circle = [SELECT Id FROM Membership__c WHERE Name = 'Tidemoor Circle' WITH USER_MODE LIMIT 1];
new MembershipDesk(contactId).grant(circle.Id, Date.today().addMonths(8), 'Bought at the market stand', 'demo:circle');
Loyalty_Tier__c tide = [SELECT Id, Program__c FROM Loyalty_Tier__c WHERE Name = 'Tide' WITH USER_MODE LIMIT 1];
new TierDesk(contactId).give(tide.Program__c, tide.Id, Date.today().addMonths(8), 'With us since the first day');
`;
}

/** An anonymous block that counts what members earned in the shop's past, and welcomes them. */
export function demoPointsApex() {
  return `Loyalty_Program__c program = [SELECT Id, Time_Zone__c FROM Loyalty_Program__c WITH USER_MODE LIMIT 1];
for (User member : [SELECT ContactId FROM User WHERE ContactId != NULL WITH USER_MODE]) {
  new PointsAdjustment(member.ContactId).adjust(program.Id, 50, 'Welcome to the club', 'welcome:' + member.ContactId);
}
Set<Id> orderIds = new Map<Id, Order>([SELECT Id FROM Order WHERE BillToContactId != NULL WITH USER_MODE]).keySet();
EarnedPoints.refresh(orderIds);
MemberTiers.ofOrders(orderIds);
PointsLedger ledger = new PointsLedger();
List<Points_Account__c> known = [SELECT Id FROM Points_Account__c WITH USER_MODE ORDER BY Id];
LedgerPosting campaign = new LedgerPosting(
  ledger, LedgerGateway.lock(ledger, new Map<Id, Points_Account__c>(known).keySet()), new LedgerReference('demo campaign')
);
for (Points_Account__c account : known) {
  campaign.open(PointsLedger.GRANT, account.Id, 120, PointsLife.afterDays(program, System.now(), 45))
    .detail(Points_Entry__c.Reason__c, 'Autumn campaign');
}
campaign.save();
PointsMonthJob.start();
`;
}

/** An anonymous block that gives a member credit of two kinds, one that ends, and an account some that its people share. */
export function demoCreditApex() {
  return `Store__c store = [SELECT Id FROM Store__c WHERE Code__c = ${literal(demoSettings().code)} WITH USER_MODE];
CreditInput gift = new CreditInput();
gift.storeId = store.Id; gift.amount = 15; gift.kind = 'Gift'; gift.reason = 'Happy birthday'; gift.key = 'demo:gift';
gift.lastDay = Date.today().addDays(60);
CreditInput sorry = new CreditInput();
sorry.storeId = store.Id; sorry.amount = 40; sorry.kind = 'Store'; sorry.reason = 'Sorry that it came late'; sorry.key = 'demo:sorry';
CreditDesk member = new CreditDesk([SELECT Id FROM Contact WHERE Email = 'theo.lindqvist@example.com' WITH USER_MODE LIMIT 1].Id);
member.give(sorry);
member.give(gift);
CreditInput shared = new CreditInput();
shared.storeId = store.Id; shared.amount = 120; shared.kind = 'Return'; shared.reason = 'Returned shelves'; shared.key = 'demo:shared';
new CreditDesk([SELECT Id FROM Account WHERE Name = 'Harborline Supplies' WITH USER_MODE LIMIT 1].Id).give(shared);
`;
}

/** An anonymous block that puts a gift card on the shelf: three amounts, or one of the shopper's own. */
export function demoGiftCardApex() {
  return `Store__c store = [SELECT Id, Catalog__c, Pricebook__c FROM Store__c WHERE Code__c = ${literal(demoSettings().code)} WITH USER_MODE];
Product2 card = new Product2(
  Name = 'Gift card', Slug__c = 'gift-card', Is_Master__c = true, IsActive = true, Catalog__c = store.Catalog__c,
  Import_Key__c = store.Catalog__c + ':p:gift-card', Brand__c = 'Tidemoor', Product_Type__c = 'Gift cards', Option1_Name__c = 'Amount',
  Gift_Card__c = true, Gift_Card_Min__c = 10, Gift_Card_Max__c = 500,
  Body__c = '<p>For everybody who likes to choose for themselves. It comes by e-mail, on the day that you say, with a few words of yours.</p>'
    + '<ul><li>Can be spent in several orders</li><li>Never expires</li></ul>'
);
insert as user card;
List<Product2> variants = new List<Product2>();
for (Integer amount : new List<Integer>{ 25, 50, 100 }) {
  variants.add(new Product2(
    Name = 'Gift card $' + amount, Parent_Product__c = card.Id, IsActive = true, StockKeepingUnit = 'GIFT-' + amount,
    Option1_Value__c = '$' + amount, Position__c = variants.size(), Requires_Shipping__c = false, Taxable__c = false
  ));
}
insert as user variants;
Id standard = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE WITH USER_MODE].Id;
for (Id bookId : new List<Id>{ standard, store.Pricebook__c }) {
  List<PricebookEntry> entries = new List<PricebookEntry>();
  for (Product2 variant : variants) {
    Decimal amount = Decimal.valueOf(variant.StockKeepingUnit.substringAfter('-'));
    entries.add(new PricebookEntry(Pricebook2Id = bookId, Product2Id = variant.Id, UnitPrice = amount, IsActive = true));
  }
  insert as user entries;
}
insert as user new Product_Media__c(
  Product__c = card.Id, Url__c = '/demo/images/gift-card.svg', Alt_Text__c = 'A gift card with a ribbon', Position__c = 1,
  Key__c = card.Id + ':gift-card'
);
Product_Category__c gifts = [SELECT Id FROM Product_Category__c WHERE Name = 'Gifts' AND Parent__c = NULL WITH USER_MODE LIMIT 1];
insert as user new Category_Product__c(
  Category__c = gifts.Id, Product__c = card.Id, Position__c = 0, Key__c = gifts.Id + ':' + card.Id
);
`;
}

/** An anonymous block that gives a member a gift card, and the store some codes that it gives away. */
export function demoVoucherApex() {
  return `Store__c store = StoreGateway.get(${literal(demoSettings().code)});
Contact member = [SELECT Id, FirstName, Email FROM Contact WHERE Email = 'theo.lindqvist@example.com' WITH USER_MODE LIMIT 1];
Voucher__c card = new Voucher__c(
  Store__c = store.Id, Issuing_Store__c = store.Id, Kind__c = 'Sold', Currency_Code__c = store.Currency_Code__c,
  Issue_Country_Code__c = 'US', Issue_State_Code__c = 'CA', Activated_At__c = System.now(), Recipient__c = member.Id,
  Recipient_Name__c = member.FirstName, Recipient_Email__c = member.Email, Sender_Name__c = 'Mara', Design__c = 'garden',
  Message__c = 'For the new kitchen.', Send_At__c = System.now()
);
VoucherService.issue(new List<Voucher__c>{ card }, new List<Decimal>{ 60 }, store);
GiftCardMail.send(new List<Id>{ card.Id }, false);
VoucherBatchInput spring = new VoucherBatchInput();
spring.storeId = store.Id; spring.kind = 'Promotional'; spring.count = 5; spring.amount = 10; spring.months = 6;
spring.batch = 'Spring fair'; spring.active = true;
VoucherDesk.create(spring);
`;
}

/** An anonymous block that says where and how goods come back, and which of them only sealed or not at all. */
export function demoReturnsApex() {
  return `Store__c store = [SELECT Id FROM Store__c WHERE Code__c = ${literal(demoSettings().code)} WITH USER_MODE];
store.Return_Address__c = 'Tidemoor Returns\\n14 Harbour Row\\nPortland, OR 97209\\nUnited States';
store.Return_Instructions__c = 'Pack it as you would like to receive it, put this page into the parcel, and hand it in at any post office. Keep the receipt.';
store.Withdrawal_Days__c = 14;
update as user store;
List<Product2> sealed = [SELECT Id FROM Product2 WHERE Is_Master__c = TRUE AND (Slug__c LIKE '%soap%' OR Slug__c LIKE '%candle%') WITH USER_MODE];
for (Product2 one : sealed) one.Return_Rule__c = 'Sealed';
update as user sealed;
`;
}

/** An anonymous block that lets an account buy on its terms: a limit, a month to pay, a purchase order number. */
export function demoOnAccountApex() {
  return `insert as user new Payment_Provider__c(
  Name = 'On account', Type__c = 'Manual', Active__c = true, For_Accounts_Only__c = true, Position__c = 9,
  Store__c = [SELECT Id FROM Store__c WHERE Code__c = ${literal(demoSettings().code)} WITH USER_MODE].Id,
  Instructions__c = 'We send an invoice to your account.', Account_Holder__c = 'Tidemoor', Account_Number__c = 'US-4410-7788'
);
update as user new Account(
  Id = [SELECT Id FROM Account WHERE Name = 'Harborline Supplies' WITH USER_MODE LIMIT 1].Id, Pay_By_Account__c = true,
  Credit_Limit__c = 150, Payment_Terms__c = 'End of Month', Payment_Days__c = 30, PO_Required__c = true
);
`;
}

/** The demo's forms: an engraving and a gift wrap that cost, a form to write to the shop, and one with a captcha whose options are records. */
/** @type {Record<string, any>} */
const FORMS = {
  engraving: {
    name: 'Engraving',
    page: false,
    product: 'keepsake-box',
    form: {
      title: 'Engraving',
      language: 'en',
      questions: [
        { key: 'engrave', type: 'yesNo', label: 'Engrave the lid', help: 'We burn it into the wood by hand.' },
        {
          key: 'words',
          type: 'text',
          label: 'Words',
          help: 'A name or a date, up to 24 characters.',
          required: true,
          maxLength: 24,
          price: 6,
          showWhen: { source: 'engrave', operator: 'is', values: ['true'] },
        },
        {
          key: 'style',
          type: 'choice',
          label: 'Lettering',
          required: true,
          options: [
            { value: 'plain', label: 'Plain' },
            { value: 'script', label: 'Handwriting', price: 2.5 },
          ],
          showWhen: { source: 'words', operator: 'answered' },
        },
      ],
    },
  },
  'gift-wrap': {
    name: 'Gift wrap',
    page: false,
    product: 'gift-set-tea',
    form: {
      title: 'Gift wrap',
      language: 'en',
      questions: [
        {
          key: 'wrap',
          type: 'choice',
          label: 'Gift wrap',
          help: 'Each set gets paper and ribbon of its own.',
          options: [
            { value: 'linen', label: 'Linen cloth and cord', price: 9 },
            { value: 'paper', label: 'Paper and ribbon', price: 4.5 },
          ],
        },
        {
          key: 'note',
          type: 'text',
          label: 'Gift note',
          help: 'We write it by hand, up to 120 characters.',
          maxLength: 120,
          showWhen: { source: 'wrap', operator: 'answered' },
        },
      ],
    },
  },
  allergies: {
    name: 'Allergies',
    places: [{ place: 'Checkout', category: 'larder' }],
    form: {
      title: 'Before you eat it',
      language: 'en',
      intro: 'Our biscuits are baked in a kitchen that also works with nuts.',
      questions: [
        { key: 'allergic', type: 'yesNo', label: 'Is anybody allergic to something?', required: true },
        {
          key: 'what',
          type: 'choices',
          label: 'To what?',
          required: true,
          options: [
            { value: 'gluten', label: 'Gluten' },
            { value: 'nuts', label: 'Nuts' },
            { value: 'milk', label: 'Milk' },
            { value: 'other', label: 'Something else' },
          ],
          showWhen: { source: 'allergic', operator: 'is', values: ['true'] },
        },
        {
          key: 'else',
          type: 'text',
          label: 'What else?',
          required: true,
          maxLength: 120,
          showWhen: { source: 'what', operator: 'contains', values: ['other'] },
        },
      ],
    },
  },
  'getting-started': {
    name: 'Getting started',
    places: [{ place: 'After Order', product: 'table-consultation', remindDays: 3 }],
    mapped: true,
    form: {
      title: 'Getting started',
      language: 'en',
      intro: 'So that we can prepare the advice that you booked.',
      thanks: 'Thank you, we look forward to it',
      questions: [
        { key: 'name', type: 'text', label: 'Whom do we call?', required: true, defaultSource: 'customer.firstName' },
        { key: 'phone', type: 'phone', label: 'Phone number', required: true },
        {
          key: 'table',
          type: 'longText',
          label: 'What does your table look like today?',
          required: true,
          maxLength: 1000,
        },
        {
          key: 'picture',
          type: 'file',
          label: 'A picture of it',
          maximum: '2',
          files: { types: ['jpg', 'png', 'pdf'], maxMegabytes: 2 },
        },
        {
          key: 'photos',
          type: 'consent',
          label: 'You may keep my pictures',
          text: 'Tidemoor may keep the pictures that I send for as long as the advice takes, and shows them to nobody else.',
        },
        { key: 'sign', type: 'signature', label: 'Signature', required: true },
      ],
    },
  },
  'write-to-us': {
    name: 'Write to us',
    page: true,
    form: {
      title: 'Write to us',
      language: 'en',
      intro: 'We answer within a working day.',
      thanks: 'Thank you, we have it',
      pages: [
        { key: 'about', title: 'What is it about?' },
        { key: 'you', title: 'How do we reach you?' },
      ],
      questions: [
        {
          key: 'topic',
          page: 'about',
          type: 'choice',
          label: 'Topic',
          required: true,
          options: [
            { value: 'order', label: 'An order' },
            { value: 'product', label: 'A product' },
            { value: 'other', label: 'Something else' },
          ],
        },
        {
          key: 'orderNumber',
          page: 'about',
          type: 'text',
          label: 'Order number',
          required: true,
          pattern: [{ kind: 'digits', fewest: 8, most: 8 }],
          patternMessage: 'An order number has eight digits.',
          showWhen: { source: 'topic', operator: 'is', values: ['order'] },
        },
        { key: 'message', page: 'about', type: 'longText', label: 'Message', required: true, maxLength: 2000 },
        {
          key: 'pictures',
          page: 'about',
          type: 'file',
          label: 'Pictures',
          maximum: '3',
          files: { types: ['jpg', 'png', 'pdf'], maxMegabytes: 2 },
        },
        { key: 'name', page: 'you', type: 'text', label: 'Name', required: true, defaultSource: 'customer.firstName' },
        {
          key: 'email',
          page: 'you',
          type: 'email',
          label: 'E-mail address',
          required: true,
          defaultSource: 'customer.email',
        },
        { key: 'phone', page: 'you', type: 'phone', label: 'Phone number' },
        { key: 'rating', page: 'you', type: 'rating', label: 'How do you like the shop?' },
        {
          key: 'consent',
          page: 'you',
          type: 'consent',
          label: 'I agree',
          text: 'We keep what you write for a year, to answer it and to follow up.',
          required: true,
          retentionDays: 365,
        },
      ],
    },
  },
};

FORMS['ask-the-workshop'] = {
  name: 'Ask the workshop',
  page: true,
  captcha: 'Test',
  form: {
    title: 'Ask the workshop',
    language: 'en',
    intro: 'Tell us what you would like to have made.',
    thanks: 'Thank you, we will think about it',
    questions: [
      {
        key: 'department',
        type: 'choice',
        label: 'Department',
        required: true,
        records: { objectName: 'Product_Category__c', labelField: 'Name', filters: [] },
      },
      { key: 'pieces', type: 'integer', label: 'How many pieces?', required: true, minimum: '1', maximum: '500' },
      {
        key: 'company',
        type: 'text',
        label: 'Company',
        required: true,
        showWhen: {
          mode: 'any',
          items: [
            { source: 'pieces', operator: 'atLeast', values: ['50'] },
            {
              mode: 'all',
              items: [
                { source: 'pieces', operator: 'atLeast', values: ['10'] },
                { source: 'customer.signedIn', operator: 'is', values: ['false'] },
              ],
            },
          ],
        },
      },
      { key: 'wish', type: 'longText', label: 'Your wish', required: true },
      { key: 'email', type: 'email', label: 'E-mail address', required: true, defaultSource: 'customer.email' },
    ],
    translations: {
      de: {
        'form.title': 'Die Werkstatt fragen',
        'department.label': 'Abteilung',
        'pieces.label': 'Wie viele Stücke?',
        'company.label': 'Firma',
        'wish.label': 'Ihr Wunsch',
      },
    },
  },
};
/** Writes a form's answers to the customer's contact and to a case of theirs. */
const MAPPING = `FormMappingDto mapping = new FormMappingDto();
  mapping.formId = formId;
  mapping.targets = (List<FormMappingRules>) JSON.deserialize('${JSON.stringify([
    {
      objectName: 'Contact',
      way: 'find',
      fields: [
        { name: 'Id', source: 'submission.contact', isKey: true },
        { name: 'Phone', source: 'phone' },
      ],
    },
    {
      objectName: 'Case',
      way: 'make',
      attachesFiles: true,
      fields: [
        { name: 'ContactId', source: 'record:1' },
        { name: 'Subject', source: 'fixed', value: 'Prepare the advice' },
        { name: 'Origin', source: 'fixed', value: 'Web' },
        { name: 'Description', source: 'table' },
        { name: 'SuppliedName', source: 'sign' },
        { name: 'SuppliedPhone', source: 'phone' },
      ],
    },
  ])}', List<FormMappingRules>.class);
  FormMappingController.saveMapping(mapping);`;

/** An anonymous block that makes something to eat, and the shelf on which it lies. */
export function demoLarderApex() {
  return `Store__c store = [SELECT Id, Catalog__c, Pricebook__c FROM Store__c WHERE Code__c = ${literal(demoSettings().code)} WITH USER_MODE];
Product2 master = new Product2(
  Name = 'Oat biscuits', Slug__c = 'oat-biscuits', Is_Master__c = true, IsActive = true, Catalog__c = store.Catalog__c,
  Import_Key__c = store.Catalog__c + ':p:oat-biscuits', Brand__c = 'Tidemoor', Product_Type__c = 'Larder',
  Body__c = '<p>Baked on Thursdays, crisp at the rim and soft in the middle. A tin of twelve.</p><ul><li>Oats, butter, sea salt</li><li>Keeps for six weeks</li></ul>'
);
insert as user master;
Product2 tin = new Product2(
  Name = 'Oat biscuits', Parent_Product__c = master.Id, IsActive = true, Catalog__c = store.Catalog__c, StockKeepingUnit = 'OAT-BISCUITS',
  Position__c = 0, Requires_Shipping__c = true, Taxable__c = true, Weight_Grams__c = 320
);
insert as user tin;
for (Id bookId : new Set<Id>{ [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE WITH USER_MODE LIMIT 1].Id, store.Pricebook__c }) {
  insert as user new PricebookEntry(Pricebook2Id = bookId, Product2Id = tin.Id, UnitPrice = 14, IsActive = true);
}
insert as user new Product_Media__c(
  Product__c = master.Id, Url__c = '/demo/images/oat-biscuits.svg', Alt_Text__c = 'Oat biscuits on a plate', Position__c = 1,
  Key__c = master.Id + ':oat-biscuits'
);
Product_Category__c gifts = [SELECT Id FROM Product_Category__c WHERE Store__c = :store.Id AND Name = 'Gifts' AND Parent__c = NULL WITH USER_MODE LIMIT 1];
Product_Category__c larder = new Product_Category__c(
  Name = 'Larder', Slug__c = 'larder', Store__c = store.Id, Parent__c = gifts.Id, Active__c = true, Position__c = 50,
  Description__c = 'To eat with all that.'
);
insert as user larder;
insert as user new Category_Product__c(Category__c = larder.Id, Product__c = master.Id, Position__c = 0, Key__c = larder.Id + ':' + master.Id);
`;
}

/** An anonymous block that makes the demo's forms, published. */
export function demoFormsApex() {
  const forms = Object.entries(FORMS).map(
    ([slug, { name, page, product, captcha, places, mapped, form }]) => `{
  FormDraft draft = new FormDraft();
  draft.name = ${literal(name)};
  draft.slug = ${literal(slug)};
  draft.storeId = storeId;
  draft.hasPage = ${page ?? false};
  draft.editHours = 24;${
    captcha
      ? `
  draft.captcha = ${literal(captcha)};`
      : ''
  }
  draft.definition = ${literal(JSON.stringify(form))};
  ${
    product
      ? `FormDraft.Placement beside = new FormDraft.Placement();
  beside.place = 'Product';
  beside.productSlug = ${literal(product)};
  draft.placements.add(beside);`
      : ''
  }
  ${(places ?? [])
    .map(
      ({ place, product: at, category, remindDays }) => `{
    FormDraft.Placement asked = new FormDraft.Placement();
    asked.place = ${literal(place)};
    ${at ? `asked.productSlug = ${literal(at)};` : ''}
    ${category ? `asked.categoryId = [SELECT Id FROM Product_Category__c WHERE Store__c = :storeId AND Slug__c = ${literal(category)} WITH USER_MODE].Id;` : ''}
    asked.remindDays = ${remindDays ?? null};
    draft.placements.add(asked);
  }`,
    )
    .join('\n  ')}
  Id formId = FormAdminController.publishForm(FormAdminController.saveForm(draft).id, null).id;
  ${mapped ? MAPPING : ''}
}`,
  );
  return `Id storeId = [SELECT Id FROM Store__c WHERE Code__c = ${literal(demoSettings().code)} WITH USER_MODE].Id;\n${forms.join('\n')}`;
}
