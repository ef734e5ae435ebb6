/** Account credit in the generated test. */
import type { Org } from '../../../orglet/index.js';
import type { Random } from './random.js';
import type { TenderKind } from './kind.js';

const ACCOUNT = `Credit_Account__c credit = [SELECT Id, Balance__c, Held__c FROM Credit_Account__c WHERE Contact__c = :person.Id];`;
let posted = 0;
const give = (chance: Random, cents: number) => `CreditInput given = new CreditInput();
  given.storeId = store.Id;
  given.amount = ${cents / 100};
  given.kind = '${chance.pick(['Store', 'Refund', 'Return', 'Gift'])}';
  given.reason = 'Generated';
  given.key = 'give ${posted++}';
  given.lastDay = ${chance.pick(['null', 'System.today().addDays(3)', 'System.today().addDays(20)'])};
  new CreditDesk(person.Id).give(given);`;

/** What a movement of the type does to the balance and to what is held, and to its lot; opening: it is one. */
const EFFECTS: Record<string, { moves: [number, number]; lot?: 1 | -1; opens?: true }> = {
  Give: { moves: [1, 0], opens: true },
  Deduct: { moves: [-1, 0], lot: -1 },
  Hold: { moves: [0, 1], lot: -1 },
  Release: { moves: [0, -1], lot: 1 },
  Spend: { moves: [-1, -1] },
  Return: { moves: [1, 0], lot: 1 },
  Restore: { moves: [1, 0], opens: true },
  Expire: { moves: [-1, 0], lot: -1 },
};

export const CREDIT: TenderKind = {
  name: 'Credit',

  settings: '',

  member: (chance) => give(chance, 1000 + chance.below(9000)),

  bring: (chance) =>
    chance.once(3)
      ? ''
      : `tenders.add(new Cart_Tender__c(Type__c = 'Credit', Source__c = [SELECT Id FROM Credit_Account__c WHERE Contact__c = :person.Id].Id));`,

  happens(chance) {
    const cents = 1 + chance.below(3000);
    switch (chance.below(4)) {
      case 0:
        return {
          name: 'credit ends',
          apex: `${ACCOUNT} LedgerService.expire(new CreditLedger(), new Set<Id>{ credit.Id }, System.now());`,
        };
      case 1:
        return {
          name: `take ${cents} cents of credit`,
          apex: `${ACCOUNT}
            try {
              LedgerService.post(new CreditLedger(), CreditLedger.DEDUCT, new Map<Id, Decimal>{ credit.Id => ${cents / 100} },
                new LedgerReference('take ${posted++}'));
            } catch (StorefrontException refused) {
              Assert.areEqual('OVERDRAWN', refused.code);
            }`,
        };
      default:
        return { name: `give ${cents} cents of credit`, apex: give(chance, cents) };
    }
  },

  proof: `${ACCOUNT}
    Assert.isTrue(credit.Balance__c >= 0 && credit.Held__c >= 0 && credit.Held__c <= credit.Balance__c, String.valueOf(credit));
    Assert.areEqual(new List<LedgerAudit.Difference>(), new LedgerAudit(new CreditLedger()).differences(new Set<Id>{ credit.Id }), 'movements prove the credit');
    Map<String, Decimal> creditSpent = new Map<String, Decimal>();
    Map<String, Decimal> creditBack = new Map<String, Decimal>();
    Decimal creditLots = 0;
    for (Credit_Entry__c entry : [SELECT Type__c, Amount__c, Attempt__c, Remaining__c FROM Credit_Entry__c WHERE Credit_Account__c = :credit.Id]) {
      creditLots += entry.Remaining__c ?? 0;
      Assert.isTrue((entry.Remaining__c ?? 0) >= 0, 'a lot of less than nothing');
      if (entry.Type__c == 'Spend') creditSpent.put(entry.Attempt__c, (creditSpent.get(entry.Attempt__c) ?? 0) + entry.Amount__c);
      if (entry.Type__c == 'Return' || entry.Type__c == 'Restore')
        creditBack.put(entry.Attempt__c, (creditBack.get(entry.Attempt__c) ?? 0) + entry.Amount__c);
    }
    Assert.areEqual(credit.Balance__c - credit.Held__c, creditLots, 'what is free is what is left of the lots');
    for (Payment__c paid : [SELECT Idempotency_Key__c, Amount__c, Refunded_Amount__c, Status__c FROM Payment__c
        WHERE Tender_Type__c = 'Credit' AND Order__r.BillToContactId = :person.Id]) {
      String attempt = paid.Idempotency_Key__c.substringBeforeLast(':');
      Assert.areEqual(paid.Refunded_Amount__c ?? 0, creditBack.get(attempt) ?? 0, 'credit back of ' + paid);
      if (PaymentStates.RECEIVED.contains(paid.Status__c)) Assert.areEqual(paid.Amount__c, creditSpent.get(attempt), 'credit spent for ' + paid);
    }`,

  owed: `Decimal owedCredit = 0;
    for (LedgerFigures.Row row : CreditLiability.at(System.today().addDays(1))) {
      Assert.areEqual(row.closing, row.opening + row.issued + row.used + row.returned + row.cancelled + row.expired + row.adjusted, 'a row is a sum');
      owedCredit += row.closing;
    }
    for (Credit_Account__c credit : [SELECT Balance__c FROM Credit_Account__c]) owedCredit -= credit.Balance__c;
    Assert.areEqual(0, owedCredit, 'credit that is owed, less what there is');`,

  rebuild(org: Org) {
    const differences: string[] = [];
    const cents = (value: unknown) => Math.round(((value as number | null) ?? 0) * 100);
    for (const account of org.query('SELECT Id, Balance__c, Held__c FROM Credit_Account__c')) {
      const entries = org.query(
        `SELECT Id, Type__c, Amount__c, Lot__c, Remaining__c FROM Credit_Entry__c WHERE Credit_Account__c = '${account.Id}'`,
      );
      const balances = [0, 0];
      const lots = new Map<string, number>();
      const add = (lot: string, change: number) => lots.set(lot, (lots.get(lot) ?? 0) + change);
      for (const entry of entries) {
        const { moves, lot, opens } = EFFECTS[entry.Type__c as string]!;
        const amount = cents(entry.Amount__c);
        moves.forEach((factor, index) => (balances[index]! += factor * amount));
        if (opens) add(entry.Id as string, amount);
        if (lot) add(entry.Lot__c as string, lot * amount);
      }
      ['Balance__c', 'Held__c'].forEach((field, index) => {
        if (cents(account[field]) !== balances[index])
          differences.push(
            `Credit ${account.Id}: ${field} is ${account[field]}, movements say ${balances[index]! / 100}`,
          );
      });
      for (const entry of entries)
        if (cents(entry.Remaining__c) !== (lots.get(entry.Id as string) ?? 0))
          differences.push(
            `Credit ${account.Id}: of lot ${entry.Id} ${entry.Remaining__c} are left, movements say ${lots.get(entry.Id as string)! / 100}`,
          );
    }
    return differences;
  },
};
