import { LightningElement, api } from 'lwc';
import finish from '@salesforce/apex/AssistedShoppingController.finish';
import { forgetStaffVisit, staffVisit, type StaffVisit } from 'c/staffVisit';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import dismiss from '@salesforce/label/c.Customers_Banner_Dismiss';
import end from '@salesforce/label/c.Customers_Banner_End';
import ended from '@salesforce/label/c.Customers_Banner_Ended';
import limits from '@salesforce/label/c.Customers_Banner_Limits';
import region from '@salesforce/label/c.Customers_Banner_Region';
import shoppingAs from '@salesforce/label/c.Customers_Banner_As';
import shoppingFor from '@salesforce/label/c.Customers_Banner_For';
import timeOver from '@salesforce/label/c.Customers_Banner_Time_Over';
import untilText from '@salesforce/label/c.Customers_Banner_Until';

/** Longest wait that a timer of the browser takes. */
const LONGEST_WAIT = 0x7fffffff;

/** Remembered over the page's reloads: in whose place the visitor of this tab was. */
const PLACE = 'storehouse-assisted';

function remember(customerName: string | null): void {
  try {
    if (customerName === null) sessionStorage.removeItem(PLACE);
    else sessionStorage.setItem(PLACE, customerName);
  } catch {
    // Without storage nothing is told afterwards.
  }
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

/** Above every page while a member of staff shops in a customer's place: who it is, until when, and the end of it, which is told until it is read. */
export default class AssistedBanner extends LightningElement {
  static renderMode = 'light' as const;

  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  labels = { dismiss, end, ended, limits, region };
  banner: StaffVisit | null = null;
  /** In whose place the visitor was until the time was over; null: nothing to tell. */
  formerName: string | null = null;
  isEnding = false;
  errorMessage = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    document.addEventListener('click', this.handleSignOut, true);
    this.load();
  }

  disconnectedCallback() {
    document.removeEventListener('click', this.handleSignOut, true);
    clearTimeout(this.timer);
  }

  get title(): string {
    const { customerName, accountName } = this.banner!;
    // The account of a private person is called as they are.
    return accountName && accountName !== customerName
      ? fillLabel(shoppingFor, customerName!, accountName)
      : fillLabel(shoppingAs, customerName!);
  }

  get until(): string {
    const time = new Date(this.banner!.endsAt!).toLocaleTimeString(undefined, { timeStyle: 'short' });
    return fillLabel(untilText, time);
  }

  /**
   * The shop's own ways to sign out end the time in the customer's place: who stands there is signed in to the org, not to the shop,
   * and would be the customer again at the next visit.
   */
  private handleSignOut = (event: Event): void => {
    if (this.banner && (event.target as Element | null)?.closest?.('[data-sign-out]')) {
      event.preventDefault();
      event.stopPropagation();
      this.handleEnd();
    }
  };

  /** Leads back to where it began, the customer's record. */
  async handleEnd() {
    if (this.isEnding) return;
    this.isEnding = true;
    this.errorMessage = '';
    try {
      await finish();
      remember(null);
      forgetStaffVisit();
      window.location.assign(this.banner!.orgUrl);
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
      this.isEnding = false;
    }
  }

  get overText(): string {
    return fillLabel(timeOver, this.formerName ?? '');
  }

  handleDismiss() {
    remember(null);
    this.formerName = null;
  }

  private async load() {
    try {
      const visit = await staffVisit(this.storeCode);
      if (!visit?.customerName) {
        this.formerName = remembered();
        return;
      }
      this.banner = visit;
      remember(visit.customerName);
      const wait = Math.min(Math.max(new Date(visit.endsAt!).getTime() - Date.now(), 0), LONGEST_WAIT);
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- tells when the time is over; the timer ends with the component
      this.timer = setTimeout(() => this.leave(), wait);
    } catch (error) {
      // The page itself says what is wrong with the store; without an answer nobody's place is taken.
      console.warn(toStoreError(error).message);
    }
  }

  /** From now on the pages are a guest's. */
  private leave() {
    this.banner = null;
    forgetStaffVisit();
    this.dispatchEvent(new CustomEvent('ended', { detail: ended }));
  }
}
