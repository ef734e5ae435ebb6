import assisted from '@salesforce/label/c.Account_Consent_Assisted';
import blocked from '@salesforce/label/c.Account_Consent_Blocked';
import email from '@salesforce/label/c.Account_Consent_Email';
import emailNeeded from '@salesforce/label/c.Account_Consent_Email_Needed';
import emailTo from '@salesforce/label/c.Account_Consent_Email_To';
import intro from '@salesforce/label/c.Account_Consent_Intro';
import listWaiting from '@salesforce/label/c.Account_Consent_List_Waiting';
import lists from '@salesforce/label/c.Account_Consent_Lists';
import listsOff from '@salesforce/label/c.Account_Consent_Lists_Off';
import phoneNeeded from '@salesforce/label/c.Account_Consent_Phone_Needed';
import saved from '@salesforce/label/c.Account_Consent_Saved';
import sendAgain from '@salesforce/label/c.Account_Consent_Send_Again';
import sent from '@salesforce/label/c.Account_Consent_Sent';
import text from '@salesforce/label/c.Account_Consent_Text';
import textTo from '@salesforce/label/c.Account_Consent_Text_To';
import title from '@salesforce/label/c.Account_Consent_Title';
import toProfile from '@salesforce/label/c.Account_Consent_To_Profile';
import waiting from '@salesforce/label/c.Account_Consent_Waiting';

export const labels = {
  assisted,
  blocked,
  email,
  emailNeeded,
  emailTo,
  intro,
  listWaiting,
  lists,
  listsOff,
  phoneNeeded,
  saved,
  sendAgain,
  sent,
  text,
  textTo,
  title,
  toProfile,
  waiting,
};
