import { createElement } from 'lwc';
import ShopAsCustomer from 'c/shopAsCustomer';
import finish from '@salesforce/apex/AssistedSessionController.finish';
import getPanel from '@salesforce/apex/AssistedSessionController.getPanel';
import start from '@salesforce/apex/AssistedSessionController.start';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/AssistedSessionController.finish', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AssistedSessionController.getPanel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AssistedSessionController.start', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (one: unknown) => one as jest.Mock;
const panel = (openUntil: string | null = null, hasStores = true) => ({
  stores: hasStores ? [{ value: 's1', label: 'Acme', mostMinutes: 20, url: 'https://shop.example' }] : [],
  openUntil,
  sessions: openUntil
    ? [
        {
          id: 'a1',
          storeName: 'Acme',
          staffName: 'Grace',
          reason: 'Called us',
          startedAt: '2026-03-04T10:00:00.000Z',
          endsAt: '2026-03-04T10:30:00.000Z',
          isOpen: true,
          actions: [],
        },
      ]
    : [],
});

async function show() {
  const element = createElement('c-shop-as-customer', { is: ShopAsCustomer }) as HTMLElement & { recordId?: string };
  element.recordId = '003000000000001';
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const change = async (element: HTMLElement, selector: string, value: string) => {
  find(element, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
};

describe('c-shop-as-customer', () => {
  beforeEach(() => {
    mocked(getPanel).mockResolvedValue(panel());
    mocked(start).mockResolvedValue(panel('2026-03-04T10:30:00.000Z'));
    mocked(finish).mockResolvedValue(panel());
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('begins with a reason, for no longer than the store allows, and ends', async () => {
    const element = await show();
    await expect(element).toBeAccessible();
    expect(find(element, '[data-empty]')).not.toBeNull();
    await change(element, '[data-store]', 's1');
    await change(element, '[data-reason]', 'Called us');
    find(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(start).toHaveBeenCalledWith({
      contactId: '003000000000001',
      storeId: 's1',
      reason: 'Called us',
      minutes: 20,
    });
    expect(find(element, '[data-open]')).not.toBeNull();
    expect(find(element, 'a').getAttribute('href')).toBe('https://shop.example');
    expect(find(element, '[data-session]').textContent).toContain('Called us');
    await expect(element).toBeAccessible();
    find(element, '[data-end]').click();
    await settle();
    expect(finish).toHaveBeenCalledWith({ contactId: '003000000000001' });
    expect(find(element, '[data-form]')).not.toBeNull();
  });

  it('says what is wrong at which field', async () => {
    mocked(start).mockRejectedValue({
      body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields: { reason: 'Say why' } }) },
    });
    const element = await show();
    await change(element, '[data-minutes]', '');
    const field = find(element, '[data-reason]');
    const told = jest.fn();
    Object.defineProperty(field, 'setCustomValidity', { value: told });
    Object.defineProperty(field, 'reportValidity', { value: jest.fn() });
    find(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(told).toHaveBeenLastCalledWith('Say why');
    expect(element.shadowRoot?.querySelector('[role="alert"]')).toBeNull();
    field.dispatchEvent(new Event('input'));
    expect(told).toHaveBeenLastCalledWith('');
  });

  it('says what is missing to who may not', async () => {
    mocked(getPanel).mockResolvedValue(panel(null, false));
    const element = await show();
    expect(find(element, '[data-form]')).toBeNull();
    expect(find(element, '[data-not-yours]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });
});
