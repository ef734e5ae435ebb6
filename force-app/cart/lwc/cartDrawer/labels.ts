import cart from '@salesforce/label/c.Store_Cart';
import checkout from '@salesforce/label/c.Store_Checkout';
import empty from '@salesforce/label/c.Store_CartEmpty';
import emptyText from '@salesforce/label/c.Store_CartEmptyText';
import allProducts from '@salesforce/label/c.Store_AllProducts';
import itemsOne from '@salesforce/label/c.Store_ItemsOne';
import itemsOther from '@salesforce/label/c.Store_ItemsOther';
import saveForLater from '@salesforce/label/c.Cart_Save_For_Later';
import viewCart from '@salesforce/label/c.Store_ViewCart';

export const labels = { allProducts, cart, checkout, empty, emptyText, itemsOne, itemsOther, saveForLater, viewCart };
