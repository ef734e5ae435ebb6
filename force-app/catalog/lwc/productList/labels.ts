import forMembers from '@salesforce/label/c.Catalog_Members_Title';
import allProducts from '@salesforce/label/c.Store_AllProducts';
import breadcrumbs from '@salesforce/label/c.Store_Breadcrumbs';
import clearAll from '@salesforce/label/c.Store_ClearAll';
import emptyHelp from '@salesforce/label/c.Store_EmptyResultsHelp';
import emptyTitle from '@salesforce/label/c.Store_EmptyResults';
import filter from '@salesforce/label/c.Store_Filter';
import from from '@salesforce/label/c.Store_PriceFrom';
import home from '@salesforce/label/c.Store_Home';
import inStock from '@salesforce/label/c.Store_InStockOnly';
import nameSort from '@salesforce/label/c.Store_SortName';
import newestSort from '@salesforce/label/c.Store_SortNewest';
import featuredSort from '@salesforce/label/c.Store_SortFeatured';
import priceAscSort from '@salesforce/label/c.Store_SortPriceAsc';
import priceDescSort from '@salesforce/label/c.Store_SortPriceDesc';
import offline from '@salesforce/label/c.Store_OfflineError';
import pagination from '@salesforce/label/c.Store_Pagination';
import productsOne from '@salesforce/label/c.Store_ProductsOne';
import productsOther from '@salesforce/label/c.Store_ProductsOther';
import removeFilter from '@salesforce/label/c.Store_RemoveFilter';
import searchTitle from '@salesforce/label/c.Store_SearchTitle';
import sort from '@salesforce/label/c.Store_Sort';
import upTo from '@salesforce/label/c.Store_PriceUpTo';
import products from '@salesforce/label/c.Store_Products';
import productsMore from '@salesforce/label/c.Store_ProductsMore';
import relevanceSort from '@salesforce/label/c.Store_SortRelevance';
import searchCorrected from '@salesforce/label/c.Store_SearchCorrected';
import searchEmptyTitle from '@salesforce/label/c.Store_SearchEmptyTitle';
import searchShortened from '@salesforce/label/c.Store_SearchShortened';
import type { ProductSort } from 'c/storeTypes';

export const labels = {
  forMembers,
  allProducts,
  breadcrumbs,
  clearAll,
  emptyHelp,
  emptyTitle,
  filter,
  from,
  home,
  inStock,
  offline,
  pagination,
  products,
  productsOne,
  productsOther,
  removeFilter,
  searchTitle,
  sort,
  upTo,
  productsMore,
  searchCorrected,
  searchEmptyTitle,
  searchShortened,
};

export const sortLabels: Record<ProductSort, string> = {
  relevance: relevanceSort,
  featured: featuredSort,
  newest: newestSort,
  'price-asc': priceAscSort,
  'price-desc': priceDescSort,
  name: nameSort,
};
