import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import getChoices from '@salesforce/apex/FormAdminController.getChoices';
import exportAnswers from '@salesforce/apex/FormSubmissionController.exportAnswers';
import getSubmissions from '@salesforce/apex/FormSubmissionController.getSubmissions';
import FormSubmissions from 'c/formSubmissions';
import * as csv from 'c/csvFile';

jest.mock('@salesforce/apex/FormAdminController.getChoices', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormSubmissionController.exportAnswers', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/FormSubmissionController.getSubmission',
  () => ({ default: jest.fn(() => new Promise(() => undefined)) }),
  { virtual: true },
);
jest.mock('@salesforce/apex/FormSubmissionController.getSubmissions', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('c/csvFile', () => ({ ...jest.requireActual('c/csvFile'), saveCsv: jest.fn() }));

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const ROW = {
  id: 's1',
  reference: 'FS-1',
  formName: 'Waiver',
  versionNumber: 2,
  place: 'Page',
  status: 'Sent',
  sentAt: '2026-06-15T10:00:00.000Z',
  email: '=evil@example.com',
  edits: 0,
};
const tick = async () => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(): Promise<ShadowRoot> {
  const element = createElement('c-form-submissions', { is: FormSubmissions });
  document.body.appendChild(element);
  (CurrentPageReference as any).emit({ state: {} });
  await tick();
  return element.shadowRoot as ShadowRoot;
}
const filter = async (root: ShadowRoot, name: string, value: string) => {
  root.querySelector(`[data-filter="${name}"]`)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await tick();
};
const asked = () => mocked(getSubmissions).mock.lastCall[0].query;

describe('c-form-submissions', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    mocked(getChoices).mockResolvedValue({
      forms: [{ id: 'f1', name: 'Waiver', publishedNumber: 2 }],
      stores: [{ id: 'st', name: 'Acme' }],
    });
    mocked(getSubmissions).mockResolvedValue({ rows: [ROW], hasMore: false });
  });
  afterEach(() => document.body.replaceChildren());

  it('lists submissions, narrows them, and reads one, accessibly', async () => {
    const root = await show();
    await expect(root.host).toBeAccessible();
    await filter(root, 'formId', 'f1');
    await filter(root, 'version', '2');
    await filter(root, 'status', 'Sent');
    expect(asked()).toMatchObject({ formId: 'f1', versionNumber: 2, status: 'Sent', skip: 0 });
    root
      .querySelector('lightning-datatable')!
      .dispatchEvent(new CustomEvent('rowaction', { detail: { row: { id: 's1' } } }));
    await tick();
    expect(root.querySelector('[data-detail]')).toMatchObject({ recordId: 's1' });
    (root.querySelector('[data-back]') as HTMLElement).click();
    await tick();
    expect(root.querySelector('[data-detail]')).toBeNull();
    (root.querySelector('[data-clear]') as HTMLElement).click();
    await tick();
    expect(asked()).toMatchObject({ formId: null, versionNumber: null, status: '' });
  });

  it('exports answers of a form in parts, one column a question, and no formula', async () => {
    const root = await show();
    expect((root.querySelector('[data-export]') as HTMLButtonElement).disabled).toBe(true);
    await filter(root, 'formId', 'f1');
    mocked(exportAnswers)
      .mockResolvedValueOnce({
        columns: [{ question: 'b', wording: 'Second', position: 1 }],
        rows: [{ submission: ROW, answers: { b: '=1+1' } }],
        hasMore: true,
      })
      .mockResolvedValueOnce({
        columns: [{ question: 'a', wording: 'First\nlong', position: 0 }],
        rows: [{ submission: { ...ROW, reference: 'FS-2', email: null }, answers: { a: 'x' } }],
        hasMore: false,
      });
    (root.querySelector('[data-export]') as HTMLElement).click();
    await tick();
    const [name, text] = mocked(csv.saveCsv).mock.calls[0];
    expect(name).toBe('waiver.csv');
    const [head, first, second] = text.split('\r\n');
    expect(head).toContain('First [a],Second [b]');
    expect(first).toContain("'=evil@example.com,,,'=1+1");
    expect(second).toMatch(/FS-2,.*,x,$/);
    expect(mocked(exportAnswers).mock.calls[1][0].query.skip).toBe(1);
  });

  it('says that there is nothing, and what went wrong', async () => {
    mocked(getSubmissions).mockResolvedValue({ rows: [], hasMore: false });
    const root = await show();
    expect(root.querySelector('[data-empty]')!.textContent).toContain('None_Yet');
    await filter(root, 'status', 'Sent');
    expect(root.querySelector('[data-empty]')!.textContent).toContain('No_Rows');
    mocked(getSubmissions).mockRejectedValue(new Error('no'));
    expect((await show()).querySelector('[role="alert"]')).not.toBeNull();
  });
});
