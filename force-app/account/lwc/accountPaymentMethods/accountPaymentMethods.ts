import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import getMethods from '@salesforce/apex/PaymentMethodController.getMethods';
import removeMethod from '@salesforce/apex/PaymentMethodController.removeMethod';
import saveMethod from '@salesforce/apex/PaymentMethodController.saveMethod';
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { fillLabel, formatMonth } from 'c/storeFormat';
import type { KeptMethodDto, KeptMethodsDto } from 'c/storeTypes';
import { labels } from './labels';

const ICONS = { Card: 'card', Bank: 'bank', Wallet: 'wallet' };

/** Ways to pay that the shopper keeps: names, the default, and removing one here and at its provider. */
export default class AccountPaymentMethods extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = labels.title;

  labels = labels;
  kept: KeptMethodsDto | null = null;
  /** What is done with one of them: a name is typed, or it is asked whether it goes. */
  under: { id: string; step: 'rename' | 'remove' } | null = null;
  newName = '';
  nameError = '';
  busy = false;
  /** What gets the focus after the next rendering. */
  focusNext: string | null = null;

  renderedCallback(): void {
    const target = this.focusNext && this.querySelector<HTMLElement>(this.focusNext);
    if (target) {
      this.focusNext = null;
      target.focus();
    }
  }

  override async read(): Promise<void> {
    this.kept = await getMethods({ storeCode: this.storeCode });
  }

  get isReady(): boolean {
    return Boolean(this.kept && this.store);
  }

  get waits(): boolean {
    return !this.isReady && !this.errorMessage;
  }

  get isEmpty(): boolean {
    return this.isReady && this.kept?.methods.length === 0;
  }

  get isEditable(): boolean {
    return Boolean(this.kept?.isEditable);
  }

  get isLocked(): boolean {
    return this.isReady && !this.isEditable;
  }

  get busyText(): string {
    return String(this.busy);
  }

  get warnings() {
    return (this.kept?.methods ?? [])
      .filter(({ expiresSoon }) => expiresSoon)
      .map(({ id, label }) => ({ id, text: fillLabel(labels.expiresSoonText, label) }));
  }

  get cards() {
    return (this.kept?.methods ?? []).map((method) => {
      const { id, label, name, isDefault, isExpired, expiresSoon } = method;
      const month = formatMonth(method.expiryMonth, method.expiryYear, this.store?.locale);
      return {
        id,
        icon: ICONS[method.kind],
        title: name || label,
        subtitle: name ? label : '',
        expiry: month && fillLabel(isExpired ? labels.expiredOn : labels.expires, month),
        expiryClass: isExpired ? 'past' : 'soft',
        cardClass: isExpired ? 'card over' : 'card',
        badges: [
          isDefault && labels.badgeDefault,
          isExpired && labels.expired,
          expiresSoon && labels.expiresSoon,
        ].filter(Boolean),
        offersDefault: !isDefault && !isExpired,
        isRenamed: this.under?.id === id && this.under.step === 'rename',
        isRemoved: this.under?.id === id && this.under.step === 'remove',
        askText: fillLabel(labels.removeAsk, name || label),
        defaultLabel: fillLabel(labels.makeDefaultNamed, name || label),
        renameLabel: fillLabel(labels.renameNamed, name || label),
        removeLabel: fillLabel(labels.removeNamed, name || label),
      };
    });
  }

  handleRename(event: Event): void {
    const method = this.methodOf((event.currentTarget as HTMLElement).dataset.id);
    if (method) {
      this.under = { id: method.id, step: 'rename' };
      this.newName = method.name ?? '';
      this.nameError = '';
      this.focusNext = 'input[name="methodName"]';
    }
  }

  handleAsk(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.under = { id: id as string, step: 'remove' };
    this.focusNext = '[data-ask]';
  }

  handleEnd(): void {
    if (this.under) {
      this.focusNext = `[data-method="${this.under.id}"] [data-${this.under.step}]`;
      this.under = null;
    }
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.newName = event.detail.value;
  }

  methodOf(id: string | undefined): KeptMethodDto | null {
    return this.kept?.methods.find((method) => method.id === id) ?? null;
  }

  async handleRenamed(event: Event): Promise<void> {
    event.preventDefault();
    const method = this.methodOf(this.under?.id);
    if (method) {
      await this.change(() =>
        saveMethod({ storeCode: this.storeCode, methodId: method.id, name: this.newName, isDefault: false }),
      );
    }
  }

  async handleDefault(event: Event): Promise<void> {
    const method = this.methodOf((event.currentTarget as HTMLElement).dataset.id);
    if (method) {
      await this.change(
        () => saveMethod({ storeCode: this.storeCode, methodId: method.id, name: method.name, isDefault: true }),
        labels.saved,
        `[data-method="${method.id}"] [data-rename]`,
      );
    }
  }

  async handleRemove(): Promise<void> {
    const methodId = this.under?.id as string;
    await this.change(() => removeMethod({ storeCode: this.storeCode, methodId }), labels.removed, '[data-title]');
  }

  /** One change at a time; what is refused leaves everything as it is. @param focus what gets it where its button is gone */
  async change(send: () => Promise<KeptMethodsDto>, done = labels.saved, focus: string | null = null): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      this.kept = await send();
      this.handleEnd();
      this.focusNext = focus ?? this.focusNext;
      showToast({ message: done, tone: 'success' });
    } catch (error) {
      const { message, fields } = toStoreError(error);
      this.nameError = fields.name ?? '';
      if (!this.nameError) {
        showToast({ message, tone: 'error' });
      }
    } finally {
      this.busy = false;
    }
  }
}
