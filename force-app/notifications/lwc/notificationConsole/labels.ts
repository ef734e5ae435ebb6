import cannotPreview from '@salesforce/label/c.Notifications_No_Orders';
import desktop from '@salesforce/label/c.Notifications_Desktop';
import intro from '@salesforce/label/c.Notifications_Intro';
import listName from '@salesforce/label/c.Notifications_List';
import loading from '@salesforce/label/c.Admin_Loading';
import message from '@salesforce/label/c.Notifications_Message';
import messageHelp from '@salesforce/label/c.Notifications_Message_Help';
import nameAmount from '@salesforce/label/c.Notifications_Name_amount';
import nameCarrier from '@salesforce/label/c.Notifications_Name_carrier';
import nameDue from '@salesforce/label/c.Notifications_Name_due';
import nameName from '@salesforce/label/c.Notifications_Name_name';
import nameOrder from '@salesforce/label/c.Notifications_Name_order';
import nameStore from '@salesforce/label/c.Notifications_Name_store';
import nameTotal from '@salesforce/label/c.Notifications_Name_total';
import nameDocument from '@salesforce/label/c.Notifications_Name_document';
import nameTracking from '@salesforce/label/c.Notifications_Name_tracking';
import names from '@salesforce/label/c.Notifications_Names';
import none from '@salesforce/label/c.Notifications_None';
import off from '@salesforce/label/c.Notifications_Off';
import on from '@salesforce/label/c.Notifications_On';
import ownWords from '@salesforce/label/c.Notifications_Own_Words';
import phone from '@salesforce/label/c.Notifications_Phone';
import preview from '@salesforce/label/c.Notifications_Preview';
import previewOf from '@salesforce/label/c.Notifications_Preview_Of';
import save from '@salesforce/label/c.Notifications_Save';
import saved from '@salesforce/label/c.Notifications_Saved';
import send from '@salesforce/label/c.Notifications_Send';
import store from '@salesforce/label/c.Notifications_Store';
import subject from '@salesforce/label/c.Notifications_Subject';
import test from '@salesforce/label/c.Notifications_Test';
import testSent from '@salesforce/label/c.Notifications_Test_Sent';
import usual from '@salesforce/label/c.Notifications_Usual';
import width from '@salesforce/label/c.Notifications_Width';

export const labels = {
  cannotPreview,
  desktop,
  intro,
  listName,
  loading,
  message,
  messageHelp,
  names,
  none,
  off,
  on,
  ownWords,
  phone,
  preview,
  previewOf,
  save,
  saved,
  send,
  store,
  subject,
  test,
  testSent,
  usual,
  width,
};

/** What stands in braces for what differs from order to order, as `NotificationText.NAMES` lists it. */
export const NAMES: { name: string; label: string }[] = [
  { name: 'order', label: nameOrder },
  { name: 'store', label: nameStore },
  { name: 'name', label: nameName },
  { name: 'total', label: nameTotal },
  { name: 'amount', label: nameAmount },
  { name: 'due', label: nameDue },
  { name: 'carrier', label: nameCarrier },
  { name: 'tracking', label: nameTracking },
  { name: 'document', label: nameDocument },
];
