import BookingPicker from 'c/bookingPicker';
import getSeats from '@salesforce/apex/BookingSeatController.getSeats';
import getSessions from '@salesforce/apex/BookingController.getSessions';
import getTimes from '@salesforce/apex/AppointmentController.getTimes';
import { find, mount, product, settle, store, unmountAll, variant } from '../../storeTypes/__tests__/support';

jest.mock('@salesforce/apex/BookingSeatController.getSeats', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BookingController.getSessions', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppointmentController.getTimes', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

jest.mock('@salesforce/label/c.Bookings_Due_Now', () => ({ __esModule: true, default: '{0} now, {1} by {2}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Bookings_Total', () => ({ __esModule: true, default: 'Total: {0}' }), {
  virtual: true,
});

const mockSessions = getSessions as unknown as jest.Mock;
const mockTimes = getTimes as unknown as jest.Mock;
const mockSeats = getSeats as unknown as jest.Mock;
type Picker = HTMLElement & Record<string, any>;

/** So many days from now, at 17:30 of the world’s clock. */
function moment(days: number, hour = 17): string {
  const date = new Date(Date.now() + days * 86400000);
  return `${date.toISOString().slice(0, 10)}T${hour}:30:00.000Z`;
}

function session(id: string, days: number, change: Record<string, unknown> = {}) {
  return {
    id,
    productId: 'id-class',
    title: 'Class',
    startsAt: moment(days),
    endsAt: moment(days, 19),
    timeZone: 'Europe/Berlin',
    place: 'Studio',
    isVirtual: false,
    state: 'Open',
    hasSeats: false,
    tickets: [
      { variantId: 'adult', title: 'Adult', price: 20, isFree: true, few: 3, attendees: 1 },
      { variantId: 'child', title: 'Child', price: 10, isFree: true, few: 3, attendees: 1 },
    ],
    ...change,
  };
}

async function show(sessions: unknown[], booking: Record<string, unknown> = {}): Promise<Picker> {
  mockSessions.mockResolvedValue({ sessions });
  const offer = {
    kind: 'Session',
    details: 'None',
    staffChoice: false,
    needsConfirmation: false,
    isVirtual: false,
    tickets: [
      { variantId: 'adult', attendees: 1 },
      { variantId: 'child', attendees: 1, minimumAge: 8 },
    ],
    ...booking,
  };
  const element = mount('c-booking-picker', BookingPicker, {
    store: store(),
    product: product({
      title: 'Class',
      booking: offer as any,
      variants: [variant('adult', ['Adult'], { price: 20 }), variant('child', ['Child'], { price: 10 })],
    }),
  }) as Picker;
  await settle();
  return element;
}

async function choose(element: Picker, value: string) {
  const input = find(element, `input[name="bookingDate"][value="${value}"]`) as HTMLInputElement;
  input.checked = true;
  input.dispatchEvent(new CustomEvent('change'));
  await settle();
}

async function more(element: Picker, variantId: string) {
  (find(element, `[data-ticket="${variantId}"] [data-more]`) as HTMLButtonElement).click();
  await settle();
}

describe('c-booking-picker', () => {
  beforeEach(() => jest.clearAllMocks());
  afterEach(() => unmountAll());

  it('books tickets of several kinds of a date, with who comes', async () => {
    const element = await show([session('s1', 3), session('s2', 10)]);
    expect(element.check()).toBe(false);
    await settle();
    expect(find(element, '[data-error="session"]').textContent).toBeTruthy();
    await choose(element, 's1');
    await more(element, 'child');
    await more(element, 'adult');
    const date = find(element, 'input[type="date"]') as HTMLInputElement;
    date.value = '2020-01-01';
    date.dispatchEvent(new CustomEvent('input', { bubbles: true }));
    await settle();
    expect(element.check()).toBe(true);
    const lines = element.lines();
    expect(lines.map((line: any) => [line.type, line.productId, line.quantity])).toEqual([
      ['Booking', 'adult', 2],
      ['Booking', 'child', 1],
    ]);
    expect(JSON.parse(lines[1].configuration)).toEqual({ session: 's1', attendees: [{ birthdate: '2020-01-01' }] });
    await expect(element).toBeAccessible();
  });

  it('shows dates as a list, a month and a week, and what is left of them', async () => {
    const element = await show([session('s1', 3), session('s2', 3, { state: 'Full', startsAt: moment(3, 10) })]);
    expect(element.querySelectorAll('[data-date]')).toHaveLength(2);
    expect(find(element, '[data-note]').textContent).toBeTruthy();
    const month = find(element, 'input[name="bookingView"][value="month"]') as HTMLInputElement;
    month.checked = true;
    month.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(find(element, '.open[data-day]')).toBeTruthy();
    expect(element.querySelectorAll('[data-date]')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('books a series without the dates that are taken', async () => {
    const part = { seriesId: 'series', soldAs: 'Either' };
    const element = await show([
      session('s1', 3, part),
      session('s2', 10, { ...part, state: 'Full' }),
      session('s3', 17, part),
    ]);
    await choose(element, 's1');
    (find(element, '[data-whole]') as HTMLInputElement).dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(find(element, '[data-taken]').textContent).toBeTruthy();
    expect(JSON.parse(element.lines()[0].configuration)).toEqual({ series: 'series', leftOut: ['s2'] });
    expect(find(element, '[data-total]').textContent).toContain('40');
  });

  it('shows the price of a course that is booked without leaving a date out, and what of it is due now', async () => {
    const course = { seriesId: 'c1', soldAs: 'Whole', seriesPrice: 30 };
    const element = await show([session('s1', 30, course), session('s2', 37, course)], {
      depositPercent: 25,
      balanceHours: 48,
    });
    await choose(element, 's1');
    expect(find(element, '[data-total]').textContent).toBe('Total: $30.00');
    expect(find(element, '[data-due]').textContent).toMatch(/^\$7\.50 now, \$22\.50 by /);
    await expect(element).toBeAccessible();
  });

  it('asks anew what is free when somebody else was faster', async () => {
    const element = await show([session('s1', 3), session('s2', 10)]);
    await choose(element, 's1');
    mockSessions.mockResolvedValue({ sessions: [session('s1', 3, { state: 'Full' }), session('s2', 10)] });
    expect(element.showProblems({}, 'OUT_OF_STOCK')).toBe(false);
    await settle();
    expect(mockSessions).toHaveBeenCalledTimes(2);
    expect((find(element, 'input[name="bookingDate"][value="s1"]') as HTMLInputElement).disabled).toBe(true);
  });

  it('takes another date of the product in place of one that is taken', async () => {
    const part = { seriesId: 'series', soldAs: 'Either' };
    const element = await show([
      session('s1', 3, part),
      session('s2', 10, { ...part, state: 'Full' }),
      session('s3', 17, part),
      session('s4', 24),
    ]);
    await choose(element, 's1');
    (find(element, '[data-whole]') as HTMLInputElement).dispatchEvent(new CustomEvent('change'));
    await settle();
    const select = find(element, '[data-instead]') as HTMLSelectElement;
    const shift = async (value: string) => {
      select.value = value;
      select.dispatchEvent(new CustomEvent('change'));
      await settle();
    };
    await shift('s4');
    expect(JSON.parse(element.lines()[0].configuration)).toEqual({
      series: 'series',
      leftOut: ['s2'],
      instead: ['s4'],
    });
    expect(find(element, '[data-total]').textContent).toContain('60');
    await shift('');
    expect(find(element, '[data-total]').textContent).toContain('40');
  });

  it('asks for a seat for each who comes', async () => {
    mockSeats.mockResolvedValue([
      {
        name: 'A',
        seats: [
          { name: 'A1', taken: false },
          { name: 'A2', taken: true },
        ],
      },
    ]);
    const element = await show([session('s1', 3, { hasSeats: true }), session('s2', 4)]);
    await choose(element, 's1');
    expect(element.check()).toBe(false);
    (find(element, '[data-seat="A1"]') as HTMLButtonElement).click();
    await settle();
    expect(element.check()).toBe(true);
    expect(JSON.parse(element.lines()[0].configuration).seats).toEqual(['A1']);
    expect(element.showProblems({ seats: 'Seat A1 has just been taken' })).toBe(true);
    expect(element.showProblems({ other: 'x' })).toBe(false);
  });

  it('offers times of an appointment with somebody', async () => {
    const startsAt = moment(2, 15);
    mockTimes.mockResolvedValue({
      minutes: 45,
      lastDay: '2099-01-01',
      people: [
        { id: 'mara', name: 'Mara' },
        { id: 'jonah', name: 'Jonah' },
      ],
      times: [{ startsAt, endsAt: moment(2, 16), zone: 'America/Los_Angeles', place: null, people: ['mara'] }],
    });
    const element = await show([], { kind: 'Appointment', isVirtual: true });
    expect(mockSessions).not.toHaveBeenCalled();
    const person = find(element, '[data-person]') as HTMLSelectElement;
    person.value = 'mara';
    person.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(mockTimes).toHaveBeenLastCalledWith(expect.objectContaining({ personId: 'mara', variantId: 'adult' }));
    await choose(element, startsAt);
    expect(JSON.parse(element.lines()[0].configuration)).toEqual({ at: startsAt, resource: 'mara' });
    await expect(element).toBeAccessible();
  });

  it('says when nothing can be booked, and offers to try again after a failure', async () => {
    const element = await show([]);
    expect(find(element, '[data-empty]')).toBeTruthy();
    mockSessions.mockRejectedValueOnce({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    element.clear();
    await settle();
    expect(element.textContent).toContain('Busy');
  });
});
