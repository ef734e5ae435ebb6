import getInvoice from '@salesforce/apex/OrderAdminController.getInvoice';
import title from '@salesforce/label/c.Orders_Invoice_Title';
import loading from '@salesforce/label/c.Admin_Loading';
import RecordPanel from 'c/recordPanel';
import type { InvoiceDto } from 'c/storeTypes';

/** An invoice as the customer has it, on its record page. */
export default class InvoiceRecord extends RecordPanel {
  labels = { loading, title };
  document: InvoiceDto | null = null;

  override async read(recordId: string) {
    this.document = await getInvoice({ invoiceId: recordId });
  }
}
