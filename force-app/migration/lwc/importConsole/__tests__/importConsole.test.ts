import { createElement } from 'lwc';
import ImportConsole from 'c/importConsole';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import { TextDecoder } from 'node:util';
import getStores from '@salesforce/apex/StoreAdminController.getStores';
import addRows from '@salesforce/apex/ImportController.addRows';
import preview from '@salesforce/apex/ImportController.preview';
import runChunk from '@salesforce/apex/ImportController.runChunk';
import startJob from '@salesforce/apex/ImportController.startJob';
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
jest.mock('@salesforce/apex/ImportController.failedRowsCsv', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.preview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.runChunk', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ImportController.startJob', () => ({ default: jest.fn() }), { virtual: true });

const stores = getStores as unknown as ReturnType<typeof createApexTestWireAdapter>;
const apex = {
  addRows: addRows as unknown as jest.Mock,
  preview: preview as unknown as jest.Mock,
  runChunk: runChunk as unknown as jest.Mock,
  startJob: startJob as unknown as jest.Mock,
};
const CSV = 'Handle,Title,Variant Price\nmug,Mug,24\n';
const PREVIEW = {
  fileName: 'p.csv',
  headers: [],
  ignoredColumns: ['Gift Card'],
  problems: [],
  products: [{ handle: 'mug', title: 'Mug', variants: 1, price: 24, categories: ['Kitchen'] }],
  errors: [],
};
const STATUS = {
  jobId: 'j1',
  fileName: 'p.csv',
  total: 2,
  succeeded: 1,
  skipped: 0,
  failed: 1,
  productsCreated: 1,
  productsUpdated: 0,
  percent: 100,
  errors: [{ line: 3, handle: 'cup', message: 'has no price' }],
};

async function show() {
  const element = createElement('c-import-console', { is: ImportConsole });
  document.body.appendChild(element);
  stores.emit([{ id: 's1', name: 'Tidemoor', code: 'tidemoor', currencyCode: 'USD', isDefault: true }]);
  await settle(30);
  return element;
}

async function choose(element: HTMLElement, bytes: Uint8Array) {
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

  it('previews a file before it imports', async () => {
    apex.preview.mockResolvedValue(PREVIEW);
    const element = await show();
    await choose(element, utf8(CSV));
    expect(apex.preview).toHaveBeenCalledWith({ fileName: 'p.csv', text: CSV, storeId: 's1' });
    expect(element.shadowRoot!.textContent).toContain('Gift Card');
    expect(element.shadowRoot!.querySelector('tbody th')!.textContent).toContain('Mug');
    expect(apex.startJob).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('sends the file, runs chunk after chunk, and shows what failed', async () => {
    apex.preview.mockResolvedValue(PREVIEW);
    apex.startJob.mockResolvedValue('j1');
    apex.addRows.mockResolvedValue({ ...STATUS, status: 'Ready' });
    apex.runChunk
      .mockResolvedValueOnce({ ...STATUS, status: 'Running', percent: 50 })
      .mockResolvedValueOnce({ ...STATUS, status: 'Completed' });
    const element = await show();
    await choose(element, utf8(CSV));
    element.shadowRoot!.querySelector<HTMLElement>('[data-start]')!.click();
    await settle(30);
    expect(apex.addRows.mock.calls).toEqual([[{ jobId: 'j1', index: 0, text: CSV, isLast: true }]]);
    expect(apex.runChunk).toHaveBeenCalledTimes(2);
    const result = element.shadowRoot!.querySelector('[data-result]')!;
    expect(result.textContent).toContain('has no price');
    expect(result.querySelector('[data-download]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('cannot start while the file lacks what it needs', async () => {
    apex.preview.mockResolvedValue({ ...PREVIEW, problems: ['The file has no column Handle.'] });
    const element = await show();
    await choose(element, utf8(CSV));
    expect(element.shadowRoot!.textContent).toContain('The file has no column Handle.');
    expect(element.shadowRoot!.querySelector<HTMLElement & { disabled: boolean }>('[data-start]')!.disabled).toBe(true);
  });

  it('refuses another encoding instead of guessing', async () => {
    const element = await show();
    await choose(element, new Uint8Array([0x4d, 0xfc, 0x73, 0x6c, 0x69]));
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toContain('c.Import_WrongEncoding');
    expect(apex.preview).not.toHaveBeenCalled();
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

  it('cuts between characters, also when a pair lies on the border', () => {
    const text = `${'x'.repeat(239_999)}😀y`;
    const pieces = [...parts(text)];
    expect(pieces.map((piece) => piece.length)).toEqual([239_999, 3]);
    expect(pieces.join('')).toBe(text);
  });
});
