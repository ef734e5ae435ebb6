import {
  lanesOf,
  minutesBetween,
  ordinalOf,
  parseRule,
  ruleText,
  wallIn,
  wallOf,
  wallText,
  weekdayOf,
} from 'c/scheduleModel';

describe('c/scheduleModel', () => {
  it('reads and writes wall times', () => {
    expect(wallOf('2026-03-02', 18 * 60 + 30)).toBe('2026-03-02T18:30');
    expect(wallOf('2026-03-02', 1500)).toBe('2026-03-03T01:00');
    expect(wallIn('2026-03-02T17:30:00.000Z', 'Europe/Berlin')).toBe('2026-03-02T18:30');
    expect(wallText('2026-03-02T18:30', 'en-US')).toMatch(/Mon, Mar 2.*6:30/);
    expect(wallText('2027-02-31T18:30', 'en-US')).toBe('2027-02-31, 18:30');
    expect(minutesBetween('2026-03-02T17:30:00.000Z', '2026-03-02T19:00:00.000Z')).toBe(90);
    expect([weekdayOf('2026-03-02'), ordinalOf('2026-03-31')]).toEqual(['MO', 5]);
  });

  it('gives what overlaps lanes beside each other', () => {
    const placed = lanesOf([
      { start: 60, end: 120 },
      { start: 90, end: 150 },
      { start: 120, end: 180 },
      { start: 200, end: 210 },
    ]);
    expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  it.each([
    '',
    'FREQ=DAILY;COUNT=5',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=12',
    'FREQ=MONTHLY;BYDAY=2TU;UNTIL=20261231',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=YEARLY',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
    'FREQ=WEEKLY;UNTIL=20261231T120000Z',
  ])('keeps the rule %s', (text) => {
    expect(ruleText(parseRule(text))).toBe(text);
  });

  it('calls custom what the fields cannot say', () => {
    expect(parseRule('FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1').frequency).toBe('CUSTOM');
    expect(parseRule('FREQ=WEEKLY;UNTIL=20261231T120000Z').frequency).toBe('CUSTOM');
    expect(parseRule('FREQ=HOURLY').frequency).toBe('CUSTOM');
  });
});
