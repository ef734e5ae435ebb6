import getLevels from '@salesforce/apex/StockAdminController.getLevels';
import adjust from '@salesforce/apex/StockAdminController.adjust';
import title from '@salesforce/label/c.Admin_Stock';
import adjustStock from '@salesforce/label/c.Admin_StockAdjust';
import adjusted from '@salesforce/label/c.Admin_StockAdjusted';
import available from '@salesforce/label/c.Admin_StockAvailable';
import cancelLabel from '@salesforce/label/c.Admin_Cancel';
import change from '@salesforce/label/c.Admin_StockChange';
import changeHelp from '@salesforce/label/c.Admin_StockChangeHelp';
import held from '@salesforce/label/c.Admin_StockHeld';
import loading from '@salesforce/label/c.Admin_Loading';
import location from '@salesforce/label/c.Admin_StockLocation';
import noStock from '@salesforce/label/c.Admin_StockNone';
import notTracked from '@salesforce/label/c.Admin_StockNotTracked';
import onHand from '@salesforce/label/c.Admin_StockOnHand';
import reason from '@salesforce/label/c.Admin_StockReason';
import save from '@salesforce/label/c.Admin_Save';
import variant from '@salesforce/label/c.Admin_Variant';
import actions from '@salesforce/label/c.Admin_Actions';
import RecordPanel from 'c/recordPanel';

type Level = Awaited<ReturnType<typeof getLevels>>[number];

/** Balances per variant and location. Pieces on hand are never typed over: a correction adds an entry to the ledger. */
export default class ProductStock extends RecordPanel {
  labels = {
    title,
    actions,
    adjustStock,
    available,
    cancelLabel,
    change,
    changeHelp,
    held,
    loading,
    location,
    noStock,
    notTracked,
    onHand,
    reason,
    save,
    variant,
  };
  levels: Level[] = [];
  editedId: string | null = null;
  fieldError = '';

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.levels.length === 0;
  }

  get hasRows(): boolean {
    return this.levels.length > 0;
  }

  get rows() {
    return this.levels.map((level) => ({
      ...level,
      isEdited: level.id === this.editedId,
      editKey: `${level.id}-edit`,
      adjustName: `${adjustStock}: ${level.sku ?? level.variantName}`,
    }));
  }

  override async read(recordId: string) {
    this.levels = await getLevels({ productId: recordId });
  }

  handleEdit(event: Event) {
    this.editedId = (event.currentTarget as HTMLElement).dataset.id ?? null;
    this.fieldError = '';
  }

  handleClose() {
    this.editedId = null;
  }

  handleSave() {
    return this.perform(
      async () => {
        const quantity = Number.parseInt(this.typed('[data-input="quantity"]'), 10) || 0;
        await adjust({ levelId: this.editedId ?? '', quantity, reason: this.typed('[data-input="reason"]') });
        this.editedId = null;
        await this.read(this.recordId);
      },
      adjusted,
      ({ fields, message }) => {
        this.showAt('[data-input="quantity"]', fields.quantity);
        this.showAt('[data-input="reason"]', fields.reason);
        this.fieldError = fields.quantity || fields.reason ? '' : message;
        return true;
      },
    );
  }
}
