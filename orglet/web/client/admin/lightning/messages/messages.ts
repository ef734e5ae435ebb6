import { LightningElement, api } from 'lwc';

/** Place for a form's general message. */
export default class Messages extends LightningElement {
  @api error = '';

  @api
  setError(error: { message?: string } | string | null): void {
    this.error = typeof error === 'string' ? error : (error?.message ?? '');
  }
}
