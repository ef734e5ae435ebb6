// What the demo shop gives beside goods: a pottery course, a workshop with two kinds of tickets, a weekend that is booked with a deposit, a
// consultation by appointment.
import { demoSettings } from './demo.mjs';

/** Apex that makes a product of some kinds of tickets in the category of workshops. */
const TICKETS = `Store__c store = [SELECT Id, Catalog__c, Pricebook__c FROM Store__c WHERE Code__c = '${demoSettings().code}' WITH USER_MODE];
Id standardId = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE WITH USER_MODE LIMIT 1].Id;
Product2 master = new Product2(
  Name = '@name', Slug__c = '@slug', Is_Master__c = true, IsActive = true, Catalog__c = store.Catalog__c,
  Import_Key__c = store.Catalog__c + ':p:@slug', Brand__c = 'Tidemoor', Product_Type__c = 'Workshops', Option1_Name__c = @option,
  Body__c = '@body'
);
insert as user master;
List<String> kinds = new List<String>{ @kinds };
List<Decimal> prices = new List<Decimal>{ @prices };
List<Product2> tickets = new List<Product2>();
for (String kind : kinds) {
  tickets.add(new Product2(
    Name = (master.Name + ' ' + kind).trim(), Parent_Product__c = master.Id, IsActive = true, Catalog__c = store.Catalog__c,
    StockKeepingUnit = ('@slug' + (kind == '' ? '' : '-' + kind)).toUpperCase(), Option1_Value__c = kind == '' ? null : kind,
    Position__c = tickets.size(), Requires_Shipping__c = false, Taxable__c = false
  ));
}
insert as user tickets;
for (Id bookId : new Set<Id>{ standardId, store.Pricebook__c }) {
  List<PricebookEntry> entries = new List<PricebookEntry>();
  for (Integer i = 0; i < tickets.size(); i++) {
    entries.add(new PricebookEntry(Pricebook2Id = bookId, Product2Id = tickets[i].Id, UnitPrice = prices[i], IsActive = true));
  }
  insert as user entries;
}
insert as user new Product_Media__c(Product__c = master.Id, Url__c = '/demo/images/@slug.svg', Alt_Text__c = '@alt', Position__c = 1, Key__c = master.Id + ':@slug');
List<Product_Category__c> workshops = [SELECT Id FROM Product_Category__c WHERE Store__c = :store.Id AND Slug__c = 'workshops' WITH USER_MODE];
if (workshops.isEmpty()) {
  workshops.add(new Product_Category__c(
    Name = 'Workshops', Slug__c = 'workshops', Store__c = store.Id, Active__c = true, Position__c = 90, Image_Url__c = '/demo/images/pottery-evenings.svg',
    Description__c = 'Evenings at the wheel, an afternoon with indigo, advice for your table.'
  ));
  insert as user workshops;
}
insert as user new Category_Product__c(Category__c = workshops[0].Id, Product__c = master.Id, Position__c = 0, Key__c = workshops[0].Id + ':' + master.Id);
`;

/** @param {{slug: string, name: string, body: string, alt: string, option?: string, kinds: [string, number][]}} product */
function ticketsApex({ slug, name, body, alt, option, kinds }) {
  /** @type {Record<string, string>} */
  const values = {
    slug,
    name,
    body,
    alt,
    option: option ? `'${option}'` : 'null',
    kinds: kinds.map(([kind]) => `'${kind}'`).join(', '),
    prices: kinds.map(([, price]) => price).join(', '),
  };
  return TICKETS.replace(/@(\w+)/g, (_, key) => values[key]);
}

