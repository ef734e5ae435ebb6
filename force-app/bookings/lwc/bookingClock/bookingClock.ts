/** Days and times as the clocks of a zone show them. Moments are ISO 8601 texts; days are 2026-03-02, months 2026-03. */

const DAY = 86400000;
const FALLBACK = 'en-US';
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string | null | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = (locale || FALLBACK).replaceAll('_', '-');
  const key = tag + JSON.stringify(options);
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(tag, options);
    formats.set(key, known);
  }
  return known;
}

/** IANA name of the zone whose clocks the reader goes by. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** Day of the moment in a zone. */
export function dayIn(moment: string, zone: string): string {
  // Swedish writes dates as ISO does.
  return format('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(moment),
  );
}

/** What clocks in the zone show, such as 6:30 PM. */
export function timeIn(moment: string, zone: string, locale?: string | null): string {
  return format(locale, { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(new Date(moment));
}

/** From when until when, by one zone’s clocks. */
export function spanIn(startsAt: string, endsAt: string, zone: string, locale?: string | null): string {
  const sameDay = dayIn(startsAt, zone) === dayIn(endsAt, zone);
  const clock: Intl.DateTimeFormatOptions = { timeZone: zone, hour: 'numeric', minute: '2-digit' };
  const date: Intl.DateTimeFormatOptions = sameDay ? {} : { day: 'numeric', month: 'short' };
  return format(locale, { ...clock, ...date }).formatRange(new Date(startsAt), new Date(endsAt));
}

/** The same by the reader’s own clocks beside those of the place: with its day where that is another one. */
export function spanBeside(
  startsAt: string,
  endsAt: string,
  own: string,
  zone: string,
  locale?: string | null,
): string {
  const span = spanIn(startsAt, endsAt, own, locale);
  const day = dayIn(startsAt, own);
  // A span over midnight says its days itself.
  const saysDay = day === dayIn(startsAt, zone) || day !== dayIn(endsAt, own);
  return saysDay ? span : `${dayText(day, locale, true)}, ${span}`;
}

/** How the zone’s clocks are called at all of these moments: without their abbreviation where it changes among them. */
export function zoneTextOver(zone: string, moments: string[], locale?: string | null): string {
  const names = new Set(moments.map((moment) => zoneText(zone, moment, locale)));
  return names.size === 1 ? [...names][0] : cityOf(zone);
}

/** A day as people say it: Saturday, March 14. */
export function dayText(day: string, locale?: string | null, short = false): string {
  const length = short ? 'short' : 'long';
  const isThisYear = day.slice(0, 4) === String(new Date().getFullYear());
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', weekday: length, day: 'numeric', month: length };
  return format(locale, isThisYear ? options : { ...options, year: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
}

export function monthText(month: string, locale?: string | null): string {
  return format(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(new Date(`${month}-01T00:00:00Z`));
}

/** The place that gives the zone its name. */
export function cityOf(zone: string): string {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
}

/** The same, and how its clocks are called then: New York (EST). */
export function zoneText(zone: string, moment: string, locale?: string | null): string {
  const city = cityOf(zone);
  const parts = format(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(new Date(moment));
  const short = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return short && short !== city ? `${city} (${short})` : city;
}

/** Whether clocks of the two zones show something else at the moment. */
export function differs(one: string, other: string, moment: string): boolean {
  const wall = (zone: string): string => `${dayIn(moment, zone)} ${timeIn(moment, zone)}`;
  return wall(one) !== wall(other);
}

export function addDays(day: string, days: number): string {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + days * DAY).toISOString().slice(0, 10);
}

export function addMonths(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** 1 for Monday to 7 for Sunday, as weeks begin where the locale is spoken. */
export function firstWeekday(locale?: string | null): number {
  const known = new Intl.Locale((locale || FALLBACK).replaceAll('_', '-')) as Intl.Locale & {
    weekInfo?: { firstDay: number };
    getWeekInfo?: () => { firstDay: number };
  };
  const info = known.getWeekInfo?.() ?? known.weekInfo;
  return info?.firstDay ?? (/^en-(US|CA)|^pt-BR|^ja|^ko/.test(known.toString()) ? 7 : 1);
}

/** First day of the week in which the day is. */
export function weekOf(day: string, locale?: string | null): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDays(day, -((weekday - firstWeekday(locale) + 7) % 7));
}

/** The weeks that a month touches, seven days each. */
export function weeksOf(month: string, locale?: string | null): string[][] {
  const weeks: string[][] = [];
  for (let day = weekOf(`${month}-01`, locale); day.slice(0, 7) <= month; day = addDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
  }
  return weeks;
}

/** Names of the weekdays in the order of the locale’s weeks. */
export function weekdays(locale?: string | null): { key: string; short: string; long: string }[] {
  const first = weekOf('2026-03-02', locale);
  return Array.from({ length: 7 }, (_, index) => {
    const date = new Date(`${addDays(first, index)}T00:00:00Z`);
    return {
      key: String(index),
      short: format(locale, { timeZone: 'UTC', weekday: 'short' }).format(date),
      long: format(locale, { timeZone: 'UTC', weekday: 'long' }).format(date),
    };
  });
}
