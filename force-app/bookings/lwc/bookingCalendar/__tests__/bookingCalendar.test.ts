import BookingCalendar from 'c/bookingCalendar';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

async function show(properties = {}) {
  const element = mount('c-booking-calendar', BookingCalendar, {
    shown: '2031-03-14',
    notes: {
      '2031-03-14': { text: '3 left', isOpen: true },
      '2031-03-21': { text: 'Sold out', isOpen: false },
    },
    locale: 'de-DE',
    first: '2031-03-05',
    last: '2031-12-31',
    ...properties,
  });
  await settle();
  return element;
}

const dayOf = (element: HTMLElement, day: string) => find(element, `[data-day="${day}"]`) as HTMLButtonElement;

describe('c-booking-calendar', () => {
  afterEach(() => unmountAll());

  it('shows a month and says of each day what it has', async () => {
    const element = await show();
    expect(element.querySelectorAll('[data-day]')).toHaveLength(31);
    expect(dayOf(element, '2031-03-14').textContent).toMatch(/14\. März 2031, 3 left/);
    expect(dayOf(element, '2031-03-14').tabIndex).toBe(0);
    expect(dayOf(element, '2031-03-15').getAttribute('aria-disabled')).toBe('true');
    await expect(element).toBeAccessible();
  });

  it('hands over days that have something, and no others', async () => {
    const element = await show();
    const chosen = jest.fn();
    element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail.day));
    ['2031-03-15', '2031-03-14', '2031-03-21'].forEach((day) => dayOf(element, day).click());
    expect(chosen.mock.calls.flat()).toEqual(['2031-03-14', '2031-03-21']);
  });

  it('is walked through by keys and turns the page at its edge', async () => {
    const element = await show();
    const turned = jest.fn();
    element.addEventListener('page', (event) => turned((event as CustomEvent).detail.day));
    const press = async (day: string, key: string) => {
      dayOf(element, day).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await settle();
    };
    await press('2031-03-14', 'ArrowDown');
    expect(document.activeElement).toBe(dayOf(element, '2031-03-21'));
    await press('2031-03-31', 'ArrowRight');
    await press('2031-03-14', 'PageUp');
    expect(turned.mock.calls.flat()).toEqual(['2031-04-01']);
  });

  it('shows one week, and turns by weeks until the last day', async () => {
    const element = await show({ isWeek: true, last: '2031-03-20' });
    expect([...element.querySelectorAll<HTMLElement>('[data-day]')].map((one) => one.dataset.day)).toEqual(
      ['10', '11', '12', '13', '14', '15', '16'].map((day) => `2031-03-${day}`),
    );
    const turned = jest.fn();
    element.addEventListener('page', (event) => turned((event as CustomEvent).detail.day));
    (find(element, '[data-on]') as HTMLButtonElement).click();
    (find(element, '[data-back]') as HTMLButtonElement).click();
    expect(turned.mock.calls.flat()).toEqual(['2031-03-17', '2031-03-03']);
  });
});
