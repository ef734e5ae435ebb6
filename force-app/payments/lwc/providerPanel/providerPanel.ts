import getPanel from '@salesforce/apex/ProviderPanelController.getPanel';
import saveSecret from '@salesforce/apex/ProviderPanelController.saveSecret';
import testConnection from '@salesforce/apex/ProviderPanelController.testConnection';
import address from '@salesforce/label/c.Payments_SetupAddress';
import copied from '@salesforce/label/c.Payments_SetupCopied';
import copy from '@salesforce/label/c.Payments_SetupCopy';
import failed from '@salesforce/label/c.Payments_SetupFailed';
import loading from '@salesforce/label/c.Payments_SetupLoading';
import never from '@salesforce/label/c.Payments_SetupNever';
import noAddress from '@salesforce/label/c.Payments_SetupNoAddress';
import none from '@salesforce/label/c.Payments_SetupNone';
import notReached from '@salesforce/label/c.Payments_SetupNotReached';
import reached from '@salesforce/label/c.Payments_SetupReached';
import received from '@salesforce/label/c.Payments_SetupReceived';
import refused from '@salesforce/label/c.Payments_SetupRefused';
import save from '@salesforce/label/c.Payments_SetupSave';
import saved from '@salesforce/label/c.Payments_SetupSaved';
import secret from '@salesforce/label/c.Payments_SetupSecret';
import secretHelp from '@salesforce/label/c.Payments_SetupSecretHelp';
import secretMissing from '@salesforce/label/c.Payments_SetupSecretMissing';
import test from '@salesforce/label/c.Payments_SetupTest';
import title from '@salesforce/label/c.Payments_SetupTitle';
import unmatched from '@salesforce/label/c.Payments_SetupUnmatched';
import waiting from '@salesforce/label/c.Payments_SetupWaiting';
import webhooks from '@salesforce/label/c.Payments_SetupWebhooks';
import secretSince from '@salesforce/label/c.Payments_SetupSecretSince';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import RecordPanel from 'c/recordPanel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';

type Panel = Awaited<ReturnType<typeof getPanel>>;

/** Until it is read. */
const NOTHING = { canCheck: false, isNotified: false } as Panel;

/** Whether the service of a way to pay is reached, where it notifies the shop, and what became of that. */
export default class ProviderPanel extends RecordPanel {
  labels = {
    address,
    copy,
    failed,
    loading,
    never,
    noAddress,
    none,
    received,
    refused,
    save,
    secret,
    secretHelp,
    secretMissing,
    test,
    title,
    unmatched,
    waiting,
    webhooks,
  };
  panel: Panel = NOTHING;
  /** What the last test came to; blank before one. */
  outcome = '';
  isReached = false;

  get needsNothing(): boolean {
    return !this.isLoading && !this.errorMessage && !this.panel.canCheck && !this.panel.isNotified;
  }

  get outcomeClass(): string {
    return this.isReached ? 'slds-text-color_success outcome' : 'slds-text-color_error outcome';
  }

  /** The sentence with the instant left out, which a base component writes. */
  get sinceParts(): string[] {
    return secretSince.split('{0}');
  }

  get sinceBefore(): string {
    return this.sinceParts[0];
  }

  get sinceAfter(): string {
    return this.sinceParts[1] ?? '';
  }

  override async read(recordId: string) {
    this.panel = await getPanel({ providerId: recordId });
  }

  async handleTest() {
    this.isBusy = true;
    try {
      const account = await testConnection({ providerId: this.recordId });
      this.outcome = fillLabel(reached, account);
      this.isReached = true;
    } catch (error) {
      this.outcome = fillLabel(notReached, toStoreError(error).message);
      this.isReached = false;
    } finally {
      this.isBusy = false;
    }
  }

  handleSave() {
    return this.perform(async () => {
      this.panel = await saveSecret({ providerId: this.recordId, secret: this.typed('[data-secret]') });
      const input = this.template?.querySelector<HTMLElement & { value: string }>('[data-secret]');
      if (input) input.value = '';
    }, saved);
  }

  async handleCopy() {
    await navigator.clipboard.writeText(this.panel.address ?? '');
    this.dispatchEvent(new ShowToastEvent({ message: copied, variant: 'success' }));
  }
}
