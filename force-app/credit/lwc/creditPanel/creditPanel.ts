import getCredit from '@salesforce/apex/CreditAdminController.getCredit';
import give from '@salesforce/apex/CreditAdminController.give';
import take from '@salesforce/apex/CreditAdminController.take';
import { fillLabel } from 'c/storeFormat';
import RecordPanel from 'c/recordPanel';
import type { StoreError } from 'c/storeErrors';
import { labels } from './labels';

type Panel = Awaited<ReturnType<typeof getCredit>>;
type Balance = Panel['balances'][number];

const KINDS = [
  { value: 'Store', label: labels.kindStore },
  { value: 'Gift', label: labels.kindGift },
  { value: 'Return', label: labels.kindReturn },
  { value: 'Refund', label: labels.kindRefund },
];
const FIELDS = ['amount', 'kind', 'lastDay', 'reason', 'storeId'];

/** Credit of a contact or an account, which staff give and take with a reason. */
export default class CreditPanel extends RecordPanel {
  labels = labels;
  kinds = KINDS;
  panel: Panel | null = null;
  isGiving = false;
  /** Credit account that is taken from. */
  takenId: string | null = null;
  storeId = '';
  kind = 'Store';
  fieldError = '';
  /** Of what is being typed: pressed twice, it happens once. */
  private key = '';

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.panel?.balances.length === 0;
  }

  get rows() {
    return (this.panel?.balances ?? []).map((balance) => {
      const name = this.nameOf(balance);
      const isEdited = balance.creditAccountId === this.takenId;
      return {
        ...balance,
        name,
        url: `/${balance.creditAccountId}`,
        movementsName: fillLabel(labels.movementsOf, name),
        takeName: fillLabel(labels.takeFrom, name),
        amountLabel: fillLabel(labels.takeAmountIn, balance.currencyCode),
        isEdited,
        isOffered: balance.mayAdjust && balance.available > 0 && !isEdited,
        lotRows: balance.lots.map((lot, index) => ({
          ...lot,
          key: index,
          title: KINDS.find(({ value }) => value === lot.kind)?.label ?? labels.kindStore,
          always: lot.lastDay ? '' : labels.always,
        })),
      };
    });
  }

  private nameOf({ storeName, currencyCode }: Balance): string {
    return storeName ?? fillLabel(labels.allStores, currencyCode);
  }

  get stores() {
    return (this.panel?.stores ?? []).map(({ id, name }) => ({ value: id, label: name }));
  }

  get mayGive(): boolean {
    return !this.isGiving && this.stores.length > 0;
  }

  get hasStores(): boolean {
    return this.stores.length > 1;
  }

  get mayGiveEverywhere(): boolean {
    return Boolean(this.panel?.mayGiveEverywhere && this.hasStores);
  }

  get giveAmountLabel(): string {
    const store = this.panel?.stores.find(({ id }) => id === this.storeId);
    return fillLabel(labels.amountIn, store?.currencyCode ?? '');
  }

  override async read(recordId: string) {
    this.panel = await getCredit({ ownerId: recordId });
  }

  handleGive() {
    this.begin();
    this.isGiving = true;
    this.storeId = this.stores[0]?.value ?? '';
    this.kind = 'Store';
  }

  handleTake(event: Event) {
    this.begin();
    this.takenId = (event.currentTarget as HTMLElement).dataset.id ?? null;
  }

  private begin() {
    this.handleClose();
    this.key = crypto.randomUUID();
    this.fieldError = '';
  }

  handleClose() {
    this.isGiving = false;
    this.takenId = null;
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.storeId = event.detail.value;
  }

  handleKind(event: CustomEvent<{ value: string }>) {
    this.kind = event.detail.value;
  }

  private get input() {
    const everywhere = this.template?.querySelector<HTMLElement & { checked?: boolean }>('[data-input="everywhere"]');
    return {
      amount: Number.parseFloat(this.typed('[data-input="amount"]')) || null,
      storeId: this.storeId || null,
      allStores: Boolean(everywhere?.checked),
      kind: this.kind,
      lastDay: this.typed('[data-input="lastDay"]') || null,
      reason: this.typed('[data-input="reason"]'),
      key: this.key,
    };
  }

  handleSaveGive() {
    return this.perform(
      async () => {
        this.panel = await give({ ownerId: this.recordId, input: this.input });
        this.handleClose();
      },
      labels.given,
      (failure) => this.refuse(failure),
    );
  }

  handleSaveTake() {
    return this.perform(
      async () => {
        this.panel = await take({ ownerId: this.recordId, creditAccountId: this.takenId ?? '', input: this.input });
        this.handleClose();
      },
      labels.taken,
      (failure) => this.refuse(failure),
    );
  }

  private refuse({ fields, message }: StoreError): boolean {
    const shown = FIELDS.filter((field) => this.showAt(`[data-input="${field}"]`, fields[field]));
    this.fieldError = shown.length ? '' : message;
    return true;
  }
}
