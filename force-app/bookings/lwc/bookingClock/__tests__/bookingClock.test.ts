import {
  addDays,
  addMonths,
  dayIn,
  dayText,
  differs,
  firstWeekday,
  monthText,
  spanBeside,
  spanIn,
  timeIn,
  weekOf,
  weekdays,
  weeksOf,
  zoneText,
  zoneTextOver,
} from 'c/bookingClock';

/** An hour before clocks in Berlin go from two to three. */
const BEFORE_SPRING = '2026-03-29T00:00:00Z';

const plain = (text: string): string => text.replace(/\s+/gu, ' ');

describe('c-booking-clock', () => {
  it('shows what the clocks of a zone show, across the change', () => {
    expect(dayIn('2026-03-02T02:00:00Z', 'America/New_York')).toBe('2026-03-01');
    expect(plain(timeIn(BEFORE_SPRING, 'Europe/Berlin', 'en-US'))).toBe('1:00 AM');
    expect(plain(timeIn('2026-03-29T01:00:00Z', 'Europe/Berlin', 'en-US'))).toBe('3:00 AM');
    expect(plain(spanIn(BEFORE_SPRING, '2026-03-29T01:00:00Z', 'Europe/Berlin', 'de-DE'))).toMatch(/01:00.+03:00/);
    expect(spanIn('2026-03-01T22:00:00Z', '2026-03-02T02:00:00Z', 'UTC', 'en-US')).toContain('Mar 2');
  });

  it('knows whether two zones differ at a moment', () => {
    expect(differs('Europe/Berlin', 'Europe/Paris', BEFORE_SPRING)).toBe(false);
    expect(differs('Europe/Berlin', 'Europe/London', BEFORE_SPRING)).toBe(true);
    expect(zoneText('America/New_York', BEFORE_SPRING, 'en-US')).toBe('New York (EDT)');
    expect(zoneText('UTC', BEFORE_SPRING, 'en-US')).toBe('UTC');
  });

  it('counts days, weeks and months without a zone', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(firstWeekday('de-DE')).toBe(1);
    expect(weekOf('2026-03-01', 'de-DE')).toBe('2026-02-23');
    const weeks = weeksOf('2026-03', 'de-DE');
    expect([weeks.length, weeks[0][0], weeks[5][6]]).toEqual([6, '2026-02-23', '2026-04-05']);
    expect(weekdays('de-DE').map(({ short }) => short)).toEqual(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']);
    expect(dayText('2031-03-01', 'en-US')).toBe('Saturday, March 1, 2031');
    expect(monthText('2026-03', 'en-US')).toBe('March 2026');
  });

  it('says the day of the reader’s own clocks where it is another one', () => {
    const [startsAt, endsAt] = ['2031-12-16T02:30:00Z', '2031-12-16T03:30:00Z'];
    const place = 'America/Los_Angeles';
    expect(plain(spanBeside(startsAt, endsAt, 'Europe/Berlin', place, 'en-US'))).toMatch(/^Tue, Dec 16, 2031, 3:30/);
    expect(plain(spanBeside(startsAt, endsAt, 'America/New_York', place, 'en-US'))).toMatch(/^9:30/);
  });

  it('calls clocks by their abbreviation where it is the same for all dates', () => {
    const [winter, summer] = ['2031-01-10T12:00:00Z', '2031-07-10T12:00:00Z'];
    expect(zoneTextOver('America/Los_Angeles', [winter], 'en-US')).toBe('Los Angeles (PST)');
    expect(zoneTextOver('America/Los_Angeles', [winter, summer], 'en-US')).toBe('Los Angeles');
  });
});
