import BookableDesk from 'c/bookableDesk';
import getOffer from '@salesforce/apex/BookingSetupController.getOffer';
import saveOffer from '@salesforce/apex/BookingSetupController.saveOffer';
import { mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/BookingSetupController.getOffer', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BookingSetupController.saveOffer', () => ({ default: jest.fn() }), { virtual: true });
const mockGet = getOffer as unknown as jest.Mock;
const mockSave = saveOffer as unknown as jest.Mock;

const draft = {
  productId: 'p1',
  kind: 'Session',
  active: true,
  minutes: 60,
  details: 'None',
  resourceIds: [],
  quotas: [],
  tickets: [
    { variantId: 'v1', name: 'Adult' },
    { variantId: 'v2', name: 'Child' },
  ],
};
const setup = {
  productName: 'Weaving',
  offerId: null,
  mayChange: true,
  isKindFixed: false,
  draft,
  places: [{ id: 'l1', name: 'Studio', detail: 'UTC' }],
  resources: [{ id: 'r1', name: 'Loft', detail: 'Room' }],
  policies: [{ id: 'q1', name: 'Usual' }],
  timeZones: ['Europe/Berlin', 'America/New_York'],
};

async function show(change = {}) {
  mockGet.mockResolvedValue({ ...setup, ...change });
  const element = mount('c-bookable-desk', BookableDesk, { recordId: 'p1' });
  await settle(12);
  return element.shadowRoot!;
}

async function set(root: ShadowRoot, selector: string, detail: unknown) {
  root.querySelector(selector)!.dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
}

const press = async (root: ShadowRoot, selector: string) => {
  root.querySelector<HTMLElement>(selector)!.click();
  await settle(12);
};

describe('c-bookable-desk', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('makes a product bookable from top to bottom', async () => {
    mockSave.mockResolvedValue({ ...setup, offerId: 'o1', draft: { ...draft, locationId: 'l2' } });
    const root = await show();
    expect(root.querySelector('[data-save]')).toBeNull();
    await press(root, '[data-make]');
    await expect(root.host).toBeAccessible();
    await set(root, '[data-field="kind"]', { value: 'Appointment' });
    expect(root.querySelector('[data-field="slotMinutes"]')).not.toBeNull();
    await set(root, '[data-field="kind"]', { value: 'Session' });
    await set(root, '[data-field="minutes"]', { value: '90' });
    await set(root, '[data-field="horizonDays"]', { value: '' });
    await set(root, '[data-field="needsConfirmation"]', { checked: true });
    await set(root, '[data-field="locationId"]', { value: '+' });
    await set(root, '[data-part="newPlace"][data-field="name"]', { value: 'Yard' });
    await set(root, '[data-part="newPlace"][data-field="timeZone"]', { value: 'Europe/Berlin' });
    await set(root, '[data-part="newPlace"][data-field="isVirtual"]', { checked: true });
    await set(root, '[data-part="newPlace"][data-field="link"]', { value: 'https://x.example.com' });
    await set(root, '[data-field="resourceIds"]', { value: ['r1'] });
    await set(root, '[data-quota="0"] [data-field="capacity"]', { value: '8' });
    await press(root, '[data-add-quota]');
    await set(root, '[data-quota="1"] [data-field="name"]', { value: 'Looms' });
    await set(root, '[data-ticket="1"] [data-field="maximumAge"]', { value: '12' });
    await set(root, '[data-field="policyId"]', { value: '+' });
    await set(root, '[data-part="newPolicy"][data-field="name"]', { value: 'Two days' });
    await set(root, '[data-part="newPolicy"][data-field="cancelHours"]', { value: '24' });
    await expect(root.host).toBeAccessible();
    await press(root, '[data-save]');
    expect(mockSave.mock.calls[0][0].draft).toMatchObject({
      kind: 'Session',
      minutes: 90,
      horizonDays: null,
      needsConfirmation: true,
      locationId: null,
      newPlace: { name: 'Yard', timeZone: 'Europe/Berlin', isVirtual: true, link: 'https://x.example.com' },
      resourceIds: ['r1'],
      quotas: [
        { name: 'c.Bookings_Setup_Places', capacity: 8 },
        { name: 'Looms', capacity: null },
      ],
      tickets: [{ variantId: 'v1' }, { variantId: 'v2', maximumAge: 12 }],
      policyId: null,
      newPolicy: { name: 'Two days', cancelHours: 24, moveHours: 48 },
    });
    expect(root.querySelector('[data-next]')).not.toBeNull();
    await press(root, '[data-next]');
    await press(root, '[data-open]');
  });

  it('marks what is wrong by its name, and keeps what was typed', async () => {
    const root = await show({ offerId: 'o1', places: [] });
    expect(root.querySelector('[data-part="newPlace"]')).not.toBeNull();
    const fields = {
      'newPlace.name': 'Enter a name.',
      'quotas.0': 'No',
      'tickets.1': 'Enter 1 or more.',
      kind: 'Stays',
    };
    mockSave.mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields }) },
    });
    await press(root, '[data-save]');
    const texts = [...root.querySelectorAll('[data-problems] li')].map((one) => one.textContent);
    expect(texts).toEqual([
      'c.Bookings_Setup_PlaceName: Enter a name.',
      'c.Bookings_Setup_Many: No',
      'Child: Enter 1 or more.',
      'c.Bookings_Setup_Kind: Stays',
    ]);
    mockSave.mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'NOT_ALLOWED', message: 'Not yours' }) },
    });
    await press(root, '[data-save]');
    expect(root.querySelector('[data-error]')!.textContent).toBe('Not yours');
  });

  it('is read by those who may not change it, and says what failed', async () => {
    const root = await show({
      offerId: 'o1',
      mayChange: false,
      draft: { ...draft, kind: 'Appointment', policyId: 'q1' },
    });
    expect(root.querySelector('[data-save]')).toBeNull();
    expect((root.querySelector('[data-field="policyId"]') as HTMLElement & { value: string }).value).toBe('q1');
    unmountAll();
    mockGet.mockRejectedValueOnce({ body: { message: JSON.stringify({ code: 'NOT_FOUND', message: 'Gone' }) } });
    const element = mount('c-bookable-desk', BookableDesk, { recordId: 'p1' });
    await settle(12);
    expect(element.shadowRoot!.querySelector('[data-error]')!.textContent).toBe('Gone');
  });
});
