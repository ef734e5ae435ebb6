import IdentityPanel from 'c/identityPanel';
import { find, mount, settle, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

describe('c-identity-panel', () => {
  afterEach(unmountAll);

  it('names its section by the heading', async () => {
    const element = mount('c-identity-panel', IdentityPanel, { heading: 'Sign in', lead: 'Welcome', icon: 'mail' });
    await settle();
    const section = find(element, 'section');
    expect(find(element, `#${section.getAttribute('aria-labelledby')}`).textContent).toBe('Sign in');
    expect(find(element, '[data-lead]').textContent).toBe('Welcome');
    await expect(element).toBeAccessible();
  });

  it('leaves out what it was not given', async () => {
    const element = mount('c-identity-panel', IdentityPanel, { heading: 'Sign in' });
    await settle();
    expect(element.querySelector('[data-lead]')).toBeNull();
    expect(element.querySelector('c-store-icon')).toBeNull();
  });
});
