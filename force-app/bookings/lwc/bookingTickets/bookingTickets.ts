import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/storeFormat';
import type { TicketChoice } from 'c/bookingTypes';
import { labels } from './labels';

/**
 * Kinds of tickets, each with how many are wanted; none is possible where there are several kinds.
 * @fires BookingTickets#count `{variantId, quantity}`
 */
export default class BookingTickets extends LightningElement {
  static renderMode = 'light' as const;

  @api tickets: TicketChoice[] = [];

  labels = labels;

  get least(): number {
    return this.tickets.length > 1 ? 0 : 1;
  }

  get rows() {
    return this.tickets.map((ticket) => ({
      ...ticket,
      name: ticket.title || labels.ticket,
      cannotLess: ticket.quantity <= this.least,
      cannotMore: ticket.quantity >= ticket.most,
      lessLabel: fillLabel(labels.less, ticket.title || labels.ticket),
      moreLabel: fillLabel(labels.more, ticket.title || labels.ticket),
    }));
  }

  handleLess(event: Event): void {
    this.step(event, -1);
  }

  handleMore(event: Event): void {
    this.step(event, 1);
  }

  step(event: Event, by: number): void {
    const variantId = (event.currentTarget as HTMLElement).dataset.id;
    const ticket = this.tickets.find((one) => one.variantId === variantId) as TicketChoice;
    const quantity = Math.min(Math.max(ticket.quantity + by, this.least), ticket.most);
    if (quantity !== ticket.quantity) {
      this.dispatchEvent(new CustomEvent('count', { detail: { variantId, quantity } }));
    }
  }
}
