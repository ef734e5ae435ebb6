/** A store in memory with one product, and shoppers whose carts lack nothing but the order. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { Org, type OrgOptions, type RaceEntry } from '../../orglet/index.js';

const project = process.env.PROJECT!;

/** The org that was opened last, which alone is live: another one of the same project is opened in its place. */
let last: { org: Org; options: string } | null = null;

/** @param others as those of `openShop` */
function openOrg(others: Partial<OrgOptions>): Org {
  const options = JSON.stringify(others);
  if (last?.options === options) last.org = last.org.reopen(':memory:');
  else {
    last?.org.close();
    const cacheDir = join(project, '.orglet', 'cache');
    mkdirSync(cacheDir, { recursive: true });
    // Without the namespace, names in queries of tests are those of the sources.
    const base = { projectDir: project, namespace: '', database: ':memory:', cacheDir, withoutTests: true };
    last = { org: Org.open({ ...base, ...others }), options };
  }
  return last.org;
}

after(() => last?.org.close());

/**
 * Apex that makes a product (`master`) of one variant (`variant`) and sells it in the category of the store (`store`).
 * @param price in dollars
 */
export function soldProduct(name: string, price: number, shipped: boolean): string {
  const slug = name.toLowerCase();
  return `Product2 master = new Product2(Name = '${name}', Slug__c = '${slug}', Is_Master__c = true, IsActive = true, Import_Key__c = 'p:${slug}');
    insert master;
    Product2 variant = new Product2(Name = '${name}', Parent_Product__c = master.Id, IsActive = true, StockKeepingUnit = '${name.toUpperCase()}',
      Import_Key__c = 'v:${slug}', Requires_Shipping__c = ${shipped}, Taxable__c = true);
    insert variant;
    Id standard = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE].Id;
    insert new PricebookEntry(Pricebook2Id = standard, Product2Id = variant.Id, UnitPrice = ${price}, IsActive = true);
    insert new PricebookEntry(Pricebook2Id = store.Pricebook__c, Product2Id = variant.Id, UnitPrice = ${price}, IsActive = true);
    insert new Category_Product__c(Product__c = master.Id,
      Category__c = [SELECT Id FROM Product_Category__c WHERE Store__c = :store.Id LIMIT 1].Id);`;
}

/**
 * An org with the store `race`, which is closed when the next one is opened and at the end, and the product `LAMP`, of which there are `pieces`.
 * @param others another project than this one, such as a copy of it, or what the org has beside the package
 */
export function openShop(pieces: number, others: Partial<OrgOptions> = {}): Org {
  const org = openOrg(others);
  org.runAnonymous(`
    StoreSettings settings = new StoreSettings();
    settings.code = 'race';
    settings.name = 'Race';
    settings.currencyCode = 'USD';
    settings.testMode = true;
    StoreSetupService.setUp(settings);
    Store__c store = StoreGateway.get('race');
    insert new Product_Category__c(Name = 'Lamps', Store__c = store.Id, Active__c = true);
    ${soldProduct('Lamp', 20, true)}
    Stock_Level__c level = new Stock_Level__c(Product__c = variant.Id, Tracked__c = true,
      Location__c = [SELECT Id FROM Stock_Location__c WHERE Store__c = :store.Id LIMIT 1].Id);
    insert level;
    StockService.adjust(new Map<Id, Integer>{ level.Id => ${pieces} }, new StockService.Reference(SecureToken.generate()));
  `);
  org.runPendingWork();
  return org;
}

export interface Shopper {
  token: string;
  email: string;
}

