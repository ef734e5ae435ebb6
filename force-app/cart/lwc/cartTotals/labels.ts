import discount from '@salesforce/label/c.Store_Discount';
import free from '@salesforce/label/c.Store_Free';
import noteTaxExcluded from '@salesforce/label/c.Store_CartNoteTaxExcluded';
import noteTaxIncluded from '@salesforce/label/c.Store_CartNoteTaxIncluded';
import pricesExcludeTax from '@salesforce/label/c.Store_PricesExcludeTax';
import pricesIncludeTax from '@salesforce/label/c.Store_PricesIncludeTax';
import shipping from '@salesforce/label/c.Store_Shipping';
import shippingPending from '@salesforce/label/c.Store_ShippingPending';
import subtotal from '@salesforce/label/c.Store_Subtotal';
import tax from '@salesforce/label/c.Store_Tax';
import taxIncluded from '@salesforce/label/c.Store_TaxIncluded';
import taxPercent from '@salesforce/label/c.Store_TaxPercent';
import total from '@salesforce/label/c.Store_Total';
import totalSoFar from '@salesforce/label/c.Store_TotalSoFar';

export const labels = {
  discount,
  free,
  noteTaxExcluded,
  noteTaxIncluded,
  pricesExcludeTax,
  pricesIncludeTax,
  shipping,
  shippingPending,
  subtotal,
  tax,
  taxIncluded,
  taxPercent,
  total,
  totalSoFar,
};
