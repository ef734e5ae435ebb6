import getGuides from '@salesforce/apex/IdentitySetupController.getGuides';
import getSteps from '@salesforce/apex/IdentitySetupController.getSteps';
import add from '@salesforce/label/c.Identity_Admin_Setup_Add';
import addText from '@salesforce/label/c.Identity_Admin_Setup_Add_Text';
import done from '@salesforce/label/c.Identity_Admin_Done';
import kind from '@salesforce/label/c.Identity_Admin_Setup_Kind';
import lead from '@salesforce/label/c.Identity_Admin_Setup_Lead';
import progress from '@salesforce/label/c.Identity_Admin_Setup_Progress';
import title from '@salesforce/label/c.Identity_Admin_Setup_Title';
import toDo from '@salesforce/label/c.Identity_Admin_To_Do';
import RecordPanel from 'c/recordPanel';
import { toStoreError } from 'c/storeErrors';

/** Who may not change the store's settings is shown nothing. */
const REFUSALS = ['NOT_ALLOWED', 'NOT_FOUND'];

type Step = Awaited<ReturnType<typeof getSteps>>[number];

const isDone = ({ state }: Step): boolean => state === 'Done';

/** What an administrator sets up so that customers of a store can sign in: what to do, what to copy, what is there. */
export default class SignInSetup extends RecordPanel {
  labels = { add, addText, kind, lead, title };
  found: Step[] = [];
  guides: Step[] = [];
  /** Kind of provider whose guide is shown; blank for none. */
  chosen = '';

  override async read(recordId: string): Promise<void> {
    try {
      [this.found, this.guides] = await Promise.all([
        getSteps({ storeId: recordId }),
        getGuides({ storeId: recordId }),
      ]);
    } catch (error) {
      if (!REFUSALS.includes(toStoreError(error).code)) throw error;
      this.found = [];
    }
  }

  /** Nothing for who may not change the store. */
  get isShown(): boolean {
    return this.found.length > 0 || this.errorMessage !== '';
  }

  get steps() {
    return this.found.map((step) => {
      const ready = isDone(step);
      return {
        ...step,
        isOpen: !ready,
        badge: ready ? done : toDo,
        badgeClass: `slds-badge ${ready ? 'slds-theme_success' : ''}`,
        content: step,
      };
    });
  }

  get progressText(): string {
    const ready = this.found.filter(isDone).length;
    return progress.replace('{0}', String(ready)).replace('{1}', String(this.found.length));
  }

  get hasGuides(): boolean {
    return this.guides.length > 0;
  }

  get kinds() {
    return this.guides.map(({ name, title: label }) => ({ value: name, label }));
  }

  get guide() {
    return this.guides.find(({ name }) => name === this.chosen) ?? null;
  }

  handleKind(event: CustomEvent<{ value: string }>) {
    this.chosen = event.detail.value;
  }
}
