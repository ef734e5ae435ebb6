/** What the editors of forms have in common: names of types, comparisons and facts, and changes of a definition. Nothing here is kept. */
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type openForm from '@salesforce/apex/FormAdminController.openForm';
import {
  isText,
  type Condition,
  type FormDefinition,
  type FormOption,
  type FormPage,
  type Question,
} from 'c/formRules';
import { fillLabel, zonedTime } from 'c/storeFormat';
import { labels } from './labels';

export interface Choice {
  value: string;
  label: string;
}

/** What a condition can name. */
export interface Source extends Choice {
  /** Type of the question; `fact`, `factNumber` or `factList` for what is known beside answers. */
  type: string;
  options: Choice[];
}

/** Stands for nothing chosen: a combobox takes no blank value. */
export const NONE = '-';
export const choice = (value: string, label: string): Choice => ({ value, label });

export const TYPES: Choice[] = [
  choice('text', labels.tText),
  choice('longText', labels.tLongText),
  choice('integer', labels.tInteger),
  choice('decimal', labels.tDecimal),
  choice('currency', labels.tCurrency),
  choice('email', labels.tEmail),
  choice('phone', labels.tPhone),
  choice('url', labels.tUrl),
  choice('yesNo', labels.tYesNo),
  choice('date', labels.tDate),
  choice('time', labels.tTime),
  choice('dateTime', labels.tDateTime),
  choice('choice', labels.tChoice),
  choice('choices', labels.tChoices),
  choice('ranking', labels.tRanking),
  choice('rating', labels.tRating),
  choice('address', labels.tAddress),
  choice('file', labels.tFile),
  choice('signature', labels.tSignature),
  choice('consent', labels.tConsent),
  choice('heading', labels.tHeading),
  choice('note', labels.tNote),
];
/** Where forms are asked, besides a page of their own. */
export const PLACES: Choice[] = [
  choice('Product', labels.pProduct),
  choice('Cart', labels.pCart),
  choice('Checkout', labels.pCheckout),
  choice('After Order', labels.pAfter),
  choice('Account', labels.pAccount),
  choice('Registration', labels.pRegistration),
];
/** Where a form came from that was sent. */
export const ORIGINS: Choice[] = [choice('Page', labels.pPage), ...PLACES];
export const STATES: Choice[] = [
  choice('Open', labels.sOpen),
  choice('Sent', labels.sSent),
  choice('Withdrawn', labels.sWithdrawn),
];
/** What a value is called; the value itself where nobody knows. */
export const labelOf = (choices: Choice[], value: string | null | undefined): string =>
  choices.find((one) => one.value === value)?.label ?? value ?? '';

export type Target = 'store' | 'product' | 'category' | 'session';
/** A place as it is edited: what it is for stands before it is named. */
export type Place = NonNullable<Awaited<ReturnType<typeof openForm>>['placements']>[number] & { target?: Target };

export function targetOf({ target, sessionId, productSlug, categoryId }: Place): Target {
  if (target) return target;
  if (sessionId) return 'session';
  if (productSlug) return 'product';
  return categoryId ? 'category' : 'store';
}

/** Whether it says for which product, category or session it is. */
export const isNamed = (place: Place): boolean =>
  targetOf(place) === 'store' || Boolean(place.sessionId || place.productSlug || place.categoryId);

/** The place without what only its editor knows. */
export function barePlace(place: Place): Place {
  const { target, ...bare } = place;
  return target ? (bare as Place) : place;
}

export const typeLabel = (type: string): string => TYPES.find(({ value }) => value === type)?.label ?? type;

const OPERATORS: Record<string, string> = {
  answered: labels.opAnswered,
  is: labels.opIs,
  isNot: labels.opIsNot,
  anyOf: labels.opAny,
  contains: labels.opContains,
  notContains: labels.opNotContains,
  atLeast: labels.opAtLeast,
  atMost: labels.opAtMost,
  moreThan: labels.opMore,
  lessThan: labels.opLess,
};
const ORDER = ['atLeast', 'atMost', 'moreThan', 'lessThan'];
const TEXT = ['answered', 'is', 'isNot', 'anyOf', 'contains', 'notContains'];
const LIST = ['answered', 'contains', 'notContains', 'anyOf', 'atLeast', 'atMost'];
const COMPARISONS: Record<string, string[]> = {
  yesNo: ['answered', 'is'],
  consent: ['answered'],
  choice: ['answered', 'is', 'isNot', 'anyOf'],
  choices: LIST,
  ranking: ['answered', 'is'],
  factList: LIST,
  file: ['answered', 'atLeast', 'atMost'],
  address: ['answered'],
  signature: ['answered'],
};
const ORDERED = new Set(['integer', 'decimal', 'currency', 'rating', 'date', 'time', 'dateTime', 'factNumber']);

