import AccountTransfer from 'c/accountTransfer';
import getTransfer from '@salesforce/apex/TransferController.getTransfer';
import givePoints from '@salesforce/apex/TransferController.givePoints';
import { find, mount, settle, store, unmountAll } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/TransferController.getTransfer', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/TransferController.givePoints', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const mockGet = getTransfer as unknown as jest.Mock;
const mockGive = givePoints as unknown as jest.Mock;
const TRANSFER = {
  programName: 'Club',
  available: 100,
  minimum: 10,
  most: 60,
  monthlyMost: 80,
  people: [{ id: 'c1', name: 'Bob Byron' }],
};

async function show(transfer: object | null = TRANSFER) {
  mockGet.mockResolvedValue(transfer);
  const element = mount('c-account-transfer', AccountTransfer, { storeCode: 'demo', store: store() });
  await settle();
  return element;
}

async function fill(element: HTMLElement, to: string, points: string) {
  const select = find<HTMLSelectElement>(element, '[data-to]');
  select.value = to;
  select.dispatchEvent(new CustomEvent('change'));
  const input = find<HTMLInputElement>(element, '[data-points]');
  input.value = points;
  input.dispatchEvent(new CustomEvent('input'));
  find(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settle();
}

describe('c-account-transfer', () => {
  beforeEach(() => {
    Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => 'key', configurable: true });
  });
  afterEach(() => {
    unmountAll();
    jest.resetAllMocks();
  });

  it('asks before it gives, and tells that it is done', async () => {
    mockGive.mockResolvedValue({ ...TRANSFER, available: 50, most: 30 });
    const element = await show();
    await expect(element).toBeAccessible();
    const given = jest.fn();
    element.addEventListener('given', given);
    await fill(element, 'c1', '30');
    expect(mockGive).not.toHaveBeenCalled();
    const question = find(element, '[data-question]');
    expect(document.activeElement).toBe(question);
    await expect(element).toBeAccessible();
    find(element, '[data-give]').click();
    await settle();
    expect(mockGive).toHaveBeenCalledWith({ storeCode: 'demo', toId: 'c1', points: 30, key: expect.any(String) });
    expect(given).toHaveBeenCalled();
    expect(element.querySelector('[data-question]')).toBeNull();
  });

  it('says what is wrong at the field, its own and what the server says', async () => {
    const element = await show();
    await fill(element, '', '61');
    expect(find(element, '[data-message="toId"]').textContent).not.toBe('');
    expect(find(element, '[data-points]').getAttribute('aria-invalid')).toBe('true');
    const refusal = { code: 'INVALID_INPUT', message: 'x', fields: { points: 'Too many.' } };
    mockGive.mockRejectedValue({ body: { message: JSON.stringify(refusal) } });
    await fill(element, 'c1', '60');
    find(element, '[data-give]').click();
    await settle();
    expect(find(element, '[data-message="points"]').textContent).toBe('Too many.');
    mockGive.mockRejectedValue({ body: { message: JSON.stringify({ code: 'X', message: 'Not now.' }) } });
    await fill(element, 'c1', '50');
    find(element, '[data-give]').click();
    await settle();
    expect(find(element, '[data-failure]').textContent).toBe('Not now.');
  });

  it('goes back, and says why nothing can be given', async () => {
    const element = await show();
    await fill(element, 'c1', '20');
    find(element, '[data-back]').click();
    await settle();
    expect(element.querySelector('[data-question]')).toBeNull();
    unmountAll();
    expect(find(await show({ ...TRANSFER, people: [] }), '[data-reason]').textContent).not.toBe('');
    unmountAll();
    expect(find(await show({ ...TRANSFER, most: 0 }), '[data-reason]').textContent).not.toBe('');
    unmountAll();
    expect((await show(null)).querySelector('section')).toBeNull();
  });
});
