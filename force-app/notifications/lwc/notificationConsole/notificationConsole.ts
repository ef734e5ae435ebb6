import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import getNotifications from '@salesforce/apex/NotificationController.getNotifications';
import getStores from '@salesforce/apex/NotificationController.getStores';
import previewNotification from '@salesforce/apex/NotificationController.previewNotification';
import saveNotification from '@salesforce/apex/NotificationController.saveNotification';
import sendTest from '@salesforce/apex/NotificationController.sendTest';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels, NAMES } from './labels';

type Notification = Awaited<ReturnType<typeof getNotifications>>[number];
type Content = NonNullable<Awaited<ReturnType<typeof previewNotification>>>;

/** Milliseconds without typing before the preview follows. */
const PAUSE = 400;
const PHONE = 'phone';
const DESKTOP = 'desktop';

/** What a store writes to its customers about their orders: whether, and in which words, with a look at the e-mail. */
export default class NotificationConsole extends LightningElement {
  labels = labels;
  names = NAMES.map(({ name, label }) => ({ name, label, text: `{${name}}` }));
  stores: { value: string; label: string }[] = [];
  storeId = '';
  notifications: Notification[] = [];
  /** The one that is being written, as it is typed. */
  draft: Notification | null = null;
  problems: Record<string, string> = {};
  preview: Content | null = null;
  width = DESKTOP;
  isLoading = true;
  isBusy = false;
  errorMessage = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;
  /** Field that was typed into last: names are put there. */
  private field: 'subject' | 'message' = 'message';

  async connectedCallback(): Promise<void> {
    try {
      const stores = await getStores();
      this.stores = stores.map(({ id, name }) => ({ value: id ?? '', label: name ?? '' }));
      if (this.stores[0]) await this.open(this.stores[0].value);
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
    this.isLoading = false;
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private async open(storeId: string): Promise<void> {
    this.storeId = storeId;
    this.notifications = await getNotifications({ storeId });
    this.choose(this.draft?.type ?? this.notifications[0]?.type ?? '');
  }

  private choose(type: string): void {
    const chosen = this.notifications.find((one) => one.type === type);
    this.draft = chosen ? { ...chosen } : null;
    this.problems = {};
    this.look();
  }

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && !this.stores.length;
  }

  get hasChoice(): boolean {
    return this.stores.length > 1;
  }

  get rows() {
    return this.notifications.map((one) => ({
      ...one,
      isCurrent: one.type === this.draft?.type ? 'true' : undefined,
      className: one.type === this.draft?.type ? 'entry current' : 'entry',
      state: one.isActive ? labels.on : labels.off,
      isOwn: Boolean(one.subject || one.message),
    }));
  }

  /** The words that are sent: one's own, or the usual ones; a field that was emptied stays empty until it is saved. */
  get subject(): string {
    return this.draft?.subject ?? this.draft?.usualSubject ?? '';
  }

  get message(): string {
    return this.draft?.message ?? this.draft?.usualMessage ?? '';
  }

  get isUnchanged(): boolean {
    const kept = this.notifications.find((one) => one.type === this.draft?.type);
    return (
      this.isBusy ||
      (kept?.isActive === this.draft?.isActive &&
        (kept?.subject ?? '') === (this.draft?.subject ?? '') &&
        (kept?.message ?? '') === (this.draft?.message ?? ''))
    );
  }

  get isUsual(): boolean {
    return this.draft?.subject == null && this.draft?.message == null;
  }

  get cannotTest(): boolean {
    return this.isBusy || !this.preview;
  }

  get widths() {
    return [
      { value: DESKTOP, label: labels.desktop },
      { value: PHONE, label: labels.phone },
    ];
  }

  get mailClass(): string {
    return this.width === PHONE ? 'mail phone' : 'mail';
  }

  get shown() {
    const { preview } = this;
    if (!preview) return null;
    return {
      ...preview,
      paragraphs: (preview.paragraphs ?? []).map((text, key) => ({ key, text })),
      sections: (preview.sections ?? []).map(({ heading, rows }, key) => ({
        key,
        heading,
        rows: (rows ?? []).map((row, index) => ({ ...row, key: index, className: row.isTotal ? 'total' : '' })),
      })),
    };
  }

  async handleStore(event: CustomEvent<{ value: string }>): Promise<void> {
    await this.attempt(() => this.open(event.detail.value));
  }

  handleChoose(event: Event): void {
    this.choose((event.currentTarget as HTMLElement).dataset.type ?? '');
  }

  handleActive(event: CustomEvent<{ checked: boolean }>): void {
    this.change({ isActive: event.detail.checked });
  }

  handleWords(event: CustomEvent<{ value: string }>): void {
    const field = (event.target as HTMLElement).dataset.field as 'subject' | 'message';
    this.field = field;
    const { value } = event.detail;
    const usual = field === 'subject' ? this.draft?.usualSubject : this.draft?.usualMessage;
    this.change({ [field]: value === usual ? null : value });
  }

  handleFocus(event: Event): void {
    this.field = (event.target as HTMLElement).dataset.field as 'subject' | 'message';
  }

  /** Names go to the end of what was typed into last. */
  handleName(event: Event): void {
    const { text = '' } = (event.currentTarget as HTMLElement).dataset;
    this.change({ [this.field]: `${this[this.field]} ${text}`.trim() });
  }

  handleUsual(): void {
    this.change({ subject: null, message: null } as unknown as Partial<Notification>);
  }

  handleWidth(event: CustomEvent<{ value: string }>): void {
    this.width = event.detail.value;
  }

  async handleSave(): Promise<void> {
    const { storeId, draft } = this;
    await this.attempt(async () => {
      this.notifications = await saveNotification({ storeId, draft });
      this.choose(draft?.type ?? '');
      this.dispatchEvent(new ShowToastEvent({ message: labels.saved, variant: 'success' }));
    });
  }

  async handleTest(): Promise<void> {
    const { storeId, draft } = this;
    await this.attempt(async () => {
      const address = await sendTest({ storeId, draft });
      this.dispatchEvent(new ShowToastEvent({ message: fillLabel(labels.testSent, address), variant: 'success' }));
    });
  }

  private change(fields: Partial<Notification>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...fields };
    this.problems = {};
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the next letter; the timer ends with the component
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  /** Shows the e-mail as it would be; of answers that overtake each other the last one counts. */
  private async look(): Promise<void> {
    const turn = ++this.turn;
    const { storeId, draft } = this;
    if (!draft) return;
    try {
      const preview = await previewNotification({ storeId, draft });
      if (turn === this.turn) this.preview = preview;
    } catch (error) {
      if (turn === this.turn) this.tell(error);
    }
  }

  private async attempt(step: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    try {
      await step();
      this.errorMessage = '';
    } catch (error) {
      this.tell(error);
    } finally {
      this.isBusy = false;
    }
  }

  /** What is wrong with a field stands there, everything else above. */
  private tell(error: unknown): void {
    const { message, fields } = toStoreError(error);
    this.problems = fields;
    this.errorMessage = Object.keys(fields).length ? '' : message;
  }
}
