import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import LOCALE from '@salesforce/i18n/locale';
import getExamples from '@salesforce/apex/BookingSetupController.getExamples';
import getPolicy from '@salesforce/apex/BookingSetupController.getPolicy';
import savePolicy from '@salesforce/apex/BookingSetupController.savePolicy';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, pluralLabel } from 'c/storeFormat';
import { labels } from './labels';

type Policy = Awaited<ReturnType<typeof getPolicy>>;
type Step = NonNullable<Policy['steps']>[number];
type Deposit = NonNullable<Policy['deposit']>;
type Examples = Awaited<ReturnType<typeof getExamples>>;

const DAY = 24;

/** What cancelling and moving cost, with examples in money that follow while it is written. */
export default class PolicyDesk extends LightningElement {
  @api recordId = '';

  labels = labels;
  policy: Policy | null = null;
  steps: (Step & { key: number })[] = [];
  deposit: Partial<Deposit> = {};
  examples: Examples = [];
  price = 100;
  isChanged = false;
  isBusy = false;
  errorMessage = '';
  stepsMessage = '';
  private lastKey = 0;
  private asked = 0;

  async connectedCallback() {
    try {
      this.take(await getPolicy({ policyId: this.recordId }));
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  private take(policy: Policy) {
    this.policy = policy;
    this.steps = (policy.steps ?? []).map((step) => ({ ...step, key: ++this.lastKey }));
    this.deposit = { ...policy.deposit };
    this.isChanged = false;
    this.look();
  }

  get actionOptions() {
    return [
      { value: 'Cancel', label: labels.cancel },
      { value: 'Reschedule', label: labels.move },
    ];
  }

  get isLocked(): boolean {
    return !this.policy?.mayChange;
  }

  get isUnsaved(): boolean {
    return this.isChanged && !this.isLocked;
  }

  get rows() {
    return this.steps.map((step, index) => ({
      ...step,
      index,
      removeName: fillLabel(labels.removeName, index + 1),
      hint: this.timeText(step.hoursBefore ?? 0),
    }));
  }

  private timeText(hours: number): string {
    return hours >= 2 * DAY && hours % DAY === 0
      ? pluralLabel(hours / DAY, { one: labels.dayOne, other: labels.days }, LOCALE)
      : pluralLabel(hours, { one: labels.hourOne, other: labels.hours }, LOCALE);
  }

  get sentences() {
    return this.examples.map((one, index) => {
      const money = (amount: number | null | undefined) =>
        (amount ?? 0).toLocaleString(LOCALE, { style: 'currency', currency: one.currencyCode ?? 'USD' });
      const when = this.timeText(one.hoursBefore ?? 0);
      const isCancel = one.action === 'Cancel';
      const text = !one.isAllowed
        ? fillLabel(isCancel ? labels.exampleNoCancel : labels.exampleNoMove, when)
        : isCancel
          ? fillLabel(labels.exampleCancel, when, money(one.refund), money(one.fee))
          : fillLabel(labels.exampleMove, when, money(one.fee));
      return { key: String(index), text, action: one.action };
    });
  }

  /** What is paid when, in money; blank without a deposit. */
  get depositText(): string {
    const percent = this.deposit.percent ?? 0;
    if (percent <= 0 || percent >= 100) return '';
    const currency = this.examples[0]?.currencyCode ?? 'USD';
    const money = (amount: number) => amount.toLocaleString(LOCALE, { style: 'currency', currency });
    const part = Number(((this.price * percent) / 100).toFixed(2));
    const hours = this.timeText(this.deposit.balanceHours ?? 0);
    return fillLabel(labels.depositExample, money(this.price), money(part), money(this.price - part), hours);
  }

  private get plain(): Step[] {
    return this.steps.map(({ key: _, ...step }) => step as Step);
  }

  private async look() {
    const turn = ++this.asked;
    try {
      const examples = await getExamples({ steps: this.plain, price: this.price });
      if (turn !== this.asked) return;
      this.examples = examples;
      this.stepsMessage = '';
    } catch (error) {
      if (turn !== this.asked) return;
      const { message, fields } = toStoreError(error);
      this.stepsMessage = fields.steps ?? message;
    }
  }

  private change(steps: (Step & { key: number })[]) {
    this.steps = steps;
    this.isChanged = true;
    this.look();
  }

  handleField(event: CustomEvent<{ value: string }>) {
    const { index = '', field = '' } = (event.target as HTMLElement).dataset;
    const { value } = event.detail;
    const next = field === 'action' ? value : value === '' ? null : Number(value);
    this.change(this.steps.map((step, at) => (at === Number(index) ? { ...step, [field]: next } : step)));
  }

  handleDeposit(event: CustomEvent<{ value: string }>) {
    const { field = '' } = (event.target as HTMLElement).dataset;
    const { value } = event.detail;
    this.deposit = { ...this.deposit, [field]: value === '' ? null : Number(value) };
    this.isChanged = true;
  }

  handleAdd() {
    const step = { action: 'Cancel', hoursBefore: DAY, feePercent: 0, feeAmount: null, key: ++this.lastKey };
    this.change([...this.steps, step as unknown as Step & { key: number }]);
  }

  handleRemove(event: Event) {
    const index = Number((event.currentTarget as HTMLElement).dataset.index);
    this.change(this.steps.filter((_, at) => at !== index));
  }

  handlePrice(event: CustomEvent<{ value: string }>) {
    const price = Number(event.detail.value);
    if (price > 0) {
      this.price = price;
      this.look();
    }
  }

  async handleSave() {
    this.isBusy = true;
    this.errorMessage = '';
    try {
      this.take(await savePolicy({ policyId: this.recordId, steps: this.plain, deposit: this.deposit as Deposit }));
      this.dispatchEvent(new ShowToastEvent({ message: labels.saved, variant: 'success' }));
    } catch (error) {
      const { message, fields } = toStoreError(error);
      this.errorMessage = fields.steps ?? fields.deposit ?? message;
    } finally {
      this.isBusy = false;
    }
  }
}
