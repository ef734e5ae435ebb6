import { LightningElement, api } from 'lwc';
import show from '@salesforce/label/c.Identity_Page_Show';
import hide from '@salesforce/label/c.Identity_Page_Hide';
import showPassword from '@salesforce/label/c.Identity_Page_Show_Password';
import hidePassword from '@salesforce/label/c.Identity_Page_Hide_Password';

/**
 * A password that can be shown. Its value stays in the input: nothing keeps it beside.
 * @fires PasswordField#fieldinput `{name, value}` at every keystroke
 * @slot aside a link beside the label
 */
export default class PasswordField extends LightningElement {
  static renderMode = 'light' as const;

  /** Name of the field, unique in the page. */
  @api name = 'password';
  @api label = '';
  /** `current-password` or `new-password`: tells password managers what is meant. */
  @api autocomplete = 'current-password';
  /** What passwords must be like; blank for nothing. */
  @api help = '';
  /** Message to show; blank when the field is fine. */
  @api error = '';

  shown = false;

  /** What the input holds; not kept elsewhere. */
  @api
  get value(): string {
    return (this.refs?.input as HTMLInputElement | undefined)?.value ?? '';
  }

  get inputId(): string {
    return `identity-${this.name}`;
  }

  get helpId(): string {
    return `${this.inputId}-help`;
  }

  get messageId(): string {
    return `${this.inputId}-message`;
  }

  get describedBy(): string | null {
    const ids = [this.error && this.messageId, this.help && this.helpId].filter(Boolean);
    return ids.join(' ') || null;
  }

  get invalid(): string {
    return String(Boolean(this.error));
  }

  get fieldClass(): string {
    return this.error ? 'store-field invalid' : 'store-field';
  }

  get type(): string {
    return this.shown ? 'text' : 'password';
  }

  get pressed(): string {
    return String(this.shown);
  }

  get toggleText(): string {
    return this.shown ? hide : show;
  }

  get toggleLabel(): string {
    return this.shown ? hidePassword : showPassword;
  }

  handleToggle(): void {
    this.shown = !this.shown;
  }

  handleInput(event: Event): void {
    event.stopPropagation();
    const { value } = event.target as HTMLInputElement;
    this.dispatchEvent(new CustomEvent('fieldinput', { detail: { name: this.name, value }, bubbles: true }));
  }
}
