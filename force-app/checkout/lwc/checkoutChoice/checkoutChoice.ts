import { LightningElement, api } from 'lwc';

/** One thing to choose. */
export interface Choice {
  id: string;
  title: string;
  /** Second line. */
  detail?: string | null;
  /** Right-hand text, for example a price. */
  amount?: string | null;
  /** It is shown, but cannot be chosen. */
  disabled?: boolean;
}

/**
 * Choices as a group of radio buttons in one box.
 * @fires CheckoutChoice#choose `{name, id}`
 */
export default class CheckoutChoice extends LightningElement {
  static renderMode = 'light' as const;

  /** Name of the group, unique in the page. */
  @api name = '';
  /** Accessible name of the group. */
  @api legend = '';
  @api choices: Choice[] = [];
  /** Id of the chosen one. */
  @api value: string | null = null;
  @api error = '';

  get items() {
    return (this.choices ?? []).map((choice) => {
      const checked = choice.id === this.value;
      const state = (checked && ' checked') || (choice.disabled && ' disabled') || '';
      return { ...choice, checked, disabled: Boolean(choice.disabled), itemClass: `item${state}` };
    });
  }

  get groupClass(): string {
    return this.error ? 'group invalid' : 'group';
  }

  get messageId(): string {
    return `checkout-${this.name}-message`;
  }

  get describedBy(): string | null {
    return this.error ? this.messageId : null;
  }

  handleChoose(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.dispatchEvent(new CustomEvent('choose', { detail: { name: this.name, id: value } }));
  }
}
