import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import getOverview from '@salesforce/apex/StoreOverviewController.getOverview';
import STOCK from '@salesforce/schema/Stock_Level__c';
import inactive from '@salesforce/label/c.Admin_OverviewInactive';
import loading from '@salesforce/label/c.Admin_Loading';
import lowStock from '@salesforce/label/c.Admin_OverviewLowStock';
import noStores from '@salesforce/label/c.Admin_OverviewNoStores';
import openStore from '@salesforce/label/c.Admin_OverviewOpenStore';
import ordersThisWeek from '@salesforce/label/c.Admin_OverviewOrdersWeek';
import ordersToday from '@salesforce/label/c.Admin_OverviewOrdersToday';
import outOfStock from '@salesforce/label/c.Admin_OverviewOutOfStock';
import revenueThisWeek from '@salesforce/label/c.Admin_OverviewRevenueWeek';
import testMode from '@salesforce/label/c.Admin_OverviewTestMode';
import toFulfil from '@salesforce/label/c.Admin_OverviewToFulfil';
import unpaid from '@salesforce/label/c.Admin_OverviewUnpaid';
import { toStoreError } from 'c/storeErrors';

type Overview = Awaited<ReturnType<typeof getOverview>>[number];
type Figure = 'ordersToday' | 'ordersThisWeek' | 'revenueThisWeek' | 'unpaid' | 'toFulfil' | 'outOfStock' | 'lowStock';

/** What the package's list views and objects are prefixed with where the package is installed. */
const PREFIX = STOCK.objectApiName.replace(/Stock_Level__c$/, '');

/** Each figure opens the list of what it counts. */
const TILES: readonly { key: Figure; label: string; object: string; view: string; style?: string }[] = [
  { key: 'ordersToday', label: ordersToday, object: 'Order', view: 'Storehouse_Orders' },
  { key: 'ordersThisWeek', label: ordersThisWeek, object: 'Order', view: 'Storehouse_Orders' },
  { key: 'revenueThisWeek', label: revenueThisWeek, object: 'Order', view: 'Storehouse_Orders', style: 'currency' },
  { key: 'unpaid', label: unpaid, object: 'Order', view: 'Storehouse_Orders_Unpaid' },
  { key: 'toFulfil', label: toFulfil, object: 'Order', view: 'Storehouse_To_Fulfil' },
  { key: 'outOfStock', label: outOfStock, object: STOCK.objectApiName, view: 'Sold_Out' },
  { key: 'lowStock', label: lowStock, object: STOCK.objectApiName, view: 'Low' },
];

/** How each store is doing today: sales of the week, and what waits for somebody. */
export default class StoreOverview extends NavigationMixin(LightningElement) {
  labels = { loading, noStores, openStore };
  overviews: Overview[] = [];
  /** Addresses of the lists, by name of the view. */
  addresses: Record<string, string> = {};
  errorMessage = '';
  isLoading = true;

  async connectedCallback() {
    try {
      const [overviews] = await Promise.all([getOverview(), this.findAddresses()]);
      this.overviews = overviews;
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
  }

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.overviews.length === 0;
  }

  get stores() {
    return this.overviews.map((store) => ({
      ...store,
      notice: [store.active ? '' : inactive, store.testMode ? testMode : ''].filter(Boolean).join(' '),
      tiles: TILES.map(({ key, label, view, style }) => ({
        key,
        label,
        style: style ?? 'decimal',
        value: store[key],
        href: this.addresses[view],
      })),
    }));
  }

  async findAddresses() {
    const pages = await Promise.all(
      TILES.map(({ object, view }) =>
        this[NavigationMixin.GenerateUrl]({
          type: 'standard__objectPage',
          attributes: { objectApiName: object, actionName: 'list' },
          state: { filterName: `${PREFIX}${view}` },
        }),
      ),
    );
    this.addresses = Object.fromEntries(TILES.map(({ view }, index) => [view, pages[index]]));
  }
}
