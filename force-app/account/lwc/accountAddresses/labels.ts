import add from '@salesforce/label/c.Account_Address_Add';
import badgeBilling from '@salesforce/label/c.Account_Badge_Billing';
import badgeShared from '@salesforce/label/c.Account_Badge_Shared';
import badgeSharedBilling from '@salesforce/label/c.Account_Badge_Shared_Billing';
import badgeSharedShipping from '@salesforce/label/c.Account_Badge_Shared_Shipping';
import badgeShipping from '@salesforce/label/c.Account_Badge_Shipping';
import edit from '@salesforce/label/c.Account_Address_Edit';
import editNamed from '@salesforce/label/c.Account_Address_Edit_Named';
import none from '@salesforce/label/c.Account_No_Addresses';
import noneText from '@salesforce/label/c.Account_No_Addresses_Text';
import ownFirst from '@salesforce/label/c.Account_Address_Own_First';
import remove from '@salesforce/label/c.Account_Address_Remove';
import removed from '@salesforce/label/c.Account_Address_Removed';
import removeNamed from '@salesforce/label/c.Account_Address_Remove_Named';
import saved from '@salesforce/label/c.Account_Address_Saved';
import title from '@salesforce/label/c.Account_Addresses_Title';
import undo from '@salesforce/label/c.Account_Undo';

export const labels = {
  add,
  badgeBilling,
  badgeShared,
  badgeSharedBilling,
  badgeSharedShipping,
  badgeShipping,
  edit,
  editNamed,
  none,
  noneText,
  ownFirst,
  remove,
  removed,
  removeNamed,
  saved,
  title,
  undo,
};
