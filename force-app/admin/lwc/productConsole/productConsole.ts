import { LightningElement, wire } from 'lwc';
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
import { toStoreError } from 'c/storeErrors';

type Row = Awaited<ReturnType<typeof find>>['rows'][number];

interface PageState {
  state?: Record<string, string | undefined>;
}

/** Milliseconds without typing before products are looked for. */
const PAUSE = 250;

/** The tab of this console. */
const LIST = { type: 'standard__navItemPage', attributes: { apiName: 'Products' } };

/** The products with their pictures, and the page of a new one: `c__new`, or `c__copy` with the Id of the original. */
export default class ProductConsole extends NavigationMixin(LightningElement) {
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
  found: Row[] = [];
  hasMore = false;
  isLoading = true;
  errorMessage = '';
  query = '';
  status = '';
  isNew = false;
  copyId: string | null = null;
  listUrl = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

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

  disconnectedCallback() {
    clearTimeout(this.timer);
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

  get hasRows(): boolean {
    return this.found.length > 0;
  }

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.found.length === 0;
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

  /** Finds the first products, or those behind the ones that are shown. */
  async load(isMore = false) {
    const turn = ++this.turn;
    this.isLoading = true;
    try {
      const page = await find({ query: this.query, status: this.status, skip: isMore ? this.found.length : 0 });
      if (turn !== this.turn) return;
      this.found = isMore ? [...this.found, ...page.rows] : page.rows;
      this.hasMore = page.hasMore;
      this.errorMessage = '';
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      if (turn === this.turn) this.isLoading = false;
    }
  }

  handleSearch(event: CustomEvent<{ value: string }>) {
    this.query = event.detail.value;
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the next letter; the timer ends with the component
    this.timer = setTimeout(() => this.load(), PAUSE);
  }

  handleStatus(event: CustomEvent<{ value: string }>) {
    this.status = event.detail.value;
    this.load();
  }

  handleMore() {
    this.load(true);
  }

  handleNew() {
    this[NavigationMixin.Navigate]({ ...LIST, state: { c__new: '1' } });
  }

  handleBack(event: Event) {
    event.preventDefault();
    this[NavigationMixin.Navigate](LIST);
  }
}
