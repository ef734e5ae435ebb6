import { LightningElement, api } from 'lwc';
import {
  boundary,
  defaultsOf,
  evaluate,
  isText,
  type Answers,
  type FormDefinition,
  type Outcome,
  type Question,
} from 'c/formRules';
import type { FileView, QuestionView } from 'c/formQuestion';
import { fillLabel } from 'c/storeFormat';
import type { StoreDto } from 'c/storeTypes';
import { labels } from './labels';
import { sentenceOf } from './sentences';
import { toldText } from './told';

interface PageView {
  key: string;
  title: string;
  views: QuestionView[];
}

const ALL = '';
const NO_FILES: FileView[] = [];
let lastForm = 0;

/**
 * The questions of a form: shown as the answers have it, page by page where it is wanted.
 * @fires FormFields#formchange `{answers, outcome, busy}` as people answer
 * @fires FormFields#pagechange `{isLast}`
 */
export default class FormFields extends LightningElement {
  static renderMode = 'light' as const;

  @api store: StoreDto | null = null;
  /** Where files are sent to; null: they cannot be sent. */
  @api versionId: string | null = null;
  /** Whether one page is shown at a time. */
  @api paged = false;
  /** Names of files that were sent before, by what answers call them. */
  @api sentFiles: Record<string, string> | null = null;
  /** Day by the store's clock. */
  @api today = '';
  /** What conditions may ask beside the answers. */
  @api context: Answers = {};
  /** Questions that were answered before: shown as told, until somebody wants to change them. */
  @api settled: string[] = [];
  private isReopened = false;

  labels = labels;
  form: FormDefinition | null = null;
  typed: Answers = {};
  outcome: Outcome | null = null;
  files: Record<string, FileView[]> = {};
  /** Questions whose problem is shown. */
  marked = new Set<string>();
  /** What the server found wrong, until it is answered anew. */
  refused: Record<string, string> = {};
  place = 0;
  private readonly scope = `form${(lastForm += 1)}`;
  private isPressed = false;
  /** Questions that were left while something was pressed. */
  private readonly left = new Set<string>();
  /** What was shown before, so that only what changed is rendered again. */
  private views = new Map<string, QuestionView>();
  private sources = new Map<string, File>();

  /** The form, as its version has it. */
  @api
  get definition(): FormDefinition | null {
    return this.form;
  }
  set definition(form: FormDefinition | null) {
    this.form = form;
    this.marked = new Set();
    this.refused = {};
    this.place = 0;
    this.isReopened = false;
  }

  /** Answers to begin with; null: the form's own defaults. */
  @api
  get answers(): Answers | null {
    return this.typed;
  }
  set answers(answers: Answers | null) {
    this.typed = { ...(answers ?? {}) };
    this.outcome = null;
  }

  connectedCallback(): void {
    this.begin();
    window.addEventListener('mousedown', this.handlePress, true);
    window.addEventListener('mouseup', this.handleRelease, true);
  }

  disconnectedCallback(): void {
    window.removeEventListener('mousedown', this.handlePress, true);
    window.removeEventListener('mouseup', this.handleRelease, true);
  }

  /** Starts with the defaults of questions that were not answered yet. */
  private begin(): void {
    // What was left blank is there as no values: only what was never answered, such as a new question, begins with its default.
    if (this.form) this.typed = { ...defaultsOf(this.form, this.context), ...this.typed };
    this.files = this.filesBefore();
    this.evaluate();
  }

  /** Files that were sent on another device, or before the form was changed. */
  private filesBefore(): Record<string, FileView[]> {
    const names = this.sentFiles ?? {};
    const asked = (this.form?.questions ?? []).filter(({ type, key }) => type === 'file' && this.typed[key]?.length);
    return Object.fromEntries(
      asked.map(({ key }) => [
        key,
        this.typed[key]
          .filter((token) => names[token])
          .map((token) => ({ token, name: names[token], percent: 100, problem: '' })),
      ]),
    );
  }

  private evaluate(): Outcome | null {
    this.outcome = this.form ? evaluate(this.form, this.typed, this.context, this.today) : null;
    return this.outcome;
  }

  private tell(): void {
    this.dispatchEvent(
      new CustomEvent('formchange', { detail: { answers: this.typed, outcome: this.evaluate(), busy: this.isBusy } }),
    );
  }

  /** Whether files are on their way. */
  @api
  get isBusy(): boolean {
    return Object.values(this.files).some((files) => files.some(({ percent, problem }) => percent < 100 && !problem));
  }

  /** Names of the files that have been sent, for whoever shows the answers once more. */
  @api
  get fileNames(): Record<string, string> {
    const sent = Object.values(this.files).flat();
    return Object.fromEntries(
      sent.filter(({ percent, problem }) => percent === 100 && !problem).map(({ token, name }) => [token, name]),
    );
  }

  /** What was typed, hidden answers too: the server drops them. */
  @api
  current(): Answers {
    return this.typed;
  }

  /** Shows what is wrong and goes to the first of it. @returns whether all is well */
  @api
  check(): boolean {
    this.forgiveBlanks();
    return this.checkKeys(this.outcome?.shown ?? []);
  }

