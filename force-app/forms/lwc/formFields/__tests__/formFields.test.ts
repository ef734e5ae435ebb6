import { createElement } from 'lwc';
import FormFields from 'c/formFields';
import type { Answers, FormDefinition } from 'c/formRules';

const mockSendFile = jest.fn();
jest.mock('c/formUpload', () => ({
  newToken: () => 'a'.repeat(64),
  sendFile: (...all: unknown[]) => mockSendFile(...all),
}));

const FORM: FormDefinition = {
  pages: [
    { key: 'one', title: 'One' },
    { key: 'two', title: 'Two', skipWhen: { source: 'a', operator: 'is', values: ['skip'] } },
    { key: 'three', title: 'Three' },
  ],
  questions: [
    { key: 'a', page: 'one', type: 'text', label: 'A', required: true, defaultValues: ['first'] },
    {
      key: 'b',
      page: 'one',
      type: 'text',
      label: 'B',
      required: true,
      showWhen: { source: 'a', operator: 'is', values: ['show'] },
    },
    { key: 'c', page: 'two', type: 'integer', label: 'C' },
    { key: 'd', page: 'three', type: 'file', label: 'D', files: { types: ['pdf'] } },
    { key: 'e', page: 'three', type: 'text', label: 'E', hidden: true },
  ],
};

type Fields = HTMLElement & {
  definition: FormDefinition;
  context: Answers;
  today: string;
  paged: boolean;
  answers: Answers | null;
  sentFiles: Record<string, string> | null;
  fileNames: Record<string, string>;
  isBusy: boolean;
  isLast: boolean;
  check(): boolean;
  current(): Answers;
  clear(): void;
  showProblems(fields: Record<string, string>): boolean;
};

const tick = async () => {
  for (let i = 0; i < 5; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(given: Partial<Fields> = {}): Promise<Fields> {
  const element = createElement('c-form-fields', { is: FormFields }) as Fields;
  Object.assign(element, { definition: FORM, context: {}, today: '2026-06-15', paged: true, ...given });
  document.body.appendChild(element);
  await tick();
  return element;
}

const answer = async (element: Fields, key: string, values: string[]) => {
  element
    .querySelector(`[data-question="${key}"]`)!
    .dispatchEvent(new CustomEvent('answer', { detail: { key, values }, bubbles: true }));
  await tick();
};
const shown = (element: Fields) =>
  [...element.querySelectorAll<HTMLElement>('[data-question]')].map(({ dataset }) => dataset.question);

describe('c-form-fields', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows a page at a time, as the answers have it', async () => {
    const element = await show();
    expect(shown(element)).toEqual(['a']);
    expect((element.querySelector('input') as HTMLInputElement).value).toBe('first');
    await answer(element, 'a', ['show']);
    expect(shown(element)).toEqual(['a', 'b']);
    (element.querySelector('[data-next]') as HTMLElement).click();
    await tick();
    expect(element.querySelector('[data-message="b"]')).not.toBeNull();
    await answer(element, 'b', ['x']);
    expect(element.querySelector('[data-message="b"]')).toBeNull();
    (element.querySelector('[data-next]') as HTMLElement).click();
    await tick();
    expect(shown(element)).toEqual(['c']);
    (element.querySelector('[data-back]') as HTMLElement).click();
    await tick();
    await answer(element, 'a', ['skip']);
    (element.querySelector('[data-next]') as HTMLElement).click();
    await tick();
    expect(shown(element)).toEqual(['d']);
    expect(element.isLast).toBe(true);
    expect(element.current().b).toEqual(['x']);
    await expect(element).toBeAccessible();
  });

  it('goes to the first problem, also what the server found', async () => {
    const element = await show({ answers: { a: ['show'] } });
    expect(element.check()).toBe(false);
    await tick();
    expect(document.activeElement).toBe(element.querySelector('[data-question="b"] input'));
    await answer(element, 'b', ['x']);
    expect(element.check()).toBe(true);
    expect(element.showProblems({ 'form.c': 'Not this', other: 'x' })).toBe(true);
    await tick();
    expect(element.querySelector('[data-message="c"]')!.textContent).toBe('Not this');
    await answer(element, 'c', ['1']);
    expect(element.querySelector('[data-message="c"]')).toBeNull();
    expect(element.showProblems({ cart: 'x' })).toBe(false);
    element.clear();
    await tick();
    expect(element.current()).toEqual({ a: ['first'] });
  });

  it('what the server wants looked at may be left blank where it need not be answered', async () => {
    const element = await show();
    element.showProblems({ 'form.a': 'Not this', 'form.c': 'Other words' });
    await tick();
    expect(element.check()).toBe(false);
    await tick();
    expect(element.querySelector('[data-message="a"]')!.textContent).toBe('Not this');
    expect(element.querySelector('[data-message="c"]')).toBeNull();
    await answer(element, 'a', ['other']);
    expect(element.check()).toBe(true);
  });

  it('shows files that were sent before, which can be taken out', async () => {
    const [token, gone] = ['c'.repeat(64), 'd'.repeat(64)];
    const element = await show({
      paged: false,
      answers: { d: [token, gone] },
      sentFiles: { [token]: 'pass.pdf' },
    });
    expect([...element.querySelectorAll('[data-file] span')].map(({ textContent }) => textContent)).toEqual([
      'pass.pdf',
    ]);
    expect(element.fileNames).toEqual({ [token]: 'pass.pdf' });
    (element.querySelector('[data-action="fileremove"]') as HTMLElement).click();
    await tick();
    expect(element.current().d).toEqual([gone]);
    expect(element.querySelector('[data-file]')).toBeNull();
  });

  it('a file that fails can be sent again, and loses nothing else', async () => {
    const element = await show({ paged: false });
    mockSendFile.mockResolvedValueOnce('No line').mockResolvedValueOnce('');
    const file = new File(['x'], 'a.pdf');
    element
      .querySelector('[data-question="d"]')!
      .dispatchEvent(new CustomEvent('files', { detail: { key: 'd', files: [file] }, bubbles: true }));
    await tick();
    await tick();
    expect(element.current().d).toBeUndefined();
    expect(element.querySelector('[data-file]')!.textContent).toMatch(/failed|could not|↻/i);
    (element.querySelector('[data-action="fileagain"]') as HTMLElement).click();
    await tick();
    await tick();
    expect(element.current().d).toEqual(['a'.repeat(64)]);
    expect(element.current().a).toEqual(['first']);
    expect(element.isBusy).toBe(false);
    (element.querySelector('[data-action="fileremove"]') as HTMLElement).click();
    await tick();
    expect(element.current().d).toEqual([]);
  });

  it('begins what was never answered with its default, and leaves blank what was left blank', async () => {
    expect((await show({ answers: { c: ['3'] } })).current()).toEqual({ a: ['first'], c: ['3'] });
    expect((await show({ answers: { a: [], c: ['3'] } })).current()).toEqual({ a: [], c: ['3'] });
  });

  it('says what is wrong with a field that is left for a button only once the button was let go', async () => {
    jest.useFakeTimers();
    const element = await show({
      definition: { questions: [{ key: 'n', type: 'integer', label: 'N' }] },
      answers: null,
    });
    const input = element.querySelector('input') as HTMLInputElement;
    input.value = 'many';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await tick();
    element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await tick();
    expect(element.querySelector('[data-message="n"]')).toBeNull();
    element.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
    jest.runAllTimers();
    await tick();
    expect(element.querySelector('[data-message="n"]')).not.toBeNull();
    jest.useRealTimers();
  });
});
