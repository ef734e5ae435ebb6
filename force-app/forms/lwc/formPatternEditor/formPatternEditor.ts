import { LightningElement, api } from 'lwc';
import { matchesPattern, type PatternPart } from 'c/formRules';
import { choice } from 'c/formModel';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

const KINDS = [
  choice('letters', labels.patternLetters),
  choice('digits', labels.patternDigits),
  choice('lettersOrDigits', labels.patternBoth),
  choice('any', labels.patternAny),
  choice('text', labels.patternExact),
];
const MOST_PARTS = 20;

/**
 * Edits the shape of a text, part by part, in plain words.
 * @fires FormPatternEditor#patternchange `{pattern}`
 */
export default class FormPatternEditor extends LightningElement {
  @api pattern: PatternPart[] | null = null;
  @api disabled = false;

  labels = labels;
  kinds = KINDS;
  tried = '';

  private get all(): PatternPart[] {
    return this.pattern ?? [];
  }

  get parts() {
    return this.all.map(({ kind, fewest, most, text }, index) => ({
      key: `part${index}`,
      index,
      kind,
      isText: kind === 'text',
      fewest: fewest ?? 1,
      most: most ?? fewest ?? 1,
      text: text ?? '',
      remove: fillLabel(labels.patternRemove, index + 1),
    }));
  }

  get hasParts(): boolean {
    return this.all.length > 0;
  }

  get isFull(): boolean {
    return this.disabled || this.all.length >= MOST_PARTS;
  }

  /** The shape as a sentence. */
  get sentence(): string {
    const words = this.parts.map(({ kind, isText, fewest, most, text }) => {
      if (isText) return `“${text}”`;
      const name = (KINDS.find(({ value }) => value === kind)?.label ?? kind).toLowerCase();
      return most > fewest
        ? fillLabel(labels.patternRange, fewest, most, name)
        : fillLabel(labels.patternCount, fewest, name);
    });
    // A label keeps no blank at its end.
    return fillLabel(labels.patternReads, words.join(`${labels.patternThen.trimEnd()} `));
  }

  get triedText(): string {
    if (!this.tried) return '';
    return matchesPattern(this.all, this.tried) ? labels.patternFits : labels.patternMisfits;
  }

  private send(pattern: PatternPart[]): void {
    this.dispatchEvent(new CustomEvent('patternchange', { detail: { pattern } }));
  }

  handleAdd(): void {
    this.send([...this.all, { kind: 'digits', fewest: 1, most: 1 }]);
  }

  handleRemove(event: Event): void {
    const { index } = (event.currentTarget as HTMLElement).dataset;
    this.send(this.all.filter((_, at) => at !== Number(index)));
  }

  handlePart(event: CustomEvent<{ value: string }>): void {
    const { index, part } = (event.currentTarget as HTMLElement).dataset;
    const { value } = event.detail;
    this.send(
      this.all.map((one, at) => {
        if (at !== Number(index)) return one;
        if (part === 'kind') return value === 'text' ? { kind: value, text: '' } : { kind: value, fewest: 1, most: 1 };
        if (part === 'text') return { ...one, text: value };
        const count = Math.max(0, Math.round(Number(value) || 0));
        const next = { ...one, [part as string]: count };
        // Whoever raises the fewest over the most raises both.
        return part === 'fewest' ? { ...next, most: Math.max(count, one.most ?? one.fewest ?? 1) } : next;
      }),
    );
  }

  handleTry(event: CustomEvent<{ value: string }>): void {
    this.tried = event.detail.value;
  }
}