/** Comparisons that make sense with answers of a type. */
export function operatorsOf(type: string): Choice[] {
  const names = COMPARISONS[type] ?? (ORDERED.has(type) ? ['answered', 'is', 'isNot', ...ORDER] : TEXT);
  return names.map((name) => choice(name, OPERATORS[name]));
}

const FACTS: Source[] = (
  [
    ['customer.signedIn', labels.fSignedIn, 'yesNo'],
    ['customer.email', labels.fEmail, 'fact'],
    ['customer.firstName', labels.fFirstName, 'fact'],
    ['customer.lastName', labels.fLastName, 'fact'],
    ['membership.name', labels.fMembership, 'fact'],
    ['product.slug', labels.fProductSlug, 'fact'],
    ['product.title', labels.fProductTitle, 'fact'],
    ['product.categories', labels.fProductCategories, 'factList'],
    ['cart.total', labels.fCartTotal, 'factNumber'],
    ['cart.pieces', labels.fCartPieces, 'factNumber'],
    ['cart.products', labels.fCartProducts, 'factList'],
    ['cart.categories', labels.fCartCategories, 'factList'],
    ['cart.country', labels.fCartCountry, 'fact'],
  ] as const
).map(([value, label, type]) => ({ value, label, type, options: optionsFor(type, null) }));

/** What can be chosen among as answer to a question: its options, or yes and no. */
export function optionsFor(type: string, options: FormOption[] | null | undefined): Choice[] {
  return type === 'yesNo'
    ? [choice('true', labels.yes), choice('false', labels.no)]
    : (options ?? []).map(({ value, label }) => choice(value, label ?? value));
}

/** What the server knows beside answers; it knows the same. */
export const facts = (): Source[] => FACTS;

function sourcesIn(condition: Condition | null | undefined): string[] {
  if (!condition) return [];
  return [...(condition.source ? [condition.source] : []), ...(condition.items ?? []).flatMap(sourcesIn)];
}

/** Facts that conditions, rules and defaults of the form name: what a trial depends on beside answers. */
export function namedFacts({ pages, questions }: FormDefinition): Source[] {
  const named = new Set([
    ...(pages ?? []).flatMap(({ showWhen, skipWhen }) => [...sourcesIn(showWhen), ...sourcesIn(skipWhen)]),
    ...questions.flatMap(({ showWhen, skipWhen, requireWhen, sets, defaultSource }) => [
      ...[showWhen, skipWhen, requireWhen, ...(sets ?? []).map((set) => set.whenTrue)].flatMap(sourcesIn),
      ...(sets ?? []).map((set) => set.source ?? ''),
      defaultSource ?? '',
    ]),
  ]);
  return FACTS.filter(({ value }) => named.has(value));
}

export const nameOf = ({ label, key }: Question): string => label || key || labels.untitled;

/** What a condition may name that stands at this place: answers of the questions before it, and facts. */
export function sourcesBefore(form: FormDefinition, index: number): Source[] {
  const earlier = form.questions
    .slice(0, Math.max(index, 0))
    .filter(({ type }) => !isText(type))
    .map((question) => ({
      value: question.key,
      label: nameOf(question),
      type: question.type,
      options: optionsFor(question.type, question.options),
    }));
  return [...earlier, ...FACTS];
}

/** Where the conditions of a page stand: before its first question. */
export function firstOf(form: FormDefinition, page: string): number {
  const pages = (form.pages ?? []).map(({ key }) => key);
  const before = new Set(pages.slice(0, pages.indexOf(page)));
  return form.questions.filter((question) => before.has(question.page ?? '')).length;
}

/** Options as lines: `value = words + price`; the words alone where value and words are the same. */
export function optionsText(options: FormOption[] | null | undefined): string {
  return (options ?? [])
    .map(
      ({ value, label, price }) => `${value === label ? '' : `${value} = `}${label ?? ''}${price ? ` + ${price}` : ''}`,
    )
    .join('\n');
}

/**
 * Options of lines.
 * @param before options that the lines come from
 * @param published values of options that were published: answers and conditions name them, so other words for one leave its value
 */
