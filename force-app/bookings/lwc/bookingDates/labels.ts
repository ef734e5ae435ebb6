import there from '@salesforce/label/c.Bookings_Time_There';
import wait from '@salesforce/label/c.Bookings_Wait';
import yours from '@salesforce/label/c.Bookings_Time_Yours';

export const labels = { there, wait, yours };
