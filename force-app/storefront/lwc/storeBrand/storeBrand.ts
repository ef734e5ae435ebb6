import { LightningElement, api } from 'lwc';
import { homeUrl } from 'c/storeRoutes';
import home from '@salesforce/label/c.Store_Home';

/** The shop's logo, or its name where it has none; leads home. */
export default class StoreBrand extends LightningElement {
  static renderMode = 'light' as const;

  /** The shop's name; blank while it is not known. */
  @api name = '';
  /** Address of the logo; blank or null shows the name. */
  @api logoUrl: string | null = null;

  url = homeUrl();

  get label(): string {
    return this.name || home;
  }
}
