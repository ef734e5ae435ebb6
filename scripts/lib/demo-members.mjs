// Customers of the demo shop who can sign in, with what they have in their accounts: orders, addresses, saved carts.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shopping } from './demo-orders.mjs';
import { STAFF } from './demo-staff.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The password of `--demo-password`. */
const DEMO_PASSWORD = 'orglet-member-1';

const home = (firstName, lastName, street, city, stateCode, postalCode) => {
  return { firstName, lastName, company: null, street, city, stateCode, postalCode, countryCode: 'US' };
};

/** A person for herself, and two people of one business. */
const MEMBERS = [
  {
    email: 'nora.whitfield@example.com',
    firstName: 'Nora',
    lastName: 'Whitfield',
    account: 'Nora Whitfield',
    addresses: [
      { label: 'Home', address: home('Nora', 'Whitfield', '18 Larkspur Lane', 'Portland', 'OR', '97209') },
      { label: 'Cabin', address: home('Nora', 'Whitfield', '4 Timber Road', 'Bend', 'OR', '97701') },
    ],
    orders: [
      { age: 40, fate: 'sent', lines: [0, 1] },
      { age: 12, fate: 'sent', lines: [2] },
      { age: 0.4, fate: 'unpaid', lines: [3] },
    ],
    saved: { name: 'For the cabin', lines: [4, 5] },
    phone: '+1 503 555 0142',
    lists: ['New arrivals'],
  },
  {
    email: 'victor.hale@example.com',
    firstName: 'Victor',
    lastName: 'Hale',
    account: 'Northfield Studio',
    flags: ['Can_See_Account_Orders__c', 'Can_Use_Account_Addresses__c', 'Can_Manage_Account_Addresses__c'],
    addresses: [
      {
        label: 'Studio',
        isShared: true,
        address: {
          ...home('Victor', 'Hale', '250 Riverside Terrace', 'Denver', 'CO', '80202'),
          company: 'Northfield Studio',
        },
      },
    ],
    orders: [{ age: 25, fate: 'sent', lines: [6] }],
  },
  {
    email: 'june.avery@example.com',
    firstName: 'June',
    lastName: 'Avery',
    account: 'Northfield Studio',
    flags: ['Can_Use_Account_Addresses__c'],
    addresses: [{ label: 'Home', address: home('June', 'Avery', '77 Cedar Ridge Road', 'Austin', 'TX', '78704') }],
    orders: [{ age: 8, fate: 'sent', lines: [7, 8] }],
    saved: { name: 'Desk things', lines: [9] },
  },
  {
    email: 'iris.moreno@example.com',
    firstName: 'Iris',
    lastName: 'Moreno',
    account: 'Iris Moreno',
    addresses: [{ label: 'Home', address: home('Iris', 'Moreno', '9 Orchard Street', 'Salem', 'OR', '97301') }],
    orders: [{ age: 12, fate: 'sent', lines: [2] }],
  },
  {
    email: 'theo.lindqvist@example.com',
    firstName: 'Theo',
    lastName: 'Lindqvist',
    account: 'Theo Lindqvist',
    addresses: [{ label: 'Home', address: home('Theo', 'Lindqvist', '31 Harbor Street', 'Tacoma', 'WA', '98402') }],
    orders: [{ age: 30, fate: 'sent', lines: [1] }],
  },
  {
    email: 'mara.ellison@example.com',
    firstName: 'Mara',
    lastName: 'Ellison',
    account: 'Mara Ellison',
    addresses: [{ label: 'Home', address: home('Mara', 'Ellison', '77 Lighthouse Road', 'Astoria', 'OR', '97103') }],
    orders: [{ age: 60, fate: 'sent', lines: [0, 3] }],
  },
  {
    email: 'odette.marsh@example.com',
    firstName: 'Odette',
    lastName: 'Marsh',
    account: 'Harborline Supplies',
    flags: ['Can_Purchase_For_Account__c', 'Can_Use_Account_Credit__c', 'Can_See_Account_Orders__c'],
    addresses: [
      {
        label: 'Office',
        address: {
          ...home('Odette', 'Marsh', '600 Wharf Avenue', 'Seattle', 'WA', '98101'),
          company: 'Harborline Supplies',
        },
      },
    ],
    orders: [{ age: 45, fate: 'sent', lines: [5] }],
  },
];

const fileOf = (data) => join(data, 'member-password');

/**
 * What the demo's customers sign in with: kept beside the records, where only their owner reads it.
 * @param {string} data folder of the records
 * @param {boolean} demo the fixed one of demos
 */
export function memberPassword(data, demo) {
  const password = demo ? DEMO_PASSWORD : `${randomBytes(9).toString('base64url').toLowerCase()}-7a`;
  writeFileSync(fileOf(data), `${password}\n`, { mode: 0o600 });
  return password;
}

/**
 * Customers and staff who can sign in, for the banner of a start. Opened with `demo`, their password is the fixed one.
 * @returns {{usernames: string[], staff: string[], password: string | null}}
 */
export function membersOf(org, data, demo) {
  const found = (names) => names.map((name) => org.findUser(name)).filter(Boolean);
  const customers = found(MEMBERS.map(({ email }) => email));
  const staff = found(STAFF.map(({ username }) => username));
  const users = [...customers, ...staff];
  if (!users.length || !existsSync(fileOf(data))) return { usernames: [], staff: [], password: null };
  const kept = readFileSync(fileOf(data), 'utf8').trim();
  if (demo && kept !== DEMO_PASSWORD) {
    users.forEach((user) => org.setPassword(user, DEMO_PASSWORD));
    memberPassword(data, true);
  }
  const names = (people) => people.map(({ username }) => username);
  return { usernames: names(customers), staff: names(staff), password: demo ? DEMO_PASSWORD : kept };
}

