import StoreImage from 'c/storeImage';
import { find, mount, settle, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-image', () => {
  afterEach(unmountAll);

  it('shows the picture with its text, loaded lazily', async () => {
    const element = mount('c-store-image', StoreImage, { src: '/a.svg', alt: 'A mug' });
    await settle();
    const image = find<HTMLImageElement>(element, 'img');
    expect(image.getAttribute('src')).toBe('/a.svg');
    expect(image.alt).toBe('A mug');
    expect(image.getAttribute('loading')).toBe('lazy');
    await expect(element).toBeAccessible();
  });

  it('draws a stand-in with the same text when the picture fails to load', async () => {
    const element = mount('c-store-image', StoreImage, { src: '/gone.svg', alt: 'A mug' });
    await settle();
    find(element, 'img').dispatchEvent(new Event('error'));
    await settle();
    expect(element.querySelector('img')).toBeNull();
    expect(find(element, '[data-fallback]').getAttribute('aria-label')).toBe('A mug');
    await expect(element).toBeAccessible();
  });

  it('tries again when it gets another address', async () => {
    const element = mount('c-store-image', StoreImage, { src: '/gone.svg' });
    await settle();
    find(element, 'img').dispatchEvent(new Event('error'));
    await settle();
    element.src = '/b.svg';
    await settle();
    expect(find(element, 'img').getAttribute('src')).toBe('/b.svg');
  });

  it('hides a decorative stand-in from screen readers', async () => {
    const element = mount('c-store-image', StoreImage, { src: null, alt: '' });
    await settle();
    expect(find(element, '[data-fallback]').getAttribute('aria-hidden')).toBe('true');
  });
});
