import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { toStoreError, type StoreError } from 'c/storeErrors';

/** An input that shows a message of its own. */
type Validated = HTMLElement & { setCustomValidity(text: string): void; reportValidity(): boolean };

/**
 * Base of the panels on a record page: reads for its record, takes one step at a time, and says what came of it. The panels
 * of a page follow each other: a step of one tells the page, and the others read again.
 */
export default class RecordPanel extends LightningElement {
  /** Why the panel shows nothing; blank when it could be read. */
  errorMessage = '';
  isLoading = true;
  isBusy = false;
  private currentId = '';
  private refreshId: string | null = null;

  @api
  get recordId(): string {
    return this.currentId;
  }
  set recordId(value: string) {
    this.currentId = value;
    this.load();
  }

  connectedCallback() {
    this.refreshId = registerRefreshHandler(this, () => this.follow());
  }

  disconnectedCallback() {
    if (this.refreshId) unregisterRefreshHandler(this.refreshId);
  }

  /** Reads again after something else on the page changed; what is being typed stays. */
  async follow(): Promise<string> {
    if (this.isBusy || !this.currentId) return 'complete';
    try {
      await this.read(this.currentId);
      return 'complete';
    } catch {
      return 'completeWithErrors';
    }
  }

  /** Reads what the panel shows; every panel has its own. */
  read(_recordId: string): Promise<void> {
    return Promise.resolve();
  }

  async load(): Promise<void> {
    this.isLoading = true;
    try {
      await this.read(this.currentId);
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  /**
   * Takes a step, tells in a toast that it is done, and lets the rest of the page follow.
   * @param refused told of a failure; returns true when it shows it itself, else a toast does
   * @returns whether the step was taken
   */
  async perform(
    step: () => Promise<void>,
    message: string,
    refused?: (failure: StoreError) => boolean,
  ): Promise<boolean> {
    this.isBusy = true;
    try {
      await step();
      this.dispatchEvent(new ShowToastEvent({ message, variant: 'success' }));
      await this.tellPage();
      return true;
    } catch (error) {
      const failure = toStoreError(error);
      if (!refused?.(failure)) {
        this.dispatchEvent(new ShowToastEvent({ message: failure.message, variant: 'error', mode: 'sticky' }));
      }
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  /** The record's own fields and the other panels read again. */
  async tellPage(): Promise<void> {
    if (this.currentId) await notifyRecordUpdateAvailable([{ recordId: this.currentId }]);
    this.dispatchEvent(new RefreshEvent());
  }

  /** What was typed into the input that the selector finds; blank when it is not there. */
  typed(selector: string): string {
    return this.template?.querySelector<HTMLElement & { value?: string | null }>(selector)?.value ?? '';
  }

  /**
   * Puts a message of the server at the input that the selector finds, or takes it away; `handleType` takes it away once
   * something else is typed there.
   * @returns whether a message is shown
   */
  showAt(selector: string, message: string | undefined): boolean {
    const input = this.template?.querySelector<Validated>(selector);
    input?.setCustomValidity(message ?? '');
    input?.reportValidity();
    return Boolean(input && message);
  }

  handleType(event: Event): void {
    (event.currentTarget as Validated).setCustomValidity('');
  }
}
