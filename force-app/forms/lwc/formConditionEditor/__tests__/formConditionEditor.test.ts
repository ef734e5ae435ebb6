import { createElement } from 'lwc';
import type { Condition } from 'c/formRules';
import FormConditionEditor from 'c/formConditionEditor';

const SOURCES = [
  { value: 'a', label: 'Wanted', type: 'yesNo', options: [{ value: 'true', label: 'Yes' }] },
  { value: 'n', label: 'Number', type: 'integer', options: [] },
  {
    value: 'c',
    label: 'Color',
    type: 'choice',
    options: [
      { value: 'r', label: 'Red' },
      { value: 'g', label: 'Green' },
    ],
  },
];
type Editor = HTMLElement & {
  condition: Condition | null;
  sources: typeof SOURCES;
  legend: string;
  shadowRoot: ShadowRoot;
};

const tick = async () => {
  for (let i = 0; i < 6; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

async function show(condition: Condition | null) {
  const element = createElement('c-form-condition-editor', { is: FormConditionEditor }) as unknown as Editor;
  Object.assign(element, { condition, sources: SOURCES, legend: 'Shown when' });
  const sent: (Condition | null)[] = [];
  element.addEventListener('conditionchange', (event) => {
    const { condition: next } = (event as CustomEvent).detail;
    sent.push(next);
    element.condition = next;
  });
  document.body.appendChild(element);
  await tick();
  return { element, sent, root: element.shadowRoot };
}
const press = async (root: ShadowRoot, selector: string) => {
  (root.querySelector(selector) as HTMLElement).click();
  await tick();
};
const change = async (root: ShadowRoot, part: string, value: unknown, at = 0) => {
  root.querySelectorAll(`[data-part="${part}"]`)[at].dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await tick();
};

describe('c-form-condition-editor', () => {
  afterEach(() => document.body.replaceChildren());

  it('adds comparisons that make sense for what they name, accessibly', async () => {
    const { root, sent, element } = await show(null);
    await press(root, '[data-add-condition]');
    expect(sent.pop()).toEqual({ mode: 'all', items: [{ source: 'a', operator: 'is', values: ['true'] }] });
    await change(root, 'source', 'n');
    await change(root, 'operator', 'atLeast');
    await change(root, 'values', ' 3 ');
    expect(sent.pop()!.items).toEqual([{ source: 'n', operator: 'atLeast', values: ['3'] }]);
    await change(root, 'source', 'c');
    await change(root, 'operator', 'anyOf');
    await change(root, 'values', ['r', 'g']);
    expect(sent.pop()!.items).toEqual([{ source: 'c', operator: 'anyOf', values: ['r', 'g'] }]);
    await expect(element).toBeAccessible();
  });

  it('joins groups by and or or', async () => {
    const { root, sent } = await show({ source: 'a', operator: 'is', values: ['true'] });
    await press(root, '[data-add-group]');
    expect(sent.pop()).toMatchObject({
      mode: 'all',
      items: [{ source: 'a' }, { mode: 'any', items: [{ source: 'a' }] }],
    });
    root.querySelector('[data-mode]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'any' } }));
    await tick();
    const inner = (root.querySelector('[data-group]') as Editor).shadowRoot;
    await press(inner, '[data-add-condition]');
    expect(sent[sent.length - 1]).toMatchObject({ mode: 'any', items: [{ source: 'a' }, { items: [{}, {}] }] });
    await press(inner, '[data-remove]');
    await press(inner, '[data-remove]');
    expect(sent.pop()).toEqual({ mode: 'any', items: [{ source: 'a', operator: 'is', values: ['true'] }] });
    await press(root, '[data-remove]');
    expect(sent.pop()).toBeNull();
  });

  it('says that a question is not asked before', async () => {
    const { root } = await show({ source: 'later', operator: 'is', values: ['x'] });
    expect(root.querySelector('[data-gone]')).not.toBeNull();
  });
});
