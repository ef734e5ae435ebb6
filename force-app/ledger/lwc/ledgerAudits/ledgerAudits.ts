import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import getAudits from '@salesforce/apex/LedgerAuditController.getAudits';
import resolveDifference from '@salesforce/apex/LedgerAuditController.resolveDifference';
import runAudit from '@salesforce/apex/LedgerAuditController.runAudit';
import AUDIT from '@salesforce/schema/Ledger_Audit__c';
import actions from '@salesforce/label/c.Admin_Actions';
import loading from '@salesforce/label/c.Admin_Loading';
import title from '@salesforce/label/c.Ledger_Audits';
import allAudits from '@salesforce/label/c.Ledger_AllAudits';
import audit from '@salesforce/label/c.Ledger_Audit';
import balance from '@salesforce/label/c.Ledger_Balance';
import byMovements from '@salesforce/label/c.Ledger_ByMovements';
import checked from '@salesforce/label/c.Ledger_Checked';
import differences from '@salesforce/label/c.Ledger_Differences';
import finished from '@salesforce/label/c.Ledger_Finished';
import intro from '@salesforce/label/c.Ledger_AuditsIntro';
import latestDifferences from '@salesforce/label/c.Ledger_LatestDifferences';
import ledger from '@salesforce/label/c.Ledger_Name';
import noAudits from '@salesforce/label/c.Ledger_NoAudits';
import record from '@salesforce/label/c.Ledger_Record';
import resolve from '@salesforce/label/c.Ledger_Resolve';
import resolved from '@salesforce/label/c.Ledger_Resolved';
import runNow from '@salesforce/label/c.Ledger_RunAudit';
import running from '@salesforce/label/c.Ledger_AuditStarted';
import shown from '@salesforce/label/c.Ledger_Shown';
import started from '@salesforce/label/c.Ledger_Started';
import status from '@salesforce/label/c.Ledger_Status';
import { toStoreError } from 'c/storeErrors';

type Audits = Awaited<ReturnType<typeof getAudits>>;

/** How often the page asks for the result of a running audit, in milliseconds. */
const POLL = 3000;

/** Whether the movements of each ledger prove its balances, night by night, and a button for an audit now. */
export default class LedgerAudits extends NavigationMixin(LightningElement) {
  labels = {
    title,
    actions,
    allAudits,
    audit,
    balance,
    byMovements,
    checked,
    differences,
    finished,
    intro,
    latestDifferences,
    ledger,
    loading,
    noAudits,
    record,
    resolve,
    runNow,
    shown,
    started,
    status,
  };
  found: Audits | null = null;
  listUrl?: string;
  /** What was just done. */
  done = '';
  errorMessage = '';
  isLoading = true;
  private timer?: ReturnType<typeof setTimeout>;

  async connectedCallback() {
    this.listUrl = await this[NavigationMixin.GenerateUrl]({
      type: 'standard__objectPage',
      attributes: { objectApiName: AUDIT.objectApiName, actionName: 'list' },
    });
    await this.load(getAudits);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  private async load(ask: () => Promise<Audits>) {
    clearTimeout(this.timer);
    this.done = '';
    try {
      this.found = await ask();
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- asks until the audit has ended; the timer ends with the component
    if (this.isRunning) this.timer = setTimeout(() => this.load(getAudits), POLL);
  }

  get isRunning(): boolean {
    return this.found?.running ?? false;
  }

  get news(): string {
    return this.isRunning ? running : this.done;
  }

  get cannotRun(): boolean {
    return this.isLoading || this.isRunning;
  }

  get isEmpty(): boolean {
    return this.found?.audits.length === 0;
  }

  get hasAudits(): boolean {
    return (this.found?.audits.length ?? 0) > 0;
  }

  get hasDifferences(): boolean {
    return (this.found?.differences.length ?? 0) > 0;
  }

  get audits() {
    return (this.found?.audits ?? []).map((one) => ({
      ...one,
      href: `/lightning/r/${AUDIT.objectApiName}/${one.id}/view`,
      tone:
        one.status === 'Proven' || one.status === 'Resolved'
          ? 'slds-badge slds-theme_success'
          : one.status === 'Running'
            ? 'slds-badge'
            : 'slds-badge slds-theme_error',
    }));
  }

  get rows() {
    return (this.found?.differences ?? []).map((row) => ({
      ...row,
      href: `/lightning/r/${row.recordId}/view`,
      resolveName: `${resolve}: ${row.recordName}`,
    }));
  }

  handleResolve(event: Event) {
    const differenceId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.isLoading = true;
    return this.load(async () => {
      const found = await resolveDifference({ differenceId });
      this.done = resolved;
      return found;
    });
  }

  handleRun() {
    this.isLoading = true;
    return this.load(runAudit);
  }
}
