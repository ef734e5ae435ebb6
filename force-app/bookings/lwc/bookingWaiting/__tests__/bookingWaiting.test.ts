import BookingWaiting from 'c/bookingWaiting';
import enter from '@salesforce/apex/WaitingController.enter';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/WaitingController.enter', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });

const mockEnter = enter as unknown as jest.Mock;
const session = {
  id: 's1',
  title: 'Class',
  startsAt: '2030-03-04T17:00:00.000Z',
  endsAt: '2030-03-04T18:00:00.000Z',
  timeZone: 'Europe/Berlin',
  tickets: [
    { variantId: 'adult', title: 'Adult', isFree: false, attendees: 1, most: 4 },
    { variantId: 'child', title: 'Child', isFree: false, attendees: 1 },
  ],
};

async function show() {
  const element = mount('c-booking-waiting', BookingWaiting, { storeCode: 'demo', session, locale: 'en-US' });
  await settle();
  return element;
}

async function join(element: HTMLElement) {
  find(element, '[data-waiting]').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settle();
}

describe('c-booking-waiting', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('puts a guest on the list of the date with the tickets that they want', async () => {
    const element = await show();
    await expect(element).toBeAccessible();
    const kind = find(element, 'select[name="waitingKind"]') as HTMLSelectElement;
    kind.value = 'child';
    kind.dispatchEvent(new CustomEvent('change'));
    const count = find(element, 'select[name="waitingQuantity"]') as HTMLSelectElement;
    count.value = '2';
    count.dispatchEvent(new CustomEvent('change'));
    find(element, '[data-field="email"]').dispatchEvent(
      new CustomEvent('fieldinput', { detail: { value: 'ada@example.com' } }),
    );
    mockEnter.mockResolvedValue(null);
    await join(element);
    expect(mockEnter).toHaveBeenCalledWith({
      storeCode: 'demo',
      sessionId: 's1',
      variantId: 'child',
      quantity: 2,
      firstName: '',
      lastName: '',
      email: 'ada@example.com',
    });
    expect(find(element, '[data-joined]').textContent).toBe('c.Bookings_Waiting_Joined');
    await expect(element).toBeAccessible();
  });

  it('offers no more tickets than there are, and says that an address is to be confirmed', async () => {
    const element = await show();
    expect(element.querySelectorAll('select[name="waitingQuantity"] option')).toHaveLength(4);
    mockEnter.mockResolvedValue(true);
    await join(element);
    expect(find(element, '[data-joined]').textContent).toBe('c.Bookings_Waiting_Check_Mail');
  });

  it('says what is wrong at its field, and what else went wrong above', async () => {
    const element = await show();
    mockEnter.mockRejectedValueOnce({ body: { message: '{"code":"INVALID_INPUT","fields":{"email":"Type one"}}' } });
    await join(element);
    expect((find(element, '[data-field="email"]') as HTMLElement & { error: string }).error).toBe('Type one');
    mockEnter.mockRejectedValueOnce({ body: { message: '{"code":"ALREADY_WAITING","message":"You wait already"}' } });
    await join(element);
    expect(find(element, '[data-problem]').textContent).toBe('You wait already');
    const closed = jest.fn();
    element.addEventListener('close', closed);
    find(element, '[data-close]').click();
    expect(closed).toHaveBeenCalled();
  });
});
