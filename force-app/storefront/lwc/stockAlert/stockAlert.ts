import { LightningElement, api } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import askForAlert from '@salesforce/apex/StockAlertController.askForAlert';
import cancelAlert from '@salesforce/apex/StockAlertController.cancelAlert';
import getAlerts from '@salesforce/apex/StockAlertController.getAlerts';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import type { StockAlertAnswerDto, StockAlertDto } from 'c/storeTypes';
import ask from '@salesforce/label/c.Store_AlertAsk';
import asking from '@salesforce/label/c.Store_AlertAsking';
import back from '@salesforce/label/c.Store_AlertBack';
import cancel from '@salesforce/label/c.Store_AlertCancel';
import cancelled from '@salesforce/label/c.Store_AlertCancelled';
import confirm from '@salesforce/label/c.Store_AlertConfirm';
import email from '@salesforce/label/c.Store_AlertEmail';
import emailWrong from '@salesforce/label/c.Identity_Email_Wrong';
import hint from '@salesforce/label/c.Store_AlertHint';
import waits from '@salesforce/label/c.Store_AlertWaits';
import waitsFor from '@salesforce/label/c.Store_AlertWaitsAt';

/**
 * Lets a shopper be told when a variant is back: whoever signed in by one press, a guest by an address that a link confirms.
 * @fires StockAlert#wait a member waits for the variant now, or no longer; the detail is what they wait for
 */
export default class StockAlert extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api subject = '';
  /** What the member waits for, where whoever shows this knows it; null: it is asked for. */
  @api known: StockAlertDto[] | null = null;

  labels = { ask, cancel, email, hint };
  isGuest = isGuest;
  typed = '';
  error = '';
  problem: string | null = null;
  busy = false;
  /** What came of asking. */
  answer: StockAlertAnswerDto | null = null;
  /** What the member waits for. */
  alerts: StockAlertDto[] = [];
  private shownId = '';

  @api
  get variantId(): string {
    return this.shownId;
  }
  set variantId(value: string) {
    if (value !== this.shownId) {
      this.shownId = value;
      this.answer = null;
      this.problem = null;
      this.error = '';
    }
  }

  connectedCallback(): void {
    if (!isGuest && !this.known) {
      this.loadAlerts();
    }
  }

  async loadAlerts(): Promise<void> {
    try {
      this.alerts = await getAlerts({ storeCode: this.storeCode });
    } catch {
      // Asking again is no harm: it waits once.
    }
  }

  get waiting(): StockAlertDto | undefined {
    return (this.known ?? this.alerts).find(({ variantId }) => variantId === this.shownId);
  }

  /** A sentence instead of the button; blank while nothing was asked. */
  get told(): string {
    const { answer } = this;
    if (answer?.state === 'Back') {
      return back;
    }
    if (answer?.state === 'Confirm') {
      return fillLabel(confirm, this.typed.trim()).replace('  ', ' ');
    }
    if (answer?.email) {
      return fillLabel(waitsFor, answer.email);
    }
    return this.waiting ? waits : '';
  }

  get toldIcon(): string {
    return this.answer?.state === 'Confirm' ? 'mail' : 'check';
  }

  get askText(): string {
    return this.busy ? asking : ask;
  }

  get askLabel(): string {
    return `${ask}: ${this.subject}`;
  }

  get busyText(): string {
    return String(this.busy);
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.typed = event.detail.value;
    this.error = '';
  }

  async handleAsk(event: Event): Promise<void> {
    event.preventDefault();
    this.error = isGuest && !this.typed.trim() ? emailWrong : '';
    if (this.busy || this.error) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      const { storeCode, shownId: variantId } = this;
      this.answer = await askForAlert({ storeCode, variantId, email: isGuest ? this.typed : null });
      announce(this.told);
      if (!isGuest) {
        await this.loadAlerts();
        this.tell();
      }
    } catch (failed) {
      const failure = toStoreError(failed);
      this.error = failure.fields.email ?? '';
      this.problem = this.error ? null : failure.message;
    } finally {
      this.busy = false;
    }
  }

  tell(): void {
    this.dispatchEvent(new CustomEvent('wait', { detail: this.alerts }));
  }

  async handleCancel(): Promise<void> {
    const alertId = this.waiting?.id;
    if (this.busy || !alertId) {
      return;
    }
    this.busy = true;
    try {
      this.alerts = await cancelAlert({ storeCode: this.storeCode, alertId });
      this.answer = null;
      announce(cancelled);
      this.tell();
    } catch (failed) {
      this.problem = toStoreError(failed).message;
    } finally {
      this.busy = false;
    }
  }
}
