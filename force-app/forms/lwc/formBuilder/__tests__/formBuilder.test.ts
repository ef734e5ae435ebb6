import { createElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import archiveForm from '@salesforce/apex/FormAdminController.archiveForm';
import copyForm from '@salesforce/apex/FormAdminController.copyForm';
import deleteForm from '@salesforce/apex/FormAdminController.deleteForm';
import getChoices from '@salesforce/apex/FormAdminController.getChoices';
import openForm from '@salesforce/apex/FormAdminController.openForm';
import publishForm from '@salesforce/apex/FormAdminController.publishForm';
import restoreForm from '@salesforce/apex/FormAdminController.restoreForm';
import saveForm from '@salesforce/apex/FormAdminController.saveForm';
import getImpact from '@salesforce/apex/FormAdminController.getImpact';
import getObjects from '@salesforce/apex/FormRecordController.getObjects';
import getRecords from '@salesforce/apex/FormRecordController.getRecords';
import FormBuilder from 'c/formBuilder';
import FormPublishDialog from 'c/formPublishDialog';
import type { FormDefinition } from 'c/formRules';

jest.mock('@salesforce/apex/FormAdminController.archiveForm', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormAdminController.restoreForm', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormAdminController.deleteForm', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormAdminController.copyForm', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormAdminController.getChoices', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormAdminController.getImpact', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormRecordController.getRecords', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormRecordController.getObjects', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormAdminController.openForm', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormAdminController.publishForm', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/FormAdminController.saveForm', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const CHOICES = {
  forms: [{ id: 'f1', name: 'Engraving' }],
  stores: [{ id: 's1', name: 'Acme', storeId: 's1', isEditable: true }],
  categories: [{ id: 'c1', name: 'Gifts', storeId: 's1' }],
  captchas: ['Test'],
  mayAskEverywhere: false,
};
const DRAFT = {
  id: 'f1',
  name: 'Engraving',
  storeId: 's1',
  slug: 'engraving',
  isEditable: true,
  revision: 3,
  placements: [],
  problems: {},
  definition: JSON.stringify({
    title: 'Engraving',
    questions: [
      { key: 'a', type: 'yesNo', label: 'Wanted' },
      { key: 'b', type: 'text', label: 'Words', showWhen: { source: 'a', operator: 'is', values: ['true'] } },
    ],
  }),
};

const tick = async () => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(): Promise<ShadowRoot> {
  const element = createElement('c-form-builder', { is: FormBuilder });
  document.body.appendChild(element);
  await tick();
  return element.shadowRoot as ShadowRoot;
}

const rows = (root: ShadowRoot) =>
  [...root.querySelectorAll<HTMLElement>('[data-row]')].map(({ dataset }) => dataset.row);
const press = async (root: ShadowRoot, selector: string) => {
  (root.querySelector(selector) as HTMLElement).click();
  await tick();
};
const change = async (root: ShadowRoot, selector: string, detail: object) => {
  root.querySelector(selector)!.dispatchEvent(new CustomEvent('change', { detail }));
  await tick();
};
const sent = () => JSON.parse(mocked(saveForm).mock.calls[0][0].draft.definition);

describe('c-form-builder', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    mocked(getChoices).mockResolvedValue(CHOICES);
    mocked(openForm).mockResolvedValue(DRAFT);
    mocked(saveForm).mockResolvedValue(DRAFT);
    mocked(getImpact).mockResolvedValue({ definition: null, begun: 0, editable: 0 });
    mocked(getObjects).mockResolvedValue([]);
    mocked(getRecords).mockResolvedValue({ names: [], filters: [], options: ['North'], hasMore: false });
  });
  afterEach(() => document.body.replaceChildren());

  it('shows the form with its questions accessibly', async () => {
    const root = await show();
    expect(rows(root)).toEqual(['a', 'b']);
    await expect(root.host).toBeAccessible();
  });

  it('gives up what was not saved only when somebody says so', async () => {
    const root = await show();
    const ask = jest.spyOn(LightningConfirm, 'open').mockResolvedValue(false as never);
    await change(root, '[data-input="form"]', { value: 'f1' });
    expect(ask).not.toHaveBeenCalled();
    expect(openForm).toHaveBeenCalledTimes(2);
    await press(root, '[data-add]');
    const chooser = root.querySelector('[data-input="form"]') as HTMLElement & { value: string };
    chooser.value = 'f2';
    await change(root, '[data-input="form"]', { value: 'f2' });
    await press(root, '[data-new]');
    expect(ask).toHaveBeenCalledTimes(2);
    expect(openForm).toHaveBeenCalledTimes(2);
    expect(chooser.value).toBe('f1');
    expect(rows(root)).toEqual(['a', 'b', 'q3']);
    ask.mockResolvedValue(true as never);
    await change(root, '[data-input="form"]', { value: 'f2' });
    expect(openForm).toHaveBeenLastCalledWith({ formId: 'f2' });
    expect(rows(root)).toEqual(['a', 'b']);
  });

  it('shows prices in the preview as the store spells them', async () => {
    mocked(getChoices).mockResolvedValue({
      ...CHOICES,
      stores: [{ ...CHOICES.stores[0], id: 's1', locale: 'de-DE', currencyCode: 'EUR' }],
    });
    const root = await show();
    const preview = root.querySelector('c-form-preview') as HTMLElement & { store: object };
    expect(preview.store).toEqual({ locale: 'de-DE', currencyCode: 'EUR' });
  });

  it('knows which options were published', async () => {
    const options = [{ value: 'Gold', label: 'Gold' }];
    mocked(openForm).mockResolvedValue({
      ...DRAFT,
      publishedDefinition: JSON.stringify({ questions: [{ key: 'a', type: 'choice', label: 'Metal', options }] }),
    });
    const root = await show();
    const editor = () => root.querySelector('c-form-question-editor') as HTMLElement & { publishedOptions: string[] };
    expect(editor().publishedOptions).toEqual(['Gold']);
    await press(root, '[data-row="b"] .name');
    expect(editor().publishedOptions).toEqual([]);
  });

  it('orders, copies and removes questions, and takes it back', async () => {
    const root = await show();
    await press(root, '[data-row="b"] .name');
    await press(root, '[data-row="b"] [data-action="up"]');
    expect(rows(root)).toEqual(['b', 'a']);
    await press(root, '[data-row="a"] .name');
    await press(root, '[data-row="a"] [data-action="copy"]');
    expect(rows(root)).toEqual(['b', 'a', 'q3']);
    await press(root, '[data-row="b"] .name');
    await press(root, '[data-row="b"] [data-action="remove"]');
    expect(rows(root)).toEqual(['a', 'q3']);
    await press(root, '[data-add]');
    expect(rows(root)).toEqual(['a', 'q3', 'q4']);
    for (const expected of [
      ['a', 'q3'],
      ['b', 'a', 'q3'],
      ['b', 'a'],
      ['a', 'b'],
    ]) {
      await press(root, '[data-undo]'); // eslint-disable-line no-await-in-loop
      expect(rows(root)).toEqual(expected);
    }
  });

  it('orders questions with Alt and the arrow keys, and by dragging', async () => {
    const root = await show();
    const name = root.querySelector('[data-row="b"] .name') as HTMLElement;
    name.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, cancelable: true }));
    await tick();
    expect(rows(root)).toEqual(['b', 'a']);
    expect(root.activeElement).toBe(root.querySelector('[data-row="b"] .name'));
    root.querySelector('[data-row="a"]')!.dispatchEvent(new Event('dragstart'));
    root.querySelector('[data-row="b"]')!.dispatchEvent(new Event('drop', { cancelable: true }));
    await tick();
    expect(rows(root)).toEqual(['a', 'b']);
  });

  it('makes pages with conditions, moves questions between them, and copies them', async () => {
    const root = await show();
    await press(root, '[data-add-page]');
    await press(root, '[data-add-page]');
    await change(root, '[data-page-title]', { value: 'Second' });
    const condition = { mode: 'all', items: [{ source: 'a', operator: 'answered', values: [] }] };
    root
      .querySelector('[data-edit-page] [data-field="showWhen"]')!
      .dispatchEvent(new CustomEvent('conditionchange', { detail: { condition } }));
    await tick();
    await press(root, '[data-row="b"] .name');
    await press(root, '[data-row="b"] [data-action="down"]');
    await press(root, '[data-select-page][data-page="page2"]');
    await press(root, '[data-page="page2"] [data-action="copy"]');
    await press(root, '[data-save]');
    expect(sent().pages).toEqual([
      { key: 'page1', title: '' },
      { key: 'page2', title: 'Second', showWhen: condition },
      { key: 'page3', title: 'Second', showWhen: condition },
    ]);
    expect(sent().questions.map(({ key, page }: { key: string; page: string }) => `${key}@${page}`)).toEqual([
      'a@page1',
      'b@page2',
      'q3@page3',
    ]);
  });

  it('takes what the editors of questions and languages change', async () => {
    const root = await show();
    const edit = async (changes: object) => {
      root
        .querySelector('c-form-question-editor')!
        .dispatchEvent(new CustomEvent('questionchange', { detail: { changes } }));
      await tick();
    };
    await edit({ label: 'Engrave?' });
    await edit({ key: 'engrave' });
    root
      .querySelector('c-form-translations')!
      .dispatchEvent(new CustomEvent('formchange', { detail: { changes: { language: 'en' } } }));
    await tick();
    await press(root, '[data-save]');
    const [engrave, words] = sent().questions;
    expect(engrave).toEqual({ key: 'engrave', type: 'yesNo', label: 'Engrave?' });
    expect(words.showWhen.source).toBe('engrave');
    expect(sent().language).toBe('en');
  });

  it('shows records as options in the preview', async () => {
    const records = { objectName: 'Account', labelField: 'Name' };
    mocked(openForm).mockResolvedValue({
      ...DRAFT,
      definition: JSON.stringify({ questions: [{ key: 'r', type: 'choice', label: 'Branch', records }] }),
    });
    const root = await show();
    expect(getRecords).toHaveBeenCalledWith({ records: JSON.stringify(records) });
    const fields = root.querySelector('c-form-preview') as unknown as {
      definition: { questions: { options: object[] }[] };
    };
    expect(fields.definition.questions[0].options).toEqual([{ value: 'record-0', label: 'North' }]);
  });

  it('shows the fate of answers that are tried', async () => {
    mocked(openForm).mockResolvedValue({ ...DRAFT, mapped: { a: ['Case: Subject'] } });
    const root = await show();
    const outcome = {
      shown: ['a'],
      answers: { a: ['false'] },
      problems: {},
      fixed: new Set(),
      prices: {},
    };
    root
      .querySelector('c-form-preview')!
      .dispatchEvent(new CustomEvent('formchange', { detail: { answers: { a: ['false'], b: ['Ada'] }, outcome } }));
    await tick();
    const text = (key: string) => root.querySelector(`[data-fate="${key}"]`)!.textContent;
    expect(text('a')).toContain('Fate_Stored');
    expect(text('a')).toContain('Fate_Mapped');
    expect(text('b')).toContain('Fate_Dropped');
  });

  it('tries the form with what it asks about product, cart and customer', async () => {
    const large = { source: 'cart.total', operator: 'atLeast', values: ['100'] };
    const mugs = { mode: 'any', items: [{ source: 'product.categories', operator: 'contains', values: ['mugs'] }] };
    mocked(openForm).mockResolvedValue({
      ...DRAFT,
      definition: JSON.stringify({
        questions: [
          { key: 'a', type: 'text', label: 'A', showWhen: large, defaultSource: 'customer.firstName' },
          { key: 'b', type: 'text', label: 'B', skipWhen: mugs },
        ],
      }),
    });
    const root = await show();
    const facts = () =>
      [...root.querySelectorAll<HTMLElement & { value: string }>('[data-fact]')].map(
        ({ dataset, value }) => `${dataset.fact}=${value}`,
      );
    const context = () => (root.querySelector('c-form-preview') as unknown as { context: object }).context;
    expect(facts()).toEqual(['customer.firstName=', 'product.categories=', 'cart.total=']);
    await change(root, '[data-fact="product.categories"]', { value: 'mugs, gifts' });
    expect(context()).toMatchObject({ 'customer.signedIn': ['false'], 'product.categories': ['mugs', 'gifts'] });
    await change(root, '[data-trier]', { value: 'customer' });
    expect(facts()).toEqual(['customer.firstName=Ada', 'product.categories=mugs, gifts', 'cart.total=49.00']);
    await press(root, '[data-start-over]');
    expect(context()).not.toHaveProperty('product.categories');
  });

  it('says beside a question what its answers are written to', async () => {
    mocked(openForm).mockResolvedValue({ ...DRAFT, mapped: { a: ['Case: Subject', 'Contact: Title'] } });
    const root = await show();
    expect(root.querySelector('[data-row="a"] [data-mapped]')!.textContent).toContain('Fate_Mapped');
    expect(root.querySelector('[data-row="b"] [data-mapped]')).toBeNull();
    expect(root.querySelectorAll('[data-mapped-to]')).toHaveLength(2);
    await press(root, '[data-row="b"] .name');
    expect(root.querySelectorAll('[data-mapped-to]')).toHaveLength(0);
  });

  it('keeps where it is asked, once it is said for what', async () => {
    const root = await show();
    const put = async (places: object[]) => {
      root.querySelector('c-form-places')!.dispatchEvent(new CustomEvent('placeschange', { detail: { places } }));
      await tick();
    };
    await put([{ place: 'Cart', isActive: true, target: 'product', productSlug: null }]);
    await press(root, '[data-save]');
    expect(saveForm).not.toHaveBeenCalled();
    expect(root.querySelector('[data-to-mend]')!.textContent).toContain('Place_Number: c.Forms_Place_Choose');
    await put([{ place: 'Cart', isActive: true, target: 'product', productSlug: 'shirt' }]);
    expect(root.querySelector('[data-to-mend]')).toBeNull();
    await press(root, '[data-save]');
    expect(mocked(saveForm).mock.calls[0][0].draft.placements).toEqual([
      { place: 'Cart', isActive: true, productSlug: 'shirt' },
    ]);
  });

  const STALE = { body: { message: JSON.stringify({ code: 'STALE', message: 'Saved by somebody else', fields: {} }) } };

  it('overwrites nothing that somebody else saved, and loses nothing of one’s own', async () => {
    const root = await show();
    await change(root, '[data-field="name"]', { value: 'Mine' });
    mocked(saveForm).mockRejectedValueOnce(STALE);
    await press(root, '[data-save]');
    expect(mocked(saveForm).mock.calls[0][0].draft.revision).toBe(3);
    expect(root.querySelector('[data-error]')!.textContent).toBe('Saved by somebody else');
    mocked(saveForm).mockResolvedValueOnce({ ...DRAFT, id: 'f9', name: 'Copy' });
    await press(root, '[data-keep-mine]');
    const kept = mocked(saveForm).mock.calls[1][0].draft;
    expect([kept.id, kept.revision, kept.placements]).toEqual([null, null, []]);
    expect(kept.slug).toMatch(/^engraving-\d{6}$/);
    expect(root.querySelector('[data-stale]')).toBeNull();
    mocked(saveForm).mockRejectedValueOnce(STALE);
    await press(root, '[data-save]');
    mocked(openForm).mockResolvedValueOnce({ ...DRAFT, name: 'Theirs', revision: 4 });
    await press(root, '[data-load-theirs]');
    expect((root.querySelector('[data-field="name"]') as HTMLInputElement).value).toBe('Theirs');
    expect(root.querySelector('[data-stale]')).toBeNull();
  });

  it('archives, restores and deletes', async () => {
    jest.spyOn(LightningConfirm, 'open').mockResolvedValue(true as never);
    const root = await show();
    mocked(archiveForm).mockResolvedValueOnce({ ...DRAFT, isArchived: true });
    mocked(getChoices).mockResolvedValue({ ...CHOICES, forms: [{ id: 'f1', name: 'Engraving', isArchived: true }] });
    const more = (value: string) => {
      root.querySelector('[data-more]')!.dispatchEvent(new CustomEvent('select', { detail: { value } }));
      return tick();
    };
    await more('archive');
    expect(root.querySelector('[role="status"] [data-archived]')).not.toBeNull();
    expect(root.querySelector('[data-state]')).toBeNull();
    expect(root.querySelector('[data-news]')!.textContent).toBe('');
    expect(root.querySelector('[data-more]')).toBeNull();
    expect(root.querySelector('[data-with-archived]')).not.toBeNull();
    mocked(restoreForm).mockResolvedValueOnce(DRAFT);
    mocked(getChoices).mockResolvedValue(CHOICES);
    await press(root, '[data-restore]');
    expect(root.querySelector('[data-archived]')).toBeNull();
    mocked(deleteForm).mockResolvedValueOnce(null);
    mocked(getChoices).mockResolvedValue({ ...CHOICES, forms: [] });
    await more('delete');
    expect(deleteForm).toHaveBeenCalledWith({ formId: 'f1' });
    expect(root.querySelector('[data-none]')).not.toBeNull();
  });

  it('shows the form in each of its languages, and says when a limit was reached', async () => {
    mocked(openForm).mockResolvedValue({
      ...DRAFT,
      limitedAt: '2026-06-15T10:00:00.000Z',
      limitedBy: 'Form',
      definition: JSON.stringify({
        title: 'Engraving',
        language: 'en',
        translations: { de: { 'form.title': 'Gravur', 'b.label': 'Worte' } },
        questions: [{ key: 'b', type: 'text', label: 'Words' }],
      }),
    });
    const root = await show();
    expect(root.querySelector('[data-limited]')!.textContent).toContain('Limited_Form');
    const shown = () => (root.querySelector('c-form-preview') as unknown as { definition: FormDefinition }).definition;
    expect(shown().title).toBe('Engraving');
    await change(root, '[data-preview-language]', { value: 'de' });
    expect([shown().title, shown().questions[0].label]).toEqual(['Gravur', 'Worte']);
    await press(root, '[data-save]');
    expect(sent().title).toBe('Engraving');
    await expect(root.host).toBeAccessible();
  });

  it('says until when everybody is asked to wait', async () => {
    const rests = {
      limitedAt: '2026-06-15T10:00:00.000Z',
      limitedBy: 'Form',
      limitedUntil: '2026-06-15T10:30:00.000Z',
    };
    mocked(openForm).mockResolvedValue({ ...DRAFT, ...rests });
    expect((await show()).querySelector('[data-limited]')!.textContent).toContain('Limited_Now');
  });

  it('publishes once it was said what changes, or says what to mend', async () => {
    const root = await show();
    const ask = jest.spyOn(FormPublishDialog, 'open').mockResolvedValue(false as never);
    await press(root, '[data-publish]');
    expect(publishForm).not.toHaveBeenCalled();
    ask.mockResolvedValue(true as never);
    mocked(publishForm).mockRejectedValueOnce({
      body: { message: JSON.stringify({ code: 'INVALID_INPUT', message: 'Check', fields: { 'a.label': 'Words' } }) },
    });
    await press(root, '[data-publish]');
    expect(root.querySelector('[data-to-mend]')!.textContent).toContain('Wanted: Words');
    mocked(publishForm).mockResolvedValueOnce({ ...DRAFT, publishedNumber: 2, isPublished: true });
    await press(root, '[data-publish]');
    expect(mocked(publishForm)).toHaveBeenLastCalledWith({ formId: 'f1', revision: 3 });
    expect(root.querySelector('[data-to-mend]')).toBeNull();
    mocked(copyForm).mockResolvedValueOnce({ ...DRAFT, id: 'f2' });
    await press(root, '[data-copy]');
    expect(mocked(copyForm)).toHaveBeenCalledWith({ formId: 'f1' });
    ask.mockRestore();
  });
});
