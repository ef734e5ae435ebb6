import amountRange from '@salesforce/label/c.Store_Gift_Amount_Range';
import celebration from '@salesforce/label/c.Store_Gift_Design_Celebration';
import classic from '@salesforce/label/c.Store_Gift_Design_Classic';
import code from '@salesforce/label/c.Store_Gift_Top_Up_Code';
import day from '@salesforce/label/c.Store_Gift_Day';
import dayHint from '@salesforce/label/c.Store_Gift_Day_Hint';
import design from '@salesforce/label/c.Store_Gift_Design';
import emailHint from '@salesforce/label/c.Store_Gift_Email_Hint';
import garden from '@salesforce/label/c.Store_Gift_Design_Garden';
import message from '@salesforce/label/c.Store_Gift_Message';
import newCard from '@salesforce/label/c.Store_Gift_New';
import optional from '@salesforce/label/c.Store_Optional';
import ownAmount from '@salesforce/label/c.Store_Gift_Own_Amount';
import recipientEmail from '@salesforce/label/c.Store_Gift_Recipient_Email';
import recipientName from '@salesforce/label/c.Store_Gift_Recipient_Name';
import sender from '@salesforce/label/c.Store_Gift_Sender';
import topUp from '@salesforce/label/c.Store_Gift_Top_Up';
import what from '@salesforce/label/c.Store_Gift_What';
import winter from '@salesforce/label/c.Store_Gift_Design_Winter';

export const labels = {
  amountRange,
  celebration,
  classic,
  code,
  day,
  dayHint,
  design,
  emailHint,
  garden,
  message,
  newCard,
  optional,
  ownAmount,
  recipientEmail,
  recipientName,
  sender,
  topUp,
  what,
  winter,
};
