import { LightningElement, api } from 'lwc';
import { describePage } from 'c/storeDocument';
import { fillLabel } from 'c/storeFormat';
import type { StoreDto } from 'c/storeTypes';
import closed from '@salesforce/label/c.Store_Closed';
import closedText from '@salesforce/label/c.Store_ClosedText';
import contact from '@salesforce/label/c.Store_ClosedContact';

const ROBOTS = 'meta[data-store-closed]';

/** What visitors see while the store is closed: whose shop it is, what the merchant says, whom to ask. */
export default class StoreClosed extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;

  labels = { contact };

  /** Search engines keep what they know of an open shop and do not list this page. */
  connectedCallback(): void {
    const robots = document.createElement('meta');
    robots.name = 'robots';
    robots.content = 'noindex';
    robots.dataset.storeClosed = '';
    document.head.append(robots);
  }

  renderedCallback(): void {
    describePage(this.title, null);
  }

  disconnectedCallback(): void {
    document.head.querySelector(ROBOTS)?.remove();
  }

  get title(): string {
    return fillLabel(closed, this.store?.name ?? '');
  }

  get message(): string {
    return this.store?.closedMessage || closedText;
  }

  get hasContact(): boolean {
    return Boolean(this.store?.supportEmail || this.store?.supportPhone);
  }

  get mailUrl(): string {
    return `mailto:${this.store?.supportEmail}`;
  }

  get phoneUrl(): string {
    return `tel:${(this.store?.supportPhone ?? '').replace(/[^+\d]/g, '')}`;
  }
}
