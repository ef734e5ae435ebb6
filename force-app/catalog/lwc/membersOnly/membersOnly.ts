import { LightningElement, api } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import { fillLabel, formatDateTime } from 'c/storeFormat';
import { accountUrl, productUrl, searchUrl, signInUrl } from 'c/storeRoutes';
import type { GateDto, StoreDto } from 'c/storeTypes';
import { labels } from './labels';

/** Says which membership opens something, and how to come by it: a page of its own, or a note beside what may be seen. */
export default class MembersOnly extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  @api gate: GateDto | null = null;
  /** Address of the page that a guest comes back to after signing in. */
  @api returnUrl = '';
  /** A note beside the product, which may be seen and not bought. */
  @api isNote = false;

  labels = labels;

  get sentence(): string {
    return fillLabel(this.isNote ? labels.buy : labels.see, this.gate?.membershipName ?? '');
  }

  /** From when it is for everybody, by the reader's clock; blank when it stays for members. */
  get opens(): string {
    const moment = formatDateTime(this.gate?.opensAt, this.store?.locale);
    return moment && fillLabel(this.isNote ? labels.openBuy : labels.openSee, moment);
  }

  get text(): string {
    return isGuest ? labels.guestText : labels.memberText;
  }

  get way(): { url: string; label: string } {
    return isGuest
      ? { url: signInUrl(this.returnUrl), label: labels.signIn }
      : { url: accountUrl('membership'), label: labels.membership };
  }

  get becomeUrl(): string | null {
    const slug = this.gate?.membershipSlug;
    return slug ? productUrl(slug) : null;
  }

  get allUrl(): string {
    return searchUrl({});
  }
}
