import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/storeFormat';
import type { SeatRowDto } from 'c/bookingTypes';
import { labels } from './labels';

/**
 * Rows of numbered seats, of which as many are chosen as people come; one more takes the place of the first.
 * @fires BookingSeats#choose `{seats}`
 */
export default class BookingSeats extends LightningElement {
  static renderMode = 'light' as const;

  @api rows: SeatRowDto[] = [];
  @api chosen: string[] = [];
  /** How many are needed. */
  @api needed = 1;
  @api error = '';

  labels = labels;

  get status(): string {
    return fillLabel(labels.status, this.chosen.length, this.needed, this.chosen.join(', ') || '–');
  }

  get shownRows() {
    return this.rows.map((row) => ({
      ...row,
      label: fillLabel(labels.row, row.name),
      seats: row.seats.map((seat) => {
        const isChosen = this.chosen.includes(seat.name);
        const state = seat.taken ? labels.taken : isChosen ? labels.chosen : labels.free;
        return {
          ...seat,
          number: seat.name.startsWith(row.name) ? seat.name.slice(row.name.length) : seat.name,
          label: `${seat.name}, ${state}`,
          pressed: String(isChosen),
          seatClass: ['seat', seat.taken && 'taken', isChosen && 'chosen'].filter(Boolean).join(' '),
        };
      }),
    }));
  }

  handleSeat(event: Event): void {
    const name = (event.currentTarget as HTMLElement).dataset.seat as string;
    const rest = this.chosen.filter((seat) => seat !== name);
    const seats = rest.length < this.chosen.length ? rest : [...this.chosen, name].slice(-this.needed);
    this.dispatchEvent(new CustomEvent('choose', { detail: { seats } }));
  }
}
