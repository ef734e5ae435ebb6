import getProfile from '@salesforce/apex/CustomerProfileController.getProfile';
import carts from '@salesforce/label/c.Orders_Profile_Carts';
import cases from '@salesforce/label/c.Orders_Profile_Cases';
import consents from '@salesforce/label/c.Orders_Profile_Consents';
import expires from '@salesforce/label/c.Store_MethodExpires';
import itemsOne from '@salesforce/label/c.Store_ItemsOne';
import itemsOther from '@salesforce/label/c.Store_ItemsOther';
import isDefault from '@salesforce/label/c.Orders_Profile_Default';
import loading from '@salesforce/label/c.Admin_Loading';
import logins from '@salesforce/label/c.Orders_Profile_Logins';
import never from '@salesforce/label/c.Orders_Profile_Never';
import noConsent from '@salesforce/label/c.Orders_Profile_No_Consent';
import none from '@salesforce/label/c.Orders_Profile_None';
import noOrders from '@salesforce/label/c.Orders_Profile_No_Orders';
import paymentMethods from '@salesforce/label/c.Orders_Profile_Methods';
import since from '@salesforce/label/c.Orders_Profile_Since';
import title from '@salesforce/label/c.Orders_Profile_Title';
import withheld from '@salesforce/label/c.Orders_Profile_Withheld';
import value from '@salesforce/label/c.Orders_Profile_Value';
import { COLUMNS, shownRow } from 'c/orderColumns';
import RecordPanel from 'c/recordPanel';
import { fillLabel } from 'c/storeFormat';

type Profile = Awaited<ReturnType<typeof getProfile>>;

/** What a list of one customer's orders need not repeat. */
const SHOWN = ['orderNumber', 'placedAt', 'total', 'paymentStatus', 'fulfillmentStatus', 'storeName'];

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86400],
  ['month', 30 * 86400],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
];
const day = (text: string) => new Date(text).toLocaleDateString(undefined, { dateStyle: 'medium' });
const money = (amount: number, currency: string) =>
  new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(amount);
/** How long ago that was, in the largest unit that has passed: “3 days ago”. */
function age(text: string): string {
  const seconds = Math.max(0, (Date.now() - Date.parse(text)) / 1000);
  const [unit, length] = UNITS.find(([, most]) => seconds >= most) ?? UNITS.at(-1)!;
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(-Math.floor(seconds / length), unit);
}
const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
const linkTo = (id: string) => `/lightning/r/${id}/view`;

/** A contact or account in the stores: value by currency, orders, carts, consent, cases and who signs in. */
export default class CustomerProfile extends RecordPanel {
  labels = { loading, noOrders, title };
  profile: Profile | null = null;
  columns = COLUMNS.filter(({ name }) => SHOWN.includes(name)).map(({ name, column }) => ({
    ...column,
    sortable: false,
    hideDefaultActions: true,
    ...(name === 'placedAt' && { initialWidth: 180 }),
  }));

  override async read(recordId: string) {
    this.profile = await getProfile({ customerId: recordId });
  }

  get values() {
    return this.profile!.values.map(({ currencyCode, orders, spent }) => ({
      currencyCode,
      label: fillLabel(value, orders),
      text: money(spent, currencyCode),
    }));
  }

  get orders() {
    return this.profile!.orders.map(shownRow);
  }

  get hasOrders(): boolean {
    return this.profile!.orders.length > 0;
  }

  get hasNoOrders(): boolean {
    return !this.hasOrders;
  }

  get lists() {
    const profile = this.profile!;
    const lists = [
      {
        name: 'carts',
        title: carts,
        rows: profile.carts.map((one) => ({
          id: one.id,
          url: one.isShared ? linkTo(one.id) : '',
          name: one.name,
          text: join(
            money(one.total ?? 0, one.currencyCode),
            fillLabel(one.pieces === 1 ? itemsOne : itemsOther, one.pieces ?? 0),
            one.status,
            one.storeName,
            age(one.changedAt),
          ),
        })),
      },
      {
        name: 'paymentMethods',
        title: paymentMethods,
        rows: profile.paymentMethods.map((one) => ({
          id: one.id,
          url: linkTo(one.id),
          name: one.label,
          text: join(
            one.expiryMonth
              ? fillLabel(expires, `${String(one.expiryMonth).padStart(2, '0')}/${one.expiryYear}`)
              : null,
            one.isDefault ? isDefault : null,
            one.storeName,
          ),
        })),
      },
      {
        name: 'consents',
        title: consents,
        rows: profile.consents.map((one) => ({
          id: one.id,
          url: linkTo(one.id),
          name: one.email,
          text: join(one.storeName, one.agreedAt ? fillLabel(since, day(one.agreedAt)) : noConsent),
        })),
      },
      {
        name: 'cases',
        title: cases,
        rows: profile.cases.map((one) => ({
          id: one.id,
          url: linkTo(one.id),
          name: one.caseNumber,
          text: join(one.subject, one.status),
        })),
      },
      {
        name: 'logins',
        title: logins,
        rows: profile.logins.map((one) => ({
          id: one.id,
          url: '',
          name: one.name,
          text: one.lastLoginAt ? day(one.lastLoginAt) : never,
        })),
      },
    ];
    return lists.map((list) => ({
      ...list,
      isEmpty: list.rows.length === 0,
      emptyText: profile.withheld.includes(list.name) ? withheld : none,
    }));
  }
}
