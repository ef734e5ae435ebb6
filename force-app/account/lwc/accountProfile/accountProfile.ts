import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import changePassword from '@salesforce/apex/ProfileController.changePassword';
import getProfile from '@salesforce/apex/ProfileController.getProfile';
import requestEmail from '@salesforce/apex/ProfileController.requestEmail';
import requestPassword from '@salesforce/apex/ProfileController.requestPassword';
import saveProfile from '@salesforce/apex/ProfileController.saveProfile';
import { toStoreError } from 'c/storeErrors';
import { announce, showToast, toastOnNextPage } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import { accountUrl } from 'c/storeRoutes';
import type { ProfileDto } from 'c/storeTypes';
import { labels } from './labels';

type FormName = 'name' | 'email' | 'password';

/** Name and phone number of the shopper, and what they sign in with. */
export default class AccountProfile extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = labels.title;

  labels = labels;
  profile: ProfileDto | null = null;
  values: Record<string, string> = {};
  errors: Record<string, string> = {};
  /** Sentence above the form that it belongs to. */
  problems: Partial<Record<FormName, string>> = {};
  busy = false;
  /** Address that a link was sent to. */
  sentTo: string | null = null;
  /** A link to choose a password with was sent. */
  isPasswordSent = false;
  focusNext = false;

  renderedCallback(): void {
    if (this.focusNext) {
      this.focusNext = false;
      const fields = Array.from(this.querySelectorAll<HTMLElement>('[data-field]'));
      fields.find((field) => this.errors[field.dataset.field ?? ''])?.focus();
    }
  }

  override async read(): Promise<void> {
    this.show(await getProfile({ storeCode: this.storeCode }));
  }

  show(profile: ProfileDto): void {
    this.profile = profile;
    this.values = {
      ...this.values,
      firstName: profile.firstName ?? '',
      lastName: profile.lastName ?? '',
      phone: profile.phone ?? '',
    };
  }

  get waits(): boolean {
    return !this.profile && !this.errorMessage;
  }

  get isLocked(): boolean {
    return this.profile?.isEditable === false;
  }

  get fields() {
    return [
      { name: 'firstName', label: labels.firstName, autocomplete: 'given-name', type: 'text', required: false },
      { name: 'lastName', label: labels.lastName, autocomplete: 'family-name', type: 'text', required: true },
      { name: 'phone', label: labels.phone, autocomplete: 'tel', type: 'tel', required: false },
    ].map((field) => ({ ...field, value: this.values[field.name], error: this.errors[field.name] ?? '' }));
  }

  /** What staff in the customer's place see. */
  get facts() {
    const { firstName, lastName, phone } = this.values;
    const { email } = this.profile as ProfileDto;
    return [
      { label: labels.firstName, value: firstName },
      { label: labels.lastName, value: lastName },
      { label: labels.phone, value: phone },
      { label: labels.emailHeading, value: email },
    ].filter(({ value }) => value);
  }

  get error() {
    const { email = '', emailPassword = '', oldPassword = '', password = '' } = this.errors;
    return { email, emailPassword, oldPassword, password };
  }

  get newEmail(): string {
    return this.values.email ?? '';
  }

  get emailNow(): string | null {
    return this.profile?.email ? fillLabel(labels.emailNow, this.profile.email) : null;
  }

  /** What staff wrote down, which is not what they sign in with. */
  get waitingText(): string | null {
    return this.profile?.waitingEmail ? fillLabel(labels.emailWaiting, this.profile.waitingEmail) : null;
  }

  /** A provider that they came by does not vouch for the address. */
  get unprovenText(): string | null {
    return this.profile?.isUnproven ? fillLabel(labels.emailUnproven, this.profile.email ?? '') : null;
  }

  get sentText(): string | null {
    return this.sentTo ? fillLabel(labels.emailSent, this.sentTo) : null;
  }

  /** What stands where there is no password to change. */
  get noPasswordText(): string {
    const { isUnproven, email } = this.profile as ProfileDto;
    return isUnproven ? labels.passwordProve : fillLabel(labels.passwordNone, email ?? '');
  }

  get mayHavePassword(): boolean {
    return !this.profile?.isUnproven && !this.isPasswordSent;
  }

  get passwordSentText(): string {
    return fillLabel(labels.passwordSent, this.profile?.email ?? '');
  }

  get busyText(): string {
    return String(this.busy);
  }

  handleField(event: CustomEvent<{ name: string; value: string }>): void {
    const { name, value } = event.detail;
    this.errors = { ...this.errors, [name]: '' };
    if (!/password/i.test(name)) {
      this.values = { ...this.values, [name]: value };
    }
  }

  handleName(event: Event): void {
    event.preventDefault();
    this.send('name', async () => {
      const { firstName, lastName, phone } = this.values;
      this.show(await saveProfile({ storeCode: this.storeCode, firstName, lastName, phone }));
      showToast({ message: labels.saved, tone: 'success' });
    });
  }

  async handleEmail(event: Event): Promise<void> {
    event.preventDefault();
    await this.sendLink(this.newEmail.trim());
    if (this.sentTo) {
      this.values = { ...this.values, email: '' };
    }
  }

  handleProve(): void {
    this.sendLink(this.profile?.waitingEmail ?? this.profile?.email ?? '');
  }

  sendLink(email: string): Promise<void> {
    return this.send('email', async () => {
      this.sentTo = null;
      const password = this.profile?.hasPassword ? this.typed('emailPassword') : null;
      await requestEmail({ storeCode: this.storeCode, email, password });
      this.sentTo = email;
      announce(fillLabel(labels.emailSent, email));
    });
  }

  handlePassword(event: Event): void {
    event.preventDefault();
    this.send('password', async () => {
      const oldPassword = this.typed('oldPassword');
      const password = this.typed('password');
      const startUrl = accountUrl('profile');
      const url = await changePassword({ storeCode: this.storeCode, oldPassword, password, startUrl });
      toastOnNextPage({ message: labels.passwordChanged, tone: 'success' });
      window.location.assign(url);
    });
  }

  handleSendPassword(): void {
    this.send('password', async () => {
      await requestPassword({ storeCode: this.storeCode });
      this.isPasswordSent = true;
      announce(this.passwordSentText);
    });
  }

  /** A password, which stays in its input. */
  typed(ref: string): string {
    return (this.refs?.[ref] as unknown as { value: string }).value;
  }

  /** One form at a time; its failure is told there. */
  async send(form: FormName, work: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problems = {};
    this.errors = {};
    try {
      await work();
    } catch (error) {
      const { message, fields } = toStoreError(error);
      this.errors = fields;
      this.problems = { [form]: message };
      this.focusNext = true;
    } finally {
      this.busy = false;
    }
  }
}
