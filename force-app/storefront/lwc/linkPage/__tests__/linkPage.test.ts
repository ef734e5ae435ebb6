import { createElement, api } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import LinkPage from 'c/linkPage';
import { settle } from '../../storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StorefrontController.getStore',
  () => ({
    __esModule: true,
    default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()),
  }),
  { virtual: true },
);

const arrived: (string | null)[] = [];

/** The base has no template of its own: pages bring theirs. */
class Page extends LinkPage {
  @api storeCode = 'demo';

  override arrive(): void {
    arrived.push(this.secret);
  }

  @api
  run(work: () => Promise<void>) {
    return this.follow(work);
  }

  @api
  said() {
    return { busy: this.busyText, problem: this.problem };
  }
}

function show() {
  const element = createElement('c-link-page', { is: Page }) as HTMLElement & {
    run(work: () => Promise<void>): Promise<void>;
    said(): { busy: string; problem: string | null };
  };
  document.body.appendChild(element);
  return element;
}

const goTo = (state: object) =>
  (CurrentPageReference as any).emit({ type: 'standard__webPage', attributes: {}, state });

describe('c-link-page', () => {
  afterEach(() => {
    document.body.replaceChildren();
    arrived.length = 0;
  });

  it('takes the secret from the address, each one once', async () => {
    const element = show();
    goTo({ token: 'one' });
    goTo({ token: 'one' });
    goTo({ token: 'two' });
    goTo({});
    await settle();
    expect(arrived).toEqual(['one', 'two', '']);
    await expect(element).toBeAccessible();
  });

  it('does what the link is for once at a time, and says why it did not work', async () => {
    const element = show();
    let end: () => void = () => undefined;
    const work = jest.fn(() => new Promise<void>((resolve) => (end = resolve)));
    const first = element.run(work);
    await element.run(work);
    expect(work).toHaveBeenCalledTimes(1);
    expect(element.said()).toEqual({ busy: 'true', problem: null });
    end();
    await first;
    const refusal = { body: { message: '{"code":"LINK_INVALID","message":"Used up"}' } };
    await element.run(() => Promise.reject(refusal));
    expect(element.said()).toEqual({ busy: 'false', problem: 'Used up' });
    await element.run(() => Promise.resolve());
    expect(element.said().problem).toBeNull();
  });
});
