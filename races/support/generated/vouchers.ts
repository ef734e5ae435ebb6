/** Vouchers in the generated test. */
import type { Org } from '../../../orglet/index.js';
import { soldProduct } from '../shop.js';
import type { TenderKind } from './kind.js';

/** A voucher of the member; each has at most a few, of which one pays an order. */
const issue = (cents: number) => `
  Voucher__c card = new Voucher__c(Store__c = store.Id, Issuing_Store__c = store.Id, Kind__c = 'Sold', Currency_Code__c = 'USD',
    Activated_At__c = System.now(), Recipient__c = person.Id);
  VoucherCode.put(VoucherCode.generate(), card);
  VoucherService.issue(new List<Voucher__c>{ card }, new List<Decimal>{ ${cents / 100} }, store);`;
const ANY = `SELECT Id, Balance__c, Held__c, Expires_At__c FROM Voucher__c WHERE Recipient__c = :person.Id ORDER BY Id`;
let posted = 0;

/** What a movement of the type does to the balance, to what is held, and to what there was at first. */
const EFFECTS: Record<string, [number, number, number]> = {
  Issue: [1, 0, 1],
  Load: [1, 0, 0],
  Hold: [0, 1, 0],
  Take: [-1, -1, 0],
  Release: [0, -1, 0],
  Return: [1, 0, 0],
  Grant: [1, 0, 0],
  Deduct: [-1, 0, 0],
  Cancel: [-1, 0, 0],
  Expire: [-1, 0, 0],
};

export const VOUCHERS: TenderKind = {
  name: 'Vouchers',

  settings: `${soldProduct('Card', 25, false)}
    update new Product2(Id = master.Id, Gift_Card__c = true, Gift_Card_Min__c = 5, Gift_Card_Max__c = 500);`,

  // A card of their own: it pays their orders once its own is paid.
  buy: (chance) =>
    chance.once(6)
      ? `items.add(new Cart_Item__c(Line_Type__c = 'GiftCard', Quantity__c = ${1 + chance.below(2)}, Own_Price__c = ${(500 + chance.below(5000)) / 100},
          Product__c = [SELECT Id FROM Product2 WHERE StockKeepingUnit = 'CARD'].Id));`
      : '',

  member: (chance) => issue(1000 + chance.below(9000)),

  bring: (chance) =>
    chance.once(3)
      ? ''
      : `tenders.add(new Cart_Tender__c(Type__c = 'Voucher', Source__c = [${ANY} LIMIT 4][Math.mod(${chance.below(4)},
          [${ANY} LIMIT 4].size())].Id));`,

  happens(chance) {
    const cents = 1 + chance.below(3000);
    switch (chance.below(5)) {
      case 0:
        return {
          name: 'cards end',
          apex: `VoucherService.expire(new Map<Id, Voucher__c>([${ANY}]).keySet(), System.now());`,
        };
      case 1:
        return {
          name: `take ${cents} cents from a card`,
          apex: `Voucher__c card = [${ANY} LIMIT 1];
            try {
              VoucherService.take(VoucherLedger.DEDUCT, new Map<Id, Decimal>{ card.Id => ${cents / 100} },
                VoucherService.referenceOf('take ${posted++}', null, store.Id, 'A slip'));
            } catch (StorefrontException refused) {
              Assert.areEqual('OVERDRAWN', refused.code);
            }`,
        };
      case 2:
        return {
          name: 'a card is about to end',
          apex: `VoucherGateway.save(new List<Voucher__c>{ new Voucher__c(Id = [${ANY} LIMIT 1].Id, Expires_At__c = System.now().addDays(2)) });`,
        };
      case 3:
        return {
          name: `load ${cents} cents`,
          apex: `VoucherService.load(VoucherLedger.LOAD, new Map<Id, Decimal>{ [${ANY} LIMIT 1].Id => ${cents / 100} },
            VoucherService.referenceOf('load ${posted++}', null, store.Id, null), store);`,
        };
      default:
        return { name: `a card of ${cents} cents`, apex: issue(cents) };
    }
  },

  proof: `Map<Id, Voucher__c> cards = new Map<Id, Voucher__c>([${ANY}]);
    for (Voucher__c card : cards.values())
      Assert.isTrue(card.Balance__c >= 0 && card.Held__c >= 0 && card.Held__c <= card.Balance__c, String.valueOf(card));
    Assert.areEqual(new List<LedgerAudit.Difference>(), new LedgerAudit(new VoucherLedger()).differences(cards.keySet()), 'movements prove the cards');
    Map<String, Decimal> paidBack = new Map<String, Decimal>();
    Map<String, Decimal> taken = new Map<String, Decimal>();
    for (Voucher_Entry__c entry : [SELECT Type__c, Amount__c, Voucher__c, Order__c FROM Voucher_Entry__c WHERE Voucher__c IN :cards.keySet() AND Order__c != NULL]) {
      String key = entry.Order__c + ':' + entry.Voucher__c;
      if (entry.Type__c == 'Return') paidBack.put(key, (paidBack.get(key) ?? 0) + entry.Amount__c);
      if (entry.Type__c == 'Take') taken.put(key, (taken.get(key) ?? 0) + entry.Amount__c);
    }
    for (Payment__c paid : [SELECT Order__c, Source__c, Amount__c, Refunded_Amount__c, Status__c FROM Payment__c
        WHERE Tender_Type__c = 'Voucher' AND Order__r.BillToContactId = :person.Id]) {
      String key = paid.Order__c + ':' + paid.Source__c;
      Assert.areEqual(paid.Refunded_Amount__c ?? 0, paidBack.get(key) ?? 0, 'back on the card of ' + paid);
      if (PaymentStates.RECEIVED.contains(paid.Status__c)) Assert.areEqual(paid.Amount__c, taken.get(key), 'taken for ' + paid);
    }`,

  owed: `Decimal owedCards = 0;
    for (LedgerFigures.Row row : VoucherDesk.liability(System.today().addDays(1))) {
      Assert.areEqual(row.closing, row.opening + row.issued + row.used + row.returned + row.cancelled + row.expired + row.adjusted, 'a row is a sum');
      owedCards += row.closing;
    }
    for (Voucher__c card : [SELECT Balance__c FROM Voucher__c]) owedCards -= card.Balance__c;
    Assert.areEqual(0, owedCards, 'vouchers that are owed, less what there is');`,

  rebuild(org: Org) {
    const differences: string[] = [];
    const fields = ['Balance__c', 'Held__c', 'Opening_Balance__c'];
    for (const card of org.query(`SELECT Id, ${fields.join(', ')} FROM Voucher__c`)) {
      const cents = [0, 0, 0];
      for (const entry of org.query(`SELECT Type__c, Amount__c FROM Voucher_Entry__c WHERE Voucher__c = '${card.Id}'`))
        EFFECTS[entry.Type__c as string]!.forEach(
          (factor, index) => (cents[index]! += factor * Math.round((entry.Amount__c as number) * 100)),
        );
      fields.forEach((field, index) => {
        if (Math.round((card[field] as number) * 100) !== cents[index])
          differences.push(`Voucher ${card.Id}: ${field} is ${card[field]}, movements say ${cents[index]! / 100}`);
      });
    }
    return differences;
  },
};
