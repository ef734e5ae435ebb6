import { LightningElement, api } from 'lwc';
import getProof from '@salesforce/apex/FormProofController.getProof';
import getProofFile from '@salesforce/apex/FormProofController.getProofFile';
import withdraw from '@salesforce/apex/FormProofController.withdraw';
import { storeTime } from 'c/formModel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Proof = Awaited<ReturnType<typeof getProof>>;
interface Fact {
  label: string;
  value: string;
}

const CUSTOMER = 'Customer';
const known = (facts: [string, string | null | undefined][]): Fact[] =>
  facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));

/**
 * What one person agreed to and signed: the words, the version, the time, and what became of it. Staff take a consent back for the person.
 * @fires FormSubmissionProof#withdrawn
 */
export default class FormSubmissionProof extends LightningElement {
  /** Whether the user may take consents back. */
  @api mayWithdraw = false;

  labels = labels;
  proof: Proof | null = null;
  errorMessage = '';
  news = '';
  isBusy = false;
  /** Consent that is about to be taken back. */
  asking = '';
  reason = '';
  private shownId = '';
  private focused = '';

  /** Submission whose proof is shown. */
  @api
  get recordId(): string {
    return this.shownId;
  }
  set recordId(id: string) {
    this.shownId = id;
    this.proof = null;
    this.attempt(async () => {
      const proof = await getProof({ submissionId: id });
      if (id === this.shownId) this.proof = proof;
    });
  }

  /** The focus follows what was asked for. */
  renderedCallback(): void {
    if (!this.focused) return;
    const field = this.template?.querySelector<HTMLElement>(this.focused);
    this.focused = '';
    field?.focus();
  }

  private async attempt(step: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.news = '';
    try {
      await step();
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isBusy = false;
    }
  }

  private moment(text: string | null | undefined): string {
    return storeTime(text, this.proof?.timeZone);
  }

  get isLoading(): boolean {
    return !this.proof && !this.errorMessage;
  }

  get title(): string {
    return fillLabel(labels.title, this.proof?.title ?? '');
  }

  get facts(): Fact[] {
    const { proof } = this;
    if (!proof) return [];
    return known([
      [labels.signer, proof.signer],
      [labels.sent, this.moment(proof.sentAt)],
      [labels.version, `${proof.versionNumber}, ${this.moment(proof.publishedAt)}`],
      [labels.language, proof.language],
      [labels.reference, proof.reference],
      [labels.store, proof.storeName],
      [labels.order, proof.orderNumber],
      [labels.attendee, proof.attendee],
    ]);
  }

  get fingerprint(): string {
    return `${labels.fingerprint}: SHA-256 ${this.proof?.fingerprint ?? ''}`;
  }

  get entries() {
    return (this.proof?.entries ?? []).map((entry) => {
      const [heading, ...rest] = (entry.wording ?? '').split('\n');
      const key = entry.answerId ?? '';
      return {
        key,
        heading,
        words: rest.join('\n'),
        drawing: entry.drawing,
        drawingLabel: `${labels.drawing}: ${entry.answer ?? ''}`,
        isAsking: key === this.asking,
        offersWithdrawal: this.mayWithdraw && entry.mayWithdraw && key !== this.asking,
        facts: known([
          [labels.answer, entry.answer],
          [labels.given, this.moment(entry.givenAt)],
          [labels.replaced, this.moment(entry.replacedAt)],
          [labels.withdrawn, this.moment(entry.withdrawnAt)],
          [labels.withdrawnBy, entry.withdrawnBy === CUSTOMER ? labels.customer : entry.withdrawnBy],
          [labels.reason, entry.reason],
        ]),
      };
    });
  }

  handleAsk(event: Event): void {
    this.asking = (event.currentTarget as HTMLElement).dataset.answer ?? '';
    this.reason = '';
    this.focused = '[data-reason]';
  }

  handleKeep(): void {
    this.focused = `[data-answer="${this.asking}"]`;
    this.asking = '';
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleWithdraw(): Promise<void> {
    return this.attempt(async () => {
      const { shownId, asking, reason } = this;
      this.proof = await withdraw({ submissionId: shownId, answerId: asking, reason: reason || null });
      this.asking = '';
      this.news = labels.done;
      this.focused = '[data-news]';
      this.dispatchEvent(new CustomEvent('withdrawn'));
    });
  }

  handleFile(): Promise<void> {
    return this.attempt(async () => {
      const content = await getProofFile({ submissionId: this.shownId });
      const anchor = document.createElement('a');
      anchor.href = `data:application/pdf;base64,${content}`;
      anchor.download = `${this.proof?.reference}.pdf`;
      anchor.click();
    });
  }
}
