import AccountData from 'c/accountData';
import getKinds from '@salesforce/apex/ShopperDataController.getKinds';
import getPart from '@salesforce/apex/ShopperDataController.getPart';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/ShopperDataController.getKinds', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/ShopperDataController.getPart', () => ({ __esModule: true, default: jest.fn() }), {
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

const mockKinds = getKinds as unknown as jest.Mock;
const mockPart = getPart as unknown as jest.Mock;

async function show() {
  const element = mount('c-account-data', AccountData, { storeCode: 'demo' });
  (getStore as any).emit(store());
  await settle();
  return element;
}

describe('c-account-data', () => {
  let saved: string[] = [];
  beforeEach(() => {
    saved = [];
    const original = global.Blob;
    jest.spyOn(global, 'Blob').mockImplementation((parts, options) => {
      saved.push(String(parts?.[0]));
      return new original(parts, options);
    });
    URL.createObjectURL = jest.fn(() => 'blob:data');
    URL.revokeObjectURL = jest.fn();
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  });
  afterEach(() => {
    unmountAll();
    jest.restoreAllMocks();
    jest.resetAllMocks();
  });

  it('puts all stretches into one file', async () => {
    mockKinds.mockResolvedValue(['profile', 'orders']);
    mockPart
      .mockResolvedValueOnce({ data: '{"LastName":"Byron"}', next: null })
      .mockResolvedValueOnce({ data: '[{"OrderNumber":"1"}]', next: '1' })
      .mockResolvedValueOnce({ data: '[{"OrderNumber":"2"}]', next: null });
    const element = await show();
    await expect(element).toBeAccessible();
    find(element, '[data-download]').click();
    await settle(12);
    expect(mockPart.mock.calls.map(([{ kind, after }]) => [kind, after])).toEqual([
      ['profile', null],
      ['orders', null],
      ['orders', '1'],
    ]);
    const file = JSON.parse(saved[0]);
    expect(file.store).toBe(store().name);
    expect(file.profile.LastName).toBe('Byron');
    expect(file.orders).toEqual([{ OrderNumber: '1' }, { OrderNumber: '2' }]);
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:data');
  });

  it('hands over nothing when a stretch is missing', async () => {
    mockKinds.mockResolvedValue(['profile']);
    mockPart.mockRejectedValue({ body: { message: '{"code":"BUSY","message":"Again"}' } });
    const element = await show();
    find(element, '[data-download]').click();
    await settle(12);
    expect(find(element, '[data-problem]').textContent).toBe('Again');
    expect(saved).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
