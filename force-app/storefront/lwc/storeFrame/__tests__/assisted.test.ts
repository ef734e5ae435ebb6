import StoreFrame from 'c/storeFrame';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';
import { mount, settle, unmountAll } from '../../storeTypes/__tests__/support';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock(
  '@salesforce/apex/AssistedShoppingController.getStaffVisit',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);
describe('c-store-frame of whoever signed in', () => {
  afterEach(unmountAll);

  it('says above everything else in whose place staff shops', async () => {
    (getStaffVisit as unknown as jest.Mock).mockResolvedValue({
      staffName: 'Sam Staff',
      orgUrl: '/lightning/r/Contact/003/view',
      customerName: 'Ada Byron',
      accountName: null,
      endsAt: new Date(Date.now() + 600_000).toISOString(),
    });
    const element = mount('c-store-frame', StoreFrame, { storeCode: 'demo' });
    await settle();
    await settle();
    expect(getStaffVisit).toHaveBeenCalledWith({ storeCode: 'demo' });
    expect(element.querySelector('[data-assisted]')).not.toBeNull();
  });
});
