import { LightningElement } from 'lwc';
import activate from '@salesforce/apex/VoucherAdminController.makeValid';
import adjust from '@salesforce/apex/VoucherAdminController.adjust';
import block from '@salesforce/apex/VoucherAdminController.block';
import createCodes from '@salesforce/apex/VoucherAdminController.createCodes';
import find from '@salesforce/apex/VoucherAdminController.find';
import getChoices from '@salesforce/apex/VoucherAdminController.getChoices';
import getLiability from '@salesforce/apex/VoucherAdminController.getLiability';
import getVoucher from '@salesforce/apex/VoucherAdminController.getVoucher';
import send from '@salesforce/apex/VoucherAdminController.send';
import unblock from '@salesforce/apex/VoucherAdminController.unblock';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Voucher = Awaited<ReturnType<typeof getVoucher>>;
type Choices = Awaited<ReturnType<typeof getChoices>>;
type Figures = Awaited<ReturnType<typeof getLiability>>[number];
type Validated = HTMLElement & { setCustomValidity?(text: string): void; reportValidity?(): boolean };
type Editor = 'block' | 'send' | 'adjust';

const STATUSES = ['Active', 'Waiting', 'Blocked', 'Expired', 'Used'];
/** Pause after the last key before it is searched, in milliseconds. */
const PAUSE = 300;
const TONES: Record<string, string> = { Active: ' slds-theme_success', Blocked: ' slds-theme_error' };

/** Vouchers of the stores: what is left of each and why, and what staff may do about it. Codes are seen once, when they are made. */
export default class VoucherDesk extends LightningElement {
  labels = labels;
  choices: Choices | null = null;
  vouchers: Voucher[] | null = null;
  figures: Figures[] = [];
  /** Why they could not be read; vouchers are worth showing without them. */
  figuresProblem = '';
  voucher: Voucher | null = null;
  text = '';
  storeId = '';
  status = '';
  /** First day of the month whose figures are shown; null: this one. */
  private day: string | null = null;
  editor: Editor | null = null;
  isMaking = false;
  isBusy = false;
  codes: string[] = [];
  kind = 'Promotional';
  makeStoreId = '';
  errorMessage = '';
  fieldError = '';
  news = '';
  private key = '';
  private timer?: ReturnType<typeof setTimeout>;

