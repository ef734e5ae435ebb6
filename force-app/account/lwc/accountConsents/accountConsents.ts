import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import getConsents from '@salesforce/apex/ConsentController.getConsents';
import setEmail from '@salesforce/apex/ConsentController.setEmail';
import setList from '@salesforce/apex/ConsentController.setList';
import setText from '@salesforce/apex/ConsentController.setText';
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import { accountUrl } from 'c/storeRoutes';
import type { ShopperConsentDto } from 'c/storeTypes';
import { labels } from './labels';

/** What the store may send the shopper: each tick is kept at once. */
export default class AccountConsents extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = labels.title;

  labels = labels;
  profileUrl = accountUrl('profile');
  consents: ShopperConsentDto | null = null;
  /** Not shown: drawing the page again while an answer is awaited would take a fresh tick out. */
  busy = false;

  override async read(): Promise<void> {
    this.consents = await getConsents({ storeCode: this.storeCode });
  }

  get isReady(): boolean {
    return Boolean(this.consents && this.store);
  }

  get waits(): boolean {
    return !this.isReady && !this.errorMessage;
  }

  get intro(): string {
    return fillLabel(labels.intro, this.store?.name ?? '');
  }

  get isLocked(): boolean {
    return this.consents?.isEditable === false;
  }

  get emailNote(): string {
    const { email, isBlocked } = this.consents as ShopperConsentDto;
    if (!email) return labels.emailNeeded;
    return isBlocked ? labels.blocked : fillLabel(labels.emailTo, email);
  }

  get emailDisabled(): boolean {
    const { email, isBlocked } = this.consents as ShopperConsentDto;
    return this.isLocked || !email || isBlocked;
  }

  /** Ticked also while the link is waited for: taking the tick out ends that. */
  get emailChosen(): boolean {
    const { wantsEmail, isWaiting } = this.consents as ShopperConsentDto;
    return wantsEmail || isWaiting;
  }

  get waitingText(): string {
    return fillLabel(labels.waiting, this.consents?.email ?? '');
  }

  get lists(): (ShopperConsentDto['lists'][number] & { isChosen: boolean })[] {
    return (this.consents as ShopperConsentDto).lists.map((list) => ({
      ...list,
      isChosen: list.isOn || list.isWaiting,
    }));
  }

  get needsPhone(): boolean {
    return !this.consents?.phone;
  }

  get textNote(): string {
    const { phone } = this.consents as ShopperConsentDto;
    return phone ? fillLabel(labels.textTo, phone) : labels.phoneNeeded;
  }

  get textDisabled(): boolean {
    return this.isLocked || this.needsPhone || !this.consents?.email;
  }

  get hasLists(): boolean {
    return Boolean(this.consents?.lists.length);
  }

  get listsOff(): boolean {
    return !this.consents?.wantsEmail && !this.consents?.isWaiting;
  }

  get listsDisabled(): boolean {
    return this.isLocked || this.listsOff;
  }

  handleEmail(event: Event): void {
    this.choose(event, (wanted) => setEmail({ storeCode: this.storeCode, wanted }));
  }

  handleText(event: Event): void {
    this.choose(event, (wanted) => setText({ storeCode: this.storeCode, wanted }));
  }

  handleList(event: Event): void {
    const listId = (event.target as HTMLInputElement).dataset.list;
    this.choose(event, (wanted) => setList({ storeCode: this.storeCode, listId, wanted }));
  }

  async handleAgain(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      this.consents = await setEmail({ storeCode: this.storeCode, wanted: true });
      showToast({ message: labels.sent, tone: 'success' });
    } catch (error) {
      showToast({ message: toStoreError(error).message, tone: 'error' });
    } finally {
      this.busy = false;
    }
  }

  /** A tick that could not be kept goes back. */
  async choose(event: Event, send: (wanted: boolean) => Promise<ShopperConsentDto>): Promise<void> {
    const box = event.target as HTMLInputElement;
    if (this.busy) {
      box.checked = !box.checked;
      return;
    }
    this.busy = true;
    try {
      this.consents = await send(box.checked);
      showToast({ message: this.consents.isWaiting && box.checked ? labels.sent : labels.saved, tone: 'success' });
    } catch (error) {
      box.checked = !box.checked;
      showToast({ message: toStoreError(error).message, tone: 'error' });
    } finally {
      this.busy = false;
    }
  }
}
