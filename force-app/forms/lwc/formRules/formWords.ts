import type { Answers, FormDefinition } from './formTypes';

/** By question. Who signs signs the notes and consents above, too: the text of a waiver stands in them. */
function wordsOf(form: FormDefinition | null): Map<string, string> {
  const words = new Map<string, string>();
  const above: string[] = [];
  for (const { key, type, label, text } of form?.questions ?? []) {
    const own = `${label?.trim() ?? ''}\n${text?.trim() ?? ''}`;
    if (type === 'signature') words.set(key, [...above, own].join('\n'));
    else if (type === 'consent') words.set(key, own);
    if (type === 'consent' || type === 'note') above.push(own);
  }
  return words;
}

/**
 * Consents and signatures that ask for something else by now: what was given to other words is worth nothing. The server (`FormWords`)
 * decides; pages show by it what is to be given anew.
 * @param shown what the person saw; null: nobody knows
 */
export function changedWords(shown: FormDefinition | null, form: FormDefinition | null): string[] {
  const before = wordsOf(shown);
  return [...wordsOf(form)].filter(([key, words]) => before.get(key) !== words).map(([key]) => key);
}

/** Answers that go on with a form that has changed. */
export function carriedOver(
  answers: Answers | null,
  shown: FormDefinition | null,
  form: FormDefinition | null,
): Answers | null {
  const changed = answers ? changedWords(shown, form) : [];
  return answers && Object.fromEntries(Object.entries(answers).filter(([key]) => !changed.includes(key)));
}
