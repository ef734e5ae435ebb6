// Runs one measurement of Orglet in a process of its own and writes the result to file descriptor 3 as JSON.
// node orglet-child.mjs test ARGUMENT… | open DIRECTORY CACHE | apex DIRECTORY | expiry DIRECTORY CACHE LOTS… | calendar DIRECTORY CACHE SESSIONS |
// reconcile DIRECTORY CACHE ORDERS…
import { writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const ITERATIONS = 5_000_000;
const ROWS = 20_000;
const LOTS_PER_ACCOUNT = 50;
/** With their accounts, which are written twice, within the rows of a transaction. */
const LOTS_PER_TRANSACTION = 9_000;
const WARM_UP = 4_000;
const ORDERS_PER_TRANSACTION = 200;
/** The platform allows this many rows in one transaction. */
const ROWS_PER_TRANSACTION = 10_000;

const timed = (work) => {
  const from = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - from };
};
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** The loop of the Apex class `Loop`, with its 32-bit Integers. */
function loop(count) {
  let sum = 0;
  for (let i = 0; i < count; i = (i + 1) | 0) {
    sum = (sum + Math.imul(i, 3)) | 0;
    if (sum > 1_000_000) sum = (sum - 1_000_000) | 0;
  }
  return sum;
}

async function openOrg(options) {
  const { Org } = await import('../../orglet/dist/index.js');
  return Org.open({ database: ':memory:', ...options });
}

/** The same loop in Apex and in JavaScript, by turns in one process; and rows through an empty trigger. */
async function apex(projectDir) {
  const org = await openOrg({ projectDir });
  const user = org.adminUser();
  const type = [...org.classes()].find(({ name }) => name === 'Bench');
  const method = (name) => type.methods.find((candidate) => candidate.name === name);
  const run = (name, ...args) => org.transaction(user, () => method(name).invoke(null, args));
  const [inApex, inJavaScript] = [[], []];
  for (let i = 0; i < 7; i += 1) {
    const ours = timed(() => run('loop', ITERATIONS));
    const plain = timed(() => loop(ITERATIONS));
    if (ours.value !== plain.value) throw new Error(`the loops differ: ${ours.value} and ${plain.value}`);
    inApex.push(ours.milliseconds);
    inJavaScript.push(plain.milliseconds);
  }
  const rows = timed(() => {
    for (let done = 0; done < ROWS; done += ROWS_PER_TRANSACTION) run('insertRows', ROWS_PER_TRANSACTION);
  });
  const stored = run('countRows');
  if (stored !== ROWS) throw new Error(`${stored} rows were stored`);
  org.close();
  return { apexLoop: median(inApex), plainLoop: median(inJavaScript), rows: rows.milliseconds };
}

