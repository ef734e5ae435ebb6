import { senderKey } from 'c/formSender';

describe('c-form-sender', () => {
  it('is the same for a browser, and says nothing', () => {
    const key = senderKey();
    expect(key).toMatch(/^[\d-]{7,64}$/);
    expect(senderKey()).toBe(key);
    expect(window.localStorage.getItem('storehouse.sender')).toBe(key);
  });

  it('lasts for the page where nothing is kept', () => {
    const spy = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('switched off');
    });
    expect(senderKey()).toBe(senderKey());
    spy.mockRestore();
  });
});
