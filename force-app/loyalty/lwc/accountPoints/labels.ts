import arrears from '@salesforce/label/c.Loyalty_Arrears';
import balance from '@salesforce/label/c.Loyalty_Balance';
import countsFulfilled from '@salesforce/label/c.Loyalty_Counts_Fulfilled';
import countsFulfilledDays from '@salesforce/label/c.Loyalty_Counts_Fulfilled_Days';
import countsPaid from '@salesforce/label/c.Loyalty_Counts_Paid';
import countsPaidDays from '@salesforce/label/c.Loyalty_Counts_Paid_Days';
import deducted from '@salesforce/label/c.Loyalty_Kind_Deduct';
import earned from '@salesforce/label/c.Loyalty_Earned';
import earnedNone from '@salesforce/label/c.Loyalty_Earned_None';
import ending from '@salesforce/label/c.Loyalty_Ending';
import endings from '@salesforce/label/c.Loyalty_Endings';
import expired from '@salesforce/label/c.Loyalty_Kind_Expire';
import given from '@salesforce/label/c.Loyalty_Points_Given';
import got from '@salesforce/label/c.Loyalty_Points_Got';
import granted from '@salesforce/label/c.Loyalty_Kind_Grant';
import held from '@salesforce/label/c.Loyalty_Held';
import more from '@salesforce/label/c.Loyalty_More';
import none from '@salesforce/label/c.Loyalty_None';
import one from '@salesforce/label/c.Loyalty_Balance_One';
import order from '@salesforce/label/c.Loyalty_Order';
import orderOther from '@salesforce/label/c.Loyalty_Order_Other';
import other from '@salesforce/label/c.Loyalty_Balance_Other';
import others from '@salesforce/label/c.Loyalty_Others';
import pending from '@salesforce/label/c.Loyalty_Pending';
import rate from '@salesforce/label/c.Loyalty_Rate';
import refused from '@salesforce/label/c.Loyalty_Refused';
import returned from '@salesforce/label/c.Loyalty_Kind_Return';
import shop from '@salesforce/label/c.Loyalty_Shop';
import spent from '@salesforce/label/c.Loyalty_Kind_Spend';
import statusActive from '@salesforce/label/c.Loyalty_Status_Active';
import statusCancelled from '@salesforce/label/c.Loyalty_Status_Cancelled';
import statusPending from '@salesforce/label/c.Loyalty_Status_Pending';
import statusPendingFrom from '@salesforce/label/c.Loyalty_Status_Pending_From';
import takenBack from '@salesforce/label/c.Loyalty_Taken_Back';
import title from '@salesforce/label/c.Loyalty_Title';
import worth from '@salesforce/label/c.Loyalty_Worth';

export const labels = {
  arrears,
  balance,
  countsFulfilled,
  countsFulfilledDays,
  countsPaid,
  countsPaidDays,
  deducted,
  earned,
  earnedNone,
  ending,
  endings,
  expired,
  given,
  got,
  granted,
  held,
  more,
  none,
  one,
  order,
  orderOther,
  other,
  others,
  pending,
  rate,
  refused,
  returned,
  shop,
  spent,
  statusActive,
  statusCancelled,
  statusPending,
  statusPendingFrom,
  takenBack,
  title,
  worth,
};
