import StoreSuggestions from 'c/storeSuggestions';
import type { SuggestionList } from 'c/storeSuggestions';
import suggestForMember from '@salesforce/apex/MemberCatalogController.suggest';
import suggest from '@salesforce/apex/StorefrontController.suggest';
import { card, mount, settle, store, texts, unmountAll } from '../../storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock('@salesforce/apex/StorefrontController.suggest', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/MemberCatalogController.suggest', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

describe('c-store-suggestions of a member', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
  });

  afterEach(() => {
    jest.useRealTimers();
    unmountAll();
  });

  it('suggests what whoever signed in can buy, at their prices', async () => {
    (suggestForMember as unknown as jest.Mock).mockResolvedValue({
      queries: [],
      categories: [],
      products: [card('sea-mug')],
    });
    const element = mount('c-store-suggestions', StoreSuggestions, { store: store() });
    (element as unknown as SuggestionList).type('mu');
    jest.runOnlyPendingTimers();
    await settle();
    expect(texts(element, '[role="option"] .name')).toEqual(['Title sea-mug']);
    expect(suggestForMember).toHaveBeenCalledWith(expect.objectContaining({ text: 'mu' }));
    expect(suggest).not.toHaveBeenCalled();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
