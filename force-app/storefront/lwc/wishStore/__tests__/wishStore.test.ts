import joinWishes from '@salesforce/apex/WishlistController.joinWishes';
import { addWish, adoptWishes, connectWishes, dropWishes, keptWishes, loadWishes, type Wish } from 'c/wishStore';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/apex/WishlistController.joinWishes', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

let nextStore = 0;

/** Each test has a store of its own: the module keeps its state for the whole page. */
function newStore(): string {
  nextStore += 1;
  return `store${nextStore}`;
}

const wish = (productId: string): Wish => ({ productId, masterId: 'master', price: 3 });

describe('c/wishStore of a guest', () => {
  afterEach(() => window.localStorage.clear());

  it('keeps the list in the browser, the latest first, each thing once', async () => {
    const code = newStore();
    const heard: number[] = [];
    const end = connectWishes(code, (wishes) => heard.push(wishes.length));
    await addWish(code, wish('a'));
    await addWish(code, wish('b'));
    await addWish(code, wish('a'));
    expect(keptWishes(code).map(({ productId }) => productId)).toEqual(['a', 'b']);
    await dropWishes(code, ['a', 'b']);
    expect(window.localStorage.getItem(`storehouse.wishes.${code}`)).toBeNull();
    end();
    await addWish(code, wish('c'));
    expect(heard).toEqual([0, 0, 1, 2, 2, 0]);
    expect(joinWishes).not.toHaveBeenCalled();
  });

  it('holds no more than a hundred', async () => {
    const code = newStore();
    window.localStorage.setItem(
      `storehouse.wishes.${code}`,
      JSON.stringify(Array.from({ length: 100 }, (_, index) => wish(`p${index}`))),
    );
    await expect(addWish(code, wish('more'))).rejects.toThrow('WISHLIST_FULL');
    await addWish(code, wish('p99'));
    expect(keptWishes(code)[0].productId).toBe('p99');
  });

  it('passes over what is no list, and lasts as long as the page without storage', async () => {
    const code = newStore();
    window.localStorage.setItem(`storehouse.wishes.${code}`, '{"a":1}');
    expect(keptWishes(code)).toEqual([]);
    window.localStorage.setItem(`storehouse.wishes.${code}`, '[{"productId":"a"}, null, 3]');
    expect(keptWishes(code)).toEqual([]);
    const broken = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('switched off');
    });
    await addWish(code, wish('a'));
    expect(keptWishes(code)).toHaveLength(1);
    broken.mockRestore();
  });

  it('follows another tab', async () => {
    const code = newStore();
    let seen: Wish[] = [];
    const end = connectWishes(code, (wishes) => {
      seen = wishes;
    });
    await loadWishes(code);
    const key = `storehouse.wishes.${code}`;
    window.localStorage.setItem(key, JSON.stringify([wish('a')]));
    window.dispatchEvent(new StorageEvent('storage', { key }));
    await settle();
    expect(seen).toHaveLength(1);
    adoptWishes(code, []);
    expect(seen).toHaveLength(0);
    end();
  });
});
