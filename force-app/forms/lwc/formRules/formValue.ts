import { matchesPattern } from './formPattern';
import type { Question } from './formTypes';

/** An answer as it counts, and what is wrong with it. */
export interface FormValue {
  /** Empty: not answered. */
  values: string[];
  problem: string | null;
}

const LONGEST_TEXT = 255;
const LONGEST_LONG_TEXT = 10000;
const LONGEST_EMAIL = 80;
const LONGEST_DRAWING = 30000;
const MOST_FILES = 10;
const MOST_STARS = 10;
const STARS = 5;
const ADDRESS_PARTS = 6;
/** As many digits as a field for numbers keeps. */
const WHOLE = /^[+-]?\d{1,12}$/;
/** Days that the platform keeps. */
const FIRST_YEAR = 1700;
const LAST_YEAR = 4000;
/** Moments of these days are on another one elsewhere, which the platform does not keep. */
const ENDS = ['1700-01-01', '4000-12-31'];
const FRACTION = /^[+-]?\d{1,12}(\.\d{1,6})?$/;
const EMAIL = /^[^ \t\r\n@,;<>()"]{1,64}@[^ \t\r\n@,;<>()"]+\.[^ \t\r\n@,;<>()".]{2,}$/;
const PHONE = /^[+]?[0-9 ()/.-]{5,40}$/;
const URL_SHAPE = /^https?:\/\/[^ \t\r\n<>"'.]+\.[^ \t\r\n<>"']+$/;
const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DRAWING = /^[ML0-9 .]*$/;
const TODAY = /^today(([+-])(\d{1,4}))?$/;
const UPLOAD = /^[0-9a-f]{64}$/;

const good = (values: string[]): FormValue => ({ values, problem: null });
const bad = (problem: string): FormValue => ({ values: [], problem });

/** Spaces as Apex trims them. */
export const trim = (text: string): string => text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, ''); // eslint-disable-line no-control-regex

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number);
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function hasShape(type: string, one: string): boolean {
  switch (type) {
    case 'integer':
    case 'rating':
      return WHOLE.test(one);
    case 'decimal':
    case 'currency':
      return FRACTION.test(one);
    case 'email':
      return one.length <= LONGEST_EMAIL && EMAIL.test(one);
    case 'phone':
      return PHONE.test(one) && one.replace(/\D/g, '').length >= 5;
    case 'url':
      return one.length <= LONGEST_TEXT && URL_SHAPE.test(one);
    case 'date':
      return isDay(one);
    case 'time':
      return TIME.test(one);
    case 'dateTime':
      return (
        one.length === 16 &&
        one[10] === 'T' &&
        !ENDS.includes(one.slice(0, 10)) &&
        isDay(one.slice(0, 10)) &&
        TIME.test(one.slice(11))
      );
    case 'yesNo':
    case 'consent':
      return one === 'true' || one === 'false';
    default:
      return true;
  }
}

const NUMBERS = new Set(['integer', 'decimal', 'currency', 'rating']);

/** Whether answers of the type are compared as numbers. */
export const isNumber = (type: string): boolean => NUMBERS.has(type);

/** The number without sign, zeros and point that it can do without. */
function canonical(text: string): string {
  const [, sign, whole, fraction = ''] = /^([+-]?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text) as RegExpExecArray;
  const digits = fraction ? `${whole}.${fraction}` : whole;
  return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}

function oneOf(question: Question, given: string[]): FormValue {
  if (given.length > 1) return bad('type');
  const [one = ''] = given;
  if (!one) return good([]);
  if (question.type === 'choice') {
    return question.options?.some(({ value }) => value === one) ? good([one]) : bad('option');
  }
  if (!hasShape(question.type, one)) return bad('type');
  if (question.type === 'consent' && one === 'false') return good([]);
  return good([isNumber(question.type) ? canonical(one) : one]);
}

const distinct = (given: string[]): string[] => [...new Set(given)].filter((one) => one !== '');

function severalOf(question: Question, given: string[]): FormValue {
  const chosen = distinct(given);
  const options = (question.options ?? []).map(({ value }) => value);
  if (chosen.some((one) => !options.includes(one))) return bad('option');
  if (question.type === 'ranking') {
    return chosen.length && chosen.length < options.length ? bad('ranking') : good(chosen);
  }
  return good(options.filter((value) => chosen.includes(value)));
}

function addressOf(given: string[]): FormValue {
  if (given.length > ADDRESS_PARTS) return bad('type');
  const parts = Array.from({ length: ADDRESS_PARTS }, (_, index) => given[index] ?? '');
  if (parts.every((part) => part === '')) return good([]);
  if (!parts[0] || !parts[2] || !parts[5]) return bad('address');
  return parts.some((part) => part.length > LONGEST_TEXT) ? bad('tooLong') : good(parts);
}

