import { announcementFor } from '../announcement';
import { store } from '../../storeTypes/__tests__/support';

describe('announcementFor', () => {
  it('says the free shipping of the country, or nothing where there is none', () => {
    const shop = store({ announcement: '{freeShipping} · Returns within 30 days' });
    expect(announcementFor(shop, 'AU')).toBe('c.Store_FreeShippingFromTo · Returns within 30 days');
    expect(announcementFor(shop, null)).toBe('c.Store_FreeShippingFromTo · Returns within 30 days');
    expect(announcementFor(shop, 'FR')).toBe('Returns within 30 days');
    const always = { ...shop.delivery[0], methods: [{ ...shop.delivery[0].methods[0], price: 0 }] };
    expect(announcementFor({ ...shop, delivery: [always] }, 'US')).toContain('c.Store_FreeShippingTo ');
  });

  it("prefers a country's own line to the line for everyone", () => {
    const shop = store({ announcement: 'AU, NZ: G’day\nUS: Hi\nWelcome' });
    expect(announcementFor(shop, 'NZ')).toBe('G’day');
    expect(announcementFor(shop, 'US')).toBe('Hi');
    expect(announcementFor(shop, 'DE')).toBe('Welcome');
    expect(announcementFor(shop, null)).toBe('Welcome');
    expect(announcementFor(store({ announcement: null }), null)).toBe('');
  });
});
