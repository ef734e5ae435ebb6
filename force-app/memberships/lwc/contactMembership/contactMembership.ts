import getMembership from '@salesforce/apex/MembershipAdminController.getMembership';
import grant from '@salesforce/apex/MembershipAdminController.grant';
import withdrawTerm from '@salesforce/apex/MembershipAdminController.withdraw';
import bought from '@salesforce/label/c.Memberships_Panel_Bought';
import boughtOrder from '@salesforce/label/c.Memberships_Panel_Bought_Order';
import cancelLabel from '@salesforce/label/c.Admin_Cancel';
import done from '@salesforce/label/c.Memberships_Panel_Done';
import endedExpired from '@salesforce/label/c.Memberships_Ended_Expired';
import endedRefunded from '@salesforce/label/c.Memberships_Ended_Refunded';
import endedReplaced from '@salesforce/label/c.Memberships_Ended_Replaced';
import endedTierLost from '@salesforce/label/c.Memberships_Ended_Tier_Lost';
import endedWithdrawn from '@salesforce/label/c.Memberships_Ended_Withdrawn';
import give from '@salesforce/label/c.Memberships_Panel_Give';
import given from '@salesforce/label/c.Memberships_Panel_Given';
import lastDay from '@salesforce/label/c.Memberships_Panel_Last_Day';
import lastDayHelp from '@salesforce/label/c.Memberships_Panel_Last_Day_Help';
import loading from '@salesforce/label/c.Admin_Loading';
import membership from '@salesforce/label/c.Memberships_Panel_Membership';
import none from '@salesforce/label/c.Memberships_Panel_None';
import open from '@salesforce/label/c.Memberships_Panel_Open';
import reached from '@salesforce/label/c.Memberships_Panel_Reached';
import reason from '@salesforce/label/c.Memberships_Panel_Reason';
import save from '@salesforce/label/c.Admin_Save';
import span from '@salesforce/label/c.Memberships_Panel_Span';
import title from '@salesforce/label/c.Memberships_Panel_Title';
import untilLabel from '@salesforce/label/c.Memberships_Panel_Until';
import withdraw from '@salesforce/label/c.Memberships_Panel_Withdraw';
import withdrawNamed from '@salesforce/label/c.Memberships_Panel_Withdraw_Named';
import { fillLabel } from 'c/storeFormat';
import RecordPanel from 'c/recordPanel';

type Panel = Awaited<ReturnType<typeof getMembership>>;
type Term = Panel['terms'][number];

const ENDINGS: Record<string, string> = {
  Expired: endedExpired,
  Refunded: endedRefunded,
  Replaced: endedReplaced,
  'Tier Lost': endedTierLost,
  Withdrawn: endedWithdrawn,
};

/** A day, which the browser's zone must not move. */
const dayOf = (day: string) => new Date(`${day}T00:00:00`).toLocaleDateString(undefined, { dateStyle: 'medium' });

/** What the account of a contact is a member of; staff give and withdraw memberships with a reason. */
export default class ContactMembership extends RecordPanel {
  labels = { cancelLabel, give, lastDay, lastDayHelp, loading, membership, reason, save, title, withdraw };
  panel: Panel | null = null;
  isEdited = false;
  withdrawnId: string | null = null;
  kindId = '';
  fieldError = '';
  /** Of what is being typed: pressed twice, it happens once. */
  private key = '';

  get present(): string {
    return this.panel?.name ?? none;
  }

  get until(): string {
    return this.panel?.lastDay ? fillLabel(untilLabel, dayOf(this.panel.lastDay)) : '';
  }

  get isOffered(): boolean {
    return Boolean(this.panel?.mayChange && this.kinds.length > 0 && !this.isEdited);
  }

  get kinds() {
    return (this.panel?.kinds ?? []).map(({ id, name }) => ({ value: id, label: name }));
  }

  get rows() {
    return (this.panel?.terms ?? []).map((term) => ({
      ...term,
      origin: this.originOf(term),
      span: this.spanOf(term),
      isOffered: this.panel?.mayChange && !term.endedAt && term.id !== this.withdrawnId,
      isEdited: term.id === this.withdrawnId,
      withdrawName: fillLabel(withdrawNamed, term.name),
    }));
  }

  private originOf({ source, orderNumber }: Term): string {
    if (source === 'Purchase') return orderNumber ? fillLabel(boughtOrder, orderNumber) : bought;
    return source === 'Tier' ? reached : given;
  }

  private spanOf({ firstDay, lastDay: end, endReason }: Term): string {
    const from = dayOf(firstDay);
    const text = end ? fillLabel(span, from, dayOf(end)) : fillLabel(open, from);
    return endReason ? `${text} · ${ENDINGS[endReason] ?? endReason}` : text;
  }

  override async read(recordId: string) {
    this.panel = await getMembership({ contactId: recordId });
  }

  handleEdit() {
    this.handleClose();
    this.isEdited = true;
    this.key = crypto.randomUUID();
    this.kindId = this.kinds[0].value;
  }

  handleKind(event: CustomEvent<{ value: string }>) {
    this.kindId = event.detail.value;
  }

  handleWithdrawing(event: Event) {
    this.handleClose();
    this.withdrawnId = (event.currentTarget as HTMLElement).dataset.id ?? null;
  }

  handleClose() {
    this.isEdited = false;
    this.withdrawnId = null;
    this.fieldError = '';
  }

  private change(work: () => Promise<Panel>) {
    return this.perform(
      async () => {
        this.panel = await work();
        this.handleClose();
      },
      done,
      ({ fields, message }) => {
        const shown = ['membership', 'lastDay', 'reason'].filter((name) => fields[name]);
        shown.forEach((name) => this.showAt(`[data-input="${name}"]`, fields[name]));
        this.fieldError = shown.length ? '' : message;
        return true;
      },
    );
  }

  handleGrant() {
    return this.change(() =>
      grant({
        contactId: this.recordId,
        membershipId: this.kindId,
        lastDay: this.typed('[data-input="lastDay"]') || null,
        reason: this.typed('[data-input="reason"]'),
        key: this.key,
      }),
    );
  }

  handleWithdraw() {
    return this.change(() =>
      withdrawTerm({
        contactId: this.recordId,
        termId: this.withdrawnId ?? '',
        reason: this.typed('[data-input="reason"]'),
      }),
    );
  }
}