function signatureOf(given: string[]): FormValue {
  const [name = '', drawing = ''] = given;
  const isDrawing = drawing.length <= LONGEST_DRAWING && DRAWING.test(drawing);
  if (given.length > 2 || name.length > LONGEST_TEXT || !isDrawing) return bad('type');
  if (!name) return drawing ? bad('signer') : good([]);
  return good([name, drawing]);
}

function filesOf(given: string[]): FormValue {
  const chosen = distinct(given);
  return chosen.every((one) => UPLOAD.test(one)) ? good(chosen) : bad('type');
}

function taken(question: Question, given: string[]): FormValue {
  switch (question.type) {
    case 'choices':
    case 'ranking':
      return severalOf(question, given);
    case 'address':
      return addressOf(given);
    case 'signature':
      return signatureOf(given);
    case 'file':
      return filesOf(given);
    case 'heading':
    case 'note':
      return good([]);
    default:
      return oneOf(question, given);
  }
}

/** A number that a rule names; null for none. */
export function numberOf(rule: string | null | undefined): number | null {
  const text = trim(rule ?? '');
  return FRACTION.test(text) ? Number(text) : null;
}

/** In millionths: eighteen digits, which numbers of JavaScript do not tell apart. */
function millionths(text: string): bigint {
  const [whole, fraction = ''] = text.replace('+', '').split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}

/** Below, above or at 0 as one number, of up to six decimals, is smaller than, larger than or the same as another. */
export function orderOf(one: string, other: string): number {
  const difference = millionths(trim(one)) - millionths(trim(other));
  return difference < 0 ? -1 : Number(difference > 0);
}

/** A day or time that a rule names; `today+3` counts from the day. Null for none. */
export function boundary(rule: string | null | undefined, today: string): string | null {
  const text = trim(rule ?? '');
  if (!text) return null;
  const relative = TODAY.exec(text);
  if (!relative) return text;
  const days = Number(relative[3] ?? 0) * (relative[2] === '-' ? -1 : 1);
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function sizeProblem(value: string, least: string | null, most: string | null): string | null {
  if (least !== null && orderOf(value, least) < 0) return 'tooSmall';
  return most !== null && orderOf(value, most) > 0 ? 'tooLarge' : null;
}

/** The rule itself where it names a number. */
const numberText = (rule: string | null | undefined): string | null => (numberOf(rule) === null ? null : trim(rule!));

function lengthProblem(question: Question, text: string): string | null {
  const most = question.type === 'text' ? LONGEST_TEXT : LONGEST_LONG_TEXT;
  if (text.length < (question.minLength ?? 0)) return 'tooShort';
  if (text.length > Math.min(question.maxLength ?? most, most)) return 'tooLong';
  return matchesPattern(question.pattern ?? [], text) ? null : 'pattern';
}

function countProblem(question: Question, count: number, most: number | null): string | null {
  const least = numberOf(question.minimum);
  const limit = numberOf(question.maximum) ?? most;
  if (least !== null && count < least) return 'tooFew';
  return limit !== null && count > limit ? 'tooMany' : null;
}

function dayProblem(question: Question, answer: string, today: string): string | null {
  const least = boundary(question.minimum, today);
  const most = boundary(question.maximum, today);
  const value = least?.length === 10 || most?.length === 10 ? answer.slice(0, 10) : answer;
  if (least !== null && value < least) return 'tooEarly';
  return most !== null && value > most ? 'tooLate' : null;
}

function limits(question: Question, values: string[], today: string): string | null {
  switch (question.type) {
    case 'text':
    case 'longText':
      return lengthProblem(question, values[0]);
    case 'choices':
      return countProblem(question, values.length, null);
    case 'file':
      return countProblem(question, values.length, MOST_FILES);
    case 'rating':
      return sizeProblem(values[0], '1', String(Math.min(numberOf(question.maximum) ?? STARS, MOST_STARS)));
    case 'integer':
    case 'decimal':
    case 'currency':
      return sizeProblem(values[0], numberText(question.minimum), numberText(question.maximum));
    case 'date':
    case 'dateTime':
    case 'time':
      return dayProblem(question, values[0], today);
    default:
      return null;
  }
}

/** @param today day by the clock of the store */
export function valueOf(question: Question, typed: string[], today: string): FormValue {
  const value = taken(question, typed.map(trim));
  return value.values.length && !value.problem
    ? { values: value.values, problem: limits(question, value.values, today) }
    : value;
}
