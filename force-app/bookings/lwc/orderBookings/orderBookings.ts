import { api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import StorePage from 'c/storePage';
import getBookings from '@salesforce/apex/BookingAccountController.getBookings';
import { toStoreError } from 'c/storeErrors';
import { routeParameter, type PageReference } from 'c/storeRoutes';
import type { BookingDto } from 'c/bookingTypes';
import title from '@salesforce/label/c.Bookings_Of_Order';

/** Bookings of an order, behind its private link; nothing for orders without any. */
export default class OrderBookings extends StorePage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { title };
  token = '';
  bookings: BookingDto[] = [];
  errorMessage: string | null = null;

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    const token = routeParameter(page, 'token');
    if (token && token !== this.token) {
      this.token = token;
      this.load();
    }
  }

  /** The order names the page. */
  override handleStoreRead(): void {}

  async load(): Promise<void> {
    this.errorMessage = null;
    try {
      this.bookings = (await getBookings({ storeCode: this.storeCode, orderToken: this.token })) as BookingDto[];
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  /** In the order in which they take place. */
  get inOrder(): BookingDto[] {
    return [...this.bookings].reverse();
  }

  get isShown(): boolean {
    return Boolean(this.store) && this.bookings.length > 0;
  }

  handleChange(event: CustomEvent<{ bookings: BookingDto[] }>): void {
    this.bookings = event.detail.bookings;
  }

  handleRetry(event: Event): void {
    event.preventDefault();
    this.load();
  }
}
