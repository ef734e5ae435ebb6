import { wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import find from '@salesforce/apex/ProductListController.find';
import active from '@salesforce/label/c.Admin_StatusActive';
import all from '@salesforce/label/c.Admin_StatusAll';
import archived from '@salesforce/label/c.Admin_StatusArchived';
import brand from '@salesforce/label/c.Admin_Brand';
import copyTitle from '@salesforce/label/c.Admin_ProductCopy';
import loading from '@salesforce/label/c.Admin_Loading';
import more from '@salesforce/label/c.Admin_ShowMore';
import newProduct from '@salesforce/label/c.Admin_ProductNew';
import none from '@salesforce/label/c.Admin_ProductsNone';
import notCounted from '@salesforce/label/c.Admin_StockNotTracked';
import product from '@salesforce/label/c.Admin_Product';
import products from '@salesforce/label/c.Admin_Products';
import productType from '@salesforce/label/c.Admin_ProductType';
import search from '@salesforce/label/c.Admin_ProductsSearch';
import status from '@salesforce/label/c.Admin_Status';
import stock from '@salesforce/label/c.Admin_Stock';
import variants from '@salesforce/label/c.Admin_Variants';
import PagedList from 'c/pagedList';

type Row = Awaited<ReturnType<typeof find>>['rows'][number];

interface PageState {
  state?: Record<string, string | undefined>;
}

/** The tab of this console. */
const LIST = { type: 'standard__navItemPage', attributes: { apiName: 'Products' } };

/** The products with their pictures, and the page of a new one: `c__new`, or `c__copy` with the Id of the original. */
export default class ProductConsole extends NavigationMixin(PagedList<Row>) {
  labels = {
    brand,
    loading,
    more,
    newProduct,
    none,
    notCounted,
    product,
    products,
    search,
    status,
    stock,
    type: productType,
    variants,
  };
  isNew = false;
  copyId: string | null = null;
  listUrl = '';

  @wire(CurrentPageReference)
  handlePage(page: PageState | null) {
    const state = page?.state ?? {};
    this.copyId = state.c__copy ?? null;
    this.isNew = Boolean(state.c__new);
    if (!this.showsEditor) this.load();
  }

  async connectedCallback() {
    this.listUrl = await this[NavigationMixin.GenerateUrl](LIST);
  }

  get showsEditor(): boolean {
    return this.isNew || this.copyId !== null;
  }

  get editorTitle(): string {
    return this.copyId ? copyTitle : newProduct;
  }

  get statusOptions() {
    return [
      { value: '', label: all },
      { value: 'active', label: active },
      { value: 'archived', label: archived },
    ];
  }

  get rows() {
    return this.found.map((row) => ({
      ...row,
      url: `/lightning/r/Product2/${row.id}/view`,
      isCounted: row.onHand !== null && row.onHand !== undefined,
      statusLabel: row.active ? active : archived,
      statusClass: row.active ? 'slds-theme_success' : '',
    }));
  }

  override find(skip: number) {
    return find({ query: this.query, status: this.status, skip });
  }

  handleNew() {
    this[NavigationMixin.Navigate]({ ...LIST, state: { c__new: '1' } });
  }

  handleBack(event: Event) {
    event.preventDefault();
    this[NavigationMixin.Navigate](LIST);
  }
}
