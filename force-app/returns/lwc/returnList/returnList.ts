import { LightningElement, api } from 'lwc';
import { fillLabel, formatDay, formatMoney } from 'c/storeFormat';
import type { StoreDto } from 'c/storeTypes';
import cancel from '@salesforce/label/c.Returns_List_Cancel';
import exchange from '@salesforce/label/c.Returns_List_Exchange';
import expected from '@salesforce/label/c.Returns_List_Expected';
import label from '@salesforce/label/c.Returns_List_Label';
import refunded from '@salesforce/label/c.Returns_List_Refunded';
import instead from '@salesforce/label/c.Returns_List_Instead';
import replacement from '@salesforce/label/c.Returns_List_Replacement';
import reduction from '@salesforce/label/c.Returns_List_Reduction';
import returned from '@salesforce/label/c.Returns_List_Return';
import sendBy from '@salesforce/label/c.Returns_List_Send_By';
import title from '@salesforce/label/c.Returns_List_Title';
import withdrawal from '@salesforce/label/c.Returns_List_Withdrawal';

export interface ReturnView {
  returnNumber?: string;
  kind?: string;
  status?: string;
  statusLabel?: string;
  sendBy?: string;
  expectedAmount?: number;
  refundedAmount?: number | null;
  refusal?: string | null;
  replacementNumber?: string | null;
  canCancel?: boolean;
  hasLabel?: boolean;
  address?: string | null;
  lines?: { id?: string; title?: string; quantity?: number; reason?: string; exchangeFor?: string | null }[];
}

const NAMES: Record<string, string> = { Withdrawal: withdrawal, Exchange: exchange, Reduction: reduction };

/**
 * Returns of an order as their customer follows them.
 * @fires ReturnList#labelwanted `{returnNumber}`
 * @fires ReturnList#cancelwanted `{returnNumber}`
 */
export default class ReturnList extends LightningElement {
  static renderMode = 'light' as const;

  @api returns: ReturnView[] = [];
  @api store: StoreDto | null = null;
  @api currencyCode = '';
  @api busy = false;

  labels = { title };

  get busyText(): string {
    return String(this.busy);
  }

  get rows() {
    const context = { locale: this.store?.locale ?? 'en-US', currencyCode: this.currencyCode };
    return this.returns.map((one) => {
      const name = fillLabel(NAMES[one.kind ?? ''] ?? returned, one.returnNumber ?? '');
      const isDone = one.status === 'Completed';
      const isOpen = !isDone && one.status !== 'Refused' && one.status !== 'Cancelled';
      const amount = isDone ? one.refundedAmount : one.expectedAmount;
      return {
        key: one.returnNumber ?? '',
        name,
        status: one.statusLabel,
        statusClass: `status ${(one.status ?? '').toLowerCase()}`,
        lines: (one.lines ?? []).map((line, index) => ({
          key: line.id ?? String(index),
          text: `${line.quantity} × ${line.title}`,
          reason: line.exchangeFor ? fillLabel(instead, line.exchangeFor) : line.reason,
        })),
        amount: isDone || isOpen ? formatMoney(amount ?? 0, context) : '',
        amountLabel: isDone ? refunded : expected,
        refusal: one.refusal,
        replacement: one.replacementNumber ? fillLabel(replacement, one.replacementNumber) : '',
        sendBy: one.sendBy ? fillLabel(sendBy, formatDay(one.sendBy, this.store?.locale)) : '',
        hasLabel: one.hasLabel,
        canCancel: one.canCancel,
        labelText: fillLabel(label, one.returnNumber ?? ''),
        cancelText: fillLabel(cancel, one.returnNumber ?? ''),
      };
    });
  }

  handleLabel(event: Event): void {
    this.tell('labelwanted', event);
  }

  handleCancel(event: Event): void {
    if (!this.busy) this.tell('cancelwanted', event);
  }

  private tell(name: string, event: Event): void {
    const { number: returnNumber } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent(name, { detail: { returnNumber } }));
  }
}
