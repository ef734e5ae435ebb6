import StoreFailure from 'c/storeFailure';
import { find, mount, settle, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-failure', () => {
  afterEach(unmountAll);

  it('says what happened and lets its page ask again', async () => {
    const element = mount('c-store-failure', StoreFailure, { message: 'Not now' });
    await settle();
    expect(find(element, '[role="alert"] p').textContent).toBe('Not now');
    await expect(element).toBeAccessible();
    const asked = jest.fn((event: Event) => event.preventDefault());
    element.addEventListener('retry', asked);
    find(element, '[data-retry]').click();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('offers nothing where asking again changes nothing', async () => {
    const element = mount('c-store-failure', StoreFailure, { message: 'Not for you', isFinal: true });
    await settle();
    expect(element.querySelector('[data-retry]')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
