/** Wall times (2026-03-02T18:30), lanes of a day, and rules of RFC 5545 as the pages of the schedule need them. */
import { addDays, dayText, timeIn } from 'c/bookingClock';

/** Day of a wall time. */
export const dayOf = (wall: string): string => wall.slice(0, 10);

/** Minutes since midnight of a wall time. */
export function minutesOf(wall: string): number {
  const [hours, minutes] = wall.slice(11, 16).split(':').map(Number);
  return hours * 60 + minutes;
}

/** A wall time; minutes may lie beyond the day. */
export function wallOf(day: string, minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const left = minutes - days * 1440;
  const clock = [Math.floor(left / 60), left % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${addDays(day, days)}T${clock}`;
}

/** What the clock shows, in the reader's way: 6:30 PM. */
export const timeText = (wall: string, locale?: string | null): string => timeIn(`${wall}:00Z`, 'UTC', locale);

/** Day and time: Mon, Mar 2, 6:30 PM. Also of days that no month has. */
export function wallText(wall: string, locale?: string | null): string {
  const isDay =
    !Number.isNaN(Date.parse(`${wall}:00Z`)) && new Date(`${wall}:00Z`).toISOString().startsWith(dayOf(wall));
  return isDay ? `${dayText(dayOf(wall), locale, true)}, ${timeText(wall, locale)}` : wall.replace('T', ', ');
}

export interface Placed<T> {
  item: T;
  start: number;
  end: number;
  /** Which of how many that stand beside each other. */
  lane: number;
  lanes: number;
}

/** Gives what overlaps on one day lanes beside each other. @param items with minutes since midnight, in any order */
export function lanesOf<T extends { start: number; end: number }>(items: T[]): Placed<T>[] {
  const sorted = [...items].sort((one, two) => one.start - two.start || two.end - one.end);
  const placed: Placed<T>[] = [];
  let cluster: Placed<T>[] = [];
  let clusterEnd = -1;
  const close = () => {
    const lanes = Math.max(0, ...cluster.map(({ lane }) => lane + 1));
    for (const one of cluster) one.lanes = lanes;
    cluster = [];
  };
  for (const item of sorted) {
    if (item.start >= clusterEnd) close();
    const busy = new Set(cluster.filter(({ end }) => end > item.start).map(({ lane }) => lane));
    let lane = 0;
    while (busy.has(lane)) lane++;
    const one = { item, start: item.start, end: item.end, lane, lanes: 1 };
    cluster.push(one);
    placed.push(one);
    clusterEnd = Math.max(clusterEnd, item.end);
  }
  close();
  return placed;
}

export type Frequency = 'NONE' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY' | 'CUSTOM';
export type EndKind = 'NEVER' | 'COUNT' | 'UNTIL';

export interface Rule {
  frequency: Frequency;
  interval: number;
  /** MO to SU, of weekly rules; empty: the day of the first date. */
  weekdays: string[];
  /** Of monthly rules: the day of the month, or such as 2TU and -1FR. */
  monthly: 'DAY' | 'WEEKDAY';
  ordinal: number;
  weekday: string;
  end: EndKind;
  count: number;
  /** Last day, such as 2026-12-31. */
  until: string;
  /** The text, where it says more than the fields. */
  custom: string;
}

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Weekday of a day, MO to SU. */
export const weekdayOf = (day: string): string => WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7];

/** Which weekday of its month a day is: 1 for the first, 5 at most. */
export const ordinalOf = (day: string): number => Math.ceil(Number(day.slice(8, 10)) / 7);

export const noRule = (): Rule => ({
  frequency: 'NONE',
  interval: 1,
  weekdays: [],
  monthly: 'DAY',
  ordinal: 1,
  weekday: 'MO',
  end: 'COUNT',
  count: 6,
  until: '',
  custom: '',
});

/** Reads a rule; one that says more than the fields can show is custom. */
export function parseRule(text: string | null | undefined): Rule {
  const rule = noRule();
  if (!text?.trim()) return rule;
  rule.custom = text.trim();
  const parts = new Map(
    text
      .trim()
      .toUpperCase()
      .replace(/^RRULE:/, '')
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  );
  const custom: Rule = { ...rule, frequency: 'CUSTOM' };
  const frequency = parts.get('FREQ') ?? '';
  if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(frequency)) return custom;
  if ([...parts.keys()].some((name) => !['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY'].includes(name))) return custom;
  rule.frequency = frequency as Frequency;
  rule.interval = Number(parts.get('INTERVAL') ?? 1);
  rule.end = parts.has('COUNT') ? 'COUNT' : parts.has('UNTIL') ? 'UNTIL' : 'NEVER';
  rule.count = Number(parts.get('COUNT') ?? rule.count);
  const until = /^(\d{4})(\d{2})(\d{2})/.exec(parts.get('UNTIL') ?? '');
  if (until) rule.until = until.slice(1).join('-');
  // A last moment within a day is more than a last day.
  if (/T(?!235959$)/.test(parts.get('UNTIL') ?? '')) return custom;
  const days = parts.get('BYDAY')?.split(',') ?? [];
  if (!days.length) return rule;
  if (frequency === 'WEEKLY' && days.every((day) => WEEKDAYS.includes(day))) {
    rule.weekdays = days;
    return rule;
  }
  const named = days.length === 1 ? /^(-?[1-5])(MO|TU|WE|TH|FR|SA|SU)$/.exec(days[0]) : null;
  if (frequency !== 'MONTHLY' || !named) return custom;
  rule.monthly = 'WEEKDAY';
  rule.ordinal = Number(named[1]);
  rule.weekday = named[2];
  return rule;
}

/** The text of a rule; blank: the first date alone. */
export function ruleText(rule: Rule): string {
  if (rule.frequency === 'NONE') return '';
  if (rule.frequency === 'CUSTOM') return rule.custom;
  const parts = [`FREQ=${rule.frequency}`];
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.frequency === 'WEEKLY' && rule.weekdays.length) {
    parts.push(`BYDAY=${WEEKDAYS.filter((day) => rule.weekdays.includes(day)).join(',')}`);
  }
  if (rule.frequency === 'MONTHLY' && rule.monthly === 'WEEKDAY') parts.push(`BYDAY=${rule.ordinal}${rule.weekday}`);
  if (rule.end === 'COUNT') parts.push(`COUNT=${rule.count}`);
  if (rule.end === 'UNTIL' && rule.until) parts.push(`UNTIL=${rule.until.replaceAll('-', '')}`);
  return parts.join(';');
}

const walls = new Map<string, Intl.DateTimeFormat>();

/** What clocks of a zone show at a moment, as a wall time. */
export function wallIn(moment: string, zone: string): string {
  let format = walls.get(zone);
  if (!format) {
    // Swedish writes dates as ISO does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    walls.set(zone, format);
  }
  return format.format(new Date(moment)).replace(' ', 'T');
}

/** Minutes between two moments. */
export const minutesBetween = (startsAt: string, endsAt: string): number =>
  Math.round((new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 60000);
