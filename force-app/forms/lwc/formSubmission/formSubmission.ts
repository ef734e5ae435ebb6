import { LightningElement, api } from 'lwc';
import getSubmission from '@salesforce/apex/FormSubmissionController.getSubmission';
import { labelOf, ORIGINS, STATES, storeTime } from 'c/formModel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Submission = Awaited<ReturnType<typeof getSubmission>>;
type Answer = Submission['answers'][number];

/** Types of questions whose answers are proven. */
const PROVEN = new Set(['consent', 'signature']);

/** A day is no moment: it is the same everywhere. */
const day = (text: string | null | undefined): string =>
  text ? new Date(`${text}T00:00:00Z`).toLocaleDateString(undefined, { dateStyle: 'medium', timeZone: 'UTC' }) : '';

/** What one person answered, in the words in which it was asked, with what it was before and how long it is kept. */
export default class FormSubmission extends LightningElement {
  labels = labels;
  found: Submission | null = null;
  errorMessage = '';
  /** Whether the proof stands there instead of the answers. */
  isProving = false;
  private shownId = '';
  private focused = '';

  /** Submission that is shown. */
  @api
  get recordId(): string {
    return this.shownId;
  }
  set recordId(id: string) {
    this.shownId = id;
    this.isProving = false;
    this.load();
  }

  /** The focus goes along from the answers to the proof, and back. */
  renderedCallback(): void {
    if (!this.focused) return;
    const button = this.template?.querySelector<HTMLElement>(this.focused);
    this.focused = '';
    button?.focus();
  }

  private async load(): Promise<void> {
    const id = this.shownId;
    this.found = null;
    this.errorMessage = '';
    if (!id) return;
    try {
      const found = await getSubmission({ submissionId: id });
      // Whoever has gone on to another one sees that.
      if (id === this.shownId) this.found = found;
    } catch (error) {
      if (id === this.shownId) this.errorMessage = toStoreError(error).message;
    }
  }

  private moment(text: string | null | undefined): string {
    return storeTime(text, this.found?.submission?.timeZone);
  }

  get isLoading(): boolean {
    return !this.found && !this.errorMessage;
  }

  get title(): string {
    return this.found?.submission?.reference ?? '';
  }

  get facts(): { key: string; label: string; value: string; href: string | null }[] {
    const { found } = this;
    const row = found?.submission;
    if (!found || !row) return [];
    const fact = (key: string, label: string, value: string | null | undefined, href: string | null = null) => ({
      key,
      label,
      value: value ?? '',
      href,
    });
    return [
      fact('form', labels.form, `${row.formName}, ${fillLabel(labels.version, row.versionNumber ?? '')}`),
      fact('status', labels.status, labelOf(STATES, row.status)),
      fact('place', labels.place, labelOf(ORIGINS, row.place)),
      fact('sent', row.sentAt ? labels.sent : labels.open, this.moment(row.sentAt ?? row.createdAt)),
      fact('customer', labels.customer, row.customer ?? row.email, row.contactId ? `/${row.contactId}` : null),
      fact('email', labels.email, row.customer ? row.email : null, row.email ? `mailto:${row.email}` : null),
      fact('order', labels.order, row.orderNumber, row.orderId ? `/${row.orderId}` : null),
      fact('language', labels.language, found.language),
      fact('reason', labels.reason, found.withdrawReason),
    ].filter(({ value }) => value);
  }

  get notes(): string[] {
    const { found } = this;
    if (!found) return [];
    const isEditable = !found.withdrawnAt && found.editableUntil && new Date(found.editableUntil) > new Date();
    return [
      found.submission?.edits ? fillLabel(labels.edits, found.submission.edits) : '',
      isEditable ? fillLabel(labels.editable, this.moment(found.editableUntil)) : '',
      found.withdrawnAt ? fillLabel(labels.withdrawn, this.moment(found.withdrawnAt)) : '',
    ].filter(Boolean);
  }

  /** Answers that hold, each with those that it replaced; what nobody is asked any more stands with its last answer. */
  get answers() {
    const all = this.found?.answers ?? [];
    const keys = [...new Set(all.map(({ question }) => question))];
    return keys.map((key) => {
      const own = all.filter(({ question }) => question === key);
      const holds = own.find(({ replacedAt }) => !replacedAt);
      const shown = holds ?? own[0];
      const [label, ...rest] = (shown.wording ?? '').split('\n');
      return {
        key,
        label,
        text: rest.join('\n'),
        value: this.textOf(shown),
        isGone: !holds,
        withdrawn: shown.withdrawnAt ? fillLabel(labels.withdrawn, this.moment(shown.withdrawnAt)) : '',
        drawing: shown.drawing,
        drawingLabel: fillLabel(labels.signature, shown.text ?? ''),
        retention: this.retentionOf(shown),
        cost: shown.price ? fillLabel(labels.costs, shown.price) : '',
        hasNotes: Boolean(this.retentionOf(shown) || shown.price),
        files: this.filesOf(key ?? ''),
        history: own
          .filter((one) => one.replacedAt)
          .map((one) => ({
            key: one.id ?? '',
            text: fillLabel(labels.replaced, this.moment(one.replacedAt), this.textOf(one)),
          })),
      };
    });
  }

  private textOf({ text, kind, erasedAt }: Answer): string {
    const zone = kind === 'dateTime' && text ? ` (${this.found?.submission?.timeZone ?? ''})` : '';
    return erasedAt ? fillLabel(labels.erased, this.moment(erasedAt)) : `${text ?? ''}${zone}`;
  }

  private retentionOf({ eraseOn, erasedAt }: Answer): string {
    return eraseOn && !erasedAt ? fillLabel(labels.eraseOn, day(eraseOn)) : '';
  }

  private filesOf(question: string) {
    return (this.found?.files ?? [])
      .filter((file) => file.question === question)
      .map(({ id, name, size, contentVersionId }) => ({
        id,
        name,
        size: fillLabel(labels.fileSize, Math.ceil((size ?? 0) / 1000)),
        href: contentVersionId ? `/sfc/servlet.shepherd/version/download/${contentVersionId}` : null,
      }));
  }

  /** What can be proven was sent. */
  get hasProof(): boolean {
    const { submission, answers } = this.found ?? {};
    return Boolean(submission?.sentAt) && (answers ?? []).some(({ kind }) => PROVEN.has(kind ?? ''));
  }

  get mayWithdraw(): boolean {
    return this.found?.mayWithdraw ?? false;
  }

  handleProof(): void {
    this.isProving = true;
    this.focused = '[data-answers]';
  }

  handleAnswers(): void {
    this.isProving = false;
    this.focused = '[data-proof]';
  }

  /** A consent that was taken back is another answer. */
  async handleWithdrawn(): Promise<void> {
    try {
      this.found = await getSubmission({ submissionId: this.shownId });
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  get isEmpty(): boolean {
    return this.answers.length === 0;
  }

  get emptyText(): string {
    return this.found?.submission?.sentAt ? labels.none : labels.noAnswers;
  }
}
