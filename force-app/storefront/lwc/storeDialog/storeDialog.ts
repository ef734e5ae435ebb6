import { LightningElement, api } from 'lwc';
import closeLabel from '@salesforce/label/c.Store_Close';

/**
 * A drawer over the page. The browser's own modal dialog keeps the focus inside, closes on Esc and gives the focus back.
 * @slot default the drawer's content
 * @fires StoreDialog#close when the shopper closed it
 */
export default class StoreDialog extends LightningElement {
  static renderMode = 'light' as const;

  /** Heading, also the accessible name. */
  @api heading = '';
  /** Edge of the window that the drawer comes from. */
  @api side: 'start' | 'end' = 'end';
  @api open = false;

  labels = { closeLabel };

  get dialogClass(): string {
    return `store-dialog dialog ${this.side}`;
  }

  /** Read in the template, so that opening and closing renders anew and reaches `renderedCallback`. */
  get state(): string {
    return this.open ? 'open' : 'closed';
  }

  renderedCallback(): void {
    const dialog = this.refs?.dialog as HTMLDialogElement | undefined;
    if (!dialog || dialog.open === Boolean(this.open)) {
      return;
    }
    if (this.open) {
      dialog.showModal();
    } else {
      dialog.close();
    }
  }

  handleClose(): void {
    if (this.open) {
      this.dispatchEvent(new CustomEvent('close'));
    }
  }

  handleDialogClick(event: MouseEvent): void {
    // The backdrop belongs to the dialog element itself; everything inside is a descendant.
    if (event.target === event.currentTarget) {
      this.handleClose();
    }
  }
}
