import StoreDialog from 'c/storeDialog';
import { find, heard, mount, settle, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-dialog', () => {
  afterEach(unmountAll);

  it('opens as a modal and closes', async () => {
    const element = mount('c-store-dialog', StoreDialog, { heading: 'Cart', open: false });
    await settle();
    const dialog = find<HTMLDialogElement>(element, 'dialog');
    const showModal = jest.spyOn(dialog, 'showModal');
    element.open = true;
    await settle();
    expect(showModal).toHaveBeenCalledTimes(1);
    expect(dialog.open).toBe(true);
    await expect(element).toBeAccessible();
    element.open = false;
    await settle();
    expect(dialog.open).toBe(false);
  });

  it('asks to be closed by its button, by Esc and by a click on the backdrop', async () => {
    const element = mount('c-store-dialog', StoreDialog, { heading: 'Cart', open: true });
    const closes = heard(element, 'close');
    await settle();
    find(element, '[data-close]').click();
    expect(closes).toHaveLength(1);
    const dialog = find<HTMLDialogElement>(element, 'dialog');
    dialog.dispatchEvent(new Event('close'));
    expect(closes).toHaveLength(2);
    dialog.dispatchEvent(new MouseEvent('click'));
    expect(closes).toHaveLength(3);
    find(element, 'h2').click();
    expect(closes).toHaveLength(3);
  });
});