  async connectedCallback() {
    await this.ask(async () => {
      this.choices = await getChoices();
      this.makeStoreId = this.makerStores[0]?.value ?? '';
      await this.load();
    });
    await this.loadFigures();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  private async load() {
    this.vouchers = await find({ storeId: this.storeId || null, text: this.text, status: this.status });
  }

  private async loadFigures() {
    try {
      this.figures = await getLiability({ day: this.day });
      this.figuresProblem = '';
    } catch (error) {
      this.figures = [];
      this.figuresProblem = toStoreError(error).message;
    }
  }

  /** Asks the server; a refusal is told and what is shown stays. */
  private async ask(work: () => Promise<void>): Promise<boolean> {
    this.isBusy = true;
    this.errorMessage = '';
    this.fieldError = '';
    try {
      await work();
      return true;
    } catch (error) {
      const failure = toStoreError(error);
      const told = Object.entries(failure.fields).filter(([name, text]) => !this.showAt(name, text));
      if (told.length) this.fieldError = told.map(([, text]) => text).join(' ');
      else if (Object.keys(failure.fields).length) this.fieldError = '';
      else this.errorMessage = failure.message;
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  /** Puts a sentence at its field. @returns whether there is one */
  private showAt(name: string, text: string): boolean {
    const id = this.isMaking && name === 'amount' ? 'eachAmount' : name;
    const input = this.template?.querySelector<Validated>(`[data-input="${id}"]`);
    if (!input?.setCustomValidity) return false;
    input.setCustomValidity(text);
    input.reportValidity?.();
    return true;
  }

  /** What is wrong is told until it is typed anew. */
  handleCorrected(event: Event) {
    const input = event.currentTarget as Validated;
    input.setCustomValidity?.('');
    input.reportValidity?.();
    this.fieldError = '';
  }

  get isSold(): boolean {
    return this.kind === 'Sold';
  }

  get isEmpty(): boolean {
    return this.vouchers?.length === 0;
  }

  get hasRows(): boolean {
    return Boolean(this.vouchers?.length);
  }

  get rows() {
    return (this.vouchers ?? []).map((one) => ({
      ...one,
      storeText: one.storeName ?? labels.allStores,
      tone: `slds-badge${TONES[one.status] ?? ''}`,
    }));
  }

  private storesWhere(isWanted: (shop: Choices['shops'][number]) => boolean) {
    return (this.choices?.shops ?? []).filter(isWanted).map(({ id, name }) => ({ value: id, label: name }));
  }

  get storeOptions() {
    return [{ value: '', label: labels.all }, ...this.storesWhere(() => true)];
  }

  /** Stores in which the user may make codes. */
  get makerStores() {
    return this.storesWhere(({ mayMake }) => mayMake);
  }

  get mayMake(): boolean {
    return this.makerStores.length > 0 && !this.isMaking;
  }

  get mayMakeForAll(): boolean {
    return Boolean(this.choices?.mayMakeForAll);
  }

  get eachLabel(): string {
    const shop = this.choices?.shops.find(({ id }) => id === this.makeStoreId);
    return fillLabel(labels.eachAmount, shop?.currencyCode ?? '');
  }

  get statusOptions() {
    return [{ value: '', label: labels.all }, ...STATUSES.map((value) => ({ value, label: value }))];
  }

  get kindOptions() {
    return [
      { value: 'Promotional', label: labels.kindPromotional },
      { value: 'Sold', label: labels.kindSold },
    ];
  }

  get entries() {
    return (this.voucher?.entries ?? []).map((entry) => ({ ...entry }));
  }

  get mayBlock(): boolean {
    return Boolean(this.voucher?.mayChange && this.voucher.status !== 'Blocked' && !this.editor);
  }

  get mayUnblock(): boolean {
    return Boolean(this.voucher?.mayChange && this.voucher.status === 'Blocked' && !this.editor);
  }

  get mayActivate(): boolean {
    return Boolean(this.voucher?.mayChange && this.voucher.status === 'Waiting' && !this.editor);
  }

  get mayChange(): boolean {
    return Boolean(this.voucher?.mayChange && !this.editor);
  }

  get isBlocking(): boolean {
    return this.editor === 'block';
  }

  get isSending(): boolean {
    return this.editor === 'send';
  }

  get isAdjusting(): boolean {
    return this.editor === 'adjust';
  }

  get adjustLabel(): string {
    return fillLabel(labels.adjustAmount, this.voucher?.currencyCode ?? '');
  }

  get codesText(): string {
    return fillLabel(labels.codesMade, this.codes.length);
  }

  get hasCodes(): boolean {
    return this.codes.length > 0;
  }

  handleFind(event: Event) {
    this.text = (event.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits until nothing more is typed; ends with the component
    this.timer = setTimeout(() => this.ask(() => this.load()), PAUSE);
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.storeId = event.detail.value;
    return this.ask(() => this.load());
  }

  handleStatus(event: CustomEvent<{ value: string }>) {
    this.status = event.detail.value;
    return this.ask(() => this.load());
  }

  handleMonth(event: CustomEvent<{ day: string }>) {
    this.day = event.detail.day;
    return this.loadFigures();
  }

  handleOpen(event: Event) {
    const voucherId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.editor = null;
    this.news = '';
    return this.ask(async () => {
      this.voucher = await getVoucher({ voucherId });
    });
  }

  handleClose() {
    this.voucher = null;
    this.editor = null;
  }

  handleEdit(event: Event) {
    this.editor = (event.currentTarget as HTMLElement).dataset.editor as Editor;
    this.fieldError = '';
    this.key = crypto.randomUUID();
  }

  handleCancel() {
    this.editor = null;
    this.isMaking = false;
  }

  private typed(name: string): string {
    const input = this.template?.querySelector<HTMLInputElement>(`[data-input="${name}"]`);
    return String(input?.value ?? '').trim();
  }

  private number(name: string): number | null {
    const typed = this.typed(name);
    return typed === '' ? null : Number(typed);
  }

  /** Does something with the voucher that is shown, and shows it and the list as they are then. */
  private async change(work: (voucherId: string) => Promise<Voucher>) {
    const voucherId = this.voucher?.id ?? '';
    const isDone = await this.ask(async () => {
      this.voucher = await work(voucherId);
      await this.load();
    });
    if (isDone) {
      this.editor = null;
      this.news = labels.done;
    }
  }

  handleSave() {
    if (this.editor === 'block') {
      const reason = this.typed('reason');
      if (!reason) {
        this.fieldError = labels.blockReason;
        return undefined;
      }
      return this.change((voucherId) => block({ voucherId, reason }));
    }
    if (this.editor === 'send') {
      return this.change((voucherId) => send({ voucherId, email: this.typed('email') }));
    }
    const { key } = this;
    return this.change((voucherId) =>
      adjust({ voucherId, amount: this.number('amount'), reason: this.typed('reason'), key }),
    );
  }

  handleUnblock() {
    return this.change((voucherId) => unblock({ voucherId }));
  }

  handleActivate() {
    return this.change((voucherId) => activate({ voucherId }));
  }

  handleMake() {
    this.isMaking = true;
    this.codes = [];
    this.fieldError = '';
  }

  handleMakeStore(event: CustomEvent<{ value: string }>) {
    this.makeStoreId = event.detail.value;
  }

  handleKind(event: CustomEvent<{ value: string }>) {
    this.kind = event.detail.value;
  }

  async handleCreate() {
    const active = this.template?.querySelector<HTMLInputElement>('[data-input="active"]')?.checked ?? true;
    const input = {
      storeId: this.makeStoreId,
      kind: this.kind,
      count: this.number('count'),
      amount: this.number('eachAmount'),
      months: this.number('months'),
      batch: this.typed('batch'),
      active,
      allStores: this.template?.querySelector<HTMLInputElement>('[data-input="allStores"]')?.checked ?? false,
    };
    await this.ask(async () => {
      this.codes = await createCodes({ input });
      // What comes after may fail, and the codes are told only now.
      this.isMaking = false;
      await Promise.all([this.load(), this.loadFigures()]);
    });
  }

  handleDownload() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(
      new Blob([['Code', ...this.codes, ''].join('\r\n')], { type: 'text/csv;charset=utf-8' }),
    );
    link.download = 'codes.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
