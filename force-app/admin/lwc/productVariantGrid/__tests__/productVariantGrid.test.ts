import { createElement } from 'lwc';
import ProductVariantGrid from 'c/productVariantGrid';
import type { Variant } from 'c/productDraft';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const variant = (value: string): Variant =>
  ({
    values: [value],
    active: true,
    backorder: false,
    weightGrams: 500,
    prices: [{ pricebookId: 'p', price: 9, compareAtPrice: null }],
    stock: [],
  }) as unknown as Variant;

async function show(count: number, errors: Record<string, string> = {}) {
  const element = createElement('c-product-variant-grid', { is: ProductVariantGrid }) as HTMLElement & {
    variants: Variant[];
    hasUnread(): boolean;
    focusMistake(): boolean;
    commit(): void;
  };
  const changes: Variant[][] = [];
  element.addEventListener('variantschange', (event) => {
    changes.push((event as CustomEvent<Variant[]>).detail);
    element.variants = changes.at(-1)!;
  });
  Object.assign(element, {
    variants: Array.from({ length: count }, (_, index) => variant(`V${index}`)),
    stores: [
      { id: 's', name: 'Shop', currencyCode: 'USD', pricebookId: 'p' },
      { id: 't', name: 'Laden', currencyCode: 'EUR', pricebookId: 'q' },
    ],
    locations: [{ id: 'l', name: 'Main' }],
    pictures: [{ id: 'm', url: '/a.png', alt: 'A' }],
    errors,
  });
  document.body.appendChild(element);
  await settle();
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  return { element, changes, find };
}

async function enter(input: HTMLInputElement, value: string) {
  input.value = value;
  input.dispatchEvent(new CustomEvent('change'));
  await settle();
}

describe('c-product-variant-grid', () => {
  afterEach(() => document.body.replaceChildren());

  it('changes cells', async () => {
    const { element, changes, find } = await show(2);
    await enter(find('[data-index="1"][data-cell="price"]'), '12.5');
    expect(changes.at(-1)![1]!.prices[0]).toMatchObject({ pricebookId: 'p', price: 12.5 });
    await enter(find('[data-index="0"][data-cell="stock"]'), '7');
    expect(changes.at(-1)![0]!.stock[0]).toMatchObject({ locationId: 'l', quantity: 7 });
    await enter(find('[data-index="0"][data-cell="sku"]'), ' A-1 ');
    expect(changes.at(-1)![0]!.sku).toBe('A-1');
    expect(changes.at(-1)![1]!.prices[0]!.price).toBe(12.5);
    await expect(element).toBeAccessible();
  });

  it('keeps what is being typed when the table is drawn anew', async () => {
    const { element, find } = await show(2);
    const price = find<HTMLInputElement>('[data-index="1"][data-cell="price"]');
    price.value = '12';
    price.dispatchEvent(new CustomEvent('input'));
    Object.assign(element, { stores: [{ id: 's', name: 'Shop', currencyCode: 'USD', pricebookId: 'p' }] });
    await settle();
    expect(price.value).toBe('12');
  });

  it('tells what is being typed when it is asked to', async () => {
    const { element, find } = await show(1);
    const sku = find<HTMLInputElement>('[data-cell="sku"]');
    sku.focus();
    const left = jest.fn();
    sku.addEventListener('blur', left);
    element.commit();
    expect(left).toHaveBeenCalled();
  });

  it('sets a column for all variants, or for the selected ones', async () => {
    const { changes, find } = await show(3);
    (find('[data-bulk-value]') as HTMLInputElement).value = '20';
    find('[data-bulk]').click();
    await settle();
    expect(changes.at(-1)!.map(({ prices }) => prices[0]!.price)).toEqual([20, 20, 20]);
    const box = find<HTMLInputElement>('[data-select][data-index="2"]');
    box.checked = true;
    box.dispatchEvent(new CustomEvent('change'));
    find('[data-bulk-field]').dispatchEvent(new CustomEvent('change', { detail: { value: 'stock-l' } }));
    (find('[data-bulk-value]') as HTMLInputElement).value = '5';
    find('[data-bulk]').click();
    await settle();
    expect(changes.at(-1)!.map(({ stock }) => stock[0]?.quantity ?? null)).toEqual([null, null, 5]);
  });

  it('shows prices of the chosen store and weights in the chosen unit', async () => {
    const { find } = await show(1);
    const [store, unit] = [...find('.bulk').querySelectorAll<HTMLElement>('lightning-combobox')];
    unit!.dispatchEvent(new CustomEvent('change', { detail: { value: 'kg' } }));
    await settle();
    expect(find<HTMLInputElement>('[data-cell="weightGrams"]').value).toBe('0.5');
    store!.dispatchEvent(new CustomEvent('change', { detail: { value: 't' } }));
    await settle();
    expect(find<HTMLInputElement>('[data-cell="price"]').value).toBe('');
  });

  it('shows messages in their cells and keeps what is no number from being saved', async () => {
    const { element, find } = await show(1, { 'variant.0.price.p': 'Too low', 'variant.0.sku': 'Taken' });
    const texts = [...element.shadowRoot!.querySelectorAll('.error')].map((message) => message.textContent);
    expect(texts).toEqual(['Too low', 'Taken']);
    expect(find('[data-cell="sku"]').getAttribute('aria-invalid')).toBe('true');
    const price = find<HTMLInputElement>('[data-cell="price"]');
    Object.defineProperty(price, 'validity', { value: { badInput: true } });
    price.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(element.hasUnread()).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('goes to the first mistake, on whatever page it is', async () => {
    const { element, find } = await show(60, { 'variant.55.sku': 'Taken' });
    expect(element.focusMistake()).toBe(true);
    await settle();
    expect(element.shadowRoot!.activeElement).toBe(find('[data-index="55"][data-cell="sku"]'));
    Object.assign(element, { errors: { title: 'Needed' } });
    expect(element.focusMistake()).toBe(false);
  });

  it('draws fifty variants at a time', async () => {
    const { element, find } = await show(60);
    expect(element.shadowRoot!.querySelectorAll('[data-row]')).toHaveLength(50);
    find('[data-next]').click();
    await settle();
    expect(element.shadowRoot!.querySelectorAll('[data-row]')).toHaveLength(10);
    expect(find('[data-row="59"]')).not.toBeNull();
  });
});