/** A shopper with a cart that is ready to be ordered. */
export function shopper(org: Org, email: string, quantity = 1): Shopper {
  const [token] = org.runAnonymous(`
    Store__c store = StoreGateway.get('race');
    CartToken token = CartToken.generate();
    Cart__c cart = new Cart__c(Store__c = store.Id, Status__c = CartStatus.CHECKOUT, Token_Hash__c = token.digest(store.Id),
      Expires_At__c = CartToken.expiry(), Email__c = '${email}', First_Name__c = 'Ada', Last_Name__c = 'Byron', Billing_Same__c = true);
    PostalAddress address = new PostalAddress();
    address.firstName = 'Ada';
    address.lastName = 'Byron';
    address.street = '1 Main Street';
    address.city = 'Springfield';
    address.stateCode = 'IL';
    address.postalCode = '62701';
    address.countryCode = 'US';
    CartAddress.write(cart, 'Shipping', address);
    cart.Shipping_Method__c = [SELECT Id FROM Shipping_Method__c WHERE Store__c = :store.Id ORDER BY Position__c LIMIT 1].Id;
    cart.Payment_Provider__c = [SELECT Id FROM Payment_Provider__c WHERE Store__c = :store.Id AND Type__c = 'Test'].Id;
    insert cart;
    Product2 lamp = [SELECT Id FROM Product2 WHERE StockKeepingUnit = 'LAMP'];
    insert new Cart_Item__c(Cart__c = cart.Id, Product__c = lamp.Id, Key__c = cart.Id + ':' + lamp.Id, Quantity__c = ${quantity}, Position__c = 0);
    System.debug(token.secret);
  `);
  return { token: token!, email };
}

/** What the page calls when the shopper orders. @param key the page's own for this order */
export function ordering(org: Org, { token }: Shopper, key: string): RaceEntry {
  const [total] = org.runAnonymous(`
    Store__c store = StoreGateway.get('race');
    System.debug(CartPricer.price(StoreVisit.guest(store), CartGateway.find(store.Id, new CartToken('${token}'))).prices.grandTotal);
  `);
  const input = { placementKey: key, termsAccepted: true, expectedTotal: Number(total) };
  return { method: 'CheckoutController.placeOrder', args: ['race', token, input] };
}

/** Puts the cart into the state in which a payment provider is asked. @param minutes until the hold runs out */
export function reserve(org: Org, { token }: Shopper, placementKey: string, minutes: number): void {
  org.runAnonymous(`
    Store__c store = StoreGateway.get('race');
    Cart__c cart = CartGateway.find(store.Id, new CartToken('${token}'));
    PlaceInput input = new PlaceInput();
    input.placementKey = '${placementKey}';
    input.termsAccepted = true;
    input.expectedTotal = CartPricer.price(StoreVisit.guest(store), cart).prices.grandTotal;
    input.testOutcome = TestPaymentAdapter.REDIRECT;
    new PlacementService(StoreVisit.guest(store), '${token}').place(input);
    update new Cart__c(Id = cart.Id, Hold_Expires_At__c = System.now().addMinutes(${minutes}));
  `);
}

/** What the page calls to go on with an order whose payment calls another system. */
export const resuming = ({ token }: Shopper, placementKey: string): RaceEntry => ({
  method: 'CheckoutController.resumePayment',
  args: ['race', token, { placementKey }],
});

/** A placement key as pages make them. */
export const key = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A placed order, paid by card or to be paid by transfer. */
export function placed(org: Org, provider: 'Test' | 'Manual', quantity = 1): void {
  const { token } = shopper(org, 'ada@example.com', quantity);
  org.runAnonymous(`
    Store__c store = StoreGateway.get('race');
    Cart__c cart = CartGateway.find(store.Id, new CartToken('${token}'));
    update new Cart__c(Id = cart.Id, Payment_Provider__c = [SELECT Id FROM Payment_Provider__c WHERE Store__c = :store.Id AND Type__c = '${provider}'].Id);
    PlaceInput input = new PlaceInput();
    input.placementKey = '${key(1)}';
    input.termsAccepted = true;
    input.expectedTotal = CartPricer.price(StoreVisit.guest(store), CartGateway.find(store.Id, new CartToken('${token}'))).prices.grandTotal;
    new PlacementService(StoreVisit.guest(store), '${token}').place(input);
  `);
  org.runPendingWork();
}

/** What must be true of stock and orders at any time. */
export const SOUND = [
  'SELECT Id, On_Hand__c, Held__c FROM Stock_Level__c WHERE On_Hand__c < 0 OR Held__c < 0',
  'SELECT Placement_Key__c, COUNT(Id) n FROM Cart__c WHERE Placement_Key__c != NULL GROUP BY Placement_Key__c HAVING COUNT(Id) > 1',
  'SELECT Email, COUNT(Id) n FROM Contact WHERE Email != NULL GROUP BY Email HAVING COUNT(Id) > 1',
];
