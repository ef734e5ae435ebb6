import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import isGuest from '@salesforce/user/isGuest';
import forgotPassword from '@salesforce/apex/SignInController.forgotPassword';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { staffNotice } from 'c/staffGate';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import { accountUrl, queryParameters, safeStartUrl, signInUrl, webPage, type PageReference } from 'c/storeRoutes';
import type { StoreDto, WireResult } from 'c/storeTypes';
import emailWrong from '@salesforce/label/c.Identity_Email_Wrong';
import title from '@salesforce/label/c.Identity_Page_Forgot_Title';
import lead from '@salesforce/label/c.Identity_Page_Forgot_Lead';
import email from '@salesforce/label/c.Identity_Page_Email';
import sendLink from '@salesforce/label/c.Identity_Page_Send_Link';
import sending from '@salesforce/label/c.Identity_Page_Sending';
import back from '@salesforce/label/c.Identity_Page_Back_To_Sign_In';
import checkMail from '@salesforce/label/c.Identity_Page_Check_Mail';
import checkMailText from '@salesforce/label/c.Identity_Page_Check_Mail_Text';

/** Asks for a link to choose a new password. Says the same whether or not the address is known. Whoever is signed in goes on. */
export default class ForgotPage extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { title, lead, email, back, checkMail };
  startUrl: string | null = null;
  email = '';
  error = '';
  problem: string | null = null;
  /** What staff see instead; null for everybody else. */
  staffNotice: unknown = null;
  busy = false;
  sent = false;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.startUrl = safeStartUrl(queryParameters(page).startURL);
    if (page && !isGuest) {
      this.goOn();
    }
  }

  get signInUrl(): string {
    return signInUrl(this.startUrl ?? accountUrl());
  }

  /** Customers who are signed in have come for what is next; staff are told that the page is not theirs. */
  private async goOn(): Promise<void> {
    try {
      this.staffNotice = await staffNotice(this.storeCode);
    } catch (error) {
      this.problem = toStoreError(error).message;
      return;
    }
    if (!this.staffNotice) {
      this[NavigationMixin.Navigate](webPage(accountUrl('profile')));
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      describePage(title, data.name);
    }
  }

  get sentText(): string {
    return fillLabel(checkMailText, this.email.trim());
  }

  get busyText(): string {
    return String(this.busy);
  }

  get submitText(): string {
    return this.busy ? sending : sendLink;
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.email = event.detail.value;
    this.error = '';
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this.error = this.email.trim() ? '' : emailWrong;
    if (this.busy || this.error) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      await forgotPassword({ storeCode: this.storeCode, email: this.email, startUrl: this.startUrl });
      this.sent = true;
      announce(checkMail);
    } catch (failed) {
      const failure = toStoreError(failed);
      this.error = failure.fields.email ?? '';
      this.problem = failure.message;
    } finally {
      this.busy = false;
    }
  }
}
