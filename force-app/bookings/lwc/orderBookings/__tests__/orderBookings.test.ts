import OrderBookings from 'c/orderBookings';
import getBookings from '@salesforce/apex/BookingAccountController.getBookings';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { CurrentPageReference } from 'lightning/navigation';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/BookingAccountController.getBookings', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockBookings = getBookings as unknown as jest.Mock;

async function show() {
  const element = mount('c-order-bookings', OrderBookings, { storeCode: 'demo' });
  (getStore as any).emit(store());
  (CurrentPageReference as any).emit({ type: 'comm__namedPage', attributes: { token: 'secret' }, state: {} });
  await settle();
  return element;
}

describe('c-order-bookings', () => {
  afterEach(() => unmountAll());

  it('shows the bookings that the link opens, and nothing where there are none', async () => {
    mockBookings.mockResolvedValue([]);
    expect((await show()).querySelector('[data-order-bookings]')).toBeNull();
    mockBookings.mockResolvedValue([
      {
        id: 'b1',
        code: 'ABCDEF123456',
        title: 'Pottery',
        status: 'Confirmed',
        startsAt: '2031-03-14T17:30:00Z',
        endsAt: '2031-03-14T19:30:00Z',
        zone: 'UTC',
        quantity: 1,
        currencyCode: 'USD',
        isPast: false,
        isOpen: true,
        details: 'None',
        attendees: [],
      },
    ]);
    const element = await show();
    expect(mockBookings).toHaveBeenLastCalledWith({ storeCode: 'demo', orderToken: 'secret' });
    expect(find(element, '[data-booking="b1"]')).toBeTruthy();
    await expect(element).toBeAccessible();
  });

  it('says what went wrong', async () => {
    mockBookings.mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    expect((await show()).textContent).toContain('Busy');
  });
});
