import account from '@salesforce/label/c.Identity_Page_Account';
import signIn from '@salesforce/label/c.Identity_Page_Sign_In';
import cart from '@salesforce/label/c.Store_Cart';
import itemsOne from '@salesforce/label/c.Store_ItemsOne';
import itemsOther from '@salesforce/label/c.Store_ItemsOther';
import menu from '@salesforce/label/c.Store_Menu';
import more from '@salesforce/label/c.Store_More';
import navigation from '@salesforce/label/c.Store_Navigation';
import search from '@salesforce/label/c.Store_Search';
import viewAll from '@salesforce/label/c.Store_ViewAll';
import wishlist from '@salesforce/label/c.Store_Wishlist';

export const labels = {
  account,
  cart,
  itemsOne,
  itemsOther,
  menu,
  more,
  navigation,
  search,
  signIn,
  viewAll,
  wishlist,
};
