import { LightningElement, api } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import { accountUrl, homeUrl, signInUrl, signOutUrl, wishlistUrl } from 'c/storeRoutes';
import type { NavigationNode } from 'c/storeNavigation';
import type { StoreDto } from 'c/storeTypes';
import menuLabel from '@salesforce/label/c.Store_Menu';
import homeLabel from '@salesforce/label/c.Store_Home';
import navigationLabel from '@salesforce/label/c.Store_Navigation';
import account from '@salesforce/label/c.Identity_Page_Account';
import signIn from '@salesforce/label/c.Identity_Page_Sign_In';
import signOut from '@salesforce/label/c.Identity_Page_Sign_Out';
import viewAll from '@salesforce/label/c.Store_ViewAll';
import wishlist from '@salesforce/label/c.Store_Wishlist';

/**
 * The phone's navigation, in a drawer, with the way to sign in, to the account and out.
 * @fires StoreMenu#close when it was closed or a link was followed
 */
export default class StoreMenu extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  @api nodes: NavigationNode[] = [];
  @api open = false;

  labels = { menuLabel, homeLabel, navigationLabel, signOut, viewAll, wishlist };
  homeUrl = homeUrl();
  signOutUrl = signOutUrl();
  wishlistUrl = wishlistUrl();
  isMember = !isGuest;
  memberUrl = isGuest ? signInUrl(accountUrl()) : accountUrl();
  memberLabel = isGuest ? signIn : account;

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
