import { LightningElement, api } from 'lwc';

/** Place for a form's general message. */
export default class Messages extends LightningElement {
  text = '';

  /** The message; an object's `message` is shown. */
  @api
  get error(): { message?: string } | string {
    return this.text;
  }
  set error(error: { message?: string } | string) {
    this.setError(error);
  }

  @api
  setError(error: { message?: string } | string | null): void {
    this.text = typeof error === 'string' ? error : (error?.message ?? '');
  }
}
