import amount from '@salesforce/label/c.Credit_Amount';
import byText from '@salesforce/label/c.Credit_By';
import closing from '@salesforce/label/c.Credit_Closing';
import cut from '@salesforce/label/c.Credit_Cut';
import date from '@salesforce/label/c.Credit_Date';
import download from '@salesforce/label/c.Credit_Download';
import everywhere from '@salesforce/label/c.Credit_Everywhere';
import firstDay from '@salesforce/label/c.Credit_First_Day';
import kindGift from '@salesforce/label/c.Credit_Kind_Gift';
import kindRefund from '@salesforce/label/c.Credit_Kind_Refund';
import kindReturn from '@salesforce/label/c.Credit_Kind_Return';
import kindStore from '@salesforce/label/c.Credit_Kind_Store';
import lastDay from '@salesforce/label/c.Credit_Last_Day';
import left from '@salesforce/label/c.Credit_Left';
import lotAlways from '@salesforce/label/c.Credit_Lot_Always';
import lotUntil from '@salesforce/label/c.Credit_Lot_Until';
import lots from '@salesforce/label/c.Credit_Lots';
import movedDeduct from '@salesforce/label/c.Credit_Moved_Deduct';
import movedExpire from '@salesforce/label/c.Credit_Moved_Expire';
import movedGive from '@salesforce/label/c.Credit_Moved_Give';
import movedRestore from '@salesforce/label/c.Credit_Moved_Restore';
import movedReturn from '@salesforce/label/c.Credit_Moved_Return';
import movedSpend from '@salesforce/label/c.Credit_Moved_Spend';
import movement from '@salesforce/label/c.Credit_Movement';
import movements from '@salesforce/label/c.Credit_Movements';
import none from '@salesforce/label/c.Credit_None';
import ofStore from '@salesforce/label/c.Credit_Of_Store';
import opening from '@salesforce/label/c.Credit_Opening';
import order from '@salesforce/label/c.Credit_Order';
import print from '@salesforce/label/c.Credit_Print';
import shared from '@salesforce/label/c.Credit_Shared';
import show from '@salesforce/label/c.Credit_Show';
import statement from '@salesforce/label/c.Credit_Statement';
import statementNone from '@salesforce/label/c.Credit_Statement_None';
import title from '@salesforce/label/c.Credit_Title';

export const labels = {
  amount,
  byText,
  closing,
  cut,
  date,
  download,
  everywhere,
  firstDay,
  kindGift,
  kindRefund,
  kindReturn,
  kindStore,
  lastDay,
  left,
  lotAlways,
  lotUntil,
  lots,
  movedDeduct,
  movedExpire,
  movedGive,
  movedRestore,
  movedReturn,
  movedSpend,
  movement,
  movements,
  none,
  ofStore,
  opening,
  order,
  print,
  shared,
  show,
  statement,
  statementNone,
  title,
};
