import type { Question } from 'c/formRules';
import { formatDay } from 'c/storeFormat';
import no from '@salesforce/label/c.Forms_Page_No';
import yes from '@salesforce/label/c.Forms_Page_Yes';

/** An answer that was given before, in one line. */
export function toldText(question: Question, values: string[], locale?: string | null): string {
  if (question.type === 'yesNo' || question.type === 'consent') return values[0] === 'true' ? yes : no;
  if (question.type === 'date') return formatDay(values[0], locale);
  const labelOf = (value: string) => question.options?.find((option) => option.value === value)?.label ?? value;
  return values.filter(Boolean).map(labelOf).join(', ');
}
