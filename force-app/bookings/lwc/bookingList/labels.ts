import balance from '@salesforce/label/c.Bookings_Balance';
import choice from '@salesforce/label/c.Bookings_Choice';
import moveBalance from '@salesforce/label/c.Bookings_Move_Balance';
import moveDay from '@salesforce/label/c.Bookings_Move_Day';
import movePay from '@salesforce/label/c.Bookings_Move_Pay';
import pay from '@salesforce/label/c.Bookings_Pay';
import attended from '@salesforce/label/c.Bookings_Status_Attended';
import booked from '@salesforce/label/c.Bookings_Status_Booked';
import calendar from '@salesforce/label/c.Bookings_Calendar_File';
import cancel from '@salesforce/label/c.Bookings_Cancel';
import cancelled from '@salesforce/label/c.Bookings_Cancelled';
import cancelledNow from '@salesforce/label/c.Bookings_Cancelled_Now';
import code from '@salesforce/label/c.Bookings_Code';
import confirmed from '@salesforce/label/c.Bookings_Status_Confirmed';
import fee from '@salesforce/label/c.Bookings_Fee';
import firstName from '@salesforce/label/c.Bookings_First_Name';
import free from '@salesforce/label/c.Bookings_Fee_None';
import howMany from '@salesforce/label/c.Bookings_Cancel_How_Many';
import join from '@salesforce/label/c.Bookings_Join';
import less from '@salesforce/label/c.Bookings_Move_Less';
import more from '@salesforce/label/c.Bookings_Move_More';
import move from '@salesforce/label/c.Bookings_Move';
import moveFree from '@salesforce/label/c.Bookings_Move_Free';
import moveNone from '@salesforce/label/c.Bookings_Move_None';
import moveReally from '@salesforce/label/c.Bookings_Move_Now';
import moveWhere from '@salesforce/label/c.Bookings_Move_Where';
import moved from '@salesforce/label/c.Bookings_Moved';
import keep from '@salesforce/label/c.Bookings_Keep';
import kept from '@salesforce/label/c.Bookings_Fee_Kept';
import lastName from '@salesforce/label/c.Bookings_Last_Name';
import email from '@salesforce/label/c.Bookings_Email';
import phone from '@salesforce/label/c.Bookings_Phone';
import names from '@salesforce/label/c.Bookings_Names';
import namesSaved from '@salesforce/label/c.Bookings_Names_Saved';
import noShow from '@salesforce/label/c.Bookings_Status_No_Show';
import nobody from '@salesforce/label/c.Bookings_Nobody_Named';
import person from '@salesforce/label/c.Bookings_Person';
import really from '@salesforce/label/c.Bookings_Cancel_Now';
import save from '@salesforce/label/c.Bookings_Save_Names';
import seat from '@salesforce/label/c.Bookings_Seat';
import terms from '@salesforce/label/c.Bookings_Terms';
import staff from '@salesforce/label/c.Bookings_Staff';
import tickets from '@salesforce/label/c.Bookings_Tickets_Count';
import until from '@salesforce/label/c.Bookings_Fee_Until';
import working from '@salesforce/label/c.Bookings_Working';
import calledOff from '@salesforce/label/c.Bookings_Called_Off';
import earlier from '@salesforce/label/c.Bookings_Earlier_Times';
import later from '@salesforce/label/c.Bookings_Later_Times';
import birthdate from '@salesforce/label/c.Bookings_Birthdate';
import leaving from '@salesforce/label/c.Bookings_Choose_Leaving';
import withWhom from '@salesforce/label/c.Bookings_With_Whom';
import anybody from '@salesforce/label/c.Bookings_Anybody';
import yours from '@salesforce/label/c.Bookings_Time_Yours';
import courseCancel from '@salesforce/label/c.Bookings_Course_Cancel';
import courseDates from '@salesforce/label/c.Bookings_Course_Dates';
import courseFee from '@salesforce/label/c.Bookings_Course_Fee';
import courseFree from '@salesforce/label/c.Bookings_Course_Free';
import courseGone from '@salesforce/label/c.Bookings_Course_Gone';
import courseOneFee from '@salesforce/label/c.Bookings_Course_One_Fee';
import courseOneFree from '@salesforce/label/c.Bookings_Course_One_Free';
import moveCheaper from '@salesforce/label/c.Bookings_Move_Cheaper';
import moveDearer from '@salesforce/label/c.Bookings_Move_Dearer';
import moveSame from '@salesforce/label/c.Bookings_Move_Same';

export const labels = {
  courseCancel,
  courseDates,
  courseFee,
  courseFree,
  courseGone,
  courseOneFee,
  courseOneFree,
  moveCheaper,
  moveDearer,
  moveSame,
  anybody,
  birthdate,
  calledOff,
  earlier,
  later,
  leaving,
  withWhom,
  attended,
  balance,
  booked,
  calendar,
  cancel,
  cancelled,
  cancelledNow,
  choice,
  code,
  confirmed,
  email,
  fee,
  firstName,
  free,
  howMany,
  join,
  keep,
  kept,
  lastName,
  less,
  more,
  move,
  moveBalance,
  moveDay,
  moveFree,
  moveNone,
  movePay,
  moveReally,
  moveWhere,
  moved,
  names,
  namesSaved,
  noShow,
  nobody,
  pay,
  person,
  phone,
  really,
  save,
  seat,
  terms,
  staff,
  tickets,
  until,
  working,
  yours,
};
