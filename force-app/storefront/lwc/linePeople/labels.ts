import gone from '@salesforce/label/c.Bookings_Not_Bookable';

export const labels = { gone };
