import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import getOverview from '@salesforce/apex/AccountController.getOverview';
import { loadAddressData, type AddressData } from 'c/addressBook';
import { addressLines } from 'c/addressPrinter';
import { fillLabel } from 'c/storeFormat';
import { accountUrl, authoredUrl, searchUrl } from 'c/storeRoutes';
import type { AccountOverviewDto } from 'c/storeTypes';
import allAddresses from '@salesforce/label/c.Account_All_Addresses';
import allOrders from '@salesforce/label/c.Account_All_Orders';
import allProducts from '@salesforce/label/c.Store_ContinueShopping';
import attention from '@salesforce/label/c.Account_Attention';
import defaultAddress from '@salesforce/label/c.Account_Default_Address';
import greeting from '@salesforce/label/c.Account_Greeting';
import greetingPlain from '@salesforce/label/c.Account_Greeting_Plain';
import latestOrders from '@salesforce/label/c.Account_Latest_Orders';
import noOrders from '@salesforce/label/c.Account_No_Orders';
import noOrdersText from '@salesforce/label/c.Account_No_Orders_Text';
import title from '@salesforce/label/c.Account_Title';

/** First page of the account area: what waits for the shopper, and what they ordered last. */
export default class AccountOverview extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = title;

  labels = { allAddresses, allOrders, allProducts, attention, defaultAddress, latestOrders, noOrders, noOrdersText };
  urls = { all: searchUrl({}), orders: accountUrl('orders'), addresses: accountUrl('addresses') };
  overview: AccountOverviewDto | null = null;
  addressData: AddressData | null = null;

  override async read(): Promise<void> {
    this.overview = await getOverview({ storeCode: this.storeCode });
    if (this.overview?.address) {
      this.addressData = await loadAddressData();
    }
  }

  get greeting(): string {
    const name = this.overview?.firstName || this.overview?.lastName;
    return name ? fillLabel(greeting, name) : greetingPlain;
  }

  get waiting() {
    return (this.overview?.attention ?? []).map(({ text, path }) => ({ text, url: authoredUrl(path) }));
  }

  get needsAttention(): boolean {
    return this.waiting.length > 0;
  }

  get hasOrders(): boolean {
    return Boolean(this.overview?.orders.length);
  }

  get addressLines(): { key: string; text: string }[] {
    const address = this.overview?.address;
    const lines = address && this.addressData ? addressLines(this.addressData, address, this.store?.locale) : [];
    return lines.map((text, index) => ({ key: `${index}|${text}`, text }));
  }

  get hasAddress(): boolean {
    return this.addressLines.length > 0;
  }

  get waits(): boolean {
    return !this.overview && !this.errorMessage;
  }
}
