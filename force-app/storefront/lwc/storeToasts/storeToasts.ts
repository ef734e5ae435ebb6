import { LightningElement, api } from 'lwc';
import { dismissToast, subscribe, type Toast } from 'c/storeEvents';
import dismiss from '@salesforce/label/c.Store_Dismiss';

interface ShownToast extends Toast {
  key: number;
  toastClass: string;
}

const PLAIN_SECONDS = 5;
/** Long enough to read the message and reach its button. */
const ACTION_SECONDS = 10;

/**
 * The live region and the short messages of the page. A modal dialog makes the page behind it unreachable, so each
 * dialog has its own; what is answered in one goes from the others.
 */
export default class StoreToasts extends LightningElement {
  static renderMode = 'light' as const;

  /** A message to start with. */
  @api first: Toast | null = null;
  /** Somebody else says what is announced. */
  @api quiet = false;

  toasts: ShownToast[] = [];
  announcement = '';
  labels = { dismiss };

  nextKey = 1;
  ends: (() => void)[] = [];
  timers = new Map<number, number>();
  sources = new Map<number, Toast>();

  connectedCallback(): void {
    this.ends = [
      subscribe('toast', (toast) => this.add(toast)),
      subscribe('dismissToast', (toast) => this.removeSource(toast)),
      subscribe('announce', (text) => {
        this.announcement = text;
      }),
    ];
    if (this.first) {
      this.add(this.first);
    }
  }

  get speaks(): boolean {
    return !this.quiet;
  }

  disconnectedCallback(): void {
    this.ends.forEach((end) => end());
    this.timers.forEach((timer) => window.clearTimeout(timer));
    this.timers.clear();
  }

  add(toast: Toast): void {
    const key = this.nextKey++;
    this.sources = new Map([[key, toast]]);
    // One message at a time: an older one would offer an undo for what is no longer the last action.
    this.toasts = [{ ...toast, key, toastClass: `toast ${toast.tone ?? 'info'}` }];
    this.startTimer(key, toast.action || toast.isLong ? ACTION_SECONDS : PLAIN_SECONDS);
  }

  startTimer(key: number, seconds: number): void {
    this.timers.forEach((timer) => window.clearTimeout(timer));
    this.timers.clear();
    this.timers.set(
      key,
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- a message goes by itself; the timer ends with the component
      window.setTimeout(() => this.remove(key), seconds * 1000),
    );
  }

  remove(key: number): void {
    window.clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.toasts = this.toasts.filter((toast) => toast.key !== key);
  }

  removeSource(toast: Toast): void {
    for (const [key, source] of this.sources) {
      if (source === toast) {
        this.remove(key);
      }
    }
  }

  keyOf(event: Event): number {
    return Number((event.currentTarget as HTMLElement).dataset.key);
  }

  handleAction(event: Event): void {
    const toast = this.sources.get(this.keyOf(event));
    if (toast) {
      dismissToast(toast);
      toast.action?.();
    }
  }

  handleDismiss(event: Event): void {
    const toast = this.sources.get(this.keyOf(event));
    if (toast) {
      dismissToast(toast);
    }
  }

  /** Someone reading or tabbing through the message has all the time they need. */
  handlePause(): void {
    this.timers.forEach((timer) => window.clearTimeout(timer));
  }

  handleResume(event: Event): void {
    this.startTimer(this.keyOf(event), PLAIN_SECONDS);
  }
}
