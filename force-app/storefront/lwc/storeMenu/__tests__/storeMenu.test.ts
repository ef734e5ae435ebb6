import StoreMenu from 'c/storeMenu';
import { buildNavigation } from 'c/storeNavigation';
import { category, find, heard, mount, settle, store, texts, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-menu', () => {
  afterEach(unmountAll);

  it('lists all categories and closes when a link is followed', async () => {
    const nodes = buildNavigation(store().categories);
    const element = mount('c-store-menu', StoreMenu, { store: store(), nodes, open: true });
    const closes = heard(element, 'close');
    await settle();
    expect(texts(element, 'nav a')).toEqual(['c.Store_Home', 'c.Store_ViewAll Kitchen', 'Mugs', 'Garden']);
    expect(find(element, '.contact a').getAttribute('href')).toBe('mailto:help@example.com');
    await expect(element).toBeAccessible();
    const link = find(element, 'a[href="/category/garden"]');
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect(closes).toHaveLength(1);
  });

  it('opens categories of categories in place', async () => {
    const nodes = buildNavigation([
      category('home'),
      category('rugs', { parentSlug: 'home' }),
      category('runners', { parentSlug: 'rugs' }),
    ]);
    const element = mount('c-store-menu', StoreMenu, { store: store(), nodes, open: true });
    await settle();
    expect(texts(element, '.innermost a')).toEqual(['c.Store_ViewAll Rugs', 'Runners']);
    await expect(element).toBeAccessible();
  });
});
