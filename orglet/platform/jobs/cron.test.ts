import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextFireTime, parseCron } from './cron.js';

const next = (expression: string, after: string, zone = 'UTC') => {
  const at = nextFireTime(parseCron(expression), Date.parse(after), zone);
  return at === null ? null : new Date(at).toISOString();
};

test('a daily time that has passed fires tomorrow', () => {
  assert.equal(next('0 0 13 * * ?', '2026-03-05T14:00:00Z'), '2026-03-06T13:00:00.000Z');
});

test('weekdays, the last day, the nearest weekday and the nth weekday of a month', () => {
  assert.equal(next('0 0 22 ? * MON-FRI', '2026-03-06T23:00:00Z'), '2026-03-09T22:00:00.000Z');
  assert.equal(next('0 0 8 L * ?', '2026-02-10T00:00:00Z'), '2026-02-28T08:00:00.000Z');
  assert.equal(next('0 0 8 15W * ?', '2026-02-01T00:00:00Z'), '2026-02-16T08:00:00.000Z');
  assert.equal(next('0 0 8 ? * 6#3', '2026-02-01T00:00:00Z'), '2026-02-20T08:00:00.000Z');
});

test('times are those of the user’s zone', () => {
  assert.equal(next('0 30 9 * * ?', '2026-07-01T00:00:00Z', 'America/New_York'), '2026-07-01T13:30:00.000Z');
});

test('a year that has passed never fires', () => {
  assert.equal(next('0 0 0 1 1 ? 2020', '2026-01-01T00:00:00Z'), null);
});

test('seconds and minutes must be numbers', () => {
  assert.throws(() => parseCron('0 */5 * * * ?'), {
    message: 'Seconds and minutes must be specified as integers: 0 */5 * * * ?',
  });
});
