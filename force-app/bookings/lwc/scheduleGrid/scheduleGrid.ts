import { api, LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { dayText, weekdays } from 'c/bookingClock';
import { dayOf, lanesOf, minutesOf, timeText, wallOf } from 'c/scheduleModel';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

/** Height of an hour, and what a drop is rounded to. */
const HOUR_REM = 3;
const STEP = 15;
/** Height from which an event has room for all its lines, and for two. */
const TALL_REM = 3.75;
const SHORT_REM = 2.25;
const MORE_THAN = 4;

export interface GridItem {
  id: string;
  title: string;
  place?: string | null;
  state: string;
  localStart: string;
  localEnd: string;
  taken?: number | null;
  sellable?: number | null;
  mayChange?: boolean;
  /** Columns that it stands in; a column of days is its day. */
  columns?: string[];
}

/** A column of a day or a week: a day, a room or a person. */
export interface GridColumn {
  key: string;
  label: string;
  day: string;
  isToday?: boolean;
}

export interface GridClosure {
  column: string;
  name: string;
  localStart: string;
  localEnd: string;
}

/** What is dropped, or clicked: a wall time in a column. */
export interface GridPlace {
  id?: string;
  column: string;
  fromColumn?: string;
  localStart: string;
}

const linesOf = (...texts: string[]) =>
  texts.filter(Boolean).map((text, at) => ({ key: String(at), text, className: at ? 'line' : 'line title' }));

/** What an event of that height has room for: three lines and how full it is; two lines; or one. */
function fitting<T extends { title: string; time: string; fill: string; hasBar: boolean }>(event: T, height: number) {
  if (height >= TALL_REM) return { ...event, lines: linesOf(event.title, event.time, event.fill) };
  const when = [event.time, event.fill].filter(Boolean).join(' · ');
  if (height >= SHORT_REM) return { ...event, hasBar: false, lines: linesOf(event.title, when) };
  return { ...event, hasBar: false, lines: linesOf(`${event.title} · ${when}`) };
}

/**
 * Sessions in columns of hours, or in the days of a month. Speaks of wall times alone: each session stands where the clocks of its place show it.
 * Tells `open` with an Id, `move` and `plan` with a GridPlace, `day` with a day of which more is wanted.
 */
export default class ScheduleGrid extends LightningElement {
  labels = labels;
  /** Month, or Hours. */
  @api view: 'Month' | 'Hours' = 'Hours';
  @api columns: GridColumn[] = [];
  @api items: GridItem[] = [];
  @api closures: GridClosure[] = [];
  /** Of the month view: its weeks, and which month it is. */
  @api weeks: string[][] = [];
  @api month = '';
  @api today = '';
  /** New sessions can be planned by a click. */
  @api mayPlan = false;
  /** Id of the session whose details are shown. */
  @api selected: string | null = null;

  private dragged: { id: string; column: string; grabbed: number } | null = null;
  private overKey: string | null = null;

  get isMonth(): boolean {
    return this.view === 'Month';
  }

  get weekdayNames() {
    return weekdays(LOCALE);
  }

  /** First and last hour that are shown: usual hours, and whatever lies beyond them. */
  private get range(): [number, number] {
    let first = 8;
    let last = 20;
    for (const { localStart, localEnd } of this.items) {
      first = Math.min(first, Math.floor(minutesOf(localStart) / 60));
      const end = dayOf(localEnd) > dayOf(localStart) ? 1440 : minutesOf(localEnd);
      last = Math.max(last, Math.ceil(end / 60));
    }
    return [first, last];
  }

  get hours() {
    const [first, last] = this.range;
    return Array.from({ length: last - first }, (_, index) => {
      const hour = first + index;
      return {
        key: String(hour),
        label: timeText(wallOf('2026-01-01', hour * 60), LOCALE),
        style: `top: ${index * HOUR_REM}rem`,
      };
    });
  }

  get bodyStyle(): string {
    const [first, last] = this.range;
    return `height: ${(last - first) * HOUR_REM}rem`;
  }

  get gridStyle(): string {
    return `grid-template-columns: 4rem repeat(${this.columns.length}, minmax(7rem, 1fr))`;
  }

  get hourColumns() {
    const [first, last] = this.range;
    const top = (minutes: number) => ((minutes - first * 60) / 60) * HOUR_REM;
    const clamp = (minutes: number) => Math.min(Math.max(minutes, first * 60), last * 60);
    return this.columns.map((column) => {
      const own = this.items
        .filter((item) => dayOf(item.localStart) === column.day && (!item.columns || item.columns.includes(column.key)))
        .map((item) => ({
          item,
          start: minutesOf(item.localStart),
          end: dayOf(item.localEnd) > column.day ? last * 60 : minutesOf(item.localEnd),
        }));
      return {
        ...column,
        headClass: `head${column.isToday ? ' today' : ''}`,
        bodyClass: `column${this.overKey === column.key ? ' over' : ''}`,
        closures: this.closures
          .filter((closure) => closure.column === column.key)
          .filter((closure) => dayOf(closure.localStart) <= column.day && dayOf(closure.localEnd) >= column.day)
          .map((closure, index) => {
            const start = clamp(dayOf(closure.localStart) < column.day ? 0 : minutesOf(closure.localStart));
            const end = clamp(dayOf(closure.localEnd) > column.day ? 1440 : minutesOf(closure.localEnd));
            return {
              key: `${column.key}${index}`,
              text: fillLabel(labels.closed, closure.name),
              style: `top: ${top(start)}rem; height: ${top(end) - top(start)}rem`,
              isShown: end > start,
            };
          })
          .filter(({ isShown }) => isShown),
        events: lanesOf(own).map(({ item: { item }, start, end, lane, lanes }) => {
          const height = Math.max(top(end) - top(start), 1.5);
          return {
            ...fitting(this.eventOf(item), height),
            key: `${column.key}${item.id}`,
            style: `top: ${top(start)}rem; height: ${height}rem; inset-inline-start: ${(lane / lanes) * 100}%; width: ${100 / lanes}%`,
          };
        }),
      };
    });
  }

  private eventOf(item: GridItem) {
    const limited = typeof item.sellable === 'number';
    const time = `${timeText(item.localStart, LOCALE)} – ${timeText(item.localEnd, LOCALE)}`;
    const fill = limited ? fillLabel(labels.fill, item.taken ?? 0, item.sellable ?? 0) : '';
    const state = (labels as Record<string, string>)[`state${item.state}`] ?? item.state;
    const share = limited && item.sellable ? Math.min(100, Math.round(((item.taken ?? 0) * 100) / item.sellable)) : 0;
    return {
      id: item.id,
      title: item.title,
      time,
      fill,
      state,
      isDraggable: item.mayChange ? 'true' : 'false',
      isPressed: String(item.id === this.selected),
      className: `event ${item.state.toLowerCase()}${item.id === this.selected ? ' selected' : ''}`,
      barStyle: `width: ${share}%`,
      hasBar: limited,
      more: [item.place, state].filter(Boolean).join(', '),
    };
  }

  get monthRows() {
    return this.weeks.map((week) => ({
      key: week[0],
      days: week.map((day) => {
        const own = this.items
          .filter((item) => dayOf(item.localStart) === day)
          .sort((one, two) => one.localStart.localeCompare(two.localStart));
        const shown = own.length > MORE_THAN ? own.slice(0, MORE_THAN - 1) : own;
        const isOther = day.slice(0, 7) !== this.month;
        return {
          day,
          number: String(Number(day.slice(8))),
          label: dayText(day, LOCALE),
          className: `cell${isOther ? ' other' : ''}${day === this.today ? ' today' : ''}${this.overKey === day ? ' over' : ''}`,
          closed: this.closures
            .filter(({ localStart, localEnd }) => dayOf(localStart) <= day && localEnd > `${day}T12:00`)
            .map(({ name }, index) => ({ key: `${day}${index}`, text: fillLabel(labels.closed, name) })),
          events: shown.map((item) => ({
            ...this.eventOf(item),
            key: day + item.id,
            start: timeText(item.localStart, LOCALE),
          })),
          more: own.length > shown.length ? fillLabel(labels.more, own.length - shown.length) : '',
        };
      }),
    }));
  }

  private itemOf(id: string | undefined): GridItem | undefined {
    return this.items.find((item) => item.id === id);
  }

  handleOpen(event: Event) {
    event.stopPropagation();
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: id }));
  }

  handleDay(event: Event) {
    event.stopPropagation();
    const { day } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('day', { detail: day }));
  }

  handleDragStart(event: DragEvent) {
    const element = event.currentTarget as HTMLElement;
    const { id = '', column = '' } = element.dataset;
    this.dragged = { id, column, grabbed: event.clientY - element.getBoundingClientRect().top };
    if (event.dataTransfer) {
      event.dataTransfer.setData('text/plain', id);
      event.dataTransfer.effectAllowed = 'move';
    }
  }

  handleDragEnd() {
    this.dragged = null;
    this.overKey = null;
  }

  handleDragOver(event: DragEvent) {
    if (!this.dragged) return;
    event.preventDefault();
    this.overKey = (event.currentTarget as HTMLElement).dataset.column ?? null;
  }

  handleDrop(event: DragEvent) {
    event.preventDefault();
    const { dragged } = this;
    const item = this.itemOf(dragged?.id);
    const target = event.currentTarget as HTMLElement;
    this.handleDragEnd();
    if (!dragged || !item) return;
    const { column = '', day = '' } = target.dataset;
    const localStart = this.isMonth
      ? `${day}${item.localStart.slice(10)}`
      : wallOf(day, this.minutesAt(target, event.clientY - dragged.grabbed));
    if (localStart === item.localStart && column === dragged.column) return;
    this.tell('move', { id: item.id, column, fromColumn: dragged.column, localStart });
  }

  handlePlan(event: MouseEvent) {
    if (!this.mayPlan) return;
    const target = event.currentTarget as HTMLElement;
    const { column = '', day = '' } = target.dataset;
    // A click begins the half hour that it is in.
    const minutes = this.isMonth ? 540 : Math.floor(this.minutesAt(target, event.clientY, 1) / 30) * 30;
    this.tell('plan', { column, localStart: wallOf(day, minutes) });
  }

  private minutesAt(target: HTMLElement, y: number, step = STEP): number {
    const { top, height } = target.getBoundingClientRect();
    const [first, last] = this.range;
    const minutes = first * 60 + (height ? ((y - top) / height) * (last - first) * 60 : 0);
    return Math.min(Math.max(Math.round(minutes / step) * step, 0), 1439);
  }

  private tell(name: string, detail: GridPlace) {
    this.dispatchEvent(new CustomEvent<GridPlace>(name, { detail }));
  }
}
