import { LightningElement, api } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import { loadAddressData, type AddressData } from 'c/addressBook';
import { addressLines } from 'c/addressPrinter';
import { waitingText } from 'c/cartWaiting';
import { parcelStep, parcelText } from 'c/parcelStates';
import { announce } from 'c/storeEvents';
import { fillLabel, formatDateTime, formatDay, formatMoney, lineDetails } from 'c/storeFormat';
import { hoursLines } from 'c/storeHours';
import { qrPath } from 'c/storeQr';
import { searchUrl } from 'c/storeRoutes';
import type { AddressDto, OrderDto, ShipmentDto, StoreDto } from 'c/storeTypes';
import { headOf, type OrderHead } from './head';
import { labels } from './labels';
import { statusText } from './statusText';

interface AddressView {
  key: string;
  label: string;
  text: string;
  lines: { key: string; text: string }[];
}

const contentsText = ({ title, variantTitle, quantity }: NonNullable<ShipmentDto['lines']>[number]): string =>
  `${quantity} × ${variantTitle ? `${title} (${variantTitle})` : title}`;

/**
 * An order as shoppers see it: what has become of it, what is left to pay, lines, totals, addresses.
 * @slot actions buttons beside the heading of a plain order
 */
export default class OrderDetail extends LightningElement {
  static renderMode = 'light' as const;

  @api order: OrderDto | null = null;
  @api store: StoreDto | null = null;
  /** Address under which whoever has it sees the order; blank to show none. */
  @api privateLink: string | null = null;
  /** Headed by its number instead of by thanks: for an order that is looked up again. */
  @api isPlain = false;
  /** Page of the order's invoice; blank for none. */
  @api invoiceUrl = '';

  labels = labels;
  urls = { all: searchUrl({}) };
  copied = false;
  addressData: AddressData | null = null;
  /** For members, in stores that have points. */
  points: unknown = null;

  async connectedCallback(): Promise<void> {
    if (!isGuest && this.store?.pointsFor) {
      this.loadPoints();
    }
    if (this.order?.shippingAddress || this.order?.billingAddress || this.order?.collection?.address) {
      try {
        this.addressData = await loadAddressData();
      } catch {
        this.addressData = null; // The order is worth showing without the addresses.
      }
    }
  }

  get isCancelled(): boolean {
    return Boolean(this.order?.cancelledAt);
  }

  private async loadPoints(): Promise<void> {
    this.points = (await import('c/orderPoints')).default;
  }

  get orderName(): string {
    return fillLabel(labels.orderNumber, this.order?.orderNumber ?? '');
  }

  get head(): OrderHead | null {
    return this.order && headOf(this.order, this.store?.locale);
  }

  get placedText(): string {
    return fillLabel(labels.placedOn, formatDateTime(this.order?.placedAt, this.store?.locale));
  }

  get plainText(): string {
    return [this.order?.statusLabel, this.placedText].filter(Boolean).join(' · ');
  }

  get isConfirmation(): boolean {
    return !this.isPlain;
  }

  get context() {
    const store = this.store;
    return store && this.order ? { ...store, currencyCode: this.order.currencyCode } : null;
  }

  get lines() {
    return (this.order?.items ?? []).map((item, index) => ({
      ...item,
      details: lineDetails(item.details, this.store?.locale),
      isOwn: !item.parentId,
      key: `${index}|${item.sku ?? ''}`,
      total: formatMoney(item.lineTotal, this.context),
      waiting: this.isOpen ? waitingText(item, this.store?.locale) : '',
      sent: this.sentText(item),
      quantityText: fillLabel(labels.quantityTimes, item.quantity),
    }));
  }

  /** Something is still to be sent. */
  private get isOpen(): boolean {
    return ['Unfulfilled', 'Partially Fulfilled'].includes(this.order?.fulfillmentStatus ?? '');
  }

  /** How much of a line has left, where parcels of the order leave one by one. */
  private sentText({ sentQuantity: sent = 0, openQuantity: open = 0 }: OrderDto['items'][number]): string {
    if (this.order?.fulfillmentStatus !== 'Partially Fulfilled' || !sent) {
      return '';
    }
    return open ? fillLabel(labels.lineSentOf, sent, sent + open) : labels.lineSent;
  }

  get facts() {
    const order = this.order;
    // Of what is not sent no shipment is getting ready.
    const shipment =
      order?.isShipped !== false && (order?.shippingAddress || order?.fulfillmentStatus !== 'Unfulfilled');
    // Nothing is made ready before the money is there, unless an account owes it.
    const isUnpaid = order?.paymentStatus === 'Pending' && !order.owed && order.fulfillmentStatus === 'Unfulfilled';
    const shipmentText = isUnpaid ? labels.awaitingPayment : statusText(order?.fulfillmentStatus);
    const facts = [
      { key: 'status', label: labels.status, value: order?.statusLabel || order?.status },
      { key: 'email', label: labels.email, value: order?.email },
      { key: 'payment', label: labels.payment, value: this.isSplit ? null : order?.paymentMethod },
      { key: 'paymentStatus', label: labels.paymentStatus, value: this.paymentStatusText },
      { key: 'shipping', label: labels.shippingMethod, value: order?.shippingMethod },
      { key: 'fulfillment', label: labels.fulfillmentStatus, value: shipment && shipmentText },
    ];
    return facts.filter((fact) => Boolean(fact.value));
  }

