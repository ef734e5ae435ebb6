import { clearDraft, moveDraft, placementKey, readDraft, writeDraft } from 'c/checkoutDraft';

describe('c/checkoutDraft', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    window.sessionStorage.clear();
  });

  it('keeps a draft for each cart', () => {
    writeDraft('a', { email: 'x' });
    expect(readDraft('a')).toEqual({ email: 'x' });
    expect(readDraft('b')).toBeNull();
  });

  it('ignores a draft that is broken', () => {
    window.sessionStorage.setItem('storehouse.checkout.a', '{');
    expect(readDraft('a')).toBeNull();
  });

  it('makes the key of a cart once, as a UUID', () => {
    const key = placementKey('a');
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(placementKey('a')).toBe(key);
    expect(placementKey('b')).not.toBe(key);
  });

  it('forgets the draft and the key together', () => {
    const key = placementKey('a');
    writeDraft('a', { email: 'x' });
    clearDraft('a');
    expect(readDraft('a')).toBeNull();
    expect(placementKey('a')).not.toBe(key);
  });

  it('goes on with the cart that a guest’s has joined, and hides nothing that the account knows', () => {
    const shipping = { firstName: '', street: '12 Analytical Way', city: '' };
    writeDraft('guest', { email: '', note: 'Ring twice', termsAccepted: true, shipping, billing: { street: '' } });
    moveDraft('guest', 'member');
    expect(readDraft('guest')).toBeNull();
    expect(readDraft('member')).toEqual({ note: 'Ring twice', termsAccepted: true, shipping });
    writeDraft('guest', { note: 'Later' });
    moveDraft('guest', 'member');
    expect(readDraft('member')).toMatchObject({ note: 'Ring twice' });
  });

  it('works as long as the page lives when storage is switched off', () => {
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('denied');
    });
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('denied');
    });
    writeDraft('c', { email: 'x' });
    expect(readDraft('c')).toEqual({ email: 'x' });
    expect(placementKey('c')).toBe(placementKey('c'));
  });
});
