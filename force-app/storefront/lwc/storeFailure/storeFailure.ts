import { LightningElement, api } from 'lwc';
import retry from '@salesforce/label/c.Store_TryAgain';

/**
 * Something that the page needs could not be had, and a button to ask again.
 * @fires StoreFailure#retry the shopper asks again; the page is loaded anew unless somebody prevents it
 */
export default class StoreFailure extends LightningElement {
  static renderMode = 'light' as const;

  /** What happened, as a sentence. */
  @api message = '';

  /** Asking again changes nothing: there is no button. */
  @api isFinal = false;

  labels = { retry };

  get canRetry(): boolean {
    return !this.isFinal;
  }

  handleRetry(): void {
    if (this.dispatchEvent(new CustomEvent('retry', { cancelable: true }))) {
      window.location.reload();
    }
  }
}
