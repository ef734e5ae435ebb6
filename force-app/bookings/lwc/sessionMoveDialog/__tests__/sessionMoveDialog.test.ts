import SessionMoveDialog from 'c/sessionMoveDialog';
import moveSessions from '@salesforce/apex/ScheduleController.moveSessions';
import previewMove from '@salesforce/apex/ScheduleController.previewMove';
import { mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ScheduleController.moveSessions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.previewMove', () => ({ default: jest.fn() }), { virtual: true });
const mockMove = moveSessions as unknown as jest.Mock;
const mockPreview = previewMove as unknown as jest.Mock;

const preview = (change = {}) => ({
  changed: 1,
  people: 3,
  isRefused: false,
  sessions: [
    {
      id: 's1',
      title: 'Class',
      localBefore: '2026-03-02T18:30',
      localAfter: '2026-03-03T10:00',
      people: 3,
      conflicts: [],
      warnings: ['Closed'],
    },
  ],
  ...change,
});
const seed = { sessionId: 's1', title: 'Class', localStart: '2026-03-03T10:00', durationMinutes: 120, inSeries: true };

async function show() {
  const element = mount('c-session-move-dialog', SessionMoveDialog, {
    seed,
    locations: [],
    resources: [],
    assigned: [],
  });
  await settle();
  return element.shadowRoot!;
}
async function set(root: ShadowRoot, field: string, value: string) {
  root.querySelector(`[data-field="${field}"]`)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

describe('c-session-move-dialog', () => {
  beforeEach(() => {
    mockPreview.mockResolvedValue(preview());
    mockMove.mockResolvedValue(2);
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows who is affected, then moves this and the following', async () => {
    const root = await show();
    expect(root.querySelectorAll('[data-moved]')).toHaveLength(1);
    expect(root.querySelector('.warning')!.textContent).toBe('Closed');
    await expect(root.host).toBeAccessible();
    await set(root, 'scope', 'Following');
    await set(root, 'time', '11:30:00.000');
    root.querySelector<HTMLElement>('[data-confirm]')!.click();
    await settle();
    expect(mockMove.mock.calls[0][0].edit).toMatchObject({
      sessionId: 's1',
      scope: 'Following',
      localStart: '2026-03-03T11:30',
      durationMinutes: 120,
    });
  });

  it('does not move what is taken, and says what is wrong with a time', async () => {
    mockPreview.mockResolvedValue(preview({ isRefused: true }));
    const root = await show();
    expect(root.querySelector('[data-refused]')).not.toBeNull();
    expect(root.querySelector<HTMLButtonElement>('[data-confirm]')!.disabled).toBe(true);
    mockPreview.mockRejectedValue({
      body: {
        message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields: { localStart: 'In the past' } }),
      },
    });
    await set(root, 'day', '2020-01-01');
    expect(root.querySelector('[data-problem]')!.textContent).toBe('In the past');
  });

  it.each([
    [{ changed: 0, people: 0 }, 'c.Bookings_Move_Changes_None'],
    [{ changed: 1, people: 0 }, 'c.Bookings_Move_Changes_One c.Bookings_Move_Told_None'],
    [{ changed: 2, people: 1 }, 'c.Bookings_Move_Changes_Other c.Bookings_Move_Told_One'],
    [{ changed: 2, people: 5 }, 'c.Bookings_Move_Changes_Other c.Bookings_Move_Told_Other'],
  ])('says what changes and who is told: %o', async (change, text) => {
    mockPreview.mockResolvedValue(preview(change));
    expect((await show()).querySelector('[data-summary]')!.textContent).toBe(text);
  });
});
