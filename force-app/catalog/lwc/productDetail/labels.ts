import addToCart from '@salesforce/label/c.Store_AddToCart';
import adding from '@salesforce/label/c.Store_Adding';
import backorder from '@salesforce/label/c.Store_Backorder';
import backorderUntil from '@salesforce/label/c.Store_BackorderUntil';
import breadcrumbs from '@salesforce/label/c.Store_Breadcrumbs';
import copied from '@salesforce/label/c.Store_LinkCopied';
import description from '@salesforce/label/c.Store_Description';
import home from '@salesforce/label/c.Store_Home';
import inStock from '@salesforce/label/c.Store_InStock';
import lowStock from '@salesforce/label/c.Store_LowStock';
import share from '@salesforce/label/c.Store_Share';
import soldOut from '@salesforce/label/c.Store_SoldOut';
import taxExcluded from '@salesforce/label/c.Store_PricesExcludeTax';
import taxIncluded from '@salesforce/label/c.Store_PricesIncludeTax';

export const labels = {
  addToCart,
  adding,
  backorder,
  backorderUntil,
  breadcrumbs,
  copied,
  description,
  home,
  inStock,
  lowStock,
  share,
  soldOut,
  taxExcluded,
  taxIncluded,
};
