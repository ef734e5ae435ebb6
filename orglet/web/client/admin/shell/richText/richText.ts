import { LightningElement, api } from 'lwc';

/** Formatted text that a page holds. */
export default class RichText extends LightningElement {
  @api value = '';
}
