import BookingSeats from 'c/bookingSeats';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const rows = [
  {
    name: 'A',
    seats: [
      { name: 'A1', taken: false },
      { name: 'A2', taken: true },
      { name: 'A3', taken: false },
    ],
  },
];

async function show(chosen: string[], needed: number, error = '') {
  const element = mount('c-booking-seats', BookingSeats, { rows, chosen, needed, error });
  await settle();
  const heard = jest.fn();
  element.addEventListener('choose', (event) => heard((event as CustomEvent).detail.seats));
  const click = (seat: string) => (find(element, `[data-seat="${seat}"]`) as HTMLButtonElement).click();
  return { element, heard, click };
}

describe('c-booking-seats', () => {
  afterEach(() => unmountAll());

  it('takes as many as are needed, the last ones', async () => {
    const { element, heard, click } = await show(['A1'], 1);
    click('A3');
    expect(heard).toHaveBeenLastCalledWith(['A3']);
    click('A1');
    expect(heard).toHaveBeenLastCalledWith([]);
    click('A2');
    expect(heard).toHaveBeenCalledTimes(2);
    expect((find(element, '[data-seat="A2"]') as HTMLButtonElement).disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('says how many are missing', async () => {
    const { element } = await show([], 2, 'Choose two');
    expect(find(element, '[data-error]').textContent).toBe('Choose two');
    expect(find(element, '[role="status"]').textContent).toBeTruthy();
  });
});