  /** Shows what the server found wrong, by `form.` and key. @returns whether any of it is here */
  @api
  showProblems(fields: Record<string, string>): boolean {
    const found = Object.entries(fields)
      .filter(([name]) => name.startsWith('form.'))
      .map(([name, sentence]) => [name.slice('form.'.length), sentence] as const);
    this.refused = Object.fromEntries(found);
    const keys = (this.form?.questions ?? []).map(({ key }) => key).filter((key) => this.refused[key]);
    if (keys.length) this.goTo(keys[0]);
    return keys.length > 0;
  }

  /** Begins anew: the next piece has answers of its own. */
  @api
  clear(): void {
    this.typed = {};
    this.files = {};
    this.marked = new Set();
    this.refused = {};
    this.place = 0;
    this.begin();
  }

  /** What is left blank, and may be, is not wrong any more: a consent to new words may stay away. */
  private forgiveBlanks(): void {
    const { refused, typed, outcome } = this;
    const isBlank = (key: string) => !typed[key]?.length && !outcome?.problems[key] && !outcome?.required.has(key);
    this.refused = Object.fromEntries(Object.entries(refused).filter(([key]) => !isBlank(key)));
  }

  private checkKeys(keys: string[]): boolean {
    this.marked = new Set([...this.marked, ...keys]);
    const wrong = keys.find((key) => this.problemOf(key));
    if (wrong) this.goTo(wrong);
    return !wrong;
  }

  private problemOf(key: string): string {
    const question = this.form?.questions.find((one) => one.key === key) as Question;
    const code = this.outcome?.problems[key];
    return this.refused[key] ?? (code ? sentenceOf(code, question, this.today, this.store) : '');
  }

  private goTo(key: string): void {
    if (this.isSettled(key)) this.isReopened = true;
    const place = this.pages.findIndex(({ views }) => views.some(({ question }) => question.key === key));
    if (this.paged && place >= 0) this.place = place;
    // The field comes with the next rendering.
    Promise.resolve().then(() => {
      const field = this.querySelector<HTMLElement>(`[data-question="${key}"] [data-focus]:not(:disabled)`);
      field?.focus();
    });
  }

  private isSettled(key: string): boolean {
    return !this.isReopened && this.settled.includes(key);
  }

  /** What was told before. */
  get told(): { key: string; label: string; text: string }[] {
    const { form, outcome } = this;
    return (form?.questions ?? [])
      .filter(({ key, hidden }) => !hidden && this.isSettled(key) && outcome?.answers[key])
      .map((question) => ({
        key: question.key,
        label: question.label ?? question.key,
        text: toldText(question, outcome?.answers[question.key] ?? [], this.store?.locale),
      }));
  }

  get hasTold(): boolean {
    return this.told.length > 0;
  }

  handleReopen(): void {
    const [first] = this.told;
    this.isReopened = true;
    this.goTo(first.key);
  }

  /** What the pages were made of, and the pages: several getters of one rendering ask for them. */
  private readonly made: { of: unknown[]; pages: PageView[] } = { of: [], pages: [] };

  /** Pages that have something to show. */
  get pages(): PageView[] {
    const { form, outcome, typed, files, marked, refused, today, settled, isReopened } = this;
    const of = [form, outcome, typed, files, marked, refused, today, settled, isReopened];
    if (of.some((one, index) => one !== this.made.of[index])) Object.assign(this.made, { of, pages: this.makePages() });
    return this.made.pages;
  }

  private makePages(): PageView[] {
    const { form, outcome } = this;
    if (!form || !outcome) return [];
    const shown = new Set(outcome.shown);
    const listed = form.pages?.length ? form.pages : [{ key: ALL, title: '' }];
    return listed
      .map(({ key, title }) => ({
        key: key || 'all',
        title: title ?? '',
        views: form.questions
          .filter(
            (question) =>
              !question.hidden &&
              shown.has(question.key) &&
              !this.isSettled(question.key) &&
              (key === ALL || question.page === key),
          )
          .map((question) => this.viewOf(question)),
      }))
      .filter(({ views }) => views.length);
  }

  get shownPages(): PageView[] {
    return this.paged ? this.pages.slice(this.currentPlace, this.currentPlace + 1) : this.pages;
  }

  /** Pages may have gone since. */
  get currentPlace(): number {
    return Math.max(0, Math.min(this.place, this.pages.length - 1));
  }

  get hasSteps(): boolean {
    return this.paged && this.pages.length > 1;
  }

  get progress(): string {
    return fillLabel(labels.progress, this.currentPlace + 1, this.pages.length);
  }

  get hasBack(): boolean {
    return this.currentPlace > 0;
  }

  @api
  get isLast(): boolean {
    return !this.paged || this.currentPlace >= this.pages.length - 1;
  }

  get hasNext(): boolean {
    return !this.isLast;
  }

