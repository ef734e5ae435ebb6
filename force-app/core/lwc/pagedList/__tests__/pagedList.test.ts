import { createElement, api } from 'lwc';
import PagedList from 'c/pagedList';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const find = jest.fn();
const followed = jest.fn();

/** The base has no template of its own: lists bring theirs. */
class List extends PagedList<string> {
  override find(skip: number) {
    return find({ query: this.query, status: this.status, skip });
  }

  override followRows() {
    followed(this.found);
  }

  @api
  take(handler: 'handleSearch' | 'handleStatus' | 'handleMore', value = '') {
    this[handler](new CustomEvent('change', { detail: { value } }));
  }

  @api
  read() {
    return this.load();
  }

  @api
  get shown() {
    const { found, hasMore, hasRows, isEmpty, isLoading, errorMessage } = this;
    return { found: [...found], hasMore, hasRows, isEmpty, isLoading, errorMessage };
  }
}

function show() {
  const element = createElement('c-paged-list', { is: List }) as HTMLElement & InstanceType<typeof List>;
  document.body.appendChild(element);
  return element;
}

/** Answers in whatever order the test wants. */
function held<T>() {
  let answer!: (value: T) => void;
  let refuse!: (reason: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    refuse = reject;
  });
  return { promise, answer, refuse };
}

const refusal = (message: string) => ({ body: { message: JSON.stringify({ code: 'X', message, fields: {} }) } });

describe('c-paged-list', () => {
  beforeEach(() => find.mockResolvedValue({ rows: ['a', 'b'], hasMore: true }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  it('reads the first rows, then those behind them', async () => {
    const list = show();
    await list.read();
    expect(list.shown).toMatchObject({ found: ['a', 'b'], hasMore: true, hasRows: true, isLoading: false });
    find.mockResolvedValue({ rows: ['c'], hasMore: false });
    list.take('handleMore');
    await settle();
    expect(find).toHaveBeenLastCalledWith({ query: '', status: '', skip: 2 });
    expect(list.shown).toMatchObject({ found: ['a', 'b', 'c'], hasMore: false });
    expect(followed).toHaveBeenLastCalledWith(['a', 'b', 'c']);
    await expect(list).toBeAccessible();
  });

  it('narrows at once, and searches once nobody types any more', async () => {
    const list = show();
    list.take('handleStatus', 'open');
    expect(find).toHaveBeenLastCalledWith({ query: '', status: 'open', skip: 0 });
    jest.useFakeTimers();
    list.take('handleSearch', 'm');
    list.take('handleSearch', 'mu');
    jest.advanceTimersByTime(300);
    expect(find).toHaveBeenCalledTimes(2);
    expect(find).toHaveBeenLastCalledWith({ query: 'mu', status: 'open', skip: 0 });
    list.take('handleSearch', 'mug');
    list.remove();
    jest.advanceTimersByTime(300);
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('shows the answer to the last question, whichever comes first', async () => {
    const list = show();
    const [first, second, third] = [held(), held(), held()];
    find.mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise).mockReturnValueOnce(third.promise);
    for (const status of ['one', 'two', 'three']) list.take('handleStatus', status);
    third.answer({ rows: ['three'], hasMore: false });
    await settle();
    first.answer({ rows: ['one'], hasMore: true });
    second.refuse(refusal('Not now'));
    await settle();
    expect(list.shown).toMatchObject({ found: ['three'], hasMore: false, errorMessage: '', isLoading: false });
  });

  it('tells nothing found from what could not be read', async () => {
    const list = show();
    expect(list.shown.isEmpty).toBe(false);
    find.mockResolvedValue({ rows: [], hasMore: false });
    await list.read();
    expect(list.shown).toMatchObject({ isEmpty: true, errorMessage: '' });
    find.mockRejectedValue(refusal('Not now'));
    await list.read();
    expect(list.shown).toMatchObject({ isEmpty: false, errorMessage: 'Not now', isLoading: false });
  });
});
