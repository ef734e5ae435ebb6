import { createElement, api } from 'lwc';
import getStore from '@salesforce/apex/StorefrontController.getStore';
import AccountPage from 'c/accountPage';
import { settle, store } from '../../storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

let failure: unknown = null;
let reads = 0;

/** The base has no template of its own: pages bring theirs. */
class Page extends AccountPage {
  @api storeCode = 'demo';

  override pageTitle = 'Wishes';

  override async read() {
    reads += 1;
    if (failure) throw failure;
  }

  @api
  said() {
    return { message: this.errorMessage, store: this.store?.name ?? null };
  }

  @api
  retry(event: Event) {
    this.handleRetry(event);
  }
}

async function show() {
  const element = createElement('c-account-page', { is: Page }) as HTMLElement & {
    said(): { message: string | null; store: string | null };
    retry(event: Event): void;
  };
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-account-page', () => {
  afterEach(() => {
    document.body.replaceChildren();
    failure = null;
    reads = 0;
  });

  it('reads at once, and names the page once the store is known', async () => {
    const element = await show();
    expect(reads).toBe(1);
    expect(element.said()).toEqual({ message: null, store: null });
    (getStore as any).emit(store());
    await settle();
    expect(element.said().store).toBe(store().name);
    expect(document.title).toContain('Wishes');
    await expect(element).toBeAccessible();
  });

  it('says why nothing is shown, until it can be read again', async () => {
    failure = { body: { message: '{"code":"X","message":"Not now"}' } };
    const element = await show();
    expect(element.said().message).toBe('Not now');
    failure = null;
    const press = new Event('click', { cancelable: true });
    element.retry(press);
    await settle();
    expect(press.defaultPrevented).toBe(true);
    expect(element.said().message).toBeNull();
    expect(reads).toBe(2);
  });
});
