import { api } from 'lwc';
import LightningModal from 'lightning/modal';

/** Asks before a record is deleted. Closes with true when it shall be. */
export default class ConfirmDelete extends LightningModal {
  @api objectLabel = '';
  @api recordName = '';

  get title(): string {
    return `Delete ${this.objectLabel}`;
  }

  handleCancel(): void {
    this.close(false);
  }

  handleDelete(): void {
    this.close(true);
  }
}
