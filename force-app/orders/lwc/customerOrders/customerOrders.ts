import getCustomerOrders from '@salesforce/apex/OrderListController.getCustomerOrders';
import loading from '@salesforce/label/c.Admin_Loading';
import none from '@salesforce/label/c.Admin_CustomerNoOrders';
import title from '@salesforce/label/c.Admin_OrdersTitle';
import RecordPanel from 'c/recordPanel';
import { COLUMNS, shownRow } from 'c/orderColumns';

/** What a list of one person's orders need not repeat. */
const SHOWN = ['orderNumber', 'placedAt', 'total', 'paymentStatus', 'fulfillmentStatus', 'shippingMethod'];

/** The latest orders of a customer of a store. */
export default class CustomerOrders extends RecordPanel {
  labels = { loading, none, title };
  rows: ReturnType<typeof shownRow>[] = [];
  columns = COLUMNS.filter(({ name }) => SHOWN.includes(name)).map(({ column }) => ({ ...column, sortable: false }));

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && !this.hasRows;
  }

  override async read(recordId: string) {
    this.rows = (await getCustomerOrders({ customerId: recordId })).map(shownRow);
  }
}