/** Processor time, which other programs disturb less than the time that passes. */
const worked = (work) => {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

/** Lots that have ended, of members who have fifty each. */
function grantEnded(org, lots) {
  org.runAnonymous(`insert new Loyalty_Program__c(Name = 'Bench', Active__c = true, Balance_Owner__c = 'Contact', Activate_At__c = 'Paid',
    Expiry_Model__c = 'Never', Time_Zone__c = 'UTC');`);
  for (let written = 0; written < lots; written += LOTS_PER_TRANSACTION)
    org.runAnonymous(`
      Id programId = [SELECT Id FROM Loyalty_Program__c].Id;
      List<Points_Account__c> accounts = new List<Points_Account__c>();
      for (Integer i = 0; i < ${Math.min(LOTS_PER_TRANSACTION, lots - written) / LOTS_PER_ACCOUNT}; i++)
        accounts.add(new Points_Account__c(Program__c = programId, Key__c = '${written}:' + i));
      insert accounts;
      Map<Id, Points_Account__c> byId = new Map<Id, Points_Account__c>(accounts);
      PointsLedger ledger = new PointsLedger();
      LedgerPosting posting = new LedgerPosting(ledger, LedgerGateway.lock(ledger, byId.keySet()), new LedgerReference('bench ${written}'));
      for (Points_Account__c account : accounts)
        for (Integer i = 0; i < ${LOTS_PER_ACCOUNT}; i++)
          posting.open(PointsLedger.GRANT, account.Id, 1 + i, System.now().addMinutes(-1 - i), account.Id + ':' + i);
      posting.save();`);
}

/**
 * Points that have ended, taken out of the balances by the package's own job, whose steps have the platform's limits: processor
 * time for so many lots, each time in an org of its own.
 */
async function expiry(projectDir, cacheDir, ...sizes) {
  let org = await openOrg({ projectDir, cacheDir, namespace: '' });
  // Few of them first: what runs for the first time is compiled.
  const runs = [WARM_UP, ...sizes.map(Number)].map((lots, at) => {
    if (at) org = org.reopen(':memory:');
    const made = worked(() => grantEnded(org, lots));
    const elapsed = worked(() => {
      org.runAnonymous('new PointsExpiryJob().start();');
      org.runPendingWork();
    });
    const [{ left }] = org.query('SELECT SUM(Points__c) left FROM Points_Account__c');
    const ended = org.query("SELECT COUNT(Id) lots FROM Points_Entry__c WHERE Type__c = 'Expire'")[0].lots;
    if (left !== 0 || ended !== lots) throw new Error(`${left} points are left, ${ended} of ${lots} lots have ended`);
    return { lots, made, elapsed };
  });
  org.close();
  return { runs: runs.slice(1) };
}

/** Orders of one day, each with two lines, a payment, half of it given back and an invoice: all agree but every hundredth. */
function sellADay(org, orders) {
  org.runAnonymous(`
    StoreSettings settings = new StoreSettings();
    settings.code = 'bench';
    settings.name = 'Bench';
    settings.currencyCode = 'USD';
    settings.testMode = true;
    StoreSetupService.setUp(settings);
    Store__c store = StoreGateway.get('bench');
    Product2 mug = new Product2(Name = 'Mug', IsActive = true, StockKeepingUnit = 'MUG', Import_Key__c = 'v:mug');
    insert mug;
    Id standard = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE].Id;
    insert new PricebookEntry(Pricebook2Id = standard, Product2Id = mug.Id, UnitPrice = 10, IsActive = true);
    insert new PricebookEntry(Pricebook2Id = store.Pricebook__c, Product2Id = mug.Id, UnitPrice = 10, IsActive = true);
    insert new Account(Name = 'Bench');`);
  for (let written = 0; written < orders; written += ORDERS_PER_TRANSACTION)
    org.runAnonymous(`
      Store__c store = StoreGateway.get('bench');
      Id accountId = [SELECT Id FROM Account WHERE Name = 'Bench'].Id;
      Id entryId = [SELECT Id FROM PricebookEntry WHERE Pricebook2Id = :store.Pricebook__c LIMIT 1].Id;
      Id providerId = [SELECT Id FROM Payment_Provider__c WHERE Store__c = :store.Id AND Type__c = 'Test'].Id;
      List<Order> orders = new List<Order>();
      for (Integer i = 0; i < ${Math.min(ORDERS_PER_TRANSACTION, orders - written)}; i++) {
        orders.add(new Order(AccountId = accountId, EffectiveDate = System.today(), Status = OrderGateway.status('Draft'),
          Pricebook2Id = store.Pricebook__c, Store__c = store.Id, Fulfillment_Status__c = 'Unfulfilled', Currency_Code__c = 'USD',
          Grand_Total__c = 20, Subtotal__c = 20));
      }
      insert orders;
      List<OrderItem> items = new List<OrderItem>();
      List<Payment__c> payments = new List<Payment__c>();
      List<Refund__c> refunds = new List<Refund__c>();
      for (Order one : orders) {
        for (Integer i = 0; i < 2; i++) {
          items.add(new OrderItem(OrderId = one.Id, PricebookEntryId = entryId, Quantity = 1, UnitPrice = 10, Line_Total__c = 10,
            Line_Type__c = 'Product'));
        }
        payments.add(new Payment__c(Order__c = one.Id, Store__c = store.Id, Provider__c = providerId, Tender_Type__c = 'Provider',
          Status__c = 'Partially Refunded', Amount__c = Math.mod(payments.size(), 100) == 0 ? 19 : 20, Refunded_Amount__c = 10,
          Currency_Code__c = 'USD', Idempotency_Key__c = one.Id));
        refunds.add(new Refund__c(Order__c = one.Id, Store__c = store.Id, Status__c = 'Completed', Amount__c = 10,
          Currency_Code__c = 'USD', Key__c = one.Id));
      }
      insert items;
      OwnWrites.add(payments);
      OwnWrites.add(refunds);
      List<Refund_Part__c> parts = new List<Refund_Part__c>();
      for (Integer i = 0; i < orders.size(); i++) {
        parts.add(new Refund_Part__c(Refund__c = refunds[i].Id, Payment__c = payments[i].Id, Amount__c = 10, Action__c = 'Refund',
          Status__c = 'Completed', Position__c = 1, Attempt__c = 1));
      }
      OwnWrites.add(parts);
      List<Order> activated = new List<Order>();
      for (Order one : orders) {
        activated.add(new Order(Id = one.Id, Status = OrderGateway.status('Activated')));
      }
      update activated;
      List<Order> said = new List<Order>();
      for (Order one : orders) {
        said.add(new Order(Id = one.Id, Payment_Status__c = 'Partially Refunded', Refunded_Total__c = 10));
      }
      OwnWrites.save(said);
      List<Invoice__c> invoices = new List<Invoice__c>();
      for (Order one : orders) {
        invoices.add(new Invoice__c(Name = 'B', Order__c = one.Id, Order_Key__c = one.Id, Store__c = store.Id, Grand_Total__c = 20));
      }
      insert invoices;`);
}

/** A day's orders proven by the package's own job, whose steps have the platform's limits; each size in an org of its own. */
async function reconcile(projectDir, cacheDir, ...sizes) {
  let org = await openOrg({ projectDir, cacheDir, namespace: '' });
  const runs = [ORDERS_PER_TRANSACTION, ...sizes.map(Number)].map((orders, at) => {
    if (at) org = org.reopen(':memory:');
    const made = worked(() => sellADay(org, orders));
    const elapsed = worked(() => {
      org.runAnonymous(`Store__c store = StoreGateway.get('bench');
        ReconciliationJob.run(ReconciliationScope.ofDay(store, StoreClock.today(store)), StoreClock.today(store));`);
      org.runPendingWork();
    });
    const [run] = org.query('SELECT Order_Count__c, Status__c FROM Reconciliation_Run__c');
    const kinds = org.query('SELECT Kind__c kind, COUNT(Id) many FROM Reconciliation_Difference__c GROUP BY Kind__c');
    const found = kinds.find(({ kind }) => kind === 'Settlement')?.many;
    if (run.Order_Count__c !== orders || kinds.length !== 1 || found !== orders / 100)
      throw new Error(`${run.Order_Count__c} of ${orders} orders, ${run.Status__c}: ${JSON.stringify(kinds)}`);
    return { orders, made, elapsed };
  });
  org.close();
  return { runs: runs.slice(1) };
}

/** A month of dates as a shopper reads it: queries and time, once for each of so many dates. */
async function calendar(projectDir, cacheDir, wanted) {
  const org = await openOrg({ projectDir, cacheDir, namespace: '' });
  const sessions = Number(wanted);
  org.runAnonymous(`
    StoreSettings settings = new StoreSettings();
    settings.code = 'bench';
    settings.name = 'Bench';
    settings.currencyCode = 'USD';
    settings.testMode = true;
    StoreSetupService.setUp(settings);
    Store__c store = StoreGateway.get('bench');
    Product2 master = new Product2(Name = 'Class', Slug__c = 'class', Is_Master__c = true, IsActive = true, Import_Key__c = 'p:class');
    insert master;
    Product2 ticket = new Product2(Name = 'Class', Parent_Product__c = master.Id, IsActive = true, StockKeepingUnit = 'CLASS',
      Import_Key__c = 'v:class');
    insert ticket;
    Id standard = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE].Id;
    insert new PricebookEntry(Pricebook2Id = standard, Product2Id = ticket.Id, UnitPrice = 30, IsActive = true);
    insert new PricebookEntry(Pricebook2Id = store.Pricebook__c, Product2Id = ticket.Id, UnitPrice = 30, IsActive = true);
    Product_Category__c category = new Product_Category__c(Name = 'Classes', Store__c = store.Id, Active__c = true);
    insert category;
    insert new Category_Product__c(Product__c = master.Id, Category__c = category.Id);
    Booking_Location__c studio = new Booking_Location__c(Name = 'Studio', Time_Zone__c = 'Europe/Berlin');
    insert studio;
    Booking_Offer__c offer = new Booking_Offer__c(Name = 'Class', Product__c = master.Id, Kind__c = 'Session', Location__c = studio.Id);
    insert offer;
    insert new Booking_Quota__c(Offer__c = offer.Id, Name = 'Seats', Kind__c = 'Seats', Capacity__c = 10);
    List<Booking_Session__c> sessions = new List<Booking_Session__c>();
    for (Integer i = 0; i < ${sessions}; i++) {
      Datetime start = System.now().addMinutes(60 + Math.mod(i * 20, 40000));
      sessions.add(new Booking_Session__c(Offer__c = offer.Id, Status__c = 'Open', Starts_At__c = start, Ends_At__c = start.addHours(1)));
    }
    insert sessions;`);
  const read = () => {
    const [line] = org.runAnonymous(`
      StoreVisit visit = StoreVisit.guest(StoreGateway.get('bench'));
      Integer before = Limits.getQueries();
      Integer found = BookingCalendar.read(visit, null, System.now(), System.now().addDays(31), null).sessions.size();
      System.debug(found + ' ' + (Limits.getQueries() - before));`);
    return line.split(' ').map(Number);
  };
  // The first read compiles.
  read();
  const times = [];
  let found;
  let queries;
  for (let i = 0; i < 5; i += 1) {
    const { value, milliseconds } = timed(read);
    [found, queries] = value;
    times.push(milliseconds);
  }
  org.close();
  if (found !== sessions) throw new Error(`${found} of ${sessions} dates were read`);
  return { sessions, queries, elapsed: median(times) };
}

const [what, ...args] = process.argv.slice(2);
const results = {
  async test() {
    const { main } = await import('../../orglet/dist/cli.js');
    // 1: some tests fail; what is measured is the whole suite.
    const status = await main(['test', ...args]);
    if (status > 1) throw new Error(`orglet test ended with ${status}`);
    return {};
  },
  async open() {
    const [projectDir, cacheDir] = args;
    const org = await openOrg({ projectDir, cacheDir });
    const broken = org.problems.filter(({ severity }) => severity === 'error').length;
    org.close();
    return { broken };
  },
  apex: () => apex(args[0]),
  expiry: () => expiry(...args),
  calendar: () => calendar(...args),
  reconcile: () => reconcile(...args),
};
const result = await results[what]();
const { maxRSS } = process.resourceUsage();
// Since the process was started, Node's own start included.
writeSync(3, JSON.stringify({ ...result, milliseconds: performance.now(), peakMiB: Math.round(maxRSS / 1024) }));
