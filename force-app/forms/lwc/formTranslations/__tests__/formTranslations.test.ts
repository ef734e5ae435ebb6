import { createElement } from 'lwc';
import type { FormDefinition } from 'c/formRules';
import FormTranslations from 'c/formTranslations';

const tick = async () => {
  for (let i = 0; i < 6; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show() {
  const element = createElement('c-form-translations', { is: FormTranslations }) as HTMLElement & {
    form: FormDefinition;
  };
  element.form = { title: 'Survey', questions: [{ key: 'a', type: 'text', label: 'Name' }] };
  element.addEventListener('formchange', (event) => {
    element.form = { ...element.form, ...(event as CustomEvent).detail.changes };
  });
  document.body.appendChild(element);
  await tick();
  const root = element.shadowRoot as ShadowRoot;
  const change = async (selector: string, detail: object) => {
    root.querySelector(selector)!.dispatchEvent(new CustomEvent('change', { detail }));
    await tick();
  };
  const press = async (selector: string) => {
    (root.querySelector(selector) as HTMLElement).click();
    await tick();
  };
  return { element, root, change, press };
}

describe('c-form-translations', () => {
  afterEach(() => document.body.replaceChildren());

  it('adds a language, shows what is missing, and takes the texts', async () => {
    const { element, root, change, press } = await show();
    await change('[data-code]', { value: 'German' });
    await press('[data-add-language]');
    expect(root.querySelector('[data-code-problem]')).not.toBeNull();
    await change('[data-code]', { value: 'de' });
    await press('[data-add-language]');
    expect(element.form.translations).toEqual({ de: {} });
    expect(root.querySelectorAll('.missing')).toHaveLength(2);
    await change('[data-only-missing]', { checked: true });
    await change('[data-name="form.title"]', { value: 'Umfrage' });
    expect(root.querySelectorAll('[data-text]')).toHaveLength(2);
    expect(root.querySelectorAll('.missing')).toHaveLength(1);
    await change('[data-name="a.label"]', { value: 'Name' });
    expect(element.form.translations).toEqual({ de: { 'form.title': 'Umfrage', 'a.label': 'Name' } });
    expect(root.querySelectorAll('.missing')).toHaveLength(0);
    await expect(element).toBeAccessible();
    await press('[data-remove-language]');
    expect(element.form.translations).toEqual({});
  });
});
