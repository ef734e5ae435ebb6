import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/storeFormat';
import type { AttendeeInput } from 'c/bookingTypes';
import { labels } from './labels';

/** One who comes, and what is asked of them. */
export interface Place {
  /** Kind of ticket; blank where there is one. */
  ticket: string;
  asksAge: boolean;
}

type Field = keyof AttendeeInput;

const AUTOCOMPLETE: Record<Field, string> = {
  firstName: 'given-name',
  lastName: 'family-name',
  email: 'email',
  phone: 'tel',
  birthdate: 'bday',
};

/**
 * Who comes: names, how they are reached, birthdates where an age is asked for.
 * @fires BookingPeople#edit `{index, name, value}`
 */
export default class BookingPeople extends LightningElement {
  static renderMode = 'light' as const;

  @api places: Place[] = [];
  @api people: AttendeeInput[] = [];
  @api details: 'None' | 'Names' | 'Contact' = 'None';
  @api error = '';

  labels = labels;

  get rows() {
    return this.places.map((place, index) => ({
      key: String(index),
      heading: [fillLabel(labels.person, index + 1), place.ticket].filter(Boolean).join(', '),
      fields: this.fieldsOf(place).map((name) => ({
        name: `attendee.${index}-${name}`,
        field: name,
        label: labels[name],
        value: this.people[index]?.[name] ?? '',
        type: { email: 'email', phone: 'tel', birthdate: 'date' }[name as string] ?? 'text',
        // Only the first one is likely to be whoever types.
        autocomplete: index === 0 ? AUTOCOMPLETE[name] : 'off',
        required: name === 'birthdate',
        index,
      })),
    }));
  }

  fieldsOf(place: Place): Field[] {
    const fields: Field[] = [];
    if (this.details !== 'None') {
      fields.push('firstName', 'lastName');
    }
    if (this.details === 'Contact') {
      fields.push('email', 'phone');
    }
    return place.asksAge ? [...fields, 'birthdate'] : fields;
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    const { index, field } = (event.currentTarget as HTMLElement).dataset;
    const detail = { index: Number(index), name: field, value: event.detail.value };
    this.dispatchEvent(new CustomEvent('edit', { detail }));
  }
}