  private viewOf(question: Question): QuestionView {
    const { key } = question;
    const { outcome, typed, today } = this;
    const fixed = Boolean(outcome?.fixed.has(key));
    const view: QuestionView = {
      question,
      id: `${this.scope}-${key}`,
      values: fixed ? (outcome?.answers[key] ?? []) : (typed[key] ?? []),
      required: isText(question.type) || Boolean(outcome?.required.has(key)),
      fixed,
      problem: this.refused[key] || this.marked.has(key) ? this.problemOf(key) : '',
      least: boundary(question.minimum, today),
      most: boundary(question.maximum, today),
      files: this.files[key] ?? NO_FILES,
    };
    const before = this.views.get(key);
    const same =
      before &&
      (Object.keys(view) as (keyof QuestionView)[]).every((name) => {
        const isSame = name === 'values' && view.values.join('\n') === before.values.join('\n');
        return isSame || view[name] === before[name];
      });
    if (same) return before;
    this.views.set(key, view);
    return view;
  }

  handleAnswer(event: CustomEvent<{ key: string; values: string[] }>): void {
    const { key, values } = event.detail;
    this.put(key, values);
  }

  /** What a search found is an option from now on. */
  handleOption(event: CustomEvent<{ key: string; value: string; label: string }>): void {
    const { key, value, label } = event.detail;
    if (!this.form) return;
    this.form = {
      ...this.form,
      questions: this.form.questions.map((question) =>
        question.key === key && !question.options?.some((option) => option.value === value)
          ? { ...question, options: [...(question.options ?? []), { value, label }] }
          : question,
      ),
    };
  }

  private put(key: string, values: string[]): void {
    this.typed = { ...this.typed, [key]: values };
    if (this.refused[key]) {
      const { [key]: gone, ...others } = this.refused;
      this.refused = gone ? others : this.refused;
    }
    this.tell();
  }

  /** What was left is checked, unless it was left blank. */
  handleLeave(event: FocusEvent): void {
    const question = (event.target as HTMLElement).closest<HTMLElement>('[data-question]');
    const key = question?.dataset.question;
    const staysInside = event.relatedTarget instanceof Node && question?.contains(event.relatedTarget);
    if (!key || staysInside || !this.typed[key]?.length) return;
    if (this.isPressed) this.left.add(key);
    else this.marked = new Set([...this.marked, key]);
  }

  /** A message that comes while a button is pressed would move the button away from under the pointer, and the click would be lost. */
  private readonly handlePress = (): void => {
    this.isPressed = true;
  };

  private readonly handleRelease = (): void => {
    this.isPressed = false;
    if (!this.left.size) return;
    // The click comes right behind.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    setTimeout(() => {
      this.marked = new Set([...this.marked, ...this.left]);
      this.left.clear();
    });
  };

  handleNext(): void {
    const page = this.pages[this.currentPlace];
    if (page && this.checkKeys(page.views.map(({ question }) => question.key))) this.turn(1);
  }

  handleBack(): void {
    this.turn(-1);
  }

  private turn(by: number): void {
    this.place = this.currentPlace + by;
    this.dispatchEvent(new CustomEvent('pagechange', { detail: { isLast: this.isLast } }));
    Promise.resolve().then(() => {
      const top = this.querySelector<HTMLElement>('[data-progress]');
      top?.focus();
      top?.scrollIntoView?.({ block: 'nearest' });
    });
  }

  async handleFiles(event: CustomEvent<{ key: string; files: File[] }>): Promise<void> {
    const { key, files } = event.detail;
    const { newToken } = await import('c/formUpload');
    await Promise.all(
      files.map((file) => {
        const token = newToken();
        this.sources.set(token, file);
        this.files = {
          ...this.files,
          [key]: [...(this.files[key] ?? []), { token, name: file.name, percent: 0, problem: '' }],
        };
        return this.sendFile(key, token);
      }),
    );
  }

  private async sendFile(key: string, token: string): Promise<void> {
    const { sendFile } = await import('c/formUpload');
    const question = this.form?.questions.find((one) => one.key === key) as Question;
    this.note(key, token, { percent: 0, problem: '' });
    this.tell();
    const problem = await sendFile({
      storeCode: this.store?.code ?? '',
      versionId: this.versionId ?? '',
      question,
      token,
      file: this.sources.get(token) as File,
      progress: (percent) => this.note(key, token, { percent }),
    });
    this.note(key, token, problem ? { problem } : { percent: 100 });
    if (!problem) this.put(key, [...new Set([...(this.typed[key] ?? []), token])]);
    else this.tell();
  }

  private note(key: string, token: string, change: Partial<FileView>): void {
    this.files = {
      ...this.files,
      [key]: (this.files[key] ?? []).map((file) => (file.token === token ? { ...file, ...change } : file)),
    };
  }

  handleFileAgain(event: CustomEvent<{ key: string; token: string }>): void {
    this.sendFile(event.detail.key, event.detail.token);
  }

  handleFileRemove(event: CustomEvent<{ key: string; token: string }>): void {
    const { key, token } = event.detail;
    this.files = { ...this.files, [key]: (this.files[key] ?? []).filter((file) => file.token !== token) };
    this.sources.delete(token);
    this.put(
      key,
      (this.typed[key] ?? []).filter((one) => one !== token),
    );
  }
}
