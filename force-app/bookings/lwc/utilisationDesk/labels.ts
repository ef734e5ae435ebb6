import allStores from '@salesforce/label/c.Bookings_Plan_All_Stores';
import attended from '@salesforce/label/c.Bookings_Use_Attended';
import by from '@salesforce/label/c.Bookings_Use_By';
import byProduct from '@salesforce/label/c.Bookings_Use_By_Product';
import byRoom from '@salesforce/label/c.Bookings_Plan_Room';
import byStaff from '@salesforce/label/c.Bookings_Plan_Staff';
import byWeek from '@salesforce/label/c.Bookings_Desk_Week';
import cut from '@salesforce/label/c.Bookings_Desk_Cut';
import empty from '@salesforce/label/c.Bookings_Use_Empty';
import first from '@salesforce/label/c.Bookings_Hours_Starts_On';
import hours from '@salesforce/label/c.Bookings_Use_Hours';
import hoursOf from '@salesforce/label/c.Bookings_Use_Hours_Of';
import last from '@salesforce/label/c.Bookings_Hours_Ends_On';
import loading from '@salesforce/label/c.Bookings_Desk_Loading';
import noShows from '@salesforce/label/c.Bookings_Use_No_Shows';
import places from '@salesforce/label/c.Bookings_Use_Places';
import placesOf from '@salesforce/label/c.Bookings_Desk_Fill';
import sessions from '@salesforce/label/c.Bookings_Use_Sessions';
import store from '@salesforce/label/c.Bookings_Desk_Store';
import title from '@salesforce/label/c.Bookings_Use_Title';
import tooLong from '@salesforce/label/c.Bookings_Use_Too_Long';
import used from '@salesforce/label/c.Bookings_Use_Used';
import weekOf from '@salesforce/label/c.Bookings_Use_Week_Of';
import what from '@salesforce/label/c.Bookings_Use_What';

export const labels = {
  allStores,
  attended,
  by,
  byProduct,
  byRoom,
  byStaff,
  byWeek,
  cut,
  empty,
  first,
  hours,
  hoursOf,
  last,
  loading,
  noShows,
  places,
  placesOf,
  sessions,
  store,
  title,
  tooLong,
  used,
  weekOf,
  what,
};
