import available from '@salesforce/label/c.On_Account_Available';
import creditLimit from '@salesforce/label/c.On_Account_Limit';
import onHold from '@salesforce/label/c.On_Account_Hold';
import aging from '@salesforce/label/c.On_Account_Aging';
import asOf from '@salesforce/label/c.On_Account_As_Of';
import dueBy from '@salesforce/label/c.On_Account_Due_By';
import dueSince from '@salesforce/label/c.On_Account_Due_Since';
import notDue from '@salesforce/label/c.On_Account_Not_Due';
import nothing from '@salesforce/label/c.On_Account_Nothing';
import of from '@salesforce/label/c.On_Account_Of';
import open from '@salesforce/label/c.On_Account_Open';
import order from '@salesforce/label/c.On_Account_Order';
import orderedBy from '@salesforce/label/c.On_Account_Ordered_By';
import over90 from '@salesforce/label/c.On_Account_Over_90';
import page from '@salesforce/label/c.On_Account_Page';
import po from '@salesforce/label/c.On_Account_PO';
import print from '@salesforce/label/c.On_Account_Print';
import upTo30 from '@salesforce/label/c.On_Account_30';
import upTo60 from '@salesforce/label/c.On_Account_60';
import upTo90 from '@salesforce/label/c.On_Account_90';

export const labels = {
  available,
  creditLimit,
  onHold,
  aging,
  asOf,
  dueBy,
  dueSince,
  notDue,
  nothing,
  of,
  open,
  order,
  orderedBy,
  over90,
  page,
  po,
  print,
  upTo30,
  upTo60,
  upTo90,
};
