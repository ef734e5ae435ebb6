import { createElement, api } from 'lwc';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import StorePage from 'c/storePage';
import { settle, store } from '../../storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

/** The base has no template of its own: pages bring theirs. */
class Page extends StorePage {
  @api storeCode = 'demo';

  override pageTitle = 'Help';

  @api
  shop() {
    return this.store?.name ?? null;
  }
}

describe('c-store-page', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks for its own store, and names the page once that is known', async () => {
    const element = createElement('c-store-page', { is: Page }) as HTMLElement & { shop(): string | null };
    document.body.appendChild(element);
    await settle();
    expect(element.shop()).toBeNull();
    expect((getStore as any).getLastConfig()).toEqual({ storeCode: 'demo' });
    (getStore as any).emit(store());
    await settle();
    expect(element.shop()).toBe(store().name);
    expect(document.title).toContain('Help');
    (getStore as any).error();
    await settle();
    expect(element.shop()).toBe(store().name);
    await expect(element).toBeAccessible();
  });
});
