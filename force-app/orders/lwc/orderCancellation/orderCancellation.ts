import { LightningElement, api } from 'lwc';
import cancelOrder from '@salesforce/apex/OrderCancelController.cancelOrder';
import planCancellation from '@salesforce/apex/OrderCancelController.planCancellation';
import { toStoreError } from 'c/storeErrors';
import { announce, showToast } from 'c/storeEvents';
import { fillLabel, formatDateTime, formatMoney } from 'c/storeFormat';
import type { OrderDto, StoreDto } from 'c/storeTypes';
import back from '@salesforce/label/c.Orders_Cancel_Back';
import busyLabel from '@salesforce/label/c.Orders_Cancel_Busy';
import confirm from '@salesforce/label/c.Orders_Cancel_Confirm';
import done from '@salesforce/label/c.Orders_Cancel_Done';
import keep from '@salesforce/label/c.Orders_Cancel_Keep';
import notOwed from '@salesforce/label/c.Orders_Cancel_Not_Owed';
import start from '@salesforce/label/c.Orders_Cancel_Start';
import text from '@salesforce/label/c.Orders_Cancel_Text';
import title from '@salesforce/label/c.Orders_Cancel_Title';

type Plan = Awaited<ReturnType<typeof planCancellation>>;

/**
 * Cancels an order for whoever placed it: shows first, to the cent, what comes back and how.
 * @fires OrderCancellation#cancelled once it is
 */
export default class OrderCancellation extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';
  @api store: StoreDto | null = null;
  @api order: OrderDto | null = null;
  /** Of the private link; null in the account, where the order's number says which it is. */
  @api orderToken: string | null = null;

  labels = { back, keep, start, title };
  plan: Plan | null = null;
  problem = '';
  busy = false;

  get isOpen(): boolean {
    return Boolean(this.order?.cancelUntil);
  }

  get lead(): string {
    return fillLabel(text, formatDateTime(this.order?.cancelUntil, this.store?.locale));
  }

  get context() {
    return { locale: this.store?.locale ?? 'en-US', currencyCode: this.order?.currencyCode ?? '' };
  }

  get parts() {
    return (this.plan?.parts ?? []).map(({ label, action, amount, note }, key) => ({
      key,
      note,
      label: action === 'Reduce' ? fillLabel(notOwed, label ?? '') : label,
      amount: formatMoney(amount ?? 0, this.context),
    }));
  }

  get busyText(): string {
    return String(this.busy);
  }

  get confirmText(): string {
    return this.busy ? busyLabel : confirm;
  }

  private get which() {
    return {
      storeCode: this.storeCode,
      orderToken: this.orderToken,
      orderNumber: this.orderToken ? null : (this.order?.orderNumber ?? null),
    };
  }

  private async run(step: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      await step();
    } catch (error) {
      this.problem = toStoreError(error).message;
      announce(this.problem);
    } finally {
      this.busy = false;
    }
  }

  async handleStart(): Promise<void> {
    await this.run(async () => {
      this.plan = await planCancellation(this.which);
    });
    await Promise.resolve();
    this.querySelector<HTMLElement>('[data-back]')?.focus();
  }

  async handleKeep(): Promise<void> {
    this.plan = null;
    await Promise.resolve();
    this.querySelector<HTMLElement>('[data-start]')?.focus();
  }

  async handleConfirm(): Promise<void> {
    await this.run(async () => {
      await cancelOrder({ ...this.which, expectedTotal: this.plan?.total ?? null });
      this.plan = null;
      showToast({ message: done, tone: 'success' });
      this.dispatchEvent(new CustomEvent('cancelled'));
    });
  }
}
