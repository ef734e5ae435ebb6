import allPlaces from '@salesforce/label/c.Bookings_Desk_All_Places';
import allProducts from '@salesforce/label/c.Bookings_Desk_All_Products';
import allResources from '@salesforce/label/c.Bookings_Desk_All_Resources';
import allStores from '@salesforce/label/c.Bookings_Plan_All_Stores';
import byDay from '@salesforce/label/c.Bookings_Desk_By_Day';
import byRoom from '@salesforce/label/c.Bookings_Desk_By_Room';
import byStaff from '@salesforce/label/c.Bookings_Desk_By_Staff';
import calledOff from '@salesforce/label/c.Bookings_Desk_Called_Off';
import callOff from '@salesforce/label/c.Bookings_Desk_Call_Off';
import clocks from '@salesforce/label/c.Bookings_Desk_Clocks';
import close from '@salesforce/label/c.Bookings_Desk_Close';
import columns from '@salesforce/label/c.Bookings_Desk_Columns';
import create from '@salesforce/label/c.Bookings_Plan_Title';
import cut from '@salesforce/label/c.Bookings_Desk_Cut';
import day from '@salesforce/label/c.Bookings_Move_Day';
import details from '@salesforce/label/c.Bookings_Desk_Details';
import empty from '@salesforce/label/c.Bookings_Desk_Empty';
import fill from '@salesforce/label/c.Bookings_Desk_Fill';
import jump from '@salesforce/label/c.Bookings_Desk_Jump';
import loading from '@salesforce/label/c.Bookings_Desk_Loading';
import made from '@salesforce/label/c.Bookings_Desk_Made';
import month from '@salesforce/label/c.Bookings_Desk_Month';
import move from '@salesforce/label/c.Bookings_Desk_Move';
import moved from '@salesforce/label/c.Bookings_Desk_Moved';
import next from '@salesforce/label/c.Bookings_Desk_Next';
import nextSession from '@salesforce/label/c.Bookings_Desk_Next_Session';
import noLimit from '@salesforce/label/c.Bookings_Desk_No_Limit';
import none from '@salesforce/label/c.Bookings_Desk_None';
import open from '@salesforce/label/c.Bookings_Desk_Open';
import place from '@salesforce/label/c.Bookings_Move_Place';
import previous from '@salesforce/label/c.Bookings_Desk_Previous';
import product from '@salesforce/label/c.Bookings_Desk_Product';
import resource from '@salesforce/label/c.Bookings_Desk_Resource';
import state from '@salesforce/label/c.Bookings_Desk_State';
import stateCancelled from '@salesforce/label/c.Bookings_Desk_State_Cancelled';
import stateClosed from '@salesforce/label/c.Bookings_Desk_State_Closed';
import stateCompleted from '@salesforce/label/c.Bookings_Desk_State_Completed';
import stateDraft from '@salesforce/label/c.Bookings_Desk_State_Draft';
import stateFull from '@salesforce/label/c.Bookings_Desk_State_Full';
import stateOpen from '@salesforce/label/c.Bookings_Desk_State_Open';
import store from '@salesforce/label/c.Bookings_Desk_Store';
import taken from '@salesforce/label/c.Bookings_Desk_Taken';
import title from '@salesforce/label/c.Bookings_Desk_Title';
import today from '@salesforce/label/c.Bookings_Desk_Today';
import view from '@salesforce/label/c.Bookings_Desk_View';
import week from '@salesforce/label/c.Bookings_Desk_Week';
import when from '@salesforce/label/c.Bookings_Desk_When';

export const labels = {
  allPlaces,
  allProducts,
  allResources,
  allStores,
  byDay,
  byRoom,
  byStaff,
  calledOff,
  callOff,
  clocks,
  close,
  columns,
  create,
  cut,
  day,
  details,
  empty,
  fill,
  jump,
  loading,
  made,
  month,
  move,
  moved,
  next,
  nextSession,
  noLimit,
  none,
  open,
  place,
  previous,
  product,
  resource,
  state,
  stateCancelled,
  stateClosed,
  stateCompleted,
  stateDraft,
  stateFull,
  stateOpen,
  store,
  taken,
  title,
  today,
  view,
  week,
  when,
};
