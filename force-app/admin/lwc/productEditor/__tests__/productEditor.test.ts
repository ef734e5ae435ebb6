import { createElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getRecord } from 'lightning/uiRecordApi';
import ProductEditor from 'c/productEditor';
import open from '@salesforce/apex/ProductEditorController.open';
import copy from '@salesforce/apex/ProductEditorController.copy';
import save from '@salesforce/apex/ProductEditorController.save';
import setActive from '@salesforce/apex/ProductEditorController.setActive';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const mockNavigate = jest.fn();
jest.mock('@salesforce/apex/ProductEditorController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProductEditorController.copy', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProductEditorController.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProductEditorController.setActive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProductEditorController.uploadPicture', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  'lightning/navigation',
  () => {
    const Navigate = Symbol('Navigate');
    const mixin = (Base: new () => object) =>
      class extends Base {
        [Navigate](page: unknown) {
          mockNavigate(page);
        }
      };
    return { NavigationMixin: Object.assign(mixin, { Navigate }) };
  },
  { virtual: true },
);

const apex = {
  open: open as unknown as jest.Mock,
  copy: copy as unknown as jest.Mock,
  save: save as unknown as jest.Mock,
  setActive: setActive as unknown as jest.Mock,
};

const product = (id: string | null) => ({
  id,
  version: 'v',
  catalogId: 'k',
  title: id ? 'Mug' : null,
  body: '<p>Holds</p><p>coffee</p>',
  active: true,
  featured: false,
  slug: id ? 'mug' : null,
  optionNames: [],
  pictures: [],
  categoryIds: ['c2'],
  variants: [
    { values: [], active: true, requiresShipping: true, taxable: true, backorder: false, prices: [], stock: [] },
  ],
});

const editor = (id: string | null) => ({
  product: product(id),
  variantName: null,
  stores: [
    { id: 's', name: 'Shop', code: 'shop', currencyCode: 'USD', pricebookId: 'p', catalogId: 'k', catalogName: 'Shop' },
    { id: 't', name: 'Other', code: 'o', currencyCode: 'EUR', pricebookId: 'q', catalogId: 'l', catalogName: 'Other' },
  ],
  categories: [
    { id: 'c1', name: 'Kitchen', parentId: null, storeId: 's' },
    { id: 'c2', name: 'Mugs', parentId: 'c1', storeId: 's' },
    { id: 'c3', name: 'Elsewhere', parentId: null, storeId: 't' },
  ],
  locations: [
    { id: 'l', name: 'Main', storeId: 's' },
    { id: 'm', name: 'Far', storeId: 't' },
  ],
});

async function show(properties: { recordId?: string; copyId?: string }) {
  const element = createElement('c-product-editor', { is: ProductEditor }) as HTMLElement;
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}

const within = <T extends HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector)!;

