import AccountBookings from 'c/accountBookings';
import getBookings from '@salesforce/apex/BookingAccountController.getBookings';
import getProducts from '@salesforce/apex/BookingController.getProducts';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/BookingAccountController.getBookings', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BookingController.getProducts', () => ({ __esModule: true, default: jest.fn() }), {
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

const booking = (id: string, change = {}) => ({
  id,
  code: 'ABCDEF123456',
  title: `Class ${id}`,
  status: 'Confirmed',
  startsAt: '2031-03-14T17:30:00Z',
  endsAt: '2031-03-14T19:30:00Z',
  zone: 'Europe/Berlin',
  quantity: 1,
  currencyCode: 'USD',
  isPast: false,
  isOpen: true,
  details: 'None',
  attendees: [],
  ...change,
});

async function show(bookings: unknown) {
  (getBookings as unknown as jest.Mock).mockResolvedValue(bookings);
  const element = mount('c-account-bookings', AccountBookings, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-account-bookings', () => {
  afterEach(() => unmountAll());

  it('shows what is to come first, soonest first, then what is over or cancelled', async () => {
    const element = await show([
      booking('late'),
      booking('soon'),
      booking('gone', { status: 'Cancelled', isOpen: false }),
      booking('past', { isPast: true, isOpen: false }),
    ]);
    const shown = [...element.querySelectorAll<HTMLElement>('[data-booking]')].map((one) => one.dataset.booking);
    expect(shown).toEqual(['soon', 'late', 'gone', 'past']);
    await expect(element).toBeAccessible();
  });

  it('says when there are none, and what can be booked', async () => {
    (getProducts as unknown as jest.Mock).mockResolvedValue([{ title: 'Pottery evenings', slug: 'pottery-evenings' }]);
    const element = await show([]);
    await settle();
    expect(find(element, '[data-empty]')).toBeTruthy();
    expect(find<HTMLAnchorElement>(element, '[data-product]').getAttribute('href')).toContain('pottery-evenings');
    await expect(element).toBeAccessible();
  });
});
