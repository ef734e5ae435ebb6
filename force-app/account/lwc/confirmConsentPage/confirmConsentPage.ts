import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import confirm from '@salesforce/apex/ConsentConfirmController.confirm';
import look from '@salesforce/apex/ConsentConfirmController.look';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import { accountUrl, homeUrl, queryParameters, type PageReference } from 'c/storeRoutes';
import type { ConsentConfirmDto, StoreDto, WireResult } from 'c/storeTypes';
import again from '@salesforce/label/c.Account_Confirm_Again';
import busyButton from '@salesforce/label/c.Account_Confirm_Busy';
import button from '@salesforce/label/c.Account_Confirm_Button';
import confirmed from '@salesforce/label/c.Account_Confirm_Done';
import confirmedText from '@salesforce/label/c.Account_Confirm_Done_Text';
import ended from '@salesforce/label/c.Account_Confirm_Ended';
import endedText from '@salesforce/label/c.Account_Confirm_Ended_Text';
import expired from '@salesforce/label/c.Account_Confirm_Expired';
import expiredText from '@salesforce/label/c.Account_Confirm_Expired_Text';
import home from '@salesforce/label/c.Account_Unsubscribe_Home';
import openText from '@salesforce/label/c.Account_Confirm_Text';
import title from '@salesforce/label/c.Account_Confirm_Title';

/** What the page says in each state of the link; see ConsentConfirmation. */
const SAYS: Record<string, { heading: string; text: string; icon: string }> = {
  open: { heading: title, text: openText, icon: 'mail' },
  confirmed: { heading: confirmed, text: confirmedText, icon: 'check' },
  expired: { heading: expired, text: expiredText, icon: 'clock' },
  ended: { heading: ended, text: endedText, icon: 'mail' },
};

/**
 * Confirms behind a link, without signing in, that somebody wants news by e-mail. A button does it, not the visit: programs
 * that look through mailboxes follow links, too. A link that is followed again tells how things stand.
 */
export default class ConfirmConsentPage extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { again, home };
  homeUrl = homeUrl();
  consentsUrl = accountUrl('communication');
  token: string | null = null;
  store: StoreDto | null = null;
  /** How the link stands; null until it is known. */
  link: ConsentConfirmDto | null = null;
  problem: string | null = null;
  busy = false;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const token = queryParameters(page).token ?? '';
    if (page && token !== this.token) {
      this.token = token;
      this.ask(look);
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(title, data.name);
    }
  }

  get says(): { heading: string; text: string; icon: string } {
    return SAYS[this.link?.state ?? 'open'];
  }

  get heading(): string {
    return this.says.heading;
  }

  get icon(): string {
    return this.says.icon;
  }

  get lead(): string {
    return this.link && this.store ? fillLabel(this.says.text, this.store.name, this.link.email) : '';
  }

  get isOpen(): boolean {
    return this.link?.state === 'open';
  }

  /** Where they may agree anew. */
  get offersAccount(): boolean {
    return this.link?.state === 'expired' || this.link?.state === 'ended';
  }

  get busyText(): string {
    return String(this.busy);
  }

  get submitText(): string {
    return this.busy ? busyButton : button;
  }

  async handleConfirm(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    await this.ask(confirm);
    this.busy = false;
    if (!this.problem) {
      announce(this.heading);
    }
  }

  async ask(send: typeof look): Promise<void> {
    this.problem = null;
    try {
      this.link = (await send({ storeCode: this.storeCode, token: this.token })) as ConsentConfirmDto;
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
  }
}