  get paymentStatusText(): string | null {
    const { owed, paymentStatus } = this.order ?? {};
    if (!owed) {
      return statusText(paymentStatus);
    }
    const day = formatDay(owed.dueOn, this.store?.locale);
    return day ? fillLabel(labels.accountStatusDue, day) : labels.accountStatus;
  }

  /** Paid with several things: each is told with its amount. */
  get isSplit(): boolean {
    return (this.order?.payments?.length ?? 0) > 1;
  }

  get paidWith() {
    const heading = this.order?.paymentStatus === 'Pending' ? labels.toPayWith : labels.paidWith;
    const rows = (this.order?.payments ?? []).map(({ label, amount }, index) => ({
      key: `${index}|${label}`,
      label,
      value: formatMoney(amount, this.context),
    }));
    return this.isSplit ? { heading, rows } : null;
  }

  /** What the account owes, by when, and what happens next. */
  get onAccount() {
    const { order } = this;
    const owed = order?.owed;
    if (!order || !owed) {
      return null;
    }
    const day = formatDay(owed.dueOn, this.store?.locale);
    const waits = order.shippingAddress ? labels.accountNext : labels.accountNextDigital;
    const next = order.fulfillmentStatus === 'Fulfilled' ? labels.accountSent : waits;
    const facts = [
      { key: 'account', label: labels.accountName, value: owed.accountName },
      { key: 'po', label: labels.accountPo, value: owed.purchaseOrder },
      { key: 'owed', label: labels.accountAmount, value: formatMoney(owed.amount, this.context) },
      { key: 'due', label: labels.accountDueOn, value: day },
    ];
    return {
      next: [next, day && fillLabel(labels.accountDue, day)].filter(Boolean).join(' '),
      facts: facts.filter(({ value }) => Boolean(value)),
      payTo: this.transferFacts.filter(({ key }) => key !== 'amount'),
      hasPayTo: this.transferFacts.length > 0,
    };
  }

  /** Instructions for whoever pays before anything is sent. */
  get isPrepaid(): boolean {
    return Boolean(this.order?.paymentInstructions) && !this.order?.owed;
  }

  /** Parcels that have left, with where they are followed. */
  get shipments() {
    return (this.order?.shipments ?? []).map((shipment, index) => {
      const { carrier, trackingNumber, trackingUrl, status, statusAt, shippedAt } = shipment;
      const state = parcelText(status);
      const day = formatDay(shippedAt?.slice(0, 10), this.store?.locale);
      const isBegun = status !== 'Shipped';
      return {
        key: `${index}|${trackingNumber ?? ''}`,
        // What all of the order is in needs no list of its own.
        lines: this.isWhole
          ? []
          : (shipment.lines ?? []).map((line, place) => ({ key: place, text: contentsText(line) })),
        since:
          isBegun && statusAt ? fillLabel(labels.parcelSince, state, formatDateTime(statusAt, this.store?.locale)) : '',
        steps: [1, 2, 3, 4].map((step) => ({ key: step, class: step <= parcelStep(status) ? 'step done' : 'step' })),
        isTroubled: status === 'Exception' || status === 'Failed Attempt',
        title: carrier ? fillLabel(labels.shipmentBy, carrier) : state,
        state: [carrier ? state : '', day && fillLabel(labels.shippedOn, day)].filter(Boolean).join(' · '),
        trackingNumber,
        trackingUrl,
        trackLabel: fillLabel(labels.trackNamed, trackingNumber ?? carrier ?? ''),
      };
    });
  }

  /** Where and when it is collected, and what is shown there. */
  get collection() {
    const collection = this.order?.collection;
    if (!collection || this.order?.fulfillmentStatus === 'Cancelled') {
      return null;
    }
    const { locale } = this.store ?? {};
    const { code, collectBy, collectedAt, dueAt } = collection;
    const texts = code
      ? [labels.collectReady, collectBy && fillLabel(labels.collectBy, formatDay(collectBy, locale))]
      : [
          collectedAt
            ? fillLabel(labels.collectDone, formatDateTime(collectedAt, locale))
            : dueAt && fillLabel(labels.collectDue, formatDateTime(dueAt, locale)),
        ];
    const lines =
      collection.address && this.addressData ? addressLines(this.addressData, collection.address, locale) : [];
    return {
      heading: fillLabel(labels.collectHeading, collection.place),
      text: texts.filter(Boolean).join(' '),
      code,
      codeText: code ? fillLabel(labels.collectCode, code) : '',
      qr: code ? qrPath(code) : null,
      address: lines.map((text, key) => ({ key, text })),
      hours: hoursLines(collection.hours, locale).map((text, key) => ({ key, text })),
      hasHours: (collection.hours?.length ?? 0) > 0,
      phone: collection.phone,
      note: collection.note,
    };
  }

