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
import allOrders from '@salesforce/label/c.Admin_OverviewAllOrders';
import chart from '@salesforce/label/c.Admin_OverviewChart';
import latest from '@salesforce/label/c.Admin_OverviewLatest';
import noOrders from '@salesforce/label/c.Admin_OverviewNoOrders';
import weekBefore from '@salesforce/label/c.Admin_OverviewWeekBefore';
import { toStoreError } from 'c/storeErrors';

type Overview = Awaited<ReturnType<typeof getOverview>>[number];
type Figure = 'ordersToday' | 'ordersThisWeek' | 'revenueThisWeek' | 'unpaid' | 'toFulfil' | 'outOfStock' | 'lowStock';

/** What the package's list views and objects are prefixed with where the package is installed. */
const PREFIX = STOCK.objectApiName.replace(/Stock_Level__c$/, '');

/** The console of orders, by what it is narrowed to. */
const ORDERS = `${PREFIX}Store_Orders`;

/** Each figure opens the list of what it counts. */
const TILES: readonly {
  key: Figure;
  label: string;
  object?: string;
  view?: string;
  state?: Record<string, string>;
  style?: string;
  /** The list begins so many days ago, today counted. */
  days?: number;
}[] = [
  { key: 'ordersToday', label: ordersToday, state: {}, days: 1 },
  { key: 'ordersThisWeek', label: ordersThisWeek, state: {}, days: 7 },
  { key: 'revenueThisWeek', label: revenueThisWeek, state: {}, days: 7, style: 'currency' },
  { key: 'unpaid', label: unpaid, state: { c__payment: 'Pending' } },
  { key: 'toFulfil', label: toFulfil, state: { c__fulfillment: 'Unfulfilled', c__payment: 'Paid' } },
  { key: 'outOfStock', label: outOfStock, object: STOCK.objectApiName, view: 'Sold_Out' },
  { key: 'lowStock', label: lowStock, object: STOCK.objectApiName, view: 'Low' },
];

const DAY_FORMAT: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };

/** A day of Apex (`2026-11-28`) at noon here, so that no time zone makes another day of it. */
const dayOf = (text: string): Date => new Date(`${text}T12:00:00`);

/** How each store is doing today: sales of the week, and what waits for somebody. */
export default class StoreOverview extends NavigationMixin(LightningElement) {
  labels = { allOrders, chart, latest, loading, noOrders, noStores, openStore };
  overviews: Overview[] = [];
  /** Addresses of the lists, by figure. */
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
    return this.overviews.map((store) => {
      const money = new Intl.NumberFormat(undefined, { style: 'currency', currency: store.currencyCode });
      const most = Math.max(...store.days.map(({ revenue }) => revenue), 1);
      return {
        ...store,
        notice: [store.active ? '' : inactive, store.testMode ? testMode : ''].filter(Boolean).join(' '),
        tiles: TILES.map(({ key, label, style, object, days }) => ({
          key,
          label,
          style: style ?? 'decimal',
          value: store[key],
          before: this.before(store, key, money),
          href: object ? this.addresses[key] : this.ordersOf(store, key, days),
        })),
        bars: store.days.map(({ day, orders, revenue }) => ({
          day,
          date: dayOf(day),
          title: `${dayOf(day).toLocaleDateString(undefined, DAY_FORMAT)}: ${money.format(revenue)} (${orders})`,
          style: `block-size: ${Math.round((revenue / most) * 100)}%`,
        })),
        hasLatest: store.latest.length > 0,
        latest: store.latest.map((order) => ({
          ...order,
          href: `/lightning/r/Order/${order.id}/view`,
          status: `${order.paymentStatus} · ${order.fulfillmentStatus}`,
        })),
      };
    });
  }

  /** The list of the store's orders that a figure counts. */
  private ordersOf(store: Overview, key: Figure, days?: number): string | undefined {
    const address = this.addresses[key];
    if (!address) return undefined;
    const from = days ? store.days.at(-days)?.day : undefined;
    return `${address}${address.includes('?') ? '&' : '?'}c__store=${store.storeId}${from ? `&c__from=${from}` : ''}`;
  }

  /** The same figure of the seven days before; blank where there is none. */
  private before(store: Overview, key: Figure, money: Intl.NumberFormat): string {
    if (key === 'ordersThisWeek') return weekBefore.replace('{0}', String(store.ordersWeekBefore));
    if (key === 'revenueThisWeek') return weekBefore.replace('{0}', money.format(store.revenueWeekBefore));
    return '';
  }

  get ordersUrl(): string | undefined {
    return this.addresses.ordersThisWeek;
  }

  async findAddresses() {
    const pages = await Promise.all(
      TILES.map(({ object, view, state }) =>
        this[NavigationMixin.GenerateUrl](
          object
            ? {
                type: 'standard__objectPage',
                attributes: { objectApiName: object, actionName: 'list' },
                state: { filterName: `${PREFIX}${view}` },
              }
            : { type: 'standard__navItemPage', attributes: { apiName: ORDERS }, state },
        ),
      ),
    );
    this.addresses = Object.fromEntries(TILES.map(({ key }, index) => [key, pages[index]]));
  }
}
