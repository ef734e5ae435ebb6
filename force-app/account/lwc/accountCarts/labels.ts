import current from '@salesforce/label/c.Account_Carts_Current';
import changed from '@salesforce/label/c.Account_Cart_Changed';
import copied from '@salesforce/label/c.Store_LinkCopied';
import copyByHand from '@salesforce/label/c.Store_CopyByHand';
import copyLink from '@salesforce/label/c.Store_CopyLink';
import endShare from '@salesforce/label/c.Account_Cart_Share_End';
import endShareNamed from '@salesforce/label/c.Account_Cart_Share_End_Named';
import itemsOne from '@salesforce/label/c.Account_Items_One';
import itemsOther from '@salesforce/label/c.Account_Items_Other';
import linkOf from '@salesforce/label/c.Account_Cart_Link_Of';
import look from '@salesforce/label/c.Account_Cart_Look';
import lookNamed from '@salesforce/label/c.Account_Cart_Look_Named';
import name from '@salesforce/label/c.Account_Cart_Name';
import none from '@salesforce/label/c.Account_No_Carts';
import noneText from '@salesforce/label/c.Account_No_Carts_Text';
import nowYours from '@salesforce/label/c.Account_Cart_Now_Yours';
import open from '@salesforce/label/c.Account_Cart_Open';
import openNamed from '@salesforce/label/c.Account_Cart_Open_Named';
import remove from '@salesforce/label/c.Account_Cart_Remove';
import removed from '@salesforce/label/c.Account_Cart_Removed';
import removeAsk from '@salesforce/label/c.Account_Cart_Remove_Ask';
import removeNamed from '@salesforce/label/c.Account_Cart_Remove_Named';
import rename from '@salesforce/label/c.Account_Cart_Rename';
import renameNamed from '@salesforce/label/c.Account_Cart_Rename_Named';
import save from '@salesforce/label/c.Account_Cart_Save';
import saveButton from '@salesforce/label/c.Account_Cart_Save_Button';
import saved from '@salesforce/label/c.Account_Cart_Saved';
import share from '@salesforce/label/c.Account_Cart_Share';
import shareHelp from '@salesforce/label/c.Account_Cart_Share_Help';
import shareNamed from '@salesforce/label/c.Account_Cart_Share_Named';
import staff from '@salesforce/label/c.Account_Carts_Staff';
import title from '@salesforce/label/c.Account_Carts_Title';
import unnamed from '@salesforce/label/c.Account_Cart_Unnamed';
import cancel from '@salesforce/label/c.Account_Cancel';

export const labels = {
  cancel,
  changed,
  copied,
  copyByHand,
  copyLink,
  current,
  endShare,
  endShareNamed,
  itemsOne,
  itemsOther,
  linkOf,
  look,
  lookNamed,
  name,
  none,
  noneText,
  nowYours,
  open,
  openNamed,
  remove,
  removed,
  removeAsk,
  removeNamed,
  rename,
  renameNamed,
  save,
  saveButton,
  saved,
  share,
  shareHelp,
  shareNamed,
  staff,
  title,
  unnamed,
};
