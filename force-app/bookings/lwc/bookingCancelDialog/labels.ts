import byHand from '@salesforce/label/c.Bookings_Off_By_Hand';
import confirm from '@salesforce/label/c.Bookings_Off_Cancel_Booking';
import fee from '@salesforce/label/c.Bookings_Off_Fee';
import keep from '@salesforce/label/c.Bookings_Off_Keep';
import paid from '@salesforce/label/c.Bookings_Off_Paid';
import leaving from '@salesforce/label/c.Bookings_Choose_Leaving';
import part from '@salesforce/label/c.Bookings_Off_Part';
import policy from '@salesforce/label/c.Bookings_Off_Policy';
import reason from '@salesforce/label/c.Bookings_Off_Reason';
import refund from '@salesforce/label/c.Bookings_Off_Refund_Amount';
import tickets from '@salesforce/label/c.Bookings_Off_Tickets_Cancelled';
import title from '@salesforce/label/c.Bookings_Off_Title';
import waive from '@salesforce/label/c.Bookings_Off_Waive';

export const labels = {
  byHand,
  confirm,
  fee,
  keep,
  leaving,
  paid,
  part,
  policy,
  reason,
  refund,
  tickets,
  title,
  waive,
};
