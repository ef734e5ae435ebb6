import all from '@salesforce/label/c.Bookings_Series_All';
import applies from '@salesforce/label/c.Bookings_Series_Applies';
import clocks from '@salesforce/label/c.Bookings_Series_Clocks';
import dates from '@salesforce/label/c.Bookings_Plan_Dates';
import first from '@salesforce/label/c.Bookings_Series_First';
import from from '@salesforce/label/c.Bookings_Series_From';
import kindCancelled from '@salesforce/label/c.Bookings_Series_Kind_Cancelled';
import kindKept from '@salesforce/label/c.Bookings_Series_Kind_Kept';
import kindMoved from '@salesforce/label/c.Bookings_Series_Kind_Moved';
import kindNew from '@salesforce/label/c.Bookings_Series_Kind_New';
import loading from '@salesforce/label/c.Bookings_Desk_Loading';
import minutes from '@salesforce/label/c.Bookings_Move_Minutes';
import personOne from '@salesforce/label/c.Bookings_Series_Person_One';
import people from '@salesforce/label/c.Bookings_Series_People';
import preview from '@salesforce/label/c.Bookings_Move_Preview';
import reset from '@salesforce/label/c.Bookings_Series_Reset';
import save from '@salesforce/label/c.Bookings_Series_Save';
import saved from '@salesforce/label/c.Bookings_Series_Saved';
import summary from '@salesforce/label/c.Bookings_Series_Summary';
import time from '@salesforce/label/c.Bookings_Move_Time';
import title from '@salesforce/label/c.Bookings_Series_Title';

export const labels = {
  all,
  applies,
  clocks,
  dates,
  first,
  from,
  kindCancelled,
  kindKept,
  kindMoved,
  kindNew,
  loading,
  minutes,
  personOne,
  people,
  preview,
  reset,
  save,
  saved,
  summary,
  time,
  title,
};
