import AccountAddressForm from 'c/accountAddressForm';
import {
  BERLIN,
  find,
  heard,
  mount,
  SCOPES,
  settle,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

const SAVED = {
  id: 'a1',
  label: 'Home',
  address: { ...BERLIN },
  isDefaultShipping: true,
  isDefaultBilling: false,
  isShared: false,
  isEditable: true,
};

async function form(properties: Record<string, unknown> = {}) {
  const element = mount('c-account-address-form', AccountAddressForm, {
    scopes: SCOPES,
    locale: 'de-DE',
    ...properties,
  });
  await settle();
  return element;
}

const field = (element: HTMLElement, name: string): HTMLInputElement => find(element, `[data-field="${name}"]`);

function type(element: HTMLElement, name: string, value: string): void {
  const input = field(element, name);
  input.value = value;
  input.dispatchEvent(new CustomEvent('input'));
  input.dispatchEvent(new CustomEvent('change'));
}

function submit(element: HTMLElement): void {
  find(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
}

describe('c-account-address-form', () => {
  afterEach(unmountAll);

  it('changes an address', async () => {
    const element = await form({ saved: SAVED, mayShare: true });
    const saves = heard(element, 'save');
    await expect(element).toBeAccessible();
    expect(element.querySelector('[name="isShared"]')).toBeNull();
    type(element, 'shipping.street', 'Torstr. 2');
    type(element, 'label', ' Office ');
    await settle();
    submit(element);
    expect(saves).toHaveLength(1);
    const { address } = saves[0];
    expect(address).toMatchObject({ id: 'a1', label: 'Office', isDefaultShipping: true, isDefaultBilling: false });
    expect(address.address).toMatchObject({ street: 'Torstr. 2', city: 'Berlin', countryCode: 'DE' });
  });

  it('begins in the region of the store and asks for what is missing', async () => {
    const element = await form({ mayShare: true });
    const saves = heard(element, 'save');
    expect(field(element, 'shipping.countryCode').value).toBe('DE');
    submit(element);
    await settle();
    expect(saves).toHaveLength(0);
    expect(element.querySelector('[data-message="shipping.street"]')).not.toBeNull();
    type(element, 'shipping.street', 'Torstr. 2');
    await settle();
    expect(element.querySelector('[data-message="shipping.street"]')).toBeNull();
  });

  it('keeps what is ticked, for the account as well', async () => {
    const element = await form({ mayShare: true });
    const saves = heard(element, 'save');
    for (const [name, value] of Object.entries(BERLIN)) {
      if (value && name !== 'countryCode') type(element, `shipping.${name}`, value);
    }
    for (const name of ['isShared', 'isDefaultBilling']) {
      const box = find<HTMLInputElement>(element, `[name="${name}"]`);
      box.checked = true;
      box.dispatchEvent(new CustomEvent('change'));
    }
    await settle();
    submit(element);
    expect(saves[0].address).toMatchObject({ id: null, label: null, isShared: true, isDefaultBilling: true });
  });

  it('shows what the server refused beside the fields', async () => {
    const element = await form({ saved: SAVED });
    const saves = heard(element, 'save');
    submit(element);
    saves[0].refuse('Please check', { postalCode: 'Wrong', label: 'Too long' });
    await settle();
    expect(find(element, '[data-message="shipping.postalCode"]').textContent).toBe('Wrong');
    expect(find(element, '[data-message="label"]').textContent).toBe('Too long');
    expect(find(element, '[role="alert"]').textContent).toBe('Please check');
  });

  it('is left without saving', async () => {
    const element = await form();
    const cancels = heard(element, 'cancel');
    find(element, '[data-cancel]').click();
    expect(cancels).toHaveLength(1);
  });
});
