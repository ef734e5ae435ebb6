/**
 * Which questions of a form are asked, which answers count, and what is wrong with them. Apex (`FormRules`, `FormCondition`, `FormValue`)
 * takes the same walk, and decides; both are held to the same vectors (static resource FormVectors).
 */
import { isNumber, orderOf, trim, valueOf } from './formValue';
import type { Answers, Condition, FormDefinition, Question } from './formTypes';

export type {
  Answers,
  Assignment,
  Comparison,
  Condition,
  FormDefinition,
  FormOption,
  FormPage,
  PatternPart,
  Question,
  RecordFilter,
  RecordOptions,
} from './formTypes';
export { boundary, isNumber, numberOf } from './formValue';
export { matchesPattern } from './formPattern';
export { carriedOver, changedWords } from './formWords';

/** What came of a form and its answers. */
export interface Outcome {
  /** Keys of the questions that count, in order; those that nobody sees but are kept are among them. */
  shown: string[];
  /** Answers that count. */
  answers: Answers;
  /** Keys of the questions that have to be answered. */
  required: Set<string>;
  /** Keys of the questions whose answer nobody types. */
  fixed: Set<string>;
  /** What is wrong, by key: required, type, tooLong, … */
  problems: Record<string, string>;
  /** What answers cost for each piece, by key. */
  prices: Record<string, number>;
}

const LISTS = new Set(['choices', 'ranking', 'file']);
const TEXTS = new Set(['heading', 'note']);
const NUMBER_SOURCES = new Set(['cart.total', 'cart.pieces']);
const LIST_SOURCES = new Set(['cart.products', 'cart.categories', 'product.categories']);
const NUMBER = /^[+-]?\d{1,15}(\.\d{1,6})?$/;

/** Whether the question asks for nothing. */
export const isText = (type: string): boolean => TEXTS.has(type);
export const isList = (type: string): boolean => LISTS.has(type);

const plain = (text: string | undefined): string => trim(text ?? '').toLowerCase();
const isNumeric = (text: string | undefined): text is string => text !== undefined && NUMBER.test(trim(text));

function has(found: string[], wanted: string, asNumber: boolean): boolean {
  return found.some((one) => {
    const areNumbers = asNumber && isNumeric(one) && isNumeric(wanted);
    return areNumbers ? orderOf(one, wanted) === 0 : plain(one) === plain(wanted);
  });
}

function inOrder(one: string, asNumber: boolean, operator: string, other: string): boolean {
  let order: number;
  if (asNumber) {
    if (!isNumeric(one) || !isNumeric(other)) return false;
    order = orderOf(one, other);
  } else {
    const right = trim(other);
    if (!right) return false;
    order = one < right ? -1 : Number(one > right);
  }
  switch (operator) {
    case 'atLeast':
      return order >= 0;
    case 'atMost':
      return order <= 0;
    case 'moreThan':
      return order > 0;
    case 'lessThan':
      return order < 0;
    default:
      return false;
  }
}

/** Compares an answer with what a rule names; none fails every comparison. */
export function compare(
  answer: string[],
  asNumber: boolean,
  asList: boolean,
  operator: string,
  wanted: string[],
): boolean {
  if (!answer.length) return false;
  const first = wanted[0] ?? '';
  switch (operator) {
    case 'answered':
      return true;
    case 'is':
      return has(answer, first, asNumber);
    case 'isNot':
      return !has(answer, first, asNumber);
    case 'anyOf':
      return wanted.some((one) => has(answer, one, asNumber));
    case 'contains':
      return asList ? has(answer, first, false) : plain(answer[0]).includes(plain(first));
    case 'notContains':
      return asList ? !has(answer, first, false) : !plain(answer[0]).includes(plain(first));
    default:
      return asList
        ? inOrder(String(answer.length), true, operator, first)
        : inOrder(answer[0], asNumber, operator, first);
  }
}

/** What conditions may ask. */
class Facts {
  private readonly answers = new Map<string, string[]>();
  private readonly types = new Map<string, string>();
  private readonly context: Answers;

  constructor(context: Answers) {
    this.context = context;
  }

  note(question: Question, values: string[]): void {
    this.answers.set(question.key, values);
    this.types.set(question.key, question.type);
  }

  valuesOf(source: string): string[] {
    return (source.includes('.') ? this.context[source] : this.answers.get(source)) ?? [];
  }

  isNumber(source: string): boolean {
    return source.includes('.') ? NUMBER_SOURCES.has(source) : isNumber(this.types.get(source) ?? '');
  }

  isList(source: string): boolean {
    return source.includes('.') ? LIST_SOURCES.has(source) : LISTS.has(this.types.get(source) ?? '');
  }
}

/** Whether it says nothing. */
export function isEmpty(condition: Condition | null | undefined): boolean {
  return !condition || (!condition.source && !condition.items?.length);
}