const PLACE = `List<Booking_Location__c> places = [SELECT Id, Name, Time_Zone__c FROM Booking_Location__c WHERE Name = 'Harbor studio' WITH USER_MODE];
if (places.isEmpty()) {
  places.add(new Booking_Location__c(
    Name = 'Harbor studio', Time_Zone__c = 'America/Los_Angeles', Street__c = '12 Net Loft Lane', City__c = 'Tidemoor', State_Code__c = 'CA',
    Postal_Code__c = '94921', Country_Code__c = 'US', Active__c = true, Directions__c = 'Through the yard, the blue door on the left.'
  ));
  insert as user places;
}
List<Booking_Policy__c> policies = [SELECT Id FROM Booking_Policy__c WHERE Name = 'Two days’ notice' WITH USER_MODE];
if (policies.isEmpty()) {
  policies.add(new Booking_Policy__c(
    Name = 'Two days’ notice', Reminder_Hours__c = 24, Offer_Hours__c = 12, Waiting_Cutoff_Hours__c = 3, Name_Change_Hours__c = 2,
    Terms__c = 'Free until 48 hours before the start. Half of the price until 12 hours before. After that a place cannot be refunded, but you can send somebody else.'
  ));
  insert as user policies;
  insert as user new List<Booking_Policy_Step__c>{
    new Booking_Policy_Step__c(Policy__c = policies[0].Id, Action__c = 'Cancel', Hours_Before__c = 48, Fee_Percent__c = 0),
    new Booking_Policy_Step__c(Policy__c = policies[0].Id, Action__c = 'Cancel', Hours_Before__c = 12, Fee_Percent__c = 50),
    new Booking_Policy_Step__c(Policy__c = policies[0].Id, Action__c = 'Reschedule', Hours_Before__c = 24, Fee_Percent__c = 0)
  };
}
`;

/** Six evenings that can be booked one by one or together. */
export const demoCourseApex = `${ticketsApex({
  slug: 'pottery-evenings',
  name: 'Pottery evenings',
  alt: 'A bowl on a potter’s wheel',
  body: '<p>Six Tuesdays at the wheel, for beginners and for hands that have thrown before. Come to one, or to all of them.</p><ul><li>Clay, glazes and firing are in the price</li><li>Eight wheels, one teacher</li></ul>',
  kinds: [['', 48]],
})}${PLACE}Booking_Offer__c offer = new Booking_Offer__c(
  Name = 'Pottery evenings', Product__c = master.Id, Kind__c = 'Session', Active__c = true, Duration_Minutes__c = 120, Attendee_Details__c = 'Names',
  Lead_Minutes__c = 60, Most_Per_Booking__c = 4, Location__c = places[0].Id, Policy__c = policies[0].Id
);
insert as user offer;
insert as user new Booking_Quota__c(Offer__c = offer.Id, Name = 'Wheels', Kind__c = 'Seats', Capacity__c = 8);
ZonedTime clocks = new ZonedTime(places[0].Time_Zone__c);
Date today = clocks.wallOf(System.now()).dateGmt();
Date tuesday = today.addDays(14 - Math.mod(Date.newInstance(1900, 1, 2).daysBetween(today), 7));
Datetime first = Datetime.newInstanceGmt(tuesday, Time.newInstance(18, 30, 0, 0));
Booking_Series__c series = new Booking_Series__c(
  Name = 'Six Tuesdays', Offer__c = offer.Id, Store__c = store.Id, Location__c = places[0].Id, First_Start__c = ZonedTime.textOf(first), Duration_Minutes__c = 120,
  Rule__c = 'FREQ=WEEKLY;COUNT=6', Sold_As__c = 'Either', Price__c = 252, Currency_Code__c = 'USD', Status__c = 'Active'
);
insert as user series;
List<Booking_Session__c> sessions = new List<Booking_Session__c>();
for (Integer week = 0; week < 6; week++) {
  Datetime wall = first.addDays(7 * week);
  Datetime start = clocks.instantOf(wall);
  sessions.add(new Booking_Session__c(
    Offer__c = offer.Id, Store__c = store.Id, Series__c = series.Id, Location__c = places[0].Id, Status__c = 'Open', Starts_At__c = start, Ends_At__c = start.addHours(2),
    Original_Start__c = ZonedTime.textOf(wall), Key__c = series.Id + ':' + ZonedTime.textOf(wall), Sequence__c = 0
  ));
}
insert as user sessions;
List<Booking_Resource__c> taken = new List<Booking_Resource__c>{
  new Booking_Resource__c(Name = 'Wheel room', Kind__c = 'Room', Location__c = places[0].Id, Active__c = true),
  new Booking_Resource__c(Name = 'Imke', Kind__c = 'Staff', Location__c = places[0].Id, Active__c = true)
};
insert as user taken;
update as user new Booking_Series__c(Id = series.Id, Room__c = taken[0].Id, Staff__c = taken[1].Id);
List<Booking_Assignment__c> assignments = new List<Booking_Assignment__c>();
for (Booking_Session__c session : sessions) {
  for (Booking_Resource__c one : taken) {
    assignments.add(new Booking_Assignment__c(
      Session__c = session.Id, Resource__c = one.Id, Units__c = 1, Starts_At__c = session.Starts_At__c, Ends_At__c = session.Ends_At__c
    ));
  }
}
insert as user assignments;
insert as user new List<Booking_Availability__c>{
  new Booking_Availability__c(
    Name = 'The kiln is serviced', Kind__c = 'Closed', Location__c = places[0].Id, Start_Date__c = tuesday.addDays(2), End_Date__c = tuesday.addDays(2),
    Reason__c = 'Service of the kiln', Active__c = true
  )
};
`;

