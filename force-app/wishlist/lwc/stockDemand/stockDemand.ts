import { api } from 'lwc';
import getDemand from '@salesforce/apex/WishAdminController.getDemand';
import loading from '@salesforce/label/c.Admin_Loading';
import none from '@salesforce/label/c.Wishlist_Demand_None';
import noneHere from '@salesforce/label/c.Wishlist_Demand_None_Here';
import product from '@salesforce/label/c.Wishlist_Demand_Product';
import since from '@salesforce/label/c.Wishlist_Demand_Since';
import sku from '@salesforce/label/c.Wishlist_Demand_Sku';
import store from '@salesforce/label/c.Wishlist_Demand_Store';
import title from '@salesforce/label/c.Wishlist_Demand_Title';
import waiting from '@salesforce/label/c.Wishlist_Demand_Waiting';
import PagedList, { type Page } from 'c/pagedList';

type Demand = Awaited<ReturnType<typeof getDemand>>[number];

/** Variants that customers wait for, the most wanted first: of one product on its page, of all on a tab. */
export default class StockDemand extends PagedList<Demand> {
  /** A variant or a product; blank on the tab. */
  @api recordId = '';

  labels = { loading, product, since, sku, store, title, waiting };

  connectedCallback() {
    this.load();
  }

  override async find(): Promise<Page<Demand>> {
    const rows = await getDemand({ productId: this.recordId || null });
    return { rows, hasMore: false };
  }

  get noneText(): string {
    return this.recordId ? noneHere : none;
  }

  get rows() {
    return this.found.map((row) => ({ ...row, url: `/lightning/r/${row.variantId}/view` }));
  }
}
