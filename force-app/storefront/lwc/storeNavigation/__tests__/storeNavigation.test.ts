import { buildNavigation, categoryCameFrom, rememberCategory } from 'c/storeNavigation';
import { category } from '../../storeTypes/__tests__/support';

describe('c/storeNavigation', () => {
  it('puts categories below their parents in the given order', () => {
    const [kitchen, garden] = buildNavigation([
      category('mugs', { parentSlug: 'kitchen' }),
      category('kitchen'),
      category('garden'),
      category('plates', { parentSlug: 'kitchen' }),
    ]);
    expect(kitchen).toMatchObject({ name: 'Kitchen', hasChildren: true });
    expect(kitchen.children.map(({ slug }) => slug)).toEqual(['mugs', 'plates']);
    expect(garden).toMatchObject({ slug: 'garden', hasChildren: false, children: [] });
  });

  it('shows a child of an unknown parent at the top', () => {
    expect(buildNavigation([category('mugs', { parentSlug: 'gone' })])).toHaveLength(1);
  });

  it('leads back to the category that the shopper came from, else to the most special one', () => {
    const categories = [
      category('sale', { path: ['sale'] }),
      category('mugs', { path: ['kitchen', 'mugs'] }),
      category('gifts', { path: ['gifts'] }),
    ];
    sessionStorage.clear();
    expect(categoryCameFrom(categories)?.slug).toBe('mugs');
    rememberCategory('gifts');
    expect(categoryCameFrom(categories)?.slug).toBe('gifts');
    rememberCategory('kitchen');
    expect(categoryCameFrom(categories)?.slug).toBe('mugs');
    rememberCategory('elsewhere');
    expect(categoryCameFrom(categories)?.slug).toBe('mugs');
    expect(categoryCameFrom([])).toBeNull();
  });
});
