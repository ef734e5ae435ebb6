import { LightningElement, api } from 'lwc';
import { orderChangeUrl } from 'c/storeRoutes';
import type { OrderDto } from 'c/storeTypes';
import open from '@salesforce/label/c.Orders_Door_Open';
import text from '@salesforce/label/c.Orders_Door_Text';
import title from '@salesforce/label/c.Orders_Door_Title';
import withdraw from '@salesforce/label/c.Orders_Door_Withdraw';

const WITHDRAWAL = 'Withdrawal';

/** The one door behind which customers change an order; the way to withdraw stands beside it, as the law wants it. */
export default class OrderDoor extends LightningElement {
  static renderMode = 'light' as const;

  @api order: OrderDto | null = null;
  /** Of the private link; null in the account, where the order's number says which it is. */
  @api orderToken: string | null = null;

  labels = { open, text, title, withdraw };

  get isOpen(): boolean {
    return Boolean(this.order?.changes?.length);
  }

  get canWithdraw(): boolean {
    return Boolean(this.order?.changes?.includes(WITHDRAWAL));
  }

  private get which(): { token: string } | { order: string } {
    return this.orderToken ? { token: this.orderToken } : { order: this.order?.orderNumber ?? '' };
  }

  get url(): string {
    return orderChangeUrl(this.which);
  }

  get withdrawUrl(): string {
    return orderChangeUrl({ ...this.which, do: WITHDRAWAL });
  }
}
