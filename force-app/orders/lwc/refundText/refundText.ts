import deducted from '@salesforce/label/c.Orders_Refund_Deducted';
import done from '@salesforce/label/c.Orders_Refund_Done';
import goesBack from '@salesforce/label/c.Admin_CancelRefund';
import kept from '@salesforce/label/c.Orders_Refund_Kept';
import notExpected from '@salesforce/label/c.Admin_CancelVoid';
import refused from '@salesforce/label/c.Orders_Refund_Refused';
import underWay from '@salesforce/label/c.Orders_Refund_Under_Way';
import used from '@salesforce/label/c.Orders_Refund_Used';
import waiting from '@salesforce/label/c.Orders_Refund_Waiting';
import carryOut from '@salesforce/apex/OrderRefundController.carryOut';
import type planRefund from '@salesforce/apex/OrderRefundController.planRefund';

export type RefundPlan = Awaited<ReturnType<typeof planRefund>>;
export type Refund = Awaited<ReturnType<typeof carryOut>>[number];

export function moneyFormat(locale: string | null | undefined, currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale ?? undefined, { style: 'currency', currency });
}

const fill = (label: string, ...values: string[]): string =>
  values.reduce((text, value, index) => text.replace(`{${index}}`, value), label);

/** Where the money of a plan goes, a sentence for each tender, and what is to be known of it. */
export function moneySentences(plan: RefundPlan, money: Intl.NumberFormat): string[] {
  return plan.parts.map(({ action, amount, label, note }) =>
    [fill(action === 'Refund' ? goesBack : notExpected, money.format(amount), label ?? ''), note]
      .filter(Boolean)
      .join(' '),
  );
}

/** The same with what is kept, and what had gone back before. */
export function planSentences(plan: RefundPlan, money: Intl.NumberFormat): string[] {
  return [
    ...moneySentences(plan, money),
    ...plan.kept.map(({ title, amount }) => fill(kept, money.format(amount), title)),
    ...plan.used.map(({ title, amount }) => fill(used, money.format(amount), title)),
    ...(plan.deducted > 0 ? [fill(deducted, money.format(plan.deducted))] : []),
  ];
}

const STATES = new Map([
  ['Planned', { text: waiting, badge: '' }],
  ['Pending', { text: underWay, badge: 'slds-theme_warning' }],
  ['In Progress', { text: underWay, badge: 'slds-theme_warning' }],
  ['Completed', { text: done, badge: 'slds-theme_success' }],
  ['Failed', { text: refused, badge: 'slds-theme_error' }],
]);

/** How the state of a refund or of a part reads. */
export function stateOf(status: string): { text: string; badge: string } {
  return STATES.get(status) ?? { text: status, badge: '' };
}

/**
 * Gives back every part that waits, one request each, so that one that breaks off takes no other along; the job carries on
 * what is left.
 * @returns the refunds of the order as they stand then
 */
export function carryOutAll(orderId: string, refunds: Refund[]): Promise<Refund[]> {
  const open = refunds.flatMap(({ parts }) => parts).filter(({ status }) => status === 'Planned');
  return open.reduce(
    (before, { id }) => before.then((latest) => carryOut({ orderId, partId: id }).catch(() => latest)),
    Promise.resolve(refunds),
  );
}
