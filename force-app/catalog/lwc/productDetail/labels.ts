import addToCart from '@salesforce/label/c.Store_AddToCart';
import adding from '@salesforce/label/c.Store_Adding';
import backorder from '@salesforce/label/c.Store_Backorder';
import breadcrumbs from '@salesforce/label/c.Store_Breadcrumbs';
import description from '@salesforce/label/c.Store_Description';
import home from '@salesforce/label/c.Store_Home';
import inStock from '@salesforce/label/c.Store_InStock';
import lowStock from '@salesforce/label/c.Store_LowStock';
import quantity from '@salesforce/label/c.Store_Quantity';
import related from '@salesforce/label/c.Store_Related';
import soldOut from '@salesforce/label/c.Store_SoldOut';
import taxExcluded from '@salesforce/label/c.Store_PricesExcludeTax';
import taxIncluded from '@salesforce/label/c.Store_PricesIncludeTax';

export const labels = {
  addToCart,
  adding,
  backorder,
  breadcrumbs,
  description,
  home,
  inStock,
  lowStock,
  quantity,
  related,
  soldOut,
  taxExcluded,
  taxIncluded,
};
