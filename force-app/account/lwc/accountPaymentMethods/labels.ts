import badgeDefault from '@salesforce/label/c.Account_Methods_Default';
import cancel from '@salesforce/label/c.Account_Methods_Cancel';
import expired from '@salesforce/label/c.Account_Methods_Expired';
import expiredOn from '@salesforce/label/c.Account_Methods_Expired_On';
import expires from '@salesforce/label/c.Account_Methods_Expires';
import expiresSoon from '@salesforce/label/c.Account_Methods_Expires_Soon';
import expiresSoonText from '@salesforce/label/c.Account_Methods_Expires_Soon_Text';
import intro from '@salesforce/label/c.Account_Methods_Intro';
import makeDefault from '@salesforce/label/c.Account_Methods_Make_Default';
import makeDefaultNamed from '@salesforce/label/c.Account_Methods_Make_Default_Named';
import name from '@salesforce/label/c.Account_Methods_Name';
import nameHelp from '@salesforce/label/c.Account_Methods_Name_Help';
import none from '@salesforce/label/c.Account_Methods_None';
import noneText from '@salesforce/label/c.Account_Methods_None_Text';
import remove from '@salesforce/label/c.Account_Methods_Remove';
import removeAsk from '@salesforce/label/c.Account_Methods_Remove_Ask';
import removed from '@salesforce/label/c.Account_Methods_Removed';
import removeNamed from '@salesforce/label/c.Account_Methods_Remove_Named';
import removeText from '@salesforce/label/c.Account_Methods_Remove_Text';
import rename from '@salesforce/label/c.Account_Methods_Rename';
import renameNamed from '@salesforce/label/c.Account_Methods_Rename_Named';
import save from '@salesforce/label/c.Account_Methods_Save';
import saved from '@salesforce/label/c.Account_Methods_Saved';
import staff from '@salesforce/label/c.Account_Methods_Staff';
import title from '@salesforce/label/c.Account_Methods_Title';

export const labels = {
  badgeDefault,
  cancel,
  expired,
  expiredOn,
  expires,
  expiresSoon,
  expiresSoonText,
  intro,
  makeDefault,
  makeDefaultNamed,
  name,
  nameHelp,
  none,
  noneText,
  remove,
  removeAsk,
  removed,
  removeNamed,
  removeText,
  rename,
  renameNamed,
  save,
  saved,
  staff,
  title,
};
