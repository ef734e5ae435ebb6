import company from '@salesforce/label/c.Store_Company';
import country from '@salesforce/label/c.Store_Country';
import daysOne from '@salesforce/label/c.Store_DeliveryDaysOne';
import daysOther from '@salesforce/label/c.Store_DeliveryDaysOther';
import daysRange from '@salesforce/label/c.Store_DeliveryDaysRange';
import elsewhere from '@salesforce/label/c.Store_Elsewhere';
import email from '@salesforce/label/c.Store_Email';
import free from '@salesforce/label/c.Store_Free';
import freeFrom from '@salesforce/label/c.Store_FreeFrom';
import method from '@salesforce/label/c.Store_ShippingMethod';
import missing from '@salesforce/label/c.Store_PolicyMissing';
import phone from '@salesforce/label/c.Store_Phone';
import price from '@salesforce/label/c.Store_Price';
import time from '@salesforce/label/c.Store_DeliveryTime';

export const labels = {
  company,
  country,
  daysOne,
  daysOther,
  daysRange,
  elsewhere,
  email,
  free,
  freeFrom,
  method,
  missing,
  phone,
  price,
  time,
};
