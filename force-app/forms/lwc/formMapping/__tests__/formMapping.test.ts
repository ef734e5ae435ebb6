import { createElement } from 'lwc';
import getChoices from '@salesforce/apex/FormAdminController.getChoices';
import getFields from '@salesforce/apex/FormMappingController.getFields';
import getMapping from '@salesforce/apex/FormMappingController.getMapping';
import previewMapping from '@salesforce/apex/FormMappingController.previewMapping';
import saveMapping from '@salesforce/apex/FormMappingController.saveMapping';
import FormMapping from 'c/formMapping';

jest.mock('@salesforce/apex/FormAdminController.getChoices', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormMappingController.getFields', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormMappingController.getMapping', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormMappingController.previewMapping', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormMappingController.saveMapping', () => ({ default: jest.fn() }), { virtual: true });

const mockNavigate = jest.fn();
jest.mock(
  'lightning/navigation',
  () => {
    const Navigate = Symbol('Navigate');
    const mixin = (base: new () => object) =>
      class extends base {
        [Navigate](page: unknown) {
          mockNavigate(page);
        }
      };
    return { NavigationMixin: Object.assign(mixin, { Navigate }) };
  },
  { virtual: true },
);

const mapping = (more = {}) => ({
  formId: 'f1',
  targets: [
    {
      id: 'm1',
      objectName: 'Contact',
      way: 'findOrMake',
      isActive: true,
      fields: [{ name: 'Email', source: 'mail', isKey: true }],
    },
  ],
  sources: [{ value: 'mail', label: 'E-mail' }],
  objects: [
    { value: 'Contact', label: 'Contact' },
    { value: 'Case', label: 'Case' },
  ],
  samples: [{ value: 's1', label: 'FS-1' }],
  problems: {},
  waiting: 2,
  runner: 'Integration',
  isEditable: true,
  ...more,
});
const mock = (method: unknown) => method as jest.Mock;

const tick = async () => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(): Promise<HTMLElement> {
  const element = createElement('c-form-mapping', { is: FormMapping });
  document.body.appendChild(element);
  await tick();
  return element;
}
const find = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector(selector) as HTMLElement;
const click = async (element: HTMLElement, selector: string) => {
  find(element, selector).click();
  await tick();
};
const change = async (element: HTMLElement, selector: string, detail: unknown) => {
  find(element, selector).dispatchEvent(new CustomEvent('change', { detail }));
  await tick();
};

describe('c-form-mapping', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    mock(getChoices).mockResolvedValue({ forms: [{ id: 'f1', name: 'Start' }] });
    mock(getMapping).mockResolvedValue(mapping());
    mock(getFields).mockResolvedValue([{ value: 'LastName', label: 'Last Name', isRequired: true }]);
  });
  afterEach(() => document.body.replaceChildren());

  it('shows the records of the first form, and as whom they are written', async () => {
    const element = await show();
    expect(find(element, '[data-target="0"]')).not.toBeNull();
    expect(find(element, '[data-target="1"]')).toBeNull();
    expect(getFields).toHaveBeenCalledWith({ formId: 'f1', objectName: 'Contact' });
    expect(find(element, '[data-runner]').textContent).toContain('Runs_As');
    await expect(element).toBeAccessible();
  });

  it('leads to where jobs are scheduled, and to what could not be written', async () => {
    const element = await show();
    await click(element, '[data-tab="Overview"]');
    expect(mockNavigate).toHaveBeenLastCalledWith({
      type: 'standard__navItemPage',
      attributes: { apiName: 'Overview' },
    });
    await click(element, '[data-tab="Failed_Records"]');
    expect(mockNavigate.mock.lastCall[0].attributes.apiName).toBe('Failed_Records');
  });

  it('adds a record that belongs to the one above, and saves it', async () => {
    const element = await show();
    await click(element, '[data-add-target]');
    await change(element, '[data-target="1"] [data-object]', { value: 'Case' });
    await change(element, '[data-target="1"] [data-way]', { value: 'findOrMake' });
    expect((find(element, '[data-target="1"] [data-flag="keepsFound"]') as any).checked).toBe(true);
    await change(element, '[data-target="1"] [data-way]', { value: 'make' });
    await change(element, '[data-target="1"] [data-flag="attachesFiles"]', { checked: true });
    await click(element, '[data-target="1"] [data-add-field]');
    await change(element, '[data-target="1"] [data-part="name"]', { value: 'ContactId' });
    await change(element, '[data-target="1"] [data-part="source"]', { value: 'fixed' });
    await change(element, '[data-target="1"] [data-part="value"]', { value: 'x' });
    await change(element, '[data-target="1"] [data-part="source"]', { value: 'record:1' });
    await change(element, '[data-target="0"] [data-key]', { checked: false });
    mock(saveMapping).mockRejectedValueOnce({
      body: {
        message: JSON.stringify({
          code: 'INVALID_INPUT',
          message: 'No',
          fields: { '0.way': 'Tick one', '1.fields.0': 'Wrong' },
        }),
      },
    });
    await click(element, '[data-save]');
    expect(find(element, '[data-target="0"] [data-target-problem]').textContent).toBe('Tick one');
    expect(find(element, '[data-target="1"] [data-field-problem]').textContent).toBe('Wrong');
    await expect(element).toBeAccessible();
    mock(saveMapping).mockResolvedValue(mapping());
    await click(element, '[data-save]');
    const sent = mock(saveMapping).mock.calls[1][0].mapping;
    expect(sent.targets[1]).toMatchObject({
      objectName: 'Case',
      way: 'make',
      attachesFiles: true,
      fields: [{ name: 'ContactId', source: 'record:1' }],
    });
    expect(find(element, '[data-news]').textContent).not.toBe('');
  });

  it('takes records and fields out', async () => {
    const element = await show();
    await click(element, '[data-remove-field]');
    expect(find(element, '[data-field-row]')).toBeNull();
    await click(element, '[data-remove-target]');
    expect(find(element, '[data-target]')).toBeNull();
    expect(find(element, '[data-nothing]')).not.toBeNull();
  });

  it('shows what would become of a form that was sent', async () => {
    const element = await show();
    mock(previewMapping).mockResolvedValue({
      targets: [{ objectLabel: 'Contact', fate: 'changed', recordId: '003x', values: [{ label: 'Email', value: '' }] }],
    });
    await change(element, '[data-input="sample"]', { value: 's1' });
    await click(element, '[data-preview]');
    expect(mock(previewMapping).mock.calls[0][0].submissionId).toBe('s1');
    expect(find(element, '[data-fate] a').getAttribute('href')).toBe('/003x');
    await expect(element).toBeAccessible();
    mock(previewMapping).mockResolvedValue({ targets: [], problem: '2 Contacts match.' });
    await click(element, '[data-preview]');
    expect(find(element, '[data-preview-problem]').textContent).toContain('match');
  });

  it('says that there is no form, that nothing is scheduled, and leaves alone what may not be changed', async () => {
    mock(getChoices).mockResolvedValue({ forms: [] });
    expect(find(await show(), '[data-none]')).not.toBeNull();
    mock(getChoices).mockResolvedValue({ forms: [{ id: 'f1', name: 'Start' }] });
    mock(getMapping).mockResolvedValue(mapping({ isEditable: false, runner: null, waiting: 0 }));
    const element = await show();
    expect((find(element, '[data-save]') as HTMLElement & { disabled: boolean }).disabled).toBe(true);
    await change(element, '[data-input="form"]', { value: 'f1' });
    expect(getMapping).toHaveBeenCalledTimes(2);
  });
});
