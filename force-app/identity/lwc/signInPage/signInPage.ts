import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import isGuest from '@salesforce/user/isGuest';
import getProviders from '@salesforce/apex/SignInController.getProviders';
import signIn from '@salesforce/apex/SignInController.signIn';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { staffNotice } from 'c/staffGate';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { accountUrl, forgotPasswordUrl, queryParameters, safeStartUrl, signUpUrl, webPage } from 'c/storeRoutes';
import type { PageReference } from 'c/storeRoutes';
import type { StoreDto, WireResult } from 'c/storeTypes';
import emailWrong from '@salesforce/label/c.Identity_Email_Wrong';
import passwordNeeded from '@salesforce/label/c.Identity_Password_Needed';
import title from '@salesforce/label/c.Identity_Page_Sign_In';
import lead from '@salesforce/label/c.Identity_Page_Sign_In_Lead';
import email from '@salesforce/label/c.Identity_Page_Email';
import password from '@salesforce/label/c.Identity_Page_Password';
import forgot from '@salesforce/label/c.Identity_Page_Forgot';
import newHere from '@salesforce/label/c.Identity_Page_New_Here';
import makeAccount from '@salesforce/label/c.Identity_Page_Make_Account';
import signingIn from '@salesforce/label/c.Identity_Page_Signing_In';
import cancelled from '@salesforce/label/c.Identity_Page_Provider_Cancelled';
import failed from '@salesforce/label/c.Identity_Page_Provider_Failed';
import or from '@salesforce/label/c.Identity_Page_Or';
import { PROVIDER_ICONS } from './providerIcons';

interface Provider {
  label: string;
  kind: string;
  url: string;
}

/** What a visitor is told who comes back from a provider; the platform's own words are never shown: anybody can write them. */
function providerProblem({ ErrorCode, ErrorDescription }: Record<string, string>): string | null {
  if (!ErrorCode) {
    return null;
  }
  return /access_denied|cancel/i.test(`${ErrorCode} ${ErrorDescription ?? ''}`) ? cancelled : failed;
}

/** Signing in with a password or a provider. Whoever is signed in already goes on. */
export default class SignInPage extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { title, lead, email, password, forgot, newHere, makeAccount, or };
  email = '';
  errors: Record<string, string> = {};
  problem: string | null = null;
  /** What staff see instead; null for everybody else. */
  staffNotice: unknown = null;
  busy = false;
  buttons: Provider[] = [];
  startUrl: string | null = null;
  asked = false;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    if (!page || this.asked) {
      return;
    }
    this.asked = true;
    const asked = queryParameters(page);
    this.startUrl = safeStartUrl(asked.startURL);
    this.problem = providerProblem(asked);
    if (isGuest) {
      this.loadProviders();
    } else {
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

  async loadProviders(): Promise<void> {
    try {
      this.buttons = await getProviders({ storeCode: this.storeCode, startUrl: this.startUrl ?? accountUrl() });
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
  }

  get providers() {
    return this.buttons.map((button) => ({ ...button, path: PROVIDER_ICONS[button.kind] ?? null }));
  }

  get hasProviders(): boolean {
    return this.buttons.length > 0;
  }

  get urls() {
    return { forgot: forgotPasswordUrl(this.startUrl), signUp: signUpUrl(this.startUrl) };
  }

  get busyText(): string {
    return String(this.busy);
  }

  get submitText(): string {
    return this.busy ? signingIn : title;
  }

  handleField(event: CustomEvent<{ name: string; value: string }>): void {
    this.email = event.detail.value;
    this.errors = {};
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const typed = (this.refs?.password as unknown as { value: string }).value;
    this.errors = {
      ...(!this.email.trim() && { email: emailWrong }),
      ...(!typed && { password: passwordNeeded }),
    };
    if (this.busy || Object.keys(this.errors).length) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      const { url, problem } = await signIn({
        storeCode: this.storeCode,
        email: this.email,
        password: typed,
        startUrl: this.startUrl ?? accountUrl(),
      });
      if (url) {
        window.location.assign(url);
        return; // The page goes: its button stays as it is.
      }
      this.problem = problem;
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
    this.busy = false;
  }
}
