import { api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import getForm from '@salesforce/apex/FormController.getForm';
import resume from '@salesforce/apex/FormController.resume';
import save from '@salesforce/apex/FormController.save';
import submit from '@salesforce/apex/FormController.submit';
import { visitorKey } from 'c/visitorKey';
import { carriedOver, type Answers, type FormDefinition } from 'c/formRules';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel, formatDateTime } from 'c/storeFormat';
import StorePage from 'c/storePage';
import { formUrl, homeUrl, queryParameters, routeParameter, signInUrl, type PageReference } from 'c/storeRoutes';
import { shownLanguages } from 'c/storeLanguage';
import { labels } from './labels';

type Form = NonNullable<Awaited<ReturnType<typeof getForm>>>;
type Input = NonNullable<NonNullable<Parameters<typeof submit>[0]>['form']>;
type Receipt = Awaited<ReturnType<typeof submit>>;
type Fields = HTMLElement & {
  check(): boolean;
  current(): Answers;
  isBusy: boolean;
  isLast: boolean;
  fileNames: Record<string, string>;
  showProblems(fields: Record<string, string>): boolean;
};

type Captcha = HTMLElement & { renew(): void };

/** Names a request, so that one that is repeated sends once. */
const newKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** A form on a page of its own: anew, or behind a link to what was begun or sent before. */
export default class FormPage extends StorePage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = labels;
  slug = '';
  token = '';
  /** A form about an order, or of the customer; blank for others. */
  submissionId = '';
  orderToken = '';
  /** Shows what was agreed to, not the form; comes with it. */
  proofPage: unknown = null;
  /** What else is to be answered about the order. */
  list: unknown = null;
  isLoading = true;
  form: Form | null = null;
  definition: FormDefinition | null = null;
  context: Answers = {};
  answers: Answers | null = null;
  /** Names of files that have been sent, by what answers call them. */
  sentFiles: Record<string, string> = {};
  /** What is wrong with the whole; blank for nothing. */
  problem = '';
  busy = false;
  isLast = true;
  receipt: Receipt | null = null;
  /** Whether the address for the link is asked for. */
  saving = false;
  email = '';
  emailProblem = '';
  savedTo = '';
  website = '';
  captcha = '';
  private arrived = '';
  private requestKey = newKey();

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    if (!page) return;
    this.slug = routeParameter(page, 'slug') ?? '';
    const { token, submission, order, proof } = queryParameters(page);
    this.token = token ?? '';
    this.submissionId = submission ?? '';
    this.orderToken = order ?? '';
    const here = [this.slug, token, submission, order, proof].join(' ');
    if (here !== this.arrived) {
      this.arrived = here;
      this.proofPage = null;
      if (proof) this.loadProof();
      else this.load(null);
    }
  }

  /** How the form is opened on the server; null: anew, by its address. */
  get link() {
    const { token, submissionId, orderToken } = this;
    return token || submissionId
      ? ({
          token: token || null,
          submissionId: submissionId || null,
          orderToken: orderToken || null,
          languages: shownLanguages(),
        } as unknown as Input)
      : null;
  }

  private async loadProof(): Promise<void> {
    this.form = null;
    this.isLoading = false;
    this.proofPage = (await import('c/formProof')).default;
  }

  handleProof(event: Event): void {
    event.preventDefault();
    this.loadProof();
  }

  private async load(answers: Answers | null): Promise<void> {
    this.isLoading = true;
    this.receipt = null;
    try {
      const { storeCode, slug, link } = this;
      const form = link
        ? await resume({ storeCode, form: link })
        : await getForm({ storeCode, slug, languages: shownLanguages() });
      const shown = this.definition;
      this.definition = form ? JSON.parse(form.definition) : null;
      this.answers = carriedOver(answers, shown, this.definition) ?? (form?.answers ? JSON.parse(form.answers) : null);
      this.sentFiles = { ...(answers ? this.sentFiles : {}), ...((form?.files ?? {}) as Record<string, string>) };
      this.context = form ? JSON.parse(form.context) : {};
      this.form = form;
      this.problem = '';
      this.pageTitle = this.title;
      if (this.store) describePage(this.pageTitle, this.store.name);
    } catch (error) {
      this.form = null;
      this.problem = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  get title(): string {
    return this.definition?.title || labels.notFound;
  }

  /** Spoken in its own language where that is not the page's. */
  get language(): string | null {
    return this.form?.language ?? null;
  }

  get isUnknown(): boolean {
    return !this.isLoading && !this.form && !this.proofPage;
  }

  get isProof(): boolean {
    return Boolean(this.proofPage && this.store);
  }

  get forWhom(): string {
    return this.form?.attendee ? fillLabel(labels.forWhom, this.form.attendee) : '';
  }

  get settled(): string[] {
    return this.form?.settled ?? [];
  }

  /** What was sent and contains consents has a proof. */
  get hasProof(): boolean {
    const asks = this.definition?.questions?.some(({ type }) => type === 'consent' || type === 'signature');
    return Boolean(this.link && this.form?.sentAt && asks);
  }

  get others() {
    return this.receipt?.others ?? [];
  }

  get hasOthers(): boolean {
    return Boolean(this.list && this.others.length);
  }

  get isClosed(): boolean {
    return Boolean(this.form && !this.form.isOpen);
  }

  get isAsked(): boolean {
    return Boolean(this.form?.isOpen && !this.receipt && this.store);
  }

  get unknownText(): string {
    return this.problem || labels.notFoundText;
  }

  get home(): string {
    return homeUrl();
  }

  get signIn(): string {
    return signInUrl(formUrl(this.slug));
  }

  get needsSignIn(): boolean {
    return this.isClosed && this.form?.sentAt == null && this.context['customer.signedIn']?.[0] !== 'true';
  }

  get sentText(): string {
    return this.form?.sentAt ? fillLabel(labels.sentOn, formatDateTime(this.form.sentAt, this.store?.locale)) : '';
  }

  get isSent(): boolean {
    return Boolean(this.form?.sentAt);
  }

  get maySave(): boolean {
    return !this.isSent && !this.saving;
  }

  get sendText(): string {
    if (this.busy) return labels.sending;
    return this.isSent ? labels.change : labels.send;
  }

  get saveText(): string {
    return this.busy ? labels.saving : labels.save;
  }

  get busyText(): string {
    return String(this.busy);
  }

  get thanks(): string {
    return this.receipt?.thanks || labels.thanks;
  }

  get reference(): string {
    return this.receipt?.reference ? fillLabel(labels.reference, this.receipt.reference) : '';
  }

  get editText(): string {
    const until = this.receipt?.editableUntil;
    return until ? fillLabel(labels.editable, formatDateTime(until, this.store?.locale)) : '';
  }

  get editUrl(): string {
    return formUrl(this.slug, this.receipt?.token ?? this.token, this.submissionId);
  }

  /** Whoever just agreed to something sees the proof, and takes it back, without having to look for it. */
  get proofUrl(): string {
    const token = this.receipt?.token ?? this.token;
    const { submissionId } = this;
    return this.receipt?.hasProof && (token || submissionId)
      ? `${formUrl(this.slug, token || null, submissionId || null)}&proof=1`
      : '';
  }

  get mailedText(): string {
    return this.receipt?.mailedTo ? fillLabel(labels.mailedTo, this.receipt.mailedTo) : '';
  }

  get savedText(): string {
    return this.savedTo ? fillLabel(labels.saved, this.savedTo) : '';
  }

  private get fields(): Fields | null {
    return this.querySelector<Fields>('[data-fields]');
  }

  private input(answers: Answers) {
    const { slug, token, form, requestKey, website, email, captcha } = this;
    return {
      slug,
      token,
      submissionId: this.submissionId || null,
      orderToken: this.orderToken || null,
      versionId: form?.versionId,
      answers: JSON.stringify(answers),
      requestKey,
      website,
      email,
      captcha,
      languages: form?.language,
      sender: visitorKey(),
    } as unknown as Input;
  }

  handlePageChange(event: CustomEvent<{ isLast: boolean }>): void {
    this.isLast = event.detail.isLast;
  }

  handleChange(): void {
    this.isLast = this.fields?.isLast ?? true;
    this.savedTo = '';
  }

  /** Which page is the last shows once they are there. */
  renderedCallback(): void {
    const isLast = this.fields?.isLast ?? true;
    if (isLast !== this.isLast) this.isLast = isLast;
  }

  handleWebsite(event: Event): void {
    this.website = (event.target as HTMLInputElement).value;
  }

  handleCaptcha(event: CustomEvent<{ answer: string }>): void {
    this.captcha = event.detail.answer;
  }

  /** An answer serves once. */
  private renewCaptcha(): void {
    if (this.captcha) this.querySelector<Captcha>('[data-captcha-of-form]')?.renew();
  }

  get widget() {
    return this.token ? null : (this.form?.captcha ?? null);
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { fields } = this;
    if (this.busy || !fields || !fields.check()) return;
    if (fields.isBusy) {
      this.problem = labels.filesOnTheWay;
      return;
    }
    this.busy = true;
    this.problem = '';
    const answers = fields.current();
    try {
      this.receipt = await submit({ storeCode: this.storeCode, form: this.input(answers) });
      this.requestKey = newKey();
      if (this.others.length) this.list = (await import('c/formList')).default;
      announce(this.thanks);
      Promise.resolve().then(() => this.querySelector<HTMLElement>('[data-thanks]')?.focus());
    } catch (error) {
      await this.refuse(error, answers);
    } finally {
      this.busy = false;
    }
  }

  private async refuse(error: unknown, answers: Answers): Promise<void> {
    const { code, message, fields } = toStoreError(error);
    if (code !== 'INVALID_INPUT') this.renewCaptcha();
    if (code === 'FORM_CHANGED') {
      this.sentFiles = this.fields?.fileNames ?? {};
      await this.load(answers);
      Promise.resolve().then(() => this.fields?.showProblems(fields));
    } else if (this.fields?.showProblems(fields)) {
      return;
    }
    this.problem = message;
  }

  handleSaveLater(): void {
    this.saving = true;
    this.email = this.email || (this.context['customer.email']?.[0] ?? '');
    Promise.resolve().then(() => this.querySelector<HTMLElement>('[data-field="formEmail"]')?.focus());
  }

  handleEmail(event: CustomEvent<{ value: string }>): void {
    this.email = event.detail.value;
    this.emailProblem = '';
  }

  async handleSave(): Promise<void> {
    const { fields } = this;
    if (this.busy || !fields) return;
    this.busy = true;
    try {
      const receipt = await save({ storeCode: this.storeCode, form: this.input(fields.current()) });
      this.token = receipt.token ?? this.token;
      // From now on its own link opens it.
      this.submissionId = receipt.token ? '' : this.submissionId;
      this.savedTo = this.email;
      this.saving = false;
      announce(this.savedText);
    } catch (error) {
      const { message, fields: problems } = toStoreError(error);
      this.emailProblem = problems.email ?? message;
      if (!problems.email) this.renewCaptcha();
    } finally {
      this.busy = false;
    }
  }
}
