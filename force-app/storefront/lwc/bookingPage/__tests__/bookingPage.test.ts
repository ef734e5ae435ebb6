import BookingPage from 'c/bookingPage';
import getBookings from '@salesforce/apex/BookingAccountController.getBookings';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, unmountAll } from '../../storeTypes/__tests__/support';

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

const mockBookings = getBookings as unknown as jest.Mock;

async function show(hash: string) {
  window.location.hash = hash;
  const element = mount('c-booking-page', BookingPage, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-booking-page', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows the booking that the link opens', async () => {
    mockBookings.mockResolvedValue([
      {
        id: 'b1',
        title: 'Class',
        status: 'Confirmed',
        startsAt: '2030-03-04T17:00:00.000Z',
        endsAt: '2030-03-04T18:00:00.000Z',
        zone: 'Europe/Berlin',
        quantity: 1,
        currencyCode: 'USD',
        isPast: false,
        isOpen: true,
        details: 'None',
        attendees: [],
        code: 'ABC',
        balanceDue: 30,
        balanceDueAt: '2030-02-04T17:00:00.000Z',
      },
    ]);
    const element = await show('#secret');
    expect(mockBookings).toHaveBeenCalledWith({ storeCode: 'demo', orderToken: 'secret' });
    expect(find(element, '[data-balance]').textContent).toBe('c.Bookings_Balance');
    await expect(element).toBeAccessible();
  });

  it('asks for nothing without a link', async () => {
    const element = await show('');
    expect(mockBookings).not.toHaveBeenCalled();
    expect(find(element, '[data-problem]').textContent).toBe('c.Bookings_Link_Unknown');
  });
});
