import { LightningElement } from 'lwc';
import { errorText } from '../../data/errors.js';
import { findRecords, type FoundRecord } from '../../data/search.js';
import { navigate } from '../../router.js';

interface Option extends FoundRecord {
  domId: string;
  selected: 'true' | 'false';
  className: string;
  detailText: string;
}

/** Milliseconds without typing before records are looked for. */
const PAUSE = 200;
const MOST = 8;

/** The search box of the header: a combobox that suggests records while one types; Enter shows all results. */
export default class GlobalSearch extends LightningElement {
  text = '';
  open = false;
  active = -1;
  found: FoundRecord[] = [];
  message = '';
  timer: ReturnType<typeof setTimeout> | undefined;
  sequence = 0;

  get expanded(): string {
    return String(this.open);
  }

  get comboboxClass(): string {
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${this.open ? ' slds-is-open' : ''}`;
  }

  get activeId(): string | null {
    return this.open && this.active >= 0 ? `found-${this.active}` : null;
  }

  get allLabel(): string {
    return `Show all results for “${this.text.trim()}”`;
  }

  get options(): Option[] {
    return this.found.map((record, index) => ({
      ...record,
      domId: `found-${index}`,
      selected: index === this.active ? 'true' : 'false',
      className: `slds-media slds-media_center slds-listbox__option slds-listbox__option_entity slds-listbox__option_has-meta${index === this.active ? ' slds-has-focus' : ''}`,
      detailText: [record.label, ...record.details].join(' · '),
    }));
  }

  handleInput(event: Event): void {
    const box = event.target as HTMLInputElement;
    box.setCustomValidity('');
    this.text = box.value;
    clearTimeout(this.timer);
    const sequence = ++this.sequence;
    if (this.text.trim().length < 2) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => void this.suggest(sequence), PAUSE);
  }

  async suggest(sequence: number): Promise<void> {
    try {
      const found = await findRecords(this.text.trim(), MOST);
      if (sequence !== this.sequence) return;
      this.found = found;
      this.message = found.length ? `${found.length} records found` : 'No records found';
    } catch (error) {
      if (sequence !== this.sequence) return;
      this.found = [];
      this.message = errorText(error);
    }
    this.active = -1;
    this.open = true;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.open) {
      event.preventDefault();
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && this.found.length) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.open = true;
      this.active =
        (this.active + step + this.found.length + (this.active < 0 && step < 0 ? 1 : 0)) % this.found.length;
    }
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    const chosen = this.open ? this.found[this.active] : undefined;
    if (chosen) this.go(chosen.href);
    else this.showAll();
  }

  /** The option is followed before the box loses its focus. */
  handlePress(event: MouseEvent): void {
    event.preventDefault();
  }

  handleChoice(event: Event): void {
    this.go((event.currentTarget as HTMLElement).dataset.href ?? '');
  }

  handleAll(): void {
    this.showAll();
  }

  handleBlur(): void {
    this.close();
  }

  showAll(): void {
    const text = this.text.trim();
    const box = this.template?.querySelector<HTMLInputElement>('input');
    if (text.length < 2) {
      box?.setCustomValidity('Type at least two characters.');
      box?.reportValidity();
      return;
    }
    this.close();
    navigate({ type: 'standard__search', attributes: {}, state: { q: text } });
  }

  go(url: string): void {
    this.close();
    navigate({ type: 'standard__webPage', attributes: { url } });
  }

  close(): void {
    clearTimeout(this.timer);
    this.sequence++;
    this.open = false;
    this.active = -1;
    this.message = '';
  }
}
