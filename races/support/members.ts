/** Members of the race's store, with points of its program. */
import type { Org, RaceEntry } from '../../orglet/index.js';
import { shopper, type Shopper } from './shop.js';

/** Anonymous Apex that finds the store, the member and their points account as `store`, `ada`, `program` and `points`. */
export const KNOWN = `
  Store__c store = StoreGateway.get('race');
  Contact ada = [SELECT Id, AccountId, Email, Email_Unproven__c FROM Contact WHERE LastName = 'Lovelace'];
  Loyalty_Program__c program = LoyaltyGateway.program(LoyaltyGateway.programOf(store.Id));
  Points_Account__c points = [SELECT Id FROM Points_Account__c];`;

/**
 * A program of the store in which a hundred points pay a dollar and nothing earns any, and a member with these lots.
 * @param lots points, and in how many days they end
 */
export function withProgram(org: Org, lots: [number, number | null][]): void {
  org.runAnonymous(`
    Loyalty_Program__c program = new Loyalty_Program__c(Name = 'Club', Active__c = true, Balance_Owner__c = 'Contact',
      Spend_Rate__c = 100, Activate_At__c = 'Paid', Expiry_Model__c = 'Never', Time_Zone__c = 'UTC');
    insert program;
    Store__c store = StoreGateway.get('race');
    update new Store__c(Id = store.Id, Loyalty_Program__c = program.Id);
    Account household = new Account(Name = 'Lovelace');
    insert household;
    Contact ada = new Contact(LastName = 'Lovelace', Email = 'ada@example.com', AccountId = household.Id);
    insert ada;
    Points_Account__c own = PointsOwner.accountFor(program, ada.Id, household.Id);
    LoyaltyGateway.accounts(new Map<String, Points_Account__c>{ own.Key__c => own });
  `);
  lots.forEach(([points, days], index) =>
    org.runAnonymous(`${KNOWN}
      PointsLedger ledger = new PointsLedger();
      new LedgerPosting(ledger, LedgerGateway.lock(ledger, new Set<Id>{ points.Id }), new LedgerReference('lot ${index}'))
        .open(PointsLedger.GRANT, points.Id, ${points}, ${days === null ? 'null' : `System.now().addDays(${days})`})
        .save();`),
  );
  org.runPendingWork();
}

/** A cart of the member that points are to pay. @param wanted money; null: all they can */
export function payingCart(org: Org, wanted: number | null): Shopper {
  const cart = shopper(org, 'ada@example.com');
  org.runAnonymous(`${KNOWN}
    Id cartId = CartGateway.find(store.Id, new CartToken('${cart.token}')).Id;
    insert new Cart_Tender__c(Cart__c = cartId, Type__c = 'Points', Source__c = points.Id, Wanted_Amount__c = ${wanted},
      Position__c = 0, Key__c = cartId + ':P');`);
  return cart;
}

/** The member orders. @param outcome of the provider */
export const orderingAs = ({ token }: Shopper, key: string, outcome = 'approve'): RaceEntry & { apex: string } => ({
  name: `order ${key.slice(-1)}`,
  apex: `${KNOWN}
    StoreVisit visit = new StoreVisit(store, Shopper.known(ada, true));
    PlaceInput input = new PlaceInput();
    input.placementKey = '${key}';
    input.termsAccepted = true;
    input.testOutcome = '${outcome}';
    input.expectedTotal = CartPricer.price(visit, CartGateway.find(store.Id, new CartToken('${token}'))).prices.grandTotal;
    new PlacementService(visit, '${token}').place(input);`,
});

/** No balance is below zero, and movements prove each. */
export const PROVEN = `
  Points_Account__c points = [SELECT Id, Points__c, Held__c, Pending__c, Arrears__c FROM Points_Account__c];
  Assert.isTrue(points.Points__c >= 0 && points.Held__c >= 0 && points.Pending__c >= 0 && points.Arrears__c >= 0, String.valueOf(points));
  Assert.isTrue(new LedgerAudit(new PointsLedger()).differences(new Set<Id>{ points.Id }).isEmpty(), 'movements prove the balance');`;