export function optionsOf(
  text: string,
  before: FormOption[] | null | undefined = [],
  published: string[] = [],
): FormOption[] {
  const former = before ?? [];
  const made = linesOf(text);
  const values = new Set(made.map(({ value }) => value));
  const known = new Map(former.map(({ label, value }) => [label ?? '', value]));
  return made.map(({ isGiven, ...option }, index) => {
    const same = known.get(option.label);
    const reworded = made.length === former.length && !values.has(former[index].value) ? former[index].value : null;
    const kept = [same, reworded].find((value) => value && published.includes(value));
    return isGiven || !kept ? option : { ...option, value: kept };
  });
}

/** Each with whether its value was typed. */
function linesOf(text: string): { value: string; label: string; price: number | null; isGiven: boolean }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const priced = /^(.*?)\s*\+\s*(\d+(?:\.\d+)?)$/.exec(line);
      const words = priced ? priced[1] : line;
      const at = words.indexOf('=');
      const label = (at < 0 ? words : words.slice(at + 1)).trim();
      const value = at < 0 ? label.replace(/[,;"]/g, ' ').trim() : words.slice(0, at).trim();
      return { value, label, price: priced ? Number(priced[2]) : null, isGiven: at >= 0 };
    });
}

export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** The comparisons and groups of a condition, whatever its shape. */
export function rowsOf(condition: Condition | null | undefined): Condition[] {
  if (!condition) return [];
  return condition.source ? [condition] : (condition.items ?? []);
}

/** A condition of rows; null for none. */
export function conditionOf(mode: string, rows: Condition[]): Condition | null {
  return rows.length ? { mode, items: rows } : null;
}

/** The same condition with other names. */
function renamed(condition: Condition | null | undefined, names: Map<string, string>): Condition | null | undefined {
  if (!condition) return condition;
  const { source, items } = condition;
  return {
    ...condition,
    source: source ? (names.get(source) ?? source) : source,
    items: items?.map((item) => renamed(item, names) as Condition),
  };
}

const nameIn = (names: Map<string, string>, name: string | null | undefined) => (name && names.get(name)) ?? name;

/** The question with other names in all that it refers to; its own key among them. */
function withNames(question: Question, names: Map<string, string>): Question {
  const { showWhen, skipWhen, requireWhen, sets, compare } = question;
  return {
    ...question,
    key: names.get(question.key) ?? question.key,
    showWhen: renamed(showWhen, names),
    skipWhen: renamed(skipWhen, names),
    requireWhen: renamed(requireWhen, names),
    sets: sets?.map((set) => ({ ...set, whenTrue: renamed(set.whenTrue, names), source: nameIn(names, set.source) })),
    compare: compare ? { ...compare, source: nameIn(names, compare.source) } : compare,
  };
}

/** Texts in other languages follow a question that is renamed or copied. */
function translated(form: FormDefinition, names: Map<string, string>, keeps: boolean): FormDefinition['translations'] {
  return Object.fromEntries(
    Object.entries(form.translations ?? {}).map(([language, texts]) => [
      language,
      Object.fromEntries(
        Object.entries(texts).flatMap(([name, text]) => {
          const at = name.indexOf('.');
          const other = names.get(name.slice(0, at));
          if (!other) return [[name, text]];
          const copied = [`${other}${name.slice(at)}`, text];
          return keeps ? [[name, text], copied] : [copied];
        }),
      ),
    ]),
  );
}

/** Another key for a question, wherever it is named. */
export function renameQuestion(form: FormDefinition, from: string, to: string): FormDefinition {
  const names = new Map([[from, to]]);
  return {
    ...form,
    pages: form.pages?.map((page) => ({
      ...page,
      showWhen: renamed(page.showWhen, names),
      skipWhen: renamed(page.skipWhen, names),
    })),
    questions: form.questions.map((question) => withNames(question, names)),
    translations: translated(form, names, false),
  };
}

