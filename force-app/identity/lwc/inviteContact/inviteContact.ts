import getPerson from '@salesforce/apex/InvitationController.getPerson';
import getStores from '@salesforce/apex/InvitationController.getStores';
import invite from '@salesforce/apex/InvitationController.invite';
import resetPassword from '@salesforce/apex/InvitationController.resetPassword';
import acceptedAt from '@salesforce/label/c.Identity_Admin_Accepted_At';
import hasAccount from '@salesforce/label/c.Identity_Admin_Has_Account';
import help from '@salesforce/label/c.Identity_Admin_Invite_Help';
import inviteLabel from '@salesforce/label/c.Identity_Admin_Invite';
import invitedAt from '@salesforce/label/c.Identity_Admin_Invited_At';
import invitedOne from '@salesforce/label/c.Identity_Admin_Invited_One';
import lastLogin from '@salesforce/label/c.Identity_Admin_Last_Login';
import loading from '@salesforce/label/c.Identity_Admin_Loading';
import never from '@salesforce/label/c.Identity_Admin_Never';
import noAccount from '@salesforce/label/c.Identity_Admin_No_Account';
import passwordResetAt from '@salesforce/label/c.Identity_Admin_Password_Reset_At';
import resetLabel from '@salesforce/label/c.Identity_Admin_Reset_Password';
import resetSent from '@salesforce/label/c.Identity_Admin_Reset_Sent';
import signsInWith from '@salesforce/label/c.Identity_Admin_Signs_In_With';
import store from '@salesforce/label/c.Identity_Admin_Invite_Store';
import title from '@salesforce/label/c.Identity_Admin_Invite_Title';
import { fillLabel } from 'c/storeFormat';
import RecordPanel from 'c/recordPanel';

type Person = Awaited<ReturnType<typeof getPerson>>;
type StoreChoice = Awaited<ReturnType<typeof getStores>>[number];

/** How a contact can sign in: invited, with an account, last seen; invites and sends a new password. */
export default class InviteContact extends RecordPanel {
  labels = { help, invite: inviteLabel, loading, never, resetPassword: resetLabel, signsInWith, store, title };
  person: Person | null = null;
  stores: StoreChoice[] = [];
  storeCode = '';
  problem = '';

  override async read(recordId: string): Promise<void> {
    const [person, stores] = await Promise.all([getPerson({ contactId: recordId }), getStores()]);
    this.person = person;
    this.stores = stores;
    this.storeCode ||= stores[0]?.code ?? '';
  }

  get stateText(): string {
    return this.person?.isMember ? hasAccount : noAccount;
  }

  get facts() {
    const { person } = this;
    const invited = [
      { name: 'invitedAt', label: invitedAt, value: person?.invitedAt },
      { name: 'acceptedAt', label: acceptedAt, value: person?.acceptedAt },
    ];
    const member = [
      { name: 'lastLoginAt', label: lastLogin, value: person?.lastLoginAt },
      { name: 'passwordResetAt', label: passwordResetAt, value: person?.passwordResetAt },
    ];
    // Who signed up without an invitation has no use for a line that says so.
    return person?.isMember ? [...invited.filter(({ value }) => value), ...member] : invited;
  }

  /** It need not be the contact's. */
  get signInEmail(): string | null {
    return this.person?.signInEmail ?? null;
  }

  get canInvite(): boolean {
    return this.person?.isMember === false && this.stores.length > 0;
  }

  get canReset(): boolean {
    return this.person?.isMember === true;
  }

  get hasStores(): boolean {
    return this.stores.length > 1;
  }

  get storeOptions() {
    return this.stores.map(({ code, name }) => ({ value: code, label: name }));
  }

  handleStore(event: CustomEvent<{ value: string }>) {
    this.storeCode = event.detail.value;
  }

  async handleInvite() {
    this.problem = '';
    await this.perform(
      async () => {
        const [result] = await invite({ storeCode: this.storeCode, contactIds: [this.recordId] });
        if (result && !result.isInvited) throw new Error(JSON.stringify({ code: 'REFUSED', message: result.reason }));
        await this.read(this.recordId);
      },
      invitedOne,
      (failure) => {
        this.problem = failure.message;
        return true;
      },
    );
  }

  async handleReset() {
    this.problem = '';
    await this.perform(
      async () => {
        await resetPassword({ contactId: this.recordId });
        await this.read(this.recordId);
      },
      fillLabel(resetSent, this.person?.signInEmail ?? ''),
      (failure) => {
        this.problem = failure.message;
        return true;
      },
    );
  }
}
