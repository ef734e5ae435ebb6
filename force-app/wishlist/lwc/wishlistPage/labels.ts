import addAll from '@salesforce/label/c.Wishlist_Add_All';
import addedOne from '@salesforce/label/c.Wishlist_Added_One';
import addedOther from '@salesforce/label/c.Wishlist_Added_Other';
import allProducts from '@salesforce/label/c.Store_ContinueShopping';
import cancelAlert from '@salesforce/label/c.Store_AlertCancel';
import cancelAlertNamed from '@salesforce/label/c.Wishlist_Alert_Cancel_Named';
import cancelled from '@salesforce/label/c.Store_AlertCancelled';
import copied from '@salesforce/label/c.Store_LinkCopied';
import copyByHand from '@salesforce/label/c.Store_CopyByHand';
import copyLink from '@salesforce/label/c.Store_CopyLink';
import empty from '@salesforce/label/c.Wishlist_Empty';
import emptyShared from '@salesforce/label/c.Wishlist_Empty_Shared';
import emptyText from '@salesforce/label/c.Wishlist_Empty_Text';
import endShare from '@salesforce/label/c.Wishlist_Share_End';
import guestText from '@salesforce/label/c.Wishlist_Guest_Text';
import linkOf from '@salesforce/label/c.Wishlist_Share_Link';
import nothingAdded from '@salesforce/label/c.Wishlist_Added_None';
import removed from '@salesforce/label/c.Store_WishRemoved';
import share from '@salesforce/label/c.Wishlist_Share';
import shareHelp from '@salesforce/label/c.Wishlist_Share_Help';
import sharedText from '@salesforce/label/c.Wishlist_Shared_Text';
import sharedTitle from '@salesforce/label/c.Wishlist_Shared_Title';
import signIn from '@salesforce/label/c.Wishlist_Guest_Sign_In';
import staff from '@salesforce/label/c.Wishlist_Staff';
import title from '@salesforce/label/c.Store_Wishlist';
import waiting from '@salesforce/label/c.Wishlist_Waiting';
import waitingText from '@salesforce/label/c.Wishlist_Waiting_Text';
import waitsUntil from '@salesforce/label/c.Wishlist_Waits_Until';

export const labels = {
  addAll,
  addedOne,
  addedOther,
  allProducts,
  cancelAlert,
  cancelAlertNamed,
  cancelled,
  copied,
  copyByHand,
  copyLink,
  empty,
  emptyShared,
  emptyText,
  endShare,
  guestText,
  linkOf,
  nothingAdded,
  removed,
  share,
  shareHelp,
  sharedText,
  sharedTitle,
  signIn,
  staff,
  title,
  waiting,
  waitingText,
  waitsUntil,
};
