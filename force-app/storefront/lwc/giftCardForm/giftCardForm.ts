import { LightningElement, api } from 'lwc';
import { fillLabel, formatMoney } from 'c/storeFormat';
import type { GiftCardOptionsDto, StoreDto, VariantDto } from 'c/storeTypes';
import { labels } from './labels';

const NAMES: Record<string, string> = {
  classic: labels.classic,
  celebration: labels.celebration,
  winter: labels.winter,
  garden: labels.garden,
};
const FIELDS = ['amount', 'recipientName', 'recipientEmail', 'sender', 'message', 'sendOn', 'topUp'] as const;
type Field = (typeof FIELDS)[number];

/** What a line of a gift card says beside product and quantity. */
export interface GiftCardChoices {
  configuration: string;
  recipientName: string | null;
  recipientEmail: string | null;
}

/** What a shopper chooses for a gift card: amount, design, whom it is for and when it is sent; or a card that is topped up. */
export default class GiftCardForm extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  @api heading = '';
  @api variant: VariantDto | null = null;

  labels = labels;
  kept: GiftCardOptionsDto | null = null;
  values: Record<Field, string> = emptyValues();
  errors: Partial<Record<Field, string>> = {};
  design = '';
  topsUp = false;

  @api
  get options(): GiftCardOptionsDto | null {
    return this.kept;
  }
  set options(options: GiftCardOptionsDto | null) {
    this.kept = options;
    this.design = this.design || (options?.designs[0] ?? '');
  }

  /** The choices as the cart takes them. */
  @api
  choices(): GiftCardChoices {
    const { amount, recipientName, recipientEmail, sender, message, sendOn, topUp } = this.values;
    const all = this.topsUp ? { amount, topUp } : { amount, design: this.design, sender, message, sendOn };
    const chosen = Object.entries(all).map(([name, value]) => [name, value.trim()]);
    return {
      // A card to top up is asked for even where its code is missing: without it a new card would be bought.
      configuration: JSON.stringify(Object.fromEntries(chosen.filter(([name, value]) => value || name === 'topUp'))),
      recipientName: this.topsUp ? null : recipientName.trim() || null,
      recipientEmail: this.topsUp ? null : recipientEmail.trim() || null,
    };
  }

  /** Shows what is wrong beside the fields. @returns whether any of it is theirs */
  @api
  showProblems(fields: Record<string, string>): boolean {
    this.errors = Object.fromEntries(FIELDS.filter((name) => fields[name]).map((name) => [name, fields[name]]));
    const [first] = Object.keys(this.errors);
    if (first) {
      // The field is there already; its message comes with the next rendering.
      (this.querySelector(`[data-field="${first}"]`) as HTMLElement | null)?.focus();
    }
    return Boolean(first);
  }

  /** A card is in the cart: the next one begins empty, but for the giver. */
  @api
  clear(): void {
    this.values = { ...emptyValues(), sender: this.values.sender };
    this.errors = {};
  }

  get isFree(): boolean {
    return this.kept?.least != null;
  }

  get range(): string {
    const { least, most } = this.kept as GiftCardOptionsDto;
    return fillLabel(labels.amountRange, formatMoney(least, this.store), formatMoney(most, this.store));
  }

  get ownAmount(): string {
    return this.isFree ? `${labels.ownAmount}, ${this.range}` : labels.ownAmount;
  }

  get shownAmount(): string {
    const typed = Number(this.values.amount);
    return formatMoney(this.values.amount && typed > 0 ? typed : (this.variant?.price ?? null), this.store);
  }

  get designs() {
    return (this.kept?.designs ?? []).map((name) => ({
      name,
      label: NAMES[name] ?? name,
      checked: name === this.design,
      swatchClass: `swatch ${name}`,
    }));
  }

  get messageLabel(): string {
    return `${labels.message} (${labels.optional})`;
  }

  get dayLabel(): string {
    return `${labels.day} (${labels.optional})`;
  }

  get messageInvalid(): string {
    return String(Boolean(this.errors.message));
  }

  get dayInvalid(): string {
    return String(Boolean(this.errors.sendOn));
  }

  get isNew(): boolean {
    return !this.topsUp;
  }

  handleKind(event: Event): void {
    this.topsUp = (event.target as HTMLInputElement).value === 'topUp';
    this.errors = {};
  }

  handleDesign(event: Event): void {
    this.design = (event.target as HTMLInputElement).value;
  }

  handleField(event: CustomEvent<{ name: string; value: string }>): void {
    this.put(event.detail.name.replace('gift.', '') as Field, event.detail.value);
  }

  handleInput(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.put(input.name as Field, input.value);
  }

  put(name: Field, value: string): void {
    this.values = { ...this.values, [name]: value };
    this.errors = { ...this.errors, [name]: '' };
    if (name === 'amount') {
      const amount = Number(value);
      this.dispatchEvent(new CustomEvent('amount', { detail: { amount: value && amount > 0 ? amount : null } }));
    }
  }
}

function emptyValues(): Record<Field, string> {
  return Object.fromEntries(FIELDS.map((name) => [name, ''])) as Record<Field, string>;
}
