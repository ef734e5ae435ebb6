import cart from '@salesforce/label/c.Store_Cart';
import home from '@salesforce/label/c.Store_Home';
import itemsOne from '@salesforce/label/c.Store_ItemsOne';
import itemsOther from '@salesforce/label/c.Store_ItemsOther';
import menu from '@salesforce/label/c.Store_Menu';
import more from '@salesforce/label/c.Store_More';
import navigation from '@salesforce/label/c.Store_Navigation';
import search from '@salesforce/label/c.Store_Search';
import viewAll from '@salesforce/label/c.Store_ViewAll';

export const labels = { cart, home, itemsOne, itemsOther, menu, more, navigation, search, viewAll };
