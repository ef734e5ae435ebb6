import FormProof from 'c/formProof';
import getProof from '@salesforce/apex/FormConsentController.getProof';
import getProofFile from '@salesforce/apex/FormConsentController.getProofFile';
import withdraw from '@salesforce/apex/FormConsentController.withdraw';
import { mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/FormConsentController.getProof', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/FormConsentController.getProofFile', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/FormConsentController.withdraw', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const proof = (more = {}) => ({
  submissionId: 's1',
  storeName: 'Acme',
  timeZone: 'Asia/Kathmandu',
  title: 'Waiver',
  reference: 'FS-1',
  versionNumber: 2,
  publishedAt: '2031-03-01T10:00:00Z',
  sentAt: '2031-03-14T17:30:00Z',
  signer: 'Ada Byron <ada@example.com>',
  fingerprint: 'abc',
  entries: [
    {
      answerId: 'a1',
      kind: 'consent',
      wording: 'I agree\nto all.',
      answer: 'Yes',
      givenAt: '2031-03-14T17:30:00Z',
      mayWithdraw: true,
      ...more,
    },
  ],
});
const link = { token: 'secret' };

async function show() {
  const element = mount('c-form-proof', FormProof, { storeCode: 'demo', store: store(), link });
  await settle();
  return element;
}
const click = async (element: HTMLElement, selector: string) => {
  (element.querySelector(selector) as HTMLElement).click();
  await settle();
};

describe('c-form-proof', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    (getProof as unknown as jest.Mock).mockResolvedValue(proof());
  });
  afterEach(() => unmountAll());

  it('shows a signature as it was drawn, with the name', async () => {
    (getProof as unknown as jest.Mock).mockResolvedValue(
      proof({ kind: 'signature', answer: 'Ada', drawing: 'M1 1L2 2', mayWithdraw: false }),
    );
    const element = await show();
    expect(element.querySelector('svg path')!.getAttribute('d')).toBe('M1 1L2 2');
    expect(element.querySelector('svg')!.getAttribute('aria-label')).toContain('Ada');
    await expect(element).toBeAccessible();
  });

  it('shows the words, the time and the person', async () => {
    const element = await show();
    expect(element.textContent).toContain('Ada Byron');
    expect(element.textContent).toContain('to all.');
    // By the clock of the store, wherever it is read.
    expect(element.textContent).toMatch(/Mar 14, 2031, 11:15\sPM GMT\+5:45/);
    await expect(element).toBeAccessible();
  });

  it('takes a consent back once it was asked whether to', async () => {
    const element = await show();
    await click(element, '[data-answer="a1"]');
    await click(element, '[data-keep]');
    expect(withdraw).not.toHaveBeenCalled();
    await click(element, '[data-answer="a1"]');
    await expect(element).toBeAccessible();
    const reason = element.querySelector('[data-reason]') as HTMLInputElement;
    reason.value = 'Too much mail';
    reason.dispatchEvent(new Event('input'));
    (withdraw as unknown as jest.Mock).mockResolvedValue(
      proof({
        mayWithdraw: false,
        withdrawnAt: '2031-03-15T10:00:00Z',
        withdrawnBy: 'Customer',
        reason: 'Too much mail',
      }),
    );
    await click(element, '[data-withdraw]');
    expect(withdraw).toHaveBeenCalledWith({ storeCode: 'demo', form: link, answerId: 'a1', reason: 'Too much mail' });
    expect(element.querySelector('[data-answer]')).toBeNull();
    expect(element.textContent).toContain('Too much mail');
  });

  it('is handed over as a file, and printed', async () => {
    (getProofFile as unknown as jest.Mock).mockResolvedValue('JVBERg==');
    const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    const element = await show();
    await click(element, '[data-pdf]');
    expect(clicked).toHaveBeenCalledTimes(1);
    await click(element, '[data-print]');
    expect(print).toHaveBeenCalledTimes(1);
    (getProofFile as unknown as jest.Mock).mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    await click(element, '[data-pdf]');
    expect(element.querySelector('[data-proof-problem]')!.textContent).toBe('Busy');
    clicked.mockRestore();
    print.mockRestore();
  });

  it('says when it cannot be had', async () => {
    (getProof as unknown as jest.Mock).mockRejectedValue({ body: { message: '{"code":"X","message":"Gone"}' } });
    expect((await show()).textContent).toContain('Gone');
  });
});
