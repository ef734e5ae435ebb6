import { createElement } from 'lwc';
import SignInLog from 'c/signInLog';
import getSignIns from '@salesforce/apex/SignInLogController.getSignIns';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/SignInLogController.getSignIns', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Identity_Log_Refused', () => ({ __esModule: true, default: 'Refused: {0}' }), {
  virtual: true,
});

const LOGIN = {
  signedInAt: '2026-11-01T10:00:00.000Z',
  contactId: '003A',
  personName: 'Ada Lovelace',
  isSingleSignOn: false,
  device: 'Firefox 140, Linux',
  address: '192.0.2.1',
  failure: null,
};

async function show(recordId: string, ...signIns: object[]): Promise<ShadowRoot> {
  (getSignIns as unknown as jest.Mock).mockResolvedValue(signIns);
  const element = createElement('c-sign-in-log', { is: SignInLog });
  document.body.appendChild(element);
  (element as any).recordId = recordId;
  await settle();
  await expect(element).toBeAccessible();
  return element.shadowRoot as ShadowRoot;
}

const rowsOf = (root: ShadowRoot) => Array.from(root.querySelectorAll('[data-sign-in]'));

describe('c-sign-in-log', () => {
  afterEach(() => {
    document.body.textContent = '';
    jest.resetAllMocks();
  });

  it('tells when, how and from where', async () => {
    const failed = { ...LOGIN, isSingleSignOn: true, device: '', failure: 'Invalid Password' };
    const root = await show('003A', LOGIN, failed);
    const [first, second] = rowsOf(root).map(({ textContent }) => textContent);
    expect(first).toContain('c.Identity_Log_Password · Firefox 140, Linux · 192.0.2.1');
    expect(first).not.toContain('Ada');
    expect(second).toContain('c.Identity_Log_Provider · 192.0.2.1');
    expect(second).toContain('Refused: Invalid Password');
  });

  it('names the people of an account, and shows a few at first', async () => {
    const root = await show('001A', ...Array.from({ length: 7 }, () => LOGIN));
    expect(rowsOf(root)).toHaveLength(5);
    expect(root.querySelector('[data-sign-in] a')?.getAttribute('href')).toBe('/lightning/r/003A/view');
    (root.querySelector('[data-more]') as HTMLElement).click();
    await settle();
    expect(rowsOf(root)).toHaveLength(7);
    expect(root.querySelector('[data-more]')).toBeNull();
  });

  it('says that nobody has signed in, or why nothing is shown', async () => {
    const root = await show('003A');
    expect(root.textContent).toContain('c.Identity_Log_None');
    document.body.textContent = '';
    (getSignIns as unknown as jest.Mock).mockRejectedValue({
      body: { message: '{"code":"NOT_ALLOWED","message":"Not for you"}' },
    });
    const element = createElement('c-sign-in-log', { is: SignInLog });
    document.body.appendChild(element);
    (element as any).recordId = '003A';
    await settle();
    expect(element.shadowRoot?.querySelector('[role="alert"]')?.textContent).toBe('Not for you');
  });
});