async function type(element: HTMLElement, field: string, value: string) {
  within(element, `[data-field="${field}"]`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

describe('c-product-editor', () => {
  beforeEach(() => {
    apex.open.mockImplementation(({ productId }) => Promise.resolve(editor(productId)));
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows a product with the categories and places of its catalogue', async () => {
    const element = await show({ recordId: '01t' });
    const names = [...element.shadowRoot!.querySelectorAll('label.category')].map((label) => label.textContent);
    expect(names).toEqual(['Kitchen', 'Mugs']);
    expect(within<HTMLInputElement>(element, '[data-id="c2"]').checked).toBe(true);
    expect(within<HTMLElement & { locations: { id: string }[] }>(element, 'c-product-variant-grid').locations).toEqual([
      expect.objectContaining({ id: 'l' }),
    ]);
    expect(within(element, '.preview').textContent).toContain('Holds coffee');
    expect(within(element, '[data-save]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('saves what was changed and shows what came of it', async () => {
    const element = await show({ recordId: '01t' });
    await type(element, 'title', 'Cup');
    apex.save.mockImplementation(({ product: sent }) => Promise.resolve({ ...sent, slug: 'cup' }));
    within(element, '[data-save]').click();
    await settle();
    expect(apex.save.mock.calls[0][0].product).toMatchObject({ id: '01t', title: 'Cup', version: 'v' });
    expect(within(element, '[data-save]')).toBeNull();
    expect(within(element, '.address').textContent).toContain('cup');
    expect(mockNavigate).not.toHaveBeenCalled();
  });

  it('follows what else changes the product, but never over what is being typed', async () => {
    const element = await show({ recordId: '01t' });
    const title = () => within<HTMLElement & { value: string }>(element, '[data-field="title"]').value;
    const emit = async (value: string) => {
      (getRecord as unknown as { emit(data: unknown): void }).emit({ fields: { LastModifiedDate: { value } } });
      await settle();
    };
    await emit('1');
    apex.open.mockResolvedValue({ ...editor('01t'), product: { ...product('01t'), title: 'Bowl' } });
    await emit('2');
    expect(title()).toBe('Bowl');
    apex.open.mockResolvedValue({ ...editor('01t'), product: { ...product('01t'), title: 'Plate' } });
    within(element, '.page').dispatchEvent(new CustomEvent('input'));
    await emit('3');
    expect(title()).toBe('Bowl');
  });

  it('puts back what was not saved, when that is sure', async () => {
    const element = await show({ recordId: '01t' });
    await type(element, 'title', 'Cup');
    const title = () => within<HTMLElement & { value: string }>(element, '[data-field="title"]').value;
    const ask = jest.spyOn(LightningConfirm, 'open').mockResolvedValueOnce(false as never);
    within(element, '[data-discard]').click();
    await settle();
    expect(title()).toBe('Cup');
    ask.mockResolvedValueOnce(true as never);
    within(element, '[data-discard]').click();
    await settle();
    expect(title()).toBe('Mug');
  });

  it('opens the page of a product that was made', async () => {
    const element = await show({});
    expect(apex.open).toHaveBeenCalledWith({ productId: null });
    apex.save.mockImplementation(({ product: sent }) => Promise.resolve({ ...sent, id: '01tNew' }));
    await type(element, 'title', 'Cup');
    within(element, '[data-save]').click();
    await settle();
    expect(mockNavigate).toHaveBeenCalledWith(
      expect.objectContaining({ attributes: expect.objectContaining({ recordId: '01tNew' }) }),
    );
  });

  it('starts a copy without saving it', async () => {
    apex.copy.mockResolvedValue(editor(null));
    await show({ copyId: '01t' });
    expect(apex.copy).toHaveBeenCalledWith({ productId: '01t' });
    expect(apex.save).not.toHaveBeenCalled();
  });

  it('shows mistakes at their fields until these are changed', async () => {
    const element = await show({ recordId: '01t' });
    await type(element, 'slug', 'taken');
    const fields = { slug: 'Is taken', 'variant.0.sku': 'Is taken too' };
    apex.save.mockRejectedValue({
      body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields }) },
    });
    within(element, '[data-save]').click();
    await settle();
    expect(within(element, '[data-summary]').textContent).toContain('Check');
    expect(element.shadowRoot!.textContent).toContain('Is taken');
    expect(within<HTMLElement & { errors: object }>(element, 'c-product-variant-grid').errors).toEqual(fields);
    await expect(element).toBeAccessible();
    await type(element, 'slug', 'free');
    const grid = within<HTMLElement & { errors: object; variants: object[] }>(element, 'c-product-variant-grid');
    expect(grid.errors).toEqual({ 'variant.0.sku': 'Is taken too' });
    grid.dispatchEvent(
      new CustomEvent('variantschange', { detail: grid.variants.map((each) => ({ ...each, sku: 'X' })) }),
    );
    await settle();
    expect(within(element, '[data-summary]')).toBeNull();
  });

  it('does not save over another person, and loads again when asked', async () => {
    const element = await show({ recordId: '01t' });
    await type(element, 'title', 'Mine');
    apex.save.mockRejectedValue({
      body: { message: JSON.stringify({ code: 'CHANGED', message: 'Mara changed this', fields: {} }) },
    });
    within(element, '[data-save]').click();
    await settle();
    expect(within(element, '[data-summary]').textContent).toContain('Mara changed this');
    within(element, '[data-summary] lightning-button').click();
    await settle();
    expect(within<HTMLElement & { value: string }>(element, '[data-field="title"]').value).toBe('Mug');
  });

  it('archives at once', async () => {
    apex.setActive.mockResolvedValue(undefined);
    const element = await show({ recordId: '01t' });
    within(element, '[data-archive]').click();
    await settle();
    expect(apex.setActive).toHaveBeenCalledWith({ productId: '01t', active: false });
    expect(apex.open).toHaveBeenCalledTimes(2);
  });
});
