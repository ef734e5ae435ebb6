import { forgetStaffVisit, isAssisted, staffVisit } from 'c/staffVisit';
import getStaffVisit from '@salesforce/apex/AssistedShoppingController.getStaffVisit';

jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });
jest.mock(
  '@salesforce/apex/AssistedShoppingController.getStaffVisit',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);
const mockGet = getStaffVisit as unknown as jest.Mock;
const visit = { staffName: 'Sam', orgUrl: '/x', customerName: 'Ada' };

describe('c/staffVisit', () => {
  afterEach(() => {
    forgetStaffVisit();
    jest.resetAllMocks();
  });

  it('asks once for everybody on the page, until it is no longer true', async () => {
    mockGet.mockResolvedValue(visit);
    expect(await Promise.all([staffVisit('demo'), staffVisit('demo')])).toEqual([visit, visit]);
    expect(await isAssisted('demo')).toBe(true);
    expect(mockGet).toHaveBeenCalledTimes(1);
    forgetStaffVisit();
    mockGet.mockResolvedValue({ ...visit, customerName: null });
    expect(await isAssisted('demo')).toBe(false);
  });

  it('asks again after a failure, and takes nobody for staff meanwhile', async () => {
    mockGet.mockRejectedValueOnce(new Error('down')).mockResolvedValue(visit);
    expect(await isAssisted('demo')).toBe(false);
    expect(await isAssisted('demo')).toBe(true);
    mockGet.mockRejectedValue(new Error('down'));
    forgetStaffVisit();
    await expect(staffVisit('demo')).rejects.toThrow('down');
  });
});
