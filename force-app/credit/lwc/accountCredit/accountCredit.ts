import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import getCredit from '@salesforce/apex/CreditController.getCredit';
import getStatement from '@salesforce/apex/CreditController.getStatement';
import { saveCsv, toCsv } from 'c/csvFile';
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { fillLabel, formatDateTime, formatDay, formatMoney } from 'c/storeFormat';
import { accountUrl } from 'c/storeRoutes';
import { labels } from './labels';

type Credit = Awaited<ReturnType<typeof getCredit>>[number];
type Movement = Credit['movements'][number];
type Statement = Awaited<ReturnType<typeof getStatement>>;

const KINDS: Record<string, string> = {
  Store: labels.kindStore,
  Refund: labels.kindRefund,
  Return: labels.kindReturn,
  Gift: labels.kindGift,
};
const MOVES: Record<string, string> = {
  Give: labels.movedGive,
  Deduct: labels.movedDeduct,
  Spend: labels.movedSpend,
  Return: labels.movedReturn,
  Restore: labels.movedRestore,
  Expire: labels.movedExpire,
};
const DAYS = 90;

/** The day, so many days ago, as an input writes it. */
function dayBefore(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() - days);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}

/** Credit of the shopper: what is left, what it is made of, what happened to it, and statements to print or to keep. */
export default class AccountCredit extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = labels.title;

  labels = labels;
  credits: Credit[] | null = null;
  busy = false;
  firstDay = dayBefore(DAYS);
  lastDay = dayBefore(0);
  /** The one that is shown, with the credit that it is of. */
  statement: Statement | null = null;
  private statedId = '';

  override async read(): Promise<void> {
    this.credits = await getCredit({ storeCode: this.storeCode });
  }

  get isReady(): boolean {
    return Boolean(this.credits && this.store);
  }

  get waits(): boolean {
    return !this.isReady && !this.errorMessage;
  }

  get isEmpty(): boolean {
    return this.credits?.length === 0;
  }

  private money(amount: number): string {
    return formatMoney(amount, this.store);
  }

  private signed(amount: number): string {
    return `${amount < 0 ? '−' : '+'}${this.money(Math.abs(amount))}`;
  }

  private day(day: string): string {
    return formatDay(day, this.store?.locale);
  }

  get shown() {
    return (this.credits ?? []).map((credit) => ({
      ...credit,
      amount: this.money(credit.available),
      note: [credit.isShared ? labels.shared : '', credit.isOfStore ? labels.ofStore : labels.everywhere]
        .filter(Boolean)
        .join(' '),
      lotRows: credit.lots.map((lot, index) => ({
        key: index,
        title: KINDS[lot.kind ?? ''] ?? labels.kindStore,
        end: lot.lastDay ? fillLabel(labels.lotUntil, this.day(lot.lastDay)) : labels.lotAlways,
        amount: this.money(lot.amount),
      })),
      hasLots: credit.lots.length > 0,
      rows: credit.movements.map((movement, index) => this.row(movement, index)),
      hasRows: credit.movements.length > 0,
      statement: credit.id === this.statedId ? this.statementRows : null,
    }));
  }

  private row(movement: Movement, key: number) {
    const title = MOVES[movement.type] ?? movement.type;
    const number = movement.orderNumber;
    return {
      key,
      title,
      order: number ? fillLabel(labels.order, number) : '',
      url: number && movement.isOwn ? accountUrl(`order/${number}`) : null,
      spender: movement.spender && !movement.isOwn ? fillLabel(labels.byText, movement.spender) : '',
      when: formatDateTime(movement.movedAt, this.store?.locale),
      reason: movement.reason,
      amount: this.signed(movement.amount),
    };
  }

  private get statementRows() {
    const { statement } = this;
    if (!statement) return null;
    return {
      opening: fillLabel(labels.opening, this.day(statement.firstDay)),
      openingAmount: this.money(statement.opening),
      closing: fillLabel(labels.closing, this.day(statement.lastDay)),
      closingAmount: this.money(statement.closing),
      rows: statement.movements.map((movement, index) => this.row(movement, index)),
      isEmpty: statement.movements.length === 0,
      isCut: statement.isCut,
    };
  }

  handleFirstDay(event: Event): void {
    this.firstDay = (event.target as HTMLInputElement).value;
  }

  handleLastDay(event: Event): void {
    this.lastDay = (event.target as HTMLInputElement).value;
  }

  async handleStatement(event: Event): Promise<void> {
    if (this.busy) return;
    const creditAccountId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.busy = true;
    try {
      this.statement = await getStatement({
        storeCode: this.storeCode,
        creditAccountId,
        firstDay: this.firstDay || null,
        lastDay: this.lastDay || null,
      });
      this.statedId = creditAccountId;
    } catch (error) {
      const { fields, message } = toStoreError(error);
      showToast({ message: fields.period ?? message, tone: 'error' });
    } finally {
      this.busy = false;
    }
  }

  handleDownload(): void {
    const { statement } = this;
    if (!statement) return;
    const rows = statement.movements.map((movement) => [
      movement.movedAt.slice(0, 10),
      MOVES[movement.type] ?? movement.type,
      [movement.orderNumber ? fillLabel(labels.order, movement.orderNumber) : '', movement.spender, movement.reason]
        .filter(Boolean)
        .join(', '),
      movement.amount,
    ]);
    saveCsv(
      `credit-${statement.firstDay}-${statement.lastDay}.csv`,
      toCsv([
        [labels.date, labels.movement, '', `${labels.amount} (${this.store?.currencyCode})`],
        [statement.firstDay, fillLabel(labels.opening, statement.firstDay), '', statement.opening],
        ...rows,
        [statement.lastDay, fillLabel(labels.closing, statement.lastDay), '', statement.closing],
      ]),
    );
  }

  handlePrint(): void {
    window.print();
  }
}
