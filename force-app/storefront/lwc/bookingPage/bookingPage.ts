import { api } from 'lwc';
import StorePage from 'c/storePage';
import getBookings from '@salesforce/apex/BookingAccountController.getBookings';
import { toStoreError } from 'c/storeErrors';
import type { BookingDto } from 'c/bookingTypes';
import loading from '@salesforce/label/c.Bookings_Loading';
import title from '@salesforce/label/c.Bookings_Yours';
import unknown from '@salesforce/label/c.Bookings_Link_Unknown';

/** A booking behind the link of an e-mail. The link's secret stands behind the #, which no server sees. */
export default class BookingPage extends StorePage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = title;

  labels = { loading, title };
  token = '';
  bookings: BookingDto[] | null = null;
  problem = '';
  private readonly onHash = (): void => {
    this.load();
  };

  connectedCallback(): void {
    window.addEventListener('hashchange', this.onHash);
    this.load();
  }

  disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.onHash);
  }

  async load(): Promise<void> {
    this.token = decodeURIComponent(window.location.hash.replace(/^#/, ''));
    this.problem = '';
    this.bookings = null;
    try {
      // Without a link this would ask for what belongs to who signed in.
      const found = this.token ? await getBookings({ storeCode: this.storeCode, orderToken: this.token }) : [];
      this.bookings = found as BookingDto[];
      this.problem = this.bookings.length ? '' : unknown;
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
  }

  get isLoading(): boolean {
    return !this.bookings && !this.problem;
  }

  get hasBookings(): boolean {
    return Boolean(this.store && this.bookings?.length);
  }

  handleChange(event: CustomEvent<{ bookings: BookingDto[] }>): void {
    this.bookings = event.detail.bookings;
  }
}
