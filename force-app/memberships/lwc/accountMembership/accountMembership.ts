import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import getMembership from '@salesforce/apex/MembershipController.getMembership';
import { fillLabel, formatDay } from 'c/storeFormat';
import { productUrl } from 'c/storeRoutes';
import type { MembershipDto, MembershipTermDto } from 'c/storeTypes';
import { labels } from './labels';

const ORIGINS = { Purchase: labels.purchased, Manual: labels.given, Tier: labels.reached };
const ENDINGS = {
  Expired: labels.expired,
  Refunded: labels.refunded,
  Replaced: labels.stopped,
  Withdrawn: labels.stopped,
  'Tier Lost': labels.tierLost,
};

/** What the shopper is a member of, until when, with what, and what they can become. */
export default class AccountMembership extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = labels.title;

  labels = labels;
  membership: MembershipDto | null = null;

  override async read(): Promise<void> {
    this.membership = await getMembership({ storeCode: this.storeCode });
  }

  get isReady(): boolean {
    return Boolean(this.membership && this.store);
  }

  get waits(): boolean {
    return !this.isReady && !this.errorMessage;
  }

  private day(day: string): string {
    return formatDay(day, this.store?.locale);
  }

  get until(): string {
    const lastDay = this.membership?.lastDay;
    return lastDay ? fillLabel(labels.until, this.day(lastDay)) : labels.endless;
  }

  get hasBenefits(): boolean {
    return Boolean(this.membership?.benefits.length);
  }

  get offers() {
    return (this.membership?.offers ?? []).map((offer) => ({
      ...offer,
      url: productUrl(offer.productSlug),
      action: fillLabel(offer.isRenewal ? labels.renew : labels.buy, offer.name),
    }));
  }

  get hasOffers(): boolean {
    return this.offers.length > 0;
  }

  get terms() {
    return (this.membership?.terms ?? []).map((term, index) => ({
      key: index,
      name: term.name,
      span: this.spanOf(term),
      origin: term.endReason ? ENDINGS[term.endReason] : ORIGINS[term.source],
    }));
  }

  get hasTerms(): boolean {
    return this.terms.length > 0;
  }

  private spanOf({ firstDay, lastDay, status }: MembershipTermDto): string {
    if (lastDay) return fillLabel(labels.span, this.day(firstDay), this.day(lastDay));
    return fillLabel(status === 'Coming' ? labels.coming : labels.since, this.day(firstDay));
  }
}
