import PictureZoom from 'c/pictureZoom';
import {
  find,
  heard,
  mount,
  product,
  settle,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

const { media } = product();

async function zoom() {
  const element = mount('c-picture-zoom', PictureZoom, { media, heading: 'Mug', index: 0 });
  await settle();
  return element;
}

const shown = (element: HTMLElement) => find(element, 'img').getAttribute('src');

describe('c-picture-zoom', () => {
  afterEach(unmountAll);

  it('opens over the page and moves by buttons and arrow keys', async () => {
    const element = await zoom();
    expect(find<HTMLDialogElement>(element, 'dialog').open).toBe(true);
    expect(shown(element)).toBe('/images/red.svg');
    await expect(element).toBeAccessible();
    find(element, '[data-next]').click();
    await settle();
    expect(shown(element)).toBe('/images/blue.svg');
    find(element, 'dialog').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    await settle();
    expect(shown(element)).toBe('/images/red.svg');
    find(element, '[data-previous]').click();
    await settle();
    expect(shown(element)).toBe('/images/blue.svg');
  });

  it('enlarges by a tap or the button, and another picture is small again', async () => {
    const element = await zoom();
    find(element, '[data-stage]').click();
    await settle();
    expect(find(element, '[data-stage]').classList.contains('enlarged')).toBe(true);
    expect(find(element, '[data-larger]').getAttribute('aria-pressed')).toBe('true');
    find(element, 'dialog').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await settle();
    expect(shown(element)).toBe('/images/red.svg');
    find(element, '[data-next]').click();
    await settle();
    expect(find(element, '[data-stage]').classList.contains('enlarged')).toBe(false);
    find(element, '[data-larger]').click();
    await settle();
    expect(find(element, '[data-stage]').classList.contains('enlarged')).toBe(true);
  });

  it('says which picture it was closed at', async () => {
    const element = await zoom();
    const closes = heard(element, 'close');
    find(element, '[data-next]').click();
    find(element, '[data-close]').click();
    expect(closes).toEqual([{ index: 1 }]);
  });
});
