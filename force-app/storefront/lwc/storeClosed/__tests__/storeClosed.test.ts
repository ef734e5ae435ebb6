import StoreClosed from 'c/storeClosed';
import { find, mount, settle, store, unmountAll } from '../../storeTypes/__tests__/support';

describe('c-store-closed', () => {
  afterEach(unmountAll);

  it('says whose shop is closed, what the merchant says, and whom to ask', async () => {
    const element = mount('c-store-closed', StoreClosed, {
      store: store({ closed: true, closedMessage: 'Back on Monday.', logoUrl: '/logo.svg' }),
    });
    await settle();
    expect(find(element, 'h1').textContent).toBe('c.Store_Closed');
    expect(find(element, '[data-closed-message]').textContent).toBe('Back on Monday.');
    expect(find<HTMLImageElement>(element, 'img').alt).toBe('Demo shop');
    const links = Array.from(element.querySelectorAll('a'), (link) => link.getAttribute('href'));
    expect(links).toEqual(['mailto:help@example.com', 'tel:+15550100']);
    await expect(element).toBeAccessible();
  });

  it('keeps out of search engines, and only while it is shown', async () => {
    const element = mount('c-store-closed', StoreClosed, {
      store: store({ closed: true, closedMessage: null, supportEmail: null }),
    });
    await settle();
    expect(find(element, '[data-closed-message]').textContent).toBe('c.Store_ClosedText');
    expect(document.head.querySelector<HTMLMetaElement>('meta[name="robots"]')?.content).toBe('noindex');
    unmountAll();
    expect(document.head.querySelector('meta[name="robots"]')).toBeNull();
  });
});
