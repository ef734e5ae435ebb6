import ProductGallery from 'c/productGallery';
import {
  appears,
  find,
  mount,
  product,
  settle,
  unmountAll,
} from '../../../../storefront/lwc/storeTypes/__tests__/support';

const { media } = product();

async function gallery(properties: Record<string, unknown> = {}) {
  const element = mount('c-product-gallery', ProductGallery, { media, heading: 'Mug', ...properties });
  await settle();
  return element;
}

const shown = (element: HTMLElement) => find(element, '.stage img').getAttribute('src');

function swipe(element: HTMLElement, from: number, to: number): void {
  const stage = find(element, '.stage');
  stage.dispatchEvent(Object.assign(new Event('touchstart'), { touches: [{ clientX: from }] }));
  stage.dispatchEvent(Object.assign(new Event('touchend'), { changedTouches: [{ clientX: to }] }));
}

describe('c-product-gallery', () => {
  afterEach(unmountAll);

  it('shows the first picture and marks its thumbnail', async () => {
    const element = await gallery();
    expect(shown(element)).toBe('/images/red.svg');
    expect(find(element, '[aria-current="true"]').dataset.index).toBe('0');
    await expect(element).toBeAccessible();
  });

  it('moves by buttons, thumbnails, arrow keys and swipes, round and round', async () => {
    const element = await gallery();
    find(element, '[data-next]').click();
    await settle();
    expect(shown(element)).toBe('/images/blue.svg');
    find(element, '[data-next]').click();
    await settle();
    expect(shown(element)).toBe('/images/red.svg');
    find(element, '[data-previous]').click();
    await settle();
    expect(shown(element)).toBe('/images/blue.svg');
    find(element, '[data-thumbnail]').click();
    await settle();
    expect(shown(element)).toBe('/images/red.svg');
    find(element, '[data-thumbnail]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await settle();
    expect(shown(element)).toBe('/images/blue.svg');
    swipe(element, 100, 200);
    await settle();
    expect(shown(element)).toBe('/images/red.svg');
  });

  it('follows the chosen variant and ignores pictures that it does not have', async () => {
    const element = await gallery();
    element.selectedUrl = '/images/blue.svg';
    await settle();
    expect(shown(element)).toBe('/images/blue.svg');
    element.selectedUrl = '/images/none.svg';
    await settle();
    expect(shown(element)).toBe('/images/blue.svg');
  });

  it('draws a stand-in when there is no picture', async () => {
    const element = await gallery({ media: [] });
    expect(find(element, '[data-fallback]').getAttribute('aria-label')).toBe('Mug');
    expect(element.querySelector('[data-next]')).toBeNull();
  });

  it('shows a picture from near, and goes on with the one that was looked at last', async () => {
    const element = await gallery();
    find(element, '[data-zoom]').click();
    const zoom = await appears(element, 'dialog');
    find(zoom, '[data-next]').click();
    await settle();
    find(zoom, '[data-close]').click();
    await settle();
    expect(element.querySelector('dialog')).toBeNull();
    expect(shown(element)).toBe('/images/blue.svg');
    expect(document.activeElement).toBe(find(element, '[data-zoom]'));
  });
});
