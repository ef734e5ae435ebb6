import { LightningElement, api } from 'lwc';
import finish from '@salesforce/apex/AssistedShoppingController.finish';
import { staffVisit, type StaffVisit } from 'c/staffVisit';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { accountUrl, signOutUrl } from 'c/storeRoutes';
import account from '@salesforce/label/c.Identity_Page_Staff_Account';
import link from '@salesforce/label/c.Identity_Page_Staff_Link';
import page from '@salesforce/label/c.Identity_Page_Staff_Page';
import shopping from '@salesforce/label/c.Identity_Page_Staff_Shopping';
import signOut from '@salesforce/label/c.Identity_Page_Staff_Sign_Out';
import title from '@salesforce/label/c.Identity_Page_Staff_Title';
import toCustomer from '@salesforce/label/c.Identity_Page_Staff_To_Customer';
import toOrg from '@salesforce/label/c.Identity_Page_Staff_To_Org';

/** Tells staff why a page for customers is not theirs, and how to go on: signed out here, or back in the org. */
export default class StaffNotice extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  /** `link`: the page of a link that a customer was sent; `page`: one where customers sign in. */
  @api kind: 'link' | 'page' = 'page';

  labels = { signOut, title };
  accountUrl = accountUrl();
  visit: StaffVisit | null = null;
  errorMessage = '';
  isLeaving = false;

  async connectedCallback(): Promise<void> {
    try {
      this.visit = await staffVisit(this.storeCode);
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  get lead(): string {
    const { staffName, customerName } = this.visit!;
    if (this.kind === 'link') return fillLabel(link, staffName);
    return customerName ? fillLabel(shopping, staffName, customerName) : fillLabel(page, staffName);
  }

  get accountText(): string | null {
    const { customerName } = this.visit!;
    return this.kind === 'page' && customerName ? fillLabel(account, customerName) : null;
  }

  get orgText(): string {
    const { customerName } = this.visit!;
    return customerName ? fillLabel(toCustomer, customerName) : toOrg;
  }

  get signOutClass(): string {
    return this.accountText ? 'store-button secondary wide' : 'store-button wide';
  }

  /** Back here as a guest. */
  get signOutUrl(): string {
    const { pathname, search } = window.location;
    return signOutUrl(pathname + search);
  }

  get busyText(): string {
    return String(this.isLeaving);
  }

  /** Nobody leaves a customer's place open behind them. */
  async handleSignOut(event: Event): Promise<void> {
    if (!this.visit?.customerName) return;
    event.preventDefault();
    if (this.isLeaving) return;
    this.isLeaving = true;
    this.errorMessage = '';
    try {
      await finish();
      window.location.assign(this.signOutUrl);
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
      this.isLeaving = false;
    }
  }
}
