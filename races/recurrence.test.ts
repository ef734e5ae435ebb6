/**
 * Dates of recurrence rules, by the Apex of the package and by a library that follows RFC 5545: rules, first dates and zones at random. A
 * few hundred here; `RECURRENCE_CASES=5000 node races/run.mjs recurrence` makes as many as one wants, `GENERATED_SEED` repeats.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import 'temporal-polyfill/global';
import { RRuleTemporal } from 'rrule-temporal';
import { random, type Random } from './support/generated/random.js';
import { openShop } from './support/shop.js';

const CASES = Number(process.env.RECURRENCE_CASES ?? 300);
const SEED = Number(process.env.GENERATED_SEED ?? 1);
const MOST = 15;
/** Nobody plans further ahead. */
const LAST = '2080-01-01T00:00';
/** Cases that one transaction works on. */
const EACH = 20;
/** Half hours, no summer time, summer time in winter, a month without it, a quarter of an hour, both hemispheres. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Europe/Dublin',
  'Pacific/Apia',
  'Asia/Tehran',
  'UTC',
];
const TIMES = ['00:15', '01:30', '02:00', '02:15', '02:30', '02:45', '03:00', '09:00', '18:30', '23:45'];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

interface Case {
  zone: string;
  start: string;
  rule: string;
  left: string[];
  extra: string[];
}

const some = <T>(chance: Random, from: readonly T[], most: number): T[] => [
  ...new Set(Array.from({ length: 1 + chance.below(most) }, () => chance.pick([...from]))),
];
const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

function generate(chance: Random): Case {
  const zone = chance.pick(ZONES);
  const month = 1 + chance.below(12);
  const start = `${2023 + chance.below(6)}-${pad(month)}-${pad(1 + chance.below(month === 2 ? 28 : 30))}T${chance.pick(TIMES)}`;
  const frequency = chance.pick(['DAILY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'YEARLY', 'YEARLY']);
  const parts = [`FREQ=${frequency}`];
  if (chance.once(2)) parts.push(`INTERVAL=${1 + chance.below(frequency === 'DAILY' ? 10 : 4)}`);
  if (chance.once(3)) parts.push(`WKST=${chance.pick(DAYS)}`);
  let canRank = false;
  let isNumbered = false;
  if (chance.once(3)) {
    parts.push(`BYMONTH=${some(chance, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 4).join(',')}`);
    canRank = frequency === 'YEARLY';
  }
  if (chance.once(2)) {
    // In a year the library takes the second Monday or every Tuesday, not both.
    isNumbered = (frequency === 'MONTHLY' || frequency === 'YEARLY') && chance.once(2);
    const days = some(chance, DAYS, 3).map((day) =>
      isNumbered && (frequency === 'YEARLY' || chance.once(2)) ? `${chance.pick([1, 2, 3, 4, 5, -1, -2])}${day}` : day,
    );
    parts.push(`BYDAY=${days.join(',')}`);
    canRank = true;
  }
  // The library forgets the days of the month beside the second Monday of a year.
  if (frequency !== 'WEEKLY' && !(frequency === 'YEARLY' && isNumbered) && chance.once(3)) {
    parts.push(`BYMONTHDAY=${some(chance, [1, 2, 13, 15, 28, 29, 30, 31, -1, -2, -31], 4).join(',')}`);
    canRank = true;
  }
  if (canRank && frequency !== 'DAILY' && chance.once(3))
    parts.push(`BYSETPOS=${some(chance, [1, 2, 3, -1, -2], 2).join(',')}`);
  const end = chance.below(3);
  if (end === 0) parts.push(`COUNT=${1 + chance.below(12)}`);
  if (end === 1)
    parts.push(
      `UNTIL=${2024 + chance.below(8)}${pad(1 + chance.below(12))}${pad(1 + chance.below(28))}T${pad(chance.below(24))}0000Z`,
    );
  return { zone, start, rule: parts.join(';'), left: [], extra: [] };
}

/** What is worth a case of its own: (zone, first date, rule, left out, besides). */
const NAMED: [string, string, string, string[]?, string[]?][] = [
  ['Europe/Berlin', '2026-01-31T10:00', 'FREQ=MONTHLY;COUNT=5'],
  ['Europe/Berlin', '2024-02-29T10:00', 'FREQ=YEARLY;COUNT=4'],
  ['Europe/Berlin', '2026-01-31T10:00', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=14'],
  ['Europe/Berlin', '2026-03-27T02:30', 'FREQ=DAILY;COUNT=5'],
  ['Europe/Berlin', '2026-03-22T02:30', 'FREQ=WEEKLY;BYDAY=SU;COUNT=3'],
  ['Europe/Berlin', '2026-03-01T02:30', 'FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1;COUNT=3'],
  ['Europe/Berlin', '2026-10-24T02:30', 'FREQ=DAILY;COUNT=3'],
  ['Australia/Lord_Howe', '2026-10-01T02:15', 'FREQ=DAILY;COUNT=6'],
  ['Pacific/Chatham', '2026-09-24T02:50', 'FREQ=DAILY;COUNT=6'],
  ['Africa/Casablanca', '2026-02-13T02:30', 'FREQ=DAILY;COUNT=45'],
  ['America/New_York', '2026-03-07T02:30', 'FREQ=DAILY;COUNT=3'],
  ['America/New_York', '2026-11-01T01:30', 'FREQ=DAILY;COUNT=3'],
  ['Asia/Kathmandu', '2026-01-05T18:45', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;COUNT=8'],
  ['Asia/Kathmandu', '2026-01-05T18:45', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=8'],
  ['UTC', '2026-09-02T09:00', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=5'],
  ['UTC', '2026-01-01T09:00', 'FREQ=YEARLY;BYDAY=20MO;COUNT=4'],
  ['UTC', '2026-01-01T09:00', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=14'],
  ['UTC', '2026-01-01T09:00', 'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=4'],
  ['Europe/Berlin', '2026-01-05T18:00', 'FREQ=WEEKLY;COUNT=6', ['2026-01-12T18:00'], ['2026-01-14T18:00']],
];

/** Wall times as the library has them. */
function expected({ zone, start, rule, left, extra }: Case): string[] {
  const flat = (wall: string) => wall.replace(/[-:]/g, '') + '00';
  const lines = [`DTSTART;TZID=${zone}:${flat(start)}`, `RRULE:${rule}`];
  if (left.length) lines.push(`EXDATE;TZID=${zone}:${left.map(flat).join(',')}`);
  if (extra.length) lines.push(`RDATE;TZID=${zone}:${extra.map(flat).join(',')}`);
  const dates = new RRuleTemporal({ rruleString: lines.join('\n') });
  return dates
    .all((_: unknown, n: number) => n < MOST)
    .filter((date) => date.toPlainDateTime().toString() <= LAST)
    .map((date) => date.toInstant().toString({ smallestUnit: 'minute' }));
}

/** Whether the library finds the dates: for some, such as the 31st of February, it would look for ever. */
function ends(one: Case): boolean {
  // The first date keeps its reading when clocks jump over it; the library goes on from where it was moved to.
  const first = Temporal.PlainDateTime.from(one.start);
  if (!first.toZonedDateTime(one.zone).toPlainDateTime().equals(first)) return false;
  try {
    expected(one);
    return true;
  } catch (error) {
    assert.match(String(error), /Maximum iterations/);
    return false;
  }
}

const list = (walls: string[]): string =>
  `new List<Datetime>{ ${walls.map((wall) => `ZonedTime.parse('${wall}')`).join(', ')} }`;

const org = openShop(1);
after(() => org.close());

/** Instants as the package has them. */
function found(cases: Case[]): string[][] {
  const apex = cases.map(
    ({ zone, start, rule, left, extra }) => `
    dates = new Recurrence('${rule}', ZonedTime.parse('${start}'), new ZonedTime('${zone}'))
      .without(${list(left)}).also(${list(extra)}).dates(ZonedTime.parse('${LAST}'), ${MOST});
    texts = new List<String>();
    for (Recurrence.Occurrence one : dates) texts.add(one.instant.formatGmt('yyyy-MM-dd\\'T\\'HH:mm\\'Z\\''));
    System.debug('=' + String.join(texts, ' '));`,
  );
  return org
    .runAnonymous(`List<Recurrence.Occurrence> dates; List<String> texts; ${apex.join('')}`)
    .map((line) => line.slice(1).split(' ').filter(Boolean));
}

function compare(cases: Case[]): void {
  for (let at = 0; at < cases.length; at += EACH) {
    const some = cases.slice(at, at + EACH);
    found(some).forEach((dates, n) => {
      const { zone, start, rule } = some[n]!;
      assert.deepEqual(dates, expected(some[n]!), `case ${at + n}: ${rule} from ${start} in ${zone}`);
    });
  }
}

test('dates that are easy to get wrong', () => {
  compare(NAMED.map(([zone, start, rule, left = [], extra = []]) => ({ zone, start, rule, left, extra })));
});

test(`${CASES} rules at random have the dates of the library`, () => {
  const chance = random(SEED);
  const cases: Case[] = [];
  while (cases.length < CASES) {
    const one = generate(chance);
    if (ends(one)) cases.push(one);
  }
  compare(cases);
});
