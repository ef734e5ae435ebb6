import { LightningElement, api } from 'lwc';
import getObjects from '@salesforce/apex/FormRecordController.getObjects';
import getRecords from '@salesforce/apex/FormRecordController.getRecords';
import type { RecordFilter, RecordOptions } from 'c/formRules';
import { choice } from 'c/formModel';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type Objects = Awaited<ReturnType<typeof getObjects>>;
type Found = Awaited<ReturnType<typeof getRecords>>;

const OPERATORS = [
  choice('is', labels.opIs),
  choice('isNot', labels.opIsNot),
  choice('atLeast', labels.opAtLeast),
  choice('atMost', labels.opAtMost),
];
const MOST_FILTERS = 5;
/** Names that are listed to show what shoppers would see. */
const SHOWN = 8;
/** Objects that were read; the org does not change while somebody builds a form. */
let known: Objects | null = null;

/**
 * Edits which records are the options of a question.
 * @fires FormRecordsEditor#recordschange `{records}`
 */
export default class FormRecordsEditor extends LightningElement {
  @api disabled = false;

  labels = labels;
  operators = OPERATORS;
  objects: Objects = [];
  found: Found | null = null;
  errorMessage = '';
  isLoading = false;
  private chosen: RecordOptions | null = null;
  private asked = '';

  @api
  get records(): RecordOptions | null {
    return this.chosen;
  }
  set records(records: RecordOptions | null) {
    this.chosen = records;
    this.look();
  }

  async connectedCallback(): Promise<void> {
    try {
      known = known ?? (await getObjects());
      this.objects = known;
    } catch (error) {
      this.errorMessage = toStoreError(error).message;
    }
  }

  /** Reads what the object has, and what shoppers would choose from; an answer that a newer question overtook is dropped. */
  private async look(): Promise<void> {
    const records = JSON.stringify(this.chosen);
    if (!this.chosen?.objectName || records === this.asked) return;
    this.asked = records;
    this.isLoading = true;
    try {
      const found = await getRecords({ records });
      if (records !== this.asked) return;
      this.found = found;
      this.errorMessage = '';
    } catch (error) {
      if (records !== this.asked) return;
      this.errorMessage = toStoreError(error).message;
    }
    this.isLoading = false;
  }

  get objectName(): string {
    return this.chosen?.objectName ?? '';
  }

  get labelField(): string {
    return this.chosen?.labelField ?? '';
  }

  get objectOptions() {
    return this.objects.map(({ name, label }) => choice(name ?? '', `${label} (${name})`));
  }

  get names() {
    return (this.found?.names ?? []).map(({ name, label }) => choice(name ?? '', label ?? ''));
  }

  get fields() {
    return (this.found?.filters ?? []).map(({ name, label }) => choice(name ?? '', label ?? ''));
  }

  get hasObject(): boolean {
    return Boolean(this.chosen?.objectName);
  }

  get filters() {
    return (this.chosen?.filters ?? []).map((filter, index) => ({
      ...filter,
      key: `filter${index}`,
      index,
      remove: fillLabel(labels.recordsRemove, index + 1),
    }));
  }

  get isFull(): boolean {
    return this.disabled || !this.fields.length || this.filters.length >= MOST_FILTERS;
  }

  get seen(): string {
    const names = this.found?.options ?? [];
    if (!this.labelField || this.isLoading) return '';
    if (!names.length) return labels.recordsNone;
    const shown = names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ', …' : '');
    const sentence = fillLabel(labels.recordsSeen, shown);
    return this.found?.hasMore ? `${sentence} ${labels.recordsMore}` : sentence;
  }

  private send(change: Partial<RecordOptions>): void {
    const records = { objectName: '', labelField: '', ...this.chosen, ...change };
    this.dispatchEvent(new CustomEvent('recordschange', { detail: { records } }));
  }

  handleObject(event: CustomEvent<{ value: string }>): void {
    this.found = null;
    this.send({ objectName: event.detail.value, labelField: 'Name', filters: [] });
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.send({ labelField: event.detail.value });
  }

  handleAdd(): void {
    const [first] = this.fields;
    this.putFilters([...(this.chosen?.filters ?? []), { field: first.value, operator: 'is', value: '' }]);
  }

  private putFilters(filters: RecordFilter[]): void {
    this.send({ filters });
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    const { index, part } = (event.currentTarget as HTMLElement).dataset;
    const { value } = event.detail;
    this.putFilters(
      (this.chosen?.filters ?? []).map((one, at) => (at === Number(index) ? { ...one, [part as string]: value } : one)),
    );
  }

  handleRemove(event: Event): void {
    const { index } = (event.currentTarget as HTMLElement).dataset;
    this.putFilters((this.chosen?.filters ?? []).filter((_, at) => at !== Number(index)));
  }
}
