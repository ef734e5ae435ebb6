import closed from '@salesforce/label/c.Bookings_Desk_Closed';
import fill from '@salesforce/label/c.Bookings_Desk_Fill';
import legend from '@salesforce/label/c.Bookings_Desk_Legend';
import more from '@salesforce/label/c.Bookings_Desk_More';
import region from '@salesforce/label/c.Bookings_Desk_Region';
import stateCancelled from '@salesforce/label/c.Bookings_Desk_State_Cancelled';
import stateClosed from '@salesforce/label/c.Bookings_Desk_State_Closed';
import stateCompleted from '@salesforce/label/c.Bookings_Desk_State_Completed';
import stateDraft from '@salesforce/label/c.Bookings_Desk_State_Draft';
import stateFull from '@salesforce/label/c.Bookings_Desk_State_Full';
import stateOpen from '@salesforce/label/c.Bookings_Desk_State_Open';

export const labels = {
  closed,
  fill,
  legend,
  more,
  region,
  stateCancelled,
  stateClosed,
  stateCompleted,
  stateDraft,
  stateFull,
  stateOpen,
};
