import all from '@salesforce/label/c.Bookings_Move_All';
import byThem from '@salesforce/label/c.Bookings_Off_By_Them';
import byUs from '@salesforce/label/c.Bookings_Off_By_Us';
import choiceOf from '@salesforce/label/c.Bookings_Off_Choice_Of';
import choose from '@salesforce/label/c.Bookings_Off_Choose';
import confirm from '@salesforce/label/c.Bookings_Off_Confirm';
import everybody from '@salesforce/label/c.Bookings_Off_Everybody';
import following from '@salesforce/label/c.Bookings_Move_Following';
import heading from '@salesforce/label/c.Bookings_Off_Heading';
import hours from '@salesforce/label/c.Bookings_Off_Hours';
import hoursHelp from '@salesforce/label/c.Bookings_Off_Hours_Help';
import how from '@salesforce/label/c.Bookings_Off_How';
import keep from '@salesforce/label/c.Bookings_Off_Keep';
import loading from '@salesforce/label/c.Bookings_Desk_Loading';
import moveTo from '@salesforce/label/c.Bookings_Off_Move_To';
import moveToFree from '@salesforce/label/c.Bookings_Off_Move_To_Free';
import one from '@salesforce/label/c.Bookings_Move_One';
import reason from '@salesforce/label/c.Bookings_Off_Reason';
import reasonHelp from '@salesforce/label/c.Bookings_Off_Reason_Help';
import refund from '@salesforce/label/c.Bookings_Off_Refund';
import scope from '@salesforce/label/c.Bookings_Off_Scope';
import someNotMoved from '@salesforce/label/c.Bookings_Off_Some_Not_Moved';
import summary from '@salesforce/label/c.Bookings_Off_Summary';
import summaryChoose from '@salesforce/label/c.Bookings_Off_Summary_Choose';
import ticketOne from '@salesforce/label/c.Bookings_Off_Ticket_One';
import tickets from '@salesforce/label/c.Bookings_Off_Tickets';
import whole from '@salesforce/label/c.Bookings_Off_Whole';

export const labels = {
  all,
  byThem,
  byUs,
  choiceOf,
  choose,
  confirm,
  everybody,
  following,
  heading,
  hours,
  hoursHelp,
  how,
  keep,
  loading,
  moveTo,
  moveToFree,
  one,
  reason,
  reasonHelp,
  refund,
  scope,
  someNotMoved,
  summary,
  summaryChoose,
  ticketOne,
  tickets,
  whole,
};
