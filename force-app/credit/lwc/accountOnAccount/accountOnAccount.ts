import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import getStatement from '@salesforce/apex/OnAccountController.getStatement';
import { fillLabel, formatDay, formatMoney } from 'c/storeFormat';
import { accountUrl } from 'c/storeRoutes';
import { labels } from './labels';

type Statement = Awaited<ReturnType<typeof getStatement>>;

/** What the shopper's account owes on account: by age, and order by order. It can be printed. */
export default class AccountOnAccount extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = labels.page;

  labels = labels;
  statement: Statement | null = null;

  override async read(): Promise<void> {
    this.statement = await getStatement({ storeCode: this.storeCode });
  }

  get isReady(): boolean {
    return Boolean(this.statement && this.store);
  }

  get waits(): boolean {
    return !this.isReady && !this.errorMessage;
  }

  get isOnHold(): boolean {
    return Boolean(this.statement?.isOnHold);
  }

  /** What may still be bought; null where there is no limit. */
  get limit() {
    const { creditLimit, available, limitCurrency } = this.statement as Statement;
    if (creditLimit === null || creditLimit === undefined) return null;
    const context = { locale: this.store?.locale ?? '', currencyCode: limitCurrency ?? this.store?.currencyCode ?? '' };
    return { most: formatMoney(creditLimit, context), left: formatMoney(available ?? 0, context) };
  }

  get isEmpty(): boolean {
    return this.statement?.items.length === 0;
  }

  private day(day: string): string {
    return formatDay(day, this.store?.locale);
  }

  get asOf(): string {
    return fillLabel(labels.asOf, this.day(this.statement?.day ?? ''));
  }

  get totals() {
    const { accountName, totals } = this.statement as Statement;
    return totals.map((total) => {
      const money = (amount: number) =>
        formatMoney(amount, { locale: this.store?.locale ?? '', currencyCode: total.currencyCode });
      return {
        key: total.currencyCode,
        title: fillLabel(labels.of, accountName ?? ''),
        amount: money(total.total),
        ages: [
          { key: 'notDue', title: labels.notDue, amount: money(total.notDue) },
          { key: 'upTo30', title: labels.upTo30, amount: money(total.upTo30) },
          { key: 'upTo60', title: labels.upTo60, amount: money(total.upTo60) },
          { key: 'upTo90', title: labels.upTo90, amount: money(total.upTo90) },
          { key: 'over90', title: labels.over90, amount: money(total.over90) },
        ],
      };
    });
  }

  get items() {
    return (this.statement as Statement).items.map((item) => ({
      key: item.orderId,
      title: fillLabel(labels.order, item.orderNumber ?? ''),
      url: accountUrl(`order/${item.orderNumber}`),
      po: item.purchaseOrder ? fillLabel(labels.po, item.purchaseOrder) : '',
      buyer: item.buyer ? fillLabel(labels.orderedBy, item.buyer) : '',
      due: this.dueText(item.dueOn, item.daysDue),
      amount: formatMoney(item.amount, { locale: this.store?.locale ?? '', currencyCode: item.currencyCode }),
    }));
  }

  private dueText(dueOn: string | null | undefined, daysDue: number): string {
    if (!dueOn) return '';
    return daysDue > 0
      ? fillLabel(labels.dueSince, this.day(dueOn), daysDue)
      : fillLabel(labels.dueBy, this.day(dueOn));
  }

  handlePrint(): void {
    window.print();
  }
}
