import getPoints from '@salesforce/apex/PointsAdminController.getPoints';
import adjust from '@salesforce/apex/PointsAdminController.adjust';
import getTransfer from '@salesforce/apex/PointsAdminController.getTransfer';
import givePoints from '@salesforce/apex/PointsAdminController.givePoints';
import adjustLabel from '@salesforce/label/c.Loyalty_Panel_Adjust';
import adjustIn from '@salesforce/label/c.Loyalty_Panel_Adjust_In';
import arrears from '@salesforce/label/c.Loyalty_Panel_Arrears';
import cancelLabel from '@salesforce/label/c.Admin_Cancel';
import change from '@salesforce/label/c.Loyalty_Panel_Change';
import done from '@salesforce/label/c.Loyalty_Panel_Done';
import loading from '@salesforce/label/c.Admin_Loading';
import movements from '@salesforce/label/c.Loyalty_Panel_Movements';
import nobody from '@salesforce/label/c.Loyalty_Panel_Nobody';
import none from '@salesforce/label/c.Loyalty_Panel_None';
import pending from '@salesforce/label/c.Loyalty_Panel_Pending';
import points from '@salesforce/label/c.Loyalty_Panel_Points';
import receiver from '@salesforce/label/c.Loyalty_Panel_Receiver';
import reason from '@salesforce/label/c.Loyalty_Panel_Reason';
import reasonHelp from '@salesforce/label/c.Loyalty_Panel_Reason_Help';
import save from '@salesforce/label/c.Admin_Save';
import shared from '@salesforce/label/c.Loyalty_Panel_Shared';
import title from '@salesforce/label/c.Loyalty_Panel_Title';
import transfer from '@salesforce/label/c.Loyalty_Panel_Transfer';
import transferDone from '@salesforce/label/c.Loyalty_Panel_Transfer_Done';
import transferIn from '@salesforce/label/c.Loyalty_Panel_Transfer_In';
import transferReasonHelp from '@salesforce/label/c.Loyalty_Panel_Transfer_Reason_Help';
import { fillLabel } from 'c/storeFormat';
import RecordPanel from 'c/recordPanel';
import { toStoreError } from 'c/storeErrors';

type Balance = Awaited<ReturnType<typeof getPoints>>[number];

/** Points of a contact in each program, which staff give and take with a reason. */
export default class ContactPoints extends RecordPanel {
  labels = {
    adjust: adjustLabel,
    arrears,
    cancelLabel,
    change,
    loading,
    movements,
    nobody,
    none,
    pending,
    points,
    reason,
    reasonHelp,
    receiver,
    save,
    shared,
    title,
    transfer,
    transferReasonHelp,
  };
  balances: Balance[] = [];
  editedId: string | null = null;
  givingId: string | null = null;
  people: { value: string; label: string }[] = [];
  fieldError = '';
  /** Of the adjustment that is being typed: pressed twice, it happens once. */
  private key = '';

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.balances.length === 0;
  }

  get rows() {
    return this.balances.map((balance) => ({
      ...balance,
      url: balance.pointsAccountId ? `/${balance.pointsAccountId}` : null,
      isEdited: balance.programId === this.editedId,
      isGiving: balance.programId === this.givingId,
      isOffered: balance.mayAdjust && ![this.editedId, this.givingId].includes(balance.programId),
      transferName: fillLabel(transferIn, balance.programName),
      adjustName: fillLabel(adjustIn, balance.programName),
    }));
  }

  override async read(recordId: string) {
    this.balances = await getPoints({ contactId: recordId });
  }

  get hasPeople(): boolean {
    return this.people.length > 0;
  }

  get hasNobody(): boolean {
    return !this.hasPeople;
  }

  async handleTransfer(event: Event) {
    const programId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    try {
      const { people } = await getTransfer({ contactId: this.recordId, programId });
      this.people = (people ?? []).map(({ id, name }) => ({ value: id, label: name }));
      this.fieldError = '';
      this.key = crypto.randomUUID();
      this.editedId = null;
      this.givingId = programId;
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  handleGive() {
    return this.perform(
      async () => {
        this.balances = await givePoints({
          contactId: this.recordId,
          programId: this.givingId ?? '',
          toId: this.typed('[data-input="toId"]') || null,
          points: Number.parseInt(this.typed('[data-input="points"]'), 10) || 0,
          reason: this.typed('[data-input="reason"]'),
          key: this.key,
        } as never);
        this.givingId = null;
      },
      transferDone,
      ({ fields, message }) => {
        const shown = ['toId', 'points', 'reason'].map((name) => this.showAt(`[data-input="${name}"]`, fields[name]));
        this.fieldError = shown.includes(true) ? '' : message;
        return true;
      },
    );
  }

  handleEdit(event: Event) {
    this.givingId = null;
    this.editedId = (event.currentTarget as HTMLElement).dataset.id ?? null;
    this.key = crypto.randomUUID();
    this.fieldError = '';
  }

  handleClose() {
    this.editedId = null;
    this.givingId = null;
  }

  handleSave() {
    return this.perform(
      async () => {
        this.balances = await adjust({
          contactId: this.recordId,
          programId: this.editedId ?? '',
          points: Number.parseInt(this.typed('[data-input="points"]'), 10) || 0,
          reason: this.typed('[data-input="reason"]'),
          key: this.key,
        });
        this.editedId = null;
      },
      done,
      ({ fields, message }) => {
        this.showAt('[data-input="points"]', fields.points);
        this.showAt('[data-input="reason"]', fields.reason);
        this.fieldError = fields.points || fields.reason ? '' : message;
        return true;
      },
    );
  }
}
