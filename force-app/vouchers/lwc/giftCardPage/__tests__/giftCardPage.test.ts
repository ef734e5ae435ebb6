import GiftCardPage from 'c/giftCardPage';
import look from '@salesforce/apex/VoucherController.look';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/VoucherController.look', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockLook = look as unknown as jest.Mock;
const card = {
  id: null,
  name: 'Gift card ending in NPQR',
  openingBalance: 50,
  balance: 24.1,
  currencyCode: 'USD',
  lastDay: '2031-03-31',
  problem: null,
  design: 'winter',
  recipientName: 'Ada',
  senderName: 'Bob',
  message: 'Happy birthday',
};

async function show() {
  const element = mount('c-gift-card-page', GiftCardPage, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-gift-card-page', () => {
  afterEach(() => {
    unmountAll();
    window.location.hash = '';
    jest.resetAllMocks();
  });

  it('shows the card of the link behind the #', async () => {
    window.location.hash = '#ABCDEFGHJKLMNPQR';
    mockLook.mockResolvedValue({ card, problem: null });
    const element = await show();
    expect(mockLook).toHaveBeenCalledWith({
      storeCode: 'demo',
      code: 'ABCDEFGHJKLMNPQR',
      visitor: expect.stringMatching(/^[\d-]{7,64}$/),
    });
    expect(find(element, '[data-code]').textContent).toBe('ABCD-EFGH-JKLM-NPQR');
    expect(find(element, '[data-balance]').textContent).toContain('24.10');
    expect(element.textContent).toContain('Happy birthday');
    await expect(element).toBeAccessible();
    find(element, '[data-other]').click();
    await settle();
    expect(window.location.hash).toBe('');
    expect(element.querySelector('[data-card]')).toBeNull();
  });

  it('offers the wallet that the store has', async () => {
    window.location.hash = '#ABCDEFGHJKLMNPQR';
    mockLook.mockResolvedValue({ card, problem: null, wallet: { label: 'Add to Google Wallet', url: 'https://w/x' } });
    const element = await show();
    expect(find(element, '[data-wallet]').getAttribute('href')).toBe('https://w/x');
    expect(find(element, '[data-wallet]').textContent).toBe('Add to Google Wallet');
    await expect(element).toBeAccessible();
  });

  it('shows the card of the last link that was opened, whatever answers first', async () => {
    let answerFirst: (answer: unknown) => void = () => undefined;
    mockLook.mockReturnValueOnce(new Promise((resolve) => (answerFirst = resolve)));
    mockLook.mockResolvedValue({ card: { ...card, balance: 7 }, problem: null });
    window.location.hash = '#ABCDEFGHJKLMNPQR';
    const element = await show();
    window.location.hash = '#AAAABBBBCCCCDDDD';
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    await settle();
    answerFirst({ card, problem: null });
    await settle();
    expect(find(element, '[data-balance]').textContent).toContain('7.00');
    expect(find(element, '[data-code]').textContent).toBe('AAAA-BBBB-CCCC-DDDD');
    expect(element.querySelector('[data-wallet]')).toBeNull();
  });

  it('asks for a code, and says when it is none', async () => {
    mockLook.mockResolvedValue({ card: null, problem: 'Not known here' });
    const element = await show();
    find(element, '[data-show]').click();
    await settle();
    expect(mockLook).not.toHaveBeenCalled();
    expect(element.textContent).toContain('c.Vouchers_Page_Code_Missing');
    const input = find(element, '[data-field="giftCode"]') as HTMLInputElement;
    input.value = 'SPRING';
    input.dispatchEvent(new CustomEvent('input'));
    find(element, '[data-show]').click();
    await settle();
    expect(element.textContent).toContain('Not known here');
    await expect(element).toBeAccessible();
  });

  it('says why a card cannot be spent', async () => {
    window.location.hash = '#ABCDEFGHJKLMNPQR';
    mockLook.mockResolvedValue({ card: { ...card, problem: 'It has expired.' }, problem: null });
    const element = await show();
    expect(find(element, '[data-problem]').textContent).toBe('It has expired.');
  });
});
