import getTiers from '@salesforce/apex/TierAdminController.getTiers';
import giveTier from '@salesforce/apex/TierAdminController.giveTier';
import cancelLabel from '@salesforce/label/c.Admin_Cancel';
import changed from '@salesforce/label/c.Loyalty_Tiers_Panel_Change';
import done from '@salesforce/label/c.Loyalty_Tiers_Panel_Done';
import give from '@salesforce/label/c.Loyalty_Tiers_Panel_Give';
import giveIn from '@salesforce/label/c.Loyalty_Tiers_Panel_Give_In';
import given from '@salesforce/label/c.Loyalty_Tiers_Panel_Given';
import givenUntil from '@salesforce/label/c.Loyalty_Tiers_Panel_Given_Until';
import history from '@salesforce/label/c.Loyalty_Tiers_Panel_History';
import lastDay from '@salesforce/label/c.Loyalty_Tiers_Panel_Last_Day';
import lastDayHelp from '@salesforce/label/c.Loyalty_Tiers_Panel_Last_Day_Help';
import loading from '@salesforce/label/c.Admin_Loading';
import none from '@salesforce/label/c.Loyalty_Tiers_Panel_None';
import nothing from '@salesforce/label/c.Loyalty_Tiers_Panel_Nothing';
import noTier from '@salesforce/label/c.Loyalty_Tier_None';
import reached from '@salesforce/label/c.Loyalty_Tiers_Panel_Reached';
import reason from '@salesforce/label/c.Loyalty_Panel_Reason';
import reasonEnded from '@salesforce/label/c.Loyalty_Tiers_Reason_Ended';
import reasonManual from '@salesforce/label/c.Loyalty_Tiers_Reason_Manual';
import reasonReached from '@salesforce/label/c.Loyalty_Tiers_Reason_Reached';
import reasonRefunded from '@salesforce/label/c.Loyalty_Tiers_Reason_Refunded';
import save from '@salesforce/label/c.Admin_Save';
import tier from '@salesforce/label/c.Loyalty_Tiers_Panel_Tier';
import title from '@salesforce/label/c.Loyalty_Tiers_Panel_Title';
import toNext from '@salesforce/label/c.Loyalty_Tier_To_Next';
import { fillLabel } from 'c/storeFormat';
import RecordPanel from 'c/recordPanel';

type Row = Awaited<ReturnType<typeof getTiers>>[number];

const AS_REACHED = 'reached';
const REASONS: Record<string, string> = {
  Manual: reasonManual,
  'Period Ended': reasonEnded,
  Reached: reasonReached,
  Refunded: reasonRefunded,
};

/** Loyalty tier of a contact in each program: how it stands, how it came, and to give one by hand. */
export default class ContactTiers extends RecordPanel {
  labels = { cancelLabel, give, history, lastDay, lastDayHelp, loading, none, reason, save, tier, title };
  programs: Row[] = [];
  editedId: string | null = null;
  tierId = AS_REACHED;
  fieldError = '';

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.programs.length === 0;
  }

  get rows() {
    return this.programs.map((row) => ({
      ...row,
      tierName: row.standing.tierName ?? noTier,
      given: this.givenOf(row),
      missing: row.standing.nextName
        ? fillLabel(toNext, Math.ceil(row.standing.missing ?? 0).toLocaleString(), row.standing.nextName)
        : '',
      isEdited: row.programId === this.editedId,
      isOffered: row.mayChange && row.programId !== this.editedId,
      giveName: fillLabel(giveIn, row.standing.programName),
      options: [
        { value: AS_REACHED, label: reached },
        ...row.tiers.map(({ id, name }) => ({ value: id, label: name })),
      ],
      hasChanges: row.changes.length > 0,
      changeRows: row.changes.map((change, key) => ({
        key,
        text: `${new Date(change.changedAt).toLocaleDateString(undefined, { dateStyle: 'medium' })} · ${fillLabel(
          changed,
          change.fromName ?? nothing,
          change.toName ?? nothing,
        )}`,
        why: [REASONS[change.reason] ?? change.reason, change.note].filter(Boolean).join(': '),
      })),
    }));
  }

  private givenOf({ givenId, givenUntil: until }: Row): string {
    if (!givenId) return '';
    const day = until && new Date(`${until}T12:00:00`).toLocaleDateString(undefined, { dateStyle: 'medium' });
    return day ? fillLabel(givenUntil, day) : given;
  }

  override async read(recordId: string) {
    this.programs = await getTiers({ contactId: recordId });
  }

  handleEdit(event: Event) {
    this.editedId = (event.currentTarget as HTMLElement).dataset.id ?? null;
    this.tierId = this.programs.find(({ programId }) => programId === this.editedId)?.givenId ?? AS_REACHED;
    this.fieldError = '';
  }

  handleTier(event: CustomEvent<{ value: string }>) {
    this.tierId = event.detail.value;
  }

  handleClose() {
    this.editedId = null;
  }

  handleSave() {
    return this.perform(
      async () => {
        this.programs = await giveTier({
          contactId: this.recordId,
          programId: this.editedId ?? '',
          tierId: this.tierId === AS_REACHED ? null : this.tierId,
          lastDay: this.typed('[data-input="lastDay"]') || null,
          reason: this.typed('[data-input="reason"]'),
        });
        this.editedId = null;
      },
      done,
      ({ fields, message }) => {
        const shown = ['tier', 'lastDay', 'reason'].filter((name) => fields[name]);
        shown.forEach((name) => this.showAt(`[data-input="${name}"]`, fields[name]));
        this.fieldError = shown.length ? '' : message;
        return true;
      },
    );
  }
}
