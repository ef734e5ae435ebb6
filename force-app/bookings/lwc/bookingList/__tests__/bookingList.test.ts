import BookingList from 'c/bookingList';
import cancel from '@salesforce/apex/BookingAccountController.cancel';
import cancelCourse from '@salesforce/apex/BookingAccountController.cancelCourse';
import quoteCourse from '@salesforce/apex/BookingAccountController.quoteCourse';
import getSessions from '@salesforce/apex/BookingController.getSessions';
import getTimes from '@salesforce/apex/AppointmentController.getTimes';
import move from '@salesforce/apex/BookingAccountController.move';
import quoteMove from '@salesforce/apex/BookingAccountController.quoteMove';
import getCalendarFile from '@salesforce/apex/BookingAccountController.getCalendarFile';
import quoteCancel from '@salesforce/apex/BookingAccountController.quoteCancel';
import saveNames from '@salesforce/apex/BookingAccountController.saveNames';
import { find, mount, settle, store, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/BookingController.getSessions', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/AppointmentController.getTimes', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BookingAccountController.move', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BookingAccountController.quoteMove', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BookingAccountController.cancel', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/BookingAccountController.getCalendarFile',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock('@salesforce/apex/BookingAccountController.quoteCancel', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BookingAccountController.cancelCourse', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BookingAccountController.quoteCourse', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BookingAccountController.saveNames', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Bookings_Course_Fee', () => ({ default: '{0} dates: {1} kept, {2} back.' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Bookings_Course_One_Free', () => ({ default: 'One date: {2} back.' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Bookings_Move_Dearer', () => ({ default: '{0} more' }), { virtual: true });
jest.mock('@salesforce/label/c.Bookings_Move_Cheaper', () => ({ default: '{0} less' }), { virtual: true });
jest.mock('@salesforce/label/c.Bookings_Fee', () => ({ __esModule: true, default: '{0} kept, {1} back.' }), {
  virtual: true,
});

const booking = {
  id: 'b1',
  code: 'ABCDEF123456',
  title: 'Pottery',
  status: 'Confirmed',
  startsAt: '2031-03-14T17:30:00Z',
  endsAt: '2031-03-14T19:30:00Z',
  zone: 'Europe/Berlin',
  quantity: 2,
  amount: 40,
  currencyCode: 'USD',
  isPast: false,
  isOpen: true,
  namesUntil: '2031-03-14T17:30:00Z',
  details: 'Names',
  attendees: [{ id: 'a1', firstName: 'Ada' }, { id: 'a2' }],
};

async function show(change = {}) {
  const element = mount('c-booking-list', BookingList, { store: store(), bookings: [{ ...booking, ...change }] });
  const heard = jest.fn();
  element.addEventListener('bookingschange', (event) => heard((event as CustomEvent).detail.bookings));
  await settle();
  const click = async (selector: string) => {
    (find(element, selector) as HTMLElement).click();
    await settle();
  };
  return { element, heard, click };
}

describe('c-booking-list', () => {
  beforeEach(() => jest.clearAllMocks());
  afterEach(() => unmountAll());

  it('shows when, who and the code for the door', async () => {
    const { element } = await show();
    expect(element.textContent).toMatch(/Friday, March 14, 2031/);
    expect(find(element, '[data-people]').textContent).toBe('Ada');
    expect(find(element, 'svg[role="img"]')).toBeTruthy();
    await expect(element).toBeAccessible();
  });

  it('tells what cancelling costs before it happens, for so many tickets', async () => {
    (quoteCancel as unknown as jest.Mock).mockResolvedValue({
      isAllowed: true,
      fee: 5,
      refund: 15,
      currencyCode: 'USD',
    });
    (cancel as unknown as jest.Mock).mockResolvedValue(['now']);
    const { element, heard, click } = await show();
    await click('[data-cancel]');
    const select = find(element, '[name="cancelTickets"]') as HTMLSelectElement;
    select.value = '1';
    select.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(quoteCancel).toHaveBeenLastCalledWith(expect.objectContaining({ bookingId: 'b1', tickets: 1 }));
    expect(find(element, '[data-quote]').textContent).toBe('$5.00 kept, $15.00 back.');
    expect(cancel).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    await click('[data-really]');
    expect(cancel).toHaveBeenCalledWith(expect.objectContaining({ tickets: 1, expectedRefund: 15 }));
    expect(heard).toHaveBeenCalledWith(['now']);
  });

  it('shows a course as one card, oldest date first, and cancels it as a whole', async () => {
    const course = { ...booking, courseKey: 'k1', seriesName: 'Course', ticket: 'Adult' };
    const bookings = [
      { ...course, id: 'b3', title: 'Catch-up', startsAt: '2031-03-28T17:30:00Z', endsAt: '2031-03-28T19:30:00Z' },
      { ...course, id: 'b2' },
      { ...booking, id: 'b1', courseKey: 'k2', title: 'Alone' },
    ];
    const element = mount('c-booking-list', BookingList, { store: store(), bookings });
    const heard = jest.fn();
    element.addEventListener('bookingschange', heard);
    await settle();
    expect(element.querySelectorAll('[data-group]')).toHaveLength(2);
    const [first] = [...element.querySelectorAll('[data-group]')];
    expect([...first.querySelectorAll<HTMLElement>('[data-booking]')].map(({ dataset }) => dataset.booking)).toEqual([
      'b2',
      'b3',
    ]);
    expect(first.querySelectorAll('svg')).toHaveLength(1);
    expect(first.querySelector('h3')!.textContent).toBe('Course');
    expect(first.textContent).toContain('$80.00');
    expect(first.querySelector('[data-booking="b3"]')!.textContent).toContain('Catch-up');
    expect(texts(element, '[role="heading"]')[2]).toBe('Alone');
    await expect(element).toBeAccessible();
    const quote = { isAllowed: true, dates: 2, fee: 10, refund: 70, currencyCode: 'USD' };
    (quoteCourse as unknown as jest.Mock).mockResolvedValueOnce({ ...quote, dates: 1, fee: 0 });
    (find(element, '[data-cancel-course]') as HTMLElement).click();
    await settle();
    expect(find(element, '[data-course-quote]').textContent).toBe('One date: $70.00 back.');
    (find(element, '[data-course-form] .secondary') as HTMLElement).click();
    await settle();
    (quoteCourse as unknown as jest.Mock).mockResolvedValueOnce(quote);
    (cancelCourse as unknown as jest.Mock).mockResolvedValueOnce(['now']);
    (find(element, '[data-cancel-course]') as HTMLElement).click();
    await settle();
    expect(find(element, '[data-course-quote]').textContent).toBe('2 dates: $10.00 kept, $70.00 back.');
    (find(element, '[data-course-really]') as HTMLElement).click();
    await settle();
    expect(cancelCourse).toHaveBeenCalledWith(expect.objectContaining({ bookingId: 'b2', expectedRefund: 70 }));
    expect(heard).toHaveBeenCalled();
    (quoteCourse as unknown as jest.Mock).mockResolvedValueOnce({ isAllowed: false, problem: 'Too late' });
    (find(element, '[data-cancel-course]') as HTMLElement).click();
    await settle();
    expect(find(element, '[data-course-quote]').textContent).toBe('Too late');
    expect(element.querySelector('[data-course-really]')).toBeNull();
  });

  it('shows what each other date costs more or less', async () => {
    const at = (day: string, price: number) => ({
      id: day,
      state: 'Open',
      startsAt: `2031-03-${day}T17:30:00Z`,
      endsAt: `2031-03-${day}T19:30:00Z`,
      timeZone: 'Europe/Berlin',
      tickets: [{ variantId: 'v1', price }],
    });
    (getSessions as unknown as jest.Mock).mockResolvedValue({
      sessions: [at('14', 20), at('21', 25), at('22', 20), at('23', 15)],
    });
    const { element, click } = await show({ movesWithin: 'p1', variantId: 'v1' });
    await click('[data-move]');
    expect(texts(element, '[data-note]')).toEqual(['$10.00 more', 'c.Bookings_Move_Same', '$10.00 less']);
    unmountAll();
    const choosing = await show({ movesWithin: 'p1', variantId: 'v1', choiceUntil: '2031-03-10T00:00:00Z' });
    await choosing.click('[data-move]');
    expect(texts(choosing.element, '[data-note]')[0]).toBe('c.Bookings_Move_Same');
  });

  it('moves to another date once it is known what that costs, unless it costs more', async () => {
    const other = { state: 'Open', endsAt: '2031-03-21T19:30:00Z', timeZone: 'Europe/Berlin' };
    (getSessions as unknown as jest.Mock).mockResolvedValue({
      sessions: [
        { ...other, id: 's1', startsAt: booking.startsAt },
        { ...other, id: 's2', startsAt: '2031-03-21T17:30:00Z' },
        { ...other, id: 's3', startsAt: '2031-03-21T18:30:00Z', state: 'Full' },
      ],
    });
    const quote = quoteMove as unknown as jest.Mock;
    quote.mockResolvedValueOnce({ isAllowed: true, difference: 10, currencyCode: 'USD' });
    const { element, heard, click } = await show({ movesWithin: 'p1' });
    await click('[data-move]');
    expect(element.querySelectorAll('[data-date]')).toHaveLength(1);
    await expect(element).toBeAccessible();
    const choose = async () => {
      find(element, 'input[value="s2"]').dispatchEvent(new CustomEvent('change'));
      await settle();
    };
    await choose();
    expect(element.querySelector('[data-move-now]')).toBeNull();
    quote.mockResolvedValueOnce({ isAllowed: true, difference: -5, refund: 5, currencyCode: 'USD' });
    (move as unknown as jest.Mock).mockResolvedValue(['moved']);
    await choose();
    await click('[data-move-now]');
    expect(move).toHaveBeenCalledWith(expect.objectContaining({ sessionId: 's2', expectedDifference: -5 }));
    expect(heard).toHaveBeenCalledWith(['moved']);
  });

  it('says that a date was called off: no code for the door, no file for calendars', async () => {
    const { element } = await show({ isCalledOff: true, choiceUntil: '2031-03-10T10:00:00Z' });
    expect(find(element, '[data-status]').textContent).toBe('c.Bookings_Called_Off');
    expect(element.querySelector('svg[role="img"]')).toBeNull();
    expect(element.querySelector('[data-calendar-file]')).toBeNull();
    expect(find(element, '[data-cancel]')).toBeTruthy();
    await expect(element).toBeAccessible();
  });

  it('moves an appointment with the same person unless another is chosen, as far ahead as there are times', async () => {
    const mockTimes = getTimes as unknown as jest.Mock;
    mockTimes.mockResolvedValue({
      minutes: 60,
      people: [
        { id: 'jonah', name: 'Jonah' },
        { id: 'mara', name: 'Mara' },
      ],
      times: [{ startsAt: '2031-03-21T17:30:00Z', endsAt: '2031-03-21T18:30:00Z', zone: 'Europe/Berlin', people: [] }],
      lastDay: '2999-01-01',
    });
    (quoteMove as unknown as jest.Mock).mockResolvedValue({ isAllowed: true, difference: 0, currencyCode: 'USD' });
    const { element, click } = await show({
      isAppointment: true,
      personId: 'mara',
      movesWithin: 'p1',
      variantId: 'v1',
    });
    await click('[data-move]');
    expect(mockTimes).toHaveBeenLastCalledWith(expect.objectContaining({ personId: 'mara' }));
    const [{ firstDay, lastDay }] = mockTimes.mock.calls[0];
    await click('[data-later]');
    expect(mockTimes.mock.calls[1][0].firstDay > lastDay).toBe(true);
    await click('[data-earlier]');
    expect(mockTimes.mock.calls[2][0].firstDay).toBe(firstDay);
    await expect(element).toBeAccessible();
    const person = find(element, '[name="movePerson"]') as HTMLSelectElement;
    person.value = '';
    person.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(mockTimes).toHaveBeenLastCalledWith(expect.objectContaining({ personId: null }));
    const date = find(element, 'input[name="bookingDate"]') as HTMLInputElement;
    date.checked = true;
    date.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(quoteMove).toHaveBeenLastCalledWith(expect.objectContaining({ personId: null, isAnybody: true }));
  });

  it('asks who does not come when some of the tickets are given back', async () => {
    (quoteCancel as unknown as jest.Mock).mockResolvedValue({ isAllowed: true, refund: 20, currencyCode: 'USD' });
    (cancel as unknown as jest.Mock).mockResolvedValue([]);
    const { element, click } = await show();
    await click('[data-cancel]');
    expect(element.querySelector('[data-leaving]')).toBeNull();
    const select = find(element, '[name="cancelTickets"]') as HTMLSelectElement;
    select.value = '1';
    select.dispatchEvent(new CustomEvent('change'));
    await settle();
    const boxes = [...element.querySelectorAll<HTMLInputElement>('[name="leaving"]')];
    expect(boxes.map(({ checked }) => checked)).toEqual([false, true]);
    await expect(element).toBeAccessible();
    await Promise.all(
      boxes.map((box, index) => {
        box.checked = index === 0;
        box.dispatchEvent(new CustomEvent('change'));
        return settle();
      }),
    );
    await click('[data-really]');
    expect(cancel).toHaveBeenCalledWith(expect.objectContaining({ tickets: 1, attendeeIds: ['a1'] }));
  });

  it('says why something cannot be cancelled, and leaves it', async () => {
    (quoteCancel as unknown as jest.Mock).mockResolvedValue({ isAllowed: false, problem: 'Too late' });
    const { element, click } = await show();
    await click('[data-cancel]');
    expect(find(element, '[data-quote]').textContent).toBe('Too late');
    expect(element.querySelector('[data-really]')).toBeNull();
    await click('[data-keep]');
    expect(element.querySelector('[data-cancel-form]')).toBeNull();
  });

  it('saves who comes', async () => {
    (saveNames as unknown as jest.Mock).mockResolvedValue(['named']);
    const { element, heard, click } = await show();
    await click('[data-names]');
    const input = find(element, '[name="booking.a2-firstName"]') as HTMLInputElement;
    input.value = 'Grace';
    input.dispatchEvent(new CustomEvent('input', { bubbles: true }));
    find(element, '[data-name-form]').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    await settle();
    const [{ attendees }] = (saveNames as unknown as jest.Mock).mock.calls[0];
    expect(attendees.map((one: any) => one.firstName)).toEqual(['Ada', 'Grace']);
    expect(heard).toHaveBeenCalledWith(['named']);
  });

  it('hands out a file for calendars, and says when it could not', async () => {
    (getCalendarFile as unknown as jest.Mock).mockRejectedValue({
      body: { message: '{"code":"BUSY","message":"Busy"}' },
    });
    const { element, click } = await show();
    await click('[data-calendar-file]');
    expect(find(element, '[data-problem]').textContent).toBe('Busy');
  });

  it('offers nothing for what is over', async () => {
    const { element } = await show({ isOpen: false, isPast: true, status: 'Attended' });
    expect(element.querySelector('button')).toBeNull();
    expect(element.querySelector('svg')).toBeNull();
  });
});
