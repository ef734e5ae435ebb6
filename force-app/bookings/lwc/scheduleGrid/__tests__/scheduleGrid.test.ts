import ScheduleGrid from 'c/scheduleGrid';
import { heard, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const item = (id: string, localStart: string, localEnd: string, change = {}) => ({
  id,
  title: `Class ${id}`,
  state: 'Open',
  localStart,
  localEnd,
  taken: 2,
  sellable: 8,
  mayChange: true,
  ...change,
});
const columns = [
  { key: '2026-03-02', label: 'Mon', day: '2026-03-02' },
  { key: '2026-03-03', label: 'Tue', day: '2026-03-03' },
];
const items = [
  item('a', '2026-03-02T18:30', '2026-03-02T20:30'),
  item('b', '2026-03-02T19:00', '2026-03-02T20:00', { state: 'Full', taken: 8 }),
];

async function show(properties: Record<string, unknown> = {}) {
  const element = mount('c-schedule-grid', ScheduleGrid, {
    view: 'Hours',
    columns,
    items,
    closures: [],
    ...properties,
  });
  await settle();
  return element.shadowRoot!;
}

function drag(type: string, clientY: number) {
  const event = new Event(type, { bubbles: true, cancelable: true }) as Event & Record<string, unknown>;
  Object.assign(event, { clientY, dataTransfer: { setData: jest.fn() } });
  return event;
}

describe('c-schedule-grid', () => {
  afterEach(unmountAll);

  it('shows sessions beside each other, and what is closed', async () => {
    const root = await show({
      closures: [
        { column: '2026-03-03', name: 'Studio', localStart: '2026-03-03T00:00', localEnd: '2026-03-04T00:00' },
      ],
    });
    const events = root.querySelectorAll<HTMLElement>('.event');
    expect(events).toHaveLength(2);
    expect(root.querySelectorAll<HTMLElement>('.place')[1].style.width).toBe('50%');
    expect(events[1].className).toContain('full');
    expect(root.querySelectorAll('.closure')).toHaveLength(1);
    await expect(root.host).toBeAccessible();
  });

  it('says in fewer lines what is too short for all of them', async () => {
    const root = await show({
      items: [
        item('a', '2026-03-02T08:00', '2026-03-02T10:00'),
        item('b', '2026-03-02T11:00', '2026-03-02T11:45'),
        item('c', '2026-03-02T13:00', '2026-03-02T13:15'),
      ],
    });
    const lines = [...root.querySelectorAll('.event')].map((event) =>
      [...event.querySelectorAll('.line')].map(({ textContent }) => textContent),
    );
    expect(lines.map(({ length }) => length)).toEqual([3, 2, 1]);
    expect(lines[1][1]).toMatch(/11:45 AM · c.Bookings_Desk_Fill/);
    expect(lines[2][0]).toMatch(/^Class c · 1:00/);
    expect(root.querySelectorAll('.bar')).toHaveLength(1);
  });

  it('tells where a session was dropped', async () => {
    const root = await show();
    const moved = heard(root.host, 'move');
    const [first, second] = root.querySelectorAll<HTMLElement>('[data-slots]');
    first.querySelector('.event')!.dispatchEvent(drag('dragstart', 0));
    // Twelve hours are shown, from eight to twenty; the last session ends at half past, so thirteen.
    second.getBoundingClientRect = () => ({ top: 0, height: 1300 }) as DOMRect;
    second.dispatchEvent(drag('dragover', 200));
    second.dispatchEvent(drag('drop', 200));
    expect(moved).toEqual([
      { id: 'a', column: '2026-03-03', fromColumn: '2026-03-02', localStart: '2026-03-03T10:00' },
    ]);
  });

  it('tells what was clicked: a session, or a free time', async () => {
    const root = await show({ mayPlan: true });
    const [opened, planned] = [heard(root.host, 'open'), heard(root.host, 'plan')];
    root.querySelector<HTMLElement>('.event')!.click();
    expect(opened).toEqual(['a']);
    expect(planned).toEqual([]);
    const column = root.querySelector<HTMLElement>('[data-slots]')!;
    column.getBoundingClientRect = () => ({ top: 0, height: 1300 }) as DOMRect;
    column.dispatchEvent(new MouseEvent('click', { clientY: 170, bubbles: true }));
    expect(planned).toEqual([{ column: '2026-03-02', localStart: '2026-03-02T09:30' }]);
  });

  it('shows a month, keeps the time of what is dropped there, and leads to the day', async () => {
    const week = Array.from({ length: 7 }, (_, index) => `2026-03-0${index + 1}`);
    const many = ['1', '2', '3', '4', '5'].map((id) => item(id, `2026-03-02T1${id}:00`, `2026-03-02T1${id}:30`));
    const root = await show({ view: 'Month', weeks: [week], month: '2026-03', today: '2026-03-03', items: many });
    expect(root.querySelectorAll('.event')).toHaveLength(3);
    const [days, moved] = [heard(root.host, 'day'), heard(root.host, 'move')];
    root.querySelector<HTMLElement>('.more')!.click();
    expect(days).toEqual(['2026-03-02']);
    root.querySelector('.event')!.dispatchEvent(drag('dragstart', 0));
    root.querySelector('[data-day="2026-03-05"]')!.dispatchEvent(drag('drop', 0));
    expect(moved[0].localStart).toBe('2026-03-05T11:00');
    await expect(root.host).toBeAccessible();
  });
});
