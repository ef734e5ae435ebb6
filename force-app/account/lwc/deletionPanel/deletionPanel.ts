import { wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import carryOut from '@salesforce/apex/DeletionAdminController.carryOut';
import refuse from '@salesforce/apex/DeletionAdminController.refuse';
import OPEN_KEY from '@salesforce/schema/Deletion_Request__c.Open_Key__c';
import RecordPanel from 'c/recordPanel';
import { labels } from './labels';

/** Carries a request for the deletion of somebody's data out at once, or refuses it with a reason that they are told. */
export default class DeletionPanel extends RecordPanel {
  labels = labels;
  fields = [OPEN_KEY];
  isOpen = false;
  isRefusing = false;

  @wire(getRecord, { recordId: '$recordId', fields: '$fields' })
  handleRecord({ data }: { data?: Parameters<typeof getFieldValue>[0] }) {
    if (data) this.isOpen = Boolean(getFieldValue(data, OPEN_KEY));
  }

  get text(): string {
    return this.isOpen ? labels.text : labels.closed;
  }

  async handleCarryOut() {
    const sure: unknown = await LightningConfirm.open({
      label: labels.carryOut,
      message: labels.sure,
      theme: 'warning',
    });
    if (sure) {
      await this.perform(async () => {
        await carryOut({ requestId: this.recordId });
      }, labels.begun);
    }
  }

  handleRefuse() {
    this.isRefusing = true;
  }

  handleCancel() {
    this.isRefusing = false;
  }

  async handleSend() {
    const area = this.template?.querySelector<HTMLElement & { reportValidity(): boolean }>('[data-reason]');
    if (!area?.reportValidity()) {
      return;
    }
    const reason = this.typed('[data-reason]');
    const done = await this.perform(async () => {
      await refuse({ requestId: this.recordId, reason });
    }, labels.refused);
    this.isRefusing = !done;
  }
}
