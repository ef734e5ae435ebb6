import { LightningElement, api } from 'lwc';
import optionalLabel from '@salesforce/label/c.Store_Optional';
import chooseLabel from '@salesforce/label/c.Store_Choose';

interface Choice {
  value: string;
  label: string;
  selected: boolean;
}

/**
 * One labelled field with its message: a text input, or a select when it has choices.
 * @fires CheckoutField#fieldinput `{name, value}` at every keystroke
 * @fires CheckoutField#fieldchange `{name, value}` when the shopper left the field
 */
export default class CheckoutField extends LightningElement {
  static renderMode = 'light' as const;

  /** Name of the field, unique in the page: `shipping.street`. */
  @api name = '';
  @api label = '';
  @api value = '';
  @api type = 'text';
  @api autocomplete = 'on';
  @api mode: string | null = null;
  @api required = false;
  /** Message to show; blank when the field is fine. */
  @api error = '';
  /** Choices of a select; null for a text input. */
  @api choices: { code: string; name: string }[] | null = null;

  get inputId(): string {
    return `checkout-${this.name.replace('.', '-')}`;
  }

  get messageId(): string {
    return `${this.inputId}-message`;
  }

  get describedBy(): string | null {
    return this.error ? this.messageId : null;
  }

  get invalid(): string {
    return String(Boolean(this.error));
  }

  get requiredText(): string {
    return String(Boolean(this.required));
  }

  get labelText(): string {
    return this.required ? this.label : `${this.label} (${optionalLabel})`;
  }

  get isSelect(): boolean {
    return Boolean(this.choices?.length);
  }

  get options(): Choice[] {
    const choices = (this.choices ?? []).map(({ code, name }) => ({
      value: code,
      label: name,
      selected: code === this.value,
    }));
    const chosen = choices.some((choice) => choice.selected);
    return chosen ? choices : [{ value: '', label: chooseLabel, selected: true }, ...choices];
  }

  get fieldClass(): string {
    return this.error ? 'store-field invalid' : 'store-field';
  }

  handleInput(event: Event): void {
    this.send('fieldinput', event);
  }

  handleChange(event: Event): void {
    this.send('fieldchange', event);
  }

  send(type: string, event: Event): void {
    event.stopPropagation();
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
    this.dispatchEvent(new CustomEvent(type, { detail: { name: this.name, value }, bubbles: true }));
  }
}
