import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import findPeople from '@salesforce/apex/InvitationController.findPeople';
import getStores from '@salesforce/apex/InvitationController.getStores';
import invite from '@salesforce/apex/InvitationController.invite';
import account from '@salesforce/label/c.Identity_Admin_Account';
import email from '@salesforce/label/c.Identity_Admin_Email';
import invitations from '@salesforce/label/c.Identity_Admin_Invitations';
import invited from '@salesforce/label/c.Identity_Admin_Invited';
import invitedAt from '@salesforce/label/c.Identity_Admin_Invited_At';
import inviteLabel from '@salesforce/label/c.Identity_Admin_Invite_Selected';
import all from '@salesforce/label/c.Identity_Admin_Choose_All';
import loading from '@salesforce/label/c.Identity_Admin_Loading';
import name from '@salesforce/label/c.Identity_Admin_Name';
import nobody from '@salesforce/label/c.Identity_Admin_Nobody';
import search from '@salesforce/label/c.Identity_Admin_Search';
import selected from '@salesforce/label/c.Identity_Admin_Selected';
import store from '@salesforce/label/c.Identity_Admin_Invite_Store';
import summary from '@salesforce/label/c.Identity_Admin_Summary';
import PagedList, { type Page } from 'c/pagedList';
import { toStoreError } from 'c/storeErrors';

type Person = Awaited<ReturnType<typeof findPeople>>[number];
type StoreChoice = Awaited<ReturnType<typeof getStores>>[number];

/** Contacts that have no account: searched, chosen, invited, up to two hundred at once. */
export default class InvitationConsole extends PagedList<Person> {
  labels = { account, all, email, invitations, invite: inviteLabel, invitedAt, loading, name, nobody, search, store };
  /** Null until they are read. */
  stores: StoreChoice[] | null = null;
  storeCode = '';
  chosen: string[] = [];
  /** What became of those that were invited last, by contact: blank when invited. */
  outcomes: Record<string, string> = {};

  connectedCallback() {
    this.load();
  }

  async find(): Promise<Page<Person>> {
    if (!this.stores) {
      this.stores = await getStores();
      this.storeCode = this.stores[0]?.code ?? '';
    }
    return { rows: await findPeople({ words: this.query }), hasMore: false };
  }

  followRows() {
    this.chosen = this.chosen.filter((id) => this.found.some(({ contactId }) => contactId === id));
  }

  get hasStores(): boolean {
    return (this.stores?.length ?? 0) > 1;
  }

  get storeOptions() {
    return (this.stores ?? []).map((choice) => ({ value: choice.code, label: choice.name }));
  }

  get rows() {
    return this.found.map((person) => {
      const outcome = this.outcomes[person.contactId];
      return {
        ...person,
        isChosen: this.chosen.includes(person.contactId),
        url: `/lightning/r/Contact/${person.contactId}/view`,
        outcome: outcome === '' ? invited : outcome,
        outcomeClass: outcome ? 'slds-text-color_error' : 'slds-text-color_success',
      };
    });
  }

  get allChosen(): boolean {
    return this.hasRows && this.chosen.length === this.found.length;
  }

  get selectedText(): string {
    return selected.replace('{0}', String(this.chosen.length));
  }

  get nothingChosen(): boolean {
    return this.chosen.length === 0 || this.isLoading || !this.storeCode;
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.storeCode = event.detail.value;
  }

  handleChoose(event: Event) {
    const { dataset, checked } = event.currentTarget as HTMLInputElement;
    const others = this.chosen.filter((id) => id !== dataset.id);
    this.chosen = checked ? [...others, dataset.id!] : others;
  }

  handleChooseAll(event: Event) {
    const { checked } = event.currentTarget as HTMLInputElement;
    this.chosen = checked ? this.found.map(({ contactId }) => contactId) : [];
  }

  async handleInvite() {
    this.isLoading = true;
    try {
      const results = await invite({ storeCode: this.storeCode, contactIds: this.chosen });
      const count = results.filter(({ isInvited }) => isInvited).length;
      this.outcomes = Object.fromEntries(results.map(({ contactId, reason }) => [contactId, reason ?? '']));
      this.tell(
        summary.replace('{0}', String(count)).replace('{1}', String(results.length - count)),
        count ? 'success' : 'error',
      );
      this.chosen = [];
    } catch (error) {
      this.tell(toStoreError(error).message, 'error');
    }
    await this.load();
  }

  private tell(message: string, variant: 'success' | 'error') {
    this.dispatchEvent(new ShowToastEvent({ message, variant, mode: variant === 'error' ? 'sticky' : 'dismissible' }));
  }
}
