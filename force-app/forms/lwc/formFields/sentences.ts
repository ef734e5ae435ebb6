import { boundary, type Question } from 'c/formRules';
import { fillLabel, formatDay } from 'c/storeFormat';
import type { StoreDto } from 'c/storeTypes';
import { labels } from './labels';

const WRONG: Record<string, string> = {
  email: labels.wrongEmail,
  phone: labels.wrongPhone,
  url: labels.wrongUrl,
  integer: labels.wrongWhole,
  rating: labels.wrongWhole,
  decimal: labels.wrongNumber,
  currency: labels.wrongNumber,
  date: labels.wrongDay,
  dateTime: labels.wrongDay,
};

const dayText = (rule: string | null | undefined, today: string, store: StoreDto | null): string => {
  const day = boundary(rule, today) ?? '';
  return day.length === 10 ? formatDay(day, store?.locale) : day.replace('T', ' ');
};

/** What people are told; the server says the same. */
export function sentenceOf(code: string, question: Question, today: string, store: StoreDto | null): string {
  const most = question.type === 'longText' ? 10000 : 255;
  switch (code) {
    case 'required':
      return labels.required;
    case 'option':
      return labels.wrongOption;
    case 'ranking':
      return labels.wrongRanking;
    case 'address':
      return labels.wrongAddress;
    case 'signer':
      return labels.wrongSigner;
    case 'tooShort':
      return fillLabel(labels.tooShort, question.minLength ?? 1);
    case 'tooLong':
      return fillLabel(labels.tooLong, Math.min(question.maxLength ?? most, most));
    case 'tooSmall':
      return fillLabel(labels.tooSmall, question.minimum ?? 1);
    case 'tooLarge':
      return fillLabel(labels.tooLarge, question.maximum ?? 5);
    case 'tooFew':
      return fillLabel(labels.tooFew, question.minimum ?? 1);
    case 'tooMany':
      return fillLabel(labels.tooMany, question.maximum ?? 10);
    case 'tooEarly':
      return fillLabel(labels.tooEarly, dayText(question.minimum, today, store));
    case 'tooLate':
      return fillLabel(labels.tooLate, dayText(question.maximum, today, store));
    case 'pattern':
      return question.patternMessage || labels.wrongPattern;
    case 'compare':
      return question.compare?.message || labels.wrongCompare;
    default:
      return WRONG[question.type] ?? labels.wrongType;
  }
}
