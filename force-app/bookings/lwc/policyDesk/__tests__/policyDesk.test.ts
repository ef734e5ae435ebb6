import PolicyDesk from 'c/policyDesk';
import getExamples from '@salesforce/apex/BookingSetupController.getExamples';
import getPolicy from '@salesforce/apex/BookingSetupController.getPolicy';
import savePolicy from '@salesforce/apex/BookingSetupController.savePolicy';
import { mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/BookingSetupController.getExamples', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BookingSetupController.getPolicy', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BookingSetupController.savePolicy', () => ({ default: jest.fn() }), { virtual: true });
const mocked = (call: unknown) => call as jest.Mock;
const step = { action: 'Cancel', hoursBefore: 48, feePercent: 0, feeAmount: null };

async function show() {
  const element = mount('c-policy-desk', PolicyDesk, { recordId: 'p1' });
  await settle(12);
  return element.shadowRoot!;
}

describe('c-policy-desk', () => {
  beforeEach(() => {
    mocked(getPolicy).mockResolvedValue({ policyId: 'p1', mayChange: true, steps: [step], deposit: {} });
    mocked(getExamples).mockResolvedValue([
      { action: 'Cancel', hoursBefore: 72, isAllowed: true, fee: 0, refund: 100, currencyCode: 'USD' },
      { action: 'Reschedule', hoursBefore: 72, isAllowed: false, currencyCode: 'USD' },
    ]);
    mocked(savePolicy).mockResolvedValue({ policyId: 'p1', mayChange: true, steps: [step, step] });
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('follows what is written with examples, and saves it', async () => {
    const root = await show();
    expect(root.querySelectorAll('[data-example]')).toHaveLength(2);
    expect(root.querySelector('[data-save]')).toBeNull();
    await expect(root.host).toBeAccessible();
    root.querySelector<HTMLElement>('[data-add]')!.click();
    await settle();
    const percent = root.querySelectorAll('[data-field="feePercent"]')[1];
    percent.dispatchEvent(new CustomEvent('change', { detail: { value: '50' } }));
    await settle();
    expect(mocked(getExamples).mock.lastCall![0].steps[1]).toMatchObject({ action: 'Cancel', feePercent: 50 });
    root.querySelector<HTMLElement>('[data-save]')!.click();
    await settle(12);
    expect(mocked(savePolicy).mock.calls[0][0].steps).toHaveLength(2);
    root.querySelectorAll<HTMLElement>('[data-remove]')[0].click();
    await settle();
    expect(root.querySelectorAll('[data-step]')).toHaveLength(1);
  });

  it('sets a deposit, with what is paid when', async () => {
    const root = await show();
    expect(root.querySelector('[data-deposit]')).toBeNull();
    const change = async (field: string, value: string) => {
      root.querySelector(`[data-field="${field}"]`)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
      await settle();
    };
    await change('percent', '25');
    await change('balanceHours', '72');
    await change('reminderHours', '');
    expect(root.querySelector('[data-deposit]')).not.toBeNull();
    await expect(root.host).toBeAccessible();
    mocked(savePolicy).mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'X', message: 'Check', fields: { deposit: 'Too much' } }) },
    });
    root.querySelector<HTMLElement>('[data-save]')!.click();
    await settle(12);
    expect(mocked(savePolicy).mock.calls[0][0].deposit).toEqual({ percent: 25, balanceHours: 72, reminderHours: null });
    expect(root.querySelector('[data-error]')!.textContent).toBe('Too much');
  });

  it('says what is wrong with a step', async () => {
    mocked(getExamples).mockRejectedValue({
      body: { message: JSON.stringify({ code: 'X', message: 'Check', fields: { steps: 'Twice' } }) },
    });
    const root = await show();
    expect(root.querySelector('[data-steps-error]')!.textContent).toBe('Twice');
  });
});
