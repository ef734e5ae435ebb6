import { LightningElement, api } from 'lwc';
import decrease from '@salesforce/label/c.Store_QuantityDecrease';
import increase from '@salesforce/label/c.Store_QuantityIncrease';
import quantityLabel from '@salesforce/label/c.Store_Quantity';
import quantityMost from '@salesforce/label/c.Store_QuantityMost';
import { fillLabel } from 'c/storeFormat';

const DEFAULT_MAXIMUM = 999;

/**
 * Stepper for a quantity of at least one.
 * @fires StoreQuantity#quantitychange `{quantity, undo}` when the shopper chose another quantity; `undo()` shows the former again
 */
export default class StoreQuantity extends LightningElement {
  static renderMode = 'light' as const;

  /** What is counted, for the accessible names. */
  @api subject = '';
  /** Highest quantity that can be bought; null for no limit of its own. */
  @api max: number | null = null;
  @api disabled = false;

  current = 1;
  /** Why the quantity is not what was typed. */
  note = '';

  @api
  get value(): number {
    return this.current;
  }
  set value(quantity: number) {
    this.current = Number(quantity) || 1;
  }

  get limit(): number {
    return this.max ?? DEFAULT_MAXIMUM;
  }

  get inputLabel(): string {
    return this.subject ? `${quantityLabel}: ${this.subject}` : quantityLabel;
  }

  get decreaseLabel(): string {
    return fillLabel(decrease, this.subject);
  }

  get increaseLabel(): string {
    return fillLabel(increase, this.subject);
  }

  get cannotDecrease(): boolean {
    return this.disabled || this.current <= 1;
  }

  get cannotIncrease(): boolean {
    return this.disabled || this.current >= this.limit;
  }

  handleDecrease(): void {
    this.choose(this.current - 1);
  }

  handleIncrease(): void {
    this.choose(this.current + 1);
  }

  handleInput(event: Event): void {
    const input = event.target as HTMLInputElement;
    const typed = Number.parseInt(input.value, 10);
    this.choose(Number.isNaN(typed) ? this.current : typed);
    if (typed > this.limit) {
      this.note = fillLabel(quantityMost, this.limit);
    }
    input.value = String(this.current);
  }

  choose(quantity: number): void {
    this.note = '';
    const within = Math.min(Math.max(1, quantity), Math.max(1, this.limit));
    if (within === this.current) {
      return;
    }
    const former = this.current;
    this.current = within;
    const undo = (): void => {
      this.current = former;
    };
    this.dispatchEvent(new CustomEvent('quantitychange', { detail: { quantity: within, undo } }));
  }
}