  /** One parcel has all of it. */
  private get isWhole(): boolean {
    return this.order?.fulfillmentStatus === 'Fulfilled' && this.order.shipments?.length === 1;
  }

  get hasShipments(): boolean {
    return this.shipments.length > 0;
  }

  get invoiceText(): string | null {
    const { invoiceNumber } = this.order ?? {};
    return invoiceNumber && this.invoiceUrl ? fillLabel(labels.invoiceOpen, invoiceNumber) : null;
  }

  /** What was credited of the invoice, each with its page. */
  get creditNotes() {
    const { invoiceUrl, context } = this;
    return (invoiceUrl ? (this.order?.creditNotes ?? []) : []).map(({ documentNumber, total }) => ({
      key: documentNumber,
      url: `${invoiceUrl}${invoiceUrl.includes('?') ? '&' : '?'}document=${encodeURIComponent(documentNumber)}`,
      text: fillLabel(labels.creditNoteOpen, documentNumber, formatMoney(total, context)),
    }));
  }

  /** What a bank transfer needs, ready to be copied into the bank's form. */
  get transferFacts() {
    const transfer = this.order?.transfer;
    const facts = [
      { key: 'amount', label: labels.transferAmount, value: transfer && formatMoney(transfer.amount, this.context) },
      { key: 'reference', label: labels.transferReference, value: transfer?.reference },
      { key: 'holder', label: labels.accountHolder, value: transfer?.accountHolder },
      { key: 'number', label: labels.accountNumber, value: transfer?.accountNumber },
      { key: 'bank', label: labels.bankCode, value: transfer?.bankCode },
    ];
    return facts.filter((fact) => Boolean(fact.value));
  }

  /** By when a transfer has to arrive; blank when no day is set. */
  get payByText(): string {
    const day = formatDay(this.order?.transfer?.dueDate, this.store?.locale);
    return day && fillLabel(labels.payBy, day);
  }

  get hasRefunds(): boolean {
    return this.refundFacts.length > 0;
  }

  /** What came back or will, what is no longer to be paid, and what was kept. */
  get refundFacts() {
    const { entries = [], lines = [], kept = [] } = this.order?.refunds ?? {};
    const labelOf = ({ isRefund, isDone }: { isRefund: boolean; isDone: boolean }) => {
      if (!isRefund) return labels.refundNotDue;
      return isDone ? labels.refundedTo : labels.refundComing;
    };
    return [
      ...lines.map(({ title, quantity, amount }) => ({ label: quantity ? `${quantity} × ${title}` : title, amount })),
      ...entries.map((entry) => ({
        label: fillLabel(labelOf(entry), entry.label ?? ''),
        amount: entry.amount,
        note: entry.note,
      })),
      ...kept.map(({ title, amount }) => ({ label: fillLabel(labels.refundKept, title), amount })),
    ].map((fact, key) => ({ note: null, ...fact, key, value: formatMoney(fact.amount, this.context) }));
  }

  /** Where it is sent, and to whom it is billed where that is told and differs. */
  get addresses(): AddressView[] {
    const { shippingAddress, billingAddress } = this.order ?? {};
    const shipping = this.addressView('shipping', labels.shippingAddress, shippingAddress);
    const billing = this.addressView('billing', labels.billingAddress, billingAddress);
    const isSame = shipping && billing && shipping.text === billing.text;
    return [shipping, isSame ? null : billing].filter((view): view is AddressView => Boolean(view));
  }

  addressView(key: string, label: string, address: AddressDto | null | undefined): AddressView | null {
    if (!address || !this.addressData) {
      return null;
    }
    const texts = addressLines(this.addressData, address, this.store?.locale);
    return {
      key,
      label,
      text: texts.join('\n'),
      lines: texts.map((text, index) => ({ key: `${index}|${text}`, text })),
    };
  }

  /** The order's own link is the way back; one of a look-up ends. */
  get privateLinkHelp(): string {
    const ends = this.order?.linkEndsAt;
    return ends ? fillLabel(labels.privateLinkEnds, formatDateTime(ends, this.store?.locale)) : labels.privateLinkHelp;
  }

  get copyText(): string {
    return this.copied ? labels.copied : labels.copyLink;
  }

  async handleCopy(): Promise<void> {
    const field = this.refs?.link as HTMLInputElement;
    field.select();
    try {
      await navigator.clipboard.writeText(this.privateLink ?? '');
      this.copied = true;
      announce(labels.copied);
    } catch {
      announce(labels.copyByHand); // The browser forbids it: the link is selected, ready to be copied by hand.
    }
  }
}
