import { LightningElement, api } from 'lwc';
import getProof from '@salesforce/apex/FormConsentController.getProof';
import getProofFile from '@salesforce/apex/FormConsentController.getProofFile';
import withdraw from '@salesforce/apex/FormConsentController.withdraw';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel, zonedTime } from 'c/storeFormat';
import type { StoreDto } from 'c/storeTypes';
import { labels } from './labels';

type Proof = Awaited<ReturnType<typeof getProof>>;
type Link = NonNullable<Parameters<typeof getProof>[0]>['form'];

/** What was agreed to and signed in a form, to print and to keep; consents are taken back here. */
export default class FormProof extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api store: StoreDto | null = null;
  /** How the form is opened: by its secret, or as one of the signed-in customer. */
  @api link: Link | null = null;

  labels = labels;
  proof: Proof | null = null;
  problem = '';
  busy = false;
  /** Consent that is about to be taken back. */
  asking = '';
  reason = '';

  async connectedCallback(): Promise<void> {
    try {
      this.proof = await getProof({ storeCode: this.storeCode, form: this.link as Link });
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
  }

  get title(): string {
    return fillLabel(labels.title, this.proof?.title ?? '');
  }

  /** By the store's clock, as staff and the file tell it. */
  private moment(iso: string | null | undefined): string {
    return zonedTime(iso, this.proof?.timeZone, this.store?.locale);
  }

  get facts() {
    const { proof } = this;
    if (!proof) return [];
    return [
      { label: labels.reference, value: proof.reference },
      { label: labels.version, value: `${proof.versionNumber}, ${this.moment(proof.publishedAt)}` },
      { label: labels.signer, value: proof.signer },
      { label: labels.sent, value: this.moment(proof.sentAt) },
      { label: labels.order, value: proof.orderNumber },
      { label: labels.attendee, value: proof.attendee },
      { label: labels.fingerprint, value: proof.fingerprint },
    ].filter(({ value }) => value);
  }

  get entries() {
    return (this.proof?.entries ?? []).map((entry) => ({
      ...entry,
      key: entry.answerId,
      drawingLabel: `${labels.drawing}: ${entry.answer ?? ''}`,
      isAsking: entry.answerId === this.asking,
      offersWithdrawal: entry.mayWithdraw && entry.answerId !== this.asking,
      facts: [
        { label: labels.answer, value: entry.answer },
        { label: labels.given, value: this.moment(entry.givenAt) },
        { label: labels.replaced, value: this.moment(entry.replacedAt) },
        { label: labels.withdrawn, value: this.moment(entry.withdrawnAt) },
        { label: labels.withdrawnBy, value: entry.withdrawnBy === 'Customer' ? labels.customer : entry.withdrawnBy },
        { label: labels.reason, value: entry.reason },
      ].filter(({ value }) => value),
    }));
  }

  get busyText(): string {
    return String(this.busy);
  }

  handleAsk(event: Event): void {
    this.asking = (event.currentTarget as HTMLElement).dataset.answer ?? '';
    this.reason = '';
    Promise.resolve().then(() => this.querySelector<HTMLElement>('[data-reason]')?.focus());
  }

  handleKeep(): void {
    const { asking } = this;
    this.asking = '';
    Promise.resolve().then(() => this.querySelector<HTMLElement>(`[data-answer="${asking}"]`)?.focus());
  }

  handleReason(event: Event): void {
    this.reason = (event.target as HTMLInputElement).value;
  }

  async handleWithdraw(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      const { storeCode, link, asking, reason } = this;
      this.proof = await withdraw({ storeCode, form: link as Link, answerId: asking, reason: reason || null });
      this.asking = '';
      announce(labels.done);
    } catch (error) {
      this.problem = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }

  handlePrint(): void {
    window.print();
  }

  async handleFile(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      const content = await getProofFile({ storeCode: this.storeCode, form: this.link as Link });
      const anchor = document.createElement('a');
      anchor.href = `data:application/pdf;base64,${content}`;
      anchor.download = `${this.proof?.reference}.pdf`;
      anchor.click();
    } catch (error) {
      this.problem = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }
}
