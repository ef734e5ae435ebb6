import forMembers from '@salesforce/label/c.Catalog_Members_Title';
import addToCart from '@salesforce/label/c.Store_AddToCart';
import adding from '@salesforce/label/c.Store_Adding';
import backorder from '@salesforce/label/c.Store_Backorder';
import backorderUntil from '@salesforce/label/c.Store_BackorderUntil';
import book from '@salesforce/label/c.Store_Book';
import breadcrumbs from '@salesforce/label/c.Store_Breadcrumbs';
import copied from '@salesforce/label/c.Store_LinkCopied';
import description from '@salesforce/label/c.Store_Description';
import giftDelivered from '@salesforce/label/c.Store_Gift_Delivered';
import home from '@salesforce/label/c.Store_Home';
import inStock from '@salesforce/label/c.Store_InStock';
import lowStock from '@salesforce/label/c.Store_LowStock';
import share from '@salesforce/label/c.Store_Share';
import soldOut from '@salesforce/label/c.Store_SoldOut';
import taxExcluded from '@salesforce/label/c.Store_PricesExcludeTax';
import toPayment from '@salesforce/label/c.Cart_To_Payment';
import taxIncluded from '@salesforce/label/c.Store_PricesIncludeTax';

export const labels = {
  forMembers,
  addToCart,
  adding,
  backorder,
  backorderUntil,
  book,
  breadcrumbs,
  copied,
  description,
  giftDelivered,
  home,
  inStock,
  lowStock,
  share,
  soldOut,
  taxExcluded,
  taxIncluded,
  toPayment,
};
