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
jest.mock('@salesforce/user/isGuest', () => ({ __esModule: true, default: false }), { virtual: true });

const wire = preview as any;
const LINES = [{ productId: '01t1', quantity: 1, amount: 20, share: 1 }];
const TOLD = { points: 42, programName: 'Club', isMember: true, pending: 0 };

async function shown() {
  const element = mount('c-store-points', StorePoints, { store: store({ pointsFor: 'Members' }), lines: LINES });
  await settle();
  return element;
}

describe('c-store-points', () => {
  afterEach(unmountAll);

  it('says how many points it earns, and how many are on their way', async () => {
    const element = await shown();
    expect(wire.getLastConfig()).toEqual({ storeCode: store().code, lines: LINES });
    wire.emit(TOLD);
    await settle();
    expect(find(element, '[data-earns]').textContent).toContain('c.Loyalty_Earns');
    expect(find(element, '[data-earns]').textContent).not.toContain('c.Loyalty_Earns_Pending');
    wire.emit({ ...TOLD, pending: 8 });
    await settle();
    expect(find(element, '[data-earns]').textContent).toContain('c.Loyalty_Earns_Pending');
    await expect(element).toBeAccessible();
  });

  it('says nothing where nothing is earned, nor when it cannot be asked', async () => {
    const element = await shown();
    wire.emit({ ...TOLD, points: 0 });
    await settle();
    expect(element.querySelector('[data-earns]')).toBeNull();
    wire.emit(TOLD);
    wire.error();
    await settle();
    expect(element.querySelector('[data-earns]')).toBeNull();
  });

  it('asks again only when something else is bought', async () => {
    const element = (await shown()) as any;
    wire.emit(TOLD);
    element.lines = [];
    await settle();
    expect(element.querySelector('[data-earns]')).toBeNull();
  });
});
