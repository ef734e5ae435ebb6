import { LightningElement, api } from 'lwc';
import type { Assignment, Condition, FormPage, PatternPart, Question, RecordOptions } from 'c/formRules';
import { choice, listOf, NONE, operatorsOf, optionsFor, optionsOf, optionsText, TYPES, type Source } from 'c/formModel';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

type ConditionField = 'showWhen' | 'skipWhen' | 'requireWhen';

const NUMBERS = new Set(['minLength', 'maxLength', 'price', 'retentionDays']);
const TEXTS = new Set(['heading', 'note']);
const LIMITED = new Set(['integer', 'decimal', 'currency', 'rating', 'date', 'time', 'dateTime', 'choices', 'file']);
/** Of several values, which commas part; any other answer is one, with its commas. */
const SEVERAL = new Set(['choices', 'ranking', 'address']);
const OPTIONED = new Set(['choice', 'choices', 'ranking']);
/** Comparisons that can be wrong; the others always hold or never. */
const COMPARED = new Set(['is', 'isNot', 'atLeast', 'atMost', 'moreThan', 'lessThan']);
const CONDITIONS: { field: ConditionField; legend: string }[] = [
  { field: 'showWhen', legend: labels.showWhen },
  { field: 'skipWhen', legend: labels.skipWhen },
  { field: 'requireWhen', legend: labels.requireWhen },
];

const valueIn = (event: Event): unknown => {
  const input = event.target as HTMLInputElement;
  const detail = (event as CustomEvent<{ value?: unknown; checked?: boolean }>).detail;
  if (input.type === 'checkbox') return detail?.checked ?? input.checked;
  const value = detail?.value ?? input.value;
  return value === NONE || value === '' || value === undefined ? null : value;
};

/**
 * Edits one question.
 * @fires FormQuestionEditor#questionchange `{changes}` what becomes different of it
 */
export default class FormQuestionEditor extends LightningElement {
  @api question: Question | null = null;
  /** What its conditions and rules may name. */
  @api sources: Source[] = [];
  @api pages: FormPage[] = [];
  /** Values of its options that were published: they stay, whatever the options are called. */
  @api publishedOptions: string[] = [];
  @api disabled = false;

  labels = labels;
  types = TYPES;
  optionSources = [choice('list', labels.optionList), choice('records', labels.optionRecords)];
  open = ['basics', 'answer', 'conditions'];

  get type(): string {
    return this.question?.type ?? '';
  }

  get asks(): boolean {
    return !TEXTS.has(this.type);
  }

  get hasText(): boolean {
    return ['consent', 'note'].includes(this.type);
  }

  get hasOptions(): boolean {
    return OPTIONED.has(this.type);
  }

  get mayUseRecords(): boolean {
    return this.type === 'choice' || this.type === 'choices';
  }

  get optionSource(): string {
    return this.question?.records ? 'records' : 'list';
  }

  get usesRecords(): boolean {
    return this.mayUseRecords && Boolean(this.question?.records);
  }

  get usesList(): boolean {
    return this.hasOptions && !this.usesRecords;
  }

  get hasLimits(): boolean {
    return LIMITED.has(this.type);
  }

  get hasLengths(): boolean {
    return ['text', 'longText'].includes(this.type);
  }

  get isFile(): boolean {
    return this.type === 'file';
  }

  get options(): string {
    return optionsText(this.question?.options);
  }

  /** Among few answers nobody types one. */
  get picksDefault(): boolean {
    return this.type === 'yesNo' || (this.type === 'choice' && this.usesList);
  }

  get defaultPick(): string {
    return this.question?.defaultValues?.[0] ?? NONE;
  }

  get defaultOptions() {
    return [choice(NONE, labels.defaultNone), ...optionsFor(this.type, this.question?.options)];
  }

  get defaultText(): string {
    return (this.question?.defaultValues ?? []).join(', ');
  }

  get defaultSource(): string {
    return this.question?.defaultSource ?? NONE;
  }

  /** A default comes before any answer: of facts only. */
  get defaultSources() {
    return [choice(NONE, labels.fixed), ...this.sources.filter(({ value }) => value.includes('.'))];
  }

  get fileTypes(): string {
    return (this.question?.files?.types ?? []).join(', ');
  }

  get fileSize() {
    return this.question?.files?.maxMegabytes ?? null;
  }

  get hasPages(): boolean {
    return this.pages.length > 0;
  }

  get pageOptions() {
    return this.pages.map(({ key, title }) => choice(key, title || key));
  }

  get conditions() {
    return CONDITIONS.filter(({ field }) => this.asks || field !== 'requireWhen').map(({ field, legend }) => ({
      field,
      legend,
      condition: this.question?.[field] ?? null,
    }));
  }

