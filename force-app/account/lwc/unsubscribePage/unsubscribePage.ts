import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import endAlerts from '@salesforce/apex/UnsubscribeController.endAlerts';
import endTexts from '@salesforce/apex/UnsubscribeController.endTexts';
import look from '@salesforce/apex/UnsubscribeController.look';
import lookAtAlerts from '@salesforce/apex/UnsubscribeController.lookAtAlerts';
import lookAtTexts from '@salesforce/apex/UnsubscribeController.lookAtTexts';
import unsubscribe from '@salesforce/apex/UnsubscribeController.unsubscribe';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import { homeUrl, queryParameters, type PageReference } from 'c/storeRoutes';
import type { StoreDto, WireResult } from 'c/storeTypes';
import alertsButton from '@salesforce/label/c.Account_Unsubscribe_Alerts_Button';
import alertsDone from '@salesforce/label/c.Account_Unsubscribe_Alerts_Done';
import alertsText from '@salesforce/label/c.Account_Unsubscribe_Alerts_Text';
import alertsTitle from '@salesforce/label/c.Account_Unsubscribe_Alerts_Title';
import button from '@salesforce/label/c.Account_Unsubscribe_Button';
import busyButton from '@salesforce/label/c.Account_Unsubscribe_Busy';
import done from '@salesforce/label/c.Account_Unsubscribe_Done';
import doneText from '@salesforce/label/c.Account_Unsubscribe_Done_Text';
import home from '@salesforce/label/c.Account_Unsubscribe_Home';
import text from '@salesforce/label/c.Account_Unsubscribe_Text';
import texts from '@salesforce/label/c.Account_Unsubscribe_Texts';
import textsButton from '@salesforce/label/c.Account_Unsubscribe_Texts_Button';
import textsDone from '@salesforce/label/c.Account_Unsubscribe_Texts_Done';
import title from '@salesforce/label/c.Account_Unsubscribe_Title';

/**
 * Ends news by e-mail, or alerts of products that are back, behind a link, without signing in. A button does it, not the visit: programs that look through
 * mailboxes follow links, too.
 */
export default class UnsubscribePage extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { done, home, textsButton };
  homeUrl = homeUrl();
  token: string | null = null;
  /** The link is one of an alert. */
  isAlert = false;
  store: StoreDto | null = null;
  /** Whose news the link ends; null until it is known. */
  email: string | null = null;
  isDone = false;
  /** Number that text messages go to, masked; null for none, or once they have ended. */
  phone: string | null = null;
  textsNews = '';
  problem: string | null = null;
  busy = false;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const { alert, token: newsToken } = queryParameters(page);
    const token = alert ?? newsToken ?? '';
    if (page && token !== this.token) {
      this.token = token;
      this.isAlert = Boolean(alert);
      this.load();
    }
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(title, data.name);
    }
  }

  async load(): Promise<void> {
    this.problem = null;
    try {
      const link = { storeCode: this.storeCode, token: this.token };
      [this.email, this.phone] = await Promise.all(
        this.isAlert ? [lookAtAlerts(link), null] : [look(link), lookAtTexts(link)],
      );
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
  }

  get title(): string {
    return this.isAlert ? alertsTitle : title;
  }

  get lead(): string {
    return this.email && this.store ? fillLabel(this.isAlert ? alertsText : text, this.store.name, this.email) : '';
  }

  get textsText(): string {
    return fillLabel(texts, this.phone ?? '');
  }

  async handleEndTexts(): Promise<void> {
    this.problem = null;
    try {
      await endTexts({ storeCode: this.storeCode, token: this.token });
      this.phone = null;
      this.textsNews = textsDone;
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
  }

  get doneText(): string {
    return fillLabel(this.isAlert ? alertsDone : doneText, this.store?.name ?? '');
  }

  get busyText(): string {
    return String(this.busy);
  }

  get submitText(): string {
    if (this.busy) {
      return busyButton;
    }
    return this.isAlert ? alertsButton : button;
  }

  async handleUnsubscribe(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      await (this.isAlert ? endAlerts : unsubscribe)({ storeCode: this.storeCode, token: this.token });
      this.isDone = true;
      announce(done);
    } catch (error) {
      this.problem = toStoreError(error).message;
    } finally {
      this.busy = false;
    }
  }
}
