import OrderLookup from 'c/orderLookup';
import find from '@salesforce/apex/OrderLookupController.find';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import {
  find as query,
  mount,
  settle,
  store,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
  const { createTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
  const Navigate = Symbol('Navigate');
  const NavigationMixin = (Base: any) =>
    class extends Base {
      [Navigate](reference: unknown) {
        mockNavigate(reference);
      }
    };
  NavigationMixin.Navigate = Navigate;
  return { NavigationMixin, CurrentPageReference: createTestWireAdapter(jest.fn()) };
});
jest.mock('@salesforce/apex/OrderLookupController.find', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

const mockFind = find as unknown as jest.Mock;

async function show() {
  const element = mount('c-order-lookup', OrderLookup, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

async function look(element: HTMLElement, orderNumber: string, email: string) {
  for (const [name, value] of Object.entries({ orderNumber, email })) {
    const field = query(element, `[data-field="${name}"]`) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event('input'));
  }
  await settle();
  query(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

describe('c-order-lookup', () => {
  afterEach(() => {
    unmountAll();
    jest.clearAllMocks();
  });

  it('leads to the order that was found', async () => {
    mockFind.mockResolvedValue({ orderToken: 'abc', message: null });
    const element = await show();
    await expect(element).toBeAccessible();
    await look(element, 'DEMO-00000012', 'ada@example.com');
    expect(mockFind).toHaveBeenCalledWith({
      storeCode: 'demo',
      orderNumber: 'DEMO-00000012',
      email: 'ada@example.com',
    });
    expect(mockNavigate.mock.calls[0][0].attributes.url).toContain('/order/abc');
  });

  it('says that there is none, and keeps what was typed', async () => {
    mockFind.mockResolvedValue({ orderToken: null, message: 'No such order' });
    const element = await show();
    await look(element, '12', 'eve@example.com');
    expect(query(element, '[data-not-found]').textContent).toBe('No such order');
    expect((query(element, '[data-field="orderNumber"]') as HTMLInputElement).value).toBe('12');
    await expect(element).toBeAccessible();
  });

  it('says at which field what is missing', async () => {
    const failure = (fields: Record<string, string>) => ({
      body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields }) },
    });
    mockFind.mockRejectedValue(failure({ orderNumber: 'Enter a number' }));
    const element = await show();
    await look(element, '', 'ada@example.com');
    expect(query(element, '[data-message="orderNumber"]').textContent).toBe('Enter a number');
    expect(query(element, '[data-field="orderNumber"]').getAttribute('aria-invalid')).toBe('true');
    expect(element.querySelector('[data-not-found]')).toBeNull();
    mockFind.mockRejectedValue(failure({}));
    await look(element, '1', 'ada@example.com');
    expect(query(element, '[data-not-found]').textContent).toBe('Check');
  });
});
