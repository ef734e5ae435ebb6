import getFile from '@salesforce/apex/InvoiceController.getFile';
import getInvoice from '@salesforce/apex/InvoiceController.getInvoice';
import title from '@salesforce/label/c.Orders_Invoice_Title';
import download from '@salesforce/label/c.Store_InvoiceDownload';
import loading from '@salesforce/label/c.Admin_Loading';
import RecordPanel from 'c/recordPanel';
import { saveFile } from 'c/savedFile';
import { toStoreError } from 'c/storeErrors';
import type { InvoiceDto } from 'c/storeTypes';

/** An invoice or a credit note as the customer has it, on its record page. */
export default class InvoiceRecord extends RecordPanel {
  labels = { download, loading, title };
  document: InvoiceDto | null = null;
  fileMessage = '';
  saving = false;

  override async read(recordId: string) {
    this.document = await getInvoice({ invoiceId: recordId });
  }

  get cardTitle(): string {
    return this.document?.title ?? title;
  }

  async handleDownload(): Promise<void> {
    if (this.saving || !this.document || !this.recordId) return;
    this.saving = true;
    this.fileMessage = '';
    try {
      const content = await getFile({ invoiceIds: [this.recordId] });
      saveFile(`${this.document.documentNumber}.pdf`, 'application/pdf', content);
    } catch (error) {
      this.fileMessage = toStoreError(error).message;
    } finally {
      this.saving = false;
    }
  }
}
