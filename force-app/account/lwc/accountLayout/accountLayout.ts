import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import isGuest from '@salesforce/user/isGuest';
import getSections from '@salesforce/apex/AccountController.getSections';
import { toStoreError } from 'c/storeErrors';
import { accountUrl, authoredUrl, homeUrl, signInUrl, signOutUrl, webPage, type PageReference } from 'c/storeRoutes';
import type { AccountSectionDto } from 'c/storeTypes';
import navigation from '@salesforce/label/c.Account_Navigation';
import staffChoose from '@salesforce/label/c.Account_Staff_Choose';
import staffLead from '@salesforce/label/c.Account_Staff_Lead';
import staffShop from '@salesforce/label/c.Account_Staff_Shop';
import staffSignOut from '@salesforce/label/c.Account_Staff_Sign_Out';
import staffTitle from '@salesforce/label/c.Account_Staff_Title';
import signOut from '@salesforce/label/c.Identity_Page_Sign_Out';

/**
 * The frame of the account area's pages: its navigation, and the page beside it. Guests are sent to sign in and come back;
 * staff in nobody's place are told so, since they are signed in already.
 * @slot content the section's page
 */
export default class AccountLayout extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { navigation, signOut, staffChoose, staffLead, staffShop, staffSignOut, staffTitle };
  homeUrl = homeUrl();
  signOutUrl = signOutUrl();
  staffSignOutUrl = signOutUrl(signInUrl(accountUrl()));
  /** Where staff choose a customer; null while it is not known. */
  orgUrl: string | null = null;
  sections: AccountSectionDto[] = [];
  errorMessage: string | null = null;
  isMember = !isGuest;
  isStaff = false;
  /** Read for the entry that is marked; the router changes it. */
  path = window.location.pathname;
  /** Name of the entry that was brought into sight. */
  private sighted: string | undefined;

  connectedCallback(): void {
    if (this.isMember) {
      this.load();
    } else {
      this.signIn();
    }
  }

  /** On a phone the entries are one row, which is wider than the page. */
  renderedCallback(): void {
    const shown = this.querySelector<HTMLElement>('.entry[aria-current]');
    const row = shown?.closest('ul');
    if (shown && row && shown.dataset.section !== this.sighted) {
      this.sighted = shown.dataset.section;
      row.scrollLeft = shown.offsetLeft - row.offsetLeft - (row.clientWidth - shown.offsetWidth) / 2;
    }
  }

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    if (page) {
      this.path = window.location.pathname;
    }
  }

  async load(): Promise<void> {
    this.errorMessage = null;
    try {
      this.sections = await getSections({ storeCode: this.storeCode });
    } catch (error) {
      const failure = toStoreError(error);
      if (failure.code === 'SIGN_IN_REQUIRED' || failure.code === 'SIGNED_OUT') {
        this.isMember = false;
        this.signIn();
      } else if (failure.code === 'NOT_A_CUSTOMER') {
        this.isMember = false;
        this.isStaff = true;
        await this.findWayBack();
      } else {
        this.errorMessage = failure.message;
      }
    }
  }

  private async findWayBack(): Promise<void> {
    const { staffVisit } = await import('c/staffVisit');
    try {
      this.orgUrl = (await staffVisit(this.storeCode))?.orgUrl ?? null;
    } catch (error) {
      // What is said stands without the link.
      console.warn(toStoreError(error).message);
    }
  }

  signIn(): void {
    const { pathname, search } = window.location;
    const url = signInUrl(pathname + search);
    if (isGuest) {
      this[NavigationMixin.Navigate](webPage(url));
    } else {
      // The page still takes the visitor for a member: loaded anew it knows that the session is over.
      window.location.assign(url);
    }
  }

  /** The entry whose page is shown is the one with the longest address that the page's begins with. */
  get entries() {
    const entries = this.sections.map(({ name, title, path, icon }) => ({ name, title, icon, url: authoredUrl(path) }));
    const [shown] = entries
      .filter(({ url }) => this.path === url || this.path.startsWith(`${url.replace(/s$/, '')}/`))
      .sort((left, right) => right.url.length - left.url.length);
    return entries.map((entry) => ({ ...entry, current: entry === shown ? 'page' : null }));
  }

  get hasEntries(): boolean {
    return this.sections.length > 0;
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }
}
