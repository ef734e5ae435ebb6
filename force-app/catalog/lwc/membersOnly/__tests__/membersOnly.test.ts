import MembersOnly from 'c/membersOnly';
import { find, mount, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const GATE = { membershipName: 'Gold', membershipSlug: 'gold-club', opensAt: null };

describe('c-members-only for a guest', () => {
  afterEach(() => unmountAll());

  it('says what opens the page, and how to come by it', async () => {
    const element = mount('c-members-only', MembersOnly, { gate: GATE, returnUrl: '/category/vault' });
    const links = [...element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links[0]).toContain('/sign-in?startURL=');
    expect(decodeURIComponent(links[0]!)).toContain('/category/vault');
    expect(links[1]).toContain('/product/gold-club');
    expect(element.querySelector('h1')).not.toBeNull();
    expect(element.querySelector('[data-opens]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('leaves out what is not sold', () => {
    const element = mount('c-members-only', MembersOnly, { gate: { ...GATE, membershipSlug: null } });
    expect(element.querySelectorAll('a')).toHaveLength(2);
  });

  it.each([true, false])('says from when it is for everybody, as a note: %s', async (isNote) => {
    const gate = { ...GATE, opensAt: '2040-03-05T18:00:00.000Z' };
    const element = mount('c-members-only', MembersOnly, { gate, isNote, store: { locale: 'en-US' } });
    const label = isNote ? 'c.Catalog_Members_Open_Buy' : 'c.Catalog_Members_Open_See';
    expect(find(element, '[data-opens]').textContent).toContain(label);
    await expect(element).toBeAccessible();
  });

  it('is a note beside what may be seen', async () => {
    const element = mount('c-members-only', MembersOnly, { gate: GATE, isNote: true });
    expect(find(element, '[data-members-note]').textContent).toContain('Catalog_Members_Buy');
    expect(element.querySelector('h1')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
