import AccountGiftCards from 'c/accountGiftCards';
import getMine from '@salesforce/apex/VoucherController.getMine';
import keep from '@salesforce/apex/VoucherController.keep';
import sendAgain from '@salesforce/apex/VoucherController.sendAgain';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/VoucherController.getMine', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/VoucherController.keep', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/VoucherController.sendAgain', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockMine = getMine as unknown as jest.Mock;
const mockKeep = keep as unknown as jest.Mock;
const mockAgain = sendAgain as unknown as jest.Mock;
const card = {
  id: 'v1',
  name: 'Gift card ending in NPQR',
  openingBalance: 50,
  balance: 24.1,
  currencyCode: 'USD',
  lastDay: null,
  problem: null,
  design: 'garden',
};

async function show() {
  const element = mount('c-account-gift-cards', AccountGiftCards, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-account-gift-cards', () => {
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('shows what is left, and sends the code once more', async () => {
    mockMine.mockResolvedValue([card, { ...card, id: 'v2', balance: 0, problem: 'Nothing is left on it.' }]);
    const element = await show();
    expect(find(element, '[data-balance]').textContent).toContain('24.10');
    expect(find(element, '[data-problem]').textContent).toContain('Nothing is left');
    await expect(element).toBeAccessible();
    find(element, '[data-again]').click();
    await settle();
    expect(mockAgain).toHaveBeenCalledWith({ storeCode: 'demo', voucherId: 'v1' });
    expect(mockMine).toHaveBeenCalledTimes(2);
  });

  it('says that there are none', async () => {
    mockMine.mockResolvedValue([]);
    const element = await show();
    expect(element.querySelector('[data-empty]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('puts a card into the account by its code, and says why not', async () => {
    mockMine.mockResolvedValueOnce([]).mockResolvedValueOnce([card]);
    mockKeep.mockResolvedValueOnce({ problem: 'No such code.' }).mockResolvedValueOnce({ card });
    const element = await show();
    const add = async () => {
      find(element, '[data-add]').click();
      await settle();
    };
    await add();
    expect(mockKeep).not.toHaveBeenCalled();
    expect(element.querySelector('[data-message="giftCode"]')).not.toBeNull();
    const input = find(element, '[data-field="giftCode"]') as HTMLInputElement;
    input.value = 'ABCD';
    input.dispatchEvent(new CustomEvent('input'));
    await add();
    expect(mockKeep).toHaveBeenCalledWith({ storeCode: 'demo', code: 'ABCD' });
    expect(find(element, '[data-message="giftCode"]').textContent).toBe('No such code.');
    await expect(element).toBeAccessible();
    await add();
    expect(element.querySelector('[data-gift-card]')).not.toBeNull();
    expect((find(element, '[data-field="giftCode"]') as HTMLInputElement).value).toBe('');
    mockKeep.mockRejectedValueOnce({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    input.value = 'EFGH';
    input.dispatchEvent(new CustomEvent('input'));
    await add();
    expect(find(element, '[data-message="giftCode"]').textContent).toBe('Busy');
  });

  it('can be read again when that failed', async () => {
    mockMine.mockRejectedValueOnce({ body: { message: '{"code":"BUSY","message":"Busy"}' } });
    const element = await show();
    expect(element.textContent).toContain('Busy');
  });
});
