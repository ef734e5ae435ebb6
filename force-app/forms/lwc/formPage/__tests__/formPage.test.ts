import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import getForm from '@salesforce/apex/FormController.getForm';
import resume from '@salesforce/apex/FormController.resume';
import save from '@salesforce/apex/FormController.save';
import submit from '@salesforce/apex/FormController.submit';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import FormPage from 'c/formPage';

jest.mock('@salesforce/apex/FormController.getForm', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormController.resume', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormController.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormController.submit', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);

const FORM = {
  versionId: 'v1',
  isOpen: true,
  today: '2026-06-15',
  context: '{"customer.signedIn":["false"]}',
  definition: JSON.stringify({
    title: 'Write to us',
    questions: [{ key: 'w', type: 'text', label: 'Words', required: true }],
  }),
};
const refused = (code: string, fields = {}) => ({ body: { message: JSON.stringify({ code, message: 'No', fields }) } });

const tick = async () => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(state: Record<string, string> = {}): Promise<HTMLElement> {
  const element = createElement('c-form-page', { is: FormPage });
  document.body.appendChild(element);
  (CurrentPageReference as any).emit({ type: 'comm__namedPage', attributes: { slug: 'contact' }, state });
  (getStore as any).emit({ name: 'Acme', code: 'acme', locale: 'en-US', currencyCode: 'USD' });
  await tick();
  return element;
}

const type = async (element: HTMLElement, value: string) => {
  const input = element.querySelector('[data-question="w"] input') as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
};
const send = async (element: HTMLElement) => {
  element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await tick();
};

