import due from '@salesforce/label/c.Orders_Invoice_Due';
import payToDay from '@salesforce/label/c.Orders_Invoice_Pay_To';
import payToUndated from '@salesforce/label/c.Orders_Invoice_Pay_To_Undated';
import purchaseOrder from '@salesforce/label/c.Orders_Invoice_PO';
import amount from '@salesforce/label/c.Store_InvoiceAmount';
import included from '@salesforce/label/c.Store_InvoiceIncluded';
import invoice from '@salesforce/label/c.Store_Invoice';
import invoiceDate from '@salesforce/label/c.Store_InvoiceDate';
import invoiceNumber from '@salesforce/label/c.Store_InvoiceNumber';
import item from '@salesforce/label/c.Store_InvoiceItem';
import net from '@salesforce/label/c.Store_InvoiceNet';
import orderDate from '@salesforce/label/c.Store_InvoiceOrderDate';
import orderNumber from '@salesforce/label/c.Store_InvoiceOrder';
import paid from '@salesforce/label/c.Store_InvoicePaid';
import paidPlain from '@salesforce/label/c.Store_InvoicePaidPlain';
import price from '@salesforce/label/c.Store_InvoicePrice';
import quantity from '@salesforce/label/c.Store_InvoiceQuantity';
import rate from '@salesforce/label/c.Store_InvoiceRate';
import supplied from '@salesforce/label/c.Store_InvoiceSupplied';
import taxes from '@salesforce/label/c.Store_InvoiceTaxes';
import taxName from '@salesforce/label/c.Store_InvoiceTaxName';
import taxNumber from '@salesforce/label/c.Store_InvoiceTaxNumber';
import taxTotal from '@salesforce/label/c.Store_InvoiceTaxTotal';
import to from '@salesforce/label/c.Store_InvoiceTo';
import toPay from '@salesforce/label/c.Store_InvoiceToPay';
import discount from '@salesforce/label/c.Store_Discount';
import shipping from '@salesforce/label/c.Store_Shipping';
import subtotal from '@salesforce/label/c.Store_Subtotal';
import total from '@salesforce/label/c.Store_Total';

export const labels = {
  due,
  payToDay,
  payToUndated,
  purchaseOrder,
  amount,
  discount,
  included,
  invoice,
  invoiceDate,
  invoiceNumber,
  item,
  net,
  orderDate,
  orderNumber,
  paid,
  paidPlain,
  price,
  quantity,
  rate,
  shipping,
  subtotal,
  supplied,
  taxes,
  taxName,
  taxNumber,
  taxTotal,
  to,
  toPay,
  total,
};
