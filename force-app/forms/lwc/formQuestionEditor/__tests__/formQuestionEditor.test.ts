import { createElement } from 'lwc';
import type { Question } from 'c/formRules';
import FormQuestionEditor from 'c/formQuestionEditor';

jest.mock('@salesforce/apex/FormRecordController.getObjects', () => ({ default: jest.fn(() => Promise.resolve([])) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/FormRecordController.getRecords', () => ({ default: jest.fn(() => Promise.resolve({})) }), {
  virtual: true,
});

const SOURCES = [
  { value: 'a', label: 'Earlier', type: 'integer', options: [] },
  { value: 'cart.total', label: 'Cart: total', type: 'factNumber', options: [] },
];
const tick = async () => {
  for (let i = 0; i < 6; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(question: Question) {
  const element = createElement('c-form-question-editor', { is: FormQuestionEditor }) as HTMLElement & {
    question: Question;
  };
  Object.assign(element, { question, sources: SOURCES, pages: [{ key: 'p', title: 'One' }] });
  element.addEventListener('questionchange', (event) => {
    element.question = { ...element.question, ...(event as CustomEvent).detail.changes };
  });
  document.body.appendChild(element);
  await tick();
  const root = element.shadowRoot as ShadowRoot;
  const fire = async (selector: string, name: string, detail: object) => {
    root.querySelector(selector)!.dispatchEvent(new CustomEvent(name, { detail }));
    await tick();
  };
  return { element, root, fire };
}

describe('c-form-question-editor', () => {
  afterEach(() => document.body.replaceChildren());

  it('picks a default among few answers, and leaves a sentence whole', async () => {
    const { element, root, fire } = await show({ key: 'q', type: 'yesNo', label: 'Q' });
    const picks = () =>
      root.querySelector('[data-field="defaultValues"]') as unknown as { options: { value: string }[] };
    expect(picks().options.map(({ value }) => value)).toEqual(['-', 'true', 'false']);
    await fire('[data-field="defaultValues"]', 'change', { value: 'true' });
    expect(element.question.defaultValues).toEqual(['true']);
    await fire('[data-field="defaultValues"]', 'change', { value: '-' });
    expect(element.question.defaultValues).toEqual([]);
    await fire('[data-field="type"]', 'change', { value: 'text' });
    await fire('[data-field="defaultValues"]', 'change', { value: 'Hello, Ada' });
    expect(element.question.defaultValues).toEqual(['Hello, Ada']);
    await fire('[data-field="type"]', 'change', { value: 'choices' });
    await fire('[data-field="defaultValues"]', 'change', { value: 'a, b' });
    expect(element.question.defaultValues).toEqual(['a', 'b']);
  });

  it('edits options, prices and storage, accessibly', async () => {
    const { element, root, fire } = await show({ key: 'q', page: 'p', type: 'text', label: 'Q' });
    await fire('[data-field="type"]', 'change', { value: 'choice' });
    const options = root.querySelector('[data-field="options"]') as HTMLInputElement;
    options.value = 'Plain\nscript = Handwriting + 2.50';
    options.dispatchEvent(new CustomEvent('blur'));
    await tick();
    await fire('[data-field="price"]', 'change', { value: '3' });
    await fire('[data-field="retentionDays"]', 'change', { value: '7' });
    expect(element.question).toMatchObject({
      type: 'choice',
      price: 3,
      retentionDays: 7,
      options: [
        { value: 'Plain', label: 'Plain', price: null },
        { value: 'script', label: 'Handwriting', price: 2.5 },
      ],
    });
    await expect(element).toBeAccessible();
    await fire('[data-option-source]', 'change', { value: 'records' });
    const records = { objectName: 'Account', labelField: 'Name', filters: [] };
    await fire('c-form-records-editor', 'recordschange', { records });
    expect(element.question).toMatchObject({ records, options: [] });
    expect(root.querySelector('[data-field="options"]')).toBeNull();
  });

  it('other words for an option that was published leave its value', async () => {
    const { element, root } = await show({
      key: 'q',
      type: 'choice',
      label: 'Q',
      options: [
        { value: 'Gold', label: 'Gold' },
        { value: 'Tin', label: 'Tin' },
      ],
    });
    const type = async (text: string) => {
      const options = root.querySelector('[data-field="options"]') as HTMLInputElement;
      options.value = text;
      options.dispatchEvent(new CustomEvent('blur'));
      await tick();
      return element.question.options?.map(({ value, label }) => [value, label]);
    };
    Object.assign(element, { publishedOptions: ['Gold'] });
    expect(await type('Pure gold\nSteel')).toEqual([
      ['Gold', 'Pure gold'],
      ['Steel', 'Steel'],
    ]);
    expect(await type('Steel\nGold = Pure gold\nNew')).toEqual([
      ['Steel', 'Steel'],
      ['Gold', 'Pure gold'],
      ['New', 'New'],
    ]);
    expect(await type('Steel\nGold2 = Pure gold\nNew')).toEqual([
      ['Steel', 'Steel'],
      ['Gold2', 'Pure gold'],
      ['New', 'New'],
    ]);
  });

  it('compares with an earlier answer, and puts in values by rules', async () => {
    const { element, root, fire } = await show({ key: 'q', type: 'integer', label: 'Q' });
    await fire('[data-compare] [data-part="source"]', 'change', { value: 'a' });
    await fire('[data-compare] [data-part="operator"]', 'change', { value: 'atLeast' });
    await fire('[data-compare] [data-part="message"]', 'change', { value: 'At least as many.' });
    expect(element.question.compare).toEqual({ operator: 'atLeast', source: 'a', message: 'At least as many.' });
    await fire('[data-compare] [data-part="source"]', 'change', { value: '-' });
    expect(element.question.compare).toBeNull();
    (root.querySelector('[data-add-rule]') as HTMLElement).click();
    await tick();
    await fire('[data-rule] [data-part="values"]', 'change', { value: '5' });
    expect(element.question.sets).toEqual([
      {
        whenTrue: { mode: 'all', items: [{ source: 'a', operator: 'answered', values: [] }] },
        values: ['5'],
        source: null,
      },
    ]);
    await fire('[data-rule] [data-part="source"]', 'change', { value: 'cart.total' });
    expect(element.question.sets![0].source).toBe('cart.total');
    (root.querySelector('[data-rule] > lightning-button') as HTMLElement).click();
    await tick();
    expect(element.question.sets).toEqual([]);
  });

  it('edits patterns, conditions, limits and files, each where it makes sense', async () => {
    const { element, root, fire } = await show({ key: 'q', type: 'text', label: 'Q' });
    await fire('c-form-pattern-editor', 'patternchange', { pattern: [{ kind: 'digits' }] });
    await fire('[data-condition="showWhen"]', 'conditionchange', { condition: null });
    await fire('[data-field="minLength"]', 'change', { value: '2' });
    expect(element.question).toMatchObject({ pattern: [{ kind: 'digits' }], showWhen: null, minLength: 2 });
    await fire('[data-field="type"]', 'change', { value: 'file' });
    await fire('[data-field="fileTypes"]', 'change', { value: 'pdf, png' });
    await fire('[data-field="fileSize"]', 'change', { value: '2' });
    expect(element.question.files).toEqual({ types: ['pdf', 'png'], maxMegabytes: 2 });
    await fire('[data-field="type"]', 'change', { value: 'heading' });
    expect(root.querySelector('[data-condition="requireWhen"]')).toBeNull();
    const key = root.querySelector('[data-field="key"]') as HTMLInputElement;
    key.value = ' named ';
    key.dispatchEvent(new CustomEvent('blur'));
    await tick();
    expect(element.question.key).toBe('named');
  });
});
