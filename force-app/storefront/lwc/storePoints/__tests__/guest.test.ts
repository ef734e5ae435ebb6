import StorePoints from 'c/storePoints';
import preview from '@salesforce/apex/PointsPreviewController.preview';
import { find, mount, settle, store, unmountAll } from '../../storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/PointsPreviewController.preview',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);
jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: true }), { virtual: true });

const wire = preview as any;
const LINES = [{ productId: '01t1', quantity: 1, amount: 20, share: 1 }];
const TOLD = { points: 42, programName: 'Club', isMember: false, pending: 0 };

describe('c-store-points of a guest', () => {
  afterEach(unmountAll);

  it('asks only where the store tells guests', async () => {
    const silent = mount('c-store-points', StorePoints, { store: store({ pointsFor: 'Members' }), lines: LINES });
    await settle();
    expect(wire.getLastConfig()?.lines).toBeUndefined();
    expect(silent.querySelector('[data-earns]')).toBeNull();
    unmountAll();
    const element = mount('c-store-points', StorePoints, { store: store({ pointsFor: 'All' }), lines: LINES });
    await settle();
    wire.emit(TOLD);
    await settle();
    expect(find(element, '[data-earns]').textContent).toContain('c.Loyalty_Earns_Member');
    await expect(element).toBeAccessible();
  });
});
