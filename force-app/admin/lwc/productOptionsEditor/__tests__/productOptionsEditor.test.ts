import { createElement } from 'lwc';
import ProductOptionsEditor from 'c/productOptionsEditor';
import { addOption, addValue, type Draft } from 'c/productDraft';
import { settle } from '../../../../storefront/lwc/storeTypes/__tests__/support';

function draft(): Draft {
  const plain = { optionNames: [], variants: [{ values: [], prices: [], stock: [] }] } as unknown as Draft;
  return addValue(addOption(plain, 'Size', 'S'), 0, 'M');
}

async function show() {
  const element = createElement('c-product-options-editor', { is: ProductOptionsEditor }) as HTMLElement & {
    draft: Draft;
  };
  element.draft = draft();
  const changes: Draft[] = [];
  element.addEventListener('draftchange', (event) => {
    changes.push((event as CustomEvent<Draft>).detail);
    element.draft = changes.at(-1)!;
  });
  document.body.appendChild(element);
  await settle();
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  return { element, changes, find };
}

const titles = (changed: Draft | undefined) => changed?.variants.map(({ values }) => values.join('/'));

describe('c-product-options-editor', () => {
  afterEach(() => document.body.replaceChildren());

  it('adds an option with its values', async () => {
    const { element, changes, find } = await show();
    find<HTMLInputElement>('[data-new-name]').value = 'Color';
    find<HTMLInputElement>('[data-new-values]').value = 'Red, Blue,';
    find('[data-add-option]').click();
    await settle();
    expect(titles(changes.at(-1))).toEqual(['S/Red', 'S/Blue', 'M/Red', 'M/Blue']);
    await expect(element).toBeAccessible();
  });

  it('asks for what is missing instead of adding half an option', async () => {
    const { changes, find } = await show();
    find<HTMLInputElement>('[data-new-name]').value = 'Color';
    find('[data-add-option]').click();
    await settle();
    expect(changes).toEqual([]);
    expect(find('[data-new-problem]').textContent).toMatch(/OptionValuesNeeded/);
    find<HTMLInputElement>('[data-new-name]').value = ' size ';
    find<HTMLInputElement>('[data-new-values]').value = 'Red';
    find('[data-add-option]').click();
    await settle();
    expect(changes).toEqual([]);
    expect(find('[data-new-problem]').textContent).toMatch(/OptionNameTaken/);
  });

  it('tells a name without letters and a value that is there already', async () => {
    const { find } = await show();
    const name = find<HTMLInputElement>('[data-name]');
    name.value = ' ';
    name.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(find('[role="alert"]').textContent).toMatch(/OptionNameNeeded/);
    name.value = 'Size';
    name.dispatchEvent(new CustomEvent('change'));
    const add = find<HTMLInputElement>('[data-add]');
    add.value = 's';
    add.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    await settle();
    expect(find('[role="alert"]').textContent).toMatch(/OptionValueTaken/);
    add.value = 'XL';
    add.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    await settle();
    expect(find('[role="alert"]')).toBeNull();
  });

  it('adds values with Enter, renames and removes them', async () => {
    const { changes, find } = await show();
    const add = find<HTMLInputElement>('[data-add]');
    add.value = 'L';
    add.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    await settle();
    expect(titles(changes.at(-1))).toEqual(['S', 'M', 'L']);
    find('[data-pill][data-at="1"]').click();
    await settle();
    const rename = find<HTMLInputElement>('[data-rename]');
    rename.value = 'Medium';
    rename.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settle();
    expect(titles(changes.at(-1))).toEqual(['S', 'Medium', 'L']);
    find('.slds-pill[data-at="0"] lightning-button-icon').click();
    await settle();
    expect(titles(changes.at(-1))).toEqual(['Medium', 'L']);
  });

  it('puts values into another place by keyboard and says so', async () => {
    const { element, changes, find } = await show();
    find('[data-pill][data-at="0"]').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowRight', cancelable: true }),
    );
    await settle();
    expect(titles(changes.at(-1))).toEqual(['M', 'S']);
    expect(find('[aria-live]').textContent).toContain('Admin_MovedTo');
    expect(element.shadowRoot!.activeElement).toBe(find('[data-pill][data-at="1"]'));
  });

  it('keeps a value that another one is called', async () => {
    const { changes, find } = await show();
    find('[data-pill][data-at="0"]').click();
    await settle();
    find<HTMLInputElement>('[data-rename]').value = ' m ';
    find('[data-rename]').dispatchEvent(new CustomEvent('blur'));
    await settle();
    expect(changes).toEqual([]);
  });
});
