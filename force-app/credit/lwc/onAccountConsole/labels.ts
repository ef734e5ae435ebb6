import account from '@salesforce/label/c.On_Account_Account';
import amount from '@salesforce/label/c.On_Account_Amount';
import approve from '@salesforce/label/c.On_Account_Approve';
import asked from '@salesforce/label/c.On_Account_Asked';
import buyer from '@salesforce/label/c.On_Account_Buyer';
import cancelLabel from '@salesforce/label/c.Admin_Cancel';
import decideFor from '@salesforce/label/c.On_Account_Decide_For';
import decideLabel from '@salesforce/label/c.On_Account_Decide';
import decline from '@salesforce/label/c.On_Account_Decline';
import done from '@salesforce/label/c.On_Account_Done';
import exposure from '@salesforce/label/c.On_Account_Exposure';
import hold from '@salesforce/label/c.On_Account_Hold';
import left from '@salesforce/label/c.On_Account_Left';
import liability from '@salesforce/label/c.On_Account_Liability';
import limit from '@salesforce/label/c.On_Account_Limit';
import loading from '@salesforce/label/c.Admin_Loading';
import noExposure from '@salesforce/label/c.On_Account_No_Exposure';
import noLimit from '@salesforce/label/c.On_Account_No_Limit';
import noRequests from '@salesforce/label/c.On_Account_No_Requests';
import note from '@salesforce/label/c.On_Account_Note';
import orders from '@salesforce/label/c.On_Account_Orders';
import overdue from '@salesforce/label/c.On_Account_Overdue';
import owed from '@salesforce/label/c.On_Account_Owed';
import reason from '@salesforce/label/c.On_Account_Reason';
import reasonHelp from '@salesforce/label/c.On_Account_Reason_Help';
import requests from '@salesforce/label/c.On_Account_Requests';
import status from '@salesforce/label/c.On_Account_Status';
import store from '@salesforce/label/c.On_Account_Store';
import title from '@salesforce/label/c.On_Account_Title';

export const labels = {
  account,
  amount,
  approve,
  asked,
  buyer,
  cancelLabel,
  decideFor,
  decideLabel,
  decline,
  done,
  exposure,
  hold,
  left,
  liability,
  limit,
  loading,
  noExposure,
  noLimit,
  noRequests,
  note,
  orders,
  overdue,
  owed,
  reason,
  reasonHelp,
  requests,
  status,
  store,
  title,
};
