import StoreHeader from 'c/storeHeader';
import { buildNavigation } from 'c/storeNavigation';
import { category, find, heard, mount, settle, store, texts, unmountAll } from '../../storeTypes/__tests__/support';

jest.mock('@salesforce/apex/StorefrontController.suggest', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const nodes = buildNavigation(store().categories);

describe('c-store-header', () => {
  afterEach(() => {
    unmountAll();
    jest.clearAllMocks();
  });

  it('shows the name, the categories and the number of items', async () => {
    const element = mount('c-store-header', StoreHeader, { store: store(), nodes, cartCount: 3 });
    await settle();
    expect(find(element, '.wordmark').textContent).toBe('Demo shop');
    expect(texts(element, '.top')).toEqual(['Kitchen', 'Garden']);
    expect(find(element, '[data-cart-count]').textContent).toBe('3');
    await expect(element).toBeAccessible();
  });

  it('opens and closes a category by its button and by Esc, which gives the focus back', async () => {
    const element = mount('c-store-header', StoreHeader, { store: store(), nodes });
    await settle();
    const button = find(element, 'button[data-slug="kitchen"]');
    button.click();
    await settle();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    find(element, '.child').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settle();
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(button);
  });

  it('closes the category when the focus leaves the navigation', async () => {
    const element = mount('c-store-header', StoreHeader, { store: store(), nodes });
    await settle();
    const button = find(element, 'button[data-slug="kitchen"]');
    button.click();
    await settle();
    button.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: find(element, '[data-cart]') }));
    await settle();
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });

  it('puts what has no room under "More"', async () => {
    const many = buildNavigation(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((slug) => category(slug)));
    const element = mount('c-store-header', StoreHeader, { store: store(), nodes: many });
    await settle();
    expect(texts(element, '.top')).toEqual(['A', 'B', 'C', 'D', 'E', 'c.Store_More']);
    expect(texts(element, '.child')).toEqual(['F', 'G']);
  });

  it('shows categories of categories in columns', async () => {
    const deep = buildNavigation([
      category('home'),
      category('rugs', { parentSlug: 'home' }),
      category('runners', { parentSlug: 'rugs' }),
    ]);
    const element = mount('c-store-header', StoreHeader, { store: store(), nodes: deep });
    await settle();
    expect(texts(element, '.wide .child')).toEqual(['c.Store_ViewAll Home', 'Rugs', 'Runners']);
  });

  it('asks for the menu and the cart', async () => {
    const element = mount('c-store-header', StoreHeader, { store: store(), nodes });
    const menus = heard(element, 'menu');
    const carts = heard(element, 'cart');
    await settle();
    find(element, '[data-menu]').click();
    find(element, '[data-cart]').click();
    expect([menus.length, carts.length]).toEqual([1, 1]);
  });

  it('shows the search field and focuses it', async () => {
    const element = mount('c-store-header', StoreHeader, { store: store(), nodes });
    await settle();
    find(element, '[data-search-toggle]').click();
    await settle();
    expect(document.activeElement).toBe(find(element, 'input[type="search"]'));
  });
});
