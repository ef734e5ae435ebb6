import { visitorKey } from 'c/visitorKey';

describe('c-visitor-key', () => {
  it('is the same for a browser, and says nothing', () => {
    const key = visitorKey();
    expect(key).toMatch(/^[\d-]{7,64}$/);
    expect(visitorKey()).toBe(key);
    expect(window.localStorage.getItem('storehouse.sender')).toBe(key);
  });

  it('lasts for the page where nothing is kept', () => {
    const spy = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('switched off');
    });
    expect(visitorKey()).toBe(visitorKey());
    spy.mockRestore();
  });
});
