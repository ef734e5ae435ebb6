import BookingSeries from 'c/bookingSeries';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const session = (id: string, state = 'Open', soldAs = 'Either') => ({
  id,
  state,
  soldAs,
  startsAt: `2031-03-0${id}T17:30:00Z`,
  endsAt: `2031-03-0${id}T19:30:00Z`,
  timeZone: 'Europe/Berlin',
});

async function show(properties: Record<string, unknown>) {
  const element = mount('c-booking-series', BookingSeries, {
    locale: 'en-GB',
    leftOut: [],
    others: [],
    instead: {},
    ...properties,
  });
  await settle();
  const heard = jest.fn();
  ['whole', 'leave', 'shift'].forEach((name) =>
    element.addEventListener(name, (event) => heard((event as CustomEvent).detail)),
  );
  return { element, heard };
}

describe('c-booking-series', () => {
  afterEach(() => unmountAll());

  it('lets the shopper choose one, all or some, and tells all that are taken at once', async () => {
    const { element, heard } = await show({
      sessions: [session('1'), session('2', 'Full'), session('3')],
      whole: true,
    });
    const boxes = [...element.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    expect(boxes.map((box) => [box.checked, box.disabled])).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ]);
    expect(find(element, '[data-taken]').textContent).toBeTruthy();
    boxes[2].checked = false;
    boxes[2].dispatchEvent(new CustomEvent('change'));
    expect(heard).toHaveBeenCalledWith({ sessionId: '3', leave: true });
    (find(element, 'input[value="one"]') as HTMLInputElement).dispatchEvent(new CustomEvent('change'));
    expect(heard).toHaveBeenLastCalledWith({ whole: false });
    await expect(element).toBeAccessible();
  });

  it('books a course whole where it is sold so', async () => {
    const { element } = await show({ sessions: [session('1', 'Open', 'Whole'), session('2', 'Open', 'Whole')] });
    expect(element.querySelector('input[type="radio"]')).toBeNull();
    expect([...element.querySelectorAll<HTMLInputElement>('input')].every((box) => box.disabled)).toBe(true);
    expect(element.querySelector('[data-taken]')).toBeNull();
  });

  it('offers another date in place of each that is taken or left out, no date twice', async () => {
    const { element, heard } = await show({
      sessions: [session('1'), session('2', 'Full'), session('3')],
      others: [session('4'), session('5')],
      leftOut: ['3'],
      instead: { '3': '5' },
      whole: true,
    });
    const selects = [...element.querySelectorAll<HTMLSelectElement>('[data-instead]')];
    expect(selects.map(({ dataset }) => dataset.session)).toEqual(['2', '3']);
    expect(selects.map((one) => [...one.options].map(({ value }) => value))).toEqual([
      ['', '4'],
      ['', '4', '5'],
    ]);
    selects[0].value = '4';
    selects[0].dispatchEvent(new CustomEvent('change'));
    expect(heard).toHaveBeenCalledWith({ sessionId: '2', insteadId: '4' });
    await expect(element).toBeAccessible();
  });
});
