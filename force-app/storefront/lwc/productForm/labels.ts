import adds from '@salesforce/label/c.Forms_Page_Adds';

export const labels = {
  adds,
};
