import { createElement } from 'lwc';
import StoreAttention from 'c/storeAttention';
import getAttention from '@salesforce/apex/AttentionController.getAttention';
import scheduleJobs from '@salesforce/apex/AttentionController.scheduleJobs';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

for (const method of ['getAttention', 'scheduleJobs'])
  jest.mock(`@salesforce/apex/AttentionController.${method}`, () => ({ default: jest.fn() }), { virtual: true });

const apex = getAttention as unknown as jest.Mock;
const schedule = scheduleJobs as unknown as jest.Mock;

async function show(attention: {
  strayMoney?: number;
  drift?: number;
  failedRecords?: number;
  errors?: number;
  differences?: number;
  failedAudits?: number;
  missingJobs?: string[];
  orgFindings?: string[];
}) {
  apex.mockResolvedValue({ failedRecords: 0, errors: 0, missingJobs: [], orgFindings: [], ...attention });
  const element = createElement('c-store-attention', { is: StoreAttention }) as HTMLElement;
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-store-attention', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows nothing when nothing waits', async () => {
    const element = await show({});
    expect(element.shadowRoot!.children).toHaveLength(0);
  });

  it('leads to what waits', async () => {
    const element = await show({
      strayMoney: 1,
      drift: 2,
      failedRecords: 2,
      errors: 1,
      differences: 3,
      failedAudits: 1,
    });
    const links = [...element.shadowRoot!.querySelectorAll('[data-tab]')].map((link) => link.getAttribute('data-tab'));
    expect(links).toEqual(['Reconciliation', 'Reconciliation', 'Failed_Records', 'Errors', 'Audits', 'Audits']);
    await expect(element).toBeAccessible();
  });

  it('says what to switch on in the org', async () => {
    const element = await show({ orgFindings: ['Activate EUR.'] });
    const told = [...element.shadowRoot!.querySelectorAll('[data-org]')].map((item) => item.textContent);
    expect(told).toEqual(['Activate EUR.']);
    await expect(element).toBeAccessible();
  });

  it('schedules the jobs that are missing', async () => {
    const element = await show({ missingJobs: ['Storehouse listings'] });
    apex.mockResolvedValue({ failedRecords: 0, errors: 0, missingJobs: [] });
    schedule.mockResolvedValue(null);
    element.shadowRoot!.querySelector<HTMLElement>('[data-schedule]')!.click();
    await settle();
    expect(schedule).toHaveBeenCalledTimes(1);
    expect(element.shadowRoot!.querySelector('[data-missing]')).toBeNull();
  });

  it('tells why it could not be done', async () => {
    const element = await show({ missingJobs: ['Storehouse listings'] });
    schedule.mockRejectedValue({
      body: { message: JSON.stringify({ code: 'NOT_ALLOWED', message: 'Ask', fields: {} }) },
    });
    element.shadowRoot!.querySelector<HTMLElement>('[data-schedule]')!.click();
    await settle();
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('Ask');
  });
});
