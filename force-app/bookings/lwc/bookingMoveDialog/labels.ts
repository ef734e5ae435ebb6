import choose from '@salesforce/label/c.Bookings_Transfer_Choose';
import confirm from '@salesforce/label/c.Bookings_Transfer_Confirm';
import free from '@salesforce/label/c.Bookings_Transfer_Free';
import keep from '@salesforce/label/c.Bookings_Off_Keep';
import none from '@salesforce/label/c.Bookings_Transfer_None';
import note from '@salesforce/label/c.Bookings_Transfer_Note';
import target from '@salesforce/label/c.Bookings_Transfer_Target';
import title from '@salesforce/label/c.Bookings_Transfer_Title';

export const labels = {
  choose,
  confirm,
  free,
  keep,
  none,
  note,
  target,
  title,
};
