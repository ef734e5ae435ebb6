import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import LOCALE from '@salesforce/i18n/locale';
import getTargets from '@salesforce/apex/SessionDeskController.getTargets';
import moveBooking from '@salesforce/apex/SessionDeskController.moveBooking';
import { wallText } from 'c/scheduleModel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Targets = Awaited<ReturnType<typeof getTargets>>;

/** Moves a booking to another date of its product, at no cost. Closes with true when it was. */
export default class BookingMoveDialog extends LightningModal {
  @api sessionId = '';
  @api bookingId = '';
  @api name = '';

  labels = labels;
  targets: Targets | null = null;
  targetId = '';
  errorMessage = '';
  isBusy = false;

  async connectedCallback() {
    try {
      this.targets = await getTargets({ sessionId: this.sessionId });
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  get options() {
    return (this.targets ?? []).map(({ id, localStart, free }) => {
      const when = wallText(localStart ?? '', LOCALE);
      return { value: id!, label: typeof free === 'number' ? fillLabel(labels.free, when, free) : when };
    });
  }

  get isNone(): boolean {
    return this.targets?.length === 0;
  }

  get isBlocked(): boolean {
    return this.isBusy || !this.targetId;
  }

  handleTarget(event: CustomEvent<{ value: string }>) {
    this.targetId = event.detail.value;
  }

  async handleConfirm() {
    this.isBusy = true;
    this.errorMessage = '';
    try {
      await moveBooking({ bookingId: this.bookingId, targetId: this.targetId });
      this.close(true);
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isBusy = false;
    }
  }

  handleCancel() {
    this.close(false);
  }
}
