import ScheduleConsole from 'c/scheduleConsole';
import SessionMoveDialog from 'c/sessionMoveDialog';
import SessionPlanDialog from 'c/sessionPlanDialog';
import getChoices from '@salesforce/apex/ScheduleController.getChoices';
import getSchedule from '@salesforce/apex/ScheduleController.getSchedule';
import { mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ScheduleController.getChoices', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.getSchedule', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.previewMove', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.moveSessions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.letChoose', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.cancelSessions', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.create', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.previewDates', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.getDesk', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.getTargets', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.moveBooking', () => ({ default: jest.fn() }), { virtual: true });
const mockChoices = getChoices as unknown as jest.Mock;
const mockSchedule = getSchedule as unknown as jest.Mock;

const today = new Date().toISOString().slice(0, 10);
const session = {
  id: 's1',
  title: 'Pottery',
  state: 'Open',
  place: 'Studio',
  locationId: 'l1',
  seriesId: 'x1',
  startsAt: `${today}T18:00:00.000Z`,
  endsAt: `${today}T20:00:00.000Z`,
  timeZone: 'UTC',
  localStart: `${today}T18:00`,
  localEnd: `${today}T20:00`,
  taken: 2,
  sellable: 8,
  resourceIds: ['r1'],
  mayChange: true,
};

const later = '2040-03-05';

async function show() {
  const element = mount('c-schedule-console', ScheduleConsole);
  await settle(12);
  return element.shadowRoot!;
}
const grid = (root: ShadowRoot) =>
  root.querySelector('c-schedule-grid') as unknown as HTMLElement & Record<string, any>;

describe('c-schedule-console', () => {
  beforeEach(() => {
    mockChoices.mockResolvedValue({
      stores: [{ id: 'st', name: 'Tidemoor', mayCreate: true }],
      locations: [{ id: 'l1', name: 'Studio', timeZone: 'UTC' }],
      resources: [
        { id: 'r1', name: 'Loft', kind: 'Room' },
        { id: 'r2', name: 'Cellar', kind: 'Room' },
      ],
      offers: [{ id: 'o1', name: 'Class', kind: 'Session', minutes: 60 }],
      mayCreate: true,
    });
    mockSchedule.mockResolvedValue({
      sessions: [session],
      closures: [
        { subjectId: 'l1', name: 'Studio', startsAt: `${today}T00:00:00.000Z`, endsAt: `${today}T10:00:00.000Z` },
      ],
      isCut: false,
    });
  });
  afterEach(() => {
    unmountAll();
    jest.restoreAllMocks();
  });

  it('shows the week with what is closed, narrows it down and steps on', async () => {
    const root = await show();
    expect(grid(root).columns).toHaveLength(7);
    expect(grid(root).items).toHaveLength(1);
    // The grid shows it in the column of its day.
    expect(grid(root).closures).toHaveLength(7);
    await expect(root.host).toBeAccessible();
    const filter = root.querySelector<HTMLElement>('[data-filter="offerId"]')!;
    filter.dispatchEvent(new CustomEvent('change', { detail: { value: 'o1' } }));
    await settle();
    expect(mockSchedule.mock.lastCall![0].wanted).toMatchObject({ offerId: 'o1', storeId: null });
    const before = mockSchedule.mock.lastCall![0].wanted.earliest;
    root.querySelector<HTMLElement>('[data-next]')!.click();
    await settle();
    const days =
      (new Date(mockSchedule.mock.lastCall![0].wanted.earliest).getTime() - new Date(before).getTime()) / 86400000;
    expect(days).toBe(7);
  });

  it('asks before what was dragged to another room is moved', async () => {
    const open = jest.spyOn(SessionMoveDialog, 'open').mockResolvedValue(1);
    const root = await show();
    root.querySelector('[data-view]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'Day' } }));
    await settle();
    root.querySelector('[data-grouping]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'Room' } }));
    await settle();
    expect(grid(root).columns.map(({ key }: { key: string }) => key)).toEqual(['r1', 'r2', 'none']);
    const calls = mockSchedule.mock.calls.length;
    grid(root).dispatchEvent(
      new CustomEvent('move', { detail: { id: 's1', column: 'r2', fromColumn: 'r1', localStart: `${today}T19:00` } }),
    );
    await settle(12);
    expect(open.mock.lastCall![0]).toMatchObject({
      seed: { sessionId: 's1', localStart: `${today}T19:00`, fromResourceId: 'r1', toResourceId: 'r2', inSeries: true },
    });
    expect(mockSchedule.mock.calls.length).toBe(calls + 1);
  });

  it('has the same by dialog, and plans at a free time', async () => {
    const move = jest.spyOn(SessionMoveDialog, 'open').mockResolvedValue(0);
    const plan = jest.spyOn(SessionPlanDialog, 'open').mockResolvedValue({ sessions: 2 });
    const root = await show();
    grid(root).dispatchEvent(new CustomEvent('open', { detail: 's1' }));
    await settle();
    root.querySelector<HTMLElement>('[data-move]')!.click();
    await settle();
    expect(move.mock.lastCall![0]).toMatchObject({ seed: { localStart: `${today}T18:00`, durationMinutes: 120 } });
    grid(root).dispatchEvent(new CustomEvent('plan', { detail: { column: today, localStart: `${today}T09:30` } }));
    await settle(12);
    expect(plan.mock.lastCall![0]).toMatchObject({ localStart: `${today}T09:30`, roomId: null });
    await expect(root.host).toBeAccessible();
  });

  it('says why nothing is shown', async () => {
    mockChoices.mockRejectedValue({ body: { message: JSON.stringify({ code: 'NOT_ALLOWED', message: 'No role' }) } });
    const root = await show();
    expect(root.querySelector('[data-error]')!.textContent).toBe('No role');
  });

  it('opens on the next week that has sessions, and goes there from any that has none', async () => {
    mockSchedule.mockClear();
    mockSchedule.mockResolvedValueOnce({ sessions: [], closures: [], nextStart: `${later}T18:00` });
    mockSchedule.mockResolvedValueOnce({
      sessions: [{ ...session, localStart: `${later}T18:00`, localEnd: `${later}T20:00` }],
      closures: [],
    });
    const root = await show();
    await settle(12);
    expect(mockSchedule).toHaveBeenCalledTimes(2);
    expect(grid(root).items).toHaveLength(1);
    mockSchedule.mockResolvedValueOnce({ sessions: [], closures: [], nextStart: `${later}T18:00` });
    root.querySelector<HTMLElement>('[data-previous]')!.click();
    await settle(12);
    expect(mockSchedule).toHaveBeenCalledTimes(3);
    await expect(root.host).toBeAccessible();
    root.querySelector<HTMLElement>('[data-next-session]')!.click();
    await settle(12);
    expect(mockSchedule).toHaveBeenCalledTimes(4);
  });
});
