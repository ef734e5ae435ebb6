import { LightningElement, api, wire } from 'lwc';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { describePage } from 'c/storeDocument';
import { toStoreError } from 'c/storeErrors';
import type { StoreDto, WireResult } from 'c/storeTypes';
import terms from '@salesforce/label/c.Store_Terms';
import privacy from '@salesforce/label/c.Store_Privacy';
import missing from '@salesforce/label/c.Store_PolicyMissing';

/** The store's terms or its privacy policy. */
export default class PolicyPage extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  /** Which text is shown. */
  @api policy: 'terms' | 'privacy' = 'terms';

  labels = { missing };
  store: StoreDto | null = null;
  errorMessage: string | null = null;

  @wire(getStore, { storeCode: '$storeCode' })
  handleStore({ data, error }: WireResult<StoreDto>): void {
    if (data) {
      this.store = data;
      describePage(this.title, data.name);
    }
    this.errorMessage = error ? toStoreError(error).message : null;
  }

  get title(): string {
    return this.policy === 'privacy' ? privacy : terms;
  }

  get text(): string | null {
    return (this.policy === 'privacy' ? this.store?.privacyText : this.store?.termsText) ?? null;
  }

  get isMissing(): boolean {
    return Boolean(this.store) && !this.text;
  }
}
