import SessionCallOffDialog from 'c/sessionCallOffDialog';
import cancelSessions from '@salesforce/apex/ScheduleController.cancelSessions';
import letChoose from '@salesforce/apex/ScheduleController.letChoose';
import getDesk from '@salesforce/apex/SessionDeskController.getDesk';
import getTargets from '@salesforce/apex/SessionDeskController.getTargets';
import moveBooking from '@salesforce/apex/SessionDeskController.moveBooking';
import { mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ScheduleController.cancelSessions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.letChoose', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.getDesk', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.getTargets', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.moveBooking', () => ({ default: jest.fn() }), { virtual: true });
const mockCancel = cancelSessions as unknown as jest.Mock;
const mockMove = moveBooking as unknown as jest.Mock;

const booking = (id: string, change = {}) => ({
  id,
  name: `Guest ${id}`,
  quantity: 2,
  isOpen: true,
  mayWork: true,
  ...change,
});

async function show() {
  const element = mount('c-session-call-off-dialog', SessionCallOffDialog, { sessionId: 's1' });
  await settle(12);
  return element.shadowRoot!;
}
const confirm = async (root: ShadowRoot) => {
  root.querySelector<HTMLElement>('[data-confirm]')!.click();
  await settle(12);
};
const choose = (root: ShadowRoot, id: string, value: string) =>
  root.querySelector(`[data-booking="${id}"]`)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-session-call-off-dialog', () => {
  beforeEach(() => {
    (getDesk as unknown as jest.Mock).mockResolvedValue({
      title: 'Class',
      localStart: '2026-03-02T18:30',
      bookings: [booking('a'), booking('b'), booking('c', { isWhole: true }), booking('d', { isOpen: false })],
    });
    (getTargets as unknown as jest.Mock).mockResolvedValue([{ id: 't1', localStart: '2026-03-09T18:30', free: 4 }]);
    mockCancel.mockResolvedValue(1);
    mockMove.mockResolvedValue(null);
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('moves whoever is to be moved, then calls off and refunds the rest', async () => {
    const root = await show();
    expect(root.querySelectorAll('[data-row]')).toHaveLength(3);
    await expect(root.host).toBeAccessible();
    choose(root, 'a', 't1');
    await settle();
    await confirm(root);
    expect(mockMove.mock.calls).toEqual([[{ bookingId: 'a', targetId: 't1' }]]);
    expect(mockCancel.mock.calls[0][0].edit).toMatchObject({ sessionId: 's1', scope: 'One' });
  });

  it('leaves it to customers, with hours to choose', async () => {
    const root = await show();
    const change = async (field: string, value: string) => {
      root.querySelector(`[data-field="${field}"]`)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
      await settle();
    };
    await change('how', 'Them');
    expect(root.querySelector('[data-row]')).toBeNull();
    await change('hours', '24');
    await expect(root.host).toBeAccessible();
    await confirm(root);
    expect(mockCancel).not.toHaveBeenCalled();
    expect((letChoose as unknown as jest.Mock).mock.calls[0][0]).toMatchObject({
      edit: { sessionId: 's1' },
      hours: 24,
    });
  });

  it('calls nothing off while somebody could not be moved', async () => {
    mockMove.mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'OUT_OF_STOCK', message: 'Sold out' }) },
    });
    const root = await show();
    root.querySelector('[data-field="all"]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 't1' } }));
    await settle();
    await confirm(root);
    expect(mockMove).toHaveBeenCalledTimes(2);
    expect(root.querySelector('.problem')!.textContent).toBe('Sold out');
    expect(mockCancel).not.toHaveBeenCalled();
    choose(root, 'a', '-');
    await settle();
    await confirm(root);
    expect(mockCancel).toHaveBeenCalledTimes(1);
  });
});
