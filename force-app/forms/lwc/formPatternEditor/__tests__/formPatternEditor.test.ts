import { createElement } from 'lwc';
import type { PatternPart } from 'c/formRules';
import FormPatternEditor from 'c/formPatternEditor';

const tick = async () => {
  for (let i = 0; i < 6; i += 1) await Promise.resolve(); // eslint-disable-line no-await-in-loop
};

describe('c-form-pattern-editor', () => {
  afterEach(() => document.body.replaceChildren());

  it('makes a shape part by part, says it in words, and tries it', async () => {
    const element = createElement('c-form-pattern-editor', { is: FormPatternEditor }) as HTMLElement & {
      pattern: PatternPart[];
    };
    element.pattern = [];
    element.addEventListener('patternchange', (event) => {
      element.pattern = (event as CustomEvent).detail.pattern;
    });
    document.body.appendChild(element);
    const root = element.shadowRoot as ShadowRoot;
    const change = async (at: number, part: string, value: string) => {
      root
        .querySelector(`[data-index="${at}"][data-part="${part}"]`)!
        .dispatchEvent(new CustomEvent('change', { detail: { value } }));
      await tick();
    };
    const add = async () => {
      (root.querySelector('[data-add-part]') as HTMLElement).click();
      await tick();
    };
    await add();
    await change(0, 'kind', 'letters');
    await change(0, 'fewest', '2');
    await add();
    await change(1, 'kind', 'text');
    await change(1, 'text', '-');
    await add();
    await change(2, 'most', '4');
    expect(element.pattern).toEqual([
      { kind: 'letters', fewest: 2, most: 2 },
      { kind: 'text', text: '-' },
      { kind: 'digits', fewest: 1, most: 4 },
    ]);
    expect(root.querySelector('[data-sentence]')!.textContent).not.toBe('');
    const trial = async (text: string) => {
      root.querySelector('[data-try]')!.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
      await tick();
      return root.querySelector('[data-tried]')!.textContent;
    };
    expect(await trial('ab-12')).not.toBe(await trial('ab12'));
    await expect(element).toBeAccessible();
    (root.querySelector('lightning-button-icon') as HTMLElement).click();
    await tick();
    expect(element.pattern).toHaveLength(2);
  });
});
