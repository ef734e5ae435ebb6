import { api } from 'lwc';
import LinkPage from 'c/linkPage';
import { staffNotice } from 'c/staffGate';
import confirmEmail from '@salesforce/apex/SignInController.confirmEmail';
import lookAtEmailLink from '@salesforce/apex/SignInController.lookAtEmailLink';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import { accountUrl, signInUrl, signOutUrl } from 'c/storeRoutes';
import title from '@salesforce/label/c.Identity_Page_Confirm_Email';
import text from '@salesforce/label/c.Identity_Page_Confirm_Email_Text';
import confirm from '@salesforce/label/c.Identity_Page_Confirm';
import confirming from '@salesforce/label/c.Identity_Page_Confirming';
import confirmed from '@salesforce/label/c.Identity_Page_Confirmed';
import confirmedText from '@salesforce/label/c.Identity_Page_Confirmed_Text';
import gone from '@salesforce/label/c.Identity_Page_Confirm_Gone';
import guestText from '@salesforce/label/c.Identity_Page_Confirm_Guest';
import linkGone from '@salesforce/label/c.Identity_Page_Link_Gone';
import otherText from '@salesforce/label/c.Identity_Page_Confirm_Other';
import signIn from '@salesforce/label/c.Identity_Page_Sign_In';
import signOut from '@salesforce/label/c.Identity_Page_Confirm_Sign_Out';
import toAccount from '@salesforce/label/c.Identity_Page_To_Account';

interface EmailLink {
  email: string;
  account: string;
  isSignedIn: boolean;
  isTheirs: boolean;
}

/** Confirms an e-mail address behind a link, for whoever is signed in to the account that asked for it. */
export default class ConfirmEmailPage extends LinkPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = title;

  labels = { title, confirmed, linkGone, signIn, signOut, toAccount };
  urls = { account: accountUrl(), profile: accountUrl('profile') };
  link: EmailLink | null = null;
  loading = true;
  /** What staff see instead; null for everybody else. */
  staffNotice: unknown = null;
  email: string | null = null;

  override async arrive(): Promise<void> {
    this.loading = true;
    try {
      this.link = (await lookAtEmailLink({ storeCode: this.storeCode, secret: this.secret })) as EmailLink;
    } catch (error) {
      await this.fail(error);
    } finally {
      this.loading = false;
    }
  }

  /** A link that opens nothing any more says how to get another one. */
  async fail(error: unknown): Promise<void> {
    const { code, message } = toStoreError(error);
    if (code === 'STAFF_SESSION') {
      this.staffNotice = await staffNotice(this.storeCode);
    }
    this.problem = code === 'LINK_INVALID' ? gone : message;
    if (code === 'LINK_INVALID') {
      this.link = null;
    }
  }

  get confirmed(): boolean {
    return this.email !== null;
  }

  get gone(): boolean {
    return !this.loading && !this.link && !this.confirmed;
  }

  /** What is asked, and of whom. */
  get lead(): string {
    const { email, account, isSignedIn, isTheirs } = this.link as EmailLink;
    return fillLabel(isTheirs ? text : isSignedIn ? otherText : guestText, email, account);
  }

  get isOther(): boolean {
    return Boolean(this.link?.isSignedIn && !this.link.isTheirs);
  }

  /** Back here once they are signed in. */
  get signInUrl(): string {
    const { pathname, search } = window.location;
    return signInUrl(pathname + search);
  }

  /** Out of somebody else's account, to sign in to the one that asked, and back here. */
  get signOutUrl(): string {
    return signOutUrl(this.signInUrl);
  }

  get confirmedText(): string {
    return fillLabel(confirmedText, this.email ?? '');
  }

  get submitText(): string {
    return this.busy ? confirming : confirm;
  }

  async handleConfirm(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      this.email = await confirmEmail({ storeCode: this.storeCode, secret: this.secret });
      announce(confirmed);
    } catch (error) {
      await this.fail(error);
    } finally {
      this.busy = false;
    }
  }
}
