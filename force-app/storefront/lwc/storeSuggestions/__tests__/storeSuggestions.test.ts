import StoreSuggestions from 'c/storeSuggestions';
import type { SuggestionList } from 'c/storeSuggestions';
import suggest from '@salesforce/apex/StorefrontController.suggest';
import { card, find, heard, mount, settle, store, texts, unmountAll } from '../../storeTypes/__tests__/support';

jest.mock('@salesforce/apex/StorefrontController.suggest', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const mockSuggest = suggest as unknown as jest.Mock;

describe('c-store-suggestions', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    mockSuggest.mockResolvedValue({ queries: [], categories: [], products: [card('sea-mug')] });
  });

  afterEach(() => {
    jest.useRealTimers();
    unmountAll();
    jest.clearAllMocks();
  });

  it('tells the field whether it is shown, which option is active and which was pressed', async () => {
    const element = mount('c-store-suggestions', StoreSuggestions, { store: store() });
    const list = element as unknown as SuggestionList;
    const states = heard(element, 'statechange');
    const chosen = heard(element, 'choose');
    list.type('mu');
    jest.runOnlyPendingTimers();
    await settle();
    expect(states.at(-1)).toEqual({ expanded: true, activeId: null });
    expect(list.press('ArrowDown')).toBe(true);
    expect(states.at(-1)).toEqual({ expanded: true, activeId: 'store-search-0' });
    expect(list.activeUrl).toBe('/product/sea-mug');
    expect(list.press('Enter')).toBe(false);
    expect(texts(element, '[role="option"] .name')).toEqual(['Title sea-mug']);
    find(element, '.all').click();
    expect(chosen).toEqual([{ url: '/search?q=mu' }]);
    list.leave();
    expect(states.at(-1)).toEqual({ expanded: false, activeId: null });
  });

  it('drops an answer that comes after the shopper has gone on', async () => {
    const element = mount('c-store-suggestions', StoreSuggestions, { store: store() });
    const list = element as unknown as SuggestionList;
    list.type('mu');
    jest.runOnlyPendingTimers();
    list.leave();
    await settle();
    expect(find(element, '[role="listbox"]').hidden).toBe(true);
  });
});
