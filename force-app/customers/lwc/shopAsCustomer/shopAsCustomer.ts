import finish from '@salesforce/apex/AssistedSessionController.finish';
import getPanel from '@salesforce/apex/AssistedSessionController.getPanel';
import start from '@salesforce/apex/AssistedSessionController.start';
import { actionTexts, spanText } from 'c/assistedLog';
import RecordPanel from 'c/recordPanel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import by from '@salesforce/label/c.Customers_Visits_By';
import end from '@salesforce/label/c.Customers_Panel_End';
import intro from '@salesforce/label/c.Customers_Panel_Intro';
import loading from '@salesforce/label/c.Customers_Panel_Loading';
import minutes from '@salesforce/label/c.Customers_Panel_Minutes';
import none from '@salesforce/label/c.Customers_Panel_None';
import notYours from '@salesforce/label/c.Customers_Panel_Not_Yours';
import open from '@salesforce/label/c.Customers_Panel_Open';
import reason from '@salesforce/label/c.Customers_Panel_Reason';
import sessions from '@salesforce/label/c.Customers_Panel_Sessions';
import shop from '@salesforce/label/c.Customers_Panel_Shop';
import startLabel from '@salesforce/label/c.Customers_Panel_Start';
import store from '@salesforce/label/c.Customers_Panel_Store';
import title from '@salesforce/label/c.Customers_Panel_Title';

type Panel = Awaited<ReturnType<typeof getPanel>>;

const USUAL_MINUTES = 30;

/** Begins and ends shopping in the place of a contact, and shows when and why that was done before. */
export default class ShopAsCustomer extends RecordPanel {
  labels = { end, intro, loading, minutes, none, notYours, reason, sessions, shop, start: startLabel, store, title };
  panel: Panel | undefined;
  storeId = '';
  reason = '';
  minutes = USUAL_MINUTES;

  override async read(recordId: string) {
    this.show(await getPanel({ contactId: recordId }));
  }

  private show(panel: Panel) {
    this.panel = panel;
    this.storeId ||= this.stores[0]?.value ?? '';
    this.minutes = Math.min(this.minutes || USUAL_MINUTES, this.mostMinutes);
  }

  get waits(): boolean {
    return this.isLoading || this.isBusy;
  }

  get stores() {
    return this.panel?.stores ?? [];
  }

  get mostMinutes(): number {
    return this.stores.find(({ value }) => value === this.storeId)?.mostMinutes ?? USUAL_MINUTES;
  }

  get canStart(): boolean {
    return this.stores.length > 0;
  }

  get isNotTheirs(): boolean {
    return this.panel?.stores.length === 0;
  }

  get isOpen(): boolean {
    return Boolean(this.panel?.openUntil);
  }

  get openText(): string {
    const until = new Date(this.panel!.openUntil!);
    return fillLabel(open, until.toLocaleTimeString(undefined, { timeStyle: 'short' }));
  }

  get shopUrl(): string | null {
    return this.stores.find(({ value }) => value === this.storeId)?.url ?? null;
  }

  get isEmpty(): boolean {
    return this.panel?.sessions.length === 0;
  }

  get sessions() {
    return (this.panel?.sessions ?? []).map((session) => ({
      ...session,
      by: [session.storeName, fillLabel(by, session.staffName ?? '')].filter(Boolean).join(' · '),
      span: spanText(session.startedAt, session.endsAt, session.isOpen),
      did: actionTexts(session.actions),
    }));
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.storeId = event.detail.value;
    this.minutes = Math.min(this.minutes, this.mostMinutes);
  }

  handleReason(event: CustomEvent<{ value: string }>) {
    this.reason = event.detail.value;
  }

  handleMinutes(event: CustomEvent<{ value: string }>) {
    this.minutes = Number.parseInt(event.detail.value, 10);
  }

  /** A field that is left by the press would take its message away, and the button would move from under the pointer. */
  handlePress(event: Event) {
    event.preventDefault();
  }

  handleSubmit(event: Event) {
    event.preventDefault();
    const { storeId } = this;
    const asked = { contactId: this.recordId, storeId, reason: this.reason, minutes: this.minutes || null };
    this.ask(() => start(asked));
  }

  handleEnd() {
    this.ask(() => finish({ contactId: this.recordId }));
  }

  private async ask(call: () => Promise<Panel>) {
    this.isBusy = true;
    this.errorMessage = '';
    try {
      this.show(await call());
    } catch (error) {
      const { message, fields } = toStoreError(error);
      const shown = ['reason', 'minutes'].filter((name) => this.showAt(`[data-${name}]`, fields?.[name]));
      this.errorMessage = shown.length ? '' : (Object.values(fields ?? {})[0] ?? message);
    } finally {
      this.isBusy = false;
    }
  }
}
