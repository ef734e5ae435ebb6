import BookingCancelDialog from 'c/bookingCancelDialog';
import cancelBooking from '@salesforce/apex/SessionDeskController.cancelBooking';
import planCancel from '@salesforce/apex/SessionDeskController.planCancel';
import { mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/SessionDeskController.cancelBooking', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SessionDeskController.planCancel', () => ({ default: jest.fn() }), { virtual: true });
const mockPlan = planCancel as unknown as jest.Mock;
const mockCancel = cancelBooking as unknown as jest.Mock;

describe('c-booking-cancel-dialog', () => {
  beforeEach(() => {
    mockPlan.mockResolvedValue({
      quote: { isAllowed: true, fee: 10, until: '2026-03-01T10:00:00.000Z' },
      paid: 40,
      fee: 10,
      refund: 30,
      currencyCode: 'USD',
      parts: [{ label: 'Card', amount: 30 }],
    });
    mockCancel.mockResolvedValue({});
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows fee and refund before it cancels what was seen', async () => {
    const element = mount('c-booking-cancel-dialog', BookingCancelDialog, {
      sessionId: 's1',
      bookingId: 'b1',
      name: 'Ada',
      quantity: 2,
    });
    await settle();
    const root = element.shadowRoot!;
    expect(root.querySelector('[data-fact="refund"]')!.textContent).toContain('$30.00');
    expect(root.querySelectorAll('[data-part]')).toHaveLength(1);
    await expect(element).toBeAccessible();
    root.querySelector('[data-field="waive"]')!.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    root.querySelector('[data-field="tickets"]')!.dispatchEvent(new CustomEvent('change', { detail: { value: '1' } }));
    await settle();
    expect(mockPlan.mock.lastCall![0]).toEqual({ sessionId: 's1', bookingId: 'b1', tickets: 1, waivesFee: true });
    root.querySelector<HTMLElement>('[data-confirm]')!.click();
    await settle();
    expect(mockCancel.mock.calls[0][0]).toMatchObject({ tickets: 1, waivesFee: true, expectedRefund: 30 });
  });

  it('asks who does not come, and begins with whom it was asked for', async () => {
    const plan = { quote: { isAllowed: true, fee: 0 }, paid: 20, fee: 0, refund: 20, currencyCode: 'USD', parts: [] };
    mockPlan.mockImplementation(({ tickets }: { tickets: number }) => Promise.resolve({ ...plan, leaving: tickets }));
    const element = mount('c-booking-cancel-dialog', BookingCancelDialog, {
      sessionId: 's1',
      bookingId: 'b1',
      name: 'Ada',
      quantity: 3,
      people: ['Ada', 'Eve', 'Bob'].map((name) => ({ id: name, name })),
      personId: 'Eve',
    });
    await settle();
    const root = element.shadowRoot!;
    expect(root.querySelector('[data-leaving]')).toBeNull();
    root.querySelector('[data-field="tickets"]')!.dispatchEvent(new CustomEvent('change', { detail: { value: '2' } }));
    await settle();
    const group = root.querySelector('[data-leaving]') as HTMLElement & { value: string[] };
    expect(group.value).toEqual(['Eve', 'Bob']);
    await expect(element).toBeAccessible();
    const confirm = root.querySelector('[data-confirm]') as HTMLElement & { disabled: boolean };
    group.dispatchEvent(new CustomEvent('change', { detail: { value: ['Eve'] } }));
    await settle();
    expect(confirm.disabled).toBe(true);
    group.dispatchEvent(new CustomEvent('change', { detail: { value: ['Eve', 'Ada'] } }));
    await settle();
    expect(confirm.disabled).toBe(false);
    confirm.click();
    await settle();
    expect(mockCancel.mock.calls[0][0]).toMatchObject({ tickets: 2, attendeeIds: ['Eve', 'Ada'] });
  });

  it('says why not', async () => {
    mockPlan.mockRejectedValue({ body: { message: JSON.stringify({ code: 'NOT_ALLOWED', message: 'Not yours' }) } });
    const element = mount('c-booking-cancel-dialog', BookingCancelDialog, { quantity: 1 });
    await settle();
    expect(element.shadowRoot!.querySelector('[data-error]')!.textContent).toBe('Not yours');
  });
});
