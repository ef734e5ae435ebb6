import { LightningElement, api } from 'lwc';
import getPeople from '@salesforce/apex/InvitationController.getPeople';
import getStores from '@salesforce/apex/InvitationController.getStores';
import invite from '@salesforce/apex/InvitationController.invite';
import allMembers from '@salesforce/label/c.Identity_Admin_Selected_Members';
import account from '@salesforce/label/c.Identity_Admin_Account';
import email from '@salesforce/label/c.Identity_Admin_Email';
import hasAccount from '@salesforce/label/c.Identity_Admin_Has_Account';
import hidden from '@salesforce/label/c.Identity_Admin_Selected_Hidden';
import invitations from '@salesforce/label/c.Identity_Admin_Invitations';
import invited from '@salesforce/label/c.Identity_Admin_Invited';
import invitedAt from '@salesforce/label/c.Identity_Admin_Invited_At';
import inviteLabel from '@salesforce/label/c.Identity_Admin_Invite_Selected';
import loading from '@salesforce/label/c.Identity_Admin_Loading';
import name from '@salesforce/label/c.Identity_Admin_Name';
import nobody from '@salesforce/label/c.Identity_Admin_Selected_Nobody';
import nowhere from '@salesforce/label/c.Identity_Admin_Selected_Nowhere';
import ready from '@salesforce/label/c.Identity_Admin_Selected_Ready';
import store from '@salesforce/label/c.Identity_Admin_Invite_Store';
import told from '@salesforce/label/c.Identity_Admin_Summary';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';

type Person = Awaited<ReturnType<typeof getPeople>>[number];
type StoreChoice = Awaited<ReturnType<typeof getStores>>[number];

/** Screen of the flow behind the list button: the selected contacts, invited to a store at once, each with what became of it. */
export default class InviteSelected extends LightningElement {
  /** What the list hands over: Ids of the selected contacts. */
  @api contactIds: string[] = [];

  labels = { account, email, invitations, invite: inviteLabel, invitedAt, loading, name, store };
  people: Person[] | null = null;
  stores: StoreChoice[] = [];
  storeCode = '';
  /** What became of those that were invited: blank when invited, else why not. */
  outcomes: Record<string, string> = {};
  isBusy = true;
  errorMessage = '';

  connectedCallback() {
    this.work(async () => {
      await this.read();
      this.stores = await getStores();
      this.storeCode = this.stores[0]?.code ?? '';
    });
  }

  private async read(): Promise<void> {
    this.people = await getPeople({ contactIds: this.contactIds ?? [] });
  }

  private async work(step: () => Promise<void>) {
    this.isBusy = true;
    try {
      await step();
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
    this.isBusy = false;
  }

  /** Whoever has no account and was not sent an invitation or refused one here. */
  private get waiting(): Person[] {
    return (this.people ?? []).filter((person) => !person.isMember && !(person.contactId in this.outcomes));
  }

  get summary(): string {
    if (!this.people) return '';
    if (!this.contactIds?.length) return nobody;
    if (!this.stores.length) return this.isBusy ? '' : nowhere;
    const outcomes = Object.values(this.outcomes);
    const sent = outcomes.filter((outcome) => !outcome).length;
    const unseen = this.contactIds.length - this.people.length;
    const before = this.waiting.length ? fillLabel(ready, this.waiting.length, this.contactIds.length) : '';
    return [
      outcomes.length
        ? fillLabel(told, sent, outcomes.length - sent)
        : before || (this.people.length ? allMembers : ''),
      unseen ? fillLabel(hidden, unseen) : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  get hasRows(): boolean {
    return Boolean(this.people?.length);
  }

  get hasStores(): boolean {
    return this.stores.length > 1;
  }

  get storeOptions() {
    return this.stores.map((choice) => ({ value: choice.code, label: choice.name }));
  }

  get cannotInvite(): boolean {
    return this.isBusy || !this.storeCode || this.waiting.length === 0;
  }

  get rows() {
    return (this.people ?? []).map((person) => {
      const outcome = this.outcomes[person.contactId];
      const state = person.isMember ? hasAccount : '';
      return {
        ...person,
        url: `/lightning/r/Contact/${person.contactId}/view`,
        outcome: outcome === undefined ? state : outcome || invited,
        outcomeClass: `slds-text-color_${outcome === undefined ? 'weak' : outcome ? 'error' : 'success'}`,
      };
    });
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.storeCode = event.detail.value;
  }

  async handleInvite() {
    await this.work(async () => {
      const contactIds = this.waiting.map(({ contactId }) => contactId);
      const results = await invite({ storeCode: this.storeCode, contactIds });
      this.outcomes = {
        ...this.outcomes,
        ...Object.fromEntries(results.map(({ contactId, reason }) => [contactId, reason ?? ''])),
      };
      await this.read();
    });
  }
}
