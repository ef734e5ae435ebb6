import kindReduction from '@salesforce/label/c.Returns_Desk_Kind_Reduction';
import loading from '@salesforce/label/c.Admin_Loading';
import announced from '@salesforce/label/c.Returns_Desk_Announced';
import approve from '@salesforce/label/c.Returns_Desk_Approve';
import approved from '@salesforce/label/c.Returns_Desk_Approved';
import asNew from '@salesforce/label/c.Returns_Desk_As_New';
import back from '@salesforce/label/c.Returns_Desk_Back';
import cancelled from '@salesforce/label/c.Returns_Desk_Cancelled';
import comment from '@salesforce/label/c.Returns_Desk_Comment';
import complete from '@salesforce/label/c.Returns_Desk_Complete';
import completeNothing from '@salesforce/label/c.Returns_Desk_Complete_Nothing';
import completed from '@salesforce/label/c.Returns_Desk_Completed';
import condition from '@salesforce/label/c.Returns_Desk_Condition';
import conditionNone from '@salesforce/label/c.Returns_Desk_Condition_None';
import customer from '@salesforce/label/c.Returns_Desk_Customer';
import customerBack from '@salesforce/label/c.Returns_Desk_Customer_Back';
import cut from '@salesforce/label/c.Returns_Desk_Cut';
import damaged from '@salesforce/label/c.Returns_Desk_Damaged';
import differs from '@salesforce/label/c.Returns_Desk_Differs';
import doneApprove from '@salesforce/label/c.Returns_Desk_Done_Approve';
import doneComplete from '@salesforce/label/c.Returns_Desk_Done_Complete';
import doneNote from '@salesforce/label/c.Returns_Desk_Done_Note';
import doneReceive from '@salesforce/label/c.Returns_Desk_Done_Receive';
import doneRefuse from '@salesforce/label/c.Returns_Desk_Done_Refuse';
import find from '@salesforce/label/c.Returns_Desk_Find';
import findButton from '@salesforce/label/c.Returns_Desk_Find_Button';
import found from '@salesforce/label/c.Returns_Desk_Found';
import goesBack from '@salesforce/label/c.Returns_Desk_Goes_Back';
import keep from '@salesforce/label/c.Returns_Desk_Keep';
import kindExchange from '@salesforce/label/c.Returns_Desk_Kind_Exchange';
import kindReturn from '@salesforce/label/c.Returns_Desk_Kind_Return';
import kindWithdrawal from '@salesforce/label/c.Returns_Desk_Kind_Withdrawal';
import late from '@salesforce/label/c.Returns_Desk_Late';
import location from '@salesforce/label/c.Returns_Desk_Location';
import locationSame from '@salesforce/label/c.Returns_Desk_Location_Same';
import none from '@salesforce/label/c.Returns_Desk_None';
import notFound from '@salesforce/label/c.Returns_Desk_Not_Found';
import note from '@salesforce/label/c.Returns_Desk_Note';
import openReturn from '@salesforce/label/c.Returns_Desk_Open_Return';
import opened from '@salesforce/label/c.Returns_Desk_Opened';
import order from '@salesforce/label/c.Returns_Desk_Order';
import photo from '@salesforce/label/c.Returns_Desk_Photo';
import photos from '@salesforce/label/c.Returns_Desk_Photos';
import quantityOf from '@salesforce/label/c.Returns_Desk_Quantity_Of';
import receive from '@salesforce/label/c.Returns_Desk_Receive';
import received from '@salesforce/label/c.Returns_Desk_Received';
import refuse from '@salesforce/label/c.Returns_Desk_Refuse';
import refuseReason from '@salesforce/label/c.Returns_Desk_Refuse_Reason';
import refused from '@salesforce/label/c.Returns_Desk_Refused';
import requested from '@salesforce/label/c.Returns_Desk_Requested';
import requestedOn from '@salesforce/label/c.Returns_Desk_Requested_On';
import restocking from '@salesforce/label/c.Returns_Desk_Restocking';
import saveNote from '@salesforce/label/c.Returns_Desk_Save_Note';
import shelf from '@salesforce/label/c.Returns_Desk_Shelf';
import shipping from '@salesforce/label/c.Returns_Desk_Shipping';
import states from '@salesforce/label/c.Returns_Desk_States';
import total from '@salesforce/label/c.Returns_Desk_Total';
import worn from '@salesforce/label/c.Returns_Desk_Worn';
import writeOff from '@salesforce/label/c.Returns_Desk_Write_Off';
import wrong from '@salesforce/label/c.Returns_Desk_Wrong';

export const labels = {
  kindReduction,
  announced,
  approve,
  approved,
  asNew,
  back,
  cancelled,
  comment,
  complete,
  completeNothing,
  completed,
  condition,
  conditionNone,
  customer,
  customerBack,
  cut,
  damaged,
  differs,
  doneApprove,
  doneComplete,
  doneNote,
  doneReceive,
  doneRefuse,
  find,
  findButton,
  found,
  goesBack,
  keep,
  kindExchange,
  kindReturn,
  kindWithdrawal,
  late,
  loading,
  location,
  locationSame,
  none,
  notFound,
  note,
  openReturn,
  opened,
  order,
  photo,
  photos,
  quantityOf,
  receive,
  received,
  refuse,
  refuseReason,
  refused,
  requested,
  requestedOn,
  restocking,
  saveNote,
  shelf,
  shipping,
  states,
  total,
  worn,
  writeOff,
  wrong,
};
