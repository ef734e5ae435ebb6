import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import ProductConsole from 'c/productConsole';
import find from '@salesforce/apex/ProductListController.find';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ProductListController.find', () => ({ default: jest.fn() }), { virtual: true });
for (const method of ['open', 'copy', 'save', 'setActive', 'uploadPicture'])
  jest.mock(`@salesforce/apex/ProductEditorController.${method}`, () => ({ default: jest.fn() }), { virtual: true });

const apex = find as unknown as jest.Mock;
const row = (title: string) => ({
  id: title,
  title,
  active: title !== 'Old',
  variantCount: 2,
  onHand: 5,
  imageUrl: '/a.png',
});

async function show(state: Record<string, string> = {}) {
  const element = createElement('c-product-console', { is: ProductConsole }) as HTMLElement;
  document.body.appendChild(element);
  (CurrentPageReference as unknown as { emit(page: unknown): void }).emit({ state });
  await settle();
  return element;
}

const titles = (element: HTMLElement) =>
  [...element.shadowRoot!.querySelectorAll('[data-product]')].map((each) => each.getAttribute('data-product'));

describe('c-product-console', () => {
  beforeEach(() => apex.mockResolvedValue({ rows: [row('Mug'), row('Old')], hasMore: true }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.useRealTimers();
  });

  it('lists products with their pictures, more of them on demand', async () => {
    const element = await show();
    expect(titles(element)).toEqual(['Mug', 'Old']);
    expect(element.shadowRoot!.querySelectorAll('img.thumb')).toHaveLength(2);
    await expect(element).toBeAccessible();
    apex.mockResolvedValue({ rows: [row('Vase')], hasMore: false });
    element.shadowRoot!.querySelector<HTMLElement>('[data-more]')!.click();
    await settle();
    expect(apex).toHaveBeenLastCalledWith({ query: '', status: '', skip: 2 });
    expect(titles(element)).toEqual(['Mug', 'Old', 'Vase']);
  });

  it('finds what is typed, after a pause, and by status', async () => {
    const element = await show();
    jest.useFakeTimers();
    const search = element.shadowRoot!.querySelector<HTMLElement>('[data-search]')!;
    for (const value of ['m', 'mu']) search.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    jest.advanceTimersByTime(300);
    expect(apex).toHaveBeenCalledTimes(2);
    expect(apex).toHaveBeenLastCalledWith({ query: 'mu', status: '', skip: 0 });
    jest.useRealTimers();
    const status = element.shadowRoot!.querySelector<HTMLElement>('[data-status]')!;
    status.dispatchEvent(new CustomEvent('change', { detail: { value: 'archived' } }));
    await settle();
    expect(apex).toHaveBeenLastCalledWith({ query: 'mu', status: 'archived', skip: 0 });
  });

  it('says when nothing was found, and why the list cannot be read', async () => {
    apex.mockResolvedValue({ rows: [], hasMore: false });
    const element = await show();
    expect(element.shadowRoot!.textContent).toContain('c.Admin_ProductsNone');
    apex.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Not now', fields: {} }) } });
    element
      .shadowRoot!.querySelector('[data-status]')!
      .dispatchEvent(new CustomEvent('change', { detail: { value: '' } }));
    await settle();
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('Not now');
  });

  it('shows the page of a new product or of a copy', async () => {
    const element = await show({ c__copy: '01t' });
    const editor = element.shadowRoot!.querySelector('c-product-editor') as HTMLElement & { copyId: string };
    expect(editor.copyId).toBe('01t');
    expect(apex).not.toHaveBeenCalled();
  });
});
