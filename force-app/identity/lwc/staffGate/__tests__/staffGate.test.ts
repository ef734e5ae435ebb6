import { staffNotice } from 'c/staffGate';
import StaffNotice from 'c/staffNotice';
import { forgetStaffVisit } from 'c/staffVisit';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock(
  '@salesforce/apex/AssistedShoppingController.getStaffVisit',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);

describe('c/staffGate', () => {
  it('has what staff are told, and nothing for customers', async () => {
    (getStaffVisit as unknown as jest.Mock).mockResolvedValue(null);
    expect(await staffNotice('demo')).toBeNull();
    forgetStaffVisit();
    (getStaffVisit as unknown as jest.Mock).mockResolvedValue({ staffName: 'Sam', orgUrl: '/x' });
    expect(await staffNotice('demo')).toBe(StaffNotice);
  });
});
