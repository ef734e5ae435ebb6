import aging from '@salesforce/label/c.On_Account_Aging';
import asOf from '@salesforce/label/c.On_Account_As_Of';
import dueBy from '@salesforce/label/c.On_Account_Due_By';
import dueSince from '@salesforce/label/c.On_Account_Due_Since';
import loading from '@salesforce/label/c.Admin_Loading';
import notDue from '@salesforce/label/c.On_Account_Not_Due';
import nothing from '@salesforce/label/c.On_Account_Nothing';
import open from '@salesforce/label/c.On_Account_Open';
import order from '@salesforce/label/c.On_Account_Order';
import orderedBy from '@salesforce/label/c.On_Account_Ordered_By';
import over90 from '@salesforce/label/c.On_Account_Over_90';
import owed from '@salesforce/label/c.On_Account_Owed';
import po from '@salesforce/label/c.On_Account_PO';
import title from '@salesforce/label/c.On_Account_Title';
import upTo30 from '@salesforce/label/c.On_Account_30';
import upTo60 from '@salesforce/label/c.On_Account_60';
import upTo90 from '@salesforce/label/c.On_Account_90';

export const labels = {
  aging,
  asOf,
  dueBy,
  dueSince,
  loading,
  notDue,
  nothing,
  open,
  order,
  orderedBy,
  over90,
  owed,
  po,
  title,
  upTo30,
  upTo60,
  upTo90,
};
