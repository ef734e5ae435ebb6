import ReturnLabel from 'c/returnLabel';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const SHOWN = {
  returnNumber: 'R-0000042',
  address: 'Returns\n1 Yard',
  lines: [{ id: 'l1', title: 'Mug', quantity: 2 }],
};

describe('c-return-label', () => {
  afterEach(() => unmountAll());

  it('shows where it goes and a code that scanners read', async () => {
    const element = mount('c-return-label', ReturnLabel, { shown: SHOWN, orderNumber: '7', storeName: 'Shop' });
    await settle();
    expect(find(element, '[data-address]').textContent).toBe('Returns\n1 Yard');
    expect(find(element, '[data-number]').textContent).toBe('R-0000042');
    expect(find(element, '[data-barcode] path').getAttribute('d')).toContain('h1v1');
    expect(element.textContent).toContain('2 × Mug');
    expect(element.textContent).toContain('c.Returns_Label_Usual');
    await expect(element).toBeAccessible();
  });

  it('prints, and closes', async () => {
    const element = mount('c-return-label', ReturnLabel, { shown: { ...SHOWN, address: null }, storeName: 'Shop' });
    await settle();
    expect(find(element, '[data-address]').textContent).toBe('Shop');
    window.print = jest.fn();
    find(element, '[data-print]').click();
    expect(window.print).toHaveBeenCalled();
    const closed = jest.fn();
    element.addEventListener('close', closed);
    find(element, '[data-close]').click();
    expect(closed).toHaveBeenCalled();
    unmountAll();
    expect(document.documentElement.dataset.printing).toBeUndefined();
  });
});
