import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import getAddresses from '@salesforce/apex/AddressBookController.getAddresses';
import removeAddress from '@salesforce/apex/AddressBookController.removeAddress';
import saveAddress from '@salesforce/apex/AddressBookController.saveAddress';
import { countriesOf, loadAddressData, type AddressData } from 'c/addressBook';
import { addressLines } from 'c/addressPrinter';
import type { AddressScopes } from 'c/checkoutForm';
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import type { AddressBookDto, SavedAddressDto } from 'c/storeTypes';
import { labels } from './labels';

/** The shopper's address book: addresses with labels and defaults, which the checkout offers. */
export default class AccountAddresses extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = labels.title;

  labels = labels;
  book: AddressBookDto | null = null;
  data: AddressData | null = null;
  /** The form is shown: for one of the addresses, or for a new one. */
  isEditing = false;
  edited: SavedAddressDto | null = null;
  busy = false;
  focusNext: 'form' | 'add' | null = null;

  renderedCallback(): void {
    if (this.focusNext) {
      const selector = this.focusNext === 'form' ? '[data-heading]' : '[data-add]';
      const target = this.querySelector<HTMLElement>(selector);
      if (target) {
        this.focusNext = null;
        target.focus();
      }
    }
  }

  override async read(): Promise<void> {
    const [book, data] = await Promise.all([getAddresses({ storeCode: this.storeCode }), loadAddressData()]);
    this.book = book;
    this.data = data;
  }

  get scopes(): AddressScopes {
    const data = this.data ?? {};
    const everywhere = countriesOf(data, null, this.store?.locale);
    return { shipping: everywhere, billing: everywhere, data };
  }

  get isReady(): boolean {
    return Boolean(this.book && this.data && this.store);
  }

  get waits(): boolean {
    return !this.isReady && !this.errorMessage;
  }

  get isEmpty(): boolean {
    return this.isReady && this.book?.addresses.length === 0 && !this.isEditing;
  }

  /** Said where the person and their company both have a default for the same. */
  get hasTwoDefaults(): boolean {
    const all = this.book?.addresses ?? [];
    return (['isDefaultShipping', 'isDefaultBilling'] as const).some(
      (kind) => all.some((one) => one[kind] && one.isShared) && all.some((one) => one[kind] && !one.isShared),
    );
  }

  get cards() {
    const data = this.data as AddressData;
    return (this.book?.addresses ?? []).map((saved) => {
      const lines = addressLines(data, saved.address, this.store?.locale);
      const name = saved.label || lines[0];
      const badges = [
        saved.isDefaultShipping && (saved.isShared ? labels.badgeSharedShipping : labels.badgeShipping),
        saved.isDefaultBilling && (saved.isShared ? labels.badgeSharedBilling : labels.badgeBilling),
        saved.isShared && labels.badgeShared,
      ].filter(Boolean);
      return {
        id: saved.id,
        label: saved.label,
        lines: lines.map((text, index) => ({ key: `${index}|${text}`, text })),
        badges,
        isEditable: saved.isEditable,
        editLabel: fillLabel(labels.editNamed, name),
        removeLabel: fillLabel(labels.removeNamed, name),
      };
    });
  }

  handleAdd(): void {
    this.open(null);
  }

  handleEdit(event: Event): void {
    this.open(this.addressOf(event));
  }

  open(saved: SavedAddressDto | null): void {
    this.edited = saved;
    this.isEditing = true;
    this.focusNext = 'form';
  }

  close(): void {
    this.isEditing = false;
    this.edited = null;
    this.focusNext = 'add';
  }

  addressOf(event: Event): SavedAddressDto | null {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    return this.book?.addresses.find((saved) => saved.id === id) ?? null;
  }

  handleCancel(): void {
    this.close();
  }

  async handleSave(
    event: CustomEvent<{ address: SavedAddressDto; refuse: (message: string, fields: Record<string, string>) => void }>,
  ): Promise<void> {
    const { address, refuse } = event.detail;
    this.busy = true;
    try {
      this.book = await saveAddress({ storeCode: this.storeCode, address });
      this.close();
      showToast({ message: labels.saved, tone: 'success' });
    } catch (error) {
      const failure = toStoreError(error);
      refuse(failure.message, failure.fields);
    } finally {
      this.busy = false;
    }
  }

  async handleRemove(event: Event): Promise<void> {
    const saved = this.addressOf(event);
    if (!saved || this.busy) {
      return;
    }
    this.busy = true;
    try {
      this.book = await removeAddress({ storeCode: this.storeCode, addressId: saved.id });
      this.focusNext = 'add';
      showToast({ message: labels.removed, actionLabel: labels.undo, action: () => this.bringBack(saved) });
    } catch (error) {
      showToast({ message: toStoreError(error).message, tone: 'error' });
    } finally {
      this.busy = false;
    }
  }

  async bringBack(saved: SavedAddressDto): Promise<void> {
    try {
      this.book = await saveAddress({ storeCode: this.storeCode, address: { ...saved, id: null } });
    } catch (error) {
      showToast({ message: toStoreError(error).message, tone: 'error' });
    }
  }
}
