import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RouteTable } from '../client/storefront/routes.js';
import { PageReads } from '../host/page-reads.js';

const SITE = 'http://localhost:1';
const routes = new RouteTable(
  [
    { name: 'Product__c', path: '/product/:slug', type: 'custom-product', view: 'product', layout: 'Inner' },
    { name: 'Account', path: '/account', type: 'custom', view: 'account', layout: 'Inner' },
    { name: 'Home', path: '/', type: 'home', view: 'home', layout: 'Inner' },
  ],
  '',
);
const isPublic = ({ view }: { view: string }): boolean => view !== 'account';
const read = (parameters: object): URL =>
  new URL(`${SITE}/apex/Shop/get?params=${encodeURIComponent(JSON.stringify(parameters))}`);

function serve(reads: PageReads, path: string) {
  const url = new URL(path, SITE);
  const match = routes.match(url);
  assert.ok(match);
  return reads.callsOf(match, url);
}

describe('reads of pages', () => {
  it('are known to later pages of the route, with their own parameters', () => {
    const reads = new PageReads(routes, isPublic);
    assert.deepEqual(serve(reads, '/product/mug'), []);
    reads.learn(read({ query: { slug: 'mug', page: 1 }, store: '' }), `${SITE}/product/mug`);
    reads.learn(read({ query: { slug: 'mug', page: 1 }, store: '' }), `${SITE}/product/mug`);
    const parameters = { query: { slug: '{!Route.slug}', page: 1 }, store: '' };
    assert.deepEqual(serve(reads, '/product/cup'), [{ url: '/apex/Shop/get', parameters }]);
    assert.deepEqual(serve(reads, '/'), []);
  });

  it('are not learned from other sites, from pages with a query or without a page', () => {
    const reads = new PageReads(routes, isPublic);
    serve(reads, '/product/mug');
    for (const referrer of [undefined, 'nonsense', 'http://else.test/product/mug', `${SITE}/product/mug?variant=1`])
      reads.learn(read({ slug: 'mug' }), referrer);
    reads.learn(read({ slug: 'mug' }), `${SITE}/`);
    assert.deepEqual(serve(reads, '/product/mug'), []);
    assert.deepEqual(serve(reads, '/'), []);
  });

  it('are not learned from what is somebody’s own', () => {
    const reads = new PageReads(routes, isPublic);
    serve(reads, '/account');
    reads.learn(read({ name: 'Nora' }), `${SITE}/account`);
    reads.learnPicture(new URL(`${SITE}/bought.svg`), `${SITE}/account`);
    assert.deepEqual(serve(reads, '/account'), []);
    assert.deepEqual(reads.picturesOf(new URL(`${SITE}/account`)), []);
  });

  it('include the pictures that a page asked for first, for that page only', () => {
    const reads = new PageReads(routes, isPublic);
    const picture = (name: string): URL => new URL(`${SITE}/${name}.svg`);
    reads.learnPicture(picture('early'), `${SITE}/product/mug`);
    serve(reads, '/product/mug');
    for (const name of ['logo', 'logo', 'mug', 'thumbnail']) reads.learnPicture(picture(name), `${SITE}/product/mug`);
    reads.learnPicture(picture('other'), 'http://else.test/product/mug');
    assert.deepEqual(reads.picturesOf(new URL(`${SITE}/product/mug`)), ['/mug.svg', '/logo.svg']);
    assert.deepEqual(reads.picturesOf(new URL(`${SITE}/product/mug?variant=1`)), []);
    assert.deepEqual(reads.picturesOf(new URL(`${SITE}/product/cup`)), []);
  });
});
