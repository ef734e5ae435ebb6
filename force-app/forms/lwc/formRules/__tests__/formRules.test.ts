import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  carriedOver,
  changedWords,
  defaultsOf,
  evaluate,
  totalOf,
  type Answers,
  type FormDefinition,
} from 'c/formRules';

interface Case {
  typed: Answers;
  context?: Answers;
  shown: string[];
  answers: Answers;
  required?: string[];
  fixed?: string[];
  problems?: Record<string, string>;
  price?: number;
}

/** The same that FormRulesTest holds Apex to. */
const { today, groups } = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', 'staticresources', 'FormVectors.json'), 'utf8'),
) as { today: string; groups: { name: string; form: FormDefinition; cases: Case[] }[] };

/** Numbers that look thrown, the same in each run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

describe('c-form-rules', () => {
  it('has at least 300 vectors', () => {
    expect(groups.reduce((count, { cases }) => count + cases.length, 0)).toBeGreaterThanOrEqual(300);
  });

  it.each(groups.map((group) => [group.name, group] as const))('%s', (_, { form, cases }) => {
    cases.forEach((one, index) => {
      const outcome = evaluate(form, one.typed, one.context ?? {}, today);
      const told = { index, shown: outcome.shown, answers: outcome.answers, problems: outcome.problems };
      expect({
        ...told,
        required: [...outcome.required].sort(),
        fixed: [...outcome.fixed].sort(),
        price: totalOf(outcome),
      }).toEqual({
        index,
        shown: one.shown,
        answers: one.answers,
        problems: one.problems ?? {},
        required: [...(one.required ?? [])].sort(),
        fixed: [...(one.fixed ?? [])].sort(),
        price: one.price ?? 0,
      });
    });
  });

  it('keeps nothing of what nobody is asked, in whatever order people answer and change their minds', () => {
    const throwOf = dice(20261129);
    const values = ['red', 'green', 'blue', ''];
    const operators = ['is', 'isNot', 'answered', 'contains', 'anyOf'];
    for (let round = 0; round < 200; round += 1) {
      const keys = Array.from({ length: 12 }, (_, index) => `q${index}`);
      const form: FormDefinition = {
        pages: [
          { key: 'first' },
          { key: 'last', skipWhen: throwOf(2) ? { source: keys[throwOf(6)], operator: 'is', values: ['red'] } : null },
        ],
        questions: keys.map((key, index) => ({
          key,
          type: 'text',
          page: index < 6 ? 'first' : 'last',
          hidden: throwOf(8) === 0,
          defaultValues: throwOf(6) === 0 ? ['green'] : [],
          skipWhen:
            index === 0 || throwOf(5) > 0
              ? null
              : { source: keys[throwOf(index)], operator: operators[throwOf(operators.length)], values: ['blue'] },
          sets:
            index === 0 || throwOf(5) > 0
              ? []
              : [{ whenTrue: { source: keys[throwOf(index)], operator: 'answered' }, source: keys[throwOf(index)] }],
          showWhen:
            index === 0 || throwOf(4) === 0
              ? null
              : {
                  mode: throwOf(2) ? 'any' : 'all',
                  items: Array.from({ length: 1 + throwOf(2) }, () => ({
                    source: keys[throwOf(index)],
                    operator: operators[throwOf(operators.length)],
                    values: [values[throwOf(3)]],
                  })),
                },
        })),
      };
      const typed: Answers = {};
      for (let step = 0; step < 20; step += 1) {
        typed[keys[throwOf(keys.length)]] = [values[throwOf(values.length)]];
        const { shown, answers } = evaluate(form, typed, {}, today);
        expect(Object.keys(answers).filter((key) => !shown.includes(key))).toEqual([]);
        // What counts is the same as if nobody had ever answered anything else.
        expect(evaluate(form, answers, {}, today)).toEqual(evaluate(form, typed, {}, today));
      }
    }
  });

  it('carries no consent and no signature over to other words', () => {
    const words = (terms: string, waiver: string, name = 'Name'): FormDefinition => ({
      questions: [
        { key: 'name', type: 'text', label: name },
        { key: 'waiver', type: 'note', text: waiver },
        { key: 'sign', type: 'signature', label: 'Sign' },
        { key: 'terms', type: 'consent', label: 'Agree', text: terms },
      ],
    });
    const all = { name: ['Ada'], sign: ['Ada', ''], terms: ['true'] };
    const first = words('A', 'Risk');
    expect(carriedOver(all, first, words('A', 'Risk', 'Who?'))).toEqual(all);
    expect(carriedOver(all, first, words('B', 'Risk'))).toEqual({ name: ['Ada'], sign: ['Ada', ''] });
    expect(carriedOver(all, first, words('A', 'No risk'))).toEqual({ name: ['Ada'], terms: ['true'] });
    expect(carriedOver(null, first, first)).toBeNull();
    expect(changedWords(null, first)).toEqual(['sign', 'terms']);
    expect(changedWords(first, null)).toEqual([]);
  });

  it('begins with defaults: fixed ones, and what is known', () => {
    const form: FormDefinition = {
      questions: [
        { key: 'a', type: 'text', defaultValues: ['x'] },
        { key: 'b', type: 'email', defaultSource: 'customer.email', defaultValues: ['nobody@example.com'] },
        { key: 'c', type: 'text', hidden: true, defaultValues: ['y'] },
        { key: 'd', type: 'heading', defaultValues: ['z'] },
        { key: 'e', type: 'text' },
      ],
    };
    expect(defaultsOf(form, {})).toEqual({ a: ['x'], b: ['nobody@example.com'] });
    expect(defaultsOf(form, { 'customer.email': ['ada@example.com'] }).b).toEqual(['ada@example.com']);
  });
});
