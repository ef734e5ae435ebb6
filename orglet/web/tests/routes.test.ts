import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RouteTable, type Route } from '../client/storefront/routes.js';

const route = (name: string, type: string, path: string): Route => ({ name, type, path, view: name, layout: 'Inner' });
const table = new RouteTable(
  [
    route('Home', 'home', '/'),
    route('Product__c', 'custom-product', '/product/:slug'),
    route('New__c', 'custom-new', '/product/new'),
    route('Thing', 'detail-a00', '/thing/:recordId/:recordName?'),
    route('Error', 'error', '/error'),
  ],
  '',
);
const at = (address: string) => table.match(new URL(address, 'http://localhost'));

describe('routes of a site', () => {
  it('give path parameters as attributes and the query as state', () => {
    const match = at('/product/blue%20mug?q=1&o.Size=M&o.Size=L');
    assert.equal(match?.route.name, 'Product__c');
    assert.deepEqual(match?.reference, {
      type: 'comm__namedPage',
      attributes: { name: 'Product__c', slug: 'blue mug' },
      state: { q: '1', 'o.Size': ['M', 'L'] },
    });
  });

  it('prefer fixed segments to parameters', () => {
    assert.equal(at('/product/new')?.route.name, 'New__c');
  });

  it('lead to sign-in and sign-out, the server’s own where the site has no page', () => {
    const login = (actionName: string) => ({
      type: 'comm__loginPage',
      attributes: { actionName },
      state: { startURL: '/a' },
    });
    assert.equal(table.url(login('login')), '/login?startURL=%2Fa');
    assert.equal(table.url(login('logout')), '/secur/logout.jsp');
    const own = new RouteTable([route('Login', 'login-main', '/signin')], '');
    assert.equal(own.url(login('login')), '/signin?startURL=%2Fa');
  });

  it('make record pages with an optional name', () => {
    assert.deepEqual(at('/thing/a001')?.reference, {
      type: 'standard__recordPage',
      attributes: { recordId: 'a001', actionName: 'view' },
      state: {},
    });
    assert.equal(at('/thing/a001/nice')?.reference.attributes.recordName, 'nice');
  });

  it('know nothing of other addresses', () => {
    assert.equal(at('/product'), undefined);
    assert.equal(at('/product/a/b'), undefined);
    assert.equal(table.errorRoute()?.name, 'Error');
  });

  it('write the address of a page reference', () => {
    const attributes = { name: 'Product__c', slug: 'a/b' };
    assert.equal(
      table.url({ type: 'comm__namedPage', attributes, state: { 'o.Size': ['M', 'L'], empty: '' } }),
      '/product/a%2Fb?o.Size=M&o.Size=L',
    );
    assert.equal(table.url({ type: 'comm__namedPage', attributes: { name: 'Home' } }), '/');
    assert.equal(table.url({ type: 'standard__recordPage', attributes: { recordId: 'a001' } }), '/thing/a001');
    assert.equal(table.url({ type: 'standard__webPage', attributes: { url: '/x?y=1' } }), '/x?y=1');
  });

  it('have no address for a page that lacks a parameter or does not exist', () => {
    assert.equal(table.url({ type: 'comm__namedPage', attributes: { name: 'Product__c' } }), null);
    assert.equal(table.url({ type: 'comm__namedPage', attributes: { name: 'Other__c' } }), null);
  });
});
