import all from '@salesforce/label/c.Bookings_Anybody';
import appointmentHeading from '@salesforce/label/c.Bookings_Choose_Time';
import calendar from '@salesforce/label/c.Bookings_View_Month';
import confirmation from '@salesforce/label/c.Bookings_Confirmed_Later';
import dateHeading from '@salesforce/label/c.Bookings_Choose_Date';
import dueNow from '@salesforce/label/c.Bookings_Due_Now';
import few from '@salesforce/label/c.Bookings_Left';
import fewOne from '@salesforce/label/c.Bookings_Left_One';
import from from '@salesforce/label/c.Bookings_From';
import full from '@salesforce/label/c.Bookings_Sold_Out';
import list from '@salesforce/label/c.Bookings_View_List';
import loading from '@salesforce/label/c.Bookings_Loading';
import members from '@salesforce/label/c.Bookings_Members';
import more from '@salesforce/label/c.Bookings_More_Dates';
import none from '@salesforce/label/c.Bookings_No_Dates';
import noneOnDay from '@salesforce/label/c.Bookings_None_On_Day';
import people from '@salesforce/label/c.Bookings_With_Whom';
import place from '@salesforce/label/c.Bookings_Clock_Place';
import shown from '@salesforce/label/c.Bookings_Clocks';
import terms from '@salesforce/label/c.Bookings_Terms';
import ticketMissing from '@salesforce/label/c.Bookings_Choose_Ticket';
import timesMissing from '@salesforce/label/c.Bookings_Choose_Session';
import total from '@salesforce/label/c.Bookings_Total';
import view from '@salesforce/label/c.Bookings_View';
import week from '@salesforce/label/c.Bookings_View_Week';
import admits from '@salesforce/label/c.Bookings_Admits';
import ageFrom from '@salesforce/label/c.Bookings_Age_From';
import ageTo from '@salesforce/label/c.Bookings_Age_To';
import own from '@salesforce/label/c.Bookings_Clock_Own';
import cancelled from '@salesforce/label/c.Bookings_Cancelled';
import closed from '@salesforce/label/c.Bookings_Closed';
import seatsMissing from '@salesforce/label/c.Bookings_Choose_Seats';

export const labels = {
  admits,
  ageFrom,
  ageTo,
  all,
  appointmentHeading,
  calendar,
  cancelled,
  closed,
  confirmation,
  dateHeading,
  dueNow,
  few,
  fewOne,
  from,
  full,
  list,
  loading,
  members,
  more,
  none,
  noneOnDay,
  own,
  people,
  place,
  seatsMissing,
  shown,
  terms,
  ticketMissing,
  timesMissing,
  total,
  view,
  week,
};
