import allKinds from '@salesforce/label/c.Orders_Documents_All';
import allStores from '@salesforce/label/c.Admin_OrdersAllStores';
import buyer from '@salesforce/label/c.Orders_Documents_Buyer';
import company from '@salesforce/label/c.Orders_Documents_Company';
import complete from '@salesforce/label/c.Orders_Documents_Complete';
import country from '@salesforce/label/c.Orders_Documents_Country';
import credited from '@salesforce/label/c.Orders_Documents_Credited';
import credits from '@salesforce/label/c.Orders_Documents_Credits';
import currency from '@salesforce/label/c.Orders_Documents_Currency';
import day from '@salesforce/label/c.Orders_Documents_Day';
import empty from '@salesforce/label/c.Orders_Documents_Empty';
import exportCsv from '@salesforce/label/c.Orders_Documents_Export';
import from from '@salesforce/label/c.Admin_OrdersFrom';
import gaps from '@salesforce/label/c.Orders_Documents_Gaps';
import hint from '@salesforce/label/c.Orders_Documents_Hint';
import invoices from '@salesforce/label/c.Orders_Documents_Invoices';
import kind from '@salesforce/label/c.Orders_Documents_Kind';
import loading from '@salesforce/label/c.Admin_Loading';
import missing from '@salesforce/label/c.Orders_Documents_Missing';
import more from '@salesforce/label/c.Admin_OrdersMore';
import net from '@salesforce/label/c.Orders_Documents_Net';
import none from '@salesforce/label/c.Orders_Documents_None';
import number from '@salesforce/label/c.Orders_Documents_Number';
import order from '@salesforce/label/c.Orders_Documents_Order';
import pdf from '@salesforce/label/c.Orders_Documents_Pdf';
import period from '@salesforce/label/c.Orders_Documents_Period';
import rate from '@salesforce/label/c.Orders_Documents_Rate';
import readCount from '@salesforce/label/c.Orders_Documents_Read';
import reason from '@salesforce/label/c.Orders_Documents_Reason';
import reasonExempt from '@salesforce/label/c.Orders_Reason_Exempt';
import reasonExport from '@salesforce/label/c.Orders_Reason_Export';
import reasonIntra from '@salesforce/label/c.Orders_Reason_Intra';
import reasonReverse from '@salesforce/label/c.Orders_Reason_Reverse';
import search from '@salesforce/label/c.Orders_Documents_Search';
import store from '@salesforce/label/c.Admin_Store';
import summary from '@salesforce/label/c.Orders_Documents_Summary';
import summaryText from '@salesforce/label/c.Orders_Documents_Summary_Text';
import tax from '@salesforce/label/c.Orders_Documents_Tax';
import title from '@salesforce/label/c.Orders_Documents_Title';
import to from '@salesforce/label/c.Admin_OrdersTo';
import total from '@salesforce/label/c.Orders_Documents_Total';
import unchecked from '@salesforce/label/c.Orders_Documents_Unchecked';
import untaxed from '@salesforce/label/c.Orders_Documents_Untaxed';

export const labels = {
  allKinds,
  allStores,
  buyer,
  company,
  complete,
  country,
  credited,
  credits,
  currency,
  day,
  empty,
  exportCsv,
  from,
  gaps,
  hint,
  invoices,
  kind,
  loading,
  missing,
  more,
  net,
  none,
  number,
  order,
  pdf,
  period,
  rate,
  readCount,
  reason,
  reasonExempt,
  reasonExport,
  reasonIntra,
  reasonReverse,
  search,
  store,
  summary,
  summaryText,
  tax,
  title,
  to,
  total,
  unchecked,
  untaxed,
};
