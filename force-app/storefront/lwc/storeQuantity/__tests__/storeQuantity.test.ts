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
    expect(changes.map(({ quantity }) => quantity)).toEqual([2, 1]);
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
    expect(changes.map(({ quantity }) => quantity)).toEqual([5, 1]);
    expect(input.value).toBe('1');
  });

  it('says why it is not what was typed, until the next change', async () => {
    const element = mount('c-store-quantity', StoreQuantity, { value: 2, max: 5 });
    await settle();
    const input = find<HTMLInputElement>(element, 'input');
    input.value = '999';
    input.dispatchEvent(new Event('change'));
    await settle();
    expect(find(element, '[data-note]').textContent).toBe('c.Store_QuantityMost');
    await expect(element).toBeAccessible();
    find(element, '[data-decrease]').click();
    await settle();
    expect(element.querySelector('[data-note]')).toBeNull();
  });

  it('shows the former quantity again when it is undone', async () => {
    const element = mount('c-store-quantity', StoreQuantity, { value: 2, max: 5 });
    const changes = heard(element, 'quantitychange');
    await settle();
    find(element, '[data-increase]').click();
    changes[0].undo();
    await settle();
    expect(find<HTMLInputElement>(element, 'input').value).toBe('2');
  });
});
