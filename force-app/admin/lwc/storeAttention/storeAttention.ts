import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import getAttention from '@salesforce/apex/AttentionController.getAttention';
import scheduleJobs from '@salesforce/apex/AttentionController.scheduleJobs';
import FAILED from '@salesforce/schema/Failed_Record__c';
import audits from '@salesforce/label/c.Admin_AttentionAudits';
import auditsFailed from '@salesforce/label/c.Admin_AttentionAuditsFailed';
import drift from '@salesforce/label/c.Admin_AttentionDrift';
import errors from '@salesforce/label/c.Admin_AttentionErrors';
import failed from '@salesforce/label/c.Admin_AttentionFailed';
import missing from '@salesforce/label/c.Admin_AttentionJobs';
import schedule from '@salesforce/label/c.Admin_AttentionSchedule';
import strayMoney from '@salesforce/label/c.Admin_AttentionStrayMoney';
import title from '@salesforce/label/c.Admin_Attention';
import { toStoreError } from 'c/storeErrors';

type Attention = Awaited<ReturnType<typeof getAttention>>;

/** What the package's tabs are prefixed with where the package is installed. */
const PREFIX = FAILED.objectApiName.replace(/Failed_Record__c$/, '');

/** Money without an order, what does not agree, failed records, errors, balances that audits did not prove, settings that the org lacks and jobs that are not scheduled. Shows nothing when nothing waits. */
export default class StoreAttention extends NavigationMixin(LightningElement) {
  labels = { schedule, title };
  attention: Attention | null = null;
  urls: Record<string, string> = {};
  errorMessage = '';
  isBusy = false;

  async connectedCallback() {
    await this.load();
    for (const tab of ['Reconciliation', 'Failed_Records', 'Errors', 'Audits']) {
      // eslint-disable-next-line no-await-in-loop -- four addresses, one after the other
      const url = await this[NavigationMixin.GenerateUrl]({
        type: 'standard__navItemPage',
        attributes: { apiName: PREFIX + tab },
      });
      this.urls = { ...this.urls, [tab]: url };
    }
  }

  get items() {
    const {
      strayMoney: strayCount = 0,
      drift: driftCount = 0,
      failedRecords = 0,
      errors: errorCount = 0,
      differences = 0,
      failedAudits = 0,
    } = this.attention ?? {};
    return [
      { tab: 'Reconciliation', count: strayCount, text: strayMoney },
      { tab: 'Reconciliation', count: driftCount, text: drift },
      { tab: 'Failed_Records', count: failedRecords, text: failed },
      { tab: 'Errors', count: errorCount, text: errors },
      { tab: 'Audits', count: differences, text: audits },
      { tab: 'Audits', count: failedAudits, text: auditsFailed },
    ]
      .filter(({ count }) => count > 0)
      .map(({ tab, count, text }) => ({
        key: text,
        tab,
        url: this.urls[tab],
        text: text.replace('{0}', String(count)),
      }));
  }

  get missingText(): string {
    const names = this.attention?.missingJobs ?? [];
    return names.length ? missing.replace('{0}', names.join(', ')) : '';
  }

  get orgFindings(): string[] {
    return this.attention?.orgFindings ?? [];
  }

  get isShown(): boolean {
    return (
      this.items.length > 0 || this.orgFindings.length > 0 || Boolean(this.missingText) || Boolean(this.errorMessage)
    );
  }

  async load() {
    try {
      this.attention = await getAttention();
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  async handleSchedule() {
    this.isBusy = true;
    try {
      await scheduleJobs();
      await this.load();
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isBusy = false;
    }
  }
}
