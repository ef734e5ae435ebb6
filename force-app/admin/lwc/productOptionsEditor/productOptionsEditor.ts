import { LightningElement, api } from 'lwc';
import addOptionLabel from '@salesforce/label/c.Admin_OptionAdd';
import addValueLabel from '@salesforce/label/c.Admin_OptionAddValue';
import down from '@salesforce/label/c.Admin_MoveDown';
import movedTo from '@salesforce/label/c.Admin_MovedTo';
import newOption from '@salesforce/label/c.Admin_OptionNew';
import newOptionExample from '@salesforce/label/c.Admin_OptionNewExample';
import newValues from '@salesforce/label/c.Admin_OptionNewValues';
import nameNeeded from '@salesforce/label/c.Admin_OptionNameNeeded';
import nameTaken from '@salesforce/label/c.Admin_OptionNameTaken';
import newValuesExample from '@salesforce/label/c.Admin_OptionNewValuesExample';
import optionName from '@salesforce/label/c.Admin_OptionName';
import remove from '@salesforce/label/c.Admin_Remove';
import rename from '@salesforce/label/c.Admin_Rename';
import valueTaken from '@salesforce/label/c.Admin_OptionValueTaken';
import valuesNeeded from '@salesforce/label/c.Admin_OptionValuesNeeded';
import up from '@salesforce/label/c.Admin_MoveUp';
import valueHelp from '@salesforce/label/c.Admin_OptionValueHelp';
import valuesOf from '@salesforce/label/c.Admin_OptionValues';
import { fillLabel } from 'c/storeFormat';
import {
  MAX_OPTIONS,
  addOption,
  addValue,
  moveOption,
  moveValue,
  optionsOf,
  removeOption,
  removeValue,
  renameOption,
  renameValue,
  type Draft,
} from 'c/productDraft';

const isAlike = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The options of a product and their values. Fires `draftchange` with the draft that a change makes. */
export default class ProductOptionsEditor extends LightningElement {
  @api draft: Draft | null = null;
  /** Messages by field of the draft. */
  @api errors: Record<string, string> = {};

  labels = {
    addOption: addOptionLabel,
    addValue: addValueLabel,
    newOption,
    newOptionExample,
    newValues,
    newValuesExample,
    optionName,
    valueHelp,
  };
  announcement = '';
  /** Why the new option is not there yet. */
  newProblem = '';
  /** What was wrong with a value that was typed: the option's index and the message. */
  valueProblem = { index: -1, text: '' };
  /** The value that is being renamed, as `option/value` indexes. */
  edited = '';
  /** What gets the focus after the next rendering. */
  private focusOn = '';
  private dragged: { index: number; at: number } | null = null;

  get options() {
    return this.draft ? optionsOf(this.draft) : [];
  }

  get rows() {
    const { options } = this;
    return options.map(({ name, values }, index) => ({
      key: `option-${index}`,
      index,
      name,
      legend: name || `${optionName} ${index + 1}`,
      upName: `${up}: ${name}`,
      downName: `${down}: ${name}`,
      removeName: `${remove}: ${name}`,
      valuesName: `${valuesOf}: ${name}`,
      addName: `${addValueLabel}: ${name}`,
      isFirst: index === 0,
      isLast: index === options.length - 1,
      error: this.nameProblem(index) || this.errors[`option.${index}`] || this.valueProblemOf(index),
      values: values.map((text, at) => ({
        key: `${index}-${text}`,
        at,
        text,
        isEdited: this.edited === `${index}/${at}`,
        pillName: `${rename}: ${text}`,
        renameName: `${rename}: ${text}`,
        removeName: `${remove}: ${text}`,
      })),
    }));
  }

  /** What is wrong with the name of an option; its place may be that of no option, for a new one. */
  private nameProblem(index: number, name = this.options[index]?.name ?? ''): string {
    if (!name.trim()) return nameNeeded;
    const isTaken = this.options.some((other, at) => at !== index && isAlike(other.name, name));
    return isTaken ? nameTaken : '';
  }

  private valueProblemOf(index: number): string {
    return this.valueProblem.index === index ? this.valueProblem.text : '';
  }

  /** Tells the values that an option has already. */
  private tellTaken(index: number, values: string[]) {
    const known = this.options[index]?.values ?? [];
    const taken = values.find((value) => known.some((each) => isAlike(each, value)));
    this.valueProblem = { index, text: taken === undefined ? '' : fillLabel(valueTaken, taken) };
  }

  get canAdd(): boolean {
    return this.options.length < MAX_OPTIONS;
  }

  renderedCallback() {
    if (!this.focusOn) return;
    const target = this.template?.querySelector<HTMLInputElement>(this.focusOn);
    this.focusOn = '';
    target?.focus();
    if (target?.matches('[data-rename]')) target.select();
  }

