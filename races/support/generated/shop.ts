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
    Cart__c cart = newCart(token, provider);
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

  /**
   * Some pieces of one of the latest orders come back through the customer's door: returned, withdrawn from or exchanged; the desk's
   * part is another request.
   */
  public void comesBack(Integer which, String kind, Integer pieces, String key) {
    List<OrderItem> items = [SELECT Id, OrderId, Product2Id, Order.Fulfillment_Status__c FROM OrderItem
      WHERE Order.BillToContactId = :person.Id AND Line_Type__c = 'Product' AND Order.Fulfillment_Status__c != 'Cancelled'
      AND Order.StatusCode = 'Activated' ORDER BY CreatedDate DESC, Id LIMIT 4];
    if (items.isEmpty()) return;
    OrderItem item = items[Math.mod(which, items.size())];
    if (kind != 'Withdrawal' && item.Order.Fulfillment_Status__c == 'Unfulfilled') OrderService.fulfil(item.OrderId);
    String link = SecureToken.generate();
    OrderLookupGateway.link(item.OrderId, OrderGateway.digest(link, store.Id), System.now().addHours(1));
    CustomerOrder own = CustomerOrder.find(store.Code__c, link, null);
    ReturnInput input = new ReturnInput();
    input.key = key;
    input.kind = kind;
    ReturnInput.Line line = new ReturnInput.Line();
    line.orderItemId = item.Id;
    line.quantity = pieces;
    line.reason = 'mind';
    line.exchangeFor = kind == 'Exchange' ? item.Product2Id : null;
    input.lines = new List<ReturnInput.Line>{ line };
    try {
      if (kind == 'Exchange') beginExchange(own, input);
      else ReturnService.request(own, input);
    } catch (StorefrontException refused) {
      if (!backRefusals().contains(refused.code)) throw refused;
    }
  }

  private Set<String> backRefusals() {
    return ${CODES(['INVALID_INPUT', 'RETURN_CLOSED', 'PAYMENT_UNCLEAR', 'NOTHING_TO_REFUND', 'OUT_OF_STOCK', 'REFUND_TOO_MUCH', 'TENDER_NOT_USABLE', 'PAYMENT_DECLINED', 'TOO_MANY_UNPAID'])};
  }

  /** The desk looks at what is announced. */
  public void inspect(Decimal fee, Boolean writeOff) {
    for (Return__c announced : [SELECT Id, Order__c FROM Return__c WHERE Order__r.BillToContactId = :person.Id AND Status__c = 'Approved'
        ORDER BY CreatedDate DESC LIMIT 1]) {
      Return__c made = ReturnGateway.find(announced.Id);
      ReturnInspection found = new ReturnInspection();
      found.restockingFee = made.Kind__c == 'Withdrawal' ? 0 : fee;
      found.lines = new List<ReturnInspection.Line>();
      for (Return_Line__c line : made.Lines__r) {
        ReturnInspection.Line seen = new ReturnInspection.Line();
        seen.id = line.Id;
        seen.restock = writeOff ? 0 : (Integer) line.Quantity__c;
        seen.writeOff = writeOff ? (Integer) line.Quantity__c : 0;
        found.lines.add(seen);
      }
      try {
        found.expectedTotal = new ReturnDesk(made.Id).plan(found).total;
        new ReturnDesk(made.Id).complete(found);
      } catch (StorefrontException refused) {
        if (!backRefusals().contains(refused.code)) throw refused;
      }
    }
  }

  /** What is wanted instead goes into the member's own cart, where what could not be ordered before would be ordered with it. */
  private void beginExchange(CustomerOrder own, ReturnInput input) {
    delete openCarts();
    StoreVisit visit = new StoreVisit(store, Shopper.known(person, true));
    CartToken token = new CartToken(ExchangeService.start(own, visit, null, input).cart.token, visit.shopper);
    OwnWrites.save(addressed(new Cart__c(Id = CartGateway.find(store.Id, token).Id), 'Test'));
  }

  private List<Cart__c> openCarts() {
    String memberKey = store.Id + ':' + person.Id;
    return [SELECT Id, Member_Seed__c FROM Cart__c WHERE Member_Key__c = :memberKey AND Status__c IN ('Open', 'Checkout')];
  }

  /** It is ordered, the difference paid by the provider. */
  public void exchange(String key) {
    StoreVisit visit = new StoreVisit(store, Shopper.known(person, true));
    for (Cart__c cart : openCarts()) {
      CartToken token = CartToken.ofMember(cart, visit.shopper);
      PlaceInput order = new PlaceInput();
      order.placementKey = '00000000-0000-4000-9000-' + key.removeStart('r').leftPad(12, '0');
      order.termsAccepted = true;
      order.testOutcome = 'approve';
      try {
        order.expectedTotal = CartPricer.price(visit, CartGateway.find(store.Id, token)).prices.grandTotal;
        new PlacementService(visit, token.secret).place(order);
      } catch (StorefrontException refused) {
        if (!backRefusals().contains(refused.code)) throw refused;
      }
    }
  }

  private Cart__c newCart(CartToken token, String provider) {
    Cart__c cart = addressed(new Cart__c(Store__c = store.Id, Token_Hash__c = token.digest(store.Id), Expires_At__c = CartToken.expiry()), provider);
    insert cart;
    return cart;
  }

  private Cart__c addressed(Cart__c cart, String provider) {
    cart.Status__c = CartStatus.CHECKOUT;
    cart.Email__c = person.Email; cart.First_Name__c = 'Ada'; cart.Last_Name__c = 'Byron'; cart.Billing_Same__c = true;
    PostalAddress address = new PostalAddress();
    address.firstName = 'Ada'; address.lastName = 'Byron'; address.street = '1 Main Street'; address.city = 'Springfield';
    address.stateCode = 'IL'; address.postalCode = '62701'; address.countryCode = 'US';
    CartAddress.write(cart, 'Shipping', address);
    cart.Shipping_Method__c = [SELECT Id FROM Shipping_Method__c WHERE Store__c = :store.Id ORDER BY Position__c LIMIT 1].Id;
    cart.Payment_Provider__c = [SELECT Id FROM Payment_Provider__c WHERE Store__c = :store.Id AND Type__c = :provider].Id;
    return cart;
  }

  /** To the cent: parts of refunds are the refunds, lines and goodwill are too, nothing goes back twice, and what an exchange moved arrived. */
  public void proveReturns() {
    for (Refund__c refund : [SELECT Name, Amount__c, Goodwill_Amount__c, Order__c, (SELECT Amount__c, Payment__r.Tender_Type__c FROM Parts__r),
        (SELECT Amount__c, Order_Item__r.Line_Type__c FROM Lines__r)
        FROM Refund__c WHERE Order__r.BillToContactId = :person.Id ORDER BY CreatedDate DESC LIMIT 6]) {
      Decimal parts = 0;
      for (Refund_Part__c part : refund.Parts__r) parts += part.Amount__c;
      if (parts != refund.Amount__c) throw new QueryException(refund.Name + ': parts come to ' + parts + ' of ' + refund.Amount__c);
      Decimal lines = refund.Goodwill_Amount__c ?? 0;
      for (Refund_Line__c line : refund.Lines__r) lines += line.Amount__c;
      if (lines < refund.Amount__c) throw new QueryException(refund.Name + ': more goes back than was bought');
      Boolean isOfCards = !refund.Lines__r.isEmpty();
      for (Refund_Line__c line : refund.Lines__r) isOfCards = isOfCards && line.Order_Item__r.Line_Type__c == 'GiftCard';
      // What goodwill took of the money before, others give.
      if (!isOfCards || [SELECT COUNT() FROM Refund__c WHERE Order__c = :refund.Order__c AND Goodwill_Amount__c > 0] > 0) continue;
      for (Refund_Part__c part : refund.Parts__r)
        if (part.Payment__r.Tender_Type__c == 'Voucher' || part.Payment__r.Tender_Type__c == 'Points')
          throw new QueryException(refund.Name + ': a gift card gives back what never pays for one');
    }
    for (Payment__c paid : [SELECT Name, Amount__c, Refunded_Amount__c FROM Payment__c WHERE Order__r.BillToContactId = :person.Id
        ORDER BY LastModifiedDate DESC LIMIT 10])
      if ((paid.Refunded_Amount__c ?? 0) > paid.Amount__c) throw new QueryException(paid.Name + ': more went back than came');
    for (Return__c made : [SELECT Name, Order__c, Kind__c, Refunded_Amount__c, Restocking_Fee__c, Shipping_Fee__c, Replacement_Order__c,
        (SELECT Amount__c, Fee__c, Order_Item__c FROM Lines__r) FROM Return__c
        WHERE Order__r.BillToContactId = :person.Id AND Status__c = 'Completed' ORDER BY LastModifiedDate DESC LIMIT 4]) {
      Decimal lines = 0;
      Decimal fees = 0;
      for (Return_Line__c line : made.Lines__r) {
        lines += line.Amount__c;
        fees += line.Fee__c;
      }
      if (fees != (made.Restocking_Fee__c ?? 0) + (made.Shipping_Fee__c ?? 0)) throw new QueryException(made.Name + ': fees of lines come to ' + fees);
      if (made.Kind__c != 'Withdrawal' && lines < made.Refunded_Amount__c) throw new QueryException(made.Name + ': its lines come to ' + lines);
      if (made.Replacement_Order__c == null) continue;
      String source = made.Id;
      Decimal moved = 0;
      for (Refund_Part__c part : [SELECT Amount__c FROM Refund_Part__c WHERE Destination__c = 'Exchange' AND Refund__r.Order__c = :made.Order__c
          AND Refund__r.Key__c LIKE :('%return:' + made.Id)]) moved += part.Amount__c;
      for (Payment__c carried : [SELECT Amount__c FROM Payment__c WHERE Source__c = :source AND Tender_Type__c = 'Exchange'
          AND Status__c IN ('Captured', 'Partially Refunded', 'Refunded')])
        if (carried.Amount__c != moved) throw new QueryException(made.Name + ': ' + moved + ' left, ' + carried.Amount__c + ' arrived');
    }
    for (OrderItem item : [SELECT Id, Quantity, Line_Total__c, Discount_Amount__c, Tax_Amount__c, Reversed_Quantity__c, Reversed_Amount__c FROM OrderItem
        WHERE Order.BillToContactId = :person.Id AND Line_Type__c = 'Product' ORDER BY LastModifiedDate DESC LIMIT 6]) {
      Decimal most = (item.Line_Total__c ?? 0) - (item.Discount_Amount__c ?? 0) + (item.Tax_Amount__c ?? 0);
      if ((item.Reversed_Quantity__c ?? 0) > item.Quantity || (item.Reversed_Amount__c ?? 0) > most)
        throw new QueryException(item.Id + ': more of the line went back than there was');
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
    this.run(`update new Store__c(Id = StoreGateway.get('race').Id, Return_Days__c = 30, Withdrawal_Days__c = 14,
      Withdrawal_Everywhere__c = true);`);
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
      for (const apex of [act.apex, ...(act.then ?? [])]) this.run(known(member) + apex);
      asOf(this.now, () => this.org.runPendingWork());
      this.run(`new Generated(${member}).prove();`);
      this.run(`new Generated(${member}).proveReturns();`);
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
    const what = this.chance.below(12);
    if (what < 5) return this.order();
    if (what < 8) return this.refund();
    if (what < 10) return this.comesBack();
    if (what === 10) return this.chance.pick(this.kinds).happens(this.chance);
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

  private comesBack(): Act {
    const { chance } = this;
    const kind = chance.pick(['Return', 'Withdrawal', 'Exchange']);
    const fee = chance.once(2) ? chance.below(900) / 100 : 0;
    const which = `${chance.below(4)}, '${kind}', ${1 + chance.below(2)}`;
    const writeOff = chance.once(3);
    const key = `r${++this.key}`;
    return {
      name: `something comes back (${kind})`,
      apex: `shop.comesBack(${which}, '${key}');`,
      then: [...(kind === 'Exchange' ? [`shop.exchange('${key}');`] : []), `shop.inspect(${fee}, ${writeOff});`],
    };
  }

  /** What differs once all is rebuilt from the movements. */
  differences(): string[] {
    this.proveOwed();
    return this.kinds.flatMap((kind) => kind.rebuild(this.org));
  }
}
