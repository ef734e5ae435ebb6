import getLog from '@salesforce/apex/NotificationController.getLog';
import sendAgain from '@salesforce/apex/NotificationController.sendAgain';
import again from '@salesforce/label/c.Notifications_Log_Again';
import againOf from '@salesforce/label/c.Notifications_Log_Again_Of';
import loading from '@salesforce/label/c.Admin_Loading';
import none from '@salesforce/label/c.Notifications_Log_None';
import notSent from '@salesforce/label/c.Notifications_Not_Sent';
import sent from '@salesforce/label/c.Notifications_Sent';
import sentAgain from '@salesforce/label/c.Notifications_Log_Sent_Again';
import title from '@salesforce/label/c.Notifications_Log_Title';
import waiting from '@salesforce/label/c.Notifications_Waiting';
import RecordPanel from 'c/recordPanel';
import { fillLabel } from 'c/storeFormat';

type Log = Awaited<ReturnType<typeof getLog>>;

const STATES: Record<string, { text: string; badge: string }> = {
  Waiting: { text: waiting, badge: '' },
  Sent: { text: sent, badge: 'slds-theme_success' },
  'Not Sent': { text: notSent, badge: 'slds-theme_warning' },
};

/** What the customer of an order was told, the latest first; staff send it again. */
export default class OrderNotifications extends RecordPanel {
  labels = { again, loading, none, title };
  log: Log | null = null;

  get isEmpty(): boolean {
    return Boolean(this.log && !this.log.entries?.length);
  }

  get rows() {
    const maySend = Boolean(this.log?.maySend);
    return (this.log?.entries ?? []).map((entry) => ({
      ...entry,
      ...STATES[entry.status ?? 'Waiting'],
      maySend: maySend && entry.status !== 'Waiting',
      againLabel: fillLabel(againOf, entry.label ?? ''),
    }));
  }

  override async read(recordId: string) {
    this.log = await getLog({ orderId: recordId });
  }

  handleAgain(event: Event) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    return this.perform(async () => {
      this.log = await sendAgain({ notificationId: id });
    }, sentAgain);
  }
}
