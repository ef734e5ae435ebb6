import { LightningElement, api } from 'lwc';
import { barcodeOf } from 'c/returnBarcode';
import close from '@salesforce/label/c.Returns_Label_Close';
import contents from '@salesforce/label/c.Returns_Label_Contents';
import how from '@salesforce/label/c.Returns_Label_Instructions';
import number from '@salesforce/label/c.Returns_Label_Number';
import order from '@salesforce/label/c.Returns_Label_Order';
import print from '@salesforce/label/c.Returns_Label_Print';
import title from '@salesforce/label/c.Returns_Label_Title';
import to from '@salesforce/label/c.Returns_Label_To';
import usual from '@salesforce/label/c.Returns_Label_Usual';

interface Shown {
  returnNumber?: string;
  address?: string | null;
  lines?: { id?: string; title?: string; quantity?: number }[];
}

/**
 * The label of a return: prints alone, with a code that the desk scans.
 * @fires ReturnLabel#close when it was seen
 */
export default class ReturnLabel extends LightningElement {
  static renderMode = 'light' as const;

  /** The return, as the server tells of it. */
  @api shown: Shown | null = null;
  @api orderNumber = '';
  @api storeName = '';
  /** How goods are packed and sent; blank for the usual words. */
  @api instructions: string | null = null;

  labels = { close, contents, how, number, order, print, title, to };

  get barcode() {
    return barcodeOf(this.shown?.returnNumber ?? '');
  }

  get viewBox(): string {
    return `0 0 ${this.barcode?.width ?? 1} 1`;
  }

  get address(): string {
    return this.shown?.address || this.storeName;
  }

  get words(): string {
    return this.instructions || usual;
  }

  get lines() {
    return (this.shown?.lines ?? []).map(({ id, title: what, quantity }, index) => ({
      key: id ?? String(index),
      text: `${quantity} × ${what}`,
    }));
  }

  connectedCallback(): void {
    document.documentElement.dataset.printing = 'label';
  }

  disconnectedCallback(): void {
    delete document.documentElement.dataset.printing;
  }

  /** Focus goes to what has opened. */
  @api
  focusHeading(): void {
    this.querySelector<HTMLElement>('[data-label-title]')?.focus();
  }

  handlePrint(): void {
    window.print();
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
