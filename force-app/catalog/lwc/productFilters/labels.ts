import apply from '@salesforce/label/c.Store_FilterApply';
import availability from '@salesforce/label/c.Store_Availability';
import brand from '@salesforce/label/c.Store_Brand';
import highestPrice from '@salesforce/label/c.Store_HighestPrice';
import inStock from '@salesforce/label/c.Store_InStockOnly';
import price from '@salesforce/label/c.Store_Price';
import priceMax from '@salesforce/label/c.Store_PriceMax';
import showAll from '@salesforce/label/c.Store_ShowAllValues';
import showFewer from '@salesforce/label/c.Store_ShowFewerValues';
import tags from '@salesforce/label/c.Store_Tags';
import priceMin from '@salesforce/label/c.Store_PriceMin';

export const labels = {
  apply,
  availability,
  brand,
  highestPrice,
  inStock,
  price,
  priceMax,
  priceMin,
  showAll,
  showFewer,
  tags,
};
