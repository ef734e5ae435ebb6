import { describePage } from 'c/storeDocument';

describe('c/storeDocument', () => {
  it('names the page and the store in the title', () => {
    describePage('Mug', 'Demo shop');
    expect(document.title).toBe('Mug – Demo shop');
    describePage(null, 'Demo shop');
    expect(document.title).toBe('Demo shop');
  });

  it('writes one description', () => {
    describePage('Mug', 'Demo shop', ' Warm ');
    describePage('Cup', 'Demo shop', 'Small');
    const metas = document.head.querySelectorAll('meta[name="description"]');
    expect(metas).toHaveLength(1);
    expect(metas[0].getAttribute('content')).toBe('Small');
  });
});
