import { api, LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { dayText, weekdays } from 'c/bookingClock';
import { dayOf, noRule, ordinalOf, parseRule, type Rule, ruleText, WEEKDAYS, weekdayOf } from 'c/scheduleModel';
import { fillLabel, pluralLabel } from 'c/storeFormat';
import { labels } from './labels';

const option = (value: string, label: string) => ({ value, label });
const LAST = -1;

/** A rule of RFC 5545 in plain words. Tells `rulechange` with its text. */
export default class RecurrenceEditor extends LightningElement {
  labels = labels;
  options = {
    frequencies: [
      option('NONE', labels.once),
      option('DAILY', labels.daily),
      option('WEEKLY', labels.weekly),
      option('MONTHLY', labels.monthly),
      option('YEARLY', labels.yearly),
      option('CUSTOM', labels.custom),
    ],
    ends: [option('COUNT', labels.afterCount), option('UNTIL', labels.onDay), option('NEVER', labels.never)],
  };
  private rule: Rule = noRule();
  private own: string | null = null;
  private first = '';

  @api disabled = false;
  @api message = '';

  /** First date, a wall time: what weekly and monthly rules begin from. */
  @api
  get start(): string {
    return this.first;
  }
  set start(wall: string) {
    this.first = wall;
  }

  /** The rule; blank: the first date alone. */
  @api
  get value(): string {
    return ruleText(this.rule);
  }
  set value(text: string) {
    // What this editor said itself comes back as it was: a half-typed number stays.
    if ((text ?? '') === this.own) return;
    this.own = text ?? '';
    this.rule = parseRule(text);
  }

  private get day(): string {
    return this.first ? dayOf(this.first) : new Date().toISOString().slice(0, 10);
  }

  get frequency(): string {
    return this.rule.frequency;
  }
  get isSimple(): boolean {
    return !['NONE', 'CUSTOM'].includes(this.rule.frequency);
  }
  get isCustom(): boolean {
    return this.rule.frequency === 'CUSTOM';
  }
  get isWeekly(): boolean {
    return this.rule.frequency === 'WEEKLY';
  }
  get isMonthly(): boolean {
    return this.rule.frequency === 'MONTHLY';
  }
  get isCounted(): boolean {
    return this.rule.end === 'COUNT';
  }
  get isUntil(): boolean {
    return this.rule.end === 'UNTIL';
  }
  get values() {
    return { ...this.rule };
  }

  get intervalLabel(): string {
    return {
      DAILY: labels.everyDays,
      WEEKLY: labels.everyWeeks,
      MONTHLY: labels.everyMonths,
      YEARLY: labels.everyYears,
      NONE: '',
      CUSTOM: '',
    }[this.rule.frequency];
  }

  private get dayNames(): Map<string, string> {
    // weekdays() begins where the locale’s week does; a Monday is known by its own name.
    const names = weekdays(LOCALE);
    const monday = dayText('2026-03-02', LOCALE).split(',')[0];
    const offset = Math.max(
      0,
      names.findIndex(({ long }) => monday.startsWith(long) || long === monday),
    );
    return new Map(WEEKDAYS.map((code, index) => [code, names[(index + offset) % 7].long]));
  }

  get weekdayOptions() {
    return WEEKDAYS.map((code) => option(code, this.dayNames.get(code) ?? code));
  }

  get chosenWeekdays(): string[] {
    return this.rule.weekdays.length ? this.rule.weekdays : [weekdayOf(this.day)];
  }

  private ordinalText(ordinal: number): string {
    return [labels.last, labels.first, labels.second, labels.third, labels.fourth, labels.last][
      ordinal < 0 ? 0 : ordinal
    ];
  }

  get monthlyOptions() {
    const weekday = weekdayOf(this.day);
    const ordinal = ordinalOf(this.day);
    const nth = ordinal > 4 ? LAST : ordinal;
    const choices = new Map([
      ['DAY', fillLabel(labels.onMonthDay, Number(this.day.slice(8)))],
      [`${nth}${weekday}`, fillLabel(labels.onNth, this.ordinalText(nth), this.dayNames.get(weekday) ?? '')],
    ]);
    const isLastWeek = new Date(`${this.day}T00:00:00Z`).getUTCDate() > 24;
    if (isLastWeek)
      choices.set(`${LAST}${weekday}`, fillLabel(labels.onNth, labels.last, this.dayNames.get(weekday) ?? ''));
    const { monthly, ordinal: chosen, weekday: named } = this.rule;
    if (monthly === 'WEEKDAY' && !choices.has(`${chosen}${named}`)) {
      choices.set(
        `${chosen}${named}`,
        fillLabel(labels.onNth, this.ordinalText(chosen), this.dayNames.get(named) ?? ''),
      );
    }
    return [...choices].map(([value, label]) => option(value, label));
  }

  get monthlyValue(): string {
    return this.rule.monthly === 'DAY' ? 'DAY' : `${this.rule.ordinal}${this.rule.weekday}`;
  }

  /** The rule as people say it. */
  get summary(): string {
    const { frequency, interval, end, count, until } = this.rule;
    if (frequency === 'NONE') return labels.onceSummary;
    if (frequency === 'CUSTOM') return '';
    const how = {
      DAILY: [labels.eachDay, labels.everyNDays],
      WEEKLY: [labels.eachWeek, labels.everyNWeeks],
      MONTHLY: [labels.eachMonth, labels.everyNMonths],
      YEARLY: [labels.eachYear, labels.everyNYears],
    }[frequency];
    const parts = [interval > 1 ? fillLabel(how[1], interval) : how[0]];
    if (frequency === 'WEEKLY') {
      const names = WEEKDAYS.filter((code) => this.chosenWeekdays.includes(code)).map((code) =>
        this.dayNames.get(code)!,
      );
      parts.push(fillLabel(labels.onDays, new Intl.ListFormat(LOCALE).format(names)));
    }
    if (frequency === 'MONTHLY') {
      parts.push(this.monthlyOptions.find(({ value }) => value === this.monthlyValue)?.label ?? '');
    }
    if (end === 'COUNT') parts.push(pluralLabel(Number(count), { one: labels.timeOne, other: labels.times }, LOCALE));
    if (end === 'UNTIL' && until) parts.push(fillLabel(labels.untilDay, dayText(until, LOCALE)));
    return parts.join(', ');
  }

  private change(part: Partial<Rule>) {
    this.rule = { ...this.rule, ...part };
    this.own = ruleText(this.rule);
    this.dispatchEvent(new CustomEvent('rulechange', { detail: this.own }));
  }

  handleFrequency(event: CustomEvent<{ value: string }>) {
    const frequency = event.detail.value as Rule['frequency'];
    this.change({ frequency, custom: frequency === 'CUSTOM' ? ruleText(this.rule) : this.rule.custom });
  }

  handleNumber(event: CustomEvent<{ value: string }>) {
    const field = (event.target as HTMLElement).dataset.field as 'interval' | 'count';
    const value = Math.trunc(Number(event.detail.value));
    if (value >= 1) this.change({ [field]: value });
  }

  handleWeekdays(event: CustomEvent<{ value: string[] }>) {
    this.change({ weekdays: [...event.detail.value] });
  }

  handleMonthly(event: CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    if (value === 'DAY') this.change({ monthly: 'DAY' });
    else this.change({ monthly: 'WEEKDAY', ordinal: Number.parseInt(value, 10), weekday: value.slice(-2) });
  }

  handleEnd(event: CustomEvent<{ value: string }>) {
    this.change({ end: event.detail.value as Rule['end'] });
  }

  handleUntil(event: CustomEvent<{ value: string }>) {
    this.change({ until: event.detail.value ?? '' });
  }

  handleCustom(event: CustomEvent<{ value: string }>) {
    this.change({ custom: event.detail.value });
  }
}
