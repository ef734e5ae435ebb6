/** Points in the generated test. */
import type { Org } from '../../../orglet/index.js';
import type { TenderKind } from './kind.js';

const ACCOUNT = `Points_Account__c points = [SELECT Id, Points__c, Pending__c, Arrears__c, Held__c FROM Points_Account__c
  WHERE Contact__c = :person.Id];`;
const grant = (points: number, days: number | null, key: string) => `${ACCOUNT}
  new LedgerPosting(new PointsLedger(), LedgerGateway.lock(new PointsLedger(), new Set<Id>{ points.Id }), new LedgerReference('${key}'))
    .open(PointsLedger.GRANT, points.Id, ${points}, ${days === null ? 'null' : `System.now().addDays(${days})`})
    .save();`;
let posted = 0;

/** What a movement of the type does to points that count, pending ones, arrears, held ones, and to its lot; opening: it is one. */
const EFFECTS: Record<string, { moves: [number, number, number, number]; lot?: 1 | -1; opens?: true }> = {
  Earn: { moves: [0, 1, 0, 0] },
  Activate: { moves: [1, -1, 0, 0], opens: true },
  Cancel: { moves: [0, -1, 0, 0] },
  Grant: { moves: [1, 0, 0, 0], opens: true },
  Deduct: { moves: [-1, 0, 0, 0], lot: -1 },
  Reverse: { moves: [-1, 0, 0, 0], lot: -1 },
  Owe: { moves: [0, 0, 1, 0] },
  Repay: { moves: [-1, 0, -1, 0], lot: -1 },
  Expire: { moves: [-1, 0, 0, 0], lot: -1 },
  Hold: { moves: [-1, 0, 0, 1], lot: -1 },
  Spend: { moves: [0, 0, 0, -1] },
  Release: { moves: [1, 0, 0, -1], lot: 1 },
  Return: { moves: [1, 0, 0, 0], lot: 1 },
  Reinstate: { moves: [1, 0, 0, 0], opens: true },
  Send: { moves: [-1, 0, 0, 0], lot: -1 },
  Receive: { moves: [1, 0, 0, 0], opens: true },
};

