import { createElement } from 'lwc';
import ProviderPanel from 'c/providerPanel';
import getPanel from '@salesforce/apex/ProviderPanelController.getPanel';
import saveSecret from '@salesforce/apex/ProviderPanelController.saveSecret';
import testConnection from '@salesforce/apex/ProviderPanelController.testConnection';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ProviderPanelController.getPanel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProviderPanelController.saveSecret', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProviderPanelController.testConnection', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Payments_SetupReached', () => ({ default: 'Reached: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Payments_SetupNotReached', () => ({ default: 'Not reached: {0}' }), { virtual: true });
jest.mock('lightning/uiRecordApi', () => ({ notifyRecordUpdateAvailable: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});

const PANEL = {
  canCheck: true,
  isNotified: true,
  address: 'https://shop.example.com/services/apexrest/stripe/a05',
  secretSince: null,
  lastReceivedAt: null,
  waiting: 0,
  unmatched: 2,
  failed: 0,
  refusedAt: '2026-11-30T12:00:00.000Z',
  refusal: 'The signature is wrong.',
};
const mock = (method: unknown) => method as jest.Mock;

async function show(panel: object) {
  mock(getPanel).mockResolvedValue(panel);
  const element = createElement('c-provider-panel', { is: ProviderPanel }) as HTMLElement & { recordId: string };
  element.recordId = 'a05';
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <T extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector);

describe('c-provider-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows where to notify, what was refused and that no secret is there', async () => {
    const element = await show(PANEL);
    await expect(element).toBeAccessible();
    expect(find(element, '[data-address]')!.textContent).toBe(PANEL.address);
    expect(find(element, '[data-refused]')!.textContent).toContain('The signature is wrong.');
    expect(find(element, '[data-unmatched]')!.textContent).toBe('2');
    expect(find(element, '[data-missing]')).not.toBeNull();
  });

  it('says whom a test reached, or why nobody', async () => {
    mock(testConnection).mockResolvedValueOnce('Harbour, test mode');
    const element = await show(PANEL);
    find(element, '[data-test]')!.click();
    await settle();
    expect(testConnection).toHaveBeenCalledWith({ providerId: 'a05' });
    expect(find(element, '[data-outcome]')!.textContent).toContain('Harbour, test mode');
    mock(testConnection).mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'PAYMENT_UNAVAILABLE', message: 'Invalid API Key', fields: {} }) },
    });
    find(element, '[data-test]')!.click();
    await settle();
    expect(find(element, '[data-outcome]')!.textContent).toContain('Invalid API Key');
    expect(find(element, '[data-outcome]')!.className).toContain('error');
  });

  it('saves the secret and shows it no more', async () => {
    mock(saveSecret).mockResolvedValue({ ...PANEL, secretSince: '2026-11-30T12:00:00.000Z' });
    const element = await show(PANEL);
    const input = find<HTMLInputElement>(element, '[data-secret]')!;
    input.value = 'whsec_1';
    find(element, '[data-save]')!.click();
    await settle();
    expect(saveSecret).toHaveBeenCalledWith({ providerId: 'a05', secret: 'whsec_1' });
    expect(input.value).toBe('');
    expect(find(element, '[data-since]')).not.toBeNull();
    expect(find(element, '[data-missing]')).toBeNull();
  });

  it('says that a way to pay without a service needs nothing', async () => {
    const element = await show({ ...PANEL, canCheck: false, isNotified: false });
    await expect(element).toBeAccessible();
    expect(find(element, '[data-none]')).not.toBeNull();
    expect(find(element, '[data-test]')).toBeNull();
  });
});
