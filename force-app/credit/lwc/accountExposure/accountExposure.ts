import getStatement from '@salesforce/apex/OnAccountAdminController.getStatement';
import { fillLabel } from 'c/storeFormat';
import RecordPanel from 'c/recordPanel';
import { labels } from './labels';

type Statement = Awaited<ReturnType<typeof getStatement>>;

/** What an account owes on account, by age and order by order. */
export default class AccountExposure extends RecordPanel {
  labels = labels;
  statement: Statement | null = null;

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.statement?.items.length === 0;
  }

  get totals() {
    return (this.statement?.totals ?? []).map((total) => ({
      ...total,
      key: total.currencyCode,
      ages: [
        { key: 'notDue', title: labels.notDue, amount: total.notDue },
        { key: 'upTo30', title: labels.upTo30, amount: total.upTo30 },
        { key: 'upTo60', title: labels.upTo60, amount: total.upTo60 },
        { key: 'upTo90', title: labels.upTo90, amount: total.upTo90 },
        { key: 'over90', title: labels.over90, amount: total.over90 },
      ].filter(({ amount }) => amount > 0),
    }));
  }

  get items() {
    return (this.statement?.items ?? []).map((item) => ({
      ...item,
      url: `/${item.orderId}`,
      title: fillLabel(labels.order, item.orderNumber ?? ''),
      po: item.purchaseOrder ? fillLabel(labels.po, item.purchaseOrder) : '',
    }));
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  override async read(recordId: string) {
    this.statement = await getStatement({ accountId: recordId });
  }
}
