import { createElement } from 'lwc';
import getLineForm from '@salesforce/apex/FormCartController.getLineForm';
import getProductForm from '@salesforce/apex/FormController.getProductForm';
import ProductForm from 'c/productForm';

jest.mock('@salesforce/apex/FormCartController.getLineForm', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormController.getProductForm', () => ({ default: jest.fn() }), { virtual: true });

const FORM = {
  versionId: 'v1',
  language: 'en-US',
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

async function show(given: object = {}): Promise<{ element: Form; prices: number[] }> {
  const element = createElement('c-product-form', { is: ProductForm }) as unknown as Form;
  Object.assign(element, { store: { code: 'acme', locale: 'en-US', currencyCode: 'USD' }, productId: 'p', ...given });
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
    expect(JSON.parse(element.choices()!.configuration)).toEqual({
      form: 'v1',
      language: 'en-US',
      answers: { w: ['Ada'] },
    });
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

  it('asks anew for a consent whose words have changed, and keeps the other answers', async () => {
    const asking = (text: string) =>
      JSON.stringify({
        questions: [
          { key: 'w', type: 'text', label: 'Words', price: 5 },
          { key: 'terms', type: 'consent', label: 'I agree', text, required: true },
          { key: 'news', type: 'consent', label: 'News', text: 'The same words' },
        ],
      });
    const mock = getProductForm as unknown as jest.Mock;
    mock.mockResolvedValue({ ...FORM, definition: asking('No return.') });
    const { element } = await show();
    await type(element, 'Ada');
    const boxes = () => [...element.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    for (const box of boxes()) box.click();
    await tick();
    const given = () => JSON.parse(element.choices()?.configuration ?? '{"answers":null}').answers;
    expect(given()).toEqual({ w: ['Ada'], terms: ['true'], news: ['true'] });
    mock.mockResolvedValue({ ...FORM, versionId: 'v2', definition: asking('Return within a day.') });
    element.showProblems({ 'form.terms': 'Its words have changed.' }, 'FORM_CHANGED');
    await tick();
    await tick();
    expect(boxes().map(({ checked }) => checked)).toEqual([false, true]);
    expect(element.textContent).toContain('Return within a day.');
    expect(element.querySelector('[data-message="terms"]')!.textContent).toBe('Its words have changed.');
    expect((element.querySelector('input') as HTMLInputElement).value).toBe('Ada');
    expect(given()).toBeNull();
    boxes()[0].click();
    await tick();
    expect(given()).toEqual({ w: ['Ada'], terms: ['true'], news: ['true'] });
  });

  it('begins with the answers of a line of the cart, and with their price', async () => {
    (getLineForm as unknown as jest.Mock).mockResolvedValue({ ...FORM, answers: '{"w":["Eve"]}', files: {} });
    const { element, prices } = await show({ itemId: 'i1', cartToken: 't' });
    expect(getLineForm).toHaveBeenCalledWith(
      expect.objectContaining({ storeCode: 'acme', cartToken: 't', itemId: 'i1' }),
    );
    expect((element.querySelector('input') as HTMLInputElement).value).toBe('Eve');
    expect(prices).toEqual([5]);
  });

  it('says so where the details of a line can no longer be changed', async () => {
    (getLineForm as unknown as jest.Mock).mockResolvedValue(null);
    const { element } = await show({ itemId: 'i1', cartToken: 't' });
    expect(element.querySelector('[role="alert"]')!.textContent).toBe('c.Forms_Page_Gone');
    expect(element.choices()).toBeNull();
  });

  it('says why it cannot be shown', async () => {
    (getProductForm as unknown as jest.Mock).mockRejectedValue({ body: { message: '{"message":"Closed"}' } });
    const { element } = await show();
    expect(element.querySelector('[role="alert"]')!.textContent).toBe('Closed');
    expect(element.choices()).toBeNull();
  });
});
