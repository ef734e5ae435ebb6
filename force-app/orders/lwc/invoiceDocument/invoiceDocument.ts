import { LightningElement, api } from 'lwc';
import { fillLabel, formatMoney, formatNumber } from 'c/storeFormat';
import type { InvoiceDto } from 'c/storeTypes';
import { labels } from './labels';

const texts = (lines: string[]) => lines.map((text, index) => ({ key: `${index}|${text}`, text }));

/** An invoice as it is printed: on paper it fills the page. */
export default class InvoiceDocument extends LightningElement {
  static renderMode = 'light' as const;

  @api document: InvoiceDto | null = null;

  labels = labels;

  get shown(): InvoiceDto {
    return this.document as InvoiceDto;
  }

  get context() {
    const { locale, currencyCode } = this.shown;
    return { locale: locale ?? 'en-US', currencyCode };
  }

  money(amount: number | null | undefined): string {
    return formatMoney(amount ?? 0, this.context);
  }

  /** A day with its year, as documents have it. */
  day(iso: string | null): string {
    return iso
      ? new Intl.DateTimeFormat(this.context.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
          new Date(`${iso}T00:00:00Z`),
        )
      : '';
  }

  get facts() {
    const { invoiceNumber, issuedOn, orderNumber, orderedOn, suppliedOn, purchaseOrder, dueOn } = this.shown;
    return [
      { key: 'number', label: labels.invoiceNumber, value: invoiceNumber },
      { key: 'date', label: labels.invoiceDate, value: this.day(issuedOn) },
      { key: 'order', label: labels.orderNumber, value: orderNumber },
      { key: 'ordered', label: labels.orderDate, value: this.day(orderedOn) },
      { key: 'purchaseOrder', label: labels.purchaseOrder, value: purchaseOrder },
      { key: 'supplied', label: labels.supplied, value: this.day(suppliedOn) },
      { key: 'due', label: labels.due, value: this.day(dueOn ?? null) },
    ].filter(({ value }) => value);
  }

  get sellerLines() {
    const { sellerLines, sellerEmail, sellerPhone } = this.shown;
    return texts([...sellerLines, sellerEmail, sellerPhone].filter((line): line is string => Boolean(line)));
  }

  get taxNumberText(): string {
    const { taxNumber } = this.shown;
    return taxNumber ? `${labels.taxNumber}: ${taxNumber}` : '';
  }

  get buyerLines() {
    return texts(this.shown.buyerLines);
  }

  get lines() {
    return this.shown.lines.map((line, index) => ({
      ...line,
      key: `${index}|${line.sku ?? ''}`,
      detail: [line.variantTitle, line.sku].filter(Boolean).join(' · '),
      quantityText: formatNumber(line.quantity, this.context.locale),
      priceText: this.money(line.unitPrice),
      rateText: `${formatNumber(line.taxPercent, this.context.locale)} %`,
      totalText: this.money(line.total),
    }));
  }

  get amounts() {
    const { subtotal, discountTotal, shippingTotal, taxTotal, pricesIncludeTax } = this.shown;
    return [
      { key: 'subtotal', label: labels.subtotal, value: subtotal, isShown: true },
      { key: 'discount', label: labels.discount, value: -(discountTotal ?? 0), isShown: Boolean(discountTotal) },
      { key: 'shipping', label: labels.shipping, value: shippingTotal, isShown: shippingTotal !== null },
      { key: 'tax', label: labels.taxTotal, value: taxTotal, isShown: !pricesIncludeTax && Boolean(taxTotal) },
    ]
      .filter(({ isShown }) => isShown)
      .map(({ key, label, value }) => ({ key, label, text: this.money(value) }));
  }

  get totalText(): string {
    return this.money(this.shown.grandTotal);
  }

  get includedText(): string {
    const { taxTotal, pricesIncludeTax } = this.shown;
    return pricesIncludeTax && taxTotal ? fillLabel(labels.included, this.money(taxTotal)) : '';
  }

  get taxes() {
    return this.shown.taxes.map((tax, index) => ({
      key: `${index}|${tax.name}`,
      name: `${tax.name} ${formatNumber(tax.percent, this.context.locale)} %`,
      net: this.money(tax.net),
      amount: this.money(tax.amount),
    }));
  }

  get hasTaxes(): boolean {
    return this.shown.taxes.length > 0;
  }

  get paymentText(): string {
    const { isPaid, paymentMethod, dueOn, payTo, amountDue, grandTotal } = this.shown;
    if (isPaid) {
      return paymentMethod ? fillLabel(labels.paid, paymentMethod) : labels.paidPlain;
    }
    if (payTo?.length) {
      const target = payTo.join(', ');
      const amount = this.money(amountDue ?? grandTotal);
      return dueOn
        ? fillLabel(labels.payToDay, amount, this.day(dueOn), target)
        : fillLabel(labels.payToUndated, amount, target);
    }
    return paymentMethod ? fillLabel(labels.toPay, paymentMethod) : '';
  }
}
