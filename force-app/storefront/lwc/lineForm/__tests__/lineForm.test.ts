import { createElement } from 'lwc';
import getLineForm from '@salesforce/apex/FormCartController.getLineForm';
import getPeople from '@salesforce/apex/BookingController.getPeople';
import LineForm from 'c/lineForm';
import { changeLine } from 'c/cartStore';

jest.mock('c/cartStore', () => ({ changeLine: jest.fn() }));
jest.mock('@salesforce/apex/FormCartController.getLineForm', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BookingController.getPeople', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormController.getProductForm', () => ({ default: jest.fn() }), { virtual: true });

const changing = changeLine as unknown as jest.Mock;
const FORM = {
  versionId: 'v1',
  language: 'en-US',
  today: '2026-06-15',
  context: '{}',
  answers: '{"w":["Ada"]}',
  files: {},
  definition: JSON.stringify({ questions: [{ key: 'w', type: 'text', label: 'Words', required: true, price: 5 }] }),
};

const tick = async () => {
  for (let i = 0; i < 12; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(item: Record<string, unknown> = {}): Promise<{ element: HTMLElement; closed: jest.Mock }> {
  const element = createElement('c-line-form', { is: LineForm });
  const closed = jest.fn();
  Object.assign(element, {
    storeCode: 'acme',
    cartToken: 't',
    store: { code: 'acme', locale: 'en-US', currencyCode: 'USD' },
    item: { id: 'i1', title: 'Box', ...item },
  });
  element.addEventListener('close', closed);
  document.body.appendChild(element);
  await tick();
  return { element, closed };
}

const press = async (element: HTMLElement, selector: string) => {
  (element.querySelector(selector) as HTMLElement).click();
  await tick();
};

const type = async (element: HTMLElement, value: string) => {
  const input = element.querySelector('input') as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
};

describe('c-line-form', () => {
  beforeAll(() => {
    HTMLDialogElement.prototype.showModal = function open(this: HTMLDialogElement) {
      this.setAttribute('open', '');
    };
    HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
      this.removeAttribute('open');
    };
  });
  beforeEach(() => {
    changing.mockReset().mockResolvedValue(null);
    (getLineForm as unknown as jest.Mock).mockResolvedValue(FORM);
  });
  afterEach(() => document.body.replaceChildren());

  it('sends the corrected answers for the same line', async () => {
    const { element, closed } = await show();
    await type(element, 'Eve');
    await expect(element).toBeAccessible();
    await press(element, '[data-save-line]');
    expect(changing).toHaveBeenCalledWith(
      'acme',
      'i1',
      JSON.stringify({ form: 'v1', language: 'en-US', answers: { w: ['Eve'] } }),
    );
    expect(closed).toHaveBeenCalled();
  });

  it('asks who comes by tickets', async () => {
    (getPeople as unknown as jest.Mock).mockResolvedValue({ details: 'Names', asksAge: false, places: 1, people: [] });
    const { element, closed } = await show({ lineType: 'Booking' });
    await type(element, 'Eve');
    changing.mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields: { attendees: 'Who?' } }) },
    });
    await press(element, '[data-save-line]');
    expect(element.querySelector('[data-error]')!.textContent).toBe('Who?');
    await press(element, '[data-save-line]');
    expect(changing).toHaveBeenLastCalledWith('acme', 'i1', JSON.stringify({ attendees: [{ firstName: 'Eve' }] }));
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('keeps what is wrong from being sent, and shows what the server refuses', async () => {
    const { element, closed } = await show();
    await type(element, '');
    await press(element, '[data-save-line]');
    expect(changing).not.toHaveBeenCalled();
    expect(element.querySelector('[data-message="w"]')).not.toBeNull();
    await type(element, 'Eve');
    changing.mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields: { 'form.w': 'Too long' } }) },
    });
    await press(element, '[data-save-line]');
    expect(element.querySelector('[data-message="w"]')!.textContent).toBe('Too long');
    await type(element, 'Eva');
    changing.mockRejectedValueOnce({ body: { message: JSON.stringify({ code: 'CART_NOT_FOUND', message: 'Gone' }) } });
    await press(element, '[data-save-line]');
    expect(element.querySelector('[data-problem]')!.textContent).toBe('Gone');
    expect(closed).not.toHaveBeenCalled();
    await press(element, '[data-cancel-line]');
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
