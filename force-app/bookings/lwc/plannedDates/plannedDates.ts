import { api, LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { wallText } from 'c/scheduleModel';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

export interface PlannedDate {
  localStart: string;
  isShifted?: boolean;
  exists?: boolean;
  conflict?: string | null;
  closure?: string | null;
  isLeftOut?: boolean;
  skipped?: string | null;
}

const SHOWN = 60;

/** Dates of a rule before they are made. Tells `leaveout` and `putback` with the wall times that are to be left out, or no more. */
export default class PlannedDates extends LightningElement {
  labels = labels;
  @api dates: PlannedDate[] = [];
  @api disabled = false;

  get rows() {
    return this.dates.slice(0, SHOWN).map((one) => {
      const isDate = !one.skipped && !one.isLeftOut;
      const shifted = one.isShifted ? labels.shifted : null;
      const notes = [one.skipped, one.isLeftOut ? labels.leftOut : null, one.conflict, one.closure, shifted];
      const when = wallText(one.localStart, LOCALE);
      return {
        key: one.localStart,
        when,
        note: notes.filter(Boolean).join(' ') || (one.exists ? labels.exists : ''),
        className: `when${isDate ? '' : ' off'}`,
        noteClass: one.conflict || one.closure ? 'warning' : 'weak',
        mayLeaveOut: isDate && !one.exists && !this.disabled,
        mayPutBack: Boolean(one.isLeftOut) && !this.disabled,
        leaveOutName: fillLabel(labels.leaveOutName, when),
        putBackName: fillLabel(labels.putBackName, when),
      };
    });
  }

  get summary(): string {
    const made = this.dates.filter(({ skipped, isLeftOut }) => !skipped && !isLeftOut).length;
    return fillLabel(labels.summary, made, this.dates.length - made);
  }

  get more(): string {
    return this.dates.length > SHOWN ? fillLabel(labels.more, this.dates.length - SHOWN) : '';
  }

  private get closed(): string[] {
    return this.dates
      .filter(({ closure, conflict, exists, isLeftOut }) => (closure || conflict) && !exists && !isLeftOut)
      .map(({ localStart }) => localStart);
  }

  get hasClosed(): boolean {
    return this.closed.length > 0 && !this.disabled;
  }

  handleClosed() {
    this.tell('leaveout', this.closed);
  }

  handleLeaveOut(event: Event) {
    this.tell('leaveout', [(event.currentTarget as HTMLElement).dataset.at ?? '']);
  }

  handlePutBack(event: Event) {
    this.tell('putback', [(event.currentTarget as HTMLElement).dataset.at ?? '']);
  }

  private tell(name: string, detail: string[]) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
