import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import find from '@salesforce/apex/OrderLookupController.find';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { orderUrl, webPage } from 'c/storeRoutes';
import type { StoreDto, WireResult } from 'c/storeTypes';
import email from '@salesforce/label/c.Orders_Lookup_Email';
import findLabel from '@salesforce/label/c.Orders_Lookup_Find';
import intro from '@salesforce/label/c.Orders_Lookup_Intro';
import number from '@salesforce/label/c.Orders_Lookup_Number';
import title from '@salesforce/label/c.Orders_Lookup_Title';

/** Opens an order to whoever knows its number and the e-mail address that it was placed with. */
export default class OrderLookup extends NavigationMixin(LightningElement) {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { email, find: findLabel, intro, number, title };
  typed: Record<string, string> = { orderNumber: '', email: '' };
  message = '';
  numberProblem = '';
  emailProblem = '';
  isBusy = false;

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) describePage(title, data.name);
  }

  handleInput(event: CustomEvent<{ name: string; value: string }>): void {
    const { name, value } = event.detail;
    this.typed = { ...this.typed, [name]: value };
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    this.isBusy = true;
    this.message = '';
    this.numberProblem = '';
    this.emailProblem = '';
    try {
      const { orderToken, message } = await find({
        storeCode: this.storeCode,
        orderNumber: this.typed.orderNumber,
        email: this.typed.email,
      });
      this.message = message ?? '';
      if (orderToken) this[NavigationMixin.Navigate](webPage(orderUrl(orderToken)));
    } catch (error) {
      const { message, fields } = toStoreError(error);
      this.numberProblem = fields?.orderNumber ?? '';
      this.emailProblem = fields?.email ?? '';
      this.message = this.numberProblem || this.emailProblem ? '' : message;
      if (!this.message) {
        form.querySelector<HTMLElement>(`[data-field="${this.numberProblem ? 'orderNumber' : 'email'}"]`)?.focus();
      }
    } finally {
      this.isBusy = false;
    }
  }
}
