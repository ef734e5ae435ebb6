import { createElement } from 'lwc';
import getProof from '@salesforce/apex/FormProofController.getProof';
import getProofFile from '@salesforce/apex/FormProofController.getProofFile';
import withdraw from '@salesforce/apex/FormProofController.withdraw';
import FormSubmissionProof from 'c/formSubmissionProof';

jest.mock('@salesforce/apex/FormProofController.getProof', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormProofController.getProofFile', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormProofController.withdraw', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const tick = async () => {
  for (let i = 0; i < 8; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};
const proof = (more: object = { mayWithdraw: true }) => ({
  submissionId: 's1',
  storeName: 'Acme',
  title: 'Waiver',
  reference: 'FS-00000001',
  versionNumber: 2,
  publishedAt: '2031-03-01T10:00:00Z',
  language: 'en-US',
  sentAt: '2031-03-14T17:30:00Z',
  signer: 'Ada Byron <ada@example.com>',
  fingerprint: 'abc123',
  entries: [
    {
      answerId: 'a1',
      kind: 'consent',
      wording: 'I agree\nto all of it.',
      answer: 'Yes',
      givenAt: '2031-03-14T17:30:00Z',
      ...more,
    },
    {
      answerId: 'a2',
      kind: 'signature',
      wording: 'Sign',
      answer: 'Ada',
      drawing: 'M1 1L2 2',
      givenAt: '2031-03-14T17:30:00Z',
    },
  ],
});

async function show(mayWithdraw = true) {
  const element = createElement('c-form-submission-proof', { is: FormSubmissionProof }) as HTMLElement & {
    recordId: string;
    mayWithdraw: boolean;
  };
  Object.assign(element, { recordId: 's1', mayWithdraw });
  document.body.appendChild(element);
  await tick();
  const root = element.shadowRoot as ShadowRoot;
  const press = async (selector: string) => {
    (root.querySelector(selector) as HTMLElement).click();
    await tick();
  };
  return { element, root, press };
}

describe('c-form-submission-proof', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    mocked(getProof).mockResolvedValue(proof());
  });
  afterEach(() => document.body.replaceChildren());

  it('says who agreed to what, in which version and when, accessibly', async () => {
    const { element, root } = await show();
    expect(getProof).toHaveBeenCalledWith({ submissionId: 's1' });
    expect(root.textContent).toContain('Ada Byron');
    expect(root.textContent).toContain('2, ');
    expect(root.textContent).toContain('abc123');
    expect(root.querySelector('[data-entry="a1"] .words')!.textContent).toBe('to all of it.');
    expect(root.querySelector('[data-entry="a2"] [data-answer]')).toBeNull();
    expect(root.querySelector('[data-entry="a2"] svg path')!.getAttribute('d')).toBe('M1 1L2 2');
    expect(root.querySelector('[data-entry="a1"] svg')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('takes a consent back with what the person said', async () => {
    const { element, root, press } = await show();
    const told = jest.fn();
    element.addEventListener('withdrawn', told);
    await press('[data-answer="a1"]');
    await press('[data-keep]');
    expect(root.querySelector('[data-asking]')).toBeNull();
    await press('[data-answer="a1"]');
    root.querySelector('[data-reason]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'By phone' } }));
    mocked(withdraw).mockResolvedValue(proof({ withdrawnBy: 'Sam Staff', reason: 'By phone' }));
    await press('[data-withdraw]');
    expect(withdraw).toHaveBeenCalledWith({ submissionId: 's1', answerId: 'a1', reason: 'By phone' });
    expect(root.querySelector('[data-entry="a1"]')!.textContent).toContain('Sam Staff');
    expect(root.querySelector('[data-news]')!.textContent).toContain('Proof_Done');
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('offers no withdrawal to those who only look', async () => {
    const { root } = await show(false);
    expect(root.querySelector('[data-answer]')).toBeNull();
  });

  it('saves the proof as a file, or says why not', async () => {
    const { root, press } = await show();
    const saved = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    mocked(getProofFile).mockResolvedValue('JVBERg==');
    await press('[data-pdf]');
    expect(saved).toHaveBeenCalledTimes(1);
    expect((saved.mock.contexts[0] as HTMLAnchorElement).download).toBe('FS-00000001.pdf');
    mocked(getProofFile).mockRejectedValue({
      body: { message: JSON.stringify({ code: 'NOT_FOUND', message: 'It is gone' }) },
    });
    await press('[data-pdf]');
    expect(root.querySelector('[data-error]')!.textContent).toBe('It is gone');
    saved.mockRestore();
  });
});
