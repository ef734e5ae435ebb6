import UtilisationDesk from 'c/utilisationDesk';
import getUtilisation from '@salesforce/apex/BookingSetupController.getUtilisation';
import getChoices from '@salesforce/apex/ScheduleController.getChoices';
import { mount, settle, texts, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/BookingSetupController.getUtilisation', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ScheduleController.getChoices', () => ({ default: jest.fn() }), { virtual: true });
const mocked = (call: unknown) => call as jest.Mock;

async function show() {
  const element = mount('c-utilisation-desk', UtilisationDesk);
  await settle(12);
  return element.shadowRoot!;
}

describe('c-utilisation-desk', () => {
  beforeEach(() => {
    mocked(getChoices).mockResolvedValue({ stores: [{ id: 'st', name: 'Tidemoor' }] });
    mocked(getUtilisation).mockResolvedValue({
      rows: [{ key: 'o1', label: 'Class', sessions: 3, places: 24, taken: 12, attended: 8, noShows: 1, percent: 50 }],
    });
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows how much is used, by what is chosen', async () => {
    const root = await show();
    expect(texts(root, '[data-row] .share')).toEqual(['50 %']);
    await expect(root.host).toBeAccessible();
    root
      .querySelector('[data-field="grouping"]')!
      .dispatchEvent(new CustomEvent('change', { detail: { value: 'Room' } }));
    await settle();
    expect(mocked(getUtilisation).mock.lastCall![0]).toMatchObject({ grouping: 'Room', wanted: { storeId: null } });
  });

  it('says that nothing took place, and that a time is too long', async () => {
    mocked(getUtilisation).mockResolvedValue({ rows: [] });
    const root = await show();
    expect(root.querySelector('[data-empty]')).not.toBeNull();
    mocked(getUtilisation).mockRejectedValue({
      body: { message: JSON.stringify({ code: 'X', message: 'Check', fields: { earliest: 'Too long' } }) },
    });
    root
      .querySelector('[data-field="first"]')!
      .dispatchEvent(new CustomEvent('change', { detail: { value: '2000-01-01' } }));
    await settle();
    expect(root.querySelector('[data-error]')).not.toBeNull();
  });
});
