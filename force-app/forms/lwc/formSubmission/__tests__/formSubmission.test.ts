import { createElement } from 'lwc';
import getSubmission from '@salesforce/apex/FormSubmissionController.getSubmission';
import FormSubmission from 'c/formSubmission';

jest.mock('@salesforce/apex/FormProofController.getProof', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormProofController.getProofFile', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormProofController.withdraw', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormSubmissionController.getSubmission', () => ({ default: jest.fn() }), { virtual: true });

const SENT = {
  submission: {
    id: 's1',
    reference: 'FS-00000001',
    formName: 'Waiver',
    versionNumber: 2,
    place: 'Page',
    status: 'Sent',
    createdAt: '2026-06-15T10:00:00Z',
    sentAt: '2026-06-15T10:00:00Z',
    customer: 'Ada',
    contactId: '003',
    email: 'ada@example.com',
    edits: 1,
  },
  language: 'en_US',
  answers: [
    { id: 'a2', question: 'name', kind: 'text', wording: 'Name', text: 'Grace', eraseOn: '2027-06-15' },
    { id: 'a1', question: 'name', kind: 'text', wording: 'Name', text: 'Ada', replacedAt: '2026-06-16T10:00:00Z' },
    {
      id: 'a3',
      question: 'terms',
      kind: 'consent',
      wording: 'I agree\nTo all of it',
      text: 'Yes',
      withdrawnAt: '2026-06-17T10:00:00Z',
    },
    { id: 'a4', question: 'age', kind: 'integer', wording: 'Age', text: null, erasedAt: '2026-06-20T10:00:00Z' },
    { id: 'a5', question: 'sign', kind: 'signature', wording: 'Sign', text: 'Ada', drawing: 'M0 0L9 9' },
    { id: 'a6', question: 'proof', kind: 'file', wording: 'Proof', text: '2 files' },
  ],
  files: [
    { id: 'f1', question: 'proof', name: 'a.pdf', size: 1500, contentVersionId: '068' },
    { id: 'f2', question: 'proof', name: 'b.pdf', size: 10, contentVersionId: null },
  ],
};
const tick = async () => {
  for (let i = 0; i < 6; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(): Promise<ShadowRoot> {
  const element = createElement('c-form-submission', { is: FormSubmission }) as HTMLElement & { recordId: string };
  element.recordId = 's1';
  document.body.appendChild(element);
  await tick();
  return element.shadowRoot as ShadowRoot;
}

describe('c-form-submission', () => {
  beforeEach(() => jest.resetAllMocks());
  afterEach(() => document.body.replaceChildren());

  it('shows answers word by word with history, files and retention, accessibly', async () => {
    (getSubmission as unknown as jest.Mock).mockResolvedValue(SENT);
    const root = await show();
    const of = (key: string, selector: string) => root.querySelectorAll(`[data-answer="${key}"] ${selector}`);
    expect(of('name', '[data-value]')[0].textContent).toBe('Grace');
    expect(of('name', '[data-former]')).toHaveLength(1);
    expect(of('name', '[data-retention]')[0].textContent).toContain('Erase_On');
    expect(of('age', '[data-retention]')).toHaveLength(0);
    expect(root.querySelector('[data-fact="email"] a')!.getAttribute('href')).toBe('mailto:ada@example.com');
    expect(of('terms', '.wording')[0].textContent).toBe('To all of it');
    expect(of('terms', '[data-withdrawn]')[0].textContent).toContain('Withdrawn');
    expect(of('name', '[data-withdrawn]')).toHaveLength(0);
    expect(of('age', '[data-value]')[0].textContent).toContain('Erased');
    expect(of('sign', 'path')[0].getAttribute('d')).toBe('M0 0L9 9');
    expect(of('proof', 'a')).toHaveLength(1);
    expect(of('proof', '[data-file]')).toHaveLength(2);
    await expect(root.host).toBeAccessible();
  });

  it('says that half a form is nobody’s to read, and what went wrong', async () => {
    const { submission } = SENT;
    (getSubmission as unknown as jest.Mock).mockResolvedValue({
      submission: { ...submission, sentAt: null, status: 'Open' },
      answers: [],
      files: [],
    });
    expect((await show()).querySelector('[data-empty]')!.textContent).toContain('No_Answers');
    (getSubmission as unknown as jest.Mock).mockRejectedValue(new Error('no'));
    expect((await show()).querySelector('[role="alert"]')).not.toBeNull();
  });

  it('leads to the proof of what was agreed to, and back', async () => {
    (getSubmission as unknown as jest.Mock).mockResolvedValue({ ...SENT, mayWithdraw: true });
    const root = await show();
    (root.querySelector('[data-proof]') as HTMLElement).click();
    await tick();
    const proof = root.querySelector('c-form-submission-proof') as HTMLElement & { recordId: string };
    expect(proof.recordId).toBe('s1');
    expect(proof).toHaveProperty('mayWithdraw', true);
    expect(root.querySelector('article')).toBeNull();
    proof.dispatchEvent(new CustomEvent('withdrawn'));
    await tick();
    expect(getSubmission).toHaveBeenCalledTimes(2);
    (root.querySelector('[data-answers]') as HTMLElement).click();
    await tick();
    expect(root.querySelector('article')).not.toBeNull();
  });

  it('has no proof of what was not sent, or agreed to nothing', async () => {
    const { submission, answers } = SENT;
    for (const one of [
      { ...SENT, submission: { ...submission, sentAt: null } },
      { ...SENT, answers: answers.filter(({ kind }) => kind === 'text') },
    ]) {
      (getSubmission as unknown as jest.Mock).mockResolvedValue(one);
      const root = await show(); // eslint-disable-line no-await-in-loop
      expect(root.querySelector('[data-proof]')).toBeNull();
    }
  });
});
