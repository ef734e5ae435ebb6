import StoreFrame from 'c/storeFrame';
import { find, mount, settle, store, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-frame', () => {
  afterEach(unmountAll);

  it('has no banner where there is nothing to say, and the content in its place', async () => {
    const element = mount('c-store-frame', StoreFrame, { store: store({ testMode: false, locale: 'de_AT' }) });
    await settle();
    expect(element.querySelector('.store-announcement')).toBeNull();
    expect(find(element, 'main').id).toBe('store-content');
    expect(document.documentElement.lang).toBe('de-AT');
    await expect(element).toBeAccessible();
  });

  it('says above the content what is announced', async () => {
    const element = mount('c-store-frame', StoreFrame, {
      store: store({ testMode: false }),
      announcement: 'Open late',
    });
    await settle();
    expect(find(element, '.store-announcement-text').textContent).toContain('Open late');
  });
});
