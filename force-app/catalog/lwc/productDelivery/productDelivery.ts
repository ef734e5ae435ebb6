import { LightningElement, api } from 'lwc';
import { chooseCountry, connectCountry, homeCountry, methodsTo, namedCountries } from 'c/storeDelivery';
import { countryName, fillLabel, formatDay, formatMoney } from 'c/storeFormat';
import { textUrl } from 'c/storeRoutes';
import type { DeliveryMethodDto, StoreDto, VariantDto } from 'c/storeTypes';
import arrives from '@salesforce/label/c.Store_Arrives';
import arrivesLater from '@salesforce/label/c.Store_ArrivesLater';
import free from '@salesforce/label/c.Store_Free';
import freeFrom from '@salesforce/label/c.Store_FreeFrom';
import notDelivered from '@salesforce/label/c.Store_NotDelivered';
import returnsWithin from '@salesforce/label/c.Store_ReturnsWithin';
import to from '@salesforce/label/c.Store_DeliverTo';

/** What a shopper asks before buying: when it arrives and what that costs, and how long it can be sent back. */
export default class ProductDelivery extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api store!: StoreDto;
  @api variant: VariantDto | null = null;

  labels = { to };
  known: string | null = null;
  end: (() => void) | null = null;

  connectedCallback(): void {
    this.end = connectCountry(this.storeCode, (code) => {
      this.known = code;
    });
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  get country(): string | null {
    return this.known ?? homeCountry(this.store);
  }

  get methods(): DeliveryMethodDto[] {
    return methodsTo(this.store, this.country);
  }

  get isShown(): boolean {
    return Boolean(this.country) || Boolean(this.returnsText);
  }

  /** The days on which it arrives by the method that is offered first; that it waits for its own arrival when it is not there yet. */
  get arrival(): string {
    const [method] = this.methods;
    if (!method) {
      return notDelivered;
    }
    if (this.variant && !this.variant.inStock) {
      return arrivesLater;
    }
    const most = method.maxDays ?? method.minDays;
    const days = most === null ? '' : formatDay(dayIn(method.minDays ?? most), this.store.locale, dayIn(most));
    return days ? fillLabel(arrives, days) : method.name;
  }

  get cost(): string {
    const [method] = this.methods;
    if (!method) {
      return '';
    }
    const price = method.price ? formatMoney(method.price, this.store) : free;
    const limit =
      method.price && method.freeFrom ? `, ${fillLabel(freeFrom, formatMoney(method.freeFrom, this.store, true))}` : '';
    return `${method.name}: ${price}${limit}`;
  }

  /** Countries to choose from; null where there is nothing to choose. */
  get countries(): { code: string; name: string; selected: boolean }[] | null {
    const codes = new Set(namedCountries(this.store));
    if (codes.size < 2) {
      return null;
    }
    if (this.country) {
      codes.add(this.country);
    }
    return [...codes]
      .map((code) => ({ code, name: countryName(code, this.store.locale), selected: code === this.country }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  get returnsText(): string {
    return this.store.returnDays ? fillLabel(returnsWithin, this.store.returnDays) : '';
  }

  get returnsUrl(): string | null {
    return this.store.pages?.includes('returns') ? textUrl('returns') : null;
  }

  handleCountry(event: Event): void {
    chooseCountry(this.storeCode, (event.target as HTMLSelectElement).value);
  }
}

/** The day that many days from now, as the reader's calendar has it: `2026-12-24`. */
function dayIn(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}
