import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import FailureLog from 'c/failureLog';
import find from '@salesforce/apex/FailureLogController.find';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/FailureLogController.find', () => ({ default: jest.fn() }), { virtual: true });

const apex = find as unknown as jest.Mock;
const row = (reference: string, stackTrace: string | null = 'Class.CartController.addItem: line 9') => ({
  id: reference,
  reference,
  source: 'CartController.addItem',
  typeName: 'System.NullPointerException',
  message: 'Attempt to de-reference a null object',
  count: 3,
  firstAt: '2026-11-28T10:00:00.000Z',
  lastAt: '2026-11-28T10:30:00.000Z',
  recordId: 'a00000000000001',
  stackTrace,
});

async function show(state: Record<string, string> = {}) {
  const element = createElement('c-failure-log', { is: FailureLog }) as HTMLElement;
  document.body.appendChild(element);
  (CurrentPageReference as unknown as { emit(page: unknown): void }).emit({ state });
  await settle();
  return element;
}

const toggle = async (element: HTMLElement, index: number) => {
  element.shadowRoot!.querySelectorAll<HTMLElement>('[data-toggle]')[index].click();
  await settle();
};

describe('c-failure-log', () => {
  beforeEach(() => apex.mockResolvedValue({ rows: [row('7F3K-92QA'), row('8F3K-92QA', null)], hasMore: true }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.useRealTimers();
  });

  it('lists errors, and shows the stack trace of the one that is opened', async () => {
    const element = await show();
    expect(element.shadowRoot!.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(element.shadowRoot!.querySelector('[data-details]')).toBeNull();
    await toggle(element, 0);
    expect(element.shadowRoot!.querySelector('pre')!.textContent).toContain('line 9');
    expect(element.shadowRoot!.querySelector('[data-toggle]')!.getAttribute('aria-expanded')).toBe('true');
    await expect(element).toBeAccessible();
    await toggle(element, 1);
    expect(element.shadowRoot!.querySelectorAll('[data-details]')).toHaveLength(1);
    expect(element.shadowRoot!.textContent).toContain('c.Admin_ErrorNoTrace');
    await toggle(element, 1);
    expect(element.shadowRoot!.querySelector('[data-details]')).toBeNull();
  });

  it('finds the reference of a link and opens it', async () => {
    apex.mockResolvedValue({ rows: [row('7F3K-92QA')], hasMore: false });
    const element = await show({ c__query: '7F3K-92QA' });
    expect(apex).toHaveBeenLastCalledWith({ query: '7F3K-92QA', skip: 0 });
    expect(element.shadowRoot!.querySelector('[data-details]')).not.toBeNull();
  });

  it('finds what is typed, after a pause', async () => {
    const element = await show();
    jest.useFakeTimers();
    const search = element.shadowRoot!.querySelector('[data-search]')!;
    for (const value of ['7', '7f']) search.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    jest.advanceTimersByTime(300);
    expect(apex).toHaveBeenCalledTimes(2);
    expect(apex).toHaveBeenLastCalledWith({ query: '7f', skip: 0 });
  });

  it('brings more, and tells when there is nothing or why the list cannot be read', async () => {
    const element = await show();
    apex.mockResolvedValue({ rows: [row('9F3K-92QA')], hasMore: false });
    element.shadowRoot!.querySelector<HTMLElement>('[data-more]')!.click();
    await settle();
    expect(apex).toHaveBeenLastCalledWith({ query: '', skip: 2 });
    apex.mockResolvedValue({ rows: [], hasMore: false });
    document.body.replaceChildren();
    const empty = await show();
    expect(empty.shadowRoot!.querySelector('[data-empty]')).not.toBeNull();
    apex.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Not now', fields: {} }) } });
    document.body.replaceChildren();
    const refused = await show();
    expect(refused.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('Not now');
  });
});
