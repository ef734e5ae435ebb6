import { createElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getRecord } from 'lightning/uiRecordApi';
import MergePanel from 'c/mergePanel';
import getLinked from '@salesforce/apex/MergeController.getLinked';
import takeApart from '@salesforce/apex/MergeController.takeApart';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

jest.mock('@salesforce/apex/MergeController.getLinked', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MergeController.takeApart', () => ({ default: jest.fn() }), { virtual: true });

const asked = getLinked as unknown as jest.Mock;
const LINKED = [
  { recordId: '801', title: '00000104', type: 'Order', removedAt: null },
  { recordId: '802', title: '00000105', type: 'Order', removedAt: '2026-11-29T00:00:00.000Z' },
  { recordId: null, title: 'Ada Lovelace', type: 'Lead', removedAt: null },
];
const took = takeApart as unknown as jest.Mock;

async function show(takenApartAt: string | null) {
  const element = createElement('c-merge-panel', { is: MergePanel }) as HTMLElement & { recordId: string };
  element.recordId = 'a00';
  document.body.appendChild(element);
  (getRecord as any).emit({
    id: 'a00',
    apiName: 'Identity_Merge__c',
    fields: { Taken_Apart_At__c: { value: takenApartAt } },
  });
  await settle();
  return element;
}

describe('c-merge-panel', () => {
  beforeEach(() => asked.mockResolvedValue(LINKED));
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('says what was linked, and what was taken off again', async () => {
    const element = await show(null);
    const rows = Array.from(element.shadowRoot!.querySelectorAll('[data-row]'));
    expect(rows.map((row) => row.querySelector('[data-state]')!.textContent)).toEqual([
      'c.Identity_Admin_Merge_Linked',
      'c.Identity_Admin_Merge_Removed',
      'c.Identity_Admin_Merge_Lead',
    ]);
    expect(rows.map((row) => row.querySelector('a')?.getAttribute('href'))).toEqual([
      '/lightning/r/Order/801/view',
      '/lightning/r/Order/802/view',
      undefined,
    ]);
    await expect(element).toBeAccessible();
  });

  it('says that nothing was linked, or why that cannot be told', async () => {
    asked.mockResolvedValue([]);
    const none = await show(null);
    expect(none.shadowRoot!.querySelector('[data-empty]')).not.toBeNull();
    expect(none.shadowRoot!.querySelector('[data-take-apart], [data-text]')).toBeNull();
    // What is converted or taken off already stays as it is.
    asked.mockResolvedValue(LINKED.slice(1));
    document.body.replaceChildren();
    expect((await show(null)).shadowRoot!.querySelector('[data-take-apart]')).toBeNull();
    asked.mockRejectedValue({ body: { message: '{"code":"NOT_ALLOWED","message":"No"}' } });
    document.body.replaceChildren();
    const element = await show(null);
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toBe('No');
    expect(element.shadowRoot!.querySelector('[data-take-apart]')).toBeNull();
  });

  it('takes apart once it is certain', async () => {
    const element = await show(null);
    await expect(element).toBeAccessible();
    const button = element.shadowRoot!.querySelector<HTMLElement>('[data-take-apart]')!;
    LightningConfirm.open = jest.fn().mockResolvedValue(false);
    button.click();
    await settle();
    expect(took).not.toHaveBeenCalled();
    LightningConfirm.open = jest.fn().mockResolvedValue(true);
    button.click();
    await settle();
    expect(took).toHaveBeenCalledWith({ mergeId: 'a00' });
  });

  it('does not offer twice', async () => {
    const element = await show('2026-11-29T00:00:00.000Z');
    expect(element.shadowRoot!.querySelector('[data-take-apart]')).toBeNull();
    expect(element.shadowRoot!.querySelector('[data-text]')!.textContent).toBe('c.Identity_Admin_Taken_Apart_Already');
  });
});
