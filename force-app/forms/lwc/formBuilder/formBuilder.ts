import { LightningElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import archiveForm from '@salesforce/apex/FormAdminController.archiveForm';
import copyForm from '@salesforce/apex/FormAdminController.copyForm';
import deleteForm from '@salesforce/apex/FormAdminController.deleteForm';
import getChoices from '@salesforce/apex/FormAdminController.getChoices';
import getImpact from '@salesforce/apex/FormAdminController.getImpact';
import openForm from '@salesforce/apex/FormAdminController.openForm';
import publishForm from '@salesforce/apex/FormAdminController.publishForm';
import restoreForm from '@salesforce/apex/FormAdminController.restoreForm';
import saveForm from '@salesforce/apex/FormAdminController.saveForm';
import getRecords from '@salesforce/apex/FormRecordController.getRecords';
import {
  addPage,
  barePlace,
  canMove,
  choice,
  copyPage,
  copyQuestion,
  dropQuestion,
  firstOf,
  freeKey,
  inOrder,
  isNamed,
  listOf,
  movePage,
  moveQuestion,
  namedFacts,
  nameOf,
  NONE,
  removePage,
  renameQuestion,
  languageName,
  sourcesBefore,
  storeTime,
  inLanguage,
  typeLabel,
  type Place,
} from 'c/formModel';
import FormPublishDialog from 'c/formPublishDialog';
import {
  isText,
  type Answers,
  type Condition,
  type FormDefinition,
  type FormOption,
  type FormPage,
  type Outcome,
  type Question,
} from 'c/formRules';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import type { StoreDto } from 'c/storeTypes';
import { labels } from './labels';

type Choices = Awaited<ReturnType<typeof getChoices>>;
type Draft = Awaited<ReturnType<typeof openForm>>;
type Saved = NonNullable<NonNullable<Parameters<typeof saveForm>[0]>['draft']>;

/** What fields of the form are called where the server says what is wrong with them. */
const FIELDS: Record<string, string> = {
  name: labels.name,
  slug: labels.address,
  captcha: labels.captcha,
  retentionDays: labels.retention,
  placements: labels.placements,
  definition: labels.questions,
  questions: labels.questions,
};
const NUMBERS = new Set(['editHours', 'retentionDays']);
const EMPTY = '{"questions":[]}';
/** Steps that can be taken back. */
const MOST_UNDONE = 50;
/** Longer forms are shown anew once nobody has typed for a moment. */
const QUICK = 60;
const PAUSE = 400;
const CUSTOMER: Answers = {
  'customer.signedIn': ['true'],
  'customer.email': ['ada@example.com'],
  'customer.firstName': ['Ada'],
  'customer.lastName': ['Lovelace'],
  'cart.total': ['49.00'],
  'cart.pieces': ['2'],
  'cart.country': ['US'],
};
const GUEST: Answers = { 'customer.signedIn': ['false'] };

const valueIn = (event: Event): unknown => {
  const input = event.target as HTMLInputElement;
  const detail = (event as CustomEvent<{ value?: unknown; checked?: boolean }>).detail;
  if (input.type === 'checkbox' || input.type === 'toggle') return detail?.checked ?? input.checked;
  const value = detail?.value ?? input.value;
  return value === NONE || value === '' || value === undefined ? null : value;
};

/** Makes and edits forms, shows them as shoppers see them, and publishes them. */
export default class FormBuilder extends LightningElement {
  labels = labels;
  choices: Choices | null = null;
  draft: Draft | null = null;
  form: FormDefinition = { questions: [] };
  /** Place of the question that is edited; -1: none. */
  selected = -1;
  /** Key of the page that is edited; blank: none. */
  selectedPage = '';
  tab = 'questions';
  isLoading = true;
  isBusy = false;
  isDirty = false;
  news = '';
  errorMessage = '';
  /** Somebody else saved the form meanwhile. */
  isStale = false;
  withArchived = false;
  /** Of the preview; blank: the form's own. */
  previewLanguage = NONE;
  problems: Record<string, string> = {};
  isPhone = true;
  isCustomer = false;
  /** What the trial is told of product, cart and membership. */
  trialFacts: Answers = {};
  /** What the preview shows; replaced as a whole, so that it begins anew. */
  preview: { key: number; definition: FormDefinition; answers: Answers | null; context: Answers }[] = [];
  outcome: Outcome | null = null;
  tried: Answers = {};
  today = new Date().toISOString().slice(0, 10);
  private former: FormDefinition[] = [];
  private dragged = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Options of records, as the server told them, by what they are chosen by. */
  private records = new Map<string, FormOption[]>();
  private focusRow = false;

  async connectedCallback(): Promise<void> {
    await this.attempt(async () => {
      this.choices = await getChoices();
      const first = this.choices.forms?.find(({ isArchived }) => !isArchived);
      if (first) this.take(await openForm({ formId: first.id }));
    });
    this.isLoading = false;
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  /** The focus follows a question that was moved by keyboard. */
  renderedCallback(): void {
    if (!this.focusRow) return;
    this.focusRow = false;
    this.template?.querySelector<HTMLElement>('.row.selected .name')?.focus();
  }

  private async attempt(step: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    try {
      await step();
      this.errorMessage = '';
      this.isStale = false;
    } catch (error) {
      const { code, message, fields } = toStoreError(error);
      this.isStale = code === 'STALE';
      this.errorMessage = message;
      this.problems = fields;
    } finally {
      this.isBusy = false;
    }
  }

  private take(draft: Draft): void {
    this.draft = draft;
    this.form = JSON.parse(draft.definition ?? EMPTY);
    this.problems = draft.problems ?? {};
    this.isStale = false;
    this.errorMessage = '';
    if (!this.languages.some(({ value }) => value === this.previewLanguage)) this.previewLanguage = NONE;
    this.selected = this.form.questions.length ? 0 : -1;
    this.selectedPage = '';
    this.former = [];
    this.isDirty = false;
    this.tried = {};
    this.trialFacts = {};
    this.renew();
  }

  /** The preview follows what is edited; what was tried stays. */
  private renew(): void {
    const definition = inLanguage(this.form, this.previewLanguage);
    for (const question of definition.questions) {
      if (!question.records) continue;
      const key = JSON.stringify(question.records);
      question.options = this.records.get(key) ?? [];
      if (!this.records.has(key)) this.readRecords(key);
    }
    const answers = Object.keys(this.tried).length ? this.tried : null;
    this.preview = [{ key: (this.preview[0]?.key ?? 0) + 1, definition, answers, context: this.context }];
    this.outcome = null;
  }

  private async readRecords(key: string): Promise<void> {
    this.records.set(key, []);
    try {
      const { options } = await getRecords({ records: key });
      this.records.set(
        key,
        (options ?? []).map((label, index) => ({ value: `record-${index}`, label })),
      );
      this.renew();
    } catch {
      // The editor of the question says why; the preview shows no options meanwhile.
    }
  }

  get context(): Answers {
    return { ...(this.isCustomer ? CUSTOMER : GUEST), ...this.trialFacts };
  }

  /** Facts that the form asks about, with what they are in the trial. Who is signed in is chosen beside it. */
  get trialRows() {
    return namedFacts(this.form)
      .filter(({ value }) => value !== 'customer.signedIn')
      .map(({ value, label }) => ({ key: value, label, value: (this.context[value] ?? []).join(', ') }));
  }

  get hasTrialRows(): boolean {
    return this.trialRows.length > 0;
  }

  get forms() {
    const listed = (this.choices?.forms ?? []).filter(
      ({ id, isArchived }) => this.withArchived || !isArchived || id === this.draft?.id,
    );
    return listed.map(({ id, name, isArchived }) =>
      choice(id ?? '', isArchived ? fillLabel(labels.archivedMark, name ?? '') : (name ?? '')),
    );
  }

  get hasForms(): boolean {
    return this.forms.length > 0;
  }

  get isEmpty(): boolean {
    return Boolean(this.choices) && !this.hasForms && !this.draft;
  }

  /** Values of the selected question's options that answers and conditions may name already. */
  get publishedOptions(): string[] {
    const { publishedDefinition } = this.draft ?? {};
    const asked: FormDefinition | null = publishedDefinition ? JSON.parse(publishedDefinition) : null;
    const question = asked?.questions.find(({ key }) => key === this.question?.key);
    return (question?.options ?? []).map(({ value }) => value);
  }

  get formId(): string {
    return this.draft?.id ?? '';
  }

  get stores() {
    const own = (this.choices?.stores ?? []).filter(({ isEditable }) => isEditable);
    const listed = own.map(({ id, name }) => choice(id ?? '', name ?? ''));
    return this.choices?.mayAskEverywhere ? [choice(NONE, labels.allStores), ...listed] : listed;
  }

  /** How the preview spells amounts: as the form's store does, or the first one where it is asked in all. */
  get previewStore(): StoreDto | null {
    const stores = this.choices?.stores ?? [];
    const { locale, currencyCode } = stores.find(({ id }) => id === this.draft?.storeId) ?? stores[0] ?? {};
    return { locale, currencyCode } as unknown as StoreDto;
  }

  get mayMake(): boolean {
    return this.stores.length > 0;
  }

  get storeId(): string {
    return this.draft?.storeId ?? NONE;
  }

  get isLocked(): boolean {
    return this.isBusy || this.draft?.isEditable === false || this.isArchived;
  }

  get cannotUndo(): boolean {
    return this.isLocked || !this.former.length;
  }

  get state(): string {
    const number = this.draft?.publishedNumber;
    if (!number) return labels.stateDraft;
    return fillLabel(this.draft?.isPublished && !this.isDirty ? labels.statePublished : labels.stateChanged, number);
  }

  /** Of an archived form the chooser and the sentence below say it. */
  get hasState(): boolean {
    return Boolean(this.draft) && !this.isArchived;
  }

  get stateClass(): string {
    const isLive = this.draft?.isPublished && !this.isDirty;
    return isLive ? 'slds-badge slds-theme_success' : 'slds-badge slds-badge_lightest';
  }

  get isArchived(): boolean {
    return this.draft?.isArchived === true;
  }

  get hasArchived(): boolean {
    return (this.choices?.forms ?? []).some(({ isArchived }) => isArchived);
  }

  get mayArchive(): boolean {
    return Boolean(this.draft?.id && this.draft.isEditable && !this.isArchived);
  }

  get mayRestore(): boolean {
    return Boolean(this.draft?.isEditable && this.isArchived);
  }

  /** When a limit of sends was reached last, or until when it stops everybody. */
  get limited(): string {
    const { limitedAt, limitedBy, limitedUntil } = this.draft ?? {};
    if (limitedUntil) return fillLabel(labels.limitedNow, storeTime(limitedUntil, this.formZone));
    if (!limitedAt) return '';
    return fillLabel(
      limitedBy === 'Form' ? labels.limitedForm : labels.limitedSender,
      storeTime(limitedAt, this.formZone),
    );
  }

  /** By whose clock times are told; null: the user's. */
  private get formZone(): string | null {
    return this.choices?.stores?.find(({ id }) => id === this.draft?.storeId)?.timeZone ?? null;
  }

  /** Languages that the form is written in; one is no choice. */
  get languages() {
    const { language, translations } = this.form;
    const codes = Object.keys(translations ?? {});
    return [
      choice(NONE, language ? languageName(language) : labels.languageOwn),
      ...codes.map((code) => choice(code, languageName(code))),
    ];
  }

  get hasLanguages(): boolean {
    return this.languages.length > 1;
  }

  get isNew(): boolean {
    return !this.draft?.id;
  }

  get captcha(): string {
    return this.draft?.captcha ?? NONE;
  }

  get captchas() {
    return [choice(NONE, labels.captchaNone), ...(this.choices?.captchas ?? []).map((name) => choice(name, name))];
  }

  get toMend(): string[] {
    return Object.entries(this.problems).map(([place, sentence]) => `${this.placeName(place)}: ${sentence}`);
  }

  /** What a problem is about, in words. */
  private placeName(place: string): string {
    const [key, at] = place.split('.');
    if (key === 'placements' && at) return fillLabel(labels.placeNumber, Number(at) + 1);
    const question = this.form.questions.find((one) => one.key === key);
    const page = this.form.pages?.find((one) => one.key === key);
    return question ? nameOf(question) : page ? `${labels.page} ${page.title || key}` : (FIELDS[place] ?? place);
  }

  get hasToMend(): boolean {
    return this.toMend.length > 0;
  }

  private get wrong(): Set<string> {
    return new Set(Object.keys(this.problems).map((place) => place.split('.')[0]));
  }

  /** Pages with their questions; one without a name where there are none. */
  get outline() {
    const { form, selected, isLocked, wrong } = this;
    const rows = form.questions.map((question, index) => {
      const name = question.label || labels.untitled;
      const isSelected = index === selected;
      return {
        key: question.key,
        page: question.page ?? '',
        index,
        name,
        type: typeLabel(question.type),
        mapped: this.mappedOf(question.key).join(' · '),
        isConditional: Boolean(question.showWhen || question.skipWhen),
        rowClass: `row${isSelected ? ' selected' : ''}${wrong.has(question.key) ? ' wrong' : ''}`,
        current: isSelected ? 'true' : null,
        isSelected,
        isFirst: isLocked || !canMove(form, index, -1),
        isLast: isLocked || !canMove(form, index, 1),
        up: fillLabel(labels.up, name),
        down: fillLabel(labels.down, name),
        copy: fillLabel(labels.copyOne, name),
        remove: fillLabel(labels.remove, name),
      };
    });
    const pages = form.pages ?? [];
    if (!pages.length) return [{ key: 'all', isPage: false, rows }];
    return pages.map(({ key, title }, index) => {
      const name = `${labels.page} ${index + 1}${title ? `: ${title}` : ''}`;
      const isSelected = key === this.selectedPage;
      return {
        key,
        isPage: true,
        name,
        headClass: `head${isSelected ? ' selected' : ''}${wrong.has(key) ? ' wrong' : ''}`,
        current: isSelected ? 'true' : null,
        isSelected,
        isFirst: isLocked || index === 0,
        isLast: isLocked || index === pages.length - 1,
        up: fillLabel(labels.up, name),
        down: fillLabel(labels.down, name),
        copy: fillLabel(labels.copyOne, name),
        remove: fillLabel(labels.remove, name),
        rows: rows.filter(({ page }) => page === key),
      };
    });
  }

  get question(): Question | null {
    return this.form.questions[this.selected] ?? null;
  }

  get pages(): FormPage[] {
    return this.form.pages ?? [];
  }

  get page(): FormPage | null {
    return this.pages.find(({ key }) => key === this.selectedPage) ?? null;
  }

  get questionTitle(): string {
    return this.question?.label || labels.untitled;
  }

  get sources() {
    return sourcesBefore(this.form, this.selected);
  }

  get pageSources() {
    return sourcesBefore(this.form, firstOf(this.form, this.selectedPage));
  }

  get places(): Place[] {
    return this.draft?.placements ?? [];
  }

  get formStoreId(): string {
    return this.draft?.storeId ?? '';
  }

  /** Where mappings write the answers of a question, in words. */
  private mappedOf(key: string): string[] {
    return (this.draft?.mapped?.[key] ?? []).map((target) => fillLabel(labels.fateMapped, target));
  }

  get mapped(): { key: string; text: string }[] {
    const texts = this.question ? this.mappedOf(this.question.key) : [];
    return texts.map((text, index) => ({ key: `mapped${index}`, text }));
  }

  get previewClass(): string {
    return this.isPhone ? 'preview phone' : 'preview';
  }

  get studioClass(): string {
    return this.isPhone ? 'studio' : 'studio wide';
  }

  get phoneVariant(): string {
    return this.isPhone ? 'brand' : 'neutral';
  }

  get desktopVariant(): string {
    return this.isPhone ? 'neutral' : 'brand';
  }

  get triers() {
    return [choice('guest', labels.tryGuest), choice('customer', labels.tryCustomer)];
  }

  get trier(): string {
    return this.isCustomer ? 'customer' : 'guest';
  }

  /** What would become of each answer. */
  get fates() {
    const { outcome, tried } = this;
    if (!outcome) return [];
    return this.form.questions
      .filter(({ key, type }) => !isText(type) && (outcome.answers[key] || tried[key]?.some(Boolean)))
      .map((question) => {
        const { key } = question;
        const isShown = outcome.shown.includes(key);
        const fate = !isShown
          ? labels.fateDropped
          : outcome.problems[key]
            ? labels.fateWrong
            : outcome.fixed.has(key)
              ? labels.fateRule
              : labels.fateStored;
        const cost = outcome.prices[key];
        return {
          key,
          label: nameOf(question),
          value: (outcome.answers[key] ?? tried[key] ?? []).filter(Boolean).join(', '),
          fate,
          badgeClass: `slds-badge ${isShown && !outcome.problems[key] ? 'slds-theme_success' : 'slds-badge_lightest'}`,
          details: [...(isShown ? this.mappedOf(key) : []), cost ? fillLabel(labels.fateCost, cost) : '']
            .filter(Boolean)
            .join(' · '),
        };
      });
  }

  get hasFates(): boolean {
    return this.fates.length > 0;
  }

  handleTab(event: Event): void {
    this.tab = (event.target as HTMLInputElement).value;
  }

  /** Work that was not saved is given up only by whoever says so. */
  private async mayLeave(): Promise<boolean> {
    const sure: unknown =
      !this.isDirty ||
      (await LightningConfirm.open({ label: labels.leave, message: labels.leaveAsk, theme: 'warning' }));
    return Boolean(sure);
  }

  async handleForm(event: CustomEvent<{ value: string }>): Promise<void> {
    const { value: formId } = event.detail;
    const chooser = event.target as HTMLElement & { value: string };
    if (!(await this.mayLeave())) {
      chooser.value = this.formId;
      return;
    }
    this.news = '';
    await this.attempt(async () => this.take(await openForm({ formId })));
  }

  async handleNew(): Promise<void> {
    if (!(await this.mayLeave())) return;
    const [first] = this.stores;
    this.take({
      id: null,
      name: '',
      storeId: first.value === NONE ? null : first.value,
      slug: '',
      hasPage: true,
      isEditable: true,
      definition: EMPTY,
      placements: [],
      problems: {},
    } as unknown as Draft);
    this.tab = 'settings';
    this.news = '';
  }

  handleGeneral(event: Event): void {
    const { field = '' } = (event.target as HTMLElement).dataset;
    const value = valueIn(event);
    this.isDirty = true;
    this.draft = {
      ...this.draft,
      [field]: NUMBERS.has(field) && value !== null ? Number(value) : value,
    } as unknown as Draft;
  }

  handleText(event: Event): void {
    const { field = '' } = (event.target as HTMLElement).dataset;
    this.change({ ...this.form, [field]: valueIn(event) });
  }

  handleTranslations(event: CustomEvent<{ changes: Partial<FormDefinition> }>): void {
    this.change({ ...this.form, ...event.detail.changes });
  }

  private change(form: FormDefinition): void {
    this.former = [...this.former, this.form].slice(-MOST_UNDONE);
    this.put(form);
  }

  private put(form: FormDefinition): void {
    this.form = form;
    this.isDirty = true;
    this.news = '';
    this.selected = Math.min(this.selected, form.questions.length - 1);
    clearTimeout(this.timer);
    if (form.questions.length <= QUICK) this.renew();
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    else this.timer = setTimeout(() => this.renew(), PAUSE);
  }

  handleUndo(): void {
    const form = this.former[this.former.length - 1];
    this.former = this.former.slice(0, -1);
    this.put(form);
    this.news = labels.undone;
  }

  handleAdd(): void {
    const { questions } = this.form;
    const page = this.selectedPage || this.question?.page || this.pages[this.pages.length - 1]?.key;
    const key = freeKey(
      questions.map((one) => one.key),
      'q',
    );
    this.change(inOrder({ ...this.form, questions: [...questions, { key, type: 'text', label: '', page }] }));
    this.select(this.form.questions.findIndex((one) => one.key === key));
  }

  handleAddPage(): void {
    this.change(addPage(this.form));
    this.selectPage(this.pages[this.pages.length - 1].key);
  }

  private select(index: number): void {
    this.selected = index;
    this.selectedPage = '';
  }

  private selectPage(key: string): void {
    this.selected = -1;
    this.selectedPage = key;
  }

  handleSelect(event: Event): void {
    this.select(Number((event.currentTarget as HTMLElement).dataset.index));
  }

  handleSelectPage(event: Event): void {
    this.selectPage((event.currentTarget as HTMLElement).dataset.page ?? '');
  }

  handleRow(event: Event): void {
    const { index, action } = (event.currentTarget as HTMLElement).dataset;
    const at = Number(index);
    if (action === 'up' || action === 'down') this.move(at, action === 'up' ? -1 : 1);
    if (action === 'copy') {
      this.change(copyQuestion(this.form, at));
      this.select(at + 1);
    }
    if (action === 'remove') this.change({ ...this.form, questions: this.form.questions.filter((_, i) => i !== at) });
  }

  handlePageAction(event: Event): void {
    const { page = '', action } = (event.currentTarget as HTMLElement).dataset;
    if (action === 'up' || action === 'down') this.change(movePage(this.form, page, action === 'up' ? -1 : 1));
    if (action === 'copy') {
      this.change(copyPage(this.form, page));
      const at = this.pages.findIndex(({ key }) => key === page);
      this.selectPage(this.pages[at + 1].key);
    }
    if (action === 'remove') {
      this.change(removePage(this.form, page));
      this.selectPage('');
    }
  }

  private move(index: number, by: number): void {
    if (!canMove(this.form, index, by)) return;
    this.tellMoved(this.form.questions[index].key, moveQuestion(this.form, index, by));
    this.focusRow = true;
  }

  private tellMoved(key: string, form: FormDefinition): void {
    const before = this.form.questions.find((one) => one.key === key)?.page;
    this.change(form);
    const index = form.questions.findIndex((one) => one.key === key);
    const moved = form.questions[index];
    this.select(index);
    const place = fillLabel(labels.moved, moved.label || labels.untitled, index + 1, form.questions.length);
    const page = this.pages.findIndex((one) => one.key === moved.page);
    this.news = moved.page === before ? place : `${place} ${fillLabel(labels.movedTo, page + 1)}`;
  }

  handleKeys(event: KeyboardEvent): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || !by || this.isLocked) return;
    event.preventDefault();
    this.move(Number((event.currentTarget as HTMLElement).dataset.index), by);
  }

  handleDragStart(event: DragEvent): void {
    this.dragged = Number((event.currentTarget as HTMLElement).dataset.index);
  }

  handleDragOver(event: Event): void {
    event.preventDefault();
  }

  handleDrop(event: Event): void {
    event.preventDefault();
    const { index, page } = (event.currentTarget as HTMLElement).dataset;
    const from = this.dragged;
    this.dragged = -1;
    if (from < 0 || this.isLocked || Number(index) === from) return;
    const to = index === undefined ? { page } : { index: Number(index) };
    this.tellMoved(this.form.questions[from].key, dropQuestion(this.form, from, to));
  }

  handleQuestion(event: CustomEvent<{ changes: Partial<Question> }>): void {
    const { changes } = event.detail;
    const { form, selected } = this;
    const { key } = form.questions[selected];
    if (changes.key && changes.key !== key) {
      // Two questions of one key would be one: the check of the draft says so.
      this.change(renameQuestion(form, key, changes.key));
      return;
    }
    const edited = form.questions.map((one, index) => (index === selected ? { ...one, ...changes } : one));
    this.change(changes.page ? inOrder({ ...form, questions: edited }) : { ...form, questions: edited });
    if (changes.page) this.select(this.form.questions.findIndex((one) => one.key === key));
  }

  handlePageTitle(event: Event): void {
    this.editPage({ title: valueIn(event) as string | null });
  }

  handlePageCondition(event: CustomEvent<{ condition: Condition | null }>): void {
    const { field = '' } = (event.currentTarget as HTMLElement).dataset;
    this.editPage({ [field]: event.detail.condition });
  }

  private editPage(changes: Partial<FormPage>): void {
    const pages = this.pages.map((one) => (one.key === this.selectedPage ? { ...one, ...changes } : one));
    this.change({ ...this.form, pages });
  }

  handlePlaces(event: CustomEvent<{ places: Place[] }>): void {
    this.isDirty = true;
    this.draft = { ...this.draft, placements: event.detail.places } as Draft;
    // What was wrong with places may be mended, and their numbers may be others.
    this.problems = Object.fromEntries(
      Object.entries(this.problems).filter(([name]) => !name.startsWith('placements')),
    );
    if (!this.hasToMend) this.errorMessage = '';
  }

  handleLanguage(event: CustomEvent<{ value: string }>): void {
    this.previewLanguage = event.detail.value;
    this.renew();
  }

  handleWithArchived(): void {
    this.withArchived = !this.withArchived;
  }

  async handleMore(event: CustomEvent<{ value: string }>): Promise<void> {
    if (event.detail.value === 'archive') await this.archive();
    else await this.remove();
  }

  private async archive(): Promise<void> {
    const sure: unknown = await LightningConfirm.open({
      label: labels.archive,
      message: this.isDirty ? `${labels.archiveAsk} ${labels.leaveAsk}` : labels.archiveAsk,
      theme: 'warning',
    });
    if (!sure) return;
    await this.attempt(async () => {
      this.keepPlace(await archiveForm({ formId: this.formId }));
      this.choices = await getChoices();
      // The sentence that stays is read out itself.
      this.news = '';
    });
  }

  async handleRestore(): Promise<void> {
    await this.attempt(async () => {
      this.keepPlace(await restoreForm({ formId: this.formId }));
      this.choices = await getChoices();
      this.news = labels.restored;
    });
  }

  private async remove(): Promise<void> {
    const sure: unknown = await LightningConfirm.open({
      label: labels.deleteForm,
      message: labels.deleteAsk,
      theme: 'error',
    });
    if (!sure) return;
    await this.attempt(async () => {
      await deleteForm({ formId: this.formId });
      this.choices = await getChoices();
      const next = this.choices.forms?.find(({ isArchived }) => !isArchived);
      if (next) this.take(await openForm({ formId: next.id }));
      else this.draft = null;
      this.news = labels.deleted;
    });
  }

  /** Gives up what is here for what somebody else saved. */
  async handleLoadTheirs(): Promise<void> {
    await this.attempt(async () => this.keepPlace(await openForm({ formId: this.formId })));
  }

  /** Keeps what is here as another form, which nobody is asked yet. */
  async handleKeepMine(): Promise<void> {
    const { draft } = this;
    await this.attempt(async () => {
      const copy = {
        ...draft,
        id: null,
        revision: null,
        name: fillLabel(labels.copyOf, draft?.name ?? '').slice(0, 80),
        slug: `${(draft?.slug ?? '').slice(0, 60)}-${Date.now().toString().slice(-6)}`,
        placements: [],
        definition: JSON.stringify(this.form),
      } as unknown as Saved;
      this.keepPlace(await saveForm({ draft: copy }));
      this.choices = await getChoices();
      this.news = labels.staleKept;
    });
  }

  handlePhone(): void {
    this.isPhone = true;
  }

  handleDesktop(): void {
    this.isPhone = false;
  }

  handleTrier(event: CustomEvent<{ value: string }>): void {
    this.isCustomer = event.detail.value === 'customer';
    this.renew();
  }

  handleFact(event: CustomEvent<{ value: string }>): void {
    const { fact = '' } = (event.currentTarget as HTMLElement).dataset;
    this.trialFacts = { ...this.trialFacts, [fact]: listOf(event.detail.value) };
    this.renew();
  }

  handleTried(event: CustomEvent<{ answers: Answers; outcome: Outcome }>): void {
    this.tried = event.detail.answers;
    this.outcome = event.detail.outcome;
  }

  handleStartOver(): void {
    this.tried = {};
    this.trialFacts = {};
    this.renew();
  }

  /** A place that names nothing would be one of all that the store sells. */
  private checkPlaces(): boolean {
    const unnamed = this.places.flatMap((place, index) => (isNamed(place) ? [] : [index]));
    if (!unnamed.length) return true;
    this.problems = Object.fromEntries(unnamed.map((index) => [`placements.${index}.target`, labels.placeChoose]));
    this.tab = 'settings';
    return false;
  }

  private async save(): Promise<Draft> {
    const draft = {
      ...this.draft,
      placements: this.places.map(barePlace),
      definition: JSON.stringify(this.form),
    } as unknown as Saved;
    const saved = await saveForm({ draft });
    this.keepPlace(saved);
    this.choices = await getChoices();
    return saved;
  }

  /** What is edited stays the same. */
  private keepPlace(draft: Draft): void {
    const { selected, selectedPage, tried, trialFacts } = this;
    this.take(draft);
    this.trialFacts = trialFacts;
    this.selectedPage = this.pages.some(({ key }) => key === selectedPage) ? selectedPage : '';
    this.selected = this.selectedPage ? -1 : Math.min(selected, this.form.questions.length - 1);
    this.tried = tried;
    this.renew();
  }

  async handleSave(): Promise<void> {
    if (!this.checkPlaces()) return;
    await this.attempt(async () => {
      await this.save();
      this.news = labels.saved;
    });
  }

  async handlePublish(): Promise<void> {
    if (!this.checkPlaces()) return;
    await this.attempt(async () => {
      const saved = await this.save();
      const impact = await getImpact({ formId: saved.id });
      const sure: unknown = await FormPublishDialog.open({
        size: 'small',
        label: labels.publish,
        former: impact.definition ? JSON.parse(impact.definition) : null,
        definition: this.form,
        begun: impact.begun ?? 0,
        editable: impact.editable ?? 0,
      });
      if (!sure) return;
      this.keepPlace(await publishForm({ formId: saved.id, revision: saved.revision }));
      this.news = fillLabel(labels.published, this.draft?.publishedNumber ?? '');
    });
  }

  async handleCopy(): Promise<void> {
    if (!(await this.mayLeave())) return;
    await this.attempt(async () => {
      this.take(await copyForm({ formId: this.draft?.id }));
      this.choices = await getChoices();
      this.news = labels.copied;
    });
  }
}
