import StoreSearch from 'c/storeSearch';
import suggest from '@salesforce/apex/StorefrontController.suggest';
import { subscribe } from 'c/storeEvents';
import {
  card,
  category,
  find,
  heard,
  mount,
  settle,
  store,
  texts,
  unmountAll,
} from '../../storeTypes/__tests__/support';

jest.mock('@salesforce/apex/StorefrontController.suggest', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const NavigationMixin = (Base: any) =>
    class extends Base {
      [Navigate](reference: any) {
        mockNavigate(reference.attributes.url);
      }
    };
  NavigationMixin.Navigate = Navigate;
  return { NavigationMixin };
});

const FOUND = { queries: ['mug'], categories: [category('mugs')], products: [card('sea-mug'), card('oak-mug')] };
const mockSuggest = suggest as unknown as jest.Mock;

async function typed(text: string) {
  const element = mount('c-store-search', StoreSearch, { store: store() });
  await settle();
  type(element, text);
  await settle(12);
  jest.runOnlyPendingTimers();
  await settle();
  return element;
}

function type(element: HTMLElement, text: string): void {
  const input = find<HTMLInputElement>(element, 'input');
  input.value = text;
  input.dispatchEvent(new Event('input'));
}

function press(element: HTMLElement, key: string): void {
  find(element, 'input').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

const submit = (element: HTMLElement) =>
  find(element, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));

describe('c-store-search', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    mockSuggest.mockResolvedValue(FOUND);
  });

  afterEach(() => {
    jest.useRealTimers();
    unmountAll();
    jest.clearAllMocks();
  });

  it('suggests searches, categories and products, and says how many', async () => {
    const said: string[] = [];
    const end = subscribe('announce', (text) => said.push(text));
    const element = await typed('mu');
    expect(mockSuggest).toHaveBeenCalledWith({ storeCode: 'demo', text: 'mu' });
    expect(texts(element, '.title')).toEqual([
      'c.Store_SuggestSearches',
      'c.Store_SuggestCategories',
      'c.Store_SuggestProducts',
    ]);
    expect(texts(element, '[role="option"] .name')).toEqual(['mug', 'Mugs', 'Title sea-mug', 'Title oak-mug']);
    expect(find(element, 'input').getAttribute('aria-expanded')).toBe('true');
    expect(find<HTMLInputElement>(element, 'input').value).toBe('mu');
    expect(said).toEqual(['c.Store_SuggestCountOther']);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
    end();
  });

  it('asks once when the shopper types on, and not for one letter', async () => {
    const element = mount('c-store-search', StoreSearch, { store: store() });
    await settle();
    type(element, 'm');
    type(element, 'mu');
    type(element, 'mug');
    await settle(12);
    jest.runOnlyPendingTimers();
    await settle();
    expect(mockSuggest.mock.calls.map(([{ text }]) => text)).toEqual(['mug']);
  });

  it('shows the answer to what stands in the field, whatever comes late', async () => {
    let answerFirst: (value: unknown) => void = () => {};
    mockSuggest.mockReturnValueOnce(new Promise((resolve) => (answerFirst = resolve)));
    const element = await typed('mu');
    type(element, 'oak');
    jest.runOnlyPendingTimers();
    await settle();
    answerFirst({ queries: ['late'], categories: [], products: [] });
    await settle();
    expect(texts(element, '[role="option"] .name')[0]).toBe('mug');
  });

  it('walks the options with the arrows and goes where Enter says', async () => {
    const element = await typed('mu');
    const searches = heard(element, 'search');
    press(element, 'ArrowDown');
    press(element, 'ArrowDown');
    press(element, 'ArrowDown');
    await settle();
    const active = find(element, 'input').getAttribute('aria-activedescendant');
    expect(find(element, `#${active}`).textContent).toContain('Title sea-mug');
    submit(element);
    expect(mockNavigate).toHaveBeenCalledWith('/product/sea-mug');
    expect(searches).toHaveLength(1);
    await settle();
    expect(find(element, 'input').getAttribute('aria-expanded')).toBe('false');
  });

  it('comes round to the field and to the last option', async () => {
    const element = await typed('mu');
    press(element, 'ArrowUp');
    await settle();
    expect(find(element, '.all').getAttribute('aria-selected')).toBe('true');
    press(element, 'ArrowDown');
    await settle();
    expect(find(element, 'input').hasAttribute('aria-activedescendant')).toBe(false);
  });

  it('closes by Esc and when the focus leaves, and opens again by an arrow', async () => {
    const element = await typed('mu');
    press(element, 'Escape');
    await settle();
    expect(find(element, '[role="listbox"]').hidden).toBe(true);
    press(element, 'ArrowDown');
    await settle();
    expect(find(element, '[role="listbox"]').hidden).toBe(false);
    find(element, 'input').dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: document.body }));
    await settle();
    expect(find(element, '[role="listbox"]').hidden).toBe(true);
  });

  it('goes to the option that is pressed', async () => {
    const element = await typed('mu');
    find(element, '[data-url="/category/mugs"]').click();
    expect(mockNavigate).toHaveBeenCalledWith('/category/mugs');
  });

  it('searches for the words, but not for blanks', async () => {
    const element = await typed('  ');
    submit(element);
    expect(mockNavigate).not.toHaveBeenCalled();
    find<HTMLInputElement>(element, 'input').value = ' red mug ';
    submit(element);
    expect(mockNavigate).toHaveBeenCalledWith('/search?q=red+mug');
  });

  it('works without suggestions', async () => {
    mockSuggest.mockRejectedValue(new Error('offline'));
    const element = await typed('mug');
    expect(find(element, '[role="listbox"]').hidden).toBe(true);
    submit(element);
    expect(mockNavigate).toHaveBeenCalledWith('/search?q=mug');
  });
});
