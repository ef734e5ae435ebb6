import { LightningElement, api } from 'lwc';
import getPeople from '@salesforce/apex/BookingController.getPeople';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import type { Place } from 'c/bookingPeople';
import type { AttendeeInput } from 'c/bookingTypes';
import type { CartItemDto, StoreDto } from 'c/storeTypes';
import { labels } from './labels';

type Shown = NonNullable<Awaited<ReturnType<typeof getPeople>>>;

const nobody = (): AttendeeInput => ({ firstName: '', lastName: '', email: '', phone: '', birthdate: '' });

/** Who comes by tickets that are in the cart: the same as the product's page asks. */
export default class LinePeople extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  @api cartToken = '';
  @api item: CartItemDto | null = null;

  shown: Shown | null = null;
  people: AttendeeInput[] = [];
  problem = '';
  error = '';

  async connectedCallback(): Promise<void> {
    try {
      const shown = await getPeople({
        storeCode: this.store?.code ?? '',
        cartSecret: this.cartToken,
        itemId: this.item?.id ?? '',
      });
      this.people = (shown?.people ?? []).map((one) => {
        const known = Object.entries(one).map(([name, value]) => [name, value ?? '']);
        return { ...nobody(), ...Object.fromEntries(known) };
      });
      this.shown = shown ?? null;
      this.problem = shown ? '' : labels.gone;
    } catch (error) {
      this.problem = toStoreError(error).message;
    }
  }

  get places(): Place[] {
    const place = { ticket: this.item?.variantTitle ?? '', asksAge: Boolean(this.shown?.asksAge) };
    return Array.from({ length: this.shown?.places ?? 0 }, () => place);
  }

  handleEdit(event: CustomEvent<{ index: number; name: keyof AttendeeInput; value: string }>): void {
    const { index, name, value } = event.detail;
    const people = [...this.people];
    people[index] = { ...(people[index] ?? nobody()), [name]: value };
    this.people = people;
  }

  /** What the line is to have from now on; null while it is not known who comes. */
  @api
  choices(): { configuration: string } | null {
    if (!this.shown) return null;
    const attendees = this.places.map((_, index) => {
      const typed = Object.entries(this.people[index] ?? nobody()).map(([name, value]) => [name, value.trim()]);
      return Object.fromEntries(typed.filter(([, value]) => value));
    });
    return { configuration: JSON.stringify({ attendees }) };
  }

  /** Shows what the server refused in its place. @returns whether any of it is asked here */
  @api
  showProblems(fields: Record<string, string>): boolean {
    this.error = fields.attendees || fields.birthdate || '';
    if (this.error) announce(this.error);
    return Boolean(this.error);
  }
}
