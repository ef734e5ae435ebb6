import all from '@salesforce/label/c.Bookings_Move_All';
import changesNone from '@salesforce/label/c.Bookings_Move_Changes_None';
import changesOne from '@salesforce/label/c.Bookings_Move_Changes_One';
import changesOther from '@salesforce/label/c.Bookings_Move_Changes_Other';
import confirm from '@salesforce/label/c.Bookings_Move_Confirm';
import day from '@salesforce/label/c.Bookings_Move_Day';
import following from '@salesforce/label/c.Bookings_Move_Following';
import instead from '@salesforce/label/c.Bookings_Move_Instead_Of';
import keep from '@salesforce/label/c.Bookings_Move_Keep';
import looking from '@salesforce/label/c.Bookings_Move_Looking';
import minutes from '@salesforce/label/c.Bookings_Move_Minutes';
import nobody from '@salesforce/label/c.Bookings_Move_Nobody';
import nothing from '@salesforce/label/c.Bookings_Move_Nothing';
import one from '@salesforce/label/c.Bookings_Move_One';
import people from '@salesforce/label/c.Bookings_Move_People';
import place from '@salesforce/label/c.Bookings_Move_Place';
import preview from '@salesforce/label/c.Bookings_Move_Preview';
import refused from '@salesforce/label/c.Bookings_Move_Refused';
import scope from '@salesforce/label/c.Bookings_Move_Scope';
import takes from '@salesforce/label/c.Bookings_Move_Takes';
import time from '@salesforce/label/c.Bookings_Move_Time';
import title from '@salesforce/label/c.Bookings_Move_Title';
import toldNone from '@salesforce/label/c.Bookings_Move_Told_None';
import toldOne from '@salesforce/label/c.Bookings_Move_Told_One';
import toldOther from '@salesforce/label/c.Bookings_Move_Told_Other';

export const labels = {
  all,
  changesNone,
  changesOne,
  changesOther,
  confirm,
  day,
  following,
  instead,
  keep,
  looking,
  minutes,
  nobody,
  nothing,
  one,
  people,
  place,
  preview,
  refused,
  scope,
  takes,
  time,
  title,
  toldNone,
  toldOne,
  toldOther,
};
