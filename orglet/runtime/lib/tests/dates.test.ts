// Sources: Apex Reference Guide (Date, Datetime, Time, TimeZone classes), java.text.SimpleDateFormat.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDate, ApexDatetime, ApexTime } from '../../values.js';
import { text } from '../../values/text.js';
import { apexError, asUser, call, stat } from './helpers.js';

const date = (year: number, month: number, day: number): ApexDate =>
  stat('System.Date', 'newInstance', year, month, day);
const gmt = (...parts: number[]): ApexDatetime => stat('System.Datetime', 'newInstanceGmt', ...parts);
const iso = (value: ApexDate): string => call('System.Date', 'toString', value);
const D = (method: string, self: ApexDate, ...args: unknown[]) => call('System.Date', method, self, ...args);
const T = (method: string, self: ApexDatetime, ...args: unknown[]) => call('System.Datetime', method, self, ...args);

test('date arithmetic keeps to the calendar', () => {
  assert.equal(iso(D('addMonths', date(2024, 1, 31), 1)), '2024-02-29');
  assert.equal(iso(D('addYears', date(2024, 2, 29), 1)), '2025-02-28');
  assert.equal(iso(D('addDays', date(2024, 2, 28), 2)), '2024-03-01');
  assert.equal(iso(date(2024, 14, 1)), '2025-02-01');
  assert.equal(D('daysBetween', date(2024, 1, 1), date(2025, 1, 1)), 366);
  assert.equal(D('monthsBetween', date(2023, 12, 31), date(2024, 2, 1)), 2);
  assert.equal(D('dayOfYear', date(2024, 12, 31)), 366);
  assert.equal(iso(D('toStartOfMonth', date(2024, 5, 17))), '2024-05-01');
  assert.equal(stat('System.Date', 'daysInMonth', 2023, 2), 28);
  assert.equal(stat('System.Date', 'isLeapYear', 1900), false);
});

test('weeks start as the locale says', () => {
  asUser(() => assert.equal(iso(D('toStartOfWeek', date(2024, 5, 15))), '2024-05-12'));
  asUser(() => assert.equal(iso(D('toStartOfWeek', date(2024, 5, 15))), '2024-05-13'), { locale: 'de_DE' });
});

test('dates are read and written by locale', () => {
  asUser(() => {
    assert.equal(D('format', date(2013, 7, 2)), '7/2/2013');
    assert.equal(iso(stat('System.Date', 'parse', '7/2/2013')), '2013-07-02');
    assert.throws(() => stat('System.Date', 'parse', 'x'), apexError('TypeException', 'Invalid date: x'));
  });
  asUser(() => assert.equal(D('format', date(2013, 7, 2)), '02.07.2013'), { locale: 'de_DE' });
  assert.equal(iso(stat('System.Date', 'valueOf', '2008-10-5')), '2008-10-05');
  assert.equal(iso(stat('System.Date', 'valueOf', '2008-10-05 12:00:00')), '2008-10-05');
  assert.throws(
    () => stat('System.Date', 'valueOf', '2008-13-05'),
    apexError('TypeException', 'Invalid date: 2008-13-05'),
  );
});

test('a date in text has a time, String.valueOf has none', () => {
  assert.equal(text(date(2020, 1, 2)), '2020-01-02 00:00:00');
  assert.equal(stat('System.String', 'valueOf', date(2020, 1, 2)), '2020-01-02');
});

test('datetimes are in the zone of the user', () => {
  asUser(() => {
    const noon: ApexDatetime = stat('System.Datetime', 'newInstance', 2024, 7, 1, 12, 0, 0);
    assert.equal(noon.ms, gmt(2024, 7, 1, 19, 0, 0).ms);
    assert.deepEqual([T('hour', noon), T('hourGmt', noon)], [12, 19]);
    assert.equal(iso(T('date', gmt(2024, 1, 1, 2, 0, 0))), '2023-12-31');
    assert.equal(iso(T('dateGmt', gmt(2024, 1, 1, 2, 0, 0))), '2024-01-01');
    assert.equal(T('format', noon), '7/1/2024, 12:00 PM');
    assert.equal(stat('System.Datetime', 'parse', '7/1/2024, 12:00 PM').ms, noon.ms);
    assert.equal(stat('System.Datetime', 'valueOf', '2024-07-01 12:00:00').ms, noon.ms);
  });
});

test('adding days keeps the wall clock over daylight saving, adding hours does not', () => {
  asUser(() => {
    const before: ApexDatetime = stat('System.Datetime', 'newInstance', 2024, 3, 9, 12, 0, 0);
    assert.equal(T('hour', T('addDays', before, 1)), 12);
    assert.equal(T('hour', T('addHours', before, 24)), 13);
  });
});

test('a wall clock in the gap of daylight saving moves forward', () => {
  asUser(() => assert.equal(T('hour', stat('System.Datetime', 'newInstance', 2024, 3, 10, 2, 30, 0)), 3));
});

test('formats patterns of SimpleDateFormat', () => {
  const at = gmt(2001, 7, 4, 19, 8, 56);
  const format = (pattern: string, zone = 'America/Los_Angeles') => asUser(() => T('format', at, pattern, zone));
  assert.equal(format("yyyy.MM.dd G 'at' HH:mm:ss z"), '2001.07.04 AD at 12:08:56 PDT');
  assert.equal(format("EEE, MMM d, ''yy"), "Wed, Jul 4, '01");
  assert.equal(format('h:mm a'), '12:08 PM');
  assert.equal(format("hh 'o''clock' a, zzzz"), "12 o'clock PM, Pacific Daylight Time");
  assert.equal(format('EEE, d MMM yyyy HH:mm:ss Z'), 'Wed, 4 Jul 2001 12:08:56 -0700');
  assert.equal(format("yyyy-MM-dd'T'HH:mm:ss.SSSXXX"), '2001-07-04T12:08:56.000-07:00');
  assert.equal(format("YYYY-'W'ww-u"), '2001-W27-3');
  assert.equal(format('EEEE D MMMM', 'Europe/Berlin'), 'Wednesday 185 July');
  assert.equal(format('z', 'Europe/Berlin'), 'CEST');
  assert.equal(format('z', 'Asia/Kolkata'), 'IST');
  assert.throws(() => format('b'), apexError('IllegalArgumentException', "Illegal pattern character 'b'"));
});

test('times wrap around midnight', () => {
  const time: ApexTime = stat('System.Time', 'newInstance', 23, 30, 0, 5);
  assert.equal(text(call('System.Time', 'addHours', time, 1)), '00:30:00.005Z');
  assert.equal(call('System.Time', 'minute', time), 30);
});

test('time zones know their offsets at an instant', () => {
  const zone = stat('System.TimeZone', 'getTimeZone', 'America/New_York');
  assert.equal(call('System.TimeZone', 'getOffset', zone, gmt(2012, 10, 23, 12, 0, 0)), -14_400_000);
  assert.equal(call('System.TimeZone', 'getOffset', zone, gmt(2012, 12, 23, 12, 0, 0)), -18_000_000);
  assert.equal(call('System.TimeZone', 'getId', stat('System.TimeZone', 'getTimeZone', 'nowhere')), 'GMT');
});
