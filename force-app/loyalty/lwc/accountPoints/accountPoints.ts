import { api } from 'lwc';
import AccountPage from 'c/accountPage';
import getPoints from '@salesforce/apex/PointsController.getPoints';
import getLink from '@salesforce/apex/WalletController.getLink';
import { toStoreError } from 'c/storeErrors';
import { showToast } from 'c/storeEvents';
import { fillLabel, formatDateTime, formatDay, formatMoney, formatNumber, pluralLabel } from 'c/storeFormat';
import { accountUrl, searchUrl } from 'c/storeRoutes';
import type { PointsDto, PointsEarnedDto } from 'c/storeTypes';
import { labels } from './labels';

const KINDS = {
  Grant: labels.granted,
  Deduct: labels.deducted,
  Expire: labels.expired,
  Spend: labels.spent,
  Return: labels.returned,
  Send: labels.given,
  Receive: labels.got,
};

/** Points of the shopper: what counts, what is on its way, what ends next, and where they come from. */
export default class AccountPoints extends AccountPage {
  /** Code of the store; blank for the org's default store. */
  @api storeCode = '';

  override pageTitle = labels.title;

  labels = labels;
  urls = { all: searchUrl({}) };
  /** Null: the store has no program, once `isRead`. */
  points: PointsDto | null = null;
  isRead = false;
  /** Link with which the card goes into a wallet; null: none is offered. */
  wallet: { label?: string; url?: string } | null = null;
  busy = false;
  private latestPage = 1;

  override async read(): Promise<void> {
    this.points = await getPoints({ storeCode: this.storeCode, page: 1 });
    this.latestPage = 1;
    this.isRead = true;
    this.loadWallet();
  }

  /** The points are worth showing without it. */
  private async loadWallet(): Promise<void> {
    try {
      this.wallet = this.points && !this.points.isRefused ? await getLink({ storeCode: this.storeCode }) : null;
    } catch {
      this.wallet = null;
    }
  }

  get isReady(): boolean {
    return Boolean(this.isRead && this.store);
  }

  get waits(): boolean {
    return !this.isReady && !this.errorMessage;
  }

  get note(): string {
    if (!this.points) return labels.none;
    return this.points.isRefused ? labels.refused : '';
  }

  private count(points: number): string {
    return pluralLabel(points, { one: labels.one, other: labels.other }, this.store?.locale);
  }

  get balance(): string {
    return formatNumber(this.points?.points ?? 0, this.store?.locale);
  }

  get pending(): string {
    const pending = this.points?.pending ?? 0;
    return pending ? fillLabel(labels.pending, formatNumber(pending, this.store?.locale)) : '';
  }

  get held(): string {
    const held = this.points?.held ?? 0;
    return held ? fillLabel(labels.held, formatNumber(held, this.store?.locale)) : '';
  }

  /** What the points pay; blank where they do not pay, or nothing. */
  get worth(): string {
    const worth = this.points?.worth;
    return worth ? fillLabel(labels.worth, formatMoney(worth, this.store)) : '';
  }

  get arrears(): string {
    const arrears = this.points?.arrears ?? 0;
    return arrears ? fillLabel(labels.arrears, formatNumber(arrears, this.store?.locale)) : '';
  }

  /** How points are earned, and when they count. */
  get rules(): string {
    const { rate, countsWhen, countsAfterDays } = this.points as PointsDto;
    const paid = countsWhen === 'Paid';
    const days = paid ? labels.countsPaidDays : labels.countsFulfilledDays;
    const atOnce = paid ? labels.countsPaid : labels.countsFulfilled;
    const counts = countsAfterDays ? fillLabel(days, countsAfterDays) : atOnce;
    return rate ? `${this.rateText(rate)} ${counts}` : counts;
  }

  /** Less than a point for a unit of money reads better the other way round: 1 point for every $10. */
  private rateText(rate: number): string {
    const [points, money] = rate >= 1 ? [rate, 1] : [1, 1 / rate];
    return fillLabel(labels.rate, this.count(points), formatMoney(money, this.store, true));
  }

  get endings() {
    return (this.points?.endings ?? []).map(({ points, lastDay }) => ({
      key: lastDay,
      text: fillLabel(labels.ending, this.count(points), formatDay(lastDay, this.store?.locale)),
    }));
  }

  get hasEndings(): boolean {
    return this.endings.length > 0;
  }

  get earned() {
    return (this.points?.earned ?? []).map((row, index) => ({
      key: row.orderNumber ?? index,
      title: row.orderNumber ? fillLabel(labels.order, row.orderNumber) : labels.orderOther,
      url: row.orderNumber && row.isOwn ? accountUrl(`order/${row.orderNumber}`) : null,
      points: this.count(row.points),
      status: this.statusOf(row),
      takenBack: row.takenBack ? fillLabel(labels.takenBack, this.count(row.takenBack)) : '',
    }));
  }

  private statusOf({ status, countsFrom }: PointsEarnedDto): string {
    if (status === 'Active') return labels.statusActive;
    if (status === 'Cancelled') return labels.statusCancelled;
    return countsFrom
      ? fillLabel(labels.statusPendingFrom, formatDay(countsFrom.slice(0, 10), this.store?.locale))
      : labels.statusPending;
  }

  get hasEarned(): boolean {
    return this.earned.length > 0;
  }

  get others() {
    return (this.points?.others ?? []).map((row, index) => ({
      key: index,
      title: KINDS[row.kind],
      when: formatDateTime(row.movedAt, this.store?.locale),
      points: `${row.points > 0 ? '+' : '−'}${this.count(Math.abs(row.points))}`,
      reason: row.reason,
      order: row.orderNumber ? fillLabel(labels.order, row.orderNumber) : '',
      url: row.orderNumber ? accountUrl(`order/${row.orderNumber}`) : null,
    }));
  }

  get hasOthers(): boolean {
    return this.others.length > 0;
  }

  /** Points were given away: the balance and the history are others now. */
  async handleGiven(): Promise<void> {
    await this.load();
  }

  async handleMore(): Promise<void> {
    if (this.busy || !this.points) return;
    this.busy = true;
    try {
      const next = await getPoints({ storeCode: this.storeCode, page: this.latestPage + 1 });
      if (next) {
        this.points = { ...next, earned: [...this.points.earned, ...next.earned] };
        this.latestPage += 1;
      }
    } catch (error) {
      showToast({ message: toStoreError(error).message, tone: 'error' });
    } finally {
      this.busy = false;
    }
  }
}