export const POINTS: TenderKind = {
  name: 'Points',

  settings: `Loyalty_Program__c program = new Loyalty_Program__c(Name = 'Club', Active__c = true, Balance_Owner__c = 'Contact',
      Earn_Rate__c = 3.7, Earn_On_Shipping__c = true, Spend_Rate__c = 30, Activate_At__c = 'Paid', Return_Days__c = 30,
      Expiry_Model__c = 'Earned', Expiry_Length__c = 25, Expiry_Unit__c = 'Days', Expiry_Rounding__c = 'Day', Time_Zone__c = 'Asia/Tokyo', Transfers__c = 'Household');
    insert program;
    Loyalty_Tier__c silver = new Loyalty_Tier__c(Name = 'Silver', Program__c = program.Id, Rank__c = 1, Threshold__c = 150);
    Loyalty_Tier__c gold = new Loyalty_Tier__c(Name = 'Gold', Program__c = program.Id, Rank__c = 2, Threshold__c = 900);
    insert new List<Loyalty_Tier__c>{ silver, gold };
    insert new Earn_Rule__c(Name = 'Silver', Program__c = program.Id, Kind__c = 'Rate', Value__c = 5.3, Tier__c = silver.Id, Active__c = true);
    insert new Earn_Rule__c(Name = 'Gold', Program__c = program.Id, Kind__c = 'Bonus', Value__c = 1.7, Tier__c = gold.Id, Active__c = true);
    update new Store__c(Id = store.Id, Loyalty_Program__c = program.Id, Points_Pay_Shipping__c = true);`,

  member: (chance) => `Id programId = LoyaltyGateway.programOf(store.Id);
    Points_Account__c own = PointsOwner.accountFor(LoyaltyGateway.program(programId), person.Id, person.AccountId);
    LoyaltyGateway.accounts(new Map<String, Points_Account__c>{ own.Key__c => own });
    ${grant(200 + chance.below(2000), chance.pick([null, 3, 20]), `welcome ${posted++}`)}`,

  bring: (chance) =>
    chance.once(4)
      ? ''
      : `tenders.add(new Cart_Tender__c(Type__c = 'Points', Source__c = [SELECT Id FROM Points_Account__c WHERE Contact__c = :person.Id].Id,
          Wanted_Amount__c = ${chance.once(2) ? 'null' : (1 + chance.below(4000)) / 100}));`,

  happens(chance) {
    const key = `act ${posted++}`;
    const points = 1 + chance.below(400);
    switch (chance.below(6)) {
      case 5:
        return {
          name: `give ${points} to somebody of the household`,
          apex: `HouseholdTransfer household = new HouseholdTransfer(LoyaltyGateway.program(LoyaltyGateway.programOf(store.Id)), store, person.Id, false);
            try {
              household.give(household.people()[${chance.below(2)}].Id, ${points}, null, '${key}');
            } catch (StorefrontException refused) {
              Assert.areEqual('INVALID_INPUT', refused.code, 'they have as many');
            }`,
        };
      case 0:
        return {
          name: 'expiry',
          apex: `${ACCOUNT} LedgerService.expire(new PointsLedger(), new Set<Id>{ points.Id }, System.now());`,
        };
      case 1:
        return {
          name: `take ${points}`,
          apex: `${ACCOUNT}
            try {
              LedgerService.post(new PointsLedger(), PointsLedger.DEDUCT, new Map<Id, Decimal>{ points.Id => ${points} }, new LedgerReference('${key}'));
            } catch (StorefrontException refused) {
              Assert.areEqual('OVERDRAWN', refused.code);
            }`,
        };
      case 2:
        return {
          name: 'a tier is given or taken',
          apex: `Points_Account__c held = [SELECT Id, Program__c, Account__c FROM Points_Account__c WHERE Contact__c = :person.Id];
            List<Loyalty_Tier__c> tiers = [SELECT Id FROM Loyalty_Tier__c WHERE Program__c = :held.Program__c ORDER BY Rank__c];
            MemberTiers.give(held, ${chance.pick(['null', 'tiers[0].Id', 'tiers[1].Id'])}, null, 'Generated');`,
        };
      default:
        return { name: `give ${points}`, apex: grant(points, chance.pick([null, 2, 9, 30]), key) };
    }
  },

  proof: `${ACCOUNT}
    Assert.isTrue(points.Points__c >= 0 && points.Pending__c >= 0 && points.Arrears__c >= 0 && points.Held__c >= 0, String.valueOf(points));
    Assert.areEqual(new List<LedgerAudit.Difference>(), new LedgerAudit(new PointsLedger()).differences(new Set<Id>{ points.Id }), 'movements prove the balances');
    Map<String, Decimal> spent = new Map<String, Decimal>();
    Map<String, Decimal> back = new Map<String, Decimal>();
    Decimal ofLots = 0;
    for (Points_Entry__c entry : [SELECT Type__c, Quantity__c, Tender_Key__c, Remaining__c FROM Points_Entry__c WHERE Points_Account__c = :points.Id]) {
      ofLots += entry.Remaining__c ?? 0;
      Assert.isTrue((entry.Remaining__c ?? 0) >= 0, 'a lot of less than nothing');
      if (entry.Type__c == 'Spend') spent.put(entry.Tender_Key__c, (spent.get(entry.Tender_Key__c) ?? 0) + entry.Quantity__c);
      if (entry.Type__c == 'Return' || entry.Type__c == 'Reinstate') back.put(entry.Tender_Key__c, (back.get(entry.Tender_Key__c) ?? 0) + entry.Quantity__c);
    }
    Assert.areEqual(points.Points__c, ofLots, 'what counts is what is left of the lots');
    for (Payment__c paid : [SELECT Idempotency_Key__c, Amount__c, Refunded_Amount__c, Status__c FROM Payment__c
        WHERE Tender_Type__c = 'Points' AND Order__r.BillToContactId = :person.Id]) {
      Decimal all = spent.get(paid.Idempotency_Key__c) ?? 0;
      Decimal refunded = paid.Refunded_Amount__c ?? 0;
      Decimal due = refunded >= paid.Amount__c ? all : (all * refunded / paid.Amount__c).setScale(0, System.RoundingMode.HALF_UP);
      Assert.areEqual(due, back.get(paid.Idempotency_Key__c) ?? 0, 'points of ' + paid);
      if (PaymentStates.RECEIVED.contains(paid.Status__c)) Assert.areEqual((paid.Amount__c * 30).setScale(0, System.RoundingMode.CEILING), all);
    }
    for (Points_Earning__c earned : [SELECT Points__c, Taken_Back__c, Order__r.Payment_Status__c, Status__c FROM Points_Earning__c WHERE Points_Account__c = :points.Id]) {
      Assert.isTrue(earned.Taken_Back__c >= 0 && earned.Taken_Back__c <= earned.Points__c, String.valueOf(earned));
    }`,

  owed: `PointsLiabilityDto.Row owedPoints = new PointsLiability(null).at(System.today().addDays(1)).total;
    Assert.areEqual(owedPoints.closing, owedPoints.opening + owedPoints.earned - owedPoints.reversed - owedPoints.spent - owedPoints.expired
      + owedPoints.adjusted, 'the row is a sum');
    Decimal points = 0;
    for (Points_Account__c account : [SELECT Points__c, Held__c FROM Points_Account__c]) points += account.Points__c + account.Held__c;
    Assert.areEqual(points, owedPoints.closing, 'points that are owed');`,

  rebuild(org: Org) {
    const differences: string[] = [];
    const fields = ['Points__c', 'Pending__c', 'Arrears__c', 'Held__c'];
    for (const account of org.query(`SELECT Id, Name, ${fields.join(', ')} FROM Points_Account__c`)) {
      const entries = org.query(
        `SELECT Id, Type__c, Quantity__c, Lot__c, Remaining__c FROM Points_Entry__c WHERE Points_Account__c = '${account.Id}'`,
      );
      const balances = [0, 0, 0, 0];
      const lots = new Map<string, number>();
      const add = (lot: string, change: number) => lots.set(lot, (lots.get(lot) ?? 0) + change);
      for (const entry of entries) {
        const { moves, lot, opens } = EFFECTS[entry.Type__c as string]!;
        const quantity = entry.Quantity__c as number;
        moves.forEach((factor, index) => (balances[index]! += factor * quantity));
        if (opens) add(entry.Id as string, quantity);
        if (lot) add(entry.Lot__c as string, lot * quantity);
      }
      fields.forEach((field, index) => {
        if (account[field] !== balances[index])
          differences.push(`${account.Name}: ${field} is ${account[field]}, movements say ${balances[index]}`);
      });
      for (const entry of entries)
        if ((entry.Remaining__c ?? 0) !== (lots.get(entry.Id as string) ?? 0))
          differences.push(
            `${account.Name}: of lot ${entry.Id} ${entry.Remaining__c} are left, movements say ${lots.get(entry.Id as string)}`,
          );
    }
    // What is owed at the end of the months is what counts and what is held.
    org.runAnonymous('Database.executeBatch(new PointsMonthJob(), 2000);');
    org.runPendingWork();
    const columns = { Earned__c: 1, Reversed__c: -1, Spent__c: -1, Expired__c: -1, Adjusted__c: 1 };
    let owed = 0;
    for (const month of org.query(`SELECT ${Object.keys(columns).join(', ')} FROM Points_Month__c`))
      for (const [column, factor] of Object.entries(columns)) owed += factor * (month[column] as number);
    let counting = 0;
    for (const account of org.query('SELECT Points__c, Held__c FROM Points_Account__c'))
      counting += (account.Points__c as number) + (account.Held__c as number);
    if (owed !== counting) differences.push(`Months say that ${owed} points are owed, balances ${counting}`);
    return differences;
  },
};
