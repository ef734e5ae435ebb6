import addItem from '@salesforce/apex/CartController.addItem';
import removeCartItem from '@salesforce/apex/CartController.removeItem';
import setItemQuantity from '@salesforce/apex/CartController.setQuantity';
import { changeQuantity, takeOut } from 'c/cartActions';
import { subscribe, type Toast } from 'c/storeEvents';
import { cart, settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/CartController.getCart', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.addItem', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.setQuantity', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/CartController.removeItem', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockAdd = addItem as unknown as jest.Mock;
const mockRemove = removeCartItem as unknown as jest.Mock;
const mockSet = setItemQuantity as unknown as jest.Mock;
const refusal = { body: { message: '{"code":"OUT_OF_STOCK","message":"Only 3 left"}' } };

describe('c/cartActions', () => {
  let toasts: Toast[] = [];
  let end: () => void;

  beforeEach(() => {
    toasts = [];
    end = subscribe('toast', (toast) => toasts.push(toast));
  });
  afterEach(() => {
    end();
    jest.resetAllMocks();
    window.localStorage.clear();
  });

  it('announces a changed quantity', async () => {
    const announced = jest.fn();
    const endAnnounce = subscribe('announce', announced);
    mockSet.mockResolvedValue(cart());
    await changeQuantity('s', 'line1', 3, jest.fn());
    endAnnounce();
    expect(mockSet).toHaveBeenCalledWith(expect.objectContaining({ itemId: 'line1', quantity: 3 }));
    expect(announced).toHaveBeenCalledWith('c.Store_CartUpdated');
  });

  it('says why a quantity was refused', async () => {
    mockSet.mockRejectedValue(refusal);
    const undo = jest.fn();
    await changeQuantity('s', 'line1', 9, undo);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(toasts).toEqual([{ message: 'Only 3 left', tone: 'error' }]);
  });

  it('takes a line out and puts it back on request', async () => {
    mockRemove.mockResolvedValue(cart({ items: [], itemCount: 0 }));
    mockAdd.mockResolvedValue(cart());
    await takeOut('s', cart().items[0], document.body);
    expect(toasts[0]).toMatchObject({ message: 'c.Store_Removed', actionLabel: 'c.Store_Undo' });
    toasts[0].action?.();
    await settle(12);
    expect(mockAdd).toHaveBeenCalledWith(expect.objectContaining({ variantId: 'red-s', quantity: 2 }));
  });

  it('offers no way back for what was chosen with more than a product', async () => {
    mockRemove.mockResolvedValue(cart({ items: [], itemCount: 0 }));
    await takeOut('s', { ...cart().items[0], lineType: 'GiftWrap', parentId: 'line0' }, document.body);
    expect(toasts[0].actionLabel).toBeUndefined();
  });

  it('says so when a line cannot be put back', async () => {
    mockRemove.mockResolvedValue(cart({ items: [], itemCount: 0 }));
    mockAdd.mockRejectedValue(refusal);
    await takeOut('s', cart().items[0], document.body);
    toasts[0].action?.();
    await settle(12);
    expect(toasts[1]).toEqual({ message: 'Only 3 left', tone: 'error' });
  });

  it.each([
    ['the line that takes its place', ['line1', 'line2', 'line3'], 'line2'],
    ['the last line', ['line0', 'line1'], 'line0'],
    ['what an empty cart says', ['line1'], 'empty'],
  ])('moves the focus to %s', async (_, ids, expected) => {
    mockRemove.mockImplementation(async () => {
      Array.from(document.body.children)
        .find((child) => (child as HTMLElement).dataset.id === 'line1')
        ?.remove();
      return cart({ items: [], itemCount: 0 });
    });
    for (const id of ids) {
      const button = document.createElement('button');
      button.dataset.id = id;
      button.dataset.remove = '';
      document.body.append(button);
    }
    const empty = document.createElement('div');
    empty.tabIndex = -1;
    empty.dataset.id = 'empty';
    empty.dataset.empty = '';
    document.body.append(empty);
    await takeOut('s', cart().items[0], document.body);
    expect((document.activeElement as HTMLElement).dataset.id).toBe(expected);
    document.body.replaceChildren();
  });
});
