import chosen from '@salesforce/label/c.Bookings_Seat_Chosen';
import free from '@salesforce/label/c.Bookings_Seat_Free';
import front from '@salesforce/label/c.Bookings_Seat_Front';
import heading from '@salesforce/label/c.Bookings_Seats_Heading';
import row from '@salesforce/label/c.Bookings_Seat_Row';
import status from '@salesforce/label/c.Bookings_Seats_Status';
import taken from '@salesforce/label/c.Bookings_Seat_Gone';

export const labels = { chosen, free, front, heading, row, status, taken };
