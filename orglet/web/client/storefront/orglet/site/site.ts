import { LightningElement, api } from 'lwc';

/** Root of a site's page: the theme layout around the view. */
export default class Site extends LightningElement {
  static renderMode = 'light' as const;

  /** Class of the theme layout. */
  @api layout: unknown;
  /** Class of the view. */
  @api view: unknown;
  /** The current page reference. */
  @api page: unknown;
}
