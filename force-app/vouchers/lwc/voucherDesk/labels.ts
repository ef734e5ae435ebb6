import inAllStores from '@salesforce/label/c.Vouchers_In_All_Stores';
import actions from '@salesforce/label/c.Admin_Actions';
import activate from '@salesforce/label/c.Vouchers_Desk_Activate';
import active from '@salesforce/label/c.Vouchers_Desk_Active';
import adjust from '@salesforce/label/c.Vouchers_Desk_Adjust';
import adjustAmount from '@salesforce/label/c.Vouchers_Desk_Adjust_Amount';
import all from '@salesforce/label/c.Vouchers_Desk_All';
import allStores from '@salesforce/label/c.Vouchers_Desk_All_Stores';
import amount from '@salesforce/label/c.Vouchers_Desk_Amount';
import balance from '@salesforce/label/c.Vouchers_Desk_Balance';
import batch from '@salesforce/label/c.Vouchers_Desk_Batch';
import block from '@salesforce/label/c.Vouchers_Desk_Block';
import blockReason from '@salesforce/label/c.Vouchers_Desk_Block_Reason';
import cancel from '@salesforce/label/c.Vouchers_Desk_Cancel';
import close from '@salesforce/label/c.Vouchers_Desk_Close';
import codesMade from '@salesforce/label/c.Vouchers_Desk_Codes_Made';
import count from '@salesforce/label/c.Vouchers_Desk_Count';
import done from '@salesforce/label/c.Vouchers_Desk_Done';
import download from '@salesforce/label/c.Vouchers_Desk_Download';
import eachAmount from '@salesforce/label/c.Vouchers_Desk_Each_Amount';
import ending from '@salesforce/label/c.Vouchers_Desk_Ending';
import find from '@salesforce/label/c.Vouchers_Desk_Find';
import held from '@salesforce/label/c.Vouchers_Desk_Held';
import kind from '@salesforce/label/c.Vouchers_Desk_Kind';
import kindPromotional from '@salesforce/label/c.Vouchers_Desk_Kind_Promotional';
import kindSold from '@salesforce/label/c.Vouchers_Desk_Kind_Sold';
import lastDay from '@salesforce/label/c.Vouchers_Desk_Last_Day';
import liability from '@salesforce/label/c.Vouchers_Desk_Liability';
import loading from '@salesforce/label/c.Admin_Loading';
import make from '@salesforce/label/c.Vouchers_Desk_Make';
import months from '@salesforce/label/c.Vouchers_Desk_Months';
import monthsHelp from '@salesforce/label/c.Vouchers_Desk_Months_Help';
import movements from '@salesforce/label/c.Vouchers_Desk_Movements';
import never from '@salesforce/label/c.Vouchers_Desk_Never';
import none from '@salesforce/label/c.Vouchers_Desk_None';
import number from '@salesforce/label/c.Vouchers_Desk_Number';
import openingBalance from '@salesforce/label/c.Vouchers_Desk_Opening_Balance';
import order from '@salesforce/label/c.Vouchers_Desk_Order';
import reason from '@salesforce/label/c.Vouchers_Desk_Reason';
import recipient from '@salesforce/label/c.Vouchers_Desk_Recipient';
import save from '@salesforce/label/c.Vouchers_Desk_Save';
import send from '@salesforce/label/c.Vouchers_Desk_Send';
import sendTo from '@salesforce/label/c.Vouchers_Desk_Send_To';
import sent from '@salesforce/label/c.Vouchers_Desk_Sent';
import status from '@salesforce/label/c.Vouchers_Desk_Status';
import store from '@salesforce/label/c.Vouchers_Desk_Store';
import title from '@salesforce/label/c.Vouchers_Desk_Title';
import type from '@salesforce/label/c.Vouchers_Desk_Type';
import unblock from '@salesforce/label/c.Vouchers_Desk_Unblock';
import when from '@salesforce/label/c.Vouchers_Desk_When';
import who from '@salesforce/label/c.Vouchers_Desk_Who';

export const labels = {
  actions,
  activate,
  active,
  adjust,
  adjustAmount,
  all,
  allStores,
  inAllStores,
  amount,
  balance,
  batch,
  block,
  blockReason,
  cancel,
  close,
  codesMade,
  count,
  done,
  download,
  eachAmount,
  ending,
  find,
  held,
  kind,
  kindPromotional,
  kindSold,
  lastDay,
  liability,
  loading,
  make,
  months,
  monthsHelp,
  movements,
  never,
  none,
  number,
  openingBalance,
  order,
  reason,
  recipient,
  save,
  send,
  sendTo,
  sent,
  status,
  store,
  title,
  type,
  unblock,
  when,
  who,
};
