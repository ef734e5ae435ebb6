import all from '@salesforce/label/c.Bookings_Kiosk_All';
import code from '@salesforce/label/c.Bookings_Kiosk_Code';
import find from '@salesforce/label/c.Bookings_People_Check_In';
import hint from '@salesforce/label/c.Bookings_Kiosk_Hint';
import leave from '@salesforce/label/c.Bookings_Kiosk_Leave';
import pin from '@salesforce/label/c.Bookings_Kiosk_Pin';
import stay from '@salesforce/label/c.Bookings_Kiosk_Stay';
import title from '@salesforce/label/c.Bookings_Kiosk_Title';
import who from '@salesforce/label/c.Bookings_Kiosk_Who';
import wrongPin from '@salesforce/label/c.Bookings_Kiosk_Wrong_Pin';

export const labels = { all, code, find, hint, leave, pin, stay, title, who, wrongPin };
