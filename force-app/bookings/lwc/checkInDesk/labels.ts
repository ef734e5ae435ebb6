import all from '@salesforce/label/c.Bookings_Door_All';
import allHere from '@salesforce/label/c.Bookings_Door_All_Here';
import checkIn from '@salesforce/label/c.Bookings_People_Check_In';
import checkInName from '@salesforce/label/c.Bookings_People_Check_In_Name';
import code from '@salesforce/label/c.Bookings_Door_Code';
import codeHelp from '@salesforce/label/c.Bookings_Door_Code_Help';
import cut from '@salesforce/label/c.Bookings_Door_Cut';
import expected from '@salesforce/label/c.Bookings_People_Expected';
import find from '@salesforce/label/c.Bookings_Door_Find';
import forget from '@salesforce/label/c.Bookings_Door_Forget';
import forgotten from '@salesforce/label/c.Bookings_Door_Forgotten';
import guestOf from '@salesforce/label/c.Bookings_People_Guest_Of';
import hereSince from '@salesforce/label/c.Bookings_People_There';
import isExpected from '@salesforce/label/c.Bookings_Door_Is_Expected';
import isHere from '@salesforce/label/c.Bookings_Door_Is_Here';
import isMissing from '@salesforce/label/c.Bookings_Door_Is_Missing';
import kioskCancel from '@salesforce/label/c.Bookings_Kiosk_Cancel';
import kioskOther from '@salesforce/label/c.Bookings_Kiosk_Other';
import kioskPin from '@salesforce/label/c.Bookings_Kiosk_Start_Pin';
import kioskSeveral from '@salesforce/label/c.Bookings_Kiosk_Several';
import kioskStart from '@salesforce/label/c.Bookings_Kiosk_Start';
import kioskStartHint from '@salesforce/label/c.Bookings_Kiosk_Start_Hint';
import kioskStartNow from '@salesforce/label/c.Bookings_Kiosk_Start_Now';
import kioskUnknown from '@salesforce/label/c.Bookings_Kiosk_Unknown';
import kioskWasHere from '@salesforce/label/c.Bookings_Kiosk_Was_Here';
import kioskWelcome from '@salesforce/label/c.Bookings_Kiosk_Welcome';
import load from '@salesforce/label/c.Bookings_Door_Load';
import loading from '@salesforce/label/c.Bookings_Desk_Loading';
import nobody from '@salesforce/label/c.Bookings_People_Nobody';
import noMatch from '@salesforce/label/c.Bookings_Door_No_Match';
import noShow from '@salesforce/label/c.Bookings_People_No_Show';
import noShowName from '@salesforce/label/c.Bookings_People_No_Show_Name';
import nothing from '@salesforce/label/c.Bookings_Door_Nothing';
import offline from '@salesforce/label/c.Bookings_Door_Offline';
import older from '@salesforce/label/c.Bookings_Door_Older';
import otherSession from '@salesforce/label/c.Bookings_Door_Other_Session';
import pending from '@salesforce/label/c.Bookings_Door_Pending';
import refresh from '@salesforce/label/c.Bookings_Door_Refresh';
import refused from '@salesforce/label/c.Bookings_Door_Refused';
import saved from '@salesforce/label/c.Bookings_Door_Saved';
import saving from '@salesforce/label/c.Bookings_Door_Saving';
import seat from '@salesforce/label/c.Bookings_People_Seat';
import session from '@salesforce/label/c.Bookings_Door_Session';
import sessionOption from '@salesforce/label/c.Bookings_Door_Session_Option';
import several from '@salesforce/label/c.Bookings_Door_Several';
import title from '@salesforce/label/c.Bookings_Door_Title';
import undo from '@salesforce/label/c.Bookings_People_Undo';
import undoName from '@salesforce/label/c.Bookings_People_Undo_Name';
import unknown from '@salesforce/label/c.Bookings_Door_Unknown';
import wasHere from '@salesforce/label/c.Bookings_Door_Was_Here';

export const labels = {
  all,
  allHere,
  checkIn,
  checkInName,
  code,
  codeHelp,
  cut,
  expected,
  find,
  forget,
  forgotten,
  guestOf,
  hereSince,
  isExpected,
  isHere,
  isMissing,
  kioskCancel,
  kioskOther,
  kioskPin,
  kioskSeveral,
  kioskStart,
  kioskStartHint,
  kioskStartNow,
  kioskUnknown,
  kioskWasHere,
  kioskWelcome,
  load,
  loading,
  nobody,
  noMatch,
  noShow,
  noShowName,
  nothing,
  offline,
  older,
  otherSession,
  pending,
  refresh,
  refused,
  saved,
  saving,
  seat,
  session,
  sessionOption,
  several,
  title,
  undo,
  undoName,
  unknown,
  wasHere,
};
