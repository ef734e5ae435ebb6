import { createElement } from 'lwc';
import search from '@salesforce/apex/FormOptionController.search';
import FormSearch from 'c/formSearch';

jest.mock('@salesforce/apex/FormOptionController.search', () => ({ default: jest.fn() }), { virtual: true });

const tick = async () => {
  for (let i = 0; i < 8; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show() {
  const element = createElement('c-form-search', { is: FormSearch });
  Object.assign(element, {
    fieldId: 'f1',
    storeCode: 'acme',
    versionId: 'v1',
    question: 'branch',
    options: [
      { value: 'a', label: 'North' },
      { value: 'b', label: 'South' },
    ],
  });
  const chosen: object[] = [];
  element.addEventListener('optionchoose', (event) => chosen.push((event as CustomEvent).detail));
  const label = document.createElement('label');
  label.htmlFor = 'f1';
  label.textContent = 'Branch';
  document.body.append(label, element);
  await tick();
  const input = element.querySelector('input') as HTMLInputElement;
  const press = async (key: string) => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    await tick();
  };
  return { element, input, press, chosen };
}
const shown = (element: Element) =>
  element.querySelector('ul')!.hidden ? [] : [...element.querySelectorAll('li')].map(({ textContent }) => textContent);

describe('c-form-search', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    (search as unknown as jest.Mock).mockReset();
  });
  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('offers the first options, and chooses one by keyboard', async () => {
    const { element, input, press, chosen } = await show();
    expect(shown(element)).toEqual([]);
    input.dispatchEvent(new Event('focus'));
    await tick();
    expect(shown(element)).toEqual(['North', 'South']);
    await press('ArrowDown');
    await press('ArrowDown');
    expect(input.getAttribute('aria-activedescendant')).toBe('f1-o1');
    await press('Enter');
    expect(chosen).toEqual([{ value: 'b', label: 'South' }]);
    expect(shown(element)).toEqual([]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('asks the server once nobody types, and takes back what is emptied', async () => {
    (search as unknown as jest.Mock).mockResolvedValue([{ value: 'z', label: 'Zenith' }]);
    const { element, input, chosen } = await show();
    const type = async (text: string) => {
      input.value = text;
      input.dispatchEvent(new Event('input'));
      jest.advanceTimersByTime(300);
      await tick();
    };
    await type('zen');
    expect(search).toHaveBeenCalledWith({ storeCode: 'acme', versionId: 'v1', question: 'branch', text: 'zen' });
    expect(shown(element)).toEqual(['Zenith']);
    element.querySelector('li')!.dispatchEvent(new Event('pointerdown', { cancelable: true }));
    expect(chosen).toEqual([{ value: 'z', label: 'Zenith' }]);
    await type('');
    expect(chosen[1]).toEqual({ value: '', label: '' });
  });

  it('closes with Escape, and says when nothing can be found', async () => {
    (search as unknown as jest.Mock).mockRejectedValue(new Error('no'));
    const { element, input, press } = await show();
    input.dispatchEvent(new Event('focus'));
    await press('Escape');
    expect(shown(element)).toEqual([]);
    input.value = 'x';
    input.dispatchEvent(new Event('input'));
    jest.advanceTimersByTime(300);
    await tick();
    expect(element.querySelector('[role="status"]')!.textContent).not.toBe('');
  });
});
