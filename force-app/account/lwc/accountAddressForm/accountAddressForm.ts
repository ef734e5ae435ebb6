import { LightningElement, api } from 'lwc';
import {
  addressErrors,
  addressToSave,
  fieldError,
  initialForm,
  typed,
  type AddressForm,
  type AddressScopes,
  type CheckoutFormState,
  type FormErrors,
} from 'c/checkoutForm';
import type { SavedAddressDto } from 'c/storeTypes';
import cancel from '@salesforce/label/c.Account_Cancel';
import change from '@salesforce/label/c.Account_Address_Change';
import create from '@salesforce/label/c.Account_Address_New';
import defaultBilling from '@salesforce/label/c.Account_Address_Default_Billing';
import defaultShipping from '@salesforce/label/c.Account_Address_Default_Shipping';
import nameLabel from '@salesforce/label/c.Account_Address_Label';
import optional from '@salesforce/label/c.Account_Optional';
import save from '@salesforce/label/c.Account_Address_Save';
import shared from '@salesforce/label/c.Account_Address_Shared';

/**
 * One address as a form, with the fields and the rules of its country.
 * @fires AccountAddressForm#save the address as it is to be kept; `detail.refuse` takes the server's messages
 * @fires AccountAddressForm#cancel
 */
export default class AccountAddressForm extends LightningElement {
  static renderMode = 'light' as const;

  /** The one to change; null for a new one. Read once. */
  @api saved: SavedAddressDto | null = null;
  @api scopes: AddressScopes = { shipping: [], billing: [], data: {} };
  /** The shopper may add addresses for their whole account. */
  @api mayShare = false;
  /** The store's, such as `en-US`: a new address begins in its region. */
  @api locale: string | null = null;
  @api busy = false;

  labels = { cancel, defaultBilling, defaultShipping, optional, save, shared };
  form: CheckoutFormState | null = null;
  label = '';
  isDefaultShipping = false;
  isDefaultBilling = false;
  isShared = false;
  errors: FormErrors = {};
  message: string | null = null;
  focusNext = false;

  connectedCallback(): void {
    const { saved } = this;
    this.label = saved?.label ?? '';
    this.isDefaultShipping = Boolean(saved?.isDefaultShipping);
    this.isDefaultBilling = Boolean(saved?.isDefaultBilling);
    this.isShared = Boolean(saved?.isShared);
    const checkout = { shippingAddress: saved?.address ?? null, requiresShipping: true };
    this.form = initialForm(checkout as Parameters<typeof initialForm>[0], null, this.scopes, this.locale);
  }

  renderedCallback(): void {
    if (this.focusNext) {
      this.focusNext = false;
      const fields = Array.from(this.querySelectorAll<HTMLElement>('[data-field]'));
      fields.find((field) => this.errors[field.dataset.field ?? ''])?.focus();
    }
  }

  get heading(): string {
    return this.saved ? change : create;
  }

  get nameLabel(): string {
    return nameLabel;
  }

  get labelError(): string {
    return this.errors.label ?? '';
  }

  get address(): AddressForm | null {
    return this.form?.shipping ?? null;
  }

  /** Whose it is does not change later. */
  get offersShare(): boolean {
    return this.mayShare && !this.saved;
  }

  get busyText(): string {
    return String(Boolean(this.busy));
  }

  handleInput(event: CustomEvent<{ name: string; value: string }>): void {
    const { name, value } = event.detail;
    if (name === 'label') {
      this.label = value;
    } else {
      this.form = typed(this.form as CheckoutFormState, name, value);
      if (this.errors[name] && !fieldError(this.form, this.scopes, name)) {
        this.errors = { ...this.errors, [name]: '' };
      }
    }
  }

  handleChange(event: CustomEvent<{ name: string; value: string }>): void {
    this.handleInput(event);
    const { name } = event.detail;
    if (name !== 'label') {
      this.errors = { ...this.errors, [name]: fieldError(this.form as CheckoutFormState, this.scopes, name) ?? '' };
    }
  }

  handleTick(event: Event): void {
    const { name, checked } = event.target as HTMLInputElement;
    this[name as 'isDefaultShipping' | 'isDefaultBilling' | 'isShared'] = checked;
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    if (this.busy || !this.form) {
      return;
    }
    this.message = null;
    this.errors = addressErrors('shipping', this.form.shipping, this.scopes);
    if (Object.keys(this.errors).length > 0) {
      this.focusNext = true;
      return;
    }
    const address: SavedAddressDto = {
      id: this.saved?.id ?? null,
      label: this.label.trim() || null,
      address: addressToSave('shipping', this.form.shipping, this.scopes),
      isDefaultShipping: this.isDefaultShipping,
      isDefaultBilling: this.isDefaultBilling,
      isShared: this.isShared,
      isEditable: true,
    };
    const refuse = (message: string, fields: Record<string, string>): void => {
      const named = Object.entries(fields).map(([name, text]) => [name === 'label' ? name : `shipping.${name}`, text]);
      this.errors = Object.fromEntries(named);
      this.message = message;
      this.focusNext = true;
    };
    this.dispatchEvent(new CustomEvent('save', { detail: { address, refuse } }));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