describe('c-form-page', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    (getForm as unknown as jest.Mock).mockResolvedValue(FORM);
  });
  afterEach(() => document.body.replaceChildren());

  it('sends once what was asked, and says thank you', async () => {
    const element = await show();
    await expect(element).toBeAccessible();
    await send(element);
    expect(submit).not.toHaveBeenCalled();
    await type(element, 'Hello');
    (submit as unknown as jest.Mock).mockResolvedValue({
      reference: 'FS-1',
      thanks: 'Got it',
      token: 't',
      hasProof: true,
      mailedTo: 'ada@example.com',
    });
    await send(element);
    expect((submit as unknown as jest.Mock).mock.calls[0][0].form).toMatchObject({
      slug: 'contact',
      versionId: 'v1',
      answers: '{"w":["Hello"]}',
      website: '',
    });
    expect(element.querySelector('[data-receipt]')!.textContent).toContain('Got it');
    expect(element.querySelector('[data-mailed]')).not.toBeNull();
    expect(element.querySelector('[data-receipt-proof]')!.getAttribute('href')).toBe('/form/contact?token=t&proof=1');
    await expect(element).toBeAccessible();
  });

  it('shows what the server found, and loads a form that has changed with the answers', async () => {
    const element = await show();
    await type(element, 'Hello');
    (submit as unknown as jest.Mock).mockRejectedValueOnce(refused('INVALID_INPUT', { 'form.w': 'Not this' }));
    await send(element);
    expect(element.querySelector('[data-message="w"]')!.textContent).toBe('Not this');
    await type(element, 'Hello again');
    (submit as unknown as jest.Mock).mockRejectedValueOnce(refused('FORM_CHANGED', { 'form.w': 'Look' }));
    await send(element);
    await tick();
    expect(getForm).toHaveBeenCalledTimes(2);
    expect((element.querySelector('[data-question="w"] input') as HTMLInputElement).value).toBe('Hello again');
    expect(element.querySelector('[data-problem]')!.textContent).toBe('No');
  });

  it('a consent whose words have changed is asked anew, unticked', async () => {
    const asking = (text: string) => ({
      ...FORM,
      versionId: text,
      definition: JSON.stringify({
        title: 'Trip',
        questions: [
          { key: 'w', type: 'text', label: 'Words' },
          { key: 't', type: 'consent', label: 'I agree', text, required: true },
        ],
      }),
    });
    (getForm as unknown as jest.Mock).mockResolvedValue(asking('Words A'));
    const element = await show();
    await type(element, 'Hello');
    const box = () => element.querySelector('[data-question="t"] input') as HTMLInputElement;
    box().checked = true;
    box().dispatchEvent(new Event('change', { bubbles: true }));
    await tick();
    (getForm as unknown as jest.Mock).mockResolvedValue(asking('Words B'));
    (submit as unknown as jest.Mock).mockRejectedValueOnce(refused('FORM_CHANGED', { 'form.t': 'Read them' }));
    await send(element);
    await tick();
    expect(JSON.parse((submit as unknown as jest.Mock).mock.lastCall[0].form.answers).t).toEqual(['true']);
    expect(element.textContent).toContain('Words B');
    expect(box().checked).toBe(false);
    expect(element.querySelector('[data-message="t"]')!.textContent).toBe('Read them');
    expect((element.querySelector('[data-question="w"] input') as HTMLInputElement).value).toBe('Hello');
    await send(element);
    expect(submit).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('shows files that were sent before, on another device too', async () => {
    const token = 'a'.repeat(64);
    const definition = JSON.stringify({
      title: 'Write to us',
      questions: [{ key: 'd', type: 'file', label: 'D', files: { types: ['pdf'] } }],
    });
    const begun = { ...FORM, definition, answers: JSON.stringify({ d: [token] }), files: { [token]: 'pass.pdf' } };
    (resume as unknown as jest.Mock).mockResolvedValue(begun);
    const element = await show({ token: 't' });
    expect(element.querySelector('[data-file]')!.textContent).toContain('pass.pdf');
    // A form that was changed meanwhile comes without them, and they stay.
    (resume as unknown as jest.Mock).mockResolvedValue({ ...begun, files: {}, versionId: 'v2' });
    (submit as unknown as jest.Mock).mockRejectedValueOnce(refused('FORM_CHANGED', {}));
    await send(element);
    await tick();
    expect(element.querySelector('[data-file]')!.textContent).toContain('pass.pdf');
  });

  it('saves for later, to an address', async () => {
    const element = await show();
    await type(element, 'Half');
    (element.querySelector('[data-save-later]') as HTMLElement).click();
    await tick();
    (save as unknown as jest.Mock).mockRejectedValueOnce(refused('INVALID_INPUT', { email: 'An address, please' }));
    (element.querySelector('[data-save]') as HTMLElement).click();
    await tick();
    expect(element.querySelector('[data-message="formEmail"]')!.textContent).toBe('An address, please');
    element
      .querySelector('[data-saving] c-checkout-field')!
      .dispatchEvent(new CustomEvent('fieldinput', { detail: { name: 'formEmail', value: 'ada@example.com' } }));
    (save as unknown as jest.Mock).mockResolvedValueOnce({ token: 't' });
    (element.querySelector('[data-save]') as HTMLElement).click();
    await tick();
    expect(element.querySelector('[data-saved]')).not.toBeNull();
  });

  it('shows guests a captcha, hands over its answer, and begins it anew once it was used up', async () => {
    const captcha = { scriptUrl: null, globalName: null, siteKey: null };
    (getForm as unknown as jest.Mock).mockResolvedValue({ ...FORM, captcha });
    const element = await show();
    await type(element, 'Hello');
    const box = element.querySelector('[data-tick]') as HTMLInputElement;
    box.checked = true;
    box.dispatchEvent(new Event('change'));
    (submit as unknown as jest.Mock).mockRejectedValueOnce(refused('CAPTCHA_FAILED'));
    await send(element);
    expect((submit as unknown as jest.Mock).mock.calls[0][0].form.captcha).toBe('ticked');
    expect(element.querySelector('[data-problem]')!.textContent).toBe('No');
    expect(box.checked).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('goes on behind a link', async () => {
    (resume as unknown as jest.Mock).mockResolvedValue({
      ...FORM,
      answers: '{"w":["Before"]}',
      sentAt: '2026-06-01T10:00:00.000Z',
    });
    const element = await show({ token: 'secret' });
    expect(getForm).not.toHaveBeenCalled();
    expect((element.querySelector('[data-question="w"] input') as HTMLInputElement).value).toBe('Before');
  });

  it('says when there is no form, when it is closed and when its link does not work', async () => {
    (getForm as unknown as jest.Mock).mockResolvedValueOnce(null);
    expect((await show()).querySelector('[data-unknown]')).not.toBeNull();
    document.body.replaceChildren();
    (getForm as unknown as jest.Mock).mockResolvedValueOnce({ ...FORM, isOpen: false, reason: 'Closed' });
    const closed = await show();
    expect(closed.querySelector('[data-closed]')!.textContent).toContain('Closed');
    await expect(closed).toBeAccessible();
    document.body.replaceChildren();
    (resume as unknown as jest.Mock).mockRejectedValueOnce(refused('LINK_NOT_USABLE'));
    expect((await show({ token: 'x' })).querySelector('[data-unknown]')!.textContent).toContain('No');
  });
});
