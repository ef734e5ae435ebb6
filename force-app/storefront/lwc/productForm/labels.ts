import adds from '@salesforce/label/c.Forms_Page_Adds';
import gone from '@salesforce/label/c.Forms_Page_Gone';

export const labels = {
  adds,
  gone,
};
