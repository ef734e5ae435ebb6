import begun from '@salesforce/label/c.Account_Deletion_Admin_Begun';
import cancel from '@salesforce/label/c.Account_Deletion_Admin_Cancel';
import carryOut from '@salesforce/label/c.Account_Deletion_Admin_Carry_Out';
import closed from '@salesforce/label/c.Account_Deletion_Admin_Closed';
import reason from '@salesforce/label/c.Account_Deletion_Admin_Reason';
import reasonNeeded from '@salesforce/label/c.Account_Deletion_Admin_Reason_Missing';
import refuse from '@salesforce/label/c.Account_Deletion_Admin_Refuse';
import refused from '@salesforce/label/c.Account_Deletion_Admin_Refused';
import sure from '@salesforce/label/c.Account_Deletion_Admin_Sure';
import text from '@salesforce/label/c.Account_Deletion_Admin_Text';
import title from '@salesforce/label/c.Account_Deletion_Admin_Title';

export const labels = {
  begun,
  cancel,
  carryOut,
  closed,
  reason,
  reasonNeeded,
  refuse,
  refused,
  sure,
  text,
  title,
};
