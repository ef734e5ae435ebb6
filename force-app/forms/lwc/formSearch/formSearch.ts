import { LightningElement, api } from 'lwc';
import search from '@salesforce/apex/FormOptionController.search';
import failed from '@salesforce/label/c.Forms_Search_Failed';
import found from '@salesforce/label/c.Forms_Search_Found';
import hint from '@salesforce/label/c.Forms_Search_Hint';
import none from '@salesforce/label/c.Forms_Search_None';
import { fillLabel } from 'c/storeFormat';

export interface FoundOption {
  value: string;
  label: string;
}

/** Milliseconds without typing before the server is asked. */
const PAUSE = 250;

/**
 * Finds an option among many by its name: a combobox with a list (APG).
 * @fires FormSearch#optionchoose `{value, label}`; blank when what was chosen is taken back
 */
export default class FormSearch extends LightningElement {
  static renderMode = 'light' as const;

  /** Unique in the page. */
  @api fieldId = '';
  @api storeCode = '';
  @api versionId = '';
  /** Key of the question. */
  @api question = '';
  /** What is offered before anything is typed. */
  @api options: FoundOption[] = [];
  /** Name of what is chosen; blank for nothing. */
  @api chosen = '';
  /** Name of the field where no label stands beside it. */
  @api label: string | null = null;
  @api describedBy: string | null = null;
  @api invalid = 'false';
  @api required = 'false';
  @api disabled = false;

  labels = { hint };
  text: string | null = null;
  results: FoundOption[] | null = null;
  isOpen = false;
  active = -1;
  status = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = '';

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get value(): string {
    return this.text ?? this.chosen;
  }

  get listId(): string {
    return `${this.fieldId}-list`;
  }

  get expanded(): string {
    return String(this.isOpen && this.rows.length > 0);
  }

  get activeId(): string | null {
    return this.active >= 0 ? `${this.fieldId}-o${this.active}` : null;
  }

  get rows() {
    return (this.results ?? this.options).map(({ value, label }, index) => ({
      value,
      label,
      index,
      id: `${this.fieldId}-o${index}`,
      selected: String(index === this.active),
      rowClass: index === this.active ? 'form-found active' : 'form-found',
    }));
  }

  get isHidden(): boolean {
    return !this.isShown;
  }

  get isShown(): boolean {
    return this.isOpen && this.rows.length > 0;
  }

  handleInput(event: Event): void {
    event.stopPropagation();
    this.text = (event.target as HTMLInputElement).value;
    this.isOpen = true;
    this.active = -1;
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.timer = setTimeout(() => this.look(), PAUSE);
    if (!this.text) this.tell('', '');
  }

  /** An answer that a newer question has overtaken is dropped. */
  private async look(): Promise<void> {
    const text = this.text ?? '';
    this.asked = text;
    const { storeCode, versionId, question } = this;
    try {
      const options = (await search({ storeCode, versionId, question, text })) as unknown as FoundOption[];
      if (this.asked !== text) return;
      this.results = options;
      this.status = options.length ? fillLabel(found, options.length) : none;
    } catch {
      this.results = [];
      this.status = failed;
    }
  }

  handleFocus(): void {
    this.isOpen = true;
  }

  handleLeave(): void {
    this.isOpen = false;
    this.active = -1;
    // What was typed and not chosen is no answer.
    this.text = null;
  }

  handleKeys(event: KeyboardEvent): void {
    const { length } = this.rows;
    if (event.key === 'Escape') {
      this.handleLeave();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && length) {
      event.preventDefault();
      this.isOpen = true;
      const by = event.key === 'ArrowDown' ? 1 : -1;
      this.active = (this.active + by + length + (this.active < 0 && by < 0 ? 1 : 0)) % length;
    } else if (event.key === 'Enter' && this.isShown && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    }
  }

  /** Before the field loses the focus. */
  handlePick(event: Event): void {
    event.preventDefault();
    this.choose(Number((event.currentTarget as HTMLElement).dataset.index));
  }

  private choose(index: number): void {
    const { value, label } = this.rows[index];
    this.tell(value, label);
    this.text = null;
    this.isOpen = false;
    this.active = -1;
    this.status = label;
  }

  private tell(value: string, label: string): void {
    this.dispatchEvent(new CustomEvent('optionchoose', { detail: { value, label } }));
  }
}