  /** Leaves the field that is being typed into, so that it tells its value. */
  @api
  commit() {
    (this.template?.activeElement as HTMLElement | null)?.blur();
  }

  private emit(draft: Draft) {
    this.dispatchEvent(new CustomEvent('draftchange', { detail: draft }));
  }

  private place(event: Event): { index: number; at: number; text: string } {
    const { index, at } = (event.currentTarget as HTMLElement).dataset;
    const place = { index: Number(index), at: Number(at ?? -1) };
    return { ...place, text: this.options[place.index]?.values[place.at] ?? '' };
  }

  handleAddOption() {
    const field = (name: string) =>
      this.template?.querySelector(`[data-new-${name}]`) as unknown as { value: string; focus(): void } | null;
    const [name, values] = [field('name'), field('values')];
    const [first, ...others] = parts(values?.value ?? '');
    if (!this.draft || !name) return;
    const problem = this.nameProblem(-1, name.value ?? '');
    this.newProblem = problem || (first === undefined ? valuesNeeded : '');
    if (problem || first === undefined) {
      (problem ? name : values)?.focus();
      return;
    }
    let draft = addOption(this.draft, name.value.trim(), first);
    for (const value of others) draft = addValue(draft, draft.optionNames.length - 1, value);
    name.value = '';
    if (values) values.value = '';
    this.emit(draft);
  }

  handleRename(event: Event) {
    const { index } = this.place(event);
    this.emit(renameOption(this.draft!, index, (event.currentTarget as unknown as { value: string }).value));
  }

  handleMoveOption(event: Event) {
    const { index } = this.place(event);
    const step = Number((event.currentTarget as HTMLElement).dataset.step);
    this.announcement = fillLabel(movedTo, this.options[index]?.name ?? '', index + step + 1);
    this.emit(moveOption(this.draft!, index, index + step));
  }

  handleRemoveOption(event: Event) {
    this.emit(removeOption(this.draft!, this.place(event).index));
  }

  handleAddKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    this.addTyped(event);
  }

  handleAddBlur(event: Event) {
    this.addTyped(event);
  }

  private addTyped(event: Event) {
    const input = event.currentTarget as HTMLInputElement;
    const { index } = this.place(event);
    const values = parts(input.value);
    input.value = '';
    this.tellTaken(index, values);
    if (values.length === 0) return;
    this.emit(values.reduce((draft, value) => addValue(draft, index, value), this.draft!));
  }

  handleRemoveValue(event: Event) {
    const { index, text } = this.place(event);
    this.emit(removeValue(this.draft!, index, text));
  }

  handleEditValue(event: Event) {
    const { index, at } = this.place(event);
    this.edited = `${index}/${at}`;
    this.focusOn = '[data-rename]';
  }

  handleRenameKey(event: KeyboardEvent) {
    if (event.key === 'Enter') this.rename(event);
    else if (event.key === 'Escape') this.closeRename(event);
  }

  handleRenameBlur(event: Event) {
    if (this.edited) this.rename(event);
  }

  private rename(event: Event) {
    const { index, text } = this.place(event);
    const typed = (event.currentTarget as HTMLInputElement).value.trim();
    this.closeRename(event);
    const others = this.options[index]?.values.filter((value) => value !== text) ?? [];
    const isTaken = others.some((value) => isAlike(value, typed));
    this.valueProblem = { index, text: isTaken ? fillLabel(valueTaken, typed) : '' };
    if (typed && typed !== text && !isTaken) this.emit(renameValue(this.draft!, index, text, typed));
  }

  private closeRename(event: Event) {
    const { index, at } = this.place(event);
    this.edited = '';
    this.focusOn = `[data-pill][data-index="${index}"][data-at="${at}"]`;
  }

  /** Arrow keys put the value into another place. */
  handlePillKey(event: KeyboardEvent) {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const { index, at } = this.place(event);
    this.moveValue(index, at, at + step);
  }

  private moveValue(index: number, from: number, to: number) {
    const values = this.options[index]?.values ?? [];
    if (to < 0 || to >= values.length || from === to) return;
    this.announcement = fillLabel(movedTo, values[from] ?? '', to + 1);
    this.focusOn = `[data-pill][data-index="${index}"][data-at="${to}"]`;
    this.emit(moveValue(this.draft!, index, from, to));
  }

  handleDragStart(event: DragEvent) {
    this.dragged = this.place(event);
    event.dataTransfer?.setData('text/plain', '');
  }

  handleDragOver(event: DragEvent) {
    if (this.dragged?.index === this.place(event).index) event.preventDefault();
  }

  handleDrop(event: DragEvent) {
    event.preventDefault();
    const { index, at } = this.place(event);
    if (this.dragged?.index === index) this.moveValue(index, this.dragged.at, at);
    this.dragged = null;
  }
}

/** Texts between commas. */
function parts(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
