import account from '@salesforce/label/c.On_Account_Account';
import allStores from '@salesforce/label/c.On_Account_All_Stores';
import amount from '@salesforce/label/c.On_Account_Amount';
import approve from '@salesforce/label/c.On_Account_Approve';
import asked from '@salesforce/label/c.On_Account_Asked';
import buyer from '@salesforce/label/c.On_Account_Buyer';
import cancelLabel from '@salesforce/label/c.Admin_Cancel';
import closing from '@salesforce/label/c.On_Account_Closing';
import decideFor from '@salesforce/label/c.On_Account_Decide_For';
import decideLabel from '@salesforce/label/c.On_Account_Decide';
import decline from '@salesforce/label/c.On_Account_Decline';
import done from '@salesforce/label/c.On_Account_Done';
import ended from '@salesforce/label/c.On_Account_Ended';
import exposure from '@salesforce/label/c.On_Account_Exposure';
import given from '@salesforce/label/c.On_Account_Given';
import givenBack from '@salesforce/label/c.On_Account_Given_Back';
import hold from '@salesforce/label/c.On_Account_Hold';
import left from '@salesforce/label/c.On_Account_Left';
import liability from '@salesforce/label/c.On_Account_Liability';
import limit from '@salesforce/label/c.On_Account_Limit';
import loading from '@salesforce/label/c.Admin_Loading';
import month from '@salesforce/label/c.On_Account_Month';
import noExposure from '@salesforce/label/c.On_Account_No_Exposure';
import noLiability from '@salesforce/label/c.On_Account_No_Liability';
import noLimit from '@salesforce/label/c.On_Account_No_Limit';
import noRequests from '@salesforce/label/c.On_Account_No_Requests';
import note from '@salesforce/label/c.On_Account_Note';
import opening from '@salesforce/label/c.On_Account_Opening';
import orders from '@salesforce/label/c.On_Account_Orders';
import overdue from '@salesforce/label/c.On_Account_Overdue';
import owed from '@salesforce/label/c.On_Account_Owed';
import reason from '@salesforce/label/c.On_Account_Reason';
import reasonHelp from '@salesforce/label/c.On_Account_Reason_Help';
import requests from '@salesforce/label/c.On_Account_Requests';
import status from '@salesforce/label/c.On_Account_Status';
import store from '@salesforce/label/c.On_Account_Store';
import taken from '@salesforce/label/c.On_Account_Taken';
import title from '@salesforce/label/c.On_Account_Title';
import used from '@salesforce/label/c.On_Account_Used';

export const labels = {
  account,
  allStores,
  amount,
  approve,
  asked,
  buyer,
  cancelLabel,
  closing,
  decideFor,
  decideLabel,
  decline,
  done,
  ended,
  exposure,
  given,
  givenBack,
  hold,
  left,
  liability,
  limit,
  loading,
  month,
  noExposure,
  noLiability,
  noLimit,
  noRequests,
  note,
  opening,
  orders,
  overdue,
  owed,
  reason,
  reasonHelp,
  requests,
  status,
  store,
  taken,
  title,
  used,
};