  get rules() {
    return (this.question?.sets ?? []).map(({ whenTrue, values, source }, index) => ({
      key: `rule${index}`,
      index,
      title: fillLabel(labels.setTitle, index + 1),
      remove: fillLabel(labels.setRemove, index + 1),
      condition: whenTrue ?? null,
      source: source || NONE,
      isFixed: !source,
      values: (values ?? []).join(', '),
    }));
  }

  get ruleSources() {
    return [choice(NONE, labels.fixed), ...this.sources];
  }

  private get questions(): Source[] {
    return this.sources.filter(({ value }) => !value.includes('.'));
  }

  get compareSource(): string {
    return this.question?.compare?.source || NONE;
  }

  get compareSources() {
    return [choice(NONE, labels.compareNone), ...this.questions];
  }

  get isCompared(): boolean {
    return Boolean(this.question?.compare?.source);
  }

  get compareOperator(): string {
    return this.question?.compare?.operator ?? 'is';
  }

  get compareOperators() {
    return operatorsOf(this.type === 'yesNo' ? 'choice' : this.type).filter(({ value }) => COMPARED.has(value));
  }

  get compareMessage(): string {
    return this.question?.compare?.message ?? '';
  }

  private send(changes: Partial<Question>): void {
    this.dispatchEvent(new CustomEvent('questionchange', { detail: { changes } }));
  }

  private valuesOf(text: string): string[] {
    return SEVERAL.has(this.type) ? listOf(text) : [text.trim()].filter(Boolean);
  }

  handleQuestion(event: Event): void {
    const { field = '' } = (event.target as HTMLElement).dataset;
    const value = valueIn(event);
    const text = String(value ?? '');
    if (field === 'options') this.send({ options: optionsOf(text, this.question?.options, this.publishedOptions) });
    else if (field === 'defaultValues') this.send({ defaultValues: this.valuesOf(text) });
    else if (field === 'fileTypes') this.send({ files: { ...this.question?.files, types: listOf(text) } });
    else if (field === 'fileSize')
      this.send({ files: { ...this.question?.files, maxMegabytes: Number(text) || null } });
    else this.send({ [field]: NUMBERS.has(field) && value !== null ? Number(value) : value });
  }

  /** A key is changed once it is typed to its end: everything that names it follows. */
  handleKey(event: Event): void {
    const value = String(valueIn(event) ?? '').trim();
    if (value && value !== this.question?.key) this.send({ key: value });
  }

  handleOptionSource(event: CustomEvent<{ value: string }>): void {
    const records: RecordOptions | null =
      event.detail.value === 'records' ? { objectName: '', labelField: 'Name', filters: [] } : null;
    this.send({ records, options: [] });
  }

  handleRecords(event: CustomEvent<{ records: RecordOptions }>): void {
    this.send({ records: event.detail.records });
  }

  handlePattern(event: CustomEvent<{ pattern: PatternPart[] }>): void {
    this.send({ pattern: event.detail.pattern });
  }

  handleCondition(event: CustomEvent<{ condition: Condition | null }>): void {
    const { field } = (event.currentTarget as HTMLElement).dataset as { field: ConditionField };
    this.send({ [field]: event.detail.condition });
  }

  handleCompare(event: Event): void {
    const { part = '' } = (event.target as HTMLElement).dataset;
    const value = valueIn(event);
    if (part === 'source' && value === null) this.send({ compare: null });
    else
      this.send({
        compare: { operator: this.compareOperators[0]?.value ?? 'is', ...this.question?.compare, [part]: value },
      });
  }

  private putRules(sets: Assignment[]): void {
    this.send({ sets });
  }

  handleAddRule(): void {
    const [first] = this.sources;
    const whenTrue: Condition = { mode: 'all', items: [{ source: first.value, operator: 'answered', values: [] }] };
    this.putRules([...(this.question?.sets ?? []), { whenTrue, values: [], source: null }]);
  }

  private putRule(event: Event, change: Partial<Assignment>): void {
    const { index } = (event.currentTarget as HTMLElement).dataset;
    this.putRules((this.question?.sets ?? []).map((one, at) => (at === Number(index) ? { ...one, ...change } : one)));
  }

  handleRuleCondition(event: CustomEvent<{ condition: Condition | null }>): void {
    this.putRule(event, { whenTrue: event.detail.condition });
  }

  handleRuleSource(event: Event): void {
    this.putRule(event, { source: valueIn(event) as string | null });
  }

  handleRuleValues(event: Event): void {
    const text = String(valueIn(event) ?? '');
    this.putRule(event, { values: this.valuesOf(text) });
  }

  handleRemoveRule(event: Event): void {
    const { index } = (event.currentTarget as HTMLElement).dataset;
    this.putRules((this.question?.sets ?? []).filter((_, at) => at !== Number(index)));
  }
}
