import { createElement } from 'lwc';
import getProductForm from '@salesforce/apex/FormController.getProductForm';
import ProductForm from 'c/productForm';

jest.mock('@salesforce/apex/FormController.getProductForm', () => ({ default: jest.fn() }), { virtual: true });

const FORM = {
  versionId: 'v1',
  today: '2026-06-15',
  context: '{}',
  definition: JSON.stringify({
    title: 'Engraving',
    questions: [{ key: 'w', type: 'text', label: 'Words', price: 5, required: true }],
  }),
};

type Form = HTMLElement & {
  choices(): { configuration: string } | null;
  showProblems(fields: Record<string, string>, code?: string): boolean;
  clear(): void;
};

const tick = async () => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(): Promise<{ element: Form; prices: number[] }> {
  const element = createElement('c-product-form', { is: ProductForm }) as unknown as Form;
  Object.assign(element, { store: { code: 'acme', locale: 'en-US', currencyCode: 'USD' }, productId: 'p' });
  const prices: number[] = [];
  element.addEventListener('surcharge', (event) => prices.push((event as CustomEvent).detail.amount));
  document.body.appendChild(element);
  await tick();
  return { element, prices };
}

const type = async (element: HTMLElement, value: string) => {
  const input = element.querySelector('input') as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
};

describe('c-product-form', () => {
  beforeEach(() => (getProductForm as unknown as jest.Mock).mockResolvedValue(FORM));
  afterEach(() => document.body.replaceChildren());

  it('adds to the price, and hands its answers to the cart', async () => {
    const { element, prices } = await show();
    expect(element.choices()).toBeNull();
    await tick();
    expect(element.querySelector('[data-message="w"]')).not.toBeNull();
    await type(element, 'Ada');
    expect(prices).toEqual([5]);
    expect(JSON.parse(element.choices()!.configuration)).toEqual({ form: 'v1', answers: { w: ['Ada'] } });
    await expect(element).toBeAccessible();
    element.clear();
    await tick();
    expect(prices).toEqual([5, 0]);
  });

  it('a form that has changed is asked anew with the answers', async () => {
    const { element } = await show();
    await type(element, 'Ada');
    (getProductForm as unknown as jest.Mock).mockResolvedValue({ ...FORM, versionId: 'v2' });
    expect(element.showProblems({ 'form.w': 'Look again' }, 'FORM_CHANGED')).toBe(true);
    await tick();
    await tick();
    expect((element.querySelector('input') as HTMLInputElement).value).toBe('Ada');
    expect(element.querySelector('[data-message="w"]')!.textContent).toBe('Look again');
    expect(JSON.parse((element.choices() ?? { configuration: '{"form":"v2"}' }).configuration).form).toBe('v2');
  });

  it('says why it cannot be shown', async () => {
    (getProductForm as unknown as jest.Mock).mockRejectedValue({ body: { message: '{"message":"Closed"}' } });
    const { element } = await show();
    expect(element.querySelector('[role="alert"]')!.textContent).toBe('Closed');
    expect(element.choices()).toBeNull();
  });
});
