import { LightningElement, api } from 'lwc';
import type { Condition } from 'c/formRules';
import { choice, conditionOf, listOf, operatorsOf, rowsOf, type Source } from 'c/formModel';
import { labels } from './labels';

/** Groups in groups beyond that are more than anybody reads. */
const DEEPEST = 2;

/**
 * Edits when something holds: comparisons and groups of them, joined by and or or.
 * @fires FormConditionEditor#conditionchange `{condition}`; null for none
 */
export default class FormConditionEditor extends LightningElement {
  /** What it decides. */
  @api legend = '';
  @api condition: Condition | null = null;
  /** What it may name. */
  @api sources: Source[] = [];
  @api disabled = false;
  /** How many groups it stands in. */
  @api level = 0;

  labels = labels;
  modes = [choice('all', labels.allOf), choice('any', labels.anyOf)];

  get mode(): string {
    return this.condition?.mode ?? 'all';
  }

  get groupClass(): string {
    return this.level ? 'group' : 'top';
  }

  get hasSeveral(): boolean {
    return this.rows.length > 1;
  }

  get mayGroup(): boolean {
    return this.level < DEEPEST;
  }

  get nextLevel(): number {
    return this.level + 1;
  }

  get rows() {
    return rowsOf(this.condition).map((row, index) => {
      const { source, operator, values } = row;
      const isGroup = !source && Boolean(row.items);
      const found = this.sources.find((one) => one.value === source);
      const chosen = values ?? [];
      const hasValue = operator !== 'answered';
      const hasOptions = Boolean(found?.options.length) && operator !== 'atLeast' && operator !== 'atMost';
      return {
        key: `row${index}`,
        index,
        isGroup,
        group: row,
        source: source ?? '',
        sources: found ? this.sources : [choice(source ?? '', source ?? ''), ...this.sources],
        operator: operator ?? 'is',
        operators: operatorsOf(found?.type ?? 'text'),
        isGone: !found,
        isText: hasValue && !hasOptions,
        isChoice: hasValue && hasOptions && operator !== 'anyOf',
        isChoices: hasValue && hasOptions && operator === 'anyOf',
        options: found?.options ?? [],
        value: chosen.join(', '),
        first: chosen[0] ?? '',
        values: chosen,
      };
    });
  }

  private send(condition: Condition | null): void {
    this.dispatchEvent(new CustomEvent('conditionchange', { detail: { condition } }));
  }

  private put(index: number, row: Condition | null): void {
    const rows = [...rowsOf(this.condition)];
    if (row) rows[index] = row;
    else rows.splice(index, 1);
    this.send(conditionOf(this.mode, rows));
  }

  private index(event: Event): number {
    return Number((event.currentTarget as HTMLElement).dataset.index);
  }

  handleMode(event: CustomEvent<{ value: string }>): void {
    this.send(conditionOf(event.detail.value, rowsOf(this.condition)));
  }

  private fresh(): Condition {
    const [{ value, type, options }] = this.sources;
    const [, second] = operatorsOf(type);
    return {
      source: value,
      operator: (second ?? operatorsOf(type)[0]).value,
      values: options.length ? [options[0].value] : [],
    };
  }

  handleAdd(): void {
    this.send(conditionOf(this.mode, [...rowsOf(this.condition), this.fresh()]));
  }

  handleAddGroup(): void {
    const group: Condition = { mode: this.mode === 'all' ? 'any' : 'all', items: [this.fresh()] };
    this.send(conditionOf(this.mode, [...rowsOf(this.condition), group]));
  }

  handleRemove(event: Event): void {
    this.put(this.index(event), null);
  }

  handleSource(event: CustomEvent<{ value: string }>): void {
    const index = this.index(event);
    const row = rowsOf(this.condition)[index];
    const source = this.sources.find(({ value }) => value === event.detail.value) as Source;
    const operators = operatorsOf(source.type).map(({ value }) => value);
    const operator = operators.includes(row.operator ?? '') ? row.operator : (operators[1] ?? operators[0]);
    const values = source.options.length ? [source.options[0].value] : [];
    this.put(index, { source: source.value, operator, values });
  }

  handleOperator(event: CustomEvent<{ value: string }>): void {
    const index = this.index(event);
    this.put(index, { ...rowsOf(this.condition)[index], operator: event.detail.value });
  }

  handleValue(event: CustomEvent<{ value: string | string[] }>): void {
    const index = this.index(event);
    const row = rowsOf(this.condition)[index];
    const { value } = event.detail;
    const values = Array.isArray(value)
      ? value
      : row.operator === 'anyOf'
        ? listOf(value)
        : [value.trim()].filter(Boolean);
    this.put(index, { ...row, values });
  }

  handleGroup(event: CustomEvent<{ condition: Condition | null }>): void {
    event.stopPropagation();
    this.put(this.index(event), event.detail.condition);
  }
}
