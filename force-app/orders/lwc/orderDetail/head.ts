import { fillLabel, formatDateTime } from 'c/storeFormat';
import type { OrderDto } from 'c/storeTypes';
import cancelled from '@salesforce/label/c.Store_OrderCancelledTitle';
import cancelledOn from '@salesforce/label/c.Store_OrderCancelledOn';
import cancelledRefunded from '@salesforce/label/c.Store_OrderRefunded';
import cancelledUnpaid from '@salesforce/label/c.Store_OrderNothingToPay';
import complete from '@salesforce/label/c.Orders_Complete_Title';
import completeText from '@salesforce/label/c.Orders_Complete_Text';
import onAccount from '@salesforce/label/c.Orders_Account_Head';
import collected from '@salesforce/label/c.Orders_Collected_Title';
import readyText from '@salesforce/label/c.Orders_Collect_Ready_Text';
import readyTitle from '@salesforce/label/c.Orders_Collect_Ready_Title';
import partly from '@salesforce/label/c.Orders_Partly_Title';
import partlyText from '@salesforce/label/c.Orders_Partly_Text';
import sent from '@salesforce/label/c.Store_OrderSentTitle';
import sentOn from '@salesforce/label/c.Store_OrderSentOn';
import thanks from '@salesforce/label/c.Store_Thanks';
import thanksPaid from '@salesforce/label/c.Store_ThanksPaid';
import unpaid from '@salesforce/label/c.Store_OrderUnpaidTitle';
import unpaidText from '@salesforce/label/c.Store_OrderUnpaidText';
import unpaidNotSent from '@salesforce/label/c.Store_OrderUnpaidNotSent';

/** What an order's page says first. */
export interface OrderHead {
  title: string;
  text: string;
  icon: string;
  markClass: 'mark' | 'mark open' | 'mark ended';
}

/** By what has become of the order: cancelled, sent, waiting for its payment, or in good hands. */
export function headOf(order: OrderDto, locale: string | null | undefined): OrderHead {
  if (order.fulfillmentStatus === 'Cancelled') {
    const money = { Refunded: cancelledRefunded, Pending: cancelledUnpaid, Cancelled: cancelledUnpaid };
    const sentences = [
      order.cancelledAt && fillLabel(cancelledOn, formatDateTime(order.cancelledAt, locale)),
      money[order.paymentStatus as keyof typeof money],
    ];
    return { title: cancelled, text: sentences.filter(Boolean).join(' '), icon: 'close', markClass: 'mark ended' };
  }
  if (order.fulfillmentStatus === 'Fulfilled' && order.isShipped === false) {
    return { title: complete, text: completeText, icon: 'check', markClass: 'mark' };
  }
  if (order.fulfillmentStatus === 'Fulfilled' && order.collection) {
    return { title: collected, text: '', icon: 'check', markClass: 'mark' };
  }
  if (order.collection?.code) {
    return { title: readyTitle, text: readyText, icon: 'bag', markClass: 'mark' };
  }
  if (order.fulfillmentStatus === 'Fulfilled') {
    const text = order.fulfilledAt ? fillLabel(sentOn, formatDateTime(order.fulfilledAt, locale)) : '';
    return { title: sent, text, icon: 'truck', markClass: 'mark' };
  }
  if (order.fulfillmentStatus === 'Partially Fulfilled') {
    return { title: partly, text: partlyText, icon: 'truck', markClass: 'mark' };
  }
  if (order.owed) {
    return { title: thanks, text: onAccount, icon: 'check', markClass: 'mark' };
  }
  return order.paymentStatus === 'Pending'
    ? { title: unpaid, text: order.shippingAddress ? unpaidText : unpaidNotSent, icon: 'clock', markClass: 'mark open' }
    : { title: thanks, text: thanksPaid, icon: 'check', markClass: 'mark' };
}
