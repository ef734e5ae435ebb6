import GiftCardFace from 'c/giftCardFace';
import { find, mount, settle, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-gift-card-face', () => {
  afterEach(() => unmountAll());

  it('draws amount, store and code in its design', async () => {
    const element = mount('c-gift-card-face', GiftCardFace, {
      design: 'winter',
      amount: '$25.00',
      heading: 'Tidemoor',
      code: 'ABCD-EFGH',
    });
    await settle();
    expect(find(element, '[data-face]').className).toContain('winter');
    expect(element.textContent).toContain('$25.00');
    expect(find(element, '[data-code]').textContent).toBe('ABCD-EFGH');
    await expect(element).toBeAccessible();
  });

  it('draws the first design for one that it does not know', async () => {
    const element = mount('c-gift-card-face', GiftCardFace, { design: 'x" onclick="', amount: '1' });
    await settle();
    expect(find(element, '[data-face]').className).toMatch(/\bface classic$/);
    expect(element.querySelector('[data-code]')).toBeNull();
  });
});