function holds(condition: Condition, facts: Facts): boolean {
  const { source, operator, values, mode } = condition;
  if (source) {
    return compare(facts.valuesOf(source), facts.isNumber(source), facts.isList(source), operator ?? '', values ?? []);
  }
  const items = condition.items ?? [];
  if (!items.length) return true;
  return mode === 'any' ? items.some((item) => holds(item, facts)) : items.every((item) => holds(item, facts));
}

function isShown(
  showWhen: Condition | null | undefined,
  skipWhen: Condition | null | undefined,
  facts: Facts,
): boolean {
  return (
    (isEmpty(showWhen) || holds(showWhen as Condition, facts)) &&
    (isEmpty(skipWhen) || !holds(skipWhen as Condition, facts))
  );
}

function fromSource(question: Question, facts: Facts): string[] {
  const found = question.defaultSource ? facts.valuesOf(question.defaultSource) : [];
  return found.length ? found : (question.defaultValues ?? []);
}

/** What is put in for the shopper; null: the shopper answers. */
function fixedOf(question: Question, facts: Facts): string[] | null {
  for (const { whenTrue, values, source } of question.sets ?? []) {
    if (!isEmpty(whenTrue) && holds(whenTrue as Condition, facts)) {
      return source ? facts.valuesOf(source) : (values ?? []);
    }
  }
  return question.hidden || question.readOnly ? fromSource(question, facts) : null;
}

function compared(question: Question, values: string[], facts: Facts): string | null {
  const { compare: rule } = question;
  const other = rule?.source ? facts.valuesOf(rule.source) : [];
  if (!rule || !other.length || !values.length) return null;
  return compare(values, isNumber(question.type), isList(question.type), rule.operator ?? '', other) ? null : 'compare';
}

function priceOf(question: Question, values: string[]): number {
  if (!values.length || (question.type === 'yesNo' && values[0] === 'false')) return 0;
  const chosen =
    question.type === 'choice' || question.type === 'choices'
      ? (question.options ?? []).filter(({ value }) => values.includes(value))
      : [];
  return chosen.reduce((sum, { price }) => sum + (price ?? 0), question.price ?? 0);
}

/**
 * @param typed answers by key; others than those of the form are ignored
 * @param context what is known beside the answers, as the server told it
 * @param today day by the clock of the store, such as 2026-01-31
 */
export function evaluate(form: FormDefinition, typed: Answers, context: Answers, today: string): Outcome {
  const outcome: Outcome = {
    shown: [],
    answers: {},
    required: new Set(),
    fixed: new Set(),
    problems: {},
    prices: {},
  };
  const facts = new Facts(context);
  const open = new Map<string | null | undefined, boolean>();
  for (const question of form.questions) {
    if (!open.has(question.page)) {
      const page = form.pages?.find(({ key }) => key === question.page);
      open.set(question.page, !page || isShown(page.showWhen, page.skipWhen, facts));
    }
    if (!open.get(question.page) || !isShown(question.showWhen, question.skipWhen, facts)) continue;
    outcome.shown.push(question.key);
    if (!isText(question.type)) takeAnswer(question, typed[question.key] ?? [], facts, outcome, today);
  }
  return outcome;
}

function takeAnswer(question: Question, typed: string[], facts: Facts, outcome: Outcome, today: string): void {
  const { key } = question;
  const fixed = fixedOf(question, facts);
  if (fixed) outcome.fixed.add(key);
  const value = valueOf(question, fixed ?? typed, today);
  facts.note(question, value.values);
  if (value.values.length) outcome.answers[key] = value.values;
  const isRequired =
    question.required || (!isEmpty(question.requireWhen) && holds(question.requireWhen as Condition, facts));
  if (isRequired && !question.hidden) outcome.required.add(key);
  let problem = value.problem ?? compared(question, value.values, facts);
  if (!problem && !value.values.length && outcome.required.has(key)) problem = 'required';
  // Nobody can mend what nobody types.
  if (problem && !fixed) outcome.problems[key] = problem;
  const price = priceOf(question, value.values);
  if (price) outcome.prices[key] = price;
}

/** What the fields of a form begin with, where the shopper has not answered yet. */
export function defaultsOf(form: FormDefinition, context: Answers): Answers {
  const facts = new Facts(context);
  const found: Answers = {};
  for (const question of form.questions) {
    const values = isText(question.type) || question.hidden ? [] : fromSource(question, facts);
    if (values.length) found[question.key] = values;
  }
  return found;
}

/** What all answers cost for each piece; 0 for nothing. Hundredths are added up, so that no fraction of one comes of it. */
export function totalOf({ prices }: Outcome): number {
  return Object.values(prices).reduce((sum, price) => sum + Math.round(price * 1000), 0) / 1000;
}
