import CheckoutChoice from 'c/checkoutChoice';
import { find, heard, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const choices = [
  { id: 'a', title: 'Standard', detail: '3–5 days', amount: '$5.00' },
  { id: 'b', title: 'Express' },
];

describe('c-checkout-choice', () => {
  afterEach(unmountAll);

  it('is a named group with one chosen', async () => {
    const element = mount('c-checkout-choice', CheckoutChoice, {
      name: 'method',
      legend: 'Method',
      choices,
      value: 'a',
    });
    await settle();
    expect(find(element, 'legend').textContent).toBe('Method');
    expect(find<HTMLInputElement>(element, 'input:checked').value).toBe('a');
    await expect(element).toBeAccessible();
  });

  it('tells what was chosen', async () => {
    const element = mount('c-checkout-choice', CheckoutChoice, { name: 'method', legend: 'Method', choices });
    const events = heard(element, 'choose');
    await settle();
    find(element, 'input[value="b"]').click();
    expect(events).toEqual([{ name: 'method', id: 'b' }]);
  });

  it('shows what cannot be chosen as such', async () => {
    const element = mount('c-checkout-choice', CheckoutChoice, {
      name: 'method',
      legend: 'Method',
      choices: [{ id: 'old', title: 'Visa', detail: 'Expired', disabled: true }, ...choices],
    });
    await settle();
    expect(find<HTMLInputElement>(element, 'input[value="old"]').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('ties its message to the group', async () => {
    const element = mount('c-checkout-choice', CheckoutChoice, {
      name: 'method',
      legend: 'Method',
      choices,
      error: 'Choose',
    });
    await settle();
    const described = find(element, 'fieldset').getAttribute('aria-describedby');
    expect(find(element, `#${described}`).textContent).toBe('Choose');
    await expect(element).toBeAccessible();
  });
});
