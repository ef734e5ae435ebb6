import asked from '@salesforce/label/c.Account_Deletion_Asked';
import assisted from '@salesforce/label/c.Account_Deletion_Assisted';
import busyLabel from '@salesforce/label/c.Account_Deletion_Busy';
import byLink from '@salesforce/label/c.Account_Deletion_By_Link';
import cancel from '@salesforce/label/c.Account_Deletion_Cancel';
import goes from '@salesforce/label/c.Account_Deletion_Goes';
import goesText from '@salesforce/label/c.Account_Deletion_Goes_Text';
import intro from '@salesforce/label/c.Account_Deletion_Intro';
import keep from '@salesforce/label/c.Account_Deletion_Keep';
import kept from '@salesforce/label/c.Account_Deletion_Kept';
import linkNeeded from '@salesforce/label/c.Account_Deletion_Link_Needed';
import losses from '@salesforce/label/c.Account_Deletion_Losses';
import noPassword from '@salesforce/label/c.Account_Deletion_No_Password';
import openText from '@salesforce/label/c.Account_Deletion_Open';
import password from '@salesforce/label/c.Account_Deletion_Password';
import refused from '@salesforce/label/c.Account_Deletion_Refused';
import sendLink from '@salesforce/label/c.Account_Deletion_Send_Link';
import sent from '@salesforce/label/c.Account_Deletion_Sent';
import start from '@salesforce/label/c.Account_Deletion_Start';
import stays from '@salesforce/label/c.Account_Deletion_Stays';
import staysText from '@salesforce/label/c.Account_Deletion_Stays_Text';
import submit from '@salesforce/label/c.Account_Deletion_Submit';
import title from '@salesforce/label/c.Account_Deletion_Title';
import waitsText from '@salesforce/label/c.Account_Deletion_Waits_Text';

export const labels = {
  asked,
  assisted,
  busyLabel,
  byLink,
  cancel,
  goes,
  goesText,
  intro,
  keep,
  kept,
  linkNeeded,
  losses,
  noPassword,
  openText,
  password,
  refused,
  sendLink,
  sent,
  start,
  stays,
  staysText,
  submit,
  title,
  waitsText,
};
