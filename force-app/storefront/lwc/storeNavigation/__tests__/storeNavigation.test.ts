import { buildNavigation } from 'c/storeNavigation';
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
});
