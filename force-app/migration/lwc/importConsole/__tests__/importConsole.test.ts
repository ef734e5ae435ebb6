import { createElement } from 'lwc';
import ImportConsole from 'c/importConsole';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import { TextDecoder } from 'node:util';
import getStores from '@salesforce/apex/StoreAdminController.getStores';
import addRows from '@salesforce/apex/ImportController.addRows';
import choose from '@salesforce/apex/ImportController.choose';
import discard from '@salesforce/apex/ImportController.discard';
import failedRowsCsv from '@salesforce/apex/ImportController.failedRowsCsv';
import pictures from '@salesforce/apex/ImportController.pictures';
import planChunk from '@salesforce/apex/ImportController.planChunk';
import recentJobs from '@salesforce/apex/ImportController.recentJobs';
import retryPictures from '@salesforce/apex/ImportController.retryPictures';
import runChunk from '@salesforce/apex/ImportController.runChunk';
import startJob from '@salesforce/apex/ImportController.startJob';
import undoChunk from '@salesforce/apex/ImportController.undoChunk';
import { decode, parts, UnreadableFile } from '../importFile';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock(
  '@salesforce/apex/StoreAdminController.getStores',
  () => {
    const { createApexTestWireAdapter: adapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: adapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/ImportController.addRows', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.choose', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.discard', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.failedRowsCsv', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.pictures', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.planChunk', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.recentJobs', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.retryPictures', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.runChunk', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.startJob', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.undoChunk', () => ({ default: jest.fn() }), { virtual: true });

const stores = getStores as unknown as ReturnType<typeof createApexTestWireAdapter>;
const apex = {
  addRows: addRows as unknown as jest.Mock,
  choose: choose as unknown as jest.Mock,
  discard: discard as unknown as jest.Mock,
  failedRowsCsv: failedRowsCsv as unknown as jest.Mock,
  pictures: pictures as unknown as jest.Mock,
  planChunk: planChunk as unknown as jest.Mock,
  recentJobs: recentJobs as unknown as jest.Mock,
  retryPictures: retryPictures as unknown as jest.Mock,
  runChunk: runChunk as unknown as jest.Mock,
  startJob: startJob as unknown as jest.Mock,
  undoChunk: undoChunk as unknown as jest.Mock,
};
const CSV = 'Handle,Title,Variant Price\nmug,Mug,24\n';
const TALLY = {
  rows: 3,
  rowsRefused: 1,
  productsCreated: 1,
  productsUpdated: 1,
  productsUnchanged: 0,
  productsRefused: 1,
  variantsCreated: 2,
  variantsUpdated: 0,
  pricesSet: 2,
  pricesChanged: 12,
  stocksSet: 0,
  stocksChanged: 3,
  pictures: 2,
  categoriesCreated: 1,
  unknownQuantities: 1,
  warnings: [{ message: 'They share a SKU.', products: 2, example: 'Mug' }],
  hosts: ['https://cdn.example.com'],
  errors: [{ line: 3, handle: 'cup', message: 'has no price' }],
  examples: [
    {
      handle: 'mug',
      title: 'Mug',
      action: 'Updated',
      variants: 1,
      price: 26,
      priceBefore: 24,
      quantity: 9,
      quantityBefore: 4,
      categories: ['Home › Kitchen'],
    },
  ],
};
const PLAN = { isDone: true, percent: 100, separator: ',', ignoredColumns: ['Tax code'], tally: TALLY };
const STATUS = {
  jobId: 'j1',
  fileName: 'p.csv',
  total: 2,
  succeeded: 1,
  skipped: 0,
  failed: 1,
  productsCreated: 1,
  productsUpdated: 1,
  percent: 100,
  canUndo: true,
  tally: TALLY,
  errors: [],
};
const JOB = {
  jobId: 'j0',
  name: 'IMP-1',
  fileName: 'old.csv',
  status: 'Completed',
  createdAt: '2026-11-01T10:00:00.000Z',
  productsCreated: 4,
  productsUpdated: 0,
  canUndo: true,
  isUndone: false,
};

async function show() {
  const element = createElement('c-import-console', { is: ImportConsole });
  document.body.appendChild(element);
  stores.emit([{ id: 's1', name: 'Tidemoor', code: 'tidemoor', currencyCode: 'USD', isDefault: true }]);
  await settle(30);
  return element;
}

async function pick(element: HTMLElement, bytes: Uint8Array) {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('[data-file]')!;
  const file = { name: 'p.csv', arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change'));
  await settle(30);
}

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

describe('c-import-console', () => {
  beforeAll(() => {
    globalThis.TextDecoder = TextDecoder as typeof globalThis.TextDecoder;
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  beforeEach(() => {
    apex.startJob.mockResolvedValue('j1');
    apex.addRows.mockResolvedValue({ ...STATUS, status: 'Ready' });
    apex.choose.mockResolvedValue(undefined);
    apex.discard.mockResolvedValue(undefined);
    apex.planChunk.mockResolvedValue(PLAN);
    apex.recentJobs.mockResolvedValue([]);
    apex.pictures.mockResolvedValue({ waiting: 0, failed: 0, reasons: [] });
  });

  it('shows what a file would do before anything is written', async () => {
    apex.planChunk.mockResolvedValueOnce({ ...PLAN, isDone: false, percent: 50 });
    const element = await show();
    await pick(element, utf8(CSV));
    expect(apex.addRows.mock.calls).toEqual([[{ jobId: 'j1', index: 0, text: CSV, isLast: true }]]);
    expect(apex.planChunk).toHaveBeenCalledTimes(2);
    const preview = element.shadowRoot!.querySelector('[data-preview]')!;
    expect(preview.querySelector('[data-fact="created"]')!.textContent).toContain('c.Import_ToCreate');
    expect(preview.querySelector('[data-detail="prices"]')).not.toBeNull();
    expect(preview.querySelector('[data-detail="stocks"]')).not.toBeNull();
    expect(preview.querySelector('[data-errors]')!.textContent).toContain('has no price');
    expect(preview.querySelector('[data-warnings]')!.textContent).toContain('They share a SKU.');
    expect(preview.querySelector('[data-hosts]')!.textContent).toContain('https://cdn.example.com');
    expect(preview.querySelector('tbody th')!.textContent).toContain('Mug');
    expect(preview.textContent).toContain('Tax code');
    const button = preview.querySelector('[data-start]')!;
    expect(
      button.compareDocumentPosition(preview.querySelector('table')!) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    expect(apex.runChunk).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('plans anew when the merchant chooses', async () => {
    const element = await show();
    await pick(element, utf8(CSV));
    const radio = element.shadowRoot!.querySelector('[data-unknown]')!;
    radio.dispatchEvent(new CustomEvent('change', { detail: { value: 'none' } }));
    await settle(30);
    expect(apex.choose).toHaveBeenLastCalledWith({
      jobId: 'j1',
      sellUnknown: false,
      tagsAsCategories: false,
      bringPictures: true,
    });
    expect(apex.planChunk).toHaveBeenCalledTimes(2);
  });

  it('runs chunk after chunk and leads to the products', async () => {
    apex.runChunk
      .mockResolvedValueOnce({ ...STATUS, status: 'Running', percent: 50 })
      .mockResolvedValueOnce({ ...STATUS, status: 'Completed' });
    const element = await show();
    await pick(element, utf8(CSV));
    element.shadowRoot!.querySelector<HTMLElement>('[data-start]')!.click();
    await settle(30);
    expect(apex.runChunk).toHaveBeenCalledTimes(2);
    const result = element.shadowRoot!.querySelector('[data-result]')!;
    expect(result.textContent).toContain('has no price');
    expect(result.querySelector('[data-download]')).not.toBeNull();
    expect(result.querySelector('[data-products]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('undoes an import after asking, and names what was kept', async () => {
    apex.recentJobs.mockResolvedValue([JOB]);
    apex.undoChunk
      .mockResolvedValueOnce({ isDone: false, kept: [] })
      .mockResolvedValueOnce({ isDone: true, kept: [{ productId: 'p', title: 'Mug', reason: 'It was sold.' }] });
    const element = await show();
    element.shadowRoot!.querySelector<HTMLElement>('[data-recent] button')!.click();
    await settle(30);
    expect(apex.undoChunk).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    element.shadowRoot!.querySelector<HTMLElement>('[data-confirm]')!.click();
    await settle(30);
    expect(apex.undoChunk.mock.calls).toEqual([[{ jobId: 'j0' }], [{ jobId: 'j0' }]]);
    expect(element.shadowRoot!.querySelector('[data-undone]')!.textContent).toContain('It was sold.');
  });

  it('goes on with an import that was cut off', async () => {
    apex.recentJobs.mockResolvedValue([{ ...JOB, status: 'Running', canUndo: false }]);
    apex.runChunk.mockResolvedValue({ ...STATUS, status: 'Completed' });
    const element = await show();
    element.shadowRoot!.querySelector<HTMLElement>('[data-recent] button')!.click();
    await settle(30);
    expect(apex.runChunk).toHaveBeenCalledWith({ jobId: 'j0' });
  });

  it('cannot start when there is nothing to do, and says so', async () => {
    apex.planChunk.mockResolvedValue({
      ...PLAN,
      tally: { ...TALLY, productsCreated: 0, productsUpdated: 0, productsUnchanged: 2 },
    });
    const element = await show();
    await pick(element, utf8(CSV));
    expect(element.shadowRoot!.querySelector('[data-idle]')!.textContent).toContain('c.Import_NothingToDo');
    expect(element.shadowRoot!.querySelector<HTMLElement & { disabled: boolean }>('[data-start]')!.disabled).toBe(true);
  });

  it('says of a header without rows that it is empty, and not that reasons stand below', async () => {
    const none = {
      ...TALLY,
      rows: 0,
      rowsRefused: 0,
      productsCreated: 0,
      productsUpdated: 0,
      errors: [],
      examples: [],
    };
    apex.planChunk.mockResolvedValue({ ...PLAN, tally: none });
    const element = await show();
    await pick(element, utf8('Handle,Title\n'));
    expect(element.shadowRoot!.querySelector('[data-idle]')!.textContent).toContain('c.Import_EmptyFile');
  });

  it('says why a file cannot be taken', async () => {
    apex.addRows.mockRejectedValue({ body: { message: JSON.stringify({ message: 'Missing columns: Title' }) } });
    const element = await show();
    await pick(element, utf8(CSV));
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toContain('Missing columns');
    expect(element.shadowRoot!.querySelector('[data-preview]')).toBeNull();
  });

  it('names the pictures that could not be copied', async () => {
    apex.pictures.mockResolvedValue({
      waiting: 0,
      failed: 1,
      reasons: [{ message: 'The org may not ask https://cdn.example.com.', products: 1, example: 'a.png' }],
    });
    const element = await show();
    expect(element.shadowRoot!.querySelector('[data-failed-pictures]')!.textContent).toContain('cdn.example.com');
    await expect(element).toBeAccessible();
  });

  it('refuses another encoding instead of guessing', async () => {
    const element = await show();
    await pick(element, new Uint8Array([0x4d, 0xfc, 0x73, 0x6c, 0x69]));
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toContain('c.Import_WrongEncoding');
    expect(apex.startJob).not.toHaveBeenCalled();
  });

  it('tells how to begin when there is no store', async () => {
    const element = createElement('c-import-console', { is: ImportConsole });
    document.body.appendChild(element);
    stores.emit([]);
    await settle(30);
    expect(element.shadowRoot!.textContent).toContain('c.Import_NoStores');
  });
});

describe('importFile', () => {
  it('reads UTF-16 with a byte order mark', () => {
    expect(decode(new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0xfc, 0x00]))).toBe('Aü');
  });

  it.each([
    ['empty', new Uint8Array(0)],
    ['large', new Uint8Array(20 * 1024 * 1024 + 1)],
    ['encoding', new Uint8Array([0x41, 0x00, 0x42])],
  ])('refuses a file that is %s', (problem, bytes) => {
    expect(() => decode(bytes)).toThrow(UnreadableFile);
    expect(() => decode(bytes)).toThrow(problem);
  });

  it('reads lines that end as on old Macs', () => {
    expect(decode(utf8('a,b\rc,d'))).toBe('a,b\nc,d');
  });

  it('cuts between characters, also when a pair lies on the border', () => {
    const text = `${'x'.repeat(239_999)}😀y`;
    const pieces = [...parts(text)];
    expect(pieces.map((piece) => piece.length)).toEqual([239_999, 3]);
    expect(pieces.join('')).toBe(text);
  });
});
