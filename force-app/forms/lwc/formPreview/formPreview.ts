import { LightningElement, api } from 'lwc';
import type { Answers, FormDefinition } from 'c/formRules';
import type { StoreDto } from 'c/storeTypes';

/**
 * A form in the builder, dressed as a shop: the theme of a site is not there, so that its colours are those of the demo.
 * @fires FormPreview#formchange as FormFields fires it
 */
export default class FormPreview extends LightningElement {
  static renderMode = 'light' as const;

  @api definition: FormDefinition | null = null;
  @api answers: Answers | null = null;
  @api context: Answers = {};
  @api today = '';
  /** Whose amounts and days it shows; null: none. */
  @api store: StoreDto | null = null;

  handleChange(event: CustomEvent<object>): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('formchange', { detail: event.detail }));
  }
}
