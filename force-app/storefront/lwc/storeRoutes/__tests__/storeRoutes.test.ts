import {
  authoredUrl,
  categoryUrl,
  homeUrl,
  orderUrl,
  productUrl,
  queryParameters,
  routeParameter,
  safeStartUrl,
  searchUrl,
} from 'c/storeRoutes';

jest.mock('@salesforce/community/basePath', () => ({ __esModule: true, default: '/shop/' }), { virtual: true });

describe('c/storeRoutes', () => {
  it('puts every address below the base path of the site', () => {
    expect(homeUrl()).toBe('/shop');
    expect(categoryUrl('mugs')).toBe('/shop/category/mugs');
    expect(orderUrl('a b')).toBe('/shop/order/a%20b');
    expect(authoredUrl('/category/new')).toBe('/shop/category/new');
  });

  it('leaves full addresses of authors alone', () => {
    expect(authoredUrl('https://example.com/x')).toBe('https://example.com/x');
    expect(authoredUrl('//evil.example')).toBe('//evil.example');
    expect(authoredUrl('mailto:shop@example.com')).toBe('mailto:shop@example.com');
    expect(authoredUrl('#sizes')).toBe('#sizes');
    expect(authoredUrl('category/new')).toBe('category/new');
  });

  it('sends links home that could run something', () => {
    // eslint-disable-next-line no-script-url -- what is refused has to be named
    expect(authoredUrl('javascript:void(0)')).toBe('/shop');
    expect(authoredUrl(' JavaScript:void(0)')).toBe('/shop');
    expect(authoredUrl('data:text/html,x')).toBe('/shop');
  });

  it('goes on to pages of the site only, and to none that does something', () => {
    for (const url of ['/account', '/product/logout-mat', '/product/secure-box/', '/search?q=/secur/logout.jsp'])
      expect(safeStartUrl(url)).toBe(url);
    for (const url of [
      '//evil.example',
      '/secur/logout.jsp',
      '/shop/secur/logout.jsp?retUrl=/',
      '/%73ecur%2Flogout.jsp',
      '/x/../SECUR/logout.jsp',
      '/services/auth/sso/Google',
      '/logout',
      '/%zz',
      null,
    ])
      expect(safeStartUrl(url)).toBeNull();
  });

  it('writes only parameters that have a value', () => {
    expect(searchUrl({ q: 'red mug', sort: null })).toBe('/shop/search?q=red+mug');
    expect(productUrl('mug', 'v1')).toBe('/shop/product/mug?variant=v1');
    expect(productUrl('mug')).toBe('/shop/product/mug');
  });

  it('finds a route parameter among the attributes or in the state', () => {
    expect(routeParameter({ type: 'x', attributes: { slug: 'a' }, state: {} }, 'slug')).toBe('a');
    expect(routeParameter({ type: 'x', attributes: {}, state: { slug: 'b' } }, 'slug')).toBe('b');
    expect(routeParameter(null, 'slug')).toBeNull();
  });

  it('reads query parameters as texts', () => {
    expect(queryParameters({ type: 'x', attributes: {}, state: { a: '1', b: null } })).toEqual({ a: '1' });
    expect(queryParameters(undefined)).toEqual({});
  });
});
