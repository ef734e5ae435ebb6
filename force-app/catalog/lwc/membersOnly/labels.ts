import all from '@salesforce/label/c.Catalog_Members_All';
import become from '@salesforce/label/c.Catalog_Members_Become';
import buy from '@salesforce/label/c.Catalog_Members_Buy';
import guestText from '@salesforce/label/c.Catalog_Members_Guest_Text';
import memberText from '@salesforce/label/c.Catalog_Members_Member_Text';
import membership from '@salesforce/label/c.Catalog_Members_Membership';
import openBuy from '@salesforce/label/c.Catalog_Members_Open_Buy';
import openSee from '@salesforce/label/c.Catalog_Members_Open_See';
import see from '@salesforce/label/c.Catalog_Members_See';
import signIn from '@salesforce/label/c.Catalog_Members_Sign_In';
import title from '@salesforce/label/c.Catalog_Members_Title';

export const labels = {
  all,
  become,
  buy,
  guestText,
  memberText,
  membership,
  openBuy,
  openSee,
  see,
  signIn,
  title,
};
