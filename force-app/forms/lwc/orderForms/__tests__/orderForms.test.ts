import OrderForms from 'c/orderForms';
import getOrderForms from '@salesforce/apex/FormController.getOrderForms';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/FormController.getOrderForms', () => ({ __esModule: true, default: jest.fn() }), {
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
jest.mock('lightning/navigation', () => {
  const { createTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
  return { CurrentPageReference: createTestWireAdapter(jest.fn()) };
});

const mockForms = getOrderForms as unknown as jest.Mock;

async function show(places: string[] | null) {
  const element = mount('c-order-forms', OrderForms, { storeCode: 'demo' });
  (CurrentPageReference as any).emit({ type: 'comm__namedPage', attributes: { token: 'secret' }, state: {} });
  await settle();
  (getStore as any).emit(store({ formPlaces: places }));
  await settle();
  await settle();
  return element;
}

describe('c-order-forms', () => {
  beforeEach(() => jest.clearAllMocks());
  afterEach(() => {
    unmountAll();
    jest.useRealTimers();
  });

  it('asks nothing in a store that asks nothing', async () => {
    expect((await show(null)).querySelector('[data-order-forms]')).toBeNull();
    expect(mockForms).not.toHaveBeenCalled();
  });

  it('lists the forms of the order, and looks again for those that come a moment later', async () => {
    mockForms.mockResolvedValueOnce([]).mockResolvedValue([{ submissionId: 's1', slug: 'start', title: 'Start' }]);
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    const element = await show(['After Order']);
    expect(element.querySelector('[data-order-forms]')).toBeNull();
    jest.advanceTimersByTime(2000);
    jest.useRealTimers();
    await settle();
    await settle();
    expect(mockForms).toHaveBeenLastCalledWith({
      storeCode: 'demo',
      orderToken: 'secret',
      languages: 'en-US,en',
    });
    expect(element.querySelector('[data-order-forms] [data-answer]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('an order is worth showing without them', async () => {
    mockForms.mockRejectedValue(new Error('gone'));
    expect((await show(['After Order'])).textContent).toBe('');
  });
});
