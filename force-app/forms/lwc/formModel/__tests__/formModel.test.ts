import {
  addPage,
  canMove,
  copyPage,
  copyQuestion,
  differenceOf,
  dropQuestion,
  firstOf,
  movePage,
  moveQuestion,
  operatorsOf,
  removePage,
  renameQuestion,
  sourcesBefore,
  textsOf,
} from 'c/formModel';
import type { FormDefinition } from 'c/formRules';

const FORM: FormDefinition = {
  title: 'T',
  pages: [
    { key: 'one', title: 'One' },
    { key: 'two', title: 'Two', showWhen: { source: 'a', operator: 'answered' } },
  ],
  questions: [
    { key: 'a', page: 'one', type: 'yesNo', label: 'A' },
    { key: 'b', page: 'two', type: 'choice', label: 'B', options: [{ value: 'x', label: 'X' }] },
    {
      key: 'c',
      page: 'two',
      type: 'text',
      label: 'C',
      showWhen: { mode: 'any', items: [{ source: 'b', operator: 'is', values: ['x'] }] },
      sets: [{ whenTrue: { source: 'b', operator: 'answered' }, source: 'b' }],
      compare: { operator: 'is', source: 'b', message: 'No' },
    },
  ],
  translations: { de: { 'b.label': 'Be', 'b.option.x': 'Ix', 'two.title': 'Zwei' } },
};
const order = ({ questions }: FormDefinition) => questions.map(({ key, page }) => `${key}@${page}`);

describe('c-form-model', () => {
  it('names only what was asked before, and facts', () => {
    const names = sourcesBefore(FORM, 1).map(({ value }) => value);
    expect(names).toContain('a');
    expect(names).toContain('cart.total');
    expect(names).not.toContain('b');
    expect(firstOf(FORM, 'two')).toBe(1);
    expect(operatorsOf('choice').map(({ value }) => value)).toEqual(['answered', 'is', 'isNot', 'anyOf']);
    expect(operatorsOf('integer').map(({ value }) => value)).toContain('atLeast');
  });

  it('renames a question wherever it is named, its texts too', () => {
    const renamed = renameQuestion(FORM, 'b', 'branch');
    expect(JSON.stringify(renamed)).not.toContain('"b"');
    expect(renamed.translations!.de['branch.option.x']).toBe('Ix');
  });

  it('copies a question with its translations', () => {
    const copied = copyQuestion(FORM, 1);
    expect(order(copied)).toEqual(['a@one', 'b@two', 'q4@two', 'c@two']);
    expect(copied.translations!.de['q4.label']).toBe('Be');
  });

  it('copies a page: its copies refer to each other', () => {
    const copied = copyPage(FORM, 'two');
    expect(copied.pages!.map(({ key }) => key)).toEqual(['one', 'two', 'page3']);
    expect(order(copied)).toEqual(['a@one', 'b@two', 'c@two', 'q4@page3', 'q5@page3']);
    const [, , , , c] = copied.questions;
    expect(c.showWhen!.items![0].source).toBe('q4');
    expect(c.sets![0].source).toBe('q4');
    expect(c.compare!.source).toBe('q4');
    expect(copied.translations!.de['page3.title']).toBe('Zwei');
  });

  it('orders questions across pages, and pages with their questions', () => {
    expect(order(moveQuestion(FORM, 1, -1))).toEqual(['a@one', 'b@one', 'c@two']);
    expect(order(moveQuestion(FORM, 0, 1))).toEqual(['a@two', 'b@two', 'c@two']);
    expect(order(moveQuestion(FORM, 1, 1))).toEqual(['a@one', 'c@two', 'b@two']);
    expect(canMove(FORM, 0, -1)).toBe(false);
    expect(canMove(FORM, 2, 1)).toBe(false);
    expect(order(dropQuestion(FORM, 2, { index: 0 }))).toEqual(['c@one', 'a@one', 'b@two']);
    expect(order(dropQuestion(FORM, 1, { page: 'one' }))).toEqual(['a@one', 'b@one', 'c@two']);
    expect(order(movePage(FORM, 'two', -1))).toEqual(['b@two', 'c@two', 'a@one']);
    expect(order(removePage(FORM, 'two'))).toEqual(['a@one', 'b@one', 'c@one']);
    expect(order(addPage({ questions: [{ key: 'a', type: 'text' }] }))).toEqual(['a@page1']);
  });

  it('lists the texts that shoppers see', () => {
    expect(textsOf(FORM).map(({ name }) => name)).toEqual([
      'form.title',
      'one.title',
      'two.title',
      'a.label',
      'b.label',
      'b.option.x',
      'c.label',
      'c.compare',
    ]);
  });

  it('tells what becomes different', () => {
    const now: FormDefinition = {
      ...FORM,
      questions: [
        { ...FORM.questions[0], required: true },
        { ...FORM.questions[2], label: 'See' },
        { key: 'n', type: 'text', label: 'New', required: true },
      ],
    };
    expect(differenceOf(FORM, now)).toEqual({
      added: ['New'],
      demanded: ['A', 'New'],
      removed: ['B'],
      changed: ['See'],
    });
  });
});
