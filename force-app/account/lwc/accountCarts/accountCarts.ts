import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import endShare from '@salesforce/apex/MemberCartController.endShare';
import getCarts from '@salesforce/apex/MemberCartController.getCarts';
import lookAtCart from '@salesforce/apex/MemberCartController.lookAtCart';
import openSavedCart from '@salesforce/apex/MemberCartController.openCart';
import removeCart from '@salesforce/apex/MemberCartController.removeCart';
import renameCart from '@salesforce/apex/MemberCartController.renameCart';
import saveCart from '@salesforce/apex/MemberCartController.saveCart';
import shareCart from '@salesforce/apex/MemberCartController.shareCart';
import { adoptCart, cartToken, forgetCart } from 'c/cartStore';
import { toStoreError } from 'c/storeErrors';
import { announce, openCart, showToast } from 'c/storeEvents';
import { fillLabel, formatDateTime, formatMoney, pluralLabel } from 'c/storeFormat';
import { sharedCartUrl } from 'c/storeRoutes';
import type { CartDto, SavedCartDto } from 'c/storeTypes';
import { labels } from './labels';

/** Carts that the shopper has put aside: looked at again, taken up, renamed, shared, deleted; and the current one, to be put aside. */
export default class AccountCarts extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = labels.title;

  labels = labels;
  carts: SavedCartDto[] | null = null;
  /** What is inside, by cart, of those that are looked at. */
  inside: Record<string, CartDto> = {};
  renamedId: string | null = null;
  /** Cart that is deleted once the shopper says so again. */
  askedId: string | null = null;
  newName = '';
  name = '';
  nameError = '';
  renameError = '';
  busy = false;
  focusNext: string | null = null;

  renderedCallback(): void {
    if (this.focusNext) {
      const target = this.querySelector<HTMLElement>(this.focusNext);
      this.focusNext = null;
      target?.focus();
    }
  }

  override async read(): Promise<void> {
    this.carts = await getCarts({ storeCode: this.storeCode });
  }

  get waits(): boolean {
    return !this.carts && !this.errorMessage;
  }

  get current(): SavedCartDto | null {
    const cart = (this.carts ?? []).find(({ isCurrent }) => isCurrent);
    return cart && cart.itemCount > 0 ? cart : null;
  }

  get currentText(): string {
    return this.current ? this.factsOf(this.current) : '';
  }

  get isEmpty(): boolean {
    return Boolean(this.carts) && this.cards.length === 0;
  }

  factsOf({ itemCount, total, currencyCode }: SavedCartDto): string {
    const { store } = this;
    const pieces = pluralLabel(itemCount, { one: labels.itemsOne, other: labels.itemsOther }, store?.locale);
    const sum = store ? formatMoney(total, { locale: store.locale, currencyCode }) : '';
    return [pieces, sum].filter(Boolean).join(' · ');
  }

  get hasCards(): boolean {
    return this.cards.length > 0;
  }

  get cards() {
    return (this.carts ?? [])
      .filter(({ isCurrent }) => !isCurrent)
      .map((cart) => {
        const name = cart.name || labels.unnamed;
        return {
          id: cart.id,
          name,
          facts: this.factsOf(cart),
          changed: fillLabel(labels.changed, formatDateTime(cart.changedAt, this.store?.locale)),
          inside: this.inside[cart.id] ?? null,
          expanded: String(Boolean(this.inside[cart.id])),
          isRenamed: cart.id === this.renamedId,
          isAsked: cart.id === this.askedId,
          askText: fillLabel(labels.removeAsk, name),
          link: cart.shareToken ? new URL(sharedCartUrl(cart.shareToken), window.location.origin).href : null,
          openLabel: fillLabel(labels.openNamed, name),
          lookLabel: fillLabel(labels.lookNamed, name),
          renameLabel: fillLabel(labels.renameNamed, name),
          removeLabel: fillLabel(labels.removeNamed, name),
          shareLabel: fillLabel(labels.shareNamed, name),
          endShareLabel: fillLabel(labels.endShareNamed, name),
          linkLabel: fillLabel(labels.linkOf, name),
        };
      });
  }

  idOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset.id as string;
  }

  nameOf(cartId: string): string {
    return this.carts?.find(({ id }) => id === cartId)?.name || labels.unnamed;
  }

  /** One thing at a time; what fails is said in a message unless it belongs to a field. */
  async run(action: () => Promise<void>, refused?: (message: string) => void): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      await action();
    } catch (error) {
      const { message, fields } = toStoreError(error);
      if (refused) {
        refused(fields.name ?? message);
      } else {
        showToast({ message, tone: 'error' });
      }
    } finally {
      this.busy = false;
    }
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.name = event.detail.value;
    this.nameError = '';
  }

  handleSave(event: Event): void {
    event.preventDefault();
    const name = this.name.trim();
    this.run(
      async () => {
        this.carts = await saveCart({ storeCode: this.storeCode, cartToken: cartToken(this.storeCode), name });
        forgetCart(this.storeCode);
        this.name = '';
        showToast({ message: fillLabel(labels.saved, name), tone: 'success' });
      },
      (message) => {
        this.nameError = message;
        this.focusNext = '[data-field="cartName"]';
      },
    );
  }

  handleOpen(event: Event): void {
    const cartId = this.idOf(event);
    const name = this.nameOf(cartId);
    this.run(async () => {
      const { storeCode } = this;
      adoptCart(storeCode, await openSavedCart({ storeCode, cartToken: cartToken(storeCode), cartId }));
      announce(fillLabel(labels.nowYours, name));
      openCart();
      this.carts = await getCarts({ storeCode });
    });
  }

  handleLook(event: Event): void {
    const cartId = this.idOf(event);
    if (this.inside[cartId]) {
      this.inside = Object.fromEntries(Object.entries(this.inside).filter(([id]) => id !== cartId));
      return;
    }
    this.run(async () => {
      const cart = await lookAtCart({ storeCode: this.storeCode, cartId });
      this.inside = { ...this.inside, [cartId]: cart };
    });
  }

  handleRename(event: Event): void {
    this.renamedId = this.idOf(event);
    this.renameError = '';
    this.newName = this.nameOf(this.renamedId);
    this.focusNext = '[data-field="newName"]';
  }

  handleNewName(event: CustomEvent<{ value: string }>): void {
    this.newName = event.detail.value;
    this.renameError = '';
  }

  handleRenameEnd(): void {
    this.focusNext = `[data-rename][data-id="${this.renamedId}"]`;
    this.renamedId = null;
  }

  handleRenamed(event: Event): void {
    event.preventDefault();
    this.run(
      async () => {
        const name = this.newName.trim();
        this.carts = await renameCart({ storeCode: this.storeCode, cartId: this.renamedId, name });
        this.handleRenameEnd();
      },
      (message) => {
        this.renameError = message;
        this.focusNext = '[data-field="newName"]';
      },
    );
  }

  /** A deleted cart cannot be had back. */
  handleAskRemove(event: Event): void {
    this.askedId = this.idOf(event);
    this.focusNext = '[data-confirm]';
  }

  handleKeep(): void {
    this.focusNext = `[data-remove][data-id="${this.askedId}"]`;
    this.askedId = null;
  }

  handleRemove(event: Event): void {
    const cartId = this.idOf(event);
    const name = this.nameOf(cartId);
    this.askedId = null;
    this.run(async () => {
      this.carts = await removeCart({ storeCode: this.storeCode, cartId });
      this.focusNext = '[data-title]';
      showToast({ message: fillLabel(labels.removed, name) });
    });
  }

  handleShare(event: Event): void {
    const cartId = this.idOf(event);
    this.run(async () => {
      const shareToken = await shareCart({ storeCode: this.storeCode, cartId });
      this.withShare(cartId, shareToken);
      this.focusNext = `[data-link="${cartId}"]`;
    });
  }

  handleEndShare(event: Event): void {
    const cartId = this.idOf(event);
    this.run(async () => {
      await endShare({ storeCode: this.storeCode, cartId });
      this.withShare(cartId, null);
      this.focusNext = `[data-share][data-id="${cartId}"]`;
    });
  }

  withShare(cartId: string, shareToken: string | null): void {
    this.carts = (this.carts ?? []).map((cart) => (cart.id === cartId ? { ...cart, shareToken } : cart));
  }

  async handleCopy(event: Event): Promise<void> {
    const field = this.querySelector<HTMLInputElement>(`[data-link="${this.idOf(event)}"]`) as HTMLInputElement;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      announce(labels.copied);
      showToast({ message: labels.copied, tone: 'success' });
    } catch {
      announce(labels.copyByHand); // The browser forbids it: the link is selected, ready to be copied by hand.
    }
  }
}
