import { createElement } from 'lwc';
import RecordPanel from 'c/recordPanel';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

const reads: string[] = [];
let failure: unknown = null;

/** The base has no template of its own: panels bring theirs. */
class Panel extends RecordPanel {
  override async read(recordId: string) {
    reads.push(recordId);
    if (failure) throw failure;
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

  it('survives a failed read', async () => {
    failure = { body: { message: 'Script-thrown exception' } };
    const element = await show('801');
    failure = null;
    element.recordId = '801';
    await settle();
    expect(reads).toHaveLength(2);
  });
});
