import { LightningElement, api } from 'lwc';
import { isAssisted } from 'c/staffVisit';
import only from '@salesforce/label/c.Customers_Assisted_Refused';

/**
 * Around what only the customer may do: staff in their place see that it is the customer's own instead of a button that refuses.
 * @slot default the button or form
 */
export default class CustomerOnly extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  /** Says nothing: the reason stands elsewhere on the page. */
  @api quiet = false;
  /** What staff read; by default that only the customer can do this. */
  @api reason = only;

  isAssisted = false;

  async connectedCallback(): Promise<void> {
    this.isAssisted = await isAssisted(this.storeCode);
  }

  get isTold(): boolean {
    return this.isAssisted && !this.quiet;
  }

  get isTheirs(): boolean {
    return !this.isAssisted;
  }
}
