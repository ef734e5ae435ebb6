import accept from '@salesforce/label/c.Bookings_Waiting_Accept';
import accepted from '@salesforce/label/c.Bookings_Waiting_Accepted';
import confirm from '@salesforce/label/c.Bookings_Waiting_Confirm';
import confirmText from '@salesforce/label/c.Bookings_Waiting_Confirm_Text';
import confirmTitle from '@salesforce/label/c.Bookings_Waiting_Confirm_Title';
import decline from '@salesforce/label/c.Bookings_Waiting_Decline';
import ended from '@salesforce/label/c.Bookings_Waiting_Ended';
import leave from '@salesforce/label/c.Bookings_Waiting_Leave';
import left from '@salesforce/label/c.Bookings_Waiting_Left';
import loading from '@salesforce/label/c.Bookings_Loading';
import offered from '@salesforce/label/c.Bookings_Waiting_Offered';
import offeredUntil from '@salesforce/label/c.Bookings_Waiting_Offered_Until';
import passed from '@salesforce/label/c.Bookings_Waiting_Passed';
import position from '@salesforce/label/c.Bookings_Waiting_Position';
import seatsMissing from '@salesforce/label/c.Bookings_Choose_Seats';
import tickets from '@salesforce/label/c.Bookings_Tickets_Count';
import title from '@salesforce/label/c.Bookings_Waiting_Title';
import toProduct from '@salesforce/label/c.Bookings_Waiting_Product';
import waiting from '@salesforce/label/c.Bookings_Waiting_Waits';
import waitsFor from '@salesforce/label/c.Bookings_Waiting_Waits_For';
import yours from '@salesforce/label/c.Bookings_Time_Yours';

export const labels = {
  accept,
  accepted,
  confirm,
  confirmText,
  confirmTitle,
  decline,
  ended,
  leave,
  left,
  loading,
  offered,
  offeredUntil,
  passed,
  position,
  seatsMissing,
  tickets,
  title,
  toProduct,
  waiting,
  waitsFor,
  yours,
};
