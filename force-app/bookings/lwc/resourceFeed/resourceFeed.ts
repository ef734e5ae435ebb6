import hasLink from '@salesforce/apex/CalendarFeedController.hasLink';
import makeLink from '@salesforce/apex/CalendarFeedController.makeLink';
import revoke from '@salesforce/apex/CalendarFeedController.revoke';
import address from '@salesforce/label/c.Bookings_Feed_Address';
import again from '@salesforce/label/c.Bookings_Feed_Again';
import given from '@salesforce/label/c.Bookings_Feed_Given';
import loading from '@salesforce/label/c.Bookings_Loading';
import made from '@salesforce/label/c.Bookings_Feed_Made';
import make from '@salesforce/label/c.Bookings_Feed_Make';
import none from '@salesforce/label/c.Bookings_Feed_None';
import once from '@salesforce/label/c.Bookings_Feed_Once';
import revokeLabel from '@salesforce/label/c.Bookings_Feed_Revoke';
import revoked from '@salesforce/label/c.Bookings_Feed_Revoked';
import title from '@salesforce/label/c.Bookings_Feed_Title';
import RecordPanel from 'c/recordPanel';

/** The private calendar of a room or of somebody on the staff: its address is shown once, and can be taken back. */
export default class ResourceFeed extends RecordPanel {
  labels = { address, loading, once, revoke: revokeLabel, title };
  hasFeed = false;
  link = '';

  override async read(recordId: string): Promise<void> {
    this.hasFeed = await hasLink({ resourceId: recordId });
  }

  get stateText(): string {
    return this.hasFeed ? given : none;
  }

  get makeLabel(): string {
    return this.hasFeed ? again : make;
  }

  async handleMake() {
    await this.perform(async () => {
      this.link = await makeLink({ resourceId: this.recordId });
      this.hasFeed = true;
    }, made);
  }

  async handleRevoke() {
    await this.perform(async () => {
      await revoke({ resourceId: this.recordId });
      this.link = '';
      this.hasFeed = false;
    }, revoked);
  }
}
