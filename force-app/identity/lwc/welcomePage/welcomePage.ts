import { api } from 'lwc';
import LinkPage from 'c/linkPage';
import { staffNotice } from 'c/staffGate';
import finishSignUp from '@salesforce/apex/SignInController.finishSignUp';
import lookAtLink from '@salesforce/apex/SignInController.lookAtLink';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { accountUrl, signInUrl, signUpUrl } from 'c/storeRoutes';
import nameNeeded from '@salesforce/label/c.Identity_Name_Needed';
import passwordNeeded from '@salesforce/label/c.Identity_Password_Needed';
import title from '@salesforce/label/c.Identity_Page_Welcome';
import welcomeBack from '@salesforce/label/c.Identity_Page_Welcome_Back';
import text from '@salesforce/label/c.Identity_Page_Welcome_Text';
import firstName from '@salesforce/label/c.Identity_Page_First_Name';
import lastName from '@salesforce/label/c.Identity_Page_Last_Name';
import password from '@salesforce/label/c.Identity_Page_Password';
import finish from '@salesforce/label/c.Identity_Page_Finish';
import finishing from '@salesforce/label/c.Identity_Page_Finishing';
import askNew from '@salesforce/label/c.Identity_Page_Ask_New';
import linkGone from '@salesforce/label/c.Identity_Page_Link_Gone';
import signIn from '@salesforce/label/c.Identity_Page_Sign_In';

interface Welcome {
  email: string;
  firstName?: string;
  lastName?: string;
  isInvited: boolean;
  passwordPolicy?: string;
}

/** Chooses a password behind a link by e-mail; then the account is made and the shopper signed in. */
export default class WelcomePage extends LinkPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = title;

  labels = { password, askNew, linkGone, signIn };
  urls = { signUp: signUpUrl(null), signIn: signInUrl(accountUrl()) };
  person: Welcome | null = null;
  values: Record<string, string> = {};
  errors: Record<string, string> = {};
  loading = true;
  /** What staff see instead; null for everybody else. */
  staffNotice: unknown = null;

  override async arrive(): Promise<void> {
    this.loading = true;
    try {
      this.person = (await lookAtLink({ storeCode: this.storeCode, secret: this.secret })) as Welcome;
      this.values = { firstName: this.person.firstName ?? '', lastName: this.person.lastName ?? '' };
    } catch (error) {
      const { code, message } = toStoreError(error);
      if (code === 'STAFF_SESSION') {
        this.staffNotice = await staffNotice(this.storeCode);
      }
      this.problem = message;
    } finally {
      this.loading = false;
    }
  }

  get gone(): boolean {
    return !this.loading && !this.person;
  }

  get heading(): string {
    const name = this.person?.firstName || this.person?.lastName;
    return this.person?.isInvited && name ? fillLabel(welcomeBack, name) : title;
  }

  get lead(): string {
    return fillLabel(text, this.person?.email ?? '');
  }

  get fields() {
    return [
      { name: 'firstName', label: firstName, autocomplete: 'given-name', required: false },
      { name: 'lastName', label: lastName, autocomplete: 'family-name', required: true },
    ].map((field) => ({ ...field, value: this.values[field.name], error: this.errors[field.name] ?? '' }));
  }

  get submitText(): string {
    return this.busy ? finishing : finish;
  }

  handleField(event: CustomEvent<{ name: string; value: string }>): void {
    const { name, value } = event.detail;
    this.values = { ...this.values, [name]: value };
    this.errors = { ...this.errors, [name]: '' };
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const typed = (this.refs?.password as unknown as { value: string }).value;
    this.errors = {
      ...(!this.values.lastName.trim() && { lastName: nameNeeded }),
      ...(!typed && { password: passwordNeeded }),
    };
    if (this.busy || Object.keys(this.errors).length) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      const url = await finishSignUp({
        storeCode: this.storeCode,
        secret: this.secret,
        ...this.values,
        password: typed,
        startUrl: accountUrl(this.store?.formPlaces?.includes('Registration') ? 'forms' : undefined),
      });
      window.location.assign(url || this.urls.signIn);
      return; // The page goes: its button stays as it is.
    } catch (error) {
      const failure = toStoreError(error);
      this.errors = failure.fields;
      this.problem = failure.message;
      if (failure.code === 'STAFF_SESSION') {
        this.staffNotice = await staffNotice(this.storeCode);
      }
      if (failure.code === 'LINK_INVALID') {
        this.person = null;
      }
    }
    this.busy = false;
  }
}
