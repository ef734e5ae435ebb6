import dates from '@salesforce/label/c.Bookings_Dates_List';
import exists from '@salesforce/label/c.Bookings_Dates_Exists';
import leaveOut from '@salesforce/label/c.Bookings_Dates_Leave_Out';
import leaveOutClosed from '@salesforce/label/c.Bookings_Dates_Leave_Out_Closed';
import leaveOutName from '@salesforce/label/c.Bookings_Dates_Leave_Out_Name';
import leftOut from '@salesforce/label/c.Bookings_Dates_Left_Out';
import more from '@salesforce/label/c.Bookings_Dates_More';
import putBack from '@salesforce/label/c.Bookings_Dates_Put_Back';
import putBackName from '@salesforce/label/c.Bookings_Dates_Put_Back_Name';
import shifted from '@salesforce/label/c.Bookings_Dates_Shifted';
import summary from '@salesforce/label/c.Bookings_Dates_Summary';

export const labels = {
  dates,
  exists,
  leaveOut,
  leaveOutClosed,
  leaveOutName,
  leftOut,
  more,
  putBack,
  putBackName,
  shifted,
  summary,
};
