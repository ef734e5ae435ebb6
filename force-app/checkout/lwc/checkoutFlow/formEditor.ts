/** What is typed at the checkout and what is said about it. Every change makes a new state, which the page shows. */
import { writeDraft } from 'c/checkoutDraft';
import {
  addressForm,
  fieldError,
  judgedWith,
  tidied,
  typed,
  type AddressScopes,
  type CheckoutFormState,
  type FormErrors,
} from 'c/checkoutForm';
import type { AddressDto } from 'c/storeTypes';
import checkFields from '@salesforce/label/c.Store_CheckFields';

export interface EditorState {
  /** Null until it can be filled in. */
  form: CheckoutFormState | null;
  errors: FormErrors;
  /** Said above the form; null for nothing. */
  message: string | null;
  /** Why the payment or the total needs another look; shown where the way to pay is chosen. */
  paymentMessage: string | null;
}

export const NOTHING_TYPED: EditorState = { form: null, errors: {}, message: null, paymentMessage: null };

export class FormEditor {
  scopes: AddressScopes = { shipping: [], billing: [], data: {} };
  private state = NOTHING_TYPED;
  /** What gets the focus after the next rendering. */
  private focusNext: 'message' | 'error' | 'payment' | null = null;
  private readonly cartToken: () => string;
  private readonly publish: (state: EditorState) => void;

  /** @param cartToken asked each time: signing in may bring another one */
  constructor(cartToken: () => string, publish: (state: EditorState) => void) {
    this.cartToken = cartToken;
    this.publish = publish;
  }

  start(form: CheckoutFormState, scopes: AddressScopes): void {
    this.scopes = scopes;
    this.change({ form });
  }

  /** Keeps one field in the form and in the tab's draft; a message that it had goes as soon as it is mended. */
  type(name: string, value: string): void {
    this.keep(typed(this.form, name, value));
    if (this.state.errors[name] && !fieldError(this.form, this.scopes, name)) {
      this.setError(name, null);
    }
  }

  /** The shopper left the field: it is tidied and judged. */
  leave(name: string, value: string): void {
    this.type(name, value);
    this.type(name, tidied(this.form, this.scopes, name) ?? value);
    for (const judged of [name, ...judgedWith(this.form, this.state.errors, name)]) {
      this.setError(judged, fieldError(this.form, this.scopes, judged));
    }
  }

  /** The delivery address as a whole, from among saved ones. */
  fill(address: AddressDto): void {
    this.keep({ ...this.form, shipping: addressForm(address) });
    for (const name of Object.keys(this.state.errors).filter((key) => key.startsWith('shipping.'))) {
      this.setError(name, fieldError(this.form, this.scopes, name));
    }
  }

  /** A choice, a tick or the note. */
  set(name: string, value: string | boolean): void {
    this.keep({ ...this.form, [name]: value });
    this.setError(name === 'termsAccepted' ? 'terms' : name, null);
  }

  setError(name: string, message: string | null): void {
    const { [name]: former, ...errors } = this.state.errors;
    if (former === (message ?? undefined)) {
      return;
    }
    if (message) {
      errors[name] = message;
    }
    const mended = Object.keys(errors).length === 0;
    this.change({ errors, ...(mended && { message: null }) });
  }

  change(change: Partial<EditorState>): void {
    this.state = { ...this.state, ...change };
    this.publish(this.state);
  }

  say(message: string): void {
    this.focusNext = 'message';
    this.change({ message });
  }

  /** Says it above the form, and takes the shopper to where they choose how to pay. */
  sayAtPayment(message: string): void {
    this.focusNext = 'payment';
    this.change({ message, paymentMessage: message });
  }

  /** Says that something is to be mended, if anything is, and puts the focus where mending starts. */
  askToMend(message = checkFields): boolean {
    const isWrong = Object.keys(this.state.errors).length > 0;
    if (isWrong) {
      this.focusNext = 'error';
      this.change({ message });
    }
    return isWrong;
  }

  /** Puts the focus where the last message wants it. @param page rendered */
  focusIn(page: Pick<ParentNode, 'querySelector' | 'querySelectorAll'>): void {
    if (this.focusNext) {
      const fields = Array.from(page.querySelectorAll<HTMLElement>('[data-field]'));
      const message = page.querySelector<HTMLElement>('[data-summary-message]');
      const target = {
        error: fields.find((field) => this.state.errors[field.dataset.field ?? '']) ?? message,
        message,
        payment: page.querySelector<HTMLElement>('[data-payment-message]'),
      }[this.focusNext];
      this.focusNext = null;
      target?.focus();
    }
  }

  private get form(): CheckoutFormState {
    return this.state.form as CheckoutFormState;
  }

  private keep(form: CheckoutFormState): void {
    writeDraft(this.cartToken(), form);
    this.change({ form });
  }
}
