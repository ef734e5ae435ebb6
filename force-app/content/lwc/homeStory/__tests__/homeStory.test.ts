import HomeStory from 'c/homeStory';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

describe('c-home-story', () => {
  afterEach(unmountAll);

  it('tells its story and leads on', async () => {
    const element = mount('c-home-story', HomeStory, {
      heading: 'Fewer, better',
      text: 'We mend.',
      linkText: 'New',
      linkUrl: '/search?sort=newest',
    });
    await settle();
    expect(find(element, 'h2').textContent).toBe('Fewer, better');
    expect(find(element, 'a').getAttribute('href')).toBe('/search?sort=newest');
    await expect(element).toBeAccessible();
  });

  it('needs no link', async () => {
    const element = mount('c-home-story', HomeStory, { heading: 'A', text: 'B' });
    await settle();
    expect(element.querySelector('a')).toBeNull();
  });
});
