import { api } from 'lwc';
import LinkPage from 'c/linkPage';
import confirmAlert from '@salesforce/apex/StockAlertController.confirmAlert';
import { announce } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import { productUrl } from 'c/storeRoutes';
import type { StockAlertAnswerDto } from 'c/storeTypes';
import back from '@salesforce/label/c.Wishlist_Confirm_Back';
import backText from '@salesforce/label/c.Wishlist_Confirm_Back_Text';
import button from '@salesforce/label/c.Wishlist_Confirm_Button';
import busyButton from '@salesforce/label/c.Store_AlertAsking';
import done from '@salesforce/label/c.Wishlist_Confirm_Done';
import doneText from '@salesforce/label/c.Wishlist_Confirm_Done_Text';
import text from '@salesforce/label/c.Wishlist_Confirm_Text';
import title from '@salesforce/label/c.Wishlist_Confirm_Title';
import toProduct from '@salesforce/label/c.Wishlist_Confirm_Product';

/** Begins to wait for a product behind a link. */
export default class ConfirmAlertPage extends LinkPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = title;

  labels = { text, title, toProduct };
  answer: StockAlertAnswerDto | null = null;

  get heading(): string {
    return this.answer?.state === 'Back' ? back : done;
  }

  get lead(): string {
    return fillLabel(this.answer?.state === 'Back' ? backText : doneText, this.answer?.title ?? '');
  }

  get productUrl(): string {
    return productUrl(this.answer?.slug ?? '', this.answer?.variantId);
  }

  get submitText(): string {
    return this.busy ? busyButton : button;
  }

  handleConfirm(): Promise<void> {
    return this.follow(async () => {
      this.answer = await confirmAlert({ storeCode: this.storeCode, secret: this.secret });
      announce(this.heading);
    });
  }
}
