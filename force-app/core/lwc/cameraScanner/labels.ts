import picture from '@salesforce/label/c.Core_Camera_Picture';
import start from '@salesforce/label/c.Core_Camera_Start';
import stop from '@salesforce/label/c.Core_Camera_Stop';
import unusable from '@salesforce/label/c.Core_Camera_Unusable';

export const labels = { picture, start, stop, unusable };
