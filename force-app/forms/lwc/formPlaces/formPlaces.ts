import { LightningElement, api } from 'lwc';
import type getChoices from '@salesforce/apex/FormAdminController.getChoices';
import { choice, PLACES, targetOf, type Choice, type Place, type Target } from 'c/formModel';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Choices = Awaited<ReturnType<typeof getChoices>>;

const HELP: Record<string, string> = {
  Product: labels.helpProduct,
  Cart: labels.helpCart,
  Checkout: labels.helpCheckout,
  'After Order': labels.helpAfter,
  Account: labels.helpAccount,
  Registration: labels.helpRegistration,
};
/** Where customers are asked for themselves, whatever they buy. */
const OF_CUSTOMERS = new Set(['Account', 'Registration']);
const TARGETS: (Choice & { value: Target })[] = [
  { value: 'store', label: labels.forStore },
  { value: 'product', label: labels.forProduct },
  { value: 'category', label: labels.forCategory },
  { value: 'session', label: labels.forSession },
];
/** What is left out when something else is chosen. */
const NOWHERE = { productSlug: null, categoryId: null, sessionId: null, sessionName: null };

/**
 * Edits where a form is asked, and for what.
 * @fires FormPlaces#placeschange `{places}`
 */
export default class FormPlaces extends LightningElement {
  @api places: Place[] = [];
  /** Categories and sessions of all stores. */
  @api choices: Choices | null = null;
  /** Store of the form; blank: it is one of all stores. */
  @api storeId = '';
  /** What is wrong, by `placements.` and index. */
  @api problems: Record<string, string> = {};
  @api disabled = false;

  labels = labels;
  wheres = PLACES;

  get rows() {
    return this.places.map((place, index) => {
      const where = place.place ?? '';
      const target = targetOf(place);
      const own = `placements.${index}.`;
      return {
        ...place,
        key: `place${index}`,
        index,
        title: fillLabel(labels.number, index + 1),
        help: HELP[where] ?? '',
        isOfGoods: !OF_CUSTOMERS.has(where),
        isAfter: where === 'After Order',
        target,
        targets: TARGETS.filter(({ value }) => value !== 'session' || where !== 'Product'),
        isOfProduct: !OF_CUSTOMERS.has(where) && target === 'product',
        isOfCategory: !OF_CUSTOMERS.has(where) && target === 'category',
        isOfSession: !OF_CUSTOMERS.has(where) && target === 'session',
        sessions: this.sessionsWith(place),
        isActive: place.isActive !== false,
        sentences: Object.entries(this.problems)
          .filter(([name]) => name.startsWith(own))
          .map(([, sentence]) => sentence),
      };
    });
  }

  get categories(): Choice[] {
    return this.ofStore(this.choices?.categories);
  }

  /** Sessions to come, and the one that was chosen while it was to come. */
  private sessionsWith({ sessionId, sessionName }: Place): Choice[] {
    const coming = this.ofStore(this.choices?.sessions);
    const isGone = sessionId && !coming.some(({ value }) => value === sessionId);
    return isGone ? [choice(sessionId, sessionName ?? sessionId), ...coming] : coming;
  }

  private ofStore(records: Choices['sessions'] | undefined): Choice[] {
    return (records ?? [])
      .filter(({ storeId }) => !this.storeId || !storeId || storeId === this.storeId)
      .map(({ id, name }) => choice(id ?? '', name ?? ''));
  }

  private put(places: Place[]): void {
    this.dispatchEvent(new CustomEvent('placeschange', { detail: { places } }));
  }

  private edit(event: Event, changes: Partial<Place>): void {
    const { index } = (event.currentTarget as HTMLElement).dataset;
    this.put(this.places.map((place, at) => (at === Number(index) ? { ...place, ...changes } : place)));
  }

  handleAdd(): void {
    this.put([...this.places, { place: 'Product', isActive: true } as unknown as Place]);
  }

  handleRemove(event: Event): void {
    const { index } = (event.currentTarget as HTMLElement).dataset;
    this.put(this.places.filter((_, at) => at !== Number(index)));
  }

  handleWhere(event: CustomEvent<{ value: string }>): void {
    const { value: place } = event.detail;
    const { index } = (event.currentTarget as HTMLElement).dataset;
    const isSession = targetOf(this.places[Number(index)]) === 'session';
    // What the new place cannot have is not kept where nobody sees it.
    const loses = OF_CUSTOMERS.has(place) || (place === 'Product' && isSession);
    const later = place === 'After Order' ? {} : { isPerAttendee: false, remindDays: null };
    this.edit(event, { place, ...(loses ? { ...NOWHERE, target: 'store' } : {}), ...later } as Partial<Place>);
  }

  handleTarget(event: CustomEvent<{ value: Target }>): void {
    this.edit(event, { ...NOWHERE, target: event.detail.value } as unknown as Partial<Place>);
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    const { field = '' } = (event.currentTarget as HTMLElement).dataset;
    this.edit(event, { [field]: event.detail.value || null });
  }

  handleDays(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.edit(event, { remindDays: value ? Number(value) : null } as Partial<Place>);
  }

  handleFlag(event: CustomEvent<{ checked: boolean }>): void {
    const { field = '' } = (event.currentTarget as HTMLElement).dataset;
    this.edit(event, { [field]: event.detail.checked });
  }
}
