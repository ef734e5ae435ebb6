import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import isGuest from '@salesforce/user/isGuest';
import requestSignUp from '@salesforce/apex/SignInController.requestSignUp';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { staffNotice } from 'c/staffGate';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import {
  accountUrl,
  privacyUrl,
  queryParameters,
  safeStartUrl,
  signInUrl,
  termsUrl,
  webPage,
  type PageReference,
} from 'c/storeRoutes';
import type { StoreDto, WireResult } from 'c/storeTypes';
import agree from '@salesforce/label/c.Identity_Page_Sign_Up_Agree';
import privacy from '@salesforce/label/c.Store_Privacy';
import terms from '@salesforce/label/c.Store_Terms';
import emailWrong from '@salesforce/label/c.Identity_Email_Wrong';
import nameNeeded from '@salesforce/label/c.Identity_Name_Needed';
import title from '@salesforce/label/c.Identity_Page_Sign_Up';
import lead from '@salesforce/label/c.Identity_Page_Sign_Up_Lead';
import firstName from '@salesforce/label/c.Identity_Page_First_Name';
import lastName from '@salesforce/label/c.Identity_Page_Last_Name';
import email from '@salesforce/label/c.Identity_Page_Email';
import sendLink from '@salesforce/label/c.Identity_Page_Send_Link';
import sending from '@salesforce/label/c.Identity_Page_Sending';
import haveAccount from '@salesforce/label/c.Identity_Page_Have_Account';
import signIn from '@salesforce/label/c.Identity_Page_Sign_In';
import checkMail from '@salesforce/label/c.Identity_Page_Check_Mail';
import checkMailText from '@salesforce/label/c.Identity_Page_Check_Mail_Text';
import otherAddress from '@salesforce/label/c.Identity_Page_Other_Address';

/** Asks for a link to make an account. Says the same whether or not the address is known. Whoever is signed in goes on. */
export default class SignUpPage extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { agree, title, lead, haveAccount, privacy, signIn, checkMail, otherAddress, terms };
  urls = { privacy: privacyUrl(), terms: termsUrl() };
  values: Record<string, string> = { firstName: '', lastName: '', email: '' };
  errors: Record<string, string> = {};
  problem: string | null = null;
  /** What staff see instead; null for everybody else. */
  staffNotice: unknown = null;
  busy = false;
  sent = false;
  startUrl: string | null = null;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.startUrl = safeStartUrl(queryParameters(page).startURL);
    if (page && !isGuest) {
      this.goOn();
    }
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
      this[NavigationMixin.Navigate](webPage(this.startUrl ?? accountUrl()));
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      describePage(title, data.name);
    }
  }

  get fields() {
    return [
      { name: 'firstName', label: firstName, type: 'text', autocomplete: 'given-name', required: false },
      { name: 'lastName', label: lastName, type: 'text', autocomplete: 'family-name', required: true },
      { name: 'email', label: email, type: 'email', autocomplete: 'email', required: true },
    ].map((field) => ({ ...field, value: this.values[field.name], error: this.errors[field.name] ?? '' }));
  }

  get signInUrl(): string {
    return signInUrl(this.startUrl ?? accountUrl());
  }

  get sentText(): string {
    return fillLabel(checkMailText, this.values.email.trim());
  }

  get busyText(): string {
    return String(this.busy);
  }

  get submitText(): string {
    return this.busy ? sending : sendLink;
  }

  handleField(event: CustomEvent<{ name: string; value: string }>): void {
    const { name, value } = event.detail;
    this.values = { ...this.values, [name]: value };
    this.errors = { ...this.errors, [name]: '' };
  }

  handleAgain(): void {
    this.sent = false;
    this.values = { ...this.values, email: '' };
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this.errors = {
      ...(!this.values.lastName.trim() && { lastName: nameNeeded }),
      ...(!this.values.email.trim() && { email: emailWrong }),
    };
    if (this.busy || Object.keys(this.errors).length) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      await requestSignUp({ storeCode: this.storeCode, ...this.values, startUrl: this.startUrl });
      this.sent = true;
      announce(checkMail);
    } catch (error) {
      const failure = toStoreError(error);
      this.errors = failure.fields;
      this.problem = failure.message;
    } finally {
      this.busy = false;
    }
  }
}
