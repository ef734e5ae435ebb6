import BookingCancelDialog from 'c/bookingCancelDialog';
import SessionDesk from 'c/sessionDesk';
import getDesk from '@salesforce/apex/SessionDeskController.getDesk';
import mark from '@salesforce/apex/SessionDeskController.mark';
import rename from '@salesforce/apex/SessionDeskController.rename';
import setCapacity from '@salesforce/apex/SessionDeskController.setCapacity';
import { mount, settle, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';
import { csvOf } from '../attendeeCsv';

jest.mock('@salesforce/apex/SessionDeskController.getDesk', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.mark', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.rename', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.setCapacity', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.setStatus', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.saveNotes', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.putFirst', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.takeOff', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.getTargets', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.moveBooking', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.planCancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.cancelBooking', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.getChoices', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.previewMove', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.moveSessions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.letChoose', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.cancelSessions', () => ({ default: jest.fn() }), { virtual: true });
const mockDesk = getDesk as unknown as jest.Mock;
const mockMark = mark as unknown as jest.Mock;

const desk = (change = {}) => ({
  id: 's1',
  title: 'Pottery',
  status: 'Open',
  startsAt: '2040-03-02T18:00:00.000Z',
  endsAt: '2040-03-02T20:00:00.000Z',
  timeZone: 'UTC',
  localStart: '2040-03-02T18:00',
  place: 'Studio',
  mayChange: true,
  mayWork: true,
  mayRefund: true,
  people: 2,
  minimum: 3,
  minimumBy: '2040-03-01T18:00:00.000Z',
  isMinimumDecided: false,
  pools: [{ id: 'p1', name: 'Wheels', capacity: 8, sellable: 8, held: 1, taken: 2, free: 5 }],
  tickets: [{ title: '', sold: 2, people: 2 }],
  assigned: [{ resourceId: 'r1', name: 'Loft', kind: 'Room' }],
  waiting: [
    { id: 'w1', place: 1, name: 'Grace', quantity: 1, status: 'Waiting', waitsFor: 'Wheels', mayWork: true },
    { id: 'w2', place: 2, name: 'Alan', quantity: 1, status: 'Waiting', mayWork: true },
  ],
  seats: [{ name: 'A', seats: [{ name: 'A1', taken: true, person: 'Ada' }] }],
  bookings: [
    {
      id: 'b1',
      code: 'QX7',
      name: 'Ada Byron',
      email: 'ada@example.com',
      quantity: 2,
      isOpen: true,
      mayWork: true,
      mayRefund: true,
      attendees: [
        { id: 'a1', place: 1, firstName: 'Ada', lastName: 'Byron', status: 'Expected', seat: 'A1' },
        { id: 'a2', place: 2, status: 'Attended', checkedInAt: '2040-03-02T17:50:00.000Z' },
      ],
    },
  ],
  ...change,
});

async function show() {
  const element = mount('c-session-desk', SessionDesk, { recordId: 's1' });
  await settle(12);
  return element.shadowRoot!;
}

describe('c-session-desk', () => {
  beforeEach(() => {
    mockDesk.mockResolvedValue(desk());
    mockMark.mockResolvedValue(desk());
  });
  afterEach(() => {
    unmountAll();
    jest.restoreAllMocks();
  });

  it('shows people, seats, capacity and who waits, and checks in', async () => {
    const root = await show();
    expect(texts(root, '[data-person] strong')[0]).toBe('Ada Byron');
    expect(root.querySelectorAll('[data-waiting]')).toHaveLength(2);
    expect(root.querySelectorAll('.seat.taken')).toHaveLength(1);
    await expect(root.host).toBeAccessible();
    root.querySelector<HTMLElement>('[data-check-in]')!.click();
    await settle();
    expect(mockMark).toHaveBeenCalledWith({ sessionId: 's1', attendeeIds: ['a1'], status: 'Attended' });
    root.querySelector<HTMLElement>('[data-rest-missing]')!.click();
    await settle();
    expect(mockMark).toHaveBeenLastCalledWith({ sessionId: 's1', attendeeIds: ['a1'], status: 'No_Show' });
  });

  it('finds somebody by code, and says when nobody is called so', async () => {
    const root = await show();
    const search = root.querySelector('[data-search]')!;
    search.dispatchEvent(new CustomEvent('change', { detail: { value: 'qx7' } }));
    await settle();
    expect(root.querySelectorAll('[data-person]')).toHaveLength(2);
    search.dispatchEvent(new CustomEvent('change', { detail: { value: 'nobody' } }));
    await settle();
    expect(root.querySelector('[data-no-match]')).not.toBeNull();
  });

  it('renames, and cancels after the dialog', async () => {
    (rename as unknown as jest.Mock).mockResolvedValue(desk());
    const open = jest.spyOn(BookingCancelDialog, 'open').mockResolvedValue(desk({ bookings: [] }));
    const root = await show();
    const menu = root.querySelector<HTMLElement>('[data-menu]')!;
    menu.dispatchEvent(new CustomEvent('select', { detail: { value: 'rename' } }));
    await settle();
    root.querySelector<HTMLElement>('[data-save-name]')!.click();
    await settle();
    expect((rename as unknown as jest.Mock).mock.calls[0][0]).toMatchObject({
      attendee: { id: 'a1', firstName: 'Ada' },
    });
    menu.dispatchEvent(new CustomEvent('select', { detail: { value: 'cancel' } }));
    await settle(12);
    expect(open.mock.calls[0][0]).toMatchObject({ bookingId: 'b1', quantity: 2 });
    expect(root.querySelector('[data-nobody]')).not.toBeNull();
  });

  it('changes a capacity and says what went wrong', async () => {
    const mockCapacity = setCapacity as unknown as jest.Mock;
    mockCapacity.mockRejectedValueOnce({ body: { message: JSON.stringify({ code: 'BUSY', message: 'Again' }) } });
    const root = await show();
    root.querySelector<HTMLElement>('[data-edit-capacity]')!.click();
    await settle();
    root.querySelector<HTMLElement>('[data-save-pool]')!.click();
    await settle();
    expect(mockCapacity.mock.calls[0][0]).toMatchObject({ sessionId: 's1', poolId: 'p1', capacity: 8 });
    expect(root.querySelector('[data-error]')!.textContent).toBe('Again');
  });

  it('shows a list to print', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    const root = await show();
    root.querySelector<HTMLElement>('[data-print]')!.click();
    await settle();
    expect(root.querySelectorAll('[data-paper] tbody tr')).toHaveLength(2);
    root.querySelector<HTMLElement>('[data-print-now]')!.click();
    expect(print).toHaveBeenCalled();
    root.querySelector<HTMLElement>('[data-back]')!.click();
    await settle();
    expect(root.querySelector('[data-paper]')).toBeNull();
  });

  it('writes a file that spreadsheets read as text', () => {
    const file = csvOf(
      {
        bookings: [
          {
            code: 'QX7',
            name: '=HYPERLINK("x")',
            attendees: [{ firstName: 'A "B", C', lastName: '@SUM', status: 'No_Show' }],
          },
        ],
      },
      { csvFirstName: 'First' },
      (status) => `is ${status}`,
    );
    expect(file.startsWith('\uFEFFFirst,')).toBe(true);
    expect(file).toContain('"A ""B"", C",\'@SUM,,,,,is No_Show,QX7');
    expect(file).toContain('"\'=HYPERLINK(""x"")"');
    expect(file.endsWith('\r\n')).toBe(true);
  });
});
