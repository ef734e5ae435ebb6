import dates from '@salesforce/label/c.Bookings_Series_Dates';
import full from '@salesforce/label/c.Bookings_Sold_Out';
import heading from '@salesforce/label/c.Bookings_Series_Heading';
import one from '@salesforce/label/c.Bookings_Series_One';
import taken from '@salesforce/label/c.Bookings_Series_Taken';
import whole from '@salesforce/label/c.Bookings_Series_Whole';

export const labels = { dates, full, heading, one, taken, whole };
