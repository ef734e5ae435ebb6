import { LightningElement, api, wire } from 'lwc';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import getText from '@salesforce/apex/StorefrontController.getText';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import { countryName, fillLabel, formatMoney } from 'c/storeFormat';
import { textTitle } from 'c/storeTexts';
import type { DeliveryMethodDto, StoreDto, TextDto, WireResult } from 'c/storeTypes';
import { labels } from './labels';

interface DeliveryRow {
  key: string;
  countries: string;
  name: string;
  time: string;
  price: string;
  free: string;
}

/** One of the store's texts, with what the store's settings say about its subject: ways to be reached, delivery times and prices. */
export default class PolicyPage extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  /** Which text is shown: terms, privacy, shipping, returns, faq, about or contact. */
  @api policy = 'terms';

  labels = labels;
  store: StoreDto | null = null;
  text: TextDto | null = null;
  loading = true;
  errorMessage: string | null = null;

  connectedCallback(): void {
    describePage(this.title, this.store?.name);
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(this.title, data.name);
    }
  }

  @wire(getText, { storeCode: '$storeCode', name: '$policy' })
  handleText({ data, error }: WireResult<TextDto | null>): void {
    if (data === undefined && !error) {
      return;
    }
    this.loading = false;
    this.text = data ?? null;
    this.errorMessage = error ? toStoreError(error).message : null;
  }

  get title(): string {
    return textTitle(this.policy);
  }

  get html(): string | null {
    return this.text?.html ?? null;
  }

  get company(): string | null {
    return this.text?.company ?? null;
  }

  get isContact(): boolean {
    return this.policy === 'contact' && Boolean(this.store);
  }

  get isMissing(): boolean {
    const says = this.text?.html || this.text?.company || this.policy === 'contact' || this.policy === 'shipping';
    return !this.loading && !this.errorMessage && !says;
  }

  get emailUrl(): string {
    return `mailto:${this.store?.supportEmail ?? ''}`;
  }

  get phoneUrl(): string {
    return `tel:${(this.store?.supportPhone ?? '').replace(/[^+\d]/g, '')}`;
  }

  /** Every way of sending, with the countries it serves; null on the other pages. */
  get deliveries(): DeliveryRow[] | null {
    const store = this.store;
    if (this.policy !== 'shipping' || !store?.delivery?.length) {
      return null;
    }
    return store.delivery.flatMap(({ countries, methods }, group) => {
      const names = countries?.map((code) => countryName(code, store.locale)).join(', ') ?? labels.elsewhere;
      return methods.map((method, index) => ({
        key: `${group}|${index}`,
        countries: names,
        name: method.name,
        time: this.timeOf(method),
        price: method.price ? formatMoney(method.price, store) : labels.free,
        free: method.freeFrom ? fillLabel(labels.freeFrom, formatMoney(method.freeFrom, store, true)) : '',
      }));
    });
  }

  timeOf({ minDays, maxDays }: DeliveryMethodDto): string {
    const most = maxDays ?? minDays;
    if (most === null) {
      return '';
    }
    return minDays && minDays !== most
      ? fillLabel(labels.daysRange, minDays, most)
      : fillLabel(most === 1 ? labels.daysOne : labels.daysOther, most);
  }
}
