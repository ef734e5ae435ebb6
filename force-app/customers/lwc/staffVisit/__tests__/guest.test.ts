import { isAssisted, staffVisit } from 'c/staffVisit';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock(
  '@salesforce/apex/AssistedShoppingController.getStaffVisit',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);

describe('c/staffVisit of a guest', () => {
  it('asks the server nothing', async () => {
    expect(await staffVisit('demo')).toBeNull();
    expect(await isAssisted('demo')).toBe(false);
    expect(getStaffVisit).not.toHaveBeenCalled();
  });
});
