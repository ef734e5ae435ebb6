import CheckoutField from 'c/checkoutField';
import { find, heard, mount, settle, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

describe('c-checkout-field', () => {
  afterEach(unmountAll);

  it('names its input and says what is optional', async () => {
    const element = mount('c-checkout-field', CheckoutField, { name: 'shipping.city', label: 'City', value: 'Rome' });
    await settle();
    const input = find<HTMLInputElement>(element, 'input');
    expect(find<HTMLLabelElement>(element, 'label').htmlFor).toBe(input.id);
    expect(find(element, 'label').textContent).toBe('City (c.Store_Optional)');
    expect(input.value).toBe('Rome');
    expect(input.getAttribute('aria-invalid')).toBe('false');
    await expect(element).toBeAccessible();
  });

  it('ties its message to the input', async () => {
    const element = mount('c-checkout-field', CheckoutField, {
      name: 'email',
      label: 'E-mail',
      required: true,
      error: 'Missing',
    });
    await settle();
    const input = find(element, 'input');
    expect(find(element, `#${input.getAttribute('aria-describedby')}`).textContent).toBe('Missing');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-required')).toBe('true');
    await expect(element).toBeAccessible();
  });

  it('tells what is typed and what was chosen', async () => {
    const element = mount('c-checkout-field', CheckoutField, { name: 'email', label: 'E-mail' });
    const inputs = heard(element, 'fieldinput');
    const changes = heard(element, 'fieldchange');
    await settle();
    const input = find<HTMLInputElement>(element, 'input');
    input.value = 'a@b.co';
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new Event('change'));
    expect(inputs).toEqual([{ name: 'email', value: 'a@b.co' }]);
    expect(changes).toEqual([{ name: 'email', value: 'a@b.co' }]);
  });

  it('is a select when there are choices', async () => {
    const choices = [
      { code: 'ON', name: 'Ontario' },
      { code: 'QC', name: 'Quebec' },
    ];
    const element = mount('c-checkout-field', CheckoutField, {
      name: 'state',
      label: 'Province',
      required: true,
      choices,
    });
    await settle();
    expect(texts(element, 'option')).toEqual(['c.Store_Choose', 'Ontario', 'Quebec']);
    element.value = 'QC';
    await settle();
    expect(texts(element, 'option')).toEqual(['Ontario', 'Quebec']);
    expect(find<HTMLSelectElement>(element, 'select').value).toBe('QC');
    await expect(element).toBeAccessible();
  });
});
