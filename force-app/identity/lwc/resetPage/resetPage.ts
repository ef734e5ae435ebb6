import { api } from 'lwc';
import LinkPage from 'c/linkPage';
import { staffNotice } from 'c/staffGate';
import finishReset from '@salesforce/apex/SignInController.finishReset';
import lookAtReset from '@salesforce/apex/SignInController.lookAtReset';
import { toStoreError } from 'c/storeErrors';
import { toastOnNextPage } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import { accountUrl, forgotPasswordUrl, signInUrl } from 'c/storeRoutes';
import passwordNeeded from '@salesforce/label/c.Identity_Password_Needed';
import title from '@salesforce/label/c.Identity_Page_Reset_Title';
import text from '@salesforce/label/c.Identity_Page_Reset_Text';
import password from '@salesforce/label/c.Identity_Page_Reset_Password';
import save from '@salesforce/label/c.Identity_Page_Reset_Save';
import saving from '@salesforce/label/c.Identity_Page_Reset_Saving';
import done from '@salesforce/label/c.Identity_Page_Reset_Done';
import doneSignIn from '@salesforce/label/c.Identity_Page_Reset_Done_Sign_In';
import askNew from '@salesforce/label/c.Identity_Page_Ask_New';
import linkGone from '@salesforce/label/c.Identity_Page_Link_Gone';
import linkGoneText from '@salesforce/label/c.Identity_Page_Reset_Gone';
import signIn from '@salesforce/label/c.Identity_Page_Sign_In';

interface Person {
  email: string;
  passwordPolicy?: string;
}

/** Chooses a new password behind a link by e-mail; then the shopper is signed in, or signs in with it. */
export default class ResetPage extends LinkPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = title;

  labels = { title, password, askNew, linkGone, signIn };
  urls = { forgot: forgotPasswordUrl(), signIn: signInUrl(accountUrl()) };
  person: Person | null = null;
  /** Sentence at the field. */
  error = '';
  loading = true;
  /** What staff see instead; null for everybody else. */
  staffNotice: unknown = null;

  override async arrive(): Promise<void> {
    this.loading = true;
    try {
      this.person = (await lookAtReset({ storeCode: this.storeCode, secret: this.secret })) as Person;
    } catch (error) {
      await this.fail(error);
    } finally {
      this.loading = false;
    }
  }

  /** A link that opens nothing any more says how to get another one. */
  async fail(error: unknown): Promise<void> {
    const { code, message, fields } = toStoreError(error);
    if (code === 'STAFF_SESSION') {
      this.staffNotice = await staffNotice(this.storeCode);
    }
    this.error = fields.password ?? '';
    this.problem = code === 'LINK_INVALID' ? linkGoneText : this.error ? null : message;
    if (code === 'LINK_INVALID') {
      this.person = null;
    }
  }

  get gone(): boolean {
    return !this.loading && !this.person;
  }

  get lead(): string {
    return fillLabel(text, this.person?.email ?? '');
  }

  get submitText(): string {
    return this.busy ? saving : save;
  }

  handleField(): void {
    this.error = '';
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const typed = (this.refs?.password as unknown as { value: string }).value;
    this.error = typed ? '' : passwordNeeded;
    if (this.busy || this.error) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      const url = await finishReset({
        storeCode: this.storeCode,
        secret: this.secret,
        password: typed,
        startUrl: accountUrl(),
      });
      toastOnNextPage({ message: url ? done : doneSignIn, tone: 'success' });
      window.location.assign(url || this.urls.signIn);
      return; // The page goes: its button stays as it is.
    } catch (error) {
      await this.fail(error);
    }
    this.busy = false;
  }
}
