import getWishes from '@salesforce/apex/WishlistController.getWishes';
import joinWishes from '@salesforce/apex/WishlistController.joinWishes';
import removeWish from '@salesforce/apex/WishlistController.removeWish';
import saveWish from '@salesforce/apex/WishlistController.saveWish';
import { subscribe } from 'c/storeEvents';
import { addWish, connectWishes, dropWishes, loadWishes, type Wish } from 'c/wishStore';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock('@salesforce/apex/WishlistController.getWishes', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WishlistController.joinWishes', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WishlistController.removeWish', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WishlistController.saveWish', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const answer = (...productIds: string[]) => ({
  keys: productIds.map((productId) => ({ productId, masterId: 'master' })),
  most: 100,
  leftOut: 0,
});
const mock = (method: unknown) => method as jest.Mock;

describe('c/wishStore of a member', () => {
  afterEach(() => {
    jest.resetAllMocks();
    window.localStorage.clear();
  });

  it('reads the list once and follows every command', async () => {
    mock(getWishes).mockResolvedValue(answer('a'));
    mock(saveWish).mockResolvedValue(answer('b', 'a'));
    mock(removeWish).mockResolvedValue(answer('b'));
    let seen: Wish[] = [];
    connectWishes('one', (wishes) => {
      seen = wishes;
    });
    await loadWishes('one');
    expect(seen.map(({ productId }) => productId)).toEqual(['a']);
    await addWish('one', { productId: 'b', masterId: 'master', price: 1 });
    expect(saveWish).toHaveBeenCalledWith({ storeCode: 'one', productId: 'b' });
    await dropWishes('one', ['a']);
    expect(seen.map(({ productId }) => productId)).toEqual(['b']);
    expect(getWishes).toHaveBeenCalledTimes(1);
  });

  it('joins what the guest had, says what did not fit, and keeps it when that fails', async () => {
    const key = 'storehouse.wishes.two';
    window.localStorage.setItem(key, JSON.stringify([{ productId: 'a', masterId: 'master', price: 1 }]));
    mock(joinWishes).mockRejectedValueOnce(new Error('lost'));
    await expect(loadWishes('two')).rejects.toThrow('lost');
    expect(window.localStorage.getItem(key)).not.toBeNull();
    mock(joinWishes).mockResolvedValue({ ...answer('a'), leftOut: 2 });
    const said: string[] = [];
    const end = subscribe('announce', (text) => said.push(text));
    await loadWishes('two');
    await settle();
    expect(joinWishes).toHaveBeenLastCalledWith({ storeCode: 'two', productIds: ['a'] });
    expect(window.localStorage.getItem(key)).toBeNull();
    expect(said).toEqual(['c.Store_WishesLeftOut']);
    end();
  });
});
