import { LightningElement, api } from 'lwc';
import { changeLine } from 'c/cartStore';
import { toStoreError } from 'c/storeErrors';
import { announce } from 'c/storeEvents';
import { fillLabel } from 'c/storeFormat';
import type { CartItemDto, StoreDto } from 'c/storeTypes';
import { labels } from './labels';

type Form = HTMLElement & {
  choices(): { configuration: string } | null;
  showProblems(fields: Record<string, string>, code?: string): boolean;
};

/**
 * Corrects what was answered beside the goods of a line, or who comes by its tickets: the line stays, at the price of the new answers.
 * @fires LineForm#close it was kept, or given up
 */
export default class LineForm extends LightningElement {
  static renderMode = 'light' as const;

  @api storeCode = '';
  @api cartToken = '';
  @api store: StoreDto | null = null;
  @api item: CartItemDto | null = null;

  labels = labels;
  problem = '';
  busy = false;

  get heading(): string {
    return fillLabel(labels.changeOf, this.item?.title ?? '');
  }

  get busyText(): string {
    return String(this.busy);
  }

  get asksPeople(): boolean {
    return this.item?.lineType === 'Booking';
  }

  get itemId(): string {
    return this.item?.id ?? '';
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async handleSave(): Promise<void> {
    const form = this.querySelector<Form>('[data-line-questions]');
    const choices = this.busy ? null : form?.choices();
    if (!form || !choices) return;
    this.busy = true;
    this.problem = '';
    try {
      await changeLine(this.storeCode, this.itemId, choices.configuration);
      announce(labels.saved);
      this.handleClose();
    } catch (error) {
      const { code, message, fields } = toStoreError(error);
      const isShown = form.showProblems(fields, code);
      this.problem = isShown && code !== 'FORM_CHANGED' ? '' : message;
    } finally {
      this.busy = false;
    }
  }
}
