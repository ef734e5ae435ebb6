import dates from '@salesforce/label/c.Bookings_Series_Dates';
import full from '@salesforce/label/c.Bookings_Sold_Out';
import heading from '@salesforce/label/c.Bookings_Series_Heading';
import instead from '@salesforce/label/c.Bookings_Series_Instead';
import one from '@salesforce/label/c.Bookings_Series_One';
import taken from '@salesforce/label/c.Bookings_Series_Taken';
import takenShift from '@salesforce/label/c.Bookings_Series_Taken_Shift';
import whole from '@salesforce/label/c.Bookings_Series_Whole';
import without from '@salesforce/label/c.Bookings_Series_Without';

export const labels = { dates, full, heading, instead, one, taken, takenShift, whole, without };
