import checkMail from '@salesforce/label/c.Bookings_Waiting_Check_Mail';
import email from '@salesforce/label/c.Bookings_Email';
import explain from '@salesforce/label/c.Bookings_Waiting_Explain';
import firstName from '@salesforce/label/c.Bookings_First_Name';
import heading from '@salesforce/label/c.Bookings_Waiting_For';
import join from '@salesforce/label/c.Bookings_Wait';
import joined from '@salesforce/label/c.Bookings_Waiting_Joined';
import keep from '@salesforce/label/c.Bookings_Waiting_Close';
import kind from '@salesforce/label/c.Bookings_Ticket';
import lastName from '@salesforce/label/c.Bookings_Last_Name';
import quantity from '@salesforce/label/c.Bookings_Tickets';

export const labels = { checkMail, email, explain, firstName, heading, join, joined, keep, kind, lastName, quantity };