/** People of a business who have no account in the shop yet: staff may invite them. */
const PROSPECTS = [
  { email: 'elin.park@example.com', firstName: 'Elin', lastName: 'Park' },
  { email: 'tomas.reed@example.com', firstName: 'Tomas', lastName: 'Reed' },
];

/** Apex that makes the people, once for each account. */
function peopleApex(account, people) {
  const contact = ({ firstName, lastName, email, flags = [] }) =>
    `new Contact(AccountId = account.Id, FirstName = '${firstName}', LastName = '${lastName}', Email = '${email}'${flags
      .map((flag) => `, ${flag} = true`)
      .join('')})`;
  return `Account account = new Account(Name = '${account}');
insert account;
insert new List<Contact>{ ${people.map(contact).join(', ')} };`;
}

/** Apex that gives them users: apart from the people, because users are records of the set-up. */
function usersApex(people) {
  const user = ({ firstName, lastName, email }) => `new User(
    Username = '${email}', Email = '${email}', FirstName = '${firstName}', LastName = '${lastName}',
    Alias = '${firstName.toLowerCase().slice(0, 8)}', CommunityNickname = '${firstName}${lastName}',
    ContactId = [SELECT Id FROM Contact WHERE Email = '${email}' LIMIT 1].Id, ProfileId = profileId,
    TimeZoneSidKey = 'America/Los_Angeles', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US')`;
  return `Id profileId = [SELECT Id FROM Profile WHERE Name = 'Customer Community User'].Id;
List<User> made = new List<User>{ ${people.map(user).join(', ')} };
insert made;
Id mayCall = [SELECT Id FROM PermissionSet WHERE Name = 'Storehouse_Storefront_Guest'].Id;
List<PermissionSetAssignment> given = new List<PermissionSetAssignment>();
for (User one : made) {
  given.add(new PermissionSetAssignment(AssigneeId = one.Id, PermissionSetId = mayCall));
}
insert given;`;
}

/** Mailing lists of the store, by name. */
const LISTS = {
  'New arrivals': 'What is new in the shop, once a month.',
  'Workshop letters': 'How our things are made, four times a year.',
};

/** Apex that makes the mailing lists. */
function listsApex(storeCode) {
  const lists = Object.entries(LISTS).map(
    ([name, text]) =>
      `new Campaign(Name = '${name}', Description = '${text}', Store__c = storeId, Mailing_List__c = true, IsActive = true)`,
  );
  return `Id storeId = [SELECT Id FROM Store__c WHERE Code__c = '${storeCode}'].Id;
insert new List<Campaign>{ ${lists.join(', ')} };`;
}

/**
 * The member agrees to news, and joins mailing lists.
 * @param {{query: (soql: string) => any[]}} org
 * @param {(at: number, method: string, parameters: object) => any} call
 * @param {number} at when, in milliseconds since 1970
 * @param {{firstName: string, lastName: string, phone?: string, lists?: string[]}} member
 */
function subscribe(org, call, at, { firstName, lastName, phone, lists = [] }) {
  call(at, 'ProfileController.saveProfile', { firstName, lastName, phone });
  call(at, 'ConsentController.setEmail', { wanted: true });
  for (const name of lists) {
    const [{ Id: listId }] = org.query(`SELECT Id FROM Campaign WHERE Name = '${name}'`);
    call(at, 'ConsentController.setList', { listId, wanted: true });
  }
}

/**
 * @param {import('../../orglet/org/org.js').Org} org
 * @param {typeof import('../../orglet/web/server/local-calls.js').callController} callController
 * @param {string} storeCode
 * @param {string} password what all of them sign in with
 * @param {boolean} orders false: people who have not bought anything yet
 */
export async function seedMembers(org, callController, storeCode, password, orders) {
  for (const account of new Set(MEMBERS.map((member) => member.account)))
    org.runAnonymous(
      peopleApex(
        account,
        MEMBERS.filter((member) => member.account === account),
      ),
    );
  org.runAnonymous(peopleApex('Juniper House', PROSPECTS));
  org.runAnonymous(usersApex(MEMBERS));
  org.runAnonymous(listsApex(storeCode));
  const now = Date.now();
  for (const member of MEMBERS) {
    // The server answers in between.
    await new Promise(setImmediate);
    const user = org.findUser(member.email);
    org.setPassword(user, password);
    const { call, collect, fill, place, skus } = shopping(org, callController, storeCode, user);
    const linesOf = (places) => places.map((place) => ({ sku: skus[(place * 7) % skus.length], quantity: 1 }));
    const begun = now - 60 * DAY;
    for (const address of member.addresses) call(begun, 'AddressBookController.saveAddress', { address });
    if (member.lists) subscribe(org, call, begun, member);
    if (!orders) continue;
    const { email, firstName, lastName } = member;
    const shopper = { contact: { email, firstName, lastName }, address: member.addresses[0].address };
    for (const { age, fate, lines } of member.orders) {
      const order = { at: now - age * DAY, shopper, lines: linesOf(lines), express: false, fate };
      const { orderNumber } = place(order, fill(order));
      const [{ Id: orderId }] = org.query(`SELECT Id FROM Order WHERE OrderNumber = '${orderNumber}'`);
      if (fate === 'sent')
        callController(org, org.adminUser(), 'OrderAdminController.fulfil', { orderId }, { at: order.at + 20 * HOUR });
    }
    if (member.saved) {
      const cartToken = collect(now - 3 * DAY, linesOf(member.saved.lines));
      call(now - 3 * DAY, 'MemberCartController.saveCart', { cartToken, name: member.saved.name });
    }
  }
}
