import { LightningElement, api, wire } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import preview from '@salesforce/apex/PointsPreviewController.preview';
import { fillLabel, formatNumber, pluralLabel } from 'c/storeFormat';
import type { PointsLine, PointsPreviewDto, StoreDto, WireResult } from 'c/storeTypes';
import guestText from '@salesforce/label/c.Loyalty_Earns_Member';
import one from '@salesforce/label/c.Loyalty_Balance_One';
import other from '@salesforce/label/c.Loyalty_Balance_Other';
import pendingText from '@salesforce/label/c.Loyalty_Earns_Pending';
import text from '@salesforce/label/c.Loyalty_Earns';

/** How many points something would earn. Pages load it once they are shown, in stores that have points. */
export default class StorePoints extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;

  told: PointsPreviewDto | null = null;
  /** Sent as text: only what differs asks the server again. */
  asked = '[]';
  parsed: PointsLine[] = [];

  @api get lines(): PointsLine[] {
    return this.parsed;
  }
  set lines(value: PointsLine[]) {
    const asked = JSON.stringify(value ?? []);
    if (asked !== this.asked) {
      this.asked = asked;
      this.parsed = JSON.parse(asked);
    }
  }

  /** Undefined holds the wire back: nothing is to be bought, or guests are told nothing. */
  get query(): PointsLine[] | undefined {
    const isTold = !isGuest || this.store?.pointsFor === 'All';
    return isTold && this.parsed.length ? this.parsed : undefined;
  }

  get storeCode(): string {
    return this.store?.code ?? '';
  }

  @wire(preview, { storeCode: '$storeCode', lines: '$query' })
  handlePreview({ data, error }: WireResult<PointsPreviewDto>): void {
    if (data || error) {
      this.told = data ?? null;
    }
  }

  /** Blank where there is nothing to tell. */
  get sentence(): string {
    const { told } = this;
    if (!told?.points || !this.query) {
      return '';
    }
    const points = pluralLabel(told.points, { one, other }, this.store?.locale);
    const earns = fillLabel(told.isMember ? text : guestText, points, told.programName);
    return told.pending ? `${earns} ${fillLabel(pendingText, formatNumber(told.pending, this.store?.locale))}` : earns;
  }
}