/** A key that nothing has. */
export function freeKey(taken: string[], letter: string): string {
  const known = new Set(taken);
  let number = taken.length + 1;
  while (known.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

const keysOf = (form: FormDefinition): string[] => form.questions.map(({ key }) => key);
const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Questions in the order of their pages: those of a page stand together. */
export function inOrder(form: FormDefinition): FormDefinition {
  const pages = (form.pages ?? []).map(({ key }) => key);
  if (!pages.length) return form;
  const at = ({ page }: Question) => Math.max(pages.indexOf(page ?? ''), 0);
  return { ...form, questions: [...form.questions].sort((one, other) => at(one) - at(other)) };
}

export function copyQuestion(form: FormDefinition, index: number): FormDefinition {
  const names = new Map([[form.questions[index].key, freeKey(keysOf(form), 'q')]]);
  const copied = { ...clone(form.questions[index]), key: [...names.values()][0] };
  return {
    ...form,
    questions: [...form.questions.slice(0, index + 1), copied, ...form.questions.slice(index + 1)],
    translations: translated(form, names, true),
  };
}

/** A copy of a page with its questions after it; what they ask of each other they ask of the copies. */
export function copyPage(form: FormDefinition, key: string): FormDefinition {
  const pages = form.pages ?? [];
  const at = pages.findIndex((page) => page.key === key);
  const page: FormPage = {
    ...clone(pages[at]),
    key: freeKey(
      pages.map((one) => one.key),
      'page',
    ),
  };
  const taken = keysOf(form);
  const own = form.questions.filter((question) => question.page === key);
  const names = new Map<string, string>([[key, page.key]]);
  for (const question of own) {
    const fresh = freeKey(taken, 'q');
    taken.push(fresh);
    names.set(question.key, fresh);
  }
  const copies = own.map((question) => ({ ...withNames(clone(question), names), page: page.key }));
  const last = form.questions.lastIndexOf(own[own.length - 1]);
  const questions = own.length
    ? [...form.questions.slice(0, last + 1), ...copies, ...form.questions.slice(last + 1)]
    : form.questions;
  return {
    ...form,
    pages: [...pages.slice(0, at + 1), page, ...pages.slice(at + 1)],
    questions,
    translations: translated(form, names, true),
  };
}

/** A further page; the first one takes all questions that there are. */
export function addPage(form: FormDefinition): FormDefinition {
  const pages = form.pages ?? [];
  const page: FormPage = {
    key: freeKey(
      pages.map(({ key }) => key),
      'page',
    ),
    title: '',
  };
  const questions = pages.length ? form.questions : form.questions.map((one) => ({ ...one, page: page.key }));
  return { ...form, pages: [...pages, page], questions };
}

/** Without a page: its questions go to the one before, or after it; the last page leaves them on none. */
export function removePage(form: FormDefinition, key: string): FormDefinition {
  const pages = form.pages ?? [];
  const at = pages.findIndex((page) => page.key === key);
  const heir = pages[at - 1]?.key ?? pages[at + 1]?.key ?? null;
  return inOrder({
    ...form,
    pages: pages.filter((page) => page.key !== key),
    questions: form.questions.map((one) => (one.page === key ? { ...one, page: heir } : one)),
  });
}

/** A page one place up (-1) or down (1), with its questions. */
export function movePage(form: FormDefinition, key: string, by: number): FormDefinition {
  const pages = [...(form.pages ?? [])];
  const at = pages.findIndex((page) => page.key === key);
  [pages[at], pages[at + by]] = [pages[at + by], pages[at]];
  return inOrder({ ...form, pages });
}

/** Whether a question can go one place up (-1) or down (1). */
export function canMove(form: FormDefinition, index: number, by: number): boolean {
  const pages = (form.pages ?? []).map(({ key }) => key);
  const page = pages.indexOf(form.questions[index].page ?? '') + by;
  return Boolean(form.questions[index + by]) || (pages.length > 0 && page >= 0 && page < pages.length);
}

/** A question one place up or down: over the edge of a page it goes to the page beside. */
export function moveQuestion(form: FormDefinition, index: number, by: number): FormDefinition {
  const { questions } = form;
  const { page } = questions[index];
  const beside = questions[index + by];
  if (beside && beside.page === page) {
    const moved = [...questions];
    [moved[index], moved[index + by]] = [moved[index + by], moved[index]];
    return { ...form, questions: moved };
  }
  const pages = (form.pages ?? []).map(({ key }) => key);
  const next = pages[pages.indexOf(page ?? '') + by];
  return { ...form, questions: questions.map((one, at) => (at === index ? { ...one, page: next } : one)) };
}

/** A question to the place of another one, or to the end of a page. */
export function dropQuestion(
  form: FormDefinition,
  from: number,
  to: { index?: number; page?: string },
): FormDefinition {
  const questions = [...form.questions];
  const [moved] = questions.splice(from, 1);
  if (to.index === undefined) return inOrder({ ...form, questions: [...questions, { ...moved, page: to.page }] });
  questions.splice(to.index, 0, { ...moved, page: form.questions[to.index].page });
  return inOrder({ ...form, questions });
}

export interface TextRow {
  /** Name of the text: `q1.label`. */
  name: string;
  /** What it is a text of. */
  what: string;
  original: string;
  /** Several lines. */
  isLong: boolean;
}

/** All texts that shoppers see. */
export function textsOf(form: FormDefinition): TextRow[] {
  const rows: TextRow[] = [];
  const add = (name: string, what: string, original: string | null | undefined, isLong = false) => {
    if (original?.trim()) rows.push({ name, what, original, isLong });
  };
  add('form.title', labels.formTitle, form.title);
  add('form.intro', labels.formIntro, form.intro, true);
  add('form.thanks', labels.formThanks, form.thanks, true);
  (form.pages ?? []).forEach(({ key, title }, index) => {
    add(`${key}.title`, fillLabel(labels.pageTitle, index + 1), title);
  });
  form.questions.forEach((question, index) => {
    const { key } = question;
    const number = index + 1;
    add(`${key}.label`, fillLabel(labels.textLabel, number), question.label);
    add(`${key}.help`, fillLabel(labels.textHelp, number), question.help);
    add(`${key}.text`, fillLabel(labels.textText, number), question.text, true);
    for (const { value, label } of question.options ?? [])
      add(`${key}.option.${value}`, fillLabel(labels.textOption, value, number), label);
    add(`${key}.pattern`, fillLabel(labels.textPattern, number), question.patternMessage);
    add(`${key}.compare`, fillLabel(labels.textCompare, number), question.compare?.message);
  });
  return rows;
}

/** The form as it is shown in a language; what is not translated stays in its own. @param language blank: its own */
export function inLanguage(form: FormDefinition, language: string): FormDefinition {
  const copy = JSON.parse(JSON.stringify(form)) as FormDefinition;
  const texts = copy.translations?.[language];
  if (!texts) return copy;
  const put = (name: string, original: string | null | undefined) =>
    (texts[name]?.trim() ? texts[name] : original) as string;
  copy.title = put('form.title', copy.title);
  copy.intro = put('form.intro', copy.intro);
  copy.thanks = put('form.thanks', copy.thanks);
  for (const page of copy.pages ?? []) page.title = put(`${page.key}.title`, page.title);
  for (const question of copy.questions) {
    const { key } = question;
    for (const option of question.options ?? []) option.label = put(`${key}.option.${option.value}`, option.label);
    question.label = put(`${key}.label`, question.label);
    question.help = put(`${key}.help`, question.help);
    question.text = put(`${key}.text`, question.text);
    question.patternMessage = put(`${key}.pattern`, question.patternMessage);
    if (question.compare) question.compare.message = put(`${key}.compare`, question.compare.message);
  }
  return copy;
}

/** What a language is called by the browser; its code where it has no name for it. */
export function languageName(code: string): string {
  try {
    return `${new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code} (${code})`;
  } catch {
    return code;
  }
}

/**
 * A moment as all consoles of forms tell it: by the clock of the store, which the answers go by, with its zone.
 * @param zone of the store, such as Europe/Berlin; blank: the user's
 */
export function storeTime(text: string | null | undefined, zone?: string | null): string {
  return zonedTime(text, zone || TIME_ZONE, LOCALE);
}

/** What becomes different for whoever is filling the form in. */
export interface Difference {
  added: string[];
  /** Among the added and the changed: has to be answered now. */
  demanded: string[];
  removed: string[];
  changed: string[];
}

/** What people are asked, and by which rules; where it stands and whether it must be answered is told apart. */
function asked(question: Question): string {
  const { label, text, type, options, ...others } = question;
  const rules = { ...others, required: null, page: null, retentionDays: null };
  return JSON.stringify([label ?? '', text ?? '', type, (options ?? []).map((one) => [one.value, one.label]), rules]);
}

export function differenceOf(before: FormDefinition, now: FormDefinition): Difference {
  const old = new Map(before.questions.map((question) => [question.key, question]));
  const kept = new Set(keysOf(now));
  const asks = now.questions.filter(({ type }) => !isText(type));
  return {
    added: asks.filter(({ key }) => !old.has(key)).map(nameOf),
    demanded: asks
      .filter((question) => question.required && !old.get(question.key)?.required && !question.hidden)
      .map(nameOf),
    removed: before.questions.filter(({ key, type }) => !isText(type) && !kept.has(key)).map(nameOf),
    changed: asks
      .filter((question) => {
        const former = old.get(question.key);
        return former && asked(former) !== asked(question);
      })
      .map(nameOf),
  };
}
