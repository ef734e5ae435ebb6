import { createElement } from 'lwc';
import FailedRecords from 'c/failedRecords';
import dismiss from '@salesforce/apex/FailedRecordController.dismiss';
import find from '@salesforce/apex/FailedRecordController.find';
import retry from '@salesforce/apex/FailedRecordController.retry';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

for (const method of ['find', 'retry', 'dismiss'])
  jest.mock(`@salesforce/apex/FailedRecordController.${method}`, () => ({ default: jest.fn() }), { virtual: true });

const apex = find as unknown as jest.Mock;
const row = (id: string, recordId: string | null = 'a00000000000001') => ({
  id,
  job: 'Release of expired holds',
  recordId,
  recordLabel: recordId && 'Cart CART-0000001',
  status: 'Failed',
  message: 'Payment cannot go from Captured to Cancelled.',
  errorType: 'StorefrontException',
  reference: '7F3K-92QA',
  attempts: 5,
  lastFailedAt: '2026-11-28T10:00:00.000Z',
});

async function show() {
  const element = createElement('c-failed-records', { is: FailedRecords }) as HTMLElement;
  document.body.appendChild(element);
  await settle();
  return element;
}

const choose = async (element: HTMLElement, selector: string, checked = true) => {
  const box = element.shadowRoot!.querySelector<HTMLInputElement>(selector)!;
  box.checked = checked;
  box.dispatchEvent(new CustomEvent('change'));
  await settle();
};
const press = async (element: HTMLElement, selector: string) => {
  element.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
  await settle();
};
const toasts = (element: HTMLElement) => {
  const told: unknown[] = [];
  element.addEventListener('lightning__showtoast', (event) => told.push((event as CustomEvent).detail));
  return told as { message: string; variant: string }[];
};

describe('c-failed-records', () => {
  beforeEach(() => {
    apex.mockResolvedValue({ rows: [row('f1'), row('f2', null)], hasMore: true });
    (retry as unknown as jest.Mock).mockResolvedValue(null);
    (dismiss as unknown as jest.Mock).mockResolvedValue(null);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows what waits for somebody, with its reason and the record', async () => {
    const element = await show();
    expect(apex).toHaveBeenCalledWith({ status: 'Failed', skip: 0 });
    const [first, second] = element.shadowRoot!.querySelectorAll('tbody tr');
    expect(first.querySelector('th a')!.getAttribute('href')).toBe('/lightning/r/a00000000000001/view');
    expect(first.textContent).toContain('Payment cannot go from Captured to Cancelled.');
    expect(first.querySelector('.reason a')!.getAttribute('href')).toContain('c__query=7F3K-92QA');
    expect(second.textContent).toContain('c.Admin_FailedNoRecord');
    await expect(element).toBeAccessible();
  });

  it('has the chosen ones tried again', async () => {
    const element = await show();
    const told = toasts(element);
    expect(element.shadowRoot!.querySelector<HTMLButtonElement>('[data-retry]')!.disabled).toBe(true);
    await choose(element, '[data-id="f2"]');
    await press(element, '[data-retry]');
    expect(retry).toHaveBeenCalledWith({ failedIds: ['f2'] });
    expect(told[0].variant).toBe('success');
    expect(apex).toHaveBeenCalledTimes(2);
  });

  it('leaves all alone at once', async () => {
    const element = await show();
    await choose(element, '[data-all]');
    await press(element, '[data-dismiss]');
    expect(dismiss).toHaveBeenCalledWith({ failedIds: ['f1', 'f2'] });
  });

  it('tells why it could not be done, and keeps the choice', async () => {
    (retry as unknown as jest.Mock).mockRejectedValue({
      body: { message: JSON.stringify({ code: 'NOT_ALLOWED', message: 'Ask', fields: {} }) },
    });
    const element = await show();
    const told = toasts(element);
    await choose(element, '[data-id="f1"]');
    await press(element, '[data-retry]');
    expect(told[0]).toMatchObject({ message: 'Ask', variant: 'error' });
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('[data-id="f1"]')!.checked).toBe(true);
  });

  it('filters by status, brings more, and says when nothing failed', async () => {
    const element = await show();
    apex.mockResolvedValue({ rows: [row('f3')], hasMore: false });
    await press(element, '[data-more]');
    expect(apex).toHaveBeenLastCalledWith({ status: 'Failed', skip: 2 });
    apex.mockResolvedValue({ rows: [], hasMore: false });
    element
      .shadowRoot!.querySelector('[data-status]')!
      .dispatchEvent(new CustomEvent('change', { detail: { value: 'Retrying' } }));
    await settle();
    expect(apex).toHaveBeenLastCalledWith({ status: 'Retrying', skip: 0 });
    expect(element.shadowRoot!.querySelector('[data-empty]')).not.toBeNull();
  });
});
