import { LightningElement, api } from 'lwc';
import isGuest from '@salesforce/user/isGuest';
import getPoints from '@salesforce/apex/OrderPointsController.getPoints';
import { fillLabel, formatDay, pluralLabel } from 'c/storeFormat';
import type { OrderPointsDto, StoreDto } from 'c/storeTypes';
import back from '@salesforce/label/c.Loyalty_Order_Back';
import earned from '@salesforce/label/c.Loyalty_Order_Earned';
import nothing from '@salesforce/label/c.Loyalty_Order_Nothing';
import one from '@salesforce/label/c.Loyalty_Balance_One';
import other from '@salesforce/label/c.Loyalty_Balance_Other';
import pending from '@salesforce/label/c.Loyalty_Order_Pending';
import pendingFrom from '@salesforce/label/c.Loyalty_Order_Pending_From';

/** What an order earned, below its totals. Its page loads it for members, in stores that have points. */
export default class OrderPoints extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  @api orderNumber = '';

  told: OrderPointsDto | null = null;
  private isCancelledNow = false;
  private isAsked = false;

  /** The order was cancelled: what it earned goes back, and is asked for again. */
  @api get isCancelled(): boolean {
    return this.isCancelledNow;
  }
  set isCancelled(value: boolean) {
    const isNews = Boolean(value) && !this.isCancelledNow;
    this.isCancelledNow = Boolean(value);
    if (isNews && this.isAsked) {
      this.load();
    }
  }

  connectedCallback(): void {
    this.load();
  }

  private async load(): Promise<void> {
    if (isGuest || !this.store || !this.orderNumber) {
      return;
    }
    this.isAsked = true;
    try {
      this.told = await getPoints({ storeCode: this.store.code, orderNumber: this.orderNumber });
    } catch {
      this.told = null; // The order is worth showing without its points.
    }
  }

  private count(points: number): string {
    return pluralLabel(points, { one, other }, this.store?.locale);
  }

  /** Blank where there is nothing to tell. */
  get sentence(): string {
    const { told } = this;
    if (!told) {
      return '';
    }
    // They go back a moment after the order was cancelled.
    if (!told.points || (this.isCancelledNow && !told.takenBack)) {
      return fillLabel(nothing, told.programName);
    }
    const taken = told.takenBack ? ` ${fillLabel(back, this.count(told.takenBack))}` : '';
    return this.stateOf(told) + taken;
  }

  private stateOf({ points, programName, status, countsFrom }: OrderPointsDto): string {
    if (status === 'Active') {
      return fillLabel(earned, this.count(points), programName);
    }
    return countsFrom
      ? fillLabel(pendingFrom, this.count(points), programName, formatDay(countsFrom.slice(0, 10), this.store?.locale))
      : fillLabel(pending, this.count(points), programName);
  }
}
