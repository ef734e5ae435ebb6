import WaitingPage from 'c/waitingPage';
import getEntry from '@salesforce/apex/WaitingController.getEntry';
import confirm from '@salesforce/apex/WaitingController.confirm';
import leave from '@salesforce/apex/WaitingController.leave';
import getSeats from '@salesforce/apex/BookingSeatController.getSeats';
import addCartLine from '@salesforce/apex/CartController.addLine';
import { find, mount, settle, unmountAll } from '../../storeTypes/__tests__/support';

jest.mock('@salesforce/apex/WaitingController.getEntry', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WaitingController.confirm', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/WaitingController.leave', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BookingSeatController.getSeats', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.addLine', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockEntry = getEntry as unknown as jest.Mock;
const mockLeave = leave as unknown as jest.Mock;
const mockSeats = getSeats as unknown as jest.Mock;
const mockAdd = addCartLine as unknown as jest.Mock;

function entry(change: Record<string, unknown> = {}) {
  return {
    state: 'Waiting',
    title: 'Class',
    slug: 'class',
    sessionId: 's1',
    variantId: 'adult',
    startsAt: '2030-03-04T17:00:00.000Z',
    endsAt: '2030-03-04T18:00:00.000Z',
    zone: 'Europe/Berlin',
    quantity: 2,
    position: 3,
    waitsFor: 'Wheels',
    hasSeats: false,
    asksAge: false,
    details: 'None',
    people: 2,
    ...change,
  };
}

async function show(change: Record<string, unknown> = {}) {
  window.location.hash = '#secret';
  mockEntry.mockResolvedValue(entry(change));
  const element = mount('c-waiting-page', WaitingPage, { storeCode: 'demo' });
  await settle();
  return element;
}

describe('c-waiting-page', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('says where the entry is and what it waits for, and leaves the list', async () => {
    const element = await show();
    expect(mockEntry).toHaveBeenCalledWith({ storeCode: 'demo', token: 'secret' });
    expect(find(element, '[data-position]').textContent).toBe('c.Bookings_Waiting_Position');
    expect(find(element, '[data-waits-for]').textContent).toBe('c.Bookings_Waiting_Waits_For');
    await expect(element).toBeAccessible();
    mockLeave.mockResolvedValue(entry({ state: 'Left' }));
    find(element, '[data-leave]').click();
    await settle();
    expect(mockLeave).toHaveBeenCalledWith({ storeCode: 'demo', token: 'secret' });
    expect(find(element, '[data-heading]').textContent).toBe('c.Bookings_Waiting_Left');
    expect(find(element, '[data-product]').getAttribute('href')).toBe('/product/class');
  });

  it('asks whoever has not done it to confirm their address', async () => {
    const element = await show({ needsProof: true, position: null });
    expect(find(element, '[data-heading]').textContent).toBe('c.Bookings_Waiting_Confirm_Title');
    expect(element.querySelector('[data-position]')).toBeNull();
    await expect(element).toBeAccessible();
    (confirm as unknown as jest.Mock).mockResolvedValue(entry());
    find(element, '[data-confirm]').click();
    await settle();
    expect(confirm).toHaveBeenCalledWith({ storeCode: 'demo', token: 'secret' });
    expect(find(element, '[data-position]').textContent).toBe('c.Bookings_Waiting_Position');
  });

  it('puts what is offered into the cart with the seats that were chosen', async () => {
    mockSeats.mockResolvedValue([
      {
        name: 'A',
        seats: [
          { name: 'A1', taken: false },
          { name: 'A2', taken: false },
        ],
      },
    ]);
    const element = await show({ state: 'Offered', hasSeats: true, offerUntil: '2030-03-01T10:00:00.000Z' });
    await expect(element).toBeAccessible();
    find(element, '[data-accept]').click();
    await settle();
    expect(mockAdd).not.toHaveBeenCalled();
    find(element, '[data-seat="A1"]').click();
    await settle();
    find(element, '[data-seat="A2"]').click();
    await settle();
    mockAdd.mockResolvedValue({ token: 't', items: [], itemCount: 2 });
    find(element, '[data-accept]').click();
    await settle();
    const { configuration, productId, quantity } = mockAdd.mock.calls[0][0].input ?? mockAdd.mock.calls[0][0].line;
    expect([productId, quantity]).toEqual(['adult', 2]);
    expect(JSON.parse(configuration)).toEqual({ session: 's1', offer: 'secret', seats: ['A1', 'A2'] });
  });

  it('says that the link opens nothing', async () => {
    mockEntry.mockRejectedValue({ body: { message: '{"code":"LINK_INVALID","message":"Gone"}' } });
    const element = mount('c-waiting-page', WaitingPage, { storeCode: 'demo' });
    await settle();
    expect(find(element, '[data-problem]').textContent).toBe('Gone');
  });
});
