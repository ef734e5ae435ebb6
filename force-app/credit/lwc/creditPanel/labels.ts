import allStores from '@salesforce/label/c.Credit_Panel_All';
import always from '@salesforce/label/c.Credit_Panel_No_End';
import amountIn from '@salesforce/label/c.Credit_Panel_Amount';
import cancelLabel from '@salesforce/label/c.Admin_Cancel';
import everywhere from '@salesforce/label/c.Credit_Panel_Everywhere';
import giveLabel from '@salesforce/label/c.Credit_Panel_Give';
import given from '@salesforce/label/c.Credit_Panel_Given';
import held from '@salesforce/label/c.Credit_Panel_Held';
import kind from '@salesforce/label/c.Credit_Panel_Kind';
import kindGift from '@salesforce/label/c.Credit_Kind_Gift';
import kindRefund from '@salesforce/label/c.Credit_Kind_Refund';
import kindReturn from '@salesforce/label/c.Credit_Kind_Return';
import kindStore from '@salesforce/label/c.Credit_Kind_Store';
import lastDay from '@salesforce/label/c.Credit_Panel_Until';
import lastDayHelp from '@salesforce/label/c.Credit_Panel_Until_Help';
import left from '@salesforce/label/c.Credit_Panel_Left';
import loading from '@salesforce/label/c.Admin_Loading';
import movements from '@salesforce/label/c.Credit_Panel_Movements';
import movementsOf from '@salesforce/label/c.Credit_Panel_Movements_Of';
import none from '@salesforce/label/c.Credit_Panel_None';
import reason from '@salesforce/label/c.Credit_Panel_Reason';
import reasonHelp from '@salesforce/label/c.Credit_Panel_Reason_Help';
import save from '@salesforce/label/c.Admin_Save';
import store from '@salesforce/label/c.Credit_Panel_Store';
import takeFrom from '@salesforce/label/c.Credit_Panel_Take_From';
import takeLabel from '@salesforce/label/c.Credit_Panel_Take';
import taken from '@salesforce/label/c.Credit_Panel_Taken';
import title from '@salesforce/label/c.Credit_Title';
import until from '@salesforce/label/c.Credit_Lot_Until';
import takeAmountIn from '@salesforce/label/c.Credit_Panel_Take_Amount';

export const labels = {
  allStores,
  always,
  amountIn,
  cancelLabel,
  everywhere,
  giveLabel,
  given,
  held,
  kind,
  kindGift,
  kindRefund,
  kindReturn,
  kindStore,
  lastDay,
  lastDayHelp,
  left,
  loading,
  movements,
  movementsOf,
  none,
  reason,
  reasonHelp,
  save,
  store,
  takeFrom,
  takeAmountIn,
  takeLabel,
  taken,
  title,
  until,
};
