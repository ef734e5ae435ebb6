/** Orders, refunds and whatever else befalls a shop, at random. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { asOf } from '../../../orglet/index.js';
import type { Org } from '../../../orglet/index.js';
import { openShop } from '../shop.js';
import type { Act, TenderKind } from './kind.js';
import type { Random } from './random.js';

const MEMBERS = 3;
/** Steps after which what is owed is looked at. */
const OWED_EACH = 20;
const DAY = 86_400_000;
const CODES = (codes: string[]): string => `new Set<String>{ ${codes.map((code) => `'${code}'`).join(', ')} }`;

/** What the steps have in common, as a class: compiled once, where thousands of steps would each compile it anew. */
const source = (kinds: TenderKind[]): string => `
public class Generated {
  public final Store__c store = StoreGateway.get('race');
  public final Contact person;

  public Generated(Integer member) {
    String name = 'Member ' + member;
    person = [SELECT Id, AccountId, Email, Email_Unproven__c FROM Contact WHERE LastName = :name];
  }

  /** Earns, as events would have it, and fails unless everything of the member is as it should be. */
  public void prove() {
    EarnedPoints.refresh(new Map<Id, Order>([SELECT Id FROM Order WHERE BillToContactId = :person.Id
      ORDER BY LastModifiedDate DESC LIMIT 3]).keySet());
    ${kinds.map((kind) => `{ ${kind.proof} }`).join('\n')}
  }

  /** @param after what becomes of an order that is redirected: Cancel, Pay or none */
  public void place(String key, String provider, String outcome, Integer quantity, List<Cart_Item__c> items,
      List<Cart_Tender__c> tenders, String after) {
    CartToken token = CartToken.generate();
    Cart__c cart = new Cart__c(Store__c = store.Id, Status__c = CartStatus.CHECKOUT, Token_Hash__c = token.digest(store.Id),
      Expires_At__c = CartToken.expiry(), Email__c = person.Email, First_Name__c = 'Ada', Last_Name__c = 'Byron', Billing_Same__c = true);
    PostalAddress address = new PostalAddress();
    address.firstName = 'Ada'; address.lastName = 'Byron'; address.street = '1 Main Street'; address.city = 'Springfield';
    address.stateCode = 'IL'; address.postalCode = '62701'; address.countryCode = 'US';
    CartAddress.write(cart, 'Shipping', address);
    cart.Shipping_Method__c = [SELECT Id FROM Shipping_Method__c WHERE Store__c = :store.Id ORDER BY Position__c LIMIT 1].Id;
    cart.Payment_Provider__c = [SELECT Id FROM Payment_Provider__c WHERE Store__c = :store.Id AND Type__c = :provider].Id;
    insert cart;
    Id lampId = [SELECT Id FROM Product2 WHERE StockKeepingUnit = 'LAMP'].Id;
    items.add(new Cart_Item__c(Product__c = lampId, Quantity__c = quantity));
    for (Integer i = 0; i < items.size(); i++) {
      items[i].Cart__c = cart.Id;
      items[i].Position__c = i;
      items[i].Key__c = CartItemKey.keyOf(items[i]);
    }
    insert items;
    for (Integer i = 0; i < tenders.size(); i++) {
      tenders[i].Cart__c = cart.Id;
      tenders[i].Position__c = i;
      tenders[i].Key__c = cart.Id + ':' + i;
    }
    insert tenders;
    StoreVisit visit = new StoreVisit(store, Shopper.known(person, true));
    PlacementService service = new PlacementService(visit, token.secret);
    PlaceInput input = new PlaceInput();
    input.placementKey = key;
    input.termsAccepted = true;
    input.testOutcome = outcome;
    input.expectedTotal = CartPricer.price(visit, CartGateway.find(store.Id, token)).prices.grandTotal;
    ResumeInput back = new ResumeInput();
    back.placementKey = input.placementKey;
    back.testOutcome = input.testOutcome;
    try {
      PlacedDto placed = service.place(input);
      if (after == 'Cancel' && placed.nextStep == PlacedDto.PAY) {
        service.cancelPayment(back);
      } else if (after == 'Pay' && placed.nextStep == PlacedDto.PAY) {
        service.resume(back);
        for (Test_Charge__c charge : [SELECT Reference__c FROM Test_Charge__c WHERE Status__c = 'Awaiting Shopper'])
          TestChargeGateway.decide(charge.Reference__c, 'Captured');
        service.resume(back);
      }
    } catch (StorefrontException refused) {
      if (!${CODES(['TENDER_NOT_USABLE', 'PAYMENT_DECLINED', 'TOO_MANY_UNPAID', 'CREDIT_GONE'])}.contains(refused.code)) throw refused;
    }
  }

  /** Some of one of the latest orders goes back: pieces, an amount of a line, goodwill, or all that is left. */
  public void giveBack(Integer which, String what, Decimal amount, String key) {
    List<OrderItem> items = [SELECT Id, OrderId FROM OrderItem WHERE Order.BillToContactId = :person.Id AND Line_Type__c IN ('Product', 'GiftCard')
      ORDER BY CreatedDate DESC, Id LIMIT 4];
    if (items.isEmpty()) return;
    OrderItem item = items[Math.mod(which, items.size())];
    RefundInput input = new RefundInput();
    input.key = key;
    switch on what {
      when 'pieces' {
        input.lines = new List<RefundInput.Line>{ new RefundInput.Line(item.Id, 1) };
      }
      when 'amount' {
        RefundInput.Line line = new RefundInput.Line(item.Id, 0);
        line.amount = amount;
        input.lines = new List<RefundInput.Line>{ line };
      }
      when 'goodwill' {
        input.goodwill = amount;
      }
      when else {
        input.everything = true;
      }
    }
    try {
      RefundService.start(item.OrderId, input, 'Refund');
    } catch (StorefrontException refused) {
      if (!${CODES(['REFUND_TOO_MUCH', 'NOTHING_TO_REFUND', 'PAYMENT_UNCLEAR'])}.contains(refused.code)) throw refused;
    }
  }

  /** Money of some orders arrives that were to be paid by transfer. */
  public void capture() {
    for (Payment__c due : [SELECT Id FROM Payment__c WHERE Status__c = 'Pending' AND Order__r.BillToContactId = :person.Id LIMIT 3])
      PaymentService.capture(due.Id, 'bank');
  }
}`;
const META = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>`;

/** The folder with the class, the same for every shop of the kinds: the org is not compiled anew. */
const directories = new Map<string, string>();
after(() => directories.forEach((directory) => rmSync(directory, { recursive: true, force: true })));

function directoryOf(kinds: TenderKind[]): string {
  const key = kinds.map(({ name }) => name).join();
  const known = directories.get(key);
  if (known) return known;
  const directory = mkdtempSync(join(tmpdir(), 'generated-'));
  writeFileSync(join(directory, 'Generated.cls'), source(kinds));
  writeFileSync(join(directory, 'Generated.cls-meta.xml'), META);
  directories.set(key, directory);
  return directory;
}

const known = (member: number): string =>
  `Generated shop = new Generated(${member}); Store__c store = shop.store; Contact person = shop.person;`;

/** A shop whose members pay with these kinds of tenders. */
export class GeneratedShop {
  readonly org: Org;
  orders = 0;
  private now = Date.now();
  private key = 0;
  private steps = 0;

  private readonly kinds: TenderKind[];
  private readonly chance: Random;

  constructor(kinds: TenderKind[], chance: Random) {
    this.kinds = kinds;
    this.chance = chance;
    this.org = openShop(100_000, {
      sourceDirs: ['force-app', 'subscriber-config', 'site-template', directoryOf(kinds)],
    });
    for (const kind of kinds)
      if (kind.settings) this.run(`Store__c store = StoreGateway.get('race'); ${kind.settings}`);
    this.run("insert new Account(Name = 'Household');");
    for (let member = 0; member < MEMBERS; member++) {
      this
        .run(`Account home = new Account(Name = 'Member ${member}', ParentId = [SELECT Id FROM Account WHERE Name = 'Household'].Id);
        insert home;
        insert new Contact(LastName = 'Member ${member}', Email = 'm${member}@example.com', AccountId = home.Id);`);
      for (const kind of kinds) this.run(known(member) + kind.member(chance));
    }
  }

  private run(apex: string): string[] {
    return asOf(this.now, () => this.org.runAnonymous(apex));
  }

  /** Something happens to somebody. @returns what, for a failure's message */
  step(): string {
    // Days go by, so that lots end.
    this.now += this.chance.once(3) ? this.chance.below(4 * DAY) : 60_000;
    const member = this.chance.below(MEMBERS);
    const act = this.act();
    const name = `${act.name} of member ${member}`;
    try {
      this.run(known(member) + act.apex);
      asOf(this.now, () => this.org.runPendingWork());
      this.run(`new Generated(${member}).prove();`);
      this.steps++;
      if (this.steps % OWED_EACH === 0) this.proveOwed();
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
    }
    return name;
  }

  /** What is owed by the reports is what the balances come to: it moved by what happened and nothing else. */
  private proveOwed(): void {
    this.run('PointsMonthJob.start();');
    asOf(this.now, () => this.org.runPendingWork());
    for (const { owed } of this.kinds) this.run(owed);
  }

  private act(): Act {
    const what = this.chance.below(10);
    if (what < 5) return this.order();
    if (what < 8) return this.refund();
    if (what === 8) return this.chance.pick(this.kinds).happens(this.chance);
    return { name: 'payments arrive', apex: 'shop.capture();' };
  }

  private order(): Act {
    this.orders++;
    const { chance } = this;
    const outcome = chance.pick(['approve', 'approve', 'approve', 'decline', 'redirect']);
    const provider = chance.once(4) ? 'Manual' : 'Test';
    const key = `00000000-0000-4000-8000-${String(++this.key).padStart(12, '0')}`;
    // What is redirected comes back paid, or is given up.
    const after = outcome !== 'redirect' || provider === 'Manual' ? 'none' : chance.once(2) ? 'Cancel' : 'Pay';
    return {
      name: `order ${key.slice(-4)} (${provider} ${outcome})`,
      apex: `
        List<Cart_Item__c> items = new List<Cart_Item__c>();
        ${this.kinds.map((kind) => kind.buy?.(chance) ?? '').join('\n')}
        List<Cart_Tender__c> tenders = new List<Cart_Tender__c>();
        ${this.kinds.map((kind) => kind.bring(chance)).join('\n')}
        shop.place('${key}', '${provider}', '${outcome}', ${1 + chance.below(3)}, items, tenders, '${after}');`,
    };
  }

  private refund(): Act {
    const { chance } = this;
    const what = chance.pick(['pieces', 'amount', 'goodwill', 'everything']);
    const amount = (1 + chance.below(1500)) / 100;
    return {
      name: `refund (${what})`,
      apex: `shop.giveBack(${chance.below(4)}, '${what}', ${amount}, 'r${++this.key}');`,
    };
  }

  /** What differs once all is rebuilt from the movements. */
  differences(): string[] {
    this.proveOwed();
    return this.kinds.flatMap((kind) => kind.rebuild(this.org));
  }
}
