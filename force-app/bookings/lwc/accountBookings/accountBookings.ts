import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import getBookings from '@salesforce/apex/BookingAccountController.getBookings';
import getProducts from '@salesforce/apex/BookingController.getProducts';
import type { BookingDto } from 'c/bookingTypes';
import none from '@salesforce/label/c.Bookings_Mine_None';
import past from '@salesforce/label/c.Bookings_Mine_Past';
import noneText from '@salesforce/label/c.Bookings_Mine_None_Text';
import title from '@salesforce/label/c.Bookings_Mine';
import upcoming from '@salesforce/label/c.Bookings_Mine_Upcoming';
import what from '@salesforce/label/c.Bookings_Mine_What';
import { productUrl } from 'c/storeRoutes';

/** Bookings of who signed in: those to come, soonest first, and those that are over or cancelled. */
export default class AccountBookings extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = title;

  labels = { none, noneText, past, title, upcoming, what };
  bookings: BookingDto[] | null = null;
  /** What can be booked, for those who have booked nothing yet. */
  products: { title: string; url: string }[] = [];

  override async read(): Promise<void> {
    this.bookings = (await getBookings({ storeCode: this.storeCode, orderToken: null })) as BookingDto[];
    if (this.isEmpty) {
      const products = (await getProducts({ storeCode: this.storeCode })) ?? [];
      this.products = products.map((one) => ({ title: one.title ?? '', url: productUrl(one.slug ?? '') }));
    }
  }

  get isReady(): boolean {
    return Boolean(this.bookings && this.store);
  }

  get waits(): boolean {
    return !this.isReady && !this.errorMessage;
  }

  get upcoming(): BookingDto[] {
    return (this.bookings ?? []).filter((one) => this.isToCome(one)).reverse();
  }

  get past(): BookingDto[] {
    return (this.bookings ?? []).filter((one) => !this.isToCome(one));
  }

  isToCome({ isPast, status }: BookingDto): boolean {
    return !isPast && status !== 'Cancelled';
  }

  get hasUpcoming(): boolean {
    return this.upcoming.length > 0;
  }

  get hasPast(): boolean {
    return this.past.length > 0;
  }

  get isEmpty(): boolean {
    return this.bookings?.length === 0;
  }

  get hasProducts(): boolean {
    return this.products.length > 0;
  }

  handleChange(event: CustomEvent<{ bookings: BookingDto[] }>): void {
    this.bookings = event.detail.bookings;
  }
}
