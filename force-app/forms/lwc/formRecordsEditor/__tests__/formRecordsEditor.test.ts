import { createElement } from 'lwc';
import getObjects from '@salesforce/apex/FormRecordController.getObjects';
import getRecords from '@salesforce/apex/FormRecordController.getRecords';
import type { RecordOptions } from 'c/formRules';
import FormRecordsEditor from 'c/formRecordsEditor';

jest.mock('@salesforce/apex/FormRecordController.getObjects', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormRecordController.getRecords', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const tick = async () => {
  for (let i = 0; i < 8; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show() {
  const element = createElement('c-form-records-editor', { is: FormRecordsEditor }) as HTMLElement & {
    records: RecordOptions | null;
  };
  element.addEventListener('recordschange', (event) => {
    element.records = (event as CustomEvent).detail.records;
  });
  document.body.appendChild(element);
  await tick();
  const root = element.shadowRoot as ShadowRoot;
  const change = async (part: string, value: string) => {
    root.querySelector(`[data-part="${part}"]`)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await tick();
  };
  return { element, root, change };
}

describe('c-form-records-editor', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    mocked(getObjects).mockResolvedValue([{ name: 'Branch__c', label: 'Branch' }]);
    mocked(getRecords).mockResolvedValue({
      names: [{ name: 'Name', label: 'Name' }],
      filters: [{ name: 'Open__c', label: 'Open', type: 'boolean' }],
      options: ['North', 'South'],
      hasMore: true,
    });
  });
  afterEach(() => document.body.replaceChildren());

  it('chooses an object, its field and a filter, and shows what shoppers would see', async () => {
    const { element, root, change } = await show();
    await change('objectName', 'Branch__c');
    expect(root.querySelector('[data-seen]')!.textContent).toContain('Records_Seen');
    (root.querySelector('[data-add-filter]') as HTMLElement).click();
    await tick();
    await change('value', 'true');
    expect(element.records).toEqual({
      objectName: 'Branch__c',
      labelField: 'Name',
      filters: [{ field: 'Open__c', operator: 'is', value: 'true' }],
    });
    expect(JSON.parse(mocked(getRecords).mock.lastCall[0].records)).toEqual(element.records);
    await expect(element).toBeAccessible();
    (root.querySelector('[data-filter] lightning-button-icon') as HTMLElement).click();
    await tick();
    expect(element.records!.filters).toEqual([]);
  });

  it('says what keeps it from being read', async () => {
    const { root, change } = await show();
    mocked(getRecords).mockRejectedValue({ body: { message: '{"code":"NOT_FOUND","message":"Gone","fields":{}}' } });
    await change('objectName', 'Gone__c');
    expect(root.querySelector('[role="alert"]')!.textContent).toBe('Gone');
  });
});
