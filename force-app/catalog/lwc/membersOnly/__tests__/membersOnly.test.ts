import MembersOnly from 'c/membersOnly';
import { find, mount, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const GATE = { membershipName: 'Gold', membershipSlug: 'gold-club' };

describe('c-members-only for a guest', () => {
  afterEach(() => unmountAll());

  it('says what opens the page, and how to come by it', async () => {
    const element = mount('c-members-only', MembersOnly, { gate: GATE, returnUrl: '/category/vault' });
    const links = [...element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links[0]).toContain('/sign-in?startURL=');
    expect(decodeURIComponent(links[0]!)).toContain('/category/vault');
    expect(links[1]).toContain('/product/gold-club');
    expect(element.querySelector('h1')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('leaves out what is not sold', () => {
    const element = mount('c-members-only', MembersOnly, { gate: { ...GATE, membershipSlug: null } });
    expect(element.querySelectorAll('a')).toHaveLength(2);
  });

  it('is a note beside what may be seen', async () => {
    const element = mount('c-members-only', MembersOnly, { gate: GATE, isNote: true });
    expect(find(element, '[data-members-note]').textContent).toContain('Catalog_Members_Buy');
    expect(element.querySelector('h1')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