/** Saturdays for adults and children, who have wheels of their own. */
export const demoWorkshopApex = `${ticketsApex({
  slug: 'indigo-workshop',
  name: 'Indigo workshop',
  alt: 'Cloths dyed with indigo on a line',
  option: 'Ticket',
  body: '<p>Fold, bind, dip: a morning at the vat. You leave with two cloths and blue fingertips.</p><ul><li>Aprons and gloves are there</li><li>Children come with an adult</li></ul>',
  kinds: [
    ['Adult', 65],
    ['Child', 35],
  ],
})}${PLACE}Booking_Offer__c offer = new Booking_Offer__c(
  Name = 'Indigo workshop', Product__c = master.Id, Kind__c = 'Session', Active__c = true, Duration_Minutes__c = 180, Attendee_Details__c = 'Names',
  Lead_Minutes__c = 120, Most_Per_Booking__c = 6, Location__c = places[0].Id, Policy__c = policies[0].Id
);
insert as user offer;
Booking_Ticket__c child = new Booking_Ticket__c(
  Name = 'Child', Offer__c = offer.Id, Variant__c = tickets[1].Id, Minimum_Age__c = 8, Maximum_Age__c = 15
);
insert as user new List<Booking_Ticket__c>{ new Booking_Ticket__c(Name = 'Adult', Offer__c = offer.Id, Variant__c = tickets[0].Id), child };
Booking_Quota__c places12 = new Booking_Quota__c(Offer__c = offer.Id, Name = 'Places', Kind__c = 'Seats', Capacity__c = 12, Position__c = 1);
Booking_Quota__c small = new Booking_Quota__c(Offer__c = offer.Id, Name = 'Small aprons', Kind__c = 'Equipment', Capacity__c = 4, Position__c = 2);
insert as user new List<Booking_Quota__c>{ places12, small };
insert as user new Booking_Quota_Use__c(Quota__c = small.Id, Ticket__c = child.Id);
ZonedTime clocks = new ZonedTime(places[0].Time_Zone__c);
Date today = clocks.wallOf(System.now()).dateGmt();
Date saturday = today.addDays(14 - Math.mod(Date.newInstance(1900, 1, 6).daysBetween(today), 7));
List<Booking_Session__c> sessions = new List<Booking_Session__c>();
for (Integer week = 0; week < 4; week++) {
  Datetime start = clocks.instantOf(Datetime.newInstanceGmt(saturday.addDays(7 * week), Time.newInstance(10, 0, 0, 0)));
  sessions.add(new Booking_Session__c(
    Offer__c = offer.Id, Store__c = store.Id, Location__c = places[0].Id, Status__c = 'Open', Starts_At__c = start, Ends_At__c = start.addHours(3), Sequence__c = 0
  ));
}
insert as user sessions;
`;

