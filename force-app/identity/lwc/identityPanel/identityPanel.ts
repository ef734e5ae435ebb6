import { LightningElement, api } from 'lwc';

/**
 * The frame of the pages of signing in and up.
 * @slot default the form
 */
export default class IdentityPanel extends LightningElement {
  static renderMode = 'light' as const;

  @api heading = '';
  /** Sentence below the heading; blank for none. */
  @api lead = '';
  /** Name of an icon above the heading; blank for none. */
  @api icon = '';
}
