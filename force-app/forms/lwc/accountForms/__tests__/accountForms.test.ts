import AccountForms from 'c/accountForms';
import getMyForms from '@salesforce/apex/FormController.getMyForms';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/FormController.getMyForms', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

const mockForms = getMyForms as unknown as jest.Mock;

async function show() {
  const element = mount('c-account-forms', AccountForms, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-account-forms', () => {
  afterEach(() => unmountAll());

  it('shows what is still to be answered before what was sent', async () => {
    mockForms.mockResolvedValue([
      { slug: 'about', title: 'About you' },
      { submissionId: 's1', slug: 'start', title: 'Start', sentAt: '2031-03-14T17:30:00Z' },
    ]);
    const element = await show();
    expect(element.querySelector('[data-to-do]')!.textContent).toContain('About you');
    expect(element.querySelector('[data-sent]')!.textContent).toContain('Start');
    await expect(element).toBeAccessible();
  });

  it('says that there is nothing, and what went wrong', async () => {
    mockForms.mockResolvedValue([]);
    expect((await show()).querySelector('[data-empty]')).not.toBeNull();
    mockForms.mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    expect((await show()).textContent).toContain('Busy');
  });
});
