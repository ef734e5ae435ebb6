import benefits from '@salesforce/label/c.Memberships_Benefits';
import buy from '@salesforce/label/c.Memberships_Buy';
import coming from '@salesforce/label/c.Memberships_Coming';
import endless from '@salesforce/label/c.Memberships_Endless';
import expired from '@salesforce/label/c.Memberships_Was_Expired';
import given from '@salesforce/label/c.Memberships_Given';
import held from '@salesforce/label/c.Memberships_Held';
import history from '@salesforce/label/c.Memberships_History';
import none from '@salesforce/label/c.Memberships_None';
import offers from '@salesforce/label/c.Memberships_Offers';
import purchased from '@salesforce/label/c.Memberships_Bought';
import reached from '@salesforce/label/c.Memberships_Reached';
import refunded from '@salesforce/label/c.Memberships_Was_Refunded';
import renew from '@salesforce/label/c.Memberships_Renew';
import since from '@salesforce/label/c.Memberships_Since';
import span from '@salesforce/label/c.Memberships_Span';
import stopped from '@salesforce/label/c.Memberships_Was_Stopped';
import tierLost from '@salesforce/label/c.Memberships_Was_Tier_Lost';
import title from '@salesforce/label/c.Memberships_Title';
import until from '@salesforce/label/c.Memberships_Until';

export const labels = {
  benefits,
  buy,
  coming,
  endless,
  expired,
  given,
  held,
  history,
  none,
  offers,
  purchased,
  reached,
  refunded,
  renew,
  since,
  span,
  stopped,
  tierLost,
  title,
  until,
};
