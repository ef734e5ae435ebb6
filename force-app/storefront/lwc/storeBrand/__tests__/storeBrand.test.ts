import StoreBrand from 'c/storeBrand';
import { find, mount, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-brand', () => {
  afterEach(unmountAll);

  it('shows the name of a shop without a logo, and leads home', async () => {
    const element = mount('c-store-brand', StoreBrand, { name: 'Demo shop' });
    expect(find(element, '.wordmark').textContent).toBe('Demo shop');
    expect(find(element, '[data-home]').getAttribute('href')).toBe('/');
    await expect(element).toBeAccessible();
  });

  it('shows the logo under the name of the shop', async () => {
    const element = mount('c-store-brand', StoreBrand, { name: 'Demo shop', logoUrl: '/logo.svg' });
    expect(find(element, 'img').getAttribute('src')).toBe('/logo.svg');
    expect(find(element, '[data-home]').getAttribute('aria-label')).toBe('Demo shop');
    await expect(element).toBeAccessible();
  });

  it('has a name for those who hear it before the shop is known', async () => {
    const element = mount('c-store-brand', StoreBrand);
    expect(find(element, '[data-home]').getAttribute('aria-label')).toBe('c.Store_Home');
    await expect(element).toBeAccessible();
  });
});
