import { LightningElement, api } from 'lwc';
import type { InvoiceDto } from 'c/storeTypes';

const texts = (lines: string[]) => lines.map((text, index) => ({ key: `${index}|${text}`, text }));

/** An invoice or a credit note as it is printed: on paper it fills the page. Its words are those of the document, whoever looks. */
export default class InvoiceDocument extends LightningElement {
  static renderMode = 'light' as const;

  @api document: InvoiceDto | null = null;

  get shown(): InvoiceDto {
    return this.document as InvoiceDto;
  }

  get sellerLines() {
    return texts(this.shown.sellerLines);
  }

  get buyerLines() {
    return texts(this.shown.buyerLines);
  }

  get headings() {
    const [item, quantity, price, rate, amount] = this.shown.headings;
    return { item, quantity, price, rate, amount };
  }

  get lines() {
    return this.shown.lines.map((line, index) => ({ ...line, key: `${index}|${line.title}` }));
  }

  get taxHeadings() {
    const [name, net, tax] = this.shown.taxHeadings;
    return { name, net, tax };
  }

  get taxes() {
    return this.shown.taxes.map((tax, index) => ({ ...tax, key: `${index}|${tax.name}` }));
  }

  get hasTaxes(): boolean {
    return this.shown.taxes.length > 0;
  }

  get legalNotes() {
    return texts(this.shown.legalNotes);
  }

  get paymentNotes() {
    return texts(this.shown.paymentNotes);
  }
}
