import BookingDates from 'c/bookingDates';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/label/c.Bookings_Time_Yours', () => ({ __esModule: true, default: '{0} your time, {1}' }), {
  virtual: true,
});

const choice = {
  key: 's1',
  startsAt: '2031-03-14T17:30:00Z',
  endsAt: '2031-03-14T19:30:00Z',
  zone: 'Europe/Berlin',
  shownZone: 'Europe/Berlin',
  otherZone: 'America/New_York',
  title: null,
  place: 'Studio',
  note: '3 left',
  price: '$20.00',
  isOpen: true,
  canWait: false,
};

async function show(properties = {}) {
  const element = mount('c-booking-dates', BookingDates, {
    heading: 'Choose a date',
    locale: 'en-GB',
    choices: [
      choice,
      { ...choice, key: 's2', otherZone: 'Europe/Paris', note: 'Sold out', isOpen: false, canWait: true },
    ],
    ...properties,
  });
  await settle();
  return element;
}

describe('c-booking-dates', () => {
  afterEach(() => unmountAll());

  it('tells the time there, and the own one where it is another', async () => {
    const element = await show();
    const [first, second] = element.querySelectorAll('[data-date]');
    expect(first.textContent).toMatch(/14 March 2031.*18:30.*20:30.*Berlin/s);
    expect(find(first as HTMLElement, '[data-other]').textContent).toMatch(/13:30.*15:30.*your time.*New York/s);
    expect(second.querySelector('[data-other]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('offers the waiting list of what is sold out, and hands over what is chosen', async () => {
    const element = await show();
    const heard = jest.fn();
    ['choose', 'wait'].forEach((name) =>
      element.addEventListener(name, (event) => heard(name, (event as CustomEvent).detail.key)),
    );
    (find(element, 'input[value="s1"]') as HTMLInputElement).dispatchEvent(new CustomEvent('change'));
    (find(element, '[data-wait]') as HTMLButtonElement).click();
    expect(heard.mock.calls).toEqual([
      ['choose', 's1'],
      ['wait', 's2'],
    ]);
    expect((find(element, 'input[value="s2"]') as HTMLInputElement).disabled).toBe(true);
  });

  it('shows times alone side by side', async () => {
    const element = await show({ compact: true });
    expect(find(element, '[data-date]').textContent).toMatch(/18:30/);
    expect(find(element, '[data-date]').textContent).not.toMatch(/20:30/);
    await expect(element).toBeAccessible();
  });
});
