import { LightningElement, api } from 'lwc';
import { homeUrl } from 'c/storeRoutes';
import type { NavigationNode } from 'c/storeNavigation';
import type { StoreDto } from 'c/storeTypes';
import menuLabel from '@salesforce/label/c.Store_Menu';
import homeLabel from '@salesforce/label/c.Store_Home';
import navigationLabel from '@salesforce/label/c.Store_Navigation';
import viewAll from '@salesforce/label/c.Store_ViewAll';

/**
 * The phone's navigation, in a drawer.
 * @fires StoreMenu#close when it was closed or a link was followed
 */
export default class StoreMenu extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  @api nodes: NavigationNode[] = [];
  @api open = false;

  labels = { menuLabel, homeLabel, navigationLabel, viewAll };
  homeUrl = homeUrl();

  get emailUrl(): string | null {
    return this.store?.supportEmail ? `mailto:${this.store.supportEmail}` : null;
  }

  get phoneUrl(): string | null {
    return this.store?.supportPhone ? `tel:${this.store.supportPhone.replace(/[^+\d]/g, '')}` : null;
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
