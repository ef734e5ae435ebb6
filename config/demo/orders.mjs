// The demo shop's past: who bought what, when and how it went on. The same for every machine but for the day it begins.

/** Invented people at addresses that exist as towns and postcodes: name, street, town, state, postcode, country, phone. */
const SHOPPERS = [
  ['Maya Whitfield', '18 Larkspur Lane', 'Portland', 'OR', '97209', 'US', '+1 503 555 0118'],
  ['Jonas Albrecht', '402 Orchard Street', 'Brooklyn', 'NY', '11215', 'US', '+1 718 555 0142'],
  ['Priya Raman', '77 Cedar Ridge Road', 'Austin', 'TX', '78704', 'US', '+1 512 555 0177'],
  ['Theo Marchetti', '9 Harbor View', 'Portland', 'ME', '04101', 'US', '+1 207 555 0109'],
  ['Aisha Okafor', '2210 Maple Avenue', 'Evanston', 'IL', '60201', 'US', '+1 847 555 0110'],
  ['Clara Nyström', '31 Birch Court', 'Minneapolis', 'MN', '55408', 'US', '+1 612 555 0131'],
  ['Daniel Reyes', '540 Mission Bay Boulevard', 'San Francisco', 'CA', '94158', 'US', '+1 415 555 0154'],
  ['Hannah Sullivan', '6 Beacon Row', 'Boston', 'MA', '02108', 'US', '+1 617 555 0106'],
  ['Oliver Grant', '88 Peachtree Walk', 'Atlanta', 'GA', '30309', 'US', '+1 404 555 0188'],
  ['Noor Haddad', '1415 Sunset Drive', 'Los Angeles', 'CA', '90026', 'US', '+1 213 555 0114'],
  ['Emily Tran', '73 Alder Street', 'Seattle', 'WA', '98122', 'US', '+1 206 555 0173'],
  ['Marcus Bell', '250 Riverside Terrace', 'Denver', 'CO', '80202', 'US', '+1 303 555 0125'],
  ['Sofia Lindgren', '12 Prairie Path', 'Madison', 'WI', '53703', 'US', '+1 608 555 0112'],
  ['Ethan Park', '905 Juniper Street', 'San Diego', 'CA', '92101', 'US', '+1 619 555 0190'],
  ['Grace Holloway', '47 Willow Bend', 'Nashville', 'TN', '37203', 'US', '+1 615 555 0147'],
  ['Lucia Ferreira', '330 Canal Street', 'New York', 'NY', '10013', 'US', '+1 212 555 0133'],
  ['Samuel Boyd', '5 Gull Point', 'Charleston', 'SC', '29401', 'US', '+1 843 555 0105'],
  ['Ingrid Vale', '61 Copper Hill', 'Santa Fe', 'NM', '87501', 'US', '+1 505 555 0161'],
  ['Rafael Ortiz', '1820 Palm Court', 'Miami', 'FL', '33130', 'US', '+1 305 555 0182'],
  ['Beatrice Lowe', '14 Chapel Street', 'Philadelphia', 'PA', '19103', 'US', '+1 215 555 0114'],
  ['Amélie Gagnon', '215 rue Saint-Paul', 'Montréal', 'QC', 'H2Y 1H2', 'CA', '+1 514 555 0121'],
  ['William Chen', '820 Granville Street', 'Vancouver', 'BC', 'V6Z 1K3', 'CA', '+1 604 555 0182'],
  ['Harriet Cole', '3 Orchard Mews', 'London', '', 'N1 9GU', 'GB', '+44 20 7946 0103'],
  ['Rory Mackenzie', '28 Thistle Street', 'Edinburgh', '', 'EH2 1EN', 'GB', '+44 131 496 0128'],
  ['Lena Hoffmann', 'Lindenstraße 44', 'Berlin', '', '10969', 'DE', '+49 30 23125 044'],
  ['Camille Durand', '17 rue des Lilas', 'Lyon', '', '69003', 'FR', '+33 4 65 71 00 17'],
  ['Mia Thompson', '102 Crown Street', 'Sydney', 'NSW', '2010', 'AU', '+61 2 5550 0102'],
];

/** Days that the shop's past goes back. */
const DAYS = 84;
const ORDERS = 96;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** When the demo shop opened: before its first order. @param {number} now milliseconds since the epoch */
export const demoOpening = (now) => now - (DAYS + 2) * DAY;

/** Mulberry32: small, and the same everywhere. @returns a function of numbers from 0 to below 1 */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shopper([name, street, city, stateCode, postalCode, countryCode, phone]) {
  const [firstName, lastName] = name.split(' ');
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(' ', '.');
  return {
    contact: { email: `${plain}@example.com`, firstName, lastName, phone, marketingOptIn: plain.length % 3 === 0 },
    address: { firstName, lastName, street, city, stateCode, postalCode, countryCode, phone },
  };
}

/** What becomes of an order that is so many days old. @returns {'new' | 'sent' | 'unpaid' | 'transferred' | 'cancelled' | 'refunded'} */
function fateOf(age, chance) {
  if (age < 1.5) return chance < 0.25 ? 'unpaid' : 'new';
  if (age < 5) return chance < 0.2 ? 'unpaid' : chance < 0.55 ? 'new' : 'sent';
  if (chance < 0.05) return 'cancelled';
  if (chance < 0.08) return 'refunded';
  return chance < 0.22 ? 'transferred' : 'sent';
}

/**
 * @param {number} now milliseconds since the epoch that the past ends at
 * @param {{sku: string, available: number}[]} variants what can be bought; no more of each is ordered than leaves some
 * @returns {{at: number, shopper: ReturnType<typeof shopper>, lines: {sku: string, quantity: number}[],
 *   fate: 'new' | 'sent' | 'unpaid' | 'transferred' | 'cancelled' | 'refunded' | 'left', express: boolean}[]}
 *   `transferred`: paid by bank transfer and sent; `left`: a cart that its shopper walked away from
 */
export function demoOrders(now, variants) {
  const next = numbers(20_260);
  const people = SHOPPERS.map(shopper);
  const left = new Map(variants.map(({ sku, available }) => [sku, Math.max(0, available - 6)]));
  /** @type {ReturnType<typeof demoOrders>} */
  const orders = [];
  for (let index = 0; index < ORDERS; index++) {
    // More of late than at the beginning, and by day rather than by night.
    const age = DAYS * (1 - Math.cbrt((index + 0.5) / ORDERS)) + next() * 0.4;
    const day = Math.floor((now - age * DAY) / DAY) * DAY;
    const at = Math.min(now - (ORDERS - index) * 600_000, day + (13 + next() * 12) * HOUR);
    // A few come again and again.
    const person = people[Math.floor(next() ** 1.7 * people.length)];
    const lines = [];
    for (let count = next() < 0.5 ? 1 : next() < 0.7 ? 2 : 3; count > 0; count--) {
      const choice = variants[Math.floor(next() * variants.length)];
      const quantity = Math.min(next() < 0.75 ? 1 : 2, left.get(choice.sku));
      if (quantity < 1 || lines.some(({ sku }) => sku === choice.sku)) continue;
      left.set(choice.sku, left.get(choice.sku) - quantity);
      lines.push({ sku: choice.sku, quantity });
    }
    if (!lines.length) continue;
    const walksAway = index % 11 === 7;
    orders.push({
      at,
      shopper: person,
      lines,
      fate: walksAway ? 'left' : fateOf((now - at) / DAY, next()),
      express: person.address.countryCode === 'US' && next() < 0.2,
    });
  }
  return orders.sort((a, b) => a.at - b.at);
}
