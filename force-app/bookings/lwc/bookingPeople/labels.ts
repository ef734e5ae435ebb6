import birthdate from '@salesforce/label/c.Bookings_Birthdate';
import email from '@salesforce/label/c.Bookings_Email';
import firstName from '@salesforce/label/c.Bookings_First_Name';
import heading from '@salesforce/label/c.Bookings_People';
import hint from '@salesforce/label/c.Bookings_People_Hint';
import lastName from '@salesforce/label/c.Bookings_Last_Name';
import person from '@salesforce/label/c.Bookings_Person';
import phone from '@salesforce/label/c.Bookings_Phone';

export const labels = { birthdate, email, firstName, heading, hint, lastName, person, phone };
