import StoreIcon from 'c/storeIcon';
import { find, mount, settle, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-icon', () => {
  afterEach(unmountAll);

  it('draws a known icon and hides it from screen readers', async () => {
    const element = mount('c-store-icon', StoreIcon, { name: 'bag' });
    await settle();
    expect(find(element, 'path').getAttribute('d')).toMatch(/^M/);
    expect(find(element, 'svg' as 'div').getAttribute('aria-hidden')).toBe('true');
    await expect(element).toBeAccessible();
  });

  it('draws nothing for an unknown name', async () => {
    const element = mount('c-store-icon', StoreIcon, { name: 'unicorn' });
    await settle();
    expect(find(element, 'path').getAttribute('d')).toBe('');
  });
});
