import { LightningElement, api } from 'lwc';
import { fillLabel, formatDateTime, formatMoney } from 'c/storeFormat';
import { accountUrl } from 'c/storeRoutes';
import type { AccountOrderRowDto, StoreDto } from 'c/storeTypes';
import openOrder from '@salesforce/label/c.Account_Order_Open';
import orderedBy from '@salesforce/label/c.Account_Ordered_By';
import placedOn from '@salesforce/label/c.Account_Order_Placed';

/** Orders as a list; each leads to its page. */
export default class AccountOrderRows extends LightningElement {
  static renderMode = 'light' as const;

  @api rows: AccountOrderRowDto[] = [];
  @api store: StoreDto | null = null;

  get orders() {
    const store = this.store;
    return (this.rows ?? []).map((row) => ({
      key: row.orderNumber,
      url: accountUrl(`order/${encodeURIComponent(row.orderNumber)}`),
      name: fillLabel(openOrder, row.orderNumber),
      placed: fillLabel(placedOn, formatDateTime(row.placedAt, store?.locale)),
      by: row.orderedBy && fillLabel(orderedBy, row.orderedBy),
      status: row.statusLabel,
      total: store && formatMoney(row.total, { locale: store.locale, currencyCode: row.currencyCode }),
      titles: row.lines.map(({ title }) => title).join(', '),
      pictures: row.lines.map(({ imageUrl }, index) => ({ key: index, imageUrl })),
    }));
  }
}
