import AvailabilityDesk from 'c/availabilityDesk';
import getAvailability from '@salesforce/apex/BookingSetupController.getAvailability';
import removeRule from '@salesforce/apex/BookingSetupController.removeRule';
import saveRule from '@salesforce/apex/BookingSetupController.saveRule';
import getChoices from '@salesforce/apex/ScheduleController.getChoices';
import { mount, settle, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/BookingSetupController.getAvailability', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BookingSetupController.removeRule', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BookingSetupController.saveRule', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.getChoices', () => ({ default: jest.fn() }), { virtual: true });
const mocked = (call: unknown) => call as jest.Mock;
const availability = (change = {}) => ({
  subjectId: 'l1',
  timeZone: 'Europe/Berlin',
  mayChange: true,
  rules: [
    { id: 'u1', name: 'Weekdays', kind: 'Open', weekdays: ['MO'], opens: '09:00', closes: '17:00', active: true },
  ],
  days: [
    { day: '2040-03-05', free: [{ opens: '09:00', closes: '24:00' }], slots: ['09:00'] },
    { day: '2040-03-06', free: [], reason: 'Feast' },
  ],
  ...change,
});

describe('c-availability-desk', () => {
  beforeEach(() => {
    mocked(getAvailability).mockResolvedValue(availability());
    mocked(saveRule).mockResolvedValue(availability());
    mocked(removeRule).mockResolvedValue(availability({ rules: [] }));
    mocked(getChoices).mockResolvedValue({
      locations: [{ id: 'l1', name: 'Studio' }],
      resources: [{ id: 'r1', name: 'Mara', kind: 'Staff' }],
      offers: [],
    });
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  async function show(properties = {}) {
    const element = mount('c-availability-desk', AvailabilityDesk, properties);
    await settle(12);
    return element.shadowRoot!;
  }

  it('shows rules and what is free, of whatever is chosen on its tab', async () => {
    const root = await show();
    expect(mocked(getAvailability).mock.calls[0][0].subjectId).toBe('l1');
    expect(root.querySelectorAll('[data-rule]')).toHaveLength(1);
    expect(texts(root, '.free')).toHaveLength(1);
    await expect(root.host).toBeAccessible();
    root.querySelector('[data-subject]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'r1' } }));
    await settle();
    expect(mocked(getAvailability).mock.lastCall![0].subjectId).toBe('r1');
  });

  it('shows what a closure does while it is written, then keeps it', async () => {
    const root = await show({ recordId: 'r1' });
    expect(root.querySelector('[data-subject]')).toBeNull();
    root.querySelector<HTMLElement>('[data-add-closure]')!.click();
    await settle();
    root
      .querySelector('[data-field="opens"]')!
      .dispatchEvent(new CustomEvent('change', { detail: { value: '12:00:00.000' } }));
    await settle();
    expect(mocked(getAvailability).mock.lastCall![0].draft).toMatchObject({ kind: 'Closed', opens: '12:00' });
    await expect(root.host).toBeAccessible();
    root.querySelector<HTMLElement>('[data-save]')!.click();
    await settle(12);
    expect(mocked(saveRule).mock.calls[0][0].rule).toMatchObject({ kind: 'Closed', opens: '12:00' });
    root.querySelector<HTMLElement>('[data-remove]')!.click();
    await settle(12);
    expect(root.querySelector('[data-no-rule]')).not.toBeNull();
  });

  it('says whose hours hold where there are none of its own', async () => {
    mocked(getAvailability).mockResolvedValue(availability({ rules: [], hours: 'Nobody', isPlace: true }));
    const root = await show();
    const [open, closed] = texts(root, '.times');
    expect(open).toContain('9:00');
    expect(closed).toContain('Feast');
    const said = root.querySelector('[data-whose]')!.textContent;
    mocked(getAvailability).mockResolvedValue(
      availability({
        rules: [],
        hours: 'Nobody',
        isPlace: false,
        days: [...availability().days, { day: '2040-03-07', free: [] }],
      }),
    );
    root.querySelector<HTMLElement>('[data-later]')!.click();
    await settle(12);
    expect(root.querySelector('[data-whose]')!.textContent).not.toBe(said);
    expect(root.querySelectorAll('[data-day]')).toHaveLength(2);
    mocked(getAvailability).mockResolvedValue(
      availability({ rules: [], hours: 'Place', placeName: 'Studio', days: [{ day: '2040-03-05', free: [] }] }),
    );
    root.querySelector<HTMLElement>('[data-earlier]')!.click();
    await settle(12);
    expect(root.querySelector('[data-whose]')).not.toBeNull();
    await expect(root.host).toBeAccessible();
  });

  it('says what is wrong with a rule', async () => {
    const root = await show({ recordId: 'r1' });
    root.querySelector<HTMLElement>('[data-add-opening]')!.click();
    await settle();
    mocked(saveRule).mockRejectedValue({
      body: { message: JSON.stringify({ code: 'X', message: 'Check', fields: { endsOn: 'Too early' } }) },
    });
    root.querySelector<HTMLElement>('[data-save]')!.click();
    await settle(12);
    expect(root.querySelector('[data-problem]')!.textContent).toBe('Too early');
  });
});
