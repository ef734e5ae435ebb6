import available from '@salesforce/label/c.Bookings_Available';
import nextMonth from '@salesforce/label/c.Bookings_Next_Month';
import nextWeek from '@salesforce/label/c.Bookings_Next_Week';
import nothing from '@salesforce/label/c.Bookings_Nothing';
import previousMonth from '@salesforce/label/c.Bookings_Previous_Month';
import previousWeek from '@salesforce/label/c.Bookings_Previous_Week';

export const labels = { available, nextMonth, nextWeek, nothing, previousMonth, previousWeek };
