/** Money, numbers, dates, plurals and label placeholders, written the way the store's locale writes them. */

import type { LineDetailDto } from 'c/storeTypes';

/** The part of a store that decides how things are written. */
export interface FormatContext {
  /** BCP 47 tag such as `en-US`. */
  locale: string;
  /** ISO 4217 code such as `USD`. */
  currencyCode: string;
}

const FALLBACK_LOCALE = 'en-US';
const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules>();

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules>(key: string, make: () => T): T {
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = make();
    formatters.set(key, formatter);
  }
  return formatter as T;
}

/** The tag itself when the browser understands it (`en_US` is mended to `en-US`), else English. */
function usableLocale(locale: string | null | undefined): string {
  const tag = (locale ?? '').replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? FALLBACK_LOCALE;
  } catch {
    return FALLBACK_LOCALE;
  }
}

/**
 * `12.5` in `en-US` and `USD` gives `$12.50`. Null and undefined give an empty text.
 * @param short whole amounts without decimals, for sentences: `$75`
 */
export function formatMoney(
  amount: number | null | undefined,
  context: FormatContext | null | undefined,
  short = false,
): string {
  if (amount === null || amount === undefined || !context) {
    return '';
  }
  const locale = usableLocale(context.locale);
  const whole = short && Number.isInteger(amount);
  return cached(`money|${locale}|${context.currencyCode}|${whole}`, () => {
    const digits = whole ? { maximumFractionDigits: 0 } : {};
    return new Intl.NumberFormat(locale, { style: 'currency', currency: context.currencyCode || 'USD', ...digits });
  }).format(amount);
}

/** To whole minor units of the currency, halves away from zero, as the server rounds. */
export function roundMoney(amount: number, context: FormatContext | null | undefined): number {
  const options = { style: 'currency', currency: context?.currencyCode || 'USD' } as const;
  const digits = new Intl.NumberFormat('en', options).resolvedOptions().maximumFractionDigits ?? 2;
  const factor = 10 ** digits;
  return (Math.sign(amount) * Math.round(Math.abs(amount) * factor * (1 + Number.EPSILON))) / factor;
}

export function formatNumber(value: number, locale: string | null | undefined): string {
  const tag = usableLocale(locale);
  return cached(`number|${tag}`, () => new Intl.NumberFormat(tag)).format(value);
}

/** An ISO 8601 moment as a long date with time, in the reader's time zone. */
export function formatDateTime(iso: string | null | undefined, locale: string | null | undefined): string {
  const moment = iso ? new Date(iso) : null;
  if (!moment || Number.isNaN(moment.getTime())) {
    return '';
  }
  const tag = usableLocale(locale);
  return cached(`datetime|${tag}`, () => {
    return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' });
  }).format(moment);
}

/** What was chosen for a line: moments by the clocks of their place, and by the reader's own where these differ. */
export function lineDetails(
  details: LineDetailDto[] | null | undefined,
  locale: string | null | undefined,
): LineDetailDto[] {
  return (details ?? []).map((detail) => {
    const { moment, zone, pattern } = detail;
    return moment && zone && pattern
      ? { ...detail, value: fillLabel(pattern, clockText(moment, zone, locale)) }
      : detail;
  });
}

function clockText(moment: string, zone: string, locale: string | null | undefined): string {
  const there = zonedTime(moment, zone, locale, 'short');
  const own = zonedTime(moment, null, locale, 'short');
  return own === there ? there : `${there} (${own})`;
}

/**
 * An ISO 8601 moment by the clocks of a place, with the name of its zone: the same for everybody who reads it.
 * @param zone such as Europe/Berlin; the reader's own without one, and where the browser does not know it
 * @param weekday how it is written; left out without one
 */
export function zonedTime(
  iso: string | null | undefined,
  zone: string | null | undefined,
  locale: string | null | undefined,
  weekday?: 'short',
): string {
  const moment = new Date(iso ?? '');
  if (Number.isNaN(moment.getTime())) {
    return '';
  }
  const tag = usableLocale(locale);
  try {
    return cached(`clock|${tag}|${zone}|${weekday}`, () => {
      return new Intl.DateTimeFormat(tag, {
        weekday,
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        timeZoneName: 'short',
        timeZone: zone || undefined,
      });
    }).format(moment);
  } catch {
    return zonedTime(iso, null, locale, weekday); // A zone that this browser does not know.
  }
}

/** A day (`2026-12-24`), or two as a span, as a long date; the year only when it is not this one. */
export function formatDay(day: string | null | undefined, locale: string | null | undefined, until = day): string {
  const [from, to] = [day, until].map((text) => new Date(`${text ?? ''}T00:00:00`));
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) {
    return '';
  }
  const tag = usableLocale(locale);
  const year = to.getFullYear() !== new Date().getFullYear();
  return cached(`day|${tag}|${year}`, () => {
    return new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', ...(year ? { year: 'numeric' } : {}) });
  }).formatRange(from, to);
}

/** A month as cards show it, such as 04/2028; blank without one. @param month 1 to 12 */
export function formatMonth(
  month: number | null | undefined,
  year: number | null | undefined,
  locale: string | null | undefined,
): string {
  if (!month || !year) {
    return '';
  }
  const tag = usableLocale(locale);
  return cached(`month|${tag}`, () => {
    return new Intl.DateTimeFormat(tag, { month: '2-digit', year: 'numeric' });
  }).format(new Date(year, month - 1, 1));
}

/** Puts the values into a label's placeholders `{0}`, `{1}`, … */
export function fillLabel(label: string, ...values: (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (placeholder, index) => String(values[Number(index)] ?? placeholder));
}

/** Picks the label for the count's plural form in the locale and puts the count into `{0}`. */
export function pluralLabel(
  count: number,
  labels: { one: string; other: string },
  locale: string | null | undefined,
): string {
  const tag = usableLocale(locale);
  const rules = cached(`plural|${tag}`, () => new Intl.PluralRules(tag));
  return fillLabel(rules.select(count) === 'one' ? labels.one : labels.other, formatNumber(count, tag));
}

/** Name of a country (ISO 3166-1 code) in the locale's language; the code itself where the browser does not know it. */
export function countryName(code: string | null | undefined, locale: string | null | undefined): string {
  if (!code) {
    return '';
  }
  try {
    return new Intl.DisplayNames([usableLocale(locale)], { type: 'region' }).of(code) ?? code;
  } catch {
    return code; // Not the code of a region.
  }
}
