import { createElement } from 'lwc';
import FormQuestion, { type QuestionView } from 'c/formQuestion';
import type { Question } from 'c/formRules';

const STORE = { code: 'acme', locale: 'en-US', currencyCode: 'USD' };
const OPTIONS = [
  { value: 'red', label: 'Red' },
  { value: 'gold', label: 'Gold', price: 5 },
];

function show(question: Partial<Question>, view: Partial<QuestionView> = {}) {
  const element = createElement('c-form-question', { is: FormQuestion }) as HTMLElement & {
    view: QuestionView;
    store: unknown;
  };
  element.store = STORE;
  element.view = {
    question: { key: 'q', type: 'text', label: 'Question', ...question },
    id: 'f-q',
    values: [],
    required: true,
    fixed: false,
    problem: '',
    least: null,
    most: null,
    files: [],
    ...view,
  };
  const answers: string[][] = [];
  element.addEventListener('answer', (event) => answers.push((event as CustomEvent).detail.values));
  document.body.appendChild(element);
  return { element, answers };
}

const type = (element: HTMLElement, selector: string, value: string, event = 'input') => {
  const input = element.querySelector(selector) as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event(event, { bubbles: true }));
};

describe('c-form-question', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['text', {}],
    ['longText', {}],
    ['integer', {}],
    ['email', {}],
    ['date', {}],
    ['yesNo', {}],
    ['choice', { options: OPTIONS }],
    ['choices', { options: OPTIONS }],
    ['ranking', { options: OPTIONS }],
    ['rating', {}],
    ['address', {}],
    ['file', { files: { types: ['pdf'] } }],
    ['signature', {}],
    ['consent', { text: 'All of it.' }],
    ['heading', {}],
    ['note', { text: 'A note' }],
  ])('shows %s accessibly, with what is wrong', async (kind, question) => {
    const { element } = show({ type: kind, help: 'Help', ...question }, { problem: 'Wrong' });
    await expect(element).toBeAccessible();
    const told = element.querySelector('[data-message="q"]')?.textContent;
    expect(told).toBe(['heading', 'note'].includes(kind) ? undefined : 'Wrong');
  });

  it('says what is optional, what costs, and what is filled in', () => {
    const { element } = show({ price: 5 }, { required: false, fixed: true, values: ['x'] });
    expect(element.querySelector('label')!.textContent).toMatch(/Question \(.*\) \(.*\)/);
    expect((element.querySelector('input') as HTMLInputElement).readOnly).toBe(true);
  });

  it('tells what is typed; commas of amounts become points', () => {
    const text = show({});
    type(text.element, 'input', 'Ada');
    type(text.element, 'input', '');
    expect(text.answers).toEqual([['Ada'], []]);
    const amount = show({ type: 'currency' });
    type(amount.element, 'input', '12,50');
    type(amount.element, 'input', '12,50', 'change');
    expect(amount.answers).toEqual([['12,50'], ['12.50']]);
    const long = show({ type: 'longText' }, { values: ['before'] });
    expect(long.element.querySelector('textarea')!.value).toBe('before');
  });

  it('keeps several choices in the order of the options', () => {
    const { element, answers } = show({ type: 'choices', options: OPTIONS }, { values: ['gold'] });
    const red = element.querySelector('input[value="red"]') as HTMLInputElement;
    red.checked = true;
    red.dispatchEvent(new Event('change', { bubbles: true }));
    expect(answers).toEqual([['red', 'gold']]);
  });

  it('is ordered by buttons', () => {
    const { element, answers } = show({ type: 'ranking', options: OPTIONS });
    (element.querySelector('[data-rank="gold"] [data-by="-1"]') as HTMLElement).click();
    (element.querySelector('[data-order-right]') as HTMLElement).click();
    expect(answers).toEqual([
      ['gold', 'red'],
      ['red', 'gold'],
    ]);
  });

  it('takes a signature by name, and a drawing beside it', () => {
    const { element, answers } = show({ type: 'signature' }, { values: ['Ada', ''] });
    const pad = element.querySelector('[data-pad]') as Element;
    jest.spyOn(pad, 'getBoundingClientRect').mockReturnValue({ left: 0, top: 0, width: 300, height: 100 } as DOMRect);
    const pen = (name: string, x: number, y: number) =>
      pad.dispatchEvent(new MouseEvent(name, { clientX: x, clientY: y, bubbles: true }));
    pen('pointerdown', 10, 20);
    pen('pointermove', 30, 40);
    pen('pointerup', 30, 40);
    expect(answers).toEqual([['Ada', 'M10 20L30 40']]);
    type(element, 'input', 'Bob');
    expect(answers[1][0]).toBe('Bob');
  });

  it('puts an address together', () => {
    const { element, answers } = show({ type: 'address' });
    type(element, '[data-part="2"]', 'Leeds');
    expect(answers).toEqual([['', '', 'Leeds', '', '', '']]);
  });

  it('lists files with what came of them', () => {
    const { element } = show(
      { type: 'file', files: { types: ['pdf'] } },
      {
        files: [
          { token: 'a', name: 'a.pdf', percent: 100, problem: '' },
          { token: 'b', name: 'b.pdf', percent: 10, problem: 'Too large' },
        ],
      },
    );
    const again = jest.fn();
    element.addEventListener('fileagain', (event) => again((event as CustomEvent).detail));
    expect(element.querySelectorAll('[data-file]')).toHaveLength(2);
    (element.querySelector('[data-action="fileagain"]') as HTMLElement).click();
    expect(again).toHaveBeenCalledWith({ key: 'q', token: 'b' });
  });
});
