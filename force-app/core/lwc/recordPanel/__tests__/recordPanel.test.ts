import { createElement, api } from 'lwc';
import { RefreshEvent, registerRefreshHandler } from 'lightning/refresh';
import RecordPanel from 'c/recordPanel';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const reads: string[] = [];
let failure: unknown = null;

const REFRESH = new RefreshEvent().type;

/** The base has no template of its own: panels bring theirs. */
class Panel extends RecordPanel {
  override async read(recordId: string) {
    reads.push(recordId);
    if (failure) throw failure;
  }

  @api
  step() {
    return this.perform(() => Promise.resolve(), 'done');
  }
}

async function show(recordId: string) {
  const element = createElement('c-record-panel', { is: Panel }) as HTMLElement & { recordId: string };
  element.recordId = recordId;
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-record-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
    reads.length = 0;
    failure = null;
  });

  it('reads for its record, and again for another', async () => {
    const element = await show('801');
    element.recordId = '802';
    await settle();
    expect(reads).toEqual(['801', '802']);
    await expect(element).toBeAccessible();
  });

  it('follows a step of another panel, and tells the page of its own', async () => {
    const element = await show('801');
    const other = (await show('801')) as unknown as HTMLElement & { step(): Promise<boolean> };
    reads.length = 0;
    const told = jest.fn();
    document.body.addEventListener(REFRESH, told, { once: true });
    const taken = other.step();
    await settle();
    expect(await taken).toBe(true);
    expect(told).toHaveBeenCalled();
    const [, follow] = (registerRefreshHandler as unknown as jest.Mock).mock.calls.at(-2);
    expect(await follow.call(element)).toBe('complete');
    expect(reads).toEqual(['801']);
  });

  it('survives a failed read', async () => {
    failure = { body: { message: 'Script-thrown exception' } };
    const element = await show('801');
    failure = null;
    element.recordId = '801';
    await settle();
    expect(reads).toHaveLength(2);
  });
});
