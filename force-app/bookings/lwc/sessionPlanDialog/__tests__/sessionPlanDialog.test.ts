import SessionPlanDialog from 'c/sessionPlanDialog';
import create from '@salesforce/apex/ScheduleController.create';
import previewDates from '@salesforce/apex/ScheduleController.previewDates';
import { mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ScheduleController.create', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.previewDates', () => ({ default: jest.fn() }), { virtual: true });
const mockCreate = create as unknown as jest.Mock;
const mockPreview = previewDates as unknown as jest.Mock;

const choices = {
  stores: [{ id: 'st', name: 'Tidemoor', mayCreate: true, currencyCode: 'USD' }],
  locations: [{ id: 'l1', name: 'Studio', timeZone: 'UTC' }],
  resources: [{ id: 'r1', name: 'Loft', kind: 'Room' }],
  offers: [
    { id: 'o0', name: 'Talk', kind: 'Appointment', minutes: 30 },
    { id: 'o1', name: 'Class', kind: 'Session', minutes: 90, locationId: 'l1' },
  ],
  mayCreate: true,
  mayCreateEverywhere: false,
};

async function show() {
  const element = mount('c-session-plan-dialog', SessionPlanDialog, {
    choices,
    localStart: '2026-03-02T18:00',
    roomId: 'r1',
  });
  await settle();
  return element.shadowRoot!;
}

describe('c-session-plan-dialog', () => {
  beforeEach(() => {
    mockPreview.mockResolvedValue([{ localStart: '2026-03-02T18:00' }]);
    mockCreate.mockResolvedValue({ sessions: 1 });
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('begins with the product that is booked by session and where it takes place', async () => {
    const root = await show();
    await expect(root.host).toBeAccessible();
    expect(mockPreview.mock.lastCall![0].draft).toMatchObject({
      offerId: 'o1',
      storeId: 'st',
      locationId: 'l1',
      roomId: 'r1',
      durationMinutes: 90,
      localStart: '2026-03-02T18:00',
    });
  });

  it('takes price, places and link of a date, and a price of the whole course', async () => {
    const root = await show();
    const type = async (field: string, value: string) => {
      root.querySelector(`[data-field="${field}"]`)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
      await settle();
    };
    const looks = mockPreview.mock.calls.length;
    await type('price', '12.5');
    await type('capacity', '8');
    await type('link', 'https://meet.example.com/1');
    expect(mockPreview.mock.calls).toHaveLength(looks);
    expect(root.querySelector('[data-field="wholePrice"]')).toBeNull();
    root
      .querySelector('c-recurrence-editor')!
      .dispatchEvent(new CustomEvent('rulechange', { detail: 'FREQ=WEEKLY;COUNT=3' }));
    await settle();
    await type('soldAs', 'Whole');
    await type('wholePrice', '30');
    await expect(root.host).toBeAccessible();
    await type('price', '');
    root.querySelector<HTMLElement>('[data-confirm]')!.click();
    await settle();
    expect(mockCreate.mock.calls[0][0].draft).toMatchObject({
      price: null,
      wholePrice: 30,
      capacity: 8,
      link: 'https://meet.example.com/1',
    });
  });

  it('plans a series without a date that is closed', async () => {
    const root = await show();
    root
      .querySelector('c-recurrence-editor')!
      .dispatchEvent(new CustomEvent('rulechange', { detail: 'FREQ=WEEKLY;COUNT=3' }));
    root.querySelector('c-planned-dates')!.dispatchEvent(new CustomEvent('leaveout', { detail: ['2026-03-09T18:00'] }));
    await settle();
    root.querySelector<HTMLElement>('[data-confirm]')!.click();
    await settle();
    expect(mockCreate.mock.calls[0][0].draft).toMatchObject({
      rule: 'FREQ=WEEKLY;COUNT=3',
      leftOut: ['2026-03-09T18:00'],
    });
  });

  it('says what is missing, and what is taken', async () => {
    const refusal = (fields: object) => ({
      body: { message: JSON.stringify({ code: 'X', message: 'Taken', fields }) },
    });
    mockPreview.mockRejectedValue(refusal({ locationId: 'Choose a place' }));
    const root = await show();
    expect(root.querySelector('[data-problem]')!.textContent).toBe('Choose a place');
    mockCreate.mockRejectedValue(refusal({}));
    root.querySelector<HTMLElement>('[data-confirm]')!.click();
    await settle();
    expect(root.querySelector('[data-error]')!.textContent).toBe('Taken');
  });
});
