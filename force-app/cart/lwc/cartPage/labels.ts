import allProducts from '@salesforce/label/c.Store_AllProducts';
import cart from '@salesforce/label/c.Store_YourCart';
import checkout from '@salesforce/label/c.Store_Checkout';
import continueShopping from '@salesforce/label/c.Store_ContinueShopping';
import empty from '@salesforce/label/c.Store_CartEmpty';
import emptyText from '@salesforce/label/c.Store_CartEmptyText';
import saveForLater from '@salesforce/label/c.Cart_Save_For_Later';
import summary from '@salesforce/label/c.Store_OrderSummary';

export const labels = { allProducts, cart, checkout, continueShopping, empty, emptyText, saveForLater, summary };
