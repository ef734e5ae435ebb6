import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import ask from '@salesforce/apex/DataDeletionController.ask';
import getState from '@salesforce/apex/DataDeletionController.getState';
import sendLink from '@salesforce/apex/DataDeletionController.sendLink';
import withdraw from '@salesforce/apex/DataDeletionController.withdraw';
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { fillLabel, formatDateTime, formatDay } from 'c/storeFormat';
import { queryParameters, type PageReference } from 'c/storeRoutes';
import type { DataDeletionDto } from 'c/storeTypes';
import { labels } from './labels';

/**
 * Asks for the deletion of the shopper's account and data: says first what goes and what the law keeps, and wants the password
 * again, or the link of an e-mail that stands for it. What was asked can be taken back while it waits.
 */
export default class AccountDeletion extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  /** Locale of the store, for dates. */
  @api locale = 'en-US';

  labels = labels;
  state: DataDeletionDto | null = null;
  /** Of the link that led here; blank without one. */
  secret = '';
  isAsking = false;
  isSent = false;
  problem: string | null = null;
  passwordProblem = '';
  busy = false;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.secret = queryParameters(page).token ?? '';
    this.isAsking = this.isAsking || Boolean(this.secret);
  }

  connectedCallback(): void {
    this.take(() => getState({ storeCode: this.storeCode }));
  }

  get isLocked(): boolean {
    return this.state?.isEditable === false;
  }

  get isClosed(): boolean {
    return !this.isAsking;
  }

  /** They show that it is them: by the link that led here, or a password. */
  get maySubmit(): boolean {
    return Boolean(this.secret || this.state?.hasPassword);
  }

  get maySend(): boolean {
    return !this.isSent;
  }

  get staysText(): string {
    return fillLabel(labels.staysText, String(this.state?.keptYears));
  }

  get losses(): { key: number; text: string }[] {
    return (this.state?.losses ?? []).map((text, key) => ({ key, text }));
  }

  get loses(): boolean {
    return this.losses.length > 0;
  }

  get waits(): boolean {
    return Boolean(this.state?.openOrders);
  }

  get waitsText(): string {
    return fillLabel(labels.waitsText, String(this.state?.openOrders));
  }

  get openText(): string {
    const { requestedAt, dueOn, keepUntil } = this.state as DataDeletionDto;
    return fillLabel(
      labels.openText,
      formatDateTime(requestedAt, this.locale),
      formatDay(dueOn, this.locale),
      formatDay(keepUntil, this.locale),
    );
  }

  get busyText(): string {
    return String(this.busy);
  }

  get submitText(): string {
    return this.busy ? labels.busyLabel : labels.submit;
  }

  async handleOpen(): Promise<void> {
    this.isAsking = true;
    await Promise.resolve();
    this.querySelector<HTMLElement>('[data-goes]')?.focus();
  }

  handleClose(): void {
    this.isAsking = false;
    this.passwordProblem = '';
    this.problem = null;
  }

  async handleLink(): Promise<void> {
    this.isSent = await this.run(() => sendLink({ storeCode: this.storeCode }));
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.querySelector<HTMLElement & { value: string }>('c-password-field');
    const password = this.secret ? null : (field?.value ?? '');
    const done = await this.take(() => ask({ storeCode: this.storeCode, password, secret: this.secret || null }));
    if (done) {
      this.isAsking = false;
      showToast({ message: labels.asked, tone: 'success' });
    }
  }

  async handleKeep(): Promise<void> {
    if (await this.take(() => withdraw({ storeCode: this.storeCode }))) {
      showToast({ message: labels.kept, tone: 'success' });
    }
  }

  /** Takes a step that answers how things stand then. @returns whether it was taken */
  take(send: () => Promise<unknown>): Promise<boolean> {
    return this.run(async () => {
      this.state = (await send()) as DataDeletionDto;
    });
  }

  async run(step: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) {
      return false;
    }
    this.busy = true;
    this.problem = null;
    this.passwordProblem = '';
    try {
      await step();
      return true;
    } catch (error) {
      const failure = toStoreError(error);
      this.passwordProblem = failure.fields?.password ?? '';
      this.problem = this.passwordProblem ? null : failure.message;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
