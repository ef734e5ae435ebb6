import all from '@salesforce/label/c.Store_SuggestAll';
import categories from '@salesforce/label/c.Store_SuggestCategories';
import countOne from '@salesforce/label/c.Store_SuggestCountOne';
import countOther from '@salesforce/label/c.Store_SuggestCountOther';
import none from '@salesforce/label/c.Store_SuggestNone';
import products from '@salesforce/label/c.Store_SuggestProducts';
import searches from '@salesforce/label/c.Store_SuggestSearches';
import suggestions from '@salesforce/label/c.Store_Suggestions';

export const labels = { all, categories, countOne, countOther, none, products, searches, suggestions };
