import { waitingText } from 'c/cartWaiting';

describe('c/cartWaiting', () => {
  it('says nothing when everything is there', () => {
    expect(waitingText({ quantity: 2, backorderQuantity: 0, backorderDate: '2026-12-24' }, 'en-US')).toBe('');
  });

  it('tells all from some, and a day from none', () => {
    const line = { quantity: 2, backorderQuantity: 2, backorderDate: null };
    expect(waitingText(line, 'en-US')).toBe('c.Store_WaitAll');
    expect(waitingText({ ...line, backorderDate: '2026-12-24' }, 'en-US')).toBe('c.Store_WaitAllUntil');
    expect(waitingText({ ...line, quantity: 3 }, 'en-US')).toBe('c.Store_WaitSome');
    expect(waitingText({ ...line, quantity: 3, backorderDate: '2026-12-24' }, 'en-US')).toBe('c.Store_WaitSomeUntil');
  });
});
