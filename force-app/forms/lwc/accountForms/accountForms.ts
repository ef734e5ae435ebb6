import { api } from 'lwc';
import { shownLanguages } from 'c/storeLanguage';
import AccountPage from 'c/accountPage';
import getMyForms from '@salesforce/apex/FormController.getMyForms';
import none from '@salesforce/label/c.Forms_List_None';
import sent from '@salesforce/label/c.Forms_List_Sent';
import title from '@salesforce/label/c.Forms_List_Title';
import toDo from '@salesforce/label/c.Forms_List_To_Do';

type Rows = Awaited<ReturnType<typeof getMyForms>>;

/** Forms of the customer: what is still to be answered, and what was sent. */
export default class AccountForms extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = title;

  labels = { none, sent, title, toDo };
  forms: Rows | null = null;

  override async read(): Promise<void> {
    this.forms = await getMyForms({ storeCode: this.storeCode, languages: shownLanguages() });
  }

  get isReady(): boolean {
    return Boolean(this.forms && this.store);
  }

  get waits(): boolean {
    return !this.isReady && !this.errorMessage;
  }

  get open(): Rows {
    return (this.forms ?? []).filter(({ sentAt }) => !sentAt);
  }

  get sent(): Rows {
    return (this.forms ?? []).filter(({ sentAt }) => sentAt);
  }

  get hasOpen(): boolean {
    return this.open.length > 0;
  }

  get hasSent(): boolean {
    return this.sent.length > 0;
  }

  get isEmpty(): boolean {
    return !this.hasOpen && !this.hasSent;
  }
}