/** Two days at the kiln, for which a third is paid when booking and the rest three weeks before. */
export const demoWeekendApex = `${ticketsApex({
  slug: 'kiln-weekend',
  name: 'Kiln weekend',
  alt: 'A brick kiln with a fire in it',
  body: '<p>Load it, feed it through the night, open it in the morning: two days with wood, ash and six hands.</p><ul><li>Bring pieces of your own, or fire some of ours</li><li>Meals and a bunk are in the price</li></ul>',
  kinds: [['', 240]],
})}${PLACE}Booking_Policy__c split = new Booking_Policy__c(
  Name = 'A third now, the rest three weeks before', Reminder_Hours__c = 72, Offer_Hours__c = 24, Waiting_Cutoff_Hours__c = 48, Name_Change_Hours__c = 48,
  Deposit_Percent__c = 30, Balance_Hours__c = 504, Balance_Reminder_Hours__c = 168,
  Terms__c = 'The rest is due three weeks before. Until then cancelling costs a tenth of the price, later half of it. You can send somebody else at any time.'
);
insert as user split;
insert as user new List<Booking_Policy_Step__c>{
  new Booking_Policy_Step__c(Policy__c = split.Id, Action__c = 'Cancel', Hours_Before__c = 504, Fee_Percent__c = 10),
  new Booking_Policy_Step__c(Policy__c = split.Id, Action__c = 'Cancel', Hours_Before__c = 72, Fee_Percent__c = 50),
  new Booking_Policy_Step__c(Policy__c = split.Id, Action__c = 'Reschedule', Hours_Before__c = 504, Fee_Percent__c = 0)
};
Booking_Offer__c offer = new Booking_Offer__c(
  Name = 'Kiln weekend', Product__c = master.Id, Kind__c = 'Session', Active__c = true, Duration_Minutes__c = 1800, Attendee_Details__c = 'Contact',
  Lead_Minutes__c = 1440, Most_Per_Booking__c = 2, Minimum_Attendance__c = 3, Location__c = places[0].Id, Policy__c = split.Id
);
insert as user offer;
insert as user new Booking_Quota__c(Offer__c = offer.Id, Name = 'Bunks', Kind__c = 'Seats', Capacity__c = 6);
ZonedTime clocks = new ZonedTime(places[0].Time_Zone__c);
Date today = clocks.wallOf(System.now()).dateGmt();
Date saturday = today.addDays(42 - Math.mod(Date.newInstance(1900, 1, 6).daysBetween(today), 7));
List<Booking_Session__c> sessions = new List<Booking_Session__c>();
for (Integer month = 0; month < 2; month++) {
  Date day = saturday.addDays(28 * month);
  sessions.add(new Booking_Session__c(
    Offer__c = offer.Id, Store__c = store.Id, Location__c = places[0].Id, Status__c = 'Open', Sequence__c = 0,
    Starts_At__c = clocks.instantOf(Datetime.newInstanceGmt(day, Time.newInstance(10, 0, 0, 0))),
    Ends_At__c = clocks.instantOf(Datetime.newInstanceGmt(day.addDays(1), Time.newInstance(16, 0, 0, 0)))
  ));
}
insert as user sessions;
`;

/** Appointments by video on weekdays, with one of two people. */
export const demoConsultationApex = `${ticketsApex({
  slug: 'table-consultation',
  name: 'Table consultation',
  alt: 'A table laid for two',
  body: '<p>Three quarters of an hour with one of us, by video: what fits your table, your shelves, your light.</p>',
  kinds: [['', 40]],
})}${PLACE}Booking_Location__c video = new Booking_Location__c(
  Name = 'Video call', Virtual__c = true, Time_Zone__c = 'America/Los_Angeles', Link__c = 'https://meet.example.com/tidemoor', Active__c = true
);
insert as user video;
Booking_Offer__c offer = new Booking_Offer__c(
  Name = 'Table consultation', Product__c = master.Id, Kind__c = 'Appointment', Active__c = true, Duration_Minutes__c = 45, Slot_Minutes__c = 60,
  End_Buffer_Minutes__c = 15, Lead_Minutes__c = 720, Horizon_Days__c = 365, Staff_Choice__c = true, Attendee_Details__c = 'None', Most_Per_Booking__c = 1,
  Location__c = video.Id, Policy__c = policies[0].Id
);
insert as user offer;
List<Booking_Resource__c> people = new List<Booking_Resource__c>{
  new Booking_Resource__c(Name = 'Mara', Kind__c = 'Staff', Active__c = true),
  new Booking_Resource__c(Name = 'Jonah', Kind__c = 'Staff', Active__c = true)
};
insert as user people;
insert as user new List<Booking_Offer_Resource__c>{
  new Booking_Offer_Resource__c(Offer__c = offer.Id, Resource__c = people[0].Id),
  new Booking_Offer_Resource__c(Offer__c = offer.Id, Resource__c = people[1].Id)
};
insert as user new List<Booking_Availability__c>{
  new Booking_Availability__c(
    Name = 'Weekdays', Kind__c = 'Open', Offer__c = offer.Id, Days_Of_Week__c = 'MO;TU;WE;TH;FR', Start_Time__c = Time.newInstance(9, 0, 0, 0),
    End_Time__c = Time.newInstance(17, 0, 0, 0), Active__c = true
  ),
  new Booking_Availability__c(
    Name = 'Lunch', Kind__c = 'Closed', Offer__c = offer.Id, Start_Time__c = Time.newInstance(12, 0, 0, 0), End_Time__c = Time.newInstance(13, 0, 0, 0),
    Active__c = true
  ),
  new Booking_Availability__c(
    Name = 'Jonah is at the kiln', Kind__c = 'Closed', Resource__c = people[1].Id, Days_Of_Week__c = 'FR', Active__c = true
  )
};
`;
