import { LightningElement, api, wire } from 'lwc';
import getTier from '@salesforce/apex/TierController.getTier';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import highest from '@salesforce/label/c.Loyalty_Tier_Highest';
import holdsUntil from '@salesforce/label/c.Loyalty_Tier_Holds_Until';
import none from '@salesforce/label/c.Loyalty_Tier_None';
import one from '@salesforce/label/c.Loyalty_Balance_One';
import other from '@salesforce/label/c.Loyalty_Balance_Other';
import progress from '@salesforce/label/c.Loyalty_Tier_Progress';
import title from '@salesforce/label/c.Loyalty_Tier_Title';
import toNext from '@salesforce/label/c.Loyalty_Tier_To_Next';
import { fillLabel, formatDay, formatMoney, pluralLabel } from 'c/storeFormat';
import type { StoreDto, TierDto, WireResult } from 'c/storeTypes';

/** Loyalty tier of the shopper, and what is missing to the next one; nothing where the store has no tiers. */
export default class AccountTier extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { highest, title };
  store: StoreDto | null = null;
  tier: TierDto | null = null;

  connectedCallback(): void {
    this.load();
  }

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data }: WireResult<StoreDto>): void {
    if (data) this.store = data;
  }

  /** The points stand below and tell what could not be read; a tier that cannot be read is left out. */
  async load(): Promise<void> {
    try {
      this.tier = await getTier({ storeCode: this.storeCode });
    } catch {
      this.tier = null;
    }
  }

  get isShown(): boolean {
    return Boolean(this.tier && this.store);
  }

  get name(): string {
    return this.tier?.tierName ?? none;
  }

  get hasBenefits(): boolean {
    return Boolean(this.tier?.benefits.length);
  }

  get holds(): string {
    const day = this.tier?.holdsUntil;
    return day ? fillLabel(holdsUntil, formatDay(day, this.store?.locale)) : '';
  }

  get percent(): number {
    const { reached = 0, threshold } = this.tier ?? {};
    return threshold ? Math.min(100, Math.max(0, Math.floor((100 * reached) / threshold))) : 100;
  }

  get width(): string {
    return `width: ${this.percent}%`;
  }

  get progressName(): string {
    return fillLabel(progress, this.tier?.nextName ?? '');
  }

  /** "320 points to Gold" */
  get missing(): string {
    const { basis, missing, nextName, currencyCode } = this.tier as TierDto;
    const amount = missing ?? 0;
    const text =
      basis === 'Spend'
        ? formatMoney(amount, this.store && currencyCode ? { ...this.store, currencyCode } : this.store)
        : pluralLabel(Math.ceil(amount), { one, other }, this.store?.locale);
    return fillLabel(toNext, text, nextName ?? '');
  }
}
