import { breadcrumbData, describePage } from 'c/storeDocument';

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

  it('writes what shared links show, and takes the picture of another page away', () => {
    describePage('Mug', 'Demo shop', 'Warm', { image: '/mug.png?v=1', kind: 'product' });
    const value = (property: string) =>
      document.head.querySelector(`meta[property="og:${property}"]`)?.getAttribute('content');
    expect([value('title'), value('type'), value('image')]).toEqual(['Mug', 'product', 'http://localhost/mug.png?v=1']);
    describePage('Mug', 'Demo shop', 'Warm', { image: '/mug.svg' });
    expect(value('image')).toBeUndefined();
    describePage('Cart', 'Demo shop');
    expect([value('title'), value('type'), value('image')]).toEqual(['Cart', 'website', undefined]);
  });

  it('names the address without its query as the canonical one', () => {
    window.history.replaceState({}, '', '/product/mug?variant=1');
    describePage('Mug', 'Demo shop');
    expect(document.head.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(
      'http://localhost/product/mug',
    );
  });

  it('keeps the structured data of the current page only', () => {
    const crumbs = breadcrumbData([
      { name: 'Home', url: '/' },
      { name: 'Kitchen', url: '/category/kitchen' },
    ]);
    describePage('Kitchen', 'Demo shop', null, { data: [crumbs] });
    const scripts = () => document.head.querySelectorAll('script[type="application/ld+json"]');
    const [list] = JSON.parse(scripts()[0].textContent ?? '')['@graph'];
    expect(list.itemListElement[1]).toEqual({
      '@type': 'ListItem',
      position: 2,
      name: 'Kitchen',
      item: 'http://localhost/category/kitchen',
    });
    describePage('Cart', 'Demo shop');
    expect(scripts()).toHaveLength(0);
  });
});
