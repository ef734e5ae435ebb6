import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import fulfil from '@salesforce/apex/OrderAdminController.fulfil';
import getSending from '@salesforce/apex/OrderAdminController.getSending';
import cancel from '@salesforce/label/c.Orders_Send_Cancel';
import carrier from '@salesforce/label/c.Orders_Send_Carrier';
import carrierName from '@salesforce/label/c.Orders_Send_Carrier_Name';
import anywhere from '@salesforce/label/c.Orders_Send_Anywhere';
import from from '@salesforce/label/c.Orders_Send_From';
import lines from '@salesforce/label/c.Orders_Send_Lines';
import none from '@salesforce/label/c.Orders_Send_None';
import ofOpen from '@salesforce/label/c.Orders_Send_Of';
import optional from '@salesforce/label/c.Orders_Send_Optional';
import other from '@salesforce/label/c.Orders_Send_Other';
import parcel from '@salesforce/label/c.Orders_Send_Parcel';
import pieces from '@salesforce/label/c.Orders_Send_Pieces';
import rest from '@salesforce/label/c.Orders_Send_Rest';
import title from '@salesforce/label/c.Orders_Send_Title';
import trackingNumber from '@salesforce/label/c.Orders_Send_Number';
import trackingUrl from '@salesforce/label/c.Orders_Send_Url';
import trackingUrlHelp from '@salesforce/label/c.Orders_Send_Url_Help';
import waiting from '@salesforce/label/c.Orders_Send_Waiting';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';

type Sending = Awaited<ReturnType<typeof getSending>>;
type Line = Sending['lines'][number];

const NONE = '';
const OTHER = '*';
type Input = HTMLElement & { value: string; setCustomValidity(text: string): void; reportValidity(): boolean };

/** Asks what of an order is sent, with what is known of its parcel. Closes with `all`, `some`, or false when nothing was. */
export default class OrderSendDialog extends LightningModal {
  @api orderId = '';
  /** The question, with a warning where there is one. */
  @api message = '';

  labels = {
    cancel,
    carrier,
    carrierName,
    from,
    lines,
    optional,
    pieces,
    rest,
    title,
    trackingNumber,
    trackingUrl,
    trackingUrlHelp,
  };
  carriers: string[] = [];
  sending: Sending | null = null;
  /** Pieces by line, as typed. */
  wanted: Record<string, number> = {};
  place = NONE;
  chosen = NONE;
  isBusy = false;
  errorMessage = '';
  private key = '';

  async connectedCallback() {
    this.key = crypto.randomUUID();
    try {
      this.sending = await getSending({ orderId: this.orderId });
      this.carriers = this.sending.carriers ?? [];
      const [first] = this.sending.places ?? [];
      this.choosePlace(first?.id ?? NONE);
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  /** What lies at the place and is there is what one most likely sends. */
  private choosePlace(place: string) {
    this.place = place;
    this.wanted = Object.fromEntries(this.lines.map((line) => [line.id!, this.likely(line)]));
  }

  private likely(line: Line): number {
    const here = (line.parts ?? [])
      .filter(({ locationId }) => !this.place || !locationId || locationId === this.place)
      .reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
    return Math.max(Math.min(here, (line.open ?? 0) - (line.waiting ?? 0)), 0);
  }

  private get lines(): Line[] {
    return this.sending?.lines ?? [];
  }

  get hasLines(): boolean {
    return this.lines.length > 0;
  }

  get rows() {
    return this.lines.map((line) => ({
      id: line.id!,
      title: line.title,
      detail: [line.variantTitle, line.sku].filter(Boolean).join(' · '),
      most: line.open,
      quantity: this.wanted[line.id!] ?? 0,
      ofText: fillLabel(ofOpen, this.wanted[line.id!] ?? 0, line.open ?? 0),
      waiting: line.waiting ? fillLabel(waiting, line.waiting) : '',
      label: `${pieces}: ${line.title}`,
    }));
  }

  get hasPlaces(): boolean {
    return (this.sending?.places?.length ?? 0) > 1;
  }

  get placeOptions() {
    const known = (this.sending?.places ?? []).map(({ id, name }) => ({ label: name!, value: id! }));
    return [...known, { label: anywhere, value: NONE }];
  }

  get isSome(): boolean {
    return this.lines.some((line) => (this.wanted[line.id!] ?? 0) < (line.open ?? 0));
  }

  get sendLabel(): string {
    return this.hasLines ? parcel : title;
  }

  get options() {
    const known = this.carriers.map((name) => ({ label: name, value: name }));
    return [{ label: none, value: NONE }, ...known, { label: other, value: OTHER }];
  }

  get isOther(): boolean {
    return this.chosen === OTHER;
  }

  handleCarrier(event: CustomEvent<{ value: string }>) {
    this.chosen = event.detail.value;
  }

  handlePlace(event: CustomEvent<{ value: string }>) {
    this.choosePlace(event.detail.value);
  }

  handlePieces(event: CustomEvent<{ value: string }>) {
    const { line = '' } = (event.currentTarget as HTMLElement).dataset;
    this.wanted = { ...this.wanted, [line]: Math.max(Math.trunc(Number(event.detail.value)) || 0, 0) };
  }

  private field(name: string): Input | null {
    return this.template?.querySelector<Input>(`[data-field="${name}"]`) ?? null;
  }

  async handleConfirm() {
    const chosen = this.lines
      .map(({ id }) => ({ orderItemId: id!, quantity: this.wanted[id!] ?? 0 }))
      .filter(({ quantity }) => quantity > 0);
    const shipment = {
      carrier: this.isOther ? (this.field('carrier')?.value ?? null) : this.chosen || null,
      trackingNumber: this.field('trackingNumber')?.value || null,
      trackingUrl: this.field('trackingUrl')?.value || null,
      lines: this.hasLines ? chosen : null,
      locationId: this.place || null,
      key: this.key,
    };
    this.isBusy = true;
    this.errorMessage = '';
    try {
      await fulfil({ orderId: this.orderId, shipment: shipment });
      this.close(this.isSome ? 'some' : 'all');
    } catch (error) {
      this.show(toStoreError(error));
    } finally {
      this.isBusy = false;
    }
  }

  private show({ message, fields }: ReturnType<typeof toStoreError>) {
    for (const name of ['carrier', 'trackingNumber', 'trackingUrl', ...this.lines.map(({ id }) => id!)]) {
      const field = this.field(name);
      field?.setCustomValidity(fields[name] ?? '');
      field?.reportValidity();
    }
    this.errorMessage = fields.lines ?? message;
  }

  handleCancel() {
    this.close(false);
  }
}
