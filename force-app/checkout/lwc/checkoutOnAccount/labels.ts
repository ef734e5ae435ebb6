import approved from '@salesforce/label/c.Checkout_Account_Approved';
import ask from '@salesforce/label/c.Checkout_Account_Ask';
import declined from '@salesforce/label/c.Checkout_Account_Declined';
import due from '@salesforce/label/c.Checkout_Account_Due';
import left from '@salesforce/label/c.Checkout_Account_Left';
import note from '@salesforce/label/c.Checkout_Account_Note';
import of from '@salesforce/label/c.Checkout_Account_Of';
import over from '@salesforce/label/c.Checkout_Account_Over';
import purchaseOrder from '@salesforce/label/c.Checkout_Account_PO';
import purchaseOrderOptional from '@salesforce/label/c.Checkout_Account_PO_Optional';
import refresh from '@salesforce/label/c.Checkout_Account_Refresh';
import requested from '@salesforce/label/c.Checkout_Account_Requested';

export const labels = {
  approved,
  ask,
  declined,
  due,
  left,
  note,
  of,
  over,
  purchaseOrder,
  purchaseOrderOptional,
  refresh,
  requested,
};
