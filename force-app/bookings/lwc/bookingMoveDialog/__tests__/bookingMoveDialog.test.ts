import BookingMoveDialog from 'c/bookingMoveDialog';
import getTargets from '@salesforce/apex/SessionDeskController.getTargets';
import moveBooking from '@salesforce/apex/SessionDeskController.moveBooking';
import { mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/SessionDeskController.getTargets', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.moveBooking', () => ({ default: jest.fn() }), { virtual: true });
const mockTargets = getTargets as unknown as jest.Mock;
const mockMove = moveBooking as unknown as jest.Mock;

async function show() {
  const element = mount('c-booking-move-dialog', BookingMoveDialog, { sessionId: 's1', bookingId: 'b1', name: 'Ada' });
  await settle();
  return element.shadowRoot!;
}

describe('c-booking-move-dialog', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('moves to the date that was chosen, and says when it is full', async () => {
    mockTargets.mockResolvedValue([{ id: 't1', localStart: '2026-03-09T18:30', free: 2 }]);
    mockMove.mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'OUT_OF_STOCK', message: 'Sold out' }) },
    });
    mockMove.mockResolvedValue(null);
    const root = await show();
    await expect(root.host).toBeAccessible();
    const confirm = root.querySelector<HTMLButtonElement>('[data-confirm]')!;
    expect(confirm.disabled).toBe(true);
    root.querySelector('[data-target]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 't1' } }));
    await settle();
    confirm.click();
    await settle();
    expect(root.querySelector('[data-error]')!.textContent).toBe('Sold out');
    confirm.click();
    await settle();
    expect(mockMove).toHaveBeenLastCalledWith({ bookingId: 'b1', targetId: 't1' });
  });

  it('says that there is no other date', async () => {
    mockTargets.mockResolvedValue([]);
    expect((await show()).querySelector('[data-none]')).not.toBeNull();
  });
});
