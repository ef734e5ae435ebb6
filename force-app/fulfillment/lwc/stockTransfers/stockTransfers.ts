import { LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import cancel from '@salesforce/apex/StockTransferController.cancel';
import getTransfers from '@salesforce/apex/StockTransferController.getTransfers';
import receive from '@salesforce/apex/StockTransferController.receive';
import send from '@salesforce/apex/StockTransferController.send';
import { toStoreError } from 'c/storeErrors';
import { fillLabel, formatDay } from 'c/storeFormat';
import { labels } from './labels';

type Transfers = NonNullable<Awaited<ReturnType<typeof getTransfers>>>;
type Entry = NonNullable<NonNullable<Transfers['transfers']>[number]>;
interface Wanted {
  sku: string;
  quantity: number;
}

const STATES: Record<string, { text: string; badge: string }> = {
  Draft: { text: labels.draft, badge: '' },
  Sent: { text: labels.onWay, badge: 'slds-theme_warning' },
  'Partly Received': { text: labels.partly, badge: 'slds-theme_warning' },
  Received: { text: labels.done, badge: 'slds-theme_success' },
  Cancelled: { text: labels.off, badge: '' },
};
const UNDER_WAY = ['Sent', 'Partly Received'];

/** Goods on their way between places and from suppliers: sent, received, with differences. */
export default class StockTransfers extends LightningElement {
  labels = labels;
  data: Transfers | null = null;
  isMaking = false;
  openId = '';
  fromId = '';
  toId = '';
  supplier = '';
  expectedOn = '';
  wanted: Wanted[] = [];
  /** Pieces that arrive now, by line. */
  arriving: Record<string, number> = {};
  isAll = false;
  problems: { key: string; text: string }[] = [];
  errorMessage = '';
  isLoading = true;
  isBusy = false;
  private key = '';

  async connectedCallback() {
    try {
      this.data = await getTransfers();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  private get transfers(): Entry[] {
    return (this.data?.transfers ?? []) as Entry[];
  }
  private get places() {
    return (this.data?.places ?? []).map((place) => ({ label: place!.name!, value: place!.id! }));
  }

  get showsList(): boolean {
    return Boolean(this.data) && !this.isMaking && !this.openEntry;
  }
  get isEmpty(): boolean {
    return this.showsList && this.transfers.length === 0;
  }
  get rows() {
    return this.transfers.map((entry) => this.shown(entry));
  }
  private shown(entry: Entry) {
    const day = formatDay(entry.expectedOn ?? null, LOCALE);
    const isOpen = UNDER_WAY.includes(entry.status ?? '');
    return {
      ...entry,
      ...STATES[entry.status ?? 'Draft'],
      key: entry.id!,
      way: `${entry.fromName ?? entry.supplier ?? labels.supplierOption} → ${entry.toName}`,
      detail: [
        isOpen && day ? fillLabel(labels.expectedOn, day) : '',
        (entry.lines ?? []).map((line) => `${line!.quantity} × ${line!.sku ?? line!.title}`).join(', '),
      ]
        .filter(Boolean)
        .join(' · '),
      isOpen,
      mayCancel: entry.status === 'Sent',
      receiveLabel: fillLabel(labels.receiveName, entry.name ?? ''),
      cancelLabel: fillLabel(labels.cancelName, entry.name ?? ''),
      differences: (entry.lines ?? [])
        .filter((line) => line!.difference)
        .map((line) => `${line!.sku ?? line!.title}: ${fillLabel(labels.less, line!.difference!)}`)
        .join(', '),
    };
  }

  // A new one

  get fromOptions() {
    return [{ label: labels.supplierOption, value: '' }, ...this.places];
  }
  get toOptions() {
    return this.places;
  }
  get isFromSupplier(): boolean {
    return !this.fromId;
  }
  get sendLabel(): string {
    return this.isFromSupplier ? labels.order : labels.send;
  }
  get wantedRows() {
    return this.wanted.map((line) => ({ ...line, key: line.sku, removeLabel: fillLabel(labels.removeLine, line.sku) }));
  }
  get hasProblems(): boolean {
    return this.problems.length > 0;
  }
  get isSendOff(): boolean {
    return this.isBusy || this.wanted.length === 0 || !this.toId;
  }

  handleMake() {
    this.isMaking = true;
    this.key = crypto.randomUUID();
    this.fromId = '';
    this.toId = this.places[0]?.value ?? '';
    this.supplier = '';
    this.expectedOn = '';
    this.wanted = [];
    this.problems = [];
  }
  handleBack() {
    this.isMaking = false;
    this.openId = '';
  }
  handleFrom(event: CustomEvent<{ value: string }>) {
    this.fromId = event.detail.value;
  }
  handleTo(event: CustomEvent<{ value: string }>) {
    this.toId = event.detail.value;
  }
  handleSupplier(event: CustomEvent<{ value: string }>) {
    this.supplier = event.detail.value ?? '';
  }
  handleExpected(event: CustomEvent<{ value: string }>) {
    this.expectedOn = event.detail.value ?? '';
  }

  /** The same SKU again adds to its line: so a scanner that types works. */
  handleAdd(event: Event) {
    event.preventDefault();
    const input = (name: string) =>
      this.template?.querySelector<HTMLElement & { value: string }>(`[data-new="${name}"]`);
    const sku = (input('sku')?.value ?? '').trim();
    const quantity = Math.max(Math.trunc(Number(input('quantity')?.value)) || 1, 1);
    if (!sku) return;
    const known = this.wanted.find((line) => line.sku.toLowerCase() === sku.toLowerCase());
    this.wanted = known
      ? this.wanted.map((line) => (line === known ? { ...line, quantity: line.quantity + quantity } : line))
      : [...this.wanted, { sku, quantity }];
    input('sku')!.value = '';
    input('quantity')!.value = '1';
  }
  handleRemove(event: Event) {
    const { sku } = (event.currentTarget as HTMLElement).dataset;
    this.wanted = this.wanted.filter((line) => line.sku !== sku);
  }

  async handleSend() {
    const done = await this.perform(
      () =>
        send({
          input: {
            fromId: this.fromId || null,
            toId: this.toId,
            supplier: this.supplier || null,
            expectedOn: this.expectedOn || null,
            lines: this.wanted.map(({ sku, quantity }) => ({ sku, quantity })),
            key: this.key,
          },
        }),
      labels.sent,
    );
    if (done) this.isMaking = false;
  }

  // What arrives

  get openEntry() {
    const entry = this.transfers.find(({ id, status }) => id === this.openId && UNDER_WAY.includes(status ?? ''));
    return entry ? this.shown(entry) : null;
  }
  get openRows() {
    return (this.openEntry?.lines ?? []).map((line) => ({
      id: line!.id!,
      title: line!.title,
      sku: line!.sku,
      ofText: fillLabel(labels.ofPieces, line!.received ?? 0, line!.quantity ?? 0),
      value: this.arriving[line!.id!] ?? 0,
      label: fillLabel(labels.arrives, line!.sku ?? line!.title ?? ''),
    }));
  }

  handleOpen(event: Event) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.openId = id;
    this.key = crypto.randomUUID();
    this.isAll = false;
    this.problems = [];
    const lines = this.transfers.find((entry) => entry.id === id)?.lines ?? [];
    this.arriving = Object.fromEntries(
      lines.map((line) => [line!.id!, Math.max((line!.quantity ?? 0) - (line!.received ?? 0), 0)]),
    );
  }
  handleArriving(event: CustomEvent<{ value: string }>) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.arriving = { ...this.arriving, [id]: Math.max(Math.trunc(Number(event.detail.value)) || 0, 0) };
  }
  handleAll(event: Event) {
    this.isAll = (event.currentTarget as HTMLElement & { checked: boolean }).checked;
  }
  async handleReceive() {
    const lines = Object.entries(this.arriving).map(([id, received]) => ({ id, received }));
    const { openId: transferId, isAll, key } = this;
    const done = await this.perform(() => receive({ transferId, lines, isAll, key }), labels.received);
    if (done) this.openId = '';
  }
  handleCancel(event: Event) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    return this.perform(() => cancel({ transferId: id }), labels.cancelled);
  }

  private async perform(step: () => Promise<Transfers | null>, message: string): Promise<boolean> {
    this.isBusy = true;
    this.problems = [];
    try {
      this.data = await step();
      this.dispatchEvent(new ShowToastEvent({ message, variant: 'success' }));
      return true;
    } catch (error) {
      const { message: text, fields } = toStoreError(error);
      const told = Object.entries(fields);
      this.problems = told.length ? told.map(([key, value]) => ({ key, text: value })) : [{ key: '', text }];
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
