import cancel from '@salesforce/label/c.Store_Cancel';
import changeOf from '@salesforce/label/c.Store_ChangeOf';
import failed from '@salesforce/label/c.Store_TryAgain';
import save from '@salesforce/label/c.Forms_Line_Save';
import saved from '@salesforce/label/c.Store_CartUpdated';

export const labels = {
  cancel,
  changeOf,
  failed,
  save,
  saved,
};
