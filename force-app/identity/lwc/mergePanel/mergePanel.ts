import { wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import getLinked from '@salesforce/apex/MergeController.getLinked';
import takeApart from '@salesforce/apex/MergeController.takeApart';
import TAKEN_APART_AT from '@salesforce/schema/Identity_Merge__c.Taken_Apart_At__c';
import already from '@salesforce/label/c.Identity_Admin_Taken_Apart_Already';
import done from '@salesforce/label/c.Identity_Admin_Taken_Apart';
import leadConverted from '@salesforce/label/c.Identity_Admin_Merge_Lead';
import linked from '@salesforce/label/c.Identity_Admin_Merge_Linked';
import nothing from '@salesforce/label/c.Identity_Admin_Merge_None';
import orderLabel from '@salesforce/label/c.Identity_Admin_Merge_Order';
import removed from '@salesforce/label/c.Identity_Admin_Merge_Removed';
import takeApartLabel from '@salesforce/label/c.Identity_Admin_Take_Apart';
import text from '@salesforce/label/c.Identity_Admin_Take_Apart_Text';
import title from '@salesforce/label/c.Identity_Admin_Take_Apart_Title';
import what from '@salesforce/label/c.Identity_Admin_Merge_What';
import RecordPanel from 'c/recordPanel';

type Linked = Awaited<ReturnType<typeof getLinked>>[number];

/** What a merge brought to the person; taking it apart takes the orders off them again. */
export default class MergePanel extends RecordPanel {
  labels = { nothing, takeApart: takeApartLabel, what };
  fields = [TAKEN_APART_AT];
  takenApartAt: string | null = null;
  found: Linked[] = [];

  @wire(getRecord, { recordId: '$recordId', fields: '$fields' })
  handleRecord({ data }: { data?: Parameters<typeof getFieldValue>[0] }) {
    if (data) this.takenApartAt = (getFieldValue(data, TAKEN_APART_AT) as string | null) ?? null;
  }

  override async read(recordId: string): Promise<void> {
    this.found = await getLinked({ mergeId: recordId });
  }

  /** Blank where there is nothing to take apart. */
  get text(): string {
    return this.takenApartAt ? already : this.isApart ? '' : text;
  }

  /** No order is linked: converted leads stay what they are. */
  get isApart(): boolean {
    return !this.found.some(({ type, removedAt }) => type === 'Order' && !removedAt);
  }

  get rows() {
    return this.found.map((one, place) => {
      const isOrder = one.type === 'Order';
      return {
        key: String(place),
        title: isOrder ? orderLabel.replace('{0}', one.title) : one.title,
        url: one.recordId && `/lightning/r/Order/${one.recordId}/view`,
        state: one.removedAt ? removed : isOrder ? linked : leadConverted,
        badge: `slds-badge ${one.removedAt ? '' : 'slds-theme_success'}`,
      };
    });
  }

  get hasRows(): boolean {
    return this.found.length > 0;
  }

  get isEmpty(): boolean {
    return !this.isLoading && !this.hasRows && !this.errorMessage;
  }

  get canTakeApart(): boolean {
    return !this.takenApartAt && !this.errorMessage && !this.isApart;
  }

  async handleTakeApart() {
    const sure: unknown = await LightningConfirm.open({ label: title, message: text, theme: 'warning' });
    if (sure) {
      await this.perform(async () => {
        await takeApart({ mergeId: this.recordId });
        await this.read(this.recordId);
      }, done);
    }
  }
}
