import active from '@salesforce/label/c.Bookings_Hours_Active';
import addClosure from '@salesforce/label/c.Bookings_Hours_Add_Closure';
import addOpening from '@salesforce/label/c.Bookings_Hours_Add_Opening';
import allDay from '@salesforce/label/c.Bookings_Hours_All_Day';
import byBooked from '@salesforce/label/c.Bookings_Hours_By_Booked';
import byOthers from '@salesforce/label/c.Bookings_Hours_By_Others';
import byPlace from '@salesforce/label/c.Bookings_Hours_By_Place';
import cancel from '@salesforce/label/c.Bookings_Plan_Cancel';
import clocks from '@salesforce/label/c.Bookings_Series_Clocks';
import closed from '@salesforce/label/c.Bookings_Hours_Closed';
import closedDay from '@salesforce/label/c.Bookings_Hours_Closed_Day';
import closes from '@salesforce/label/c.Bookings_Hours_Until';
import editName from '@salesforce/label/c.Bookings_People_Edit_Name';
import endsOn from '@salesforce/label/c.Bookings_Hours_Ends_On';
import everyDay from '@salesforce/label/c.Bookings_Hours_Every_Day';
import free from '@salesforce/label/c.Bookings_Hours_Free';
import from from '@salesforce/label/c.Bookings_Hours_From_Day';
import hours from '@salesforce/label/c.Bookings_Hours_Hours';
import inactive from '@salesforce/label/c.Bookings_Hours_Inactive';
import kind from '@salesforce/label/c.Bookings_Hours_Kind';
import name from '@salesforce/label/c.Bookings_People_Name';
import newClosure from '@salesforce/label/c.Bookings_Hours_New_Closure';
import newOpening from '@salesforce/label/c.Bookings_Hours_New_Opening';
import next from '@salesforce/label/c.Bookings_Desk_Next';
import none from '@salesforce/label/c.Bookings_Hours_None';
import noRule from '@salesforce/label/c.Bookings_Hours_No_Rule';
import notFree from '@salesforce/label/c.Bookings_Hours_Not_Free';
import ofPlace from '@salesforce/label/c.Bookings_Hours_Of_Place';
import ofProduct from '@salesforce/label/c.Bookings_Hours_Of_Product';
import ofRoom from '@salesforce/label/c.Bookings_Hours_Of_Room';
import ofStaff from '@salesforce/label/c.Bookings_Hours_Of_Staff';
import open from '@salesforce/label/c.Bookings_Hours_Open';
import opens from '@salesforce/label/c.Bookings_Hours_From';
import previous from '@salesforce/label/c.Bookings_Desk_Previous';
import reason from '@salesforce/label/c.Bookings_Off_Reason';
import removed from '@salesforce/label/c.Bookings_Hours_Removed';
import removeName from '@salesforce/label/c.Bookings_Hours_Remove_Name';
import rules from '@salesforce/label/c.Bookings_Hours_Rules';
import save from '@salesforce/label/c.Bookings_People_Save';
import saved from '@salesforce/label/c.Bookings_Hours_Saved';
import slots from '@salesforce/label/c.Bookings_Hours_Slots';
import startsOn from '@salesforce/label/c.Bookings_Hours_Starts_On';
import subject from '@salesforce/label/c.Bookings_Hours_Subject';
import title from '@salesforce/label/c.Bookings_Hours_Title';
import until from '@salesforce/label/c.Bookings_Rule_Until_Day';
import weekdays from '@salesforce/label/c.Bookings_Rule_On_Weekdays';

export const labels = {
  active,
  addClosure,
  addOpening,
  allDay,
  byBooked,
  byOthers,
  byPlace,
  cancel,
  clocks,
  closed,
  closedDay,
  closes,
  editName,
  endsOn,
  everyDay,
  free,
  from,
  hours,
  inactive,
  kind,
  name,
  newClosure,
  newOpening,
  next,
  none,
  noRule,
  notFree,
  ofPlace,
  ofProduct,
  ofRoom,
  ofStaff,
  open,
  opens,
  previous,
  reason,
  removed,
  removeName,
  rules,
  save,
  saved,
  slots,
  startsOn,
  subject,
  title,
  until,
  weekdays,
};
