import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import getLiability from '@salesforce/apex/CreditAdminController.getLiability';
import decide from '@salesforce/apex/OnAccountAdminController.decide';
import getApprovals from '@salesforce/apex/OnAccountAdminController.getApprovals';
import getExposures from '@salesforce/apex/OnAccountAdminController.getExposures';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Approval = Awaited<ReturnType<typeof getApprovals>>[number];
type Exposure = Awaited<ReturnType<typeof getExposures>>[number];
type Figures = Awaited<ReturnType<typeof getLiability>>[number];
type Input = HTMLElement & { value?: string; setCustomValidity(text: string): void; reportValidity(): boolean };

/** Requests to order beyond credit limits, what accounts owe, and what the stores owe as credit. */
export default class OnAccountConsole extends LightningElement {
  labels = labels;
  approvals: Approval[] = [];
  exposures: Exposure[] = [];
  figures: Figures[] = [];
  /** Why they could not be read; the rest is worth showing without them. */
  figuresProblem = '';
  isLoading = true;
  isBusy = false;
  errorMessage = '';
  /** Request that is being decided. */
  decidedId: string | null = null;

  async connectedCallback() {
    try {
      [this.approvals, this.exposures] = await Promise.all([getApprovals(), getExposures()]);
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    } finally {
      this.isLoading = false;
    }
    await this.loadFigures(null);
  }

  /** @param day of the month; null: this one */
  private async loadFigures(day: string | null) {
    try {
      this.figures = await getLiability({ day });
      this.figuresProblem = '';
    } catch (error) {
      this.figures = [];
      this.figuresProblem = toStoreError(error).message;
    }
  }

  private get isShown(): boolean {
    return !this.isLoading && !this.errorMessage;
  }

  get hasRequests(): boolean {
    return this.approvals.length > 0;
  }

  get noRequests(): boolean {
    return this.isShown && !this.hasRequests;
  }

  get requests() {
    return this.approvals.map((request) => ({
      ...request,
      url: `/${request.accountId}`,
      decideName: fillLabel(labels.decideFor, request.buyer ?? request.accountName ?? ''),
      isDecided: request.id === this.decidedId,
      isOffered: request.mayDecide && request.id !== this.decidedId,
    }));
  }

  get hasExposures(): boolean {
    return this.exposures.length > 0;
  }

  get noExposures(): boolean {
    return this.isShown && !this.hasExposures;
  }

  get owing() {
    return this.exposures.map((row) => ({
      ...row,
      key: `${row.accountId}:${row.currencyCode}`,
      url: `/${row.accountId}`,
      isLimited: row.creditLimit !== null && row.creditLimit !== undefined,
    }));
  }

  handleMonth(event: CustomEvent<{ day: string }>) {
    return this.loadFigures(event.detail.day);
  }

  handleOpen(event: Event) {
    this.decidedId = (event.currentTarget as HTMLElement).dataset.id ?? null;
  }

  handleClose() {
    this.decidedId = null;
  }

  handleApprove() {
    return this.decide(true);
  }

  handleDecline() {
    return this.decide(false);
  }

  private async decide(isApproved: boolean) {
    const input = this.template?.querySelector<Input>('[data-reason]');
    this.isBusy = true;
    try {
      this.approvals = await decide({ approvalId: this.decidedId ?? '', isApproved, reason: input?.value ?? '' });
      this.decidedId = null;
      this.dispatchEvent(new ShowToastEvent({ message: labels.done, variant: 'success' }));
    } catch (error) {
      const { fields, message } = toStoreError(error);
      if (fields.reason && input) {
        input.setCustomValidity(fields.reason);
        input.reportValidity();
      } else {
        this.dispatchEvent(new ShowToastEvent({ message, variant: 'error', mode: 'sticky' }));
      }
    } finally {
      this.isBusy = false;
    }
  }

  handleType(event: Event) {
    (event.currentTarget as Input).setCustomValidity('');
  }
}
