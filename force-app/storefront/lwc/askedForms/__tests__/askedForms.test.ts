import getForms from '@salesforce/apex/FormCartController.getForms';
import saveAnswers from '@salesforce/apex/FormCartController.saveAnswers';
import AskedForms from 'c/askedForms';
import { mount, settle, store, unmountAll } from '../../storeTypes/__tests__/support';

jest.mock('@salesforce/apex/FormCartController.getForms', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/FormCartController.saveAnswers', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockForms = getForms as unknown as jest.Mock;
const mockSave = saveAnswers as unknown as jest.Mock;

const form = (more = {}) => ({
  versionId: 'v1',
  language: 'de',
  place: 'Checkout',
  today: '2026-06-15',
  context: '{}',
  answers: null,
  settled: [],
  definition: JSON.stringify({
    title: 'Allergies',
    questions: [{ key: 'w', type: 'text', label: 'Which?', required: true }],
  }),
  ...more,
});
type Box = HTMLElement & { answer(): Promise<boolean>; load(): Promise<void>; subject: string };

async function show(place = 'Checkout'): Promise<Box> {
  const element = mount('c-asked-forms', AskedForms, {
    storeCode: 'demo',
    cartToken: 'secret',
    store: store(),
    place,
    subject: '1',
  }) as unknown as Box;
  await settle();
  await settle();
  return element;
}

const type = async (element: HTMLElement, value: string) => {
  const input = element.querySelector('input') as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
};

describe('c-asked-forms', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    mockForms.mockResolvedValue([form()]);
    mockSave.mockResolvedValue([{ versionId: 'v1', fields: {} }]);
  });
  afterEach(() => unmountAll());

  it('asks, says what is missing, and keeps the answers', async () => {
    const element = await show();
    expect(element.querySelector('h2')!.textContent).toBe('Allergies');
    await expect(element).toBeAccessible();
    expect(await element.answer()).toBe(false);
    await settle();
    expect(element.querySelector('[data-message="w"]')).not.toBeNull();
    expect(mockSave).not.toHaveBeenCalled();
    await type(element, 'Nuts');
    expect(await element.answer()).toBe(true);
    expect(mockSave).toHaveBeenLastCalledWith({
      storeCode: 'demo',
      cartToken: 'secret',
      forms: [{ versionId: 'v1', languages: 'de', answers: '{"w":["Nuts"]}' }],
    });
  });

  it('keeps what was typed as a question is left, once', async () => {
    const element = await show();
    await type(element, 'Nuts');
    const input = element.querySelector('input') as HTMLInputElement;
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await settle();
    expect(mockSave).toHaveBeenCalledTimes(1);
    mockSave.mockRejectedValueOnce(new Error('gone'));
    await type(element, 'Milk');
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await settle();
    expect(element.querySelector('[data-asked-problem]')).toBeNull();
  });

  it('a form that changed meanwhile keeps what was typed and asks for what is new', async () => {
    const element = await show();
    await type(element, 'Nuts');
    mockForms.mockResolvedValue([
      form({
        versionId: 'v2',
        answers: '{"w":["Nuts"]}',
        settled: ['w'],
        definition: JSON.stringify({
          title: 'Allergies',
          questions: [
            { key: 'w', type: 'text', label: 'Which?', required: true },
            { key: 'd', type: 'text', label: 'Diet', required: true },
          ],
        }),
      }),
    ]);
    mockSave.mockResolvedValue([{ versionId: 'v2', fields: { 'form.d': 'Please answer.' } }]);
    expect(await element.answer()).toBe(false);
    await settle();
    expect(element.querySelector('[data-question="w"]')).toBeNull();
    expect(element.querySelector('[data-settled]')!.textContent).toContain('Nuts');
    expect(element.querySelector('[data-message="d"]')!.textContent).toBe('Please answer.');
    (element.querySelector('[data-reopen]') as HTMLElement).click();
    await settle();
    expect((element.querySelector('[data-question="w"] input') as HTMLInputElement).value).toBe('Nuts');
    await expect(element).toBeAccessible();
  });

  it('asks in the cart what the cart is asked, and again at the checkout only where it is open', async () => {
    mockForms.mockResolvedValue([form({ place: 'Cart' }), form({ versionId: 'v2' })]);
    expect((await show('Cart')).querySelectorAll('[data-asked-form]')).toHaveLength(1);
    expect((await show()).querySelectorAll('[data-asked-form]')).toHaveLength(2);
    mockForms.mockResolvedValue([form({ place: 'Cart', answers: '{"w":["No"]}' })]);
    const element = await show();
    expect(element.querySelectorAll('[data-asked-form]')).toHaveLength(0);
    expect(await element.answer()).toBe(true);
  });

  it('shows a form of the cart again whose consent is to other words now', async () => {
    mockForms.mockResolvedValue([form({ place: 'Cart', answers: '{"w":["No"]}', anew: ['t'] })]);
    expect((await show()).querySelectorAll('[data-asked-form]')).toHaveLength(1);
  });

  it('asks anew when the cart is another one, and says when it cannot', async () => {
    const element = await show();
    mockForms.mockResolvedValue([]);
    element.subject = '2';
    await settle();
    expect(element.querySelectorAll('[data-asked-form]')).toHaveLength(0);
    mockForms.mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    await element.load();
    await settle();
    expect(element.querySelector('[data-asked-problem]')!.textContent).toBe('Busy');
  });
});
