import StoreQuantity from 'c/storeQuantity';
import { find, heard, mount, settle, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-quantity', () => {
  afterEach(unmountAll);

  it('steps up and down within its limits', async () => {
    const element = mount('c-store-quantity', StoreQuantity, { value: 1, max: 2, subject: 'Mug' });
    const changes = heard(element, 'quantitychange');
    await settle();
    expect(find<HTMLButtonElement>(element, '[data-decrease]').disabled).toBe(true);
    find(element, '[data-increase]').click();
    await settle();
    expect(find<HTMLButtonElement>(element, '[data-increase]').disabled).toBe(true);
    find(element, '[data-decrease]').click();
    expect(changes).toEqual([{ quantity: 2 }, { quantity: 1 }]);
    await expect(element).toBeAccessible();
  });

  it('takes what was typed, brought into its limits', async () => {
    const element = mount('c-store-quantity', StoreQuantity, { value: 2, max: 5 });
    const changes = heard(element, 'quantitychange');
    await settle();
    const input = find<HTMLInputElement>(element, 'input');
    for (const typed of ['99', 'abc', '-3']) {
      input.value = typed;
      input.dispatchEvent(new Event('change'));
    }
    expect(changes).toEqual([{ quantity: 5 }, { quantity: 1 }]);
    expect(input.value).toBe('1');
  });
});
