import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import copied from '@salesforce/label/c.Identity_Admin_Setup_Copied';
import copy from '@salesforce/label/c.Identity_Admin_Setup_Copy';
import done from '@salesforce/label/c.Identity_Admin_Done';
import missing from '@salesforce/label/c.Identity_Admin_Setup_Missing';
import type getSteps from '@salesforce/apex/IdentitySetupController.getSteps';

/** One step of setting sign-in up. */
export type Step = Awaited<ReturnType<typeof getSteps>>[number];

/** What to do in a step, what was found, and values to copy. */
export default class SignInStep extends LightningElement {
  @api step: Step | null = null;

  get actions() {
    return (this.step?.actions ?? []).map((text, place) => ({ text, key: String(place) }));
  }

  get checks() {
    return (this.step?.checks ?? []).map((check) => ({
      ...check,
      icon: check.isDone ? 'utility:success' : 'utility:warning',
      variant: check.isDone ? 'success' : 'warning',
      state: check.isDone ? done : missing,
    }));
  }

  get values() {
    return (this.step?.values ?? []).map((value) => ({ ...value, copy: copy.replace('{0}', value.label) }));
  }

  get hasActions(): boolean {
    return this.actions.length > 0;
  }

  get hasChecks(): boolean {
    return this.checks.length > 0;
  }

  get hasValues(): boolean {
    return this.values.length > 0;
  }

  async handleCopy(event: Event) {
    const { label, value } = (event.currentTarget as HTMLElement).dataset;
    try {
      await navigator.clipboard.writeText(value!);
    } catch {
      // The browser forbids the clipboard: the text is there to be selected.
      return;
    }
    this.dispatchEvent(new ShowToastEvent({ message: copied.replace('{0}', label!), variant: 'success' }));
  }
}
